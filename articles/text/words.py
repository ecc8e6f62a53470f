"""Cut a text into words and sentences and say where each stands. Changes no letter."""

import re
from typing import NamedTuple

from articles.text.fold import INVISIBLE, MARKS


class Word(NamedTuple):
    """A word as written, and where: ``text[start:end]``."""

    text: str
    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence as written, and where: ``text[start:end]``."""

    text: str
    start: int
    end: int


_marks = "".join(sorted(MARKS))
_invisible = "".join(sorted(INVISIBLE))
_LETTER = rf"[^\W_{_marks}]"
# Marks end a word; joiners and direction marks only stand between two of its letters.
_WORD = re.compile(rf"{_LETTER}(?:{_LETTER}|[{_marks}]|[{_invisible}]+(?={_LETTER}))*")

_CLOSERS = "\"'”’»›)\\]}"
_END = re.compile(
    # Bounded, so that a page of dots costs no more than a page of words.
    rf"[.!؟?…۔][.!؟?…۔{_CLOSERS}]{{0,20}}(?=\s|$)"
    # Scraped pages lose the blank: "انتهى.وقال". Short words are letters: "سي.إن.إن".
    r"|(?<=[\u0621-\u06d3]{3})[.!؟?…۔]+(?=[\u0621-\u06d3]{3})"
    r"|\n+"
)
_ABBREVIATION = re.compile(
    # A letter alone before the dot: "د. سالم", "وأ. هدى", "J. Smith", "ق.م.", "U.S."
    r"(?:(?<!\w)(?:\w|و[أدم])|\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sgt|Gov|Sen|Rep|No|Jan|Feb|Mar|Apr"
    r"|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|vs|approx|أد|إلخ|الخ|ص|ط|هاتف))$",
    re.IGNORECASE,
)


def words(text):
    """List the words of ``text``, without punctuation.

    >>> [word.text for word in words("“قسد/SDF” بِدير‌الزور: ١٢ عنصرًا")]
    ['قسد', 'SDF', 'بِدير\\u200cالزور', '١٢', 'عنصرًا']
    """
    return [Word(match.group(), *match.span()) for match in _WORD.finditer(text)]


def count(text):
    """Count the words of ``text``."""
    return sum(1 for _ in _WORD.finditer(text))


def sentences(text):
    """List the sentences of ``text``; a line's end ends one, an abbreviation's dot does not."""
    found, start = [], 0
    for match in _END.finditer(text):
        if _ends_nothing(text, match):
            continue
        _keep(found, text, start, match.end())
        start = match.end()
    _keep(found, text, start, len(text))
    return found


def _ends_nothing(text, match):
    """Whether a dot belongs to the word before it: "د. سالم", "J. Smith"."""
    if match.group() != ".":
        return False
    return _ABBREVIATION.search(text, max(0, match.start() - 8), match.start()) is not None


def _keep(found, text, start, end):
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    if kept := part.strip():
        found.append(Sentence(kept, start, start + len(kept)))
