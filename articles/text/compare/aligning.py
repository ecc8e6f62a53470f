"""Find what two sequences have in common. Bounded: what is too large is taken as all different."""

import re
from math import ceil
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from articles.text.fold import fold

# The table of a comparison has a bit for each pair: 50 MB at most, some tenths of a second.
MOST_CELLS = 4e8
# How many words one comparison reads to find which paragraphs are alike: some tenths of a second.
MOST_READ = 4_000_000
PER_PAIR = 30  # what a pair costs beside its words, in words
CELLS_A_WORD = 400  # so many bits of the table cost what reading a word costs
LETTERS = 6  # a word has about so many
# Paragraphs with this share of words in common are one paragraph that was changed.
ALIKE = 0.4
_TAGS = re.compile(r"<[^>]*>")


class Unit(NamedTuple):
    """A paragraph or block: ``same`` says if two are equal, ``plain`` how alike they are."""

    same: object
    plain: str


def common(old, new):
    """List the pairs of places of a longest common subsequence, in order.

    >>> common("قسد قالت".split(), "قسد أمس قالت".split())
    [(0, 0), (1, 2)]
    """
    start, end = 0, 0
    shorter = min(len(old), len(new))
    while start < shorter and old[start] == new[start]:
        start += 1
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    pairs = [(at, at) for at in range(start)]
    numbers = {}
    left = [numbers.setdefault(one, len(numbers)) for one in old[start : len(old) - end]]
    right = [numbers.setdefault(one, len(numbers)) for one in new[start : len(new) - end]]
    if len(left) * len(right) <= MOST_CELLS:
        for step in LCSseq.opcodes(left, right):
            if step.tag == "equal":
                length = step.src_end - step.src_start
                pairs += (
                    (start + step.src_start + at, start + step.dest_start + at)
                    for at in range(length)
                )
    return pairs + [(len(old) - at, len(new) - at) for at in range(end, 0, -1)]


def pair(old, new, by_place=False):
    """List which of the new units continues which of the old, in order: equal or alike ones.

    ``by_place``: where as many went as came, they are pairs too, however unlike.
    """
    pairs, budget = [], MOST_READ
    at_old = at_new = 0
    for here in [*common([one.same for one in old], [one.same for one in new]), None]:
        until_old, until_new = here or (len(old), len(new))
        gone, come = old[at_old:until_old], new[at_new:until_new]
        if by_place and len(gone) == len(come):
            found = [(at, at) for at in range(len(gone))]
        elif (cost := _cost(gone, come)) <= budget:
            budget -= cost
            found = _alike(gone, come)
        else:
            found = []
        pairs += ((at_old + left, at_new + right) for left, right in found)
        if here:
            pairs.append(here)
            at_old, at_new = until_old + 1, until_new + 1
    return pairs


def likeness(one, other):
    """The share of words that two units have in common, in order and in any spelling: 0 to 1."""
    left, right = _numbered([one, other])
    return _likeness(left, right)


def _cost(gone, come):
    """How many words are read to compare each with each, about."""
    left, right = (sum(len(one.plain) for one in side) // LETTERS for side in (gone, come))
    read = len(come) * left + len(gone) * right
    return read + PER_PAIR * len(gone) * len(come) + left * right // CELLS_A_WORD


def _alike(gone, come):
    """Pair paragraphs so that the sum of likeness is greatest, and no two pairs cross."""
    if not gone or not come:
        return []
    both = _numbered([*gone, *come])
    left, right = both[: len(gone)], both[len(gone) :]
    # best[i][j]: the greatest sum for what follows i and j
    best = [[0.0] * (len(right) + 1) for _row in range(len(left) + 1)]
    pays = [[_likeness(one, other) for other in right] for one in left]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], pays[i][j] + best[i + 1][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if pays[i][j] and best[i][j] == pays[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _numbered(units):
    """The folded words of each unit, as numbers that are the same for the same word."""
    numbers = {}
    return [
        [numbers.setdefault(word, len(numbers)) for word in fold(_TAGS.sub(" ", one.plain)).split()]
        for one in units
    ]


def _likeness(left, right):
    """The share of common words, or 0 when it is less than `ALIKE` of the longer one."""
    shorter, longer = sorted((len(left), len(right)))
    if not longer:
        return 1.0
    least = ceil(ALIKE * longer)
    if shorter < least or shorter * longer > MOST_CELLS:
        return 0.0
    return LCSseq.similarity(left, right, score_cutoff=least) / longer
