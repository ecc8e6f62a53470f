"""Know words that newsrooms write in more than one way. A starter list; it decides no search."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

LIST = Path(__file__).with_suffix(".txt")
# One word or name in several spellings; different words that mean the same to a reader of news.
SPELLINGS, EQUAL_WORDS = KINDS = ("spellings", "equal words")


class Group(NamedTuple):
    """Words of one meaning, as written, and in which way they are equal (one of KINDS)."""

    kind: str
    words: tuple[str, ...]


@cache
def groups():
    """List the groups of the starter list in its order, as a tuple.

    A group's words may be of several words themselves (كانون الثاني); no two of them fold alike.

        >>> groups()[0]
        Group(kind='spellings', words=('غوغل', 'جوجل', 'قوقل'))
    """
    return tuple(read(LIST.read_text("utf-8")))


def read(text):
    """Read groups in the form of the list; raises ValueError at a line without a known kind.

    >>> list(read("[equal words]\\nنفط، بترول"))
    [Group(kind='equal words', words=('نفط', 'بترول'))]
    """
    kind = None
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            kind = line.strip("[]")
        elif kind in KINDS:
            yield Group(kind, tuple(line.split("، ")))
        if kind not in KINDS:
            raise ValueError(f"no kind of group is known for: {line}")
