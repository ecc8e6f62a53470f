"""What a rule of the text doctor is. The rules themselves stand in their rooms beside this."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How far a rule may go: what an editor accepts in one stroke, and what wants a look each."""

    SAFE = "safe"
    SUGGESTION = "suggestion"


@dataclass(frozen=True)
class Rule:
    """One rule: its name for programs, title and reason for people, and examples that test it.

    ``find`` takes a Page and yields (start, end, what should stand there). ``bad`` are pairs of a
    text and what it becomes; ``good`` are texts in which the rule finds nothing. A rule of the
    ``house`` is a matter of style: it speaks only when it is asked to.
    """

    name: str
    title: str
    why: str
    kind: Kind
    find: Callable
    bad: tuple
    good: tuple
    house: bool = False
