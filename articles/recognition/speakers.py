"""Tell who else speaks in a text: bodies, people with their names, and people without one.

An outlet that is cited is ``attribution``'s. What is found here has no row; it tells an editor
on whom a passage rests, and which name the register lacks.
"""

from dataclasses import replace
from typing import NamedTuple

from articles.recognition import arabic, cues, voices
from articles.recognition.attribution import passage_at
from articles.recognition.gazetteer import Found
from articles.recognition.nominal import described, outlets
from articles.recognition.people import people
from articles.recognition.phrase import Phrase, grouped, masked, phrases
from articles.recognition.quotations import Quotations
from articles.recognition.tokens import Cover, read
from articles.text.words import sentences

BODY, PERSON, DESCRIBED, OUTLET = "body", "person", "described", "outlet"
_REACH = 8


class Speaker(NamedTuple):
    """Somebody who says something: ``text[start:end]`` names or describes them.

    ``what``: BODY (a registered name), PERSON (a name behind an office, or
    with a given name), OUTLET (an outlet that
    nobody registered) or DESCRIBED (nameless: مسؤول أمريكي). ``passage_start`` and ``passage_end``
    bound the passage that rests on them.
    """

    what: str
    start: int
    end: int
    cue: str
    passage_start: int
    passage_end: int


def speakers(text, found):
    """List who speaks in ``text`` beside the cited outlets; ``found`` is what ``find`` returned.

    >>> speakers("قال مسؤول محلي إن الطريق أغلق.", [])
    [Speaker(what='described', start=4, end=14, cue='قال', passage_start=0, passage_end=30)]
    """
    quotations = Quotations(text, found)
    bodies = [one for one in found if one.kind == "entity" and not one.is_place]
    spans = [(one.start, one.end) for one in found]
    persons = [
        Found("entity", None, *one, text[slice(*one)], "person") for one in people(text, spans)
    ]
    sources = [(one.start, one.end) for one in found if one.kind == "source"]
    known, taken = Cover(len(text), sources), Cover(len(text), sources)
    listed = []
    parts = sentences(text)
    for (sentence, named), (_same, persons_here) in zip(
        grouped(parts, bodies), grouped(parts, persons), strict=True
    ):
        tokens = masked(read(sentence.text), known, sentence.start)
        for what, phrase, cue in (
            *_named(BODY, text, sentence, named),
            *_named(PERSON, text, sentence, persons_here),
            *_outlets(sentence, tokens),
            *_people(sentence, tokens),
        ):
            if not taken.touches(phrase.start, phrase.end):
                taken.take(phrase.start, phrase.end)
                passage = passage_at(sentence, quotations)
                listed.append(Speaker(what, phrase.start, phrase.end, cue, *passage))
    return sorted(listed, key=lambda one: one.start)


def _named(what, text, sentence, found):
    for phrase in phrases(text, sentence, found):
        opens = phrase.head == 0 or not cues.OPENING.isdisjoint(phrase.before())
        if cue := _cue(phrase, may_open=opens):
            yield what, phrase, cue


def _outlets(sentence, tokens):
    for one in outlets(tokens):
        phrase = _as_phrase(sentence, tokens, one, one.name_at, 0)
        if cue := arabic.cue(phrase, {}):
            yield OUTLET, phrase, cue


def _people(sentence, tokens):
    """Who is named behind an office, or else described."""
    for plain, titled in described(tokens):
        if titled:
            phrase = _as_phrase(sentence, tokens, titled, titled.name_at, 0)
            phrase = replace(phrase, first=titled.first, head=titled.first)
            cue = _cue(phrase)
            # "Denied having evidence", "stressed the need to": objects, not names.
            if cue and cue not in voices.DENYING and (titled.is_tight or cue in cues.SAYING):
                yield PERSON, phrase, cue
                continue
        phrase = _as_phrase(sentence, tokens, plain, plain.first, plain.peeled)
        if cue := _cue(phrase):
            yield DESCRIBED, phrase, cue


def _as_phrase(sentence, tokens, one, first, peeled):
    """The words as a phrase, which begins at ``one.first`` and whose name at ``first``."""
    start = tokens[first].offsets[peeled] + sentence.start
    end = tokens[one.after - 1].end + sentence.start
    tail = sentence.text[tokens[-1].end :]
    prefix = tokens[one.first].word[: one.peeled]
    place = (first, one.after, one.first, prefix, start, end, tail, sentence.start)
    return Phrase(tokens, (), *place)


def _cue(phrase, may_open=True):
    """Name the words by which somebody speaks, or return an empty string."""
    for rule in (arabic.according, _verb_before, *([arabic.speaks] if may_open else [])):
        if found := rule(phrase):
            return found
    return ""


def _verb_before(phrase):
    """قال مسؤول، وأعلن الاتحاد أن، ونفى الضابط"""
    steps = 1
    while steps < 4 and not cues.ASIDE.isdisjoint(phrase.before(steps)):
        steps += 1
    if phrase.prefix or not (phrase.joins_before or steps > 1):
        return ""
    words = phrase.before(steps)
    behind = phrase.behind()[:_REACH]
    states = any(
        word in cues.STATEMENT or any(mark in gap for mark in ":“«„") for word, gap in behind
    )
    for word in words:
        if word in cues.SAYING | voices.DENYING | voices.RELATING:
            return word
        if word in cues.STATING | voices.DECLARING | cues.POINTING and states:
            return word
    return ""
