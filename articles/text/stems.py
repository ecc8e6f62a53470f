"""Tell which forms of a word readers take for one word, and keep every doubt. Pure text.

An Arabic word may carry "and", "by", "the" before it and endings after it, and no rule can always
tell them from letters of its own: the و of واشنطن is a letter, that of وقالت is "and". So a word
has several bases; a search index holds the stem of each, and a query asks for the likely ones.
"""

from functools import lru_cache
from typing import NamedTuple

from snowballstemmer import stemmer

from articles.text.clitics import readings

ARTICLE = "ال"
# The endings of the light stemmers of the literature (Larkey's light10), with the pronouns of two
# and three letters and the alef of tanwin; the longest first, taken off until none is left.
ENDINGS = ("هما", "كما", "ها", "هم", "هن", "كم", "نا", "وا", "ون", "ين", "ان", "ات", *"هياء")
# A ت at the end is often the root's (وقت، صوت), so more has to be left before it.
FEMININE = "ت"
SHORTEST = 3
# الميناء is الم-يناء to no reader: where ال may be the article, three letters stay behind it.
SHORTEST_WITH_ARTICLE = 5
SHORTEST_BEFORE_FEMININE = 4
# Names that `fold` writes as one word are also looked for by their parts.
SERVANT = "عبدال"
COMPOUNDS = {"ديرالزور": ("دير", "زور"), "ابوظبي": ("ابو", "ظبي")}
LONGEST = 40  # letters; what is longer is no word, and would cost more than it tells

_english = stemmer("english")


class Bases(NamedTuple):
    """What may be left of a word: ``own`` for certain, ``doubtful`` if its first letter is a
    clitic."""

    own: tuple
    doubtful: tuple


@lru_cache(maxsize=100_000)
def bases(word):
    """Return the bases of a folded word, the word itself first.

    >>> bases("والتسميه")
    Bases(own=('والتسميه', 'تسميه'), doubtful=('التسميه',))
    >>> bases("وزير")
    Bases(own=('وزير',), doubtful=('زير',))
    """
    own, doubtful = [word], []
    for reading in readings(word):
        if reading != word:
            doubtful.append(reading)
        if reading.startswith(ARTICLE) and len(reading) > len(ARTICLE) + 1:
            own.append(reading.removeprefix(ARTICLE))
    return Bases(tuple(dict.fromkeys(own)), tuple(dict.fromkeys(doubtful)))


@lru_cache(maxsize=100_000)
def stem(base):
    """Return a base without its endings: ``stem("ارهابيين")`` is ``"ارهاب"``; English by Snowball.

    Endings go until none is left, so that every form of a noun ends at the same stem; that stem
    need not be a word.
    """
    return _english.stemWord(base) if base.isascii() else shortened(base)[-1]


def shortened(base):
    """List an Arabic base and what is left of it as one ending after the other goes.

    >>> shortened("اميركيه")
    ['اميركيه', 'اميركي', 'اميرك']
    """
    forms = [base]
    while (shorter := _without_ending(forms[-1])) != forms[-1]:
        forms.append(shorter)
    return forms


@lru_cache(maxsize=100_000)
def stems(word):
    """Return the stems of every base of a folded word: what an index holds for it.

    >>> stems("وزير")
    ('وزير', 'زير')
    """
    if len(word) > LONGEST:
        return (word[:LONGEST],)
    own, doubtful = bases(word)
    parts = [part for base in own + doubtful for part in _parts(base)]
    return tuple(dict.fromkeys(stem(base) for base in (*own, *doubtful, *parts)))


def _without_ending(base):
    shortest = SHORTEST_WITH_ARTICLE if base.startswith(ARTICLE) else SHORTEST
    for ending in ENDINGS:
        if base.endswith(ending) and len(base) - len(ending) >= shortest:
            return base[: -len(ending)]
    if base.endswith(FEMININE) and len(base) > max(shortest, SHORTEST_BEFORE_FEMININE):
        return base[:-1]
    return base


def _parts(base):
    """عبدالنور is also found by عبد and by نور, but not the other way round."""
    if base.startswith(SERVANT) and len(base) > len(SERVANT) + 1:
        return ("عبد", base.removeprefix(SERVANT))
    return COMPOUNDS.get(base, ())
