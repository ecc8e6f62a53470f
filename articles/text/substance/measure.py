"""Weigh the differences of a text. One number; the threshold was measured, not guessed."""

from articles.text.substance.compare import DOUBT

# From here on a change is one of substance. `python -m manage test tests.bench_substance` prints
# what it rests on; DECISIONS.md has the figures.
THRESHOLD = 0.75


def weight(differences):
    """Return how much a text changed: 0 for nothing but letters, 1 for one word that counts.

    What is certain adds up. Of slips that may be other words only the heaviest counts: a text with
    twenty of them was typed in haste, and none makes another likelier.
    """
    sure = sum(one.weight for one in differences if one.kind != DOUBT)
    return sure + max((one.weight for one in differences if one.kind == DOUBT), default=0.0)


def is_substance(differences):
    """Whether readers must be told of the change.

    >>> from articles.text.substance import compare
    >>> is_substance(compare("قال إنه يوافق", "قال إنه لا يوافق"))
    True
    """
    return weight(differences) >= THRESHOLD
