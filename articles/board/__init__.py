"""The desk's board: what stands in which state, what is late, what waits for whom.

Queries only; it moves nothing. What a person's roles give them comes in as a `Person`.
"""

from articles.board.conditions import (
    Person,
    fresh,
    is_plain,
    late,
    may,
    of_desk,
    own,
    pending,
    waits_for,
)
from articles.board.looking import Asked, Board, Card, desks, look, number, people

__all__ = [
    "Asked",
    "Board",
    "Card",
    "Person",
    "desks",
    "fresh",
    "is_plain",
    "late",
    "look",
    "may",
    "number",
    "of_desk",
    "own",
    "pending",
    "people",
    "waits_for",
]
