"""The desk's board: what stands in which state, what is late, what waits for whom.

Queries only: it moves nothing, and draws no page.
"""

from articles.board.conditions import (
    FRESH,
    choices,
    fresh,
    is_plain,
    late,
    of_desk,
    own,
    pending,
    waits_for,
)
from articles.board.looking import CARDS, Asked, Board, Card, desks, look, number, people

__all__ = [
    "CARDS",
    "FRESH",
    "Asked",
    "Board",
    "Card",
    "choices",
    "desks",
    "fresh",
    "is_plain",
    "late",
    "look",
    "number",
    "of_desk",
    "own",
    "pending",
    "people",
    "waits_for",
]
