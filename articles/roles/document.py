"""Tell the table of moves to people: in the README, and on a page of the newsroom."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles import states
from articles.roles.table import BY_KEY
from articles.states import Asks, Note


@dataclass(frozen=True)
class Told:
    """One row of the table in words, in the language that is active."""

    starts: str
    label: str
    end: str
    roles: str
    conditions: str


def told():
    """Return the whole table of moves in words, in its order."""
    return [
        Told(
            starts=_comma(start.label for start in move.starts),
            label=str(move.label),
            end=str(move.end.label),
            roles=_comma(BY_KEY[key].label for key in move.roles),
            conditions=_comma(_conditions(move)),
        )
        for move in states.MOVES
    ]


def told_of_writing():
    """Return for every state who may change the text there, as (state, roles) in words."""
    return [
        (str(state.label), _comma(BY_KEY[key].label for key in state.writers))
        for state in states.State
    ]


def markdown():
    """Return the tables as Markdown, for the README."""
    lines = [
        f"| {_('from')} | {_('move')} | {_('to')} | {_('who')} | {_('conditions')} |",
        "|---|---|---|---|---|",
        *(
            f"| {one.starts} | {one.label} | {one.end} | {one.roles} | {one.conditions} |"
            for one in told()
        ),
        "",
        f"| {_('state')} | {_('who may change the text')} |",
        "|---|---|",
        *(f"| {state} | {who} |" for state, who in told_of_writing()),
    ]
    return "\n".join(lines) + "\n"


def _conditions(move):
    if move.live is True:
        yield _("readers see an edition")
    if move.live is False:
        yield _("readers see none")
    if move.pending:
        yield _("something was changed")
    if move.own:
        yield _("one's own story")
    if move.four_eyes:
        yield _("four eyes")
    if move.checked:
        yield _("meets what publishing requires")
    if move.note == Note.MUST:
        yield _("a reason")
    if move.asks == Asks.TIME:
        yield _("a time")
    if move.asks == Asks.ACT:
        yield _("what kind of change, when readers see it already")


def _comma(words):
    return _(", ").join(map(str, words))
