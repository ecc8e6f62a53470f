"""Choose how far back a query looks, so that its cost does not grow with the archive.

A word in a hundred thousand stories is not asked for in all of them: the newest months that are
expected to hold enough matches are, as labels that the index intersects like any other word.
"""

from dataclasses import dataclass

from articles.models import Lexeme
from articles.search import clauses, rank
from articles.search.lexemes import LABEL

MONTHS = 12  # a window of more than so many months is made of years
WHOLE = 0.6  # a window of so much of the archive saves nothing: then all of it is asked


@dataclass(frozen=True)
class Window:
    """The part of the archive that is asked: a clause for the index, and whether it is all."""

    clause: str = ""
    is_whole: bool = True


def expected(frequencies, total):
    """Estimate how many texts hold words that stand in so many each: the rarest counts whole, the
    others less, since words that belong together come together.

    >>> expected([100, 1_000], total=10_000)
    31.6...
    """
    found = float(total)
    for frequency, damping in zip(sorted(frequencies), rank.DAMPING, strict=False):
        found *= min(1.0, max(frequency, 1) / max(total, 1)) ** damping
    return found


def choose(matches, total, since=None, until=None, wanted=rank.CANDIDATES):
    """Return the window in which about ``wanted`` of all ``matches`` are expected.

    Few labels, or the index would walk through each of them: the newest months, up to a year of
    them, or else the newest years.
    """
    if matches * WHOLE <= wanted:
        return Window()
    needed = total * wanted / matches
    for letter, most in (("m", MONTHS), ("y", None)):
        chosen, texts = [], 0
        for label, number in _newest(letter, since, until)[:most]:
            chosen.append(clauses.label(label))
            texts += number
            if texts >= needed:
                whole = texts > WHOLE * total
                return Window() if whole else Window(clauses.either(chosen), is_whole=False)
    return Window()


def _newest(letter, since, until):
    """List the months (or years) of the archive within a range, newest first, with their texts."""
    first, last = f"{LABEL}{letter}", f"{LABEL}{chr(ord(letter) + 1)}"
    rows = Lexeme.objects.filter(frequency__gt=0, text__gte=first, text__lt=last)
    parts = sorted(rows.values_list("text", "frequency"), reverse=True)
    return [
        (label.removeprefix(LABEL), texts)
        for label, texts in parts
        if _within(label.removeprefix(first), since, until)
    ]


def _within(text, since, until):
    """Whether a month or a year (ISO) has days in the range."""
    size = len(text)
    return not (since and text < f"{since:%Y-%m}"[:size]) and not (
        until and text > f"{until:%Y-%m}"[:size]
    )
