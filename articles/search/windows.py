"""Choose how far back a query looks, so that its cost does not grow with the archive.

A word in a hundred thousand stories is not asked for in all of them: the newest months that are
expected to hold enough matches are, as labels that the index intersects like any other word.
"""

from dataclasses import dataclass

from articles.models import Lexeme
from articles.search import clauses, rank
from articles.search.lexemes import LABEL

MONTHS = 24  # the newest are months, what lies before them are years


@dataclass(frozen=True)
class Window:
    """The part of the archive that is asked: a clause for the index, and whether it is all."""

    clause: str = ""
    is_whole: bool = True
    texts: int = 0


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
    """Return the window in which about ``wanted`` of all ``matches`` are expected."""
    if matches <= wanted:
        return Window()
    needed = total * wanted / matches
    chosen, texts = [], 0
    for label, number in _parts(since, until):
        chosen.append(clauses.label(label))
        texts += number
        if texts >= needed:
            return Window(clauses.either(chosen), is_whole=False, texts=texts)
    return Window()


def _parts(since, until):
    """Yield the months, then the years of the archive, newest first, and what each holds."""
    rows = Lexeme.objects.filter(frequency__gt=0, text__gte=f"{LABEL}m", text__lt=f"{LABEL}n")
    months = dict(rows.values_list("text", "frequency"))
    rows = Lexeme.objects.filter(frequency__gt=0, text__gte=f"{LABEL}y", text__lt=f"{LABEL}z")
    years = dict(rows.values_list("text", "frequency"))
    newest = sorted(months, reverse=True)
    taken = newest[:MONTHS]
    # The year in which the months end goes on month by month.
    last = taken[-1][2:6] if taken else ""
    taken += [label for label in newest[MONTHS:] if label[2:6] == last]
    older = sorted((label for label in years if label[2:6] < last), reverse=True)
    for label in taken:
        if _within(label[2:], since, until):
            yield label.removeprefix(LABEL), months[label]
    for label in older:
        if _within(label[2:], since, until):
            yield label.removeprefix(LABEL), years[label]


def _within(text, since, until):
    """Whether a month or a year (ISO) has days in the range."""
    size = len(text)
    return not (since and text < f"{since:%Y-%m}"[:size]) and not (
        until and text > f"{until:%Y-%m}"[:size]
    )
