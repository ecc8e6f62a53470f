"""Show where a query matches, in the writer's own letters."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import mark_safe

from articles.text.fold import INVISIBLE, MARKS, fold, fold_map
from articles.text.stems import ARTICLE, bases, stems
from articles.text.words import words

LENGTH = 230  # letters of a passage, about
BEFORE = 60  # of them before the first word that matched
SENTENCE = 110  # a sentence that began so few letters before it is shown from its beginning
SHORTEST = 90  # a shorter paragraph is shown with the next one
# Longer texts are searched for the best passage only so far: a reader waits for twenty of them.
MOST_LETTERS = 20_000
_CLOSED = re.compile(r"[.!?؟:؛…»\"”)]$")
_NEW_SENTENCE = re.compile(r"[.!?؟…][»\"”)]?\s+")


class Hit(NamedTuple):
    """A word, or the words of a name, that matched: where, and which term of the query."""

    start: int
    end: int
    number: int


@dataclass(frozen=True)
class Matcher:
    """Knows which words of a text a query matched: words, stems, and runs of several words."""

    exact: dict
    stems: dict
    runs: dict

    @classmethod
    def of(cls, groups, with_slips=True):
        """Make it of the meanings of a query, as an Answer has them.

        ``with_slips=False`` for texts that have all words as they were typed: there a word one
        slip away is another word.
        """
        exact, forms, runs = {}, {}, {}
        meanings = [one for group in groups for one in group]
        telling = [one for one in meanings if not one.is_optional] or meanings
        for number, meaning in enumerate(telling):
            for run in (*meaning.names, *([meaning.typed] if meaning.is_phrase else ())):
                runs.setdefault(run[0], []).append((run, number))
            if meaning.is_phrase:
                continue
            forms |= dict.fromkeys((*meaning.stems, *meaning.kin_stems), number)
            exact[meaning.typed[0]] = number
            if with_slips:
                exact |= dict.fromkeys(meaning.near, number)
                forms |= dict.fromkeys(set(meaning.near_stems) - forms.keys(), number)
        return cls(exact, forms, runs)

    def hits(self, text):
        """List a Hit for every word or name of the text that matched, by its own letters."""
        folded, offsets = fold_map(text[:MOST_LETTERS])
        return [
            Hit(offsets[start], _end(text, offsets[end - 1]), number)
            for start, end, number in self.folded_hits(folded)
        ]

    def folded_hits(self, folded):
        """The same for a text that is folded: much cheaper, by the letters of the folded text."""
        found, cut = [], words(folded)
        at = 0
        while at < len(cut):
            number, length = self._match(cut, at)
            if number is not None:
                found.append(Hit(cut[at].start, cut[at + length - 1].end, number))
            at += length
        return found

    def _match(self, cut, at):
        """Return the number of the term that the words at this place match, and how many match."""
        word = cut[at].text
        for run, number in self._runs_from(word):
            if [one.text for one in cut[at + 1 : at + len(run)]] == list(run[1:]):
                return number, len(run)
        number = self.exact.get(word)
        if number is None:
            number = next((self.stems[one] for one in stems(word) if one in self.stems), None)
        return number, 1

    def _runs_from(self, word):
        """The runs that may begin with this word, "and", "by" or "the" before it or not."""
        if not self.runs:
            return
        for base in dict.fromkeys(one for known in bases(word) for one in known):
            for first in (base, ARTICLE + base):
                yield from self.runs.get(first, ())


def highlight(text, matcher):
    """Return the text as safe HTML with whatever matched inside <mark>."""
    return _marked(text, matcher.hits(text))


def passage(text, matcher):
    """Return safe HTML of some 230 letters where most of the query stands, cut between words.

    Paragraphs are lines and never run into one another; when no single place has all that the
    text has of the query, a second place follows after "…".
    """
    paragraphs = [one.strip() for one in text[:MOST_LETTERS].split("\n") if one.strip()]
    if not paragraphs:
        return ""
    places = [_best(matcher.folded_hits(fold(one))) for one in paragraphs]
    first = max(range(len(places)), key=lambda at: (len(places[at]), -at))
    others = {at: places[at] - places[first] for at in range(len(places)) if at != first}
    second = max(others, key=lambda at: (len(others[at]), -at), default=None)
    if second is not None and not others[second]:
        second = first + 1 if len(paragraphs[first]) < SHORTEST else None
    chosen = sorted(at for at in (first, second) if at is not None and at < len(paragraphs))
    rooms = [LENGTH]
    if len(chosen) == 2:
        half = LENGTH // 2
        rooms = [half, LENGTH - min(half, len(paragraphs[chosen[0]]))]
    parts = [_Part(paragraphs[at], matcher, room) for at, room in zip(chosen, rooms, strict=True)]
    return _joined(parts, follows=len(chosen) == 2 and chosen[1] == chosen[0] + 1)


class _Part:
    """One stretch of a paragraph around what matched there."""

    def __init__(self, text, matcher, room):
        hits = matcher.hits(text)
        first = _best_start(hits, room)
        start = self._beginning(text, first)
        end = start + room
        if end + BEFORE // 3 >= len(text):
            end = len(text)
        else:
            end = max(text.rfind(" ", start, end), start + 1)
            # Nothing but the sign of what was left out stands behind the last word.
            end = start + len(text[start:end].rstrip(" ،؛:,;-–—"))
        inside = [Hit(a - start, b - start, n) for a, b, n in hits if start <= a and b <= end]
        self.html = _marked(text[start:end], inside)
        self.is_cut_before = start > 0 and not _NEW_SENTENCE.search(text[max(0, start - 4) : start])
        self.is_cut_after = end < len(text)
        self.is_closed = bool(_CLOSED.search(text[start:end].rstrip()))

    def _beginning(self, text, first):
        """Where to begin so that the match at ``first`` is seen: a sentence, or between words."""
        if first <= SENTENCE:
            return 0
        ends = [one.end() for one in _NEW_SENTENCE.finditer(text, first - SENTENCE, first)]
        return ends[-1] if ends else text.find(" ", first - BEFORE) + 1


def _joined(parts, follows):
    out = ["…"] if parts[0].is_cut_before else []
    out.append(parts[0].html)
    for before, part in pairwise(parts):
        whole = follows and before.is_closed and not (before.is_cut_after or part.is_cut_before)
        out += [" " if whole else " … ", part.html]
    out += ["…"] if parts[-1].is_cut_after else []
    return mark_safe("".join(out))  # noqa: S308 - every part was escaped


def _best(hits):
    """Return the terms in the stretch that has most of them."""
    return max((_inside(hits, at, LENGTH) for at in range(len(hits))), key=len, default=set())


def _best_start(hits, room):
    """Return where the stretch with most different terms begins; of equal ones the first."""
    best, most = 0, 0
    for at, hit in enumerate(hits):
        number = len(_inside(hits, at, room))
        if number > most:
            best, most = hit.start, number
    return best


def _inside(hits, at, room):
    last = hits[at].start + room - BEFORE
    return {one.number for one in hits[at : at + 40] if one.end <= last}


def _end(text, last):
    """Where the word ends whose last letter is at ``last``: behind its vowel marks."""
    end = last + 1
    while end < len(text) and text[end] in MARKS:
        end += 1
    return end


def _marked(text, hits):
    out, at = [], 0
    for start, end, _number in hits:
        out += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    return mark_safe("".join([*out, escape(text[at:])]))  # noqa: S308 - every part was escaped


def forms(text, matcher, typed):
    """List the forms in which the query's words stand in a text, other than those ``typed``.

    «الرسوم» and «ورسوم» are what was typed when it was «رسوم»; «رسم» is another form of it. What
    stands before a word is left out, its letters are the writer's own.
    """
    known = {base for word in typed for base in _bare(word)}
    found = []
    for start, end, _number in matcher.hits(text):
        written = text[start:end]
        folded, offsets = fold_map(written)
        if " " in folded:
            found.append(written)
        elif known.isdisjoint(_bare(folded)):
            bare = bases(folded).own[-1]
            at = offsets[len(folded) - len(bare)] if folded.endswith(bare) else 0
            found.append(_without_marks(written[at:]))
    return found


def _bare(word):
    own, doubtful = bases(word)
    found = {*own, *doubtful}
    return found | {one.removeprefix(ARTICLE) for one in found}


def _without_marks(text):
    return "".join(letter for letter in text if letter not in MARKS and letter not in INVISIBLE)
