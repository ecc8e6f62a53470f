"""Which articles are late, whose they are, for whom they wait: conditions for queries.

Beside a condition stands the same rule for an article at hand, where a page needs both.
"""

from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q

from articles import roles, states
from articles.models import Byline, Edition
from articles.states import Asks, Note, State

# The columns, in the order of the work; what rests is in the list of articles.
COLUMNS = tuple(state for state in State if state.is_open)
UNDER_WAY = tuple(state for state in COLUMNS if state != State.PUBLISHED)
# Here it is the writer's turn, whoever else might send the story on.
WRITERS_TURN = (State.DRAFT, State.PUBLISHED)
FRESH = timedelta(hours=24)  # how long what was published stays on the board
GRACE = timedelta(minutes=1)  # a worker looks each minute: before, nobody speaks of late


def of_desk(desk):
    """The condition for the articles of a desk."""
    return Q(desk=desk)


def own(person):
    """The condition for a person's own stories: they began it, or their name stands over it.

    The same as `roles.owns`, for an article at hand.
    """
    signed = Byline.objects.filter(article=OuterRef("pk"), author__user=person)
    return Q(created_by=person) | Q(Exists(signed))


def under_way():
    """The condition for articles that wait for somebody's work, or for their hour."""
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
    if article.state == State.SCHEDULED and article.scheduled_for < now - GRACE:
        return True
    if article.due_at is None or article.due_at >= now:
        return False
    return article.live_since is None or article.live_since < article.due_at


def pending():
    """The condition for live stories whose changes readers do not see yet."""
    return Q(pending=True)


def fresh(now):
    """The condition for what readers have since yesterday: published then, or published anew.

    What was brought in with an older date, such as an archive, is no news of the day.
    """
    since = now - FRESH
    again = Edition.objects.filter(article=OuterRef("pk"), number__gt=1)
    went_out = Q(state=State.PUBLISHED, live_since__gt=since)
    return went_out & (Q(published_at__gt=since) | Q(Exists(again)))


def onward(move):
    """The states in which this move is somebody's next step towards readers.

    What is scheduled waits for its hour, and a move that must be explained is not the usual way. Of
    published stories only the changes are on their way.
    """
    if move.note == Note.MUST or move.end not in COLUMNS:
        return []
    if move.pending:
        return [state for state in move.starts if move.end in UNDER_WAY]
    ahead = COLUMNS[: COLUMNS.index(move.end)]
    return [state for state in move.starts if state in ahead and state != State.SCHEDULED]


def waits_for(held):
    """The condition for articles whose next step is this person's, by the table of moves.

    ``held``: their `roles.Rights`.
    """
    mine, found = own(held.user_id), Q(pk__in=[])
    for move in states.MOVES:
        starts = onward(move)
        if starts and (reach := _reach(move, held, mine)) is not None:
            found |= Q(state__in=starts) & _fits(move) & (mine | ~Q(state__in=WRITERS_TURN)) & reach
    return found


def choices(held, article):
    """The moves a person may make with an article at hand: what `workflow.choices` answers.

    Asks the database nothing when bylines, authors and the desk are loaded, as `look` does.
    """
    found = {}
    for move in states.moves_from(article.state):
        fits = move.live in (None, article.is_live) and (article.pending or not move.pending)
        if fits and held.may(move, article):
            found.setdefault(move.name, move)
    return tuple(found.values())


def is_plain(move):
    """Whether a move asks for nothing and stays inside the newsroom, so that one press is enough.

    What changes readers' pages or takes a story from the board is confirmed on a page of its own.
    """
    return move.note != Note.MUST and move.asks == Asks.NOTHING and move.end in UNDER_WAY


def _fits(move):
    """The condition for articles that the move is for, whoever makes it."""
    found = Q() if move.live is None else Q(live_since__isnull=not move.live)
    return found & Q(pending=True) if move.pending else found


def _reach(move, held, mine):
    """The condition for articles that the person's roles reach with the move; None for nothing."""
    if held.everything:
        return Q()
    wanted = [roles.BY_KEY[key] for key in held.roles & set(move.roles)]
    if not wanted:
        return None
    found = Q()
    if all(role.by_desk for role in wanted):
        found = mine | Q(desk=None) | Q(desk__in=held.desks)
    if move.own:
        found &= mine
    if move.four_eyes and not any(role.passes_own for role in wanted):
        found &= ~mine
    return found
