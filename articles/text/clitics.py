"""Take off the little words that Arabic writes onto the next one. It keeps every doubt.

The و of واشنطن may be a letter or "and": both readings come back, the word itself first.
"""

import re
from functools import lru_cache
from typing import NamedTuple


class Reading(NamedTuple):
    """A word without what is written onto it; ``length`` folded letters were taken off."""

    word: str
    length: int


class Clitic(NamedTuple):
    """What may stand before a word, what it stands for, and before which letters it can."""

    written: str
    restored: str
    before: str = ""


_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = (
    Clitic("ب", ""),
    Clitic("ك", ""),
    Clitic("ل", ""),
    Clitic("لل", "ال"),  # للتحالف: ل and التحالف
    Clitic("لل", "الل"),  # للجنة: ل and اللجنة
    Clitic("س", "", before="ايتن"),  # only verbs: سيقول
)
CLITICS = tuple(
    Clitic(conjunction + clitic.written, clitic.restored, clitic.before)
    for clitic in (Clitic("", ""), *_PREPOSITIONS)
    for conjunction in _CONJUNCTIONS
    if conjunction + clitic.written
)
# Shorter than that nothing is left to recognise.
SHORTEST = 2

_BEGINS = re.compile("[وفبلكس]")


@lru_cache(maxsize=50_000)
def peel(folded_word):
    """List the readings of a folded word, the word itself first, with how much was taken off."""
    found = [Reading(folded_word, 0)]
    if not _BEGINS.match(folded_word):
        return tuple(found)
    for written, restored, before in CLITICS:
        rest = folded_word[len(written) :]
        if not folded_word.startswith(written) or len(rest) < SHORTEST:
            continue
        if before and rest[0] not in before:
            continue
        found.append(Reading(restored + rest, len(written)))
    return tuple(found)


def readings(folded_word):
    """List what a folded word may be, the word itself first.

    >>> readings("وبالتحالف")
    ('وبالتحالف', 'بالتحالف', 'التحالف')
    """
    return tuple(dict.fromkeys(reading.word for reading in peel(folded_word)))
