"""Find registered names in a text, whatever is written onto them. Plain values in and out.

>>> russia = Gazetteer([Spelling("روسيا", "entity", 1, type=PLACE)])
>>> find("مع إيران وبروسيا", russia)
[Found(kind='entity', pk=1, start=11, end=16, spelling='روسيا', type='place')]
"""

import re
from typing import NamedTuple

import ahocorasick

from articles.recognition import resolve
from articles.recognition.cues import KINDS
from articles.recognition.tokens import read
from articles.text.clitics import peel
from articles.text.fold import fold
from articles.text.words import words

PLACE = "place"
_BORDER = "|"
_BETWEEN_CONTEXTS = re.compile(r"[،,;؛\n]")


class Spelling(NamedTuple):
    """One row of the register: a spelling, and the "entity" or "source" ``pk`` that it names.

    ``context``: words of which the text must hold one before the spelling counts, parted by
    commas; empty when it is sure by itself. ``type``: the kind of an entity ("place", …).
    """

    text: str
    kind: str
    pk: object
    context: str = ""
    type: str = ""


class Found(NamedTuple):
    """A name in a text: whose it is, and ``text[start:end]`` without what is written onto it."""

    kind: str
    pk: object
    start: int
    end: int
    spelling: str
    type: str = ""

    @property
    def is_place(self):
        return self.type == PLACE


class Thing(NamedTuple):
    """What a spelling names; ``context`` holds what else must stand in the text, folded."""

    kind: str
    pk: object
    spelling: str
    context: tuple
    type: str

    @property
    def is_place(self):
        return self.type == PLACE

    @property
    def key(self):
        return self.kind, self.pk


class Name(NamedTuple):
    """One registered spelling, and everything it names; nothing when it is only a context."""

    words: tuple
    spelling: str
    things: list


class Hit(NamedTuple):
    """A name at a place in the text, ``peeled`` letters into its first word."""

    name: Name
    first: int
    peeled: int

    @property
    def after(self):
        return self.first + len(self.name.words)


class Gazetteer:
    """Every known spelling in one automaton of folded words, each closed by a border.

    A key is open at its front, so one pass also meets the names behind a clitic; whether what
    stands before the name may stand there is asked of ``text.clitics``. A name with the article
    has a second key, because ل swallows its alef: للتحالف.
    """

    def __init__(self, rows):
        """Take ``Spelling`` rows; of a row that is a plain tuple the last values may be missing."""
        names = {}
        for row in rows:
            row = Spelling(*row)
            contexts = _contexts(row.context)
            thing = Thing(row.kind, row.pk, row.text, contexts, row.type)
            self._register(names, row.text, thing)
            for context in contexts:
                # A context is no name, but the same pass over the text finds it.
                names.setdefault((context, ""), Name(context, "", []))
        keys = {}
        for name in names.values():
            for key in _keys(name.words):
                keys.setdefault(key, []).append(name)
        self._automaton = ahocorasick.Automaton()
        for key, named in keys.items():
            self._automaton.add_word(key, (len(named[0].words), named))
        if keys:
            self._automaton.make_automaton()

    @staticmethod
    def _register(names, spelling, thing):
        parts = _folded_words(spelling)
        if parts:
            # Capitals tell US from us, so they are kept apart; Arabic letters have none.
            key = (parts, spelling if spelling.isascii() else "")
            name = names.setdefault(key, Name(parts, spelling, []))
            if not any(other.key == thing.key for other in name.things):
                name.things.append(thing)

    def hits(self, tokens):
        """List every registered name among the tokens, nested and overlapping ones too."""
        if not self._automaton:
            return []
        line, ends = _line(tokens)
        found = []
        for end, (length, named) in self._automaton.iter(line):
            first = ends[end] - length + 1
            if first >= 0:
                found += [hit for name in named if (hit := _read_as(name, tokens, first))]
        return found


def find(text, gazetteer):
    """List the names in ``text`` in their order; nested and doubtful ones are settled.

    How: ``articles/recognition/resolve.py``.
    """
    tokens = read(text)
    settled = resolve.settle(text, tokens, gazetteer.hits(tokens))
    return [
        Found(thing.kind, thing.pk, *place, text[slice(*place)], thing.type)
        for hit, things in settled
        for thing in things
        for place in [_place(tokens, hit, thing)]
    ]


def _place(tokens, hit, thing):
    """Where the name stands; what kind of outlet it is belongs not to it: قناة الجزيرة."""
    start, end = resolve.span(tokens, hit)
    if thing.kind == "source" and len(hit.name.words) > 1 and hit.name.words[0] in KINDS:
        start = tokens[hit.first + 1].start
    return start, end


def _folded_words(text):
    return tuple(word.text for word in words(fold(text)))


def _contexts(text):
    return tuple(
        dict.fromkeys(
            parts for one in _BETWEEN_CONTEXTS.split(text) if (parts := _folded_words(one))
        )
    )


def _keys(parts):
    """The folded words as the automaton knows them, and what they become behind ل."""
    joined = _BORDER.join(parts) + _BORDER
    keys = {joined}
    if joined.startswith("ال"):
        keys.add(f"ل{joined[1:]}")
    if joined.startswith("الل"):
        keys.add(joined[1:])
    return keys


def _line(tokens):
    """The words of a text as one line with borders, and which word ends at which place of it."""
    ends, at = {}, -1
    for number, token in enumerate(tokens):
        at += len(token.word) + 1
        ends[at] = number
    return "".join(f"{token.word}{_BORDER}" for token in tokens), ends


def _read_as(name, tokens, first):
    """The hit, when the word at ``first`` may be read as the name's first word.

    The س of the future stands before verbs only: ستالين is not Tallinn.
    """
    word = tokens[first].word
    for reading in peel(word):
        if reading.word == name.words[0] and "س" not in word[: reading.length]:
            return Hit(name, first, reading.length)
    return None
