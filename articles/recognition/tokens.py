"""Read a text as folded words that remember where they stood. Knows no names and no database."""

import re
from typing import NamedTuple

from articles.text.fold import INVISIBLE, MARKS, fold_map
from articles.text.words import words

# What may stand between two words of one name: a blank, a hyphen, the dots of "U.S."
_INSIDE_A_NAME = re.compile(r"[^\S\n]{1,3}|[^\S\n]?[-‐-–][^\S\n]?|[.·'’]")
# What may stand between two words of one phrase: quotation marks and brackets, but no stop.
_INSIDE_A_PHRASE = re.compile(r"(?:[^\S\n]|[\"“”„«»‹›'’()\[\]])*")


class Token(NamedTuple):
    """A folded word; ``offsets`` says where each of its letters stood, ``gap`` what came before."""

    word: str
    offsets: list
    end: int
    gap: str

    @property
    def start(self):
        return self.offsets[0]

    @property
    def continues_name(self):
        """Whether it can belong to one name with the word before it."""
        return _INSIDE_A_NAME.fullmatch(self.gap) is not None

    @property
    def continues_phrase(self):
        """Whether only blanks, quotation marks or brackets part it from the word before it."""
        return _INSIDE_A_PHRASE.fullmatch(self.gap) is not None


class Cover:
    """Which letters of a text are taken. As fast with ten thousand names as with one."""

    def __init__(self, length, spans=()):
        self._letters = bytearray(length)
        for start, end in spans:
            self.take(start, end)

    def take(self, start, end):
        self._letters[start:end] = b"\1" * (end - start)

    def touches(self, start, end):
        """Whether any letter from ``start`` to ``end`` is taken."""
        return 1 in self._letters[start:end]


def read(text):
    """List the folded words of ``text`` with their places in it."""
    folded, offsets = fold_map(text)
    tokens, passed = [], 0
    for word in words(folded):
        places = offsets[word.start : word.end]
        end = _over_marks(text, places[-1] + 1)
        tokens.append(Token(word.text, places, end, text[passed : places[0]]))
        passed = end
    return tokens


def _over_marks(text, end):
    """Vowel marks fold away, but the last ones still belong to their word."""
    while end < len(text) and text[end] in MARKS:
        end += 1
    while text[end - 1] in INVISIBLE:
        end -= 1
    return end
