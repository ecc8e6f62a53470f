"""The table of editorial states and the moves between them; rules only, nothing is written here."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    DRAFT = "draft", _("Draft")
    REVIEW = "review", _("In review")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


@dataclass(frozen=True)
class Move:
    """One step a person may take with an article: ``permission`` is what they must hold."""

    name: str
    label: str
    starts: tuple
    end: State
    permission: str


MOVES = (
    Move("submit", _("Send to review"), (State.DRAFT,), State.REVIEW, "articles.change_article"),
    Move("return", _("Send back"), (State.REVIEW,), State.DRAFT, "articles.publish_article"),
    Move(
        "publish",
        _("Publish"),
        (State.DRAFT, State.REVIEW, State.PUBLISHED, State.WITHDRAWN),
        State.PUBLISHED,
        "articles.publish_article",
    ),
    Move(
        "withdraw",
        _("Withdraw"),
        (State.PUBLISHED,),
        State.WITHDRAWN,
        "articles.withdraw_article",
    ),
)


def find(state, name):
    """Return the move called ``name`` that leaves ``state``, or None where the table has none."""
    return next((move for move in MOVES if move.name == name and state in move.starts), None)


def moves_from(state):
    """Return the moves that leave ``state``, in the order of the table."""
    return [move for move in MOVES if state in move.starts]


def state_choices():
    """Return the states for a form; a callable, so that a new state needs no migration."""
    return State.choices
