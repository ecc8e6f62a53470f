"""Read the doctor's lists of words, with what is written onto them. Judges nothing."""

from functools import cache
from itertools import product
from pathlib import Path

ARTICLE = "ال"
BARE_ALEF = str.maketrans("أإآ", "ااا")
BARE = tuple(map("".join, product(("", "و", "ف"), ("", "ب", "ك", "ل"))))
DEFINITE = tuple(
    conjunction + clitic
    for conjunction in ("", "و", "ف")
    for clitic in (ARTICLE, "ب" + ARTICLE, "ك" + ARTICLE, "لل")
)


@cache
def sections(name):
    """Return the sections of a list beside this module: heading and words as written.

    A line that begins with # is a remark, one in [brackets] a heading.
    """
    found, heading = {}, ""
    for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif not line.startswith("#"):
            found.setdefault(heading, []).extend(line.split())
    return found


def both_spellings(words):
    """The words as written and without the hamza on or under their alefs."""
    return [*words, *(word.translate(BARE_ALEF) for word in words)]


def with_clitics(words, prefixes=BARE):
    """Every form that the words take behind the prefixes: و ف ب ك ل, ال, للـ.

    >>> sorted(with_clitics(["وطني"], DEFINITE))[:2]
    ['الوطني', 'بالوطني']
    """
    return {prefix + word for prefix in prefixes for word in words}
