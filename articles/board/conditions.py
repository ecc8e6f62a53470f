"""Which articles are late, whose they are, for whom they wait: conditions for queries.

Beside a condition stands the same rule for an article at hand, where a page needs both.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import F, Q

from articles import states
from articles.models import Byline
from articles.states import State

# In the order of the work; what nobody works on is in the list of articles.
OFF_THE_BOARD = (State.WITHDRAWN, State.SPIKED)
COLUMNS = tuple(state for state in State if state not in OFF_THE_BOARD)
UNDER_WAY = tuple(state for state in COLUMNS if state != State.PUBLISHED)
FRESH = timedelta(hours=24)  # how long what was published stays on the board
GRACE = timedelta(minutes=2)  # a worker publishes on the minute; later than this is late


@dataclass(frozen=True)
class Person:
    """Who looks at the board: what the table of moves gives to their roles, as plain values.

    ``anywhere`` and ``at_desk`` are names of moves; those of ``at_desk`` they make on articles of
    their ``desks``, on articles without a desk, and on their own.
    """

    pk: int
    anywhere: frozenset = frozenset()
    at_desk: frozenset = frozenset()
    desks: frozenset = frozenset()
    passes_own: bool = False


def of_desk(desk):
    """The condition for the articles of a desk."""
    return Q(desk=desk)


def own(person):
    """The condition for a person's own stories: they began it, or their name stands over it."""
    signed = Byline.objects.filter(author__user=person).values("article")
    return Q(created_by=person) | Q(pk__in=signed)


def is_own(person, article):
    """The same as `own`, for an article at hand with its bylines."""
    return article.created_by_id == person or any(
        byline.author.user_id == person for byline in article.bylines.all()
    )


def under_way():
    """The condition for articles that somebody still has to work on, or the clock."""
    return Q(state__in=UNDER_WAY)


def late(now):
    """The condition for what should be out and is not: its deadline or its hour has passed.

    A live story is late again when a deadline was set after it went out.
    """
    missed = Q(due_at__lt=now) & (Q(live_since=None) | Q(live_since__lt=F("due_at")))
    return under_way() & (missed | Q(state=State.SCHEDULED, scheduled_for__lt=now - GRACE))


def is_late(article, now):
    """The same as `late`, for an article at hand."""
    if article.state not in UNDER_WAY:
        return False
    hour = article.scheduled_for if article.state == State.SCHEDULED else None
    if hour and hour < now - GRACE:
        return True
    if article.due_at is None or article.due_at >= now:
        return False
    return article.live_since is None or article.live_since < article.due_at


def pending():
    """The condition for live stories whose changes readers do not see yet."""
    return Q(pending=True, live_since__isnull=False)


def fresh(now):
    """The condition for what went out lately."""
    return Q(state=State.PUBLISHED, live_since__gt=now - FRESH)


def onward(move):
    """The states from which a move brings an article nearer to readers, by somebody's hand.

    What is scheduled waits for the clock, and a spiked or withdrawn story for nobody.
    """
    if move.end not in COLUMNS:
        return []
    end = COLUMNS.index(move.end)
    waiting = [state for state in UNDER_WAY if state != State.SCHEDULED]
    return [state for state in move.starts if state in waiting and COLUMNS.index(state) < end]


def waits_for(person):
    """The condition for articles whose next move onward is this person's, by the table.

    A draft waits for its own writer only, whoever else might send it on.
    """
    mine = own(person.pk)
    here = Q(desk=None) | Q(desk__in=person.desks) | mine
    found = Q(pk__in=[])
    for move in states.MOVES:
        starts = onward(move)
        if not starts or move.name not in person.anywhere | person.at_desk:
            continue
        one = Q(state__in=starts) & (mine | ~Q(state=State.DRAFT))
        if move.live is not None:
            one &= Q(live_since__isnull=not move.live)
        if move.own:
            one &= mine
        if move.four_eyes and not person.passes_own:
            one &= ~mine
        found |= one if move.name in person.anywhere else one & here
    return found


def may(person, move, article):
    """Whether the person may make that move on an article at hand; asks the database nothing.

    Bylines with their authors must be loaded, as `look` does.
    """
    if article.state not in move.starts:
        return False
    if move.live is not None and move.live != article.is_live:
        return False
    mine = is_own(person.pk, article)
    if (move.own and not mine) or (move.four_eyes and mine and not person.passes_own):
        return False
    if move.name in person.anywhere:
        return True
    at_home = mine or article.desk_id is None or article.desk_id in person.desks
    return move.name in person.at_desk and at_home


def is_plain(move):
    """Whether a move asks for nothing and stays inside the newsroom, so that one press is enough.

    What changes readers' pages or takes a story from the desk is confirmed on a page of its own.
    """
    return move.note == "no" and not move.asks and move.end in UNDER_WAY
