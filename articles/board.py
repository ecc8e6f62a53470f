"""The desk's board: what stands in which state, what is late, what waits for whom.

Queries only; it moves nothing. What a person's roles give them comes in as a `Person`.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Count, F, Prefetch, Q, Sum, Value, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from articles import states
from articles.models import Article, Byline, ReadCount
from articles.states import State

# In the order of the work; what nobody works on is in the list of articles.
OFF_THE_BOARD = (State.WITHDRAWN, State.SPIKED)
COLUMNS = tuple(state for state in State if state not in OFF_THE_BOARD)
UNDER_WAY = tuple(state for state in COLUMNS if state != State.PUBLISHED)
CARDS = 5  # of a column; a link leads to the others
ROWS = 5  # of a list beside the columns
FRESH = timedelta(hours=24)  # how long what was published stays on the board
READING = timedelta(hours=3)  # what «now» means for readers, whose counts are kept by the hour
GRACE = timedelta(minutes=2)  # a worker publishes on the minute; later than this is late
TEXTS = ("lead", "body", "caption", "dateline")  # what no card shows


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


@dataclass(frozen=True)
class Asked:
    """What the board is narrowed to: a desk, whose stories, only those that are late."""

    desk: int | None = None
    person: int | None = None
    late: bool = False

    def condition(self, now):
        """The same as a condition on articles."""
        found = Q()
        if self.desk:
            found &= Q(desk=self.desk)
        if self.person:
            found &= own(self.person)
        if self.late:
            found &= late(now)
        return found


@dataclass(frozen=True)
class Card:
    """One article as the board shows it: ``moves`` this person may make, ``writers`` at it now."""

    article: Article
    moves: tuple = ()
    writers: tuple = ()
    late: bool = False


@dataclass(frozen=True)
class Listed:
    """A column or a list: how many there are, and the first of them."""

    name: str
    count: int
    cards: tuple

    @property
    def more(self):
        return self.count - len(self.cards)


@dataclass(frozen=True)
class Board:
    """All that the page shows, counted and found at one moment."""

    now: datetime
    columns: tuple
    lists: dict
    reading: tuple = ()  # (article, how often it was read in the last hours)
    writing: tuple = ()  # cards of what somebody has open now

    @property
    def count(self):
        return sum(column.count for _state, column in self.columns)


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
    if article.state == State.SCHEDULED and article.scheduled_for:
        if article.scheduled_for < now - GRACE:
            return True
    if article.due_at is None or article.due_at >= now:
        return False
    return article.live_since is None or article.live_since < article.due_at


def pending():
    """The condition for live stories whose changes readers do not see yet."""
    return Q(pending=True, live_since__isnull=False)


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
    if move.own and not mine or move.four_eyes and mine and not person.passes_own:
        return False
    if move.name in person.anywhere:
        return True
    at_home = mine or article.desk_id is None or article.desk_id in person.desks
    return move.name in person.at_desk and at_home


@dataclass
class _Look:
    """The queries of one board; their number is the same whatever the archive holds."""

    person: Person
    asked: Asked
    now: datetime
    present: list = field(default_factory=list)

    def places(self):
        """Each column and list: the condition and the order of its articles."""
        soonest = (F("due_at").asc(nulls_last=True), F("changed_at").desc(), F("pk").desc())
        by_hour = (F("scheduled_for").asc(nulls_last=True), F("pk").desc())
        newest = (F("live_since").desc(nulls_last=True), F("pk").desc())
        orders = {State.SCHEDULED: by_hour, State.PUBLISHED: newest}
        for state in COLUMNS:
            yield state.value, self.in_column(state), orders.get(state, soonest), CARDS
        yield "waiting", waits_for(self.person), soonest, ROWS
        yield "next", Q(state=State.SCHEDULED, scheduled_for__gte=self.now - GRACE), by_hour, ROWS
        yield "late", late(self.now), soonest, ROWS
        yield "pending", pending(), (F("changed_at").desc(), F("pk").desc()), ROWS

    def in_column(self, state):
        found = Q(state=state)
        return found & Q(live_since__gt=self.now - FRESH) if state == State.PUBLISHED else found

    def narrowed(self):
        return Article.objects.order_by().filter(self.asked.condition(self.now))

    def ranked(self):
        """Return the articles' numbers of every column and list in their order. One query."""
        parts = [
            self.narrowed()
            .filter(condition)
            .annotate(place=Value(name), rank=Window(RowNumber(), order_by=order))
            .order_by(*order)
            .values_list("place", "rank", "pk")[:most]
            for name, condition, order, most in self.places()
        ]
        found = {}
        for name, _rank, pk in sorted(parts[0].union(*parts[1:], all=True)):
            found.setdefault(name, []).append(pk)
        return found

    def counted(self):
        """Return how many articles each column and list has. One query each for three indexes."""
        total = {"waiting": 0, "next": 0, "late": 0}
        conditions = {name: condition for name, condition, *_rest in self.places()}
        tallies = {name: Count("pk", filter=conditions[name]) for name in total}
        rows = self.narrowed().filter(under_way()).values("state").annotate(all=Count("pk"), **tallies)
        for row in rows:
            total[row["state"]] = row["all"]
            for name in tallies:
                total[name] += row[name]
        for name in (State.PUBLISHED.value, "pending"):
            total[name] = self.narrowed().filter(conditions[name]).count()
        return total

    def read(self):
        """Return (article's number, readings) of the live stories read most in the last hours."""
        live = self.narrowed().filter(live_since__isnull=False)
        return list(
            ReadCount.objects.filter(hour__gt=self.now - READING, reads__gt=0, article__in=live)
            .values("article")
            .annotate(total=Sum("reads"))
            .order_by("-total", "-article")
            .values_list("article", "total")[:ROWS]
        )

    def board(self):
        ranked, counts, read = self.ranked(), self.counted(), self.read()
        open_now = list(dict.fromkeys(one.article_id for one in self.present))
        wanted = {pk for pks in ranked.values() for pk in pks} | {pk for pk, _reads in read}
        articles = for_cards(wanted | set(open_now))
        cards = {pk: self.card(article) for pk, article in articles.items()}

        def listed(name):
            found = [cards[pk] for pk in ranked.get(name, ()) if pk in cards]
            return Listed(name, max(counts.get(name, 0), len(found)), tuple(found))

        return Board(
            self.now,
            tuple((state, listed(state.value)) for state in COLUMNS),
            {name: listed(name) for name in ("waiting", "next", "late", "pending")},
            tuple((cards[pk], reads) for pk, reads in read if pk in cards),
            tuple(cards[pk] for pk in open_now if pk in cards and self.asks_for(cards[pk]))[:ROWS],
        )

    def asks_for(self, card):
        """The same as the condition of what was asked, for a card at hand."""
        asked, article = self.asked, card.article
        return (
            (not asked.desk or article.desk_id == asked.desk)
            and (not asked.person or is_own(asked.person, article))
            and (not asked.late or card.late)
        )

    def card(self, article):
        moves = tuple(m for m in states.moves_from(article.state) if may(self.person, m, article))
        writers = tuple(one.user for one in self.present if one.article_id == article.pk)
        return Card(article, moves, writers, is_late(article, self.now))


def for_cards(numbers):
    """Return articles by number with what a card shows of them, in two queries."""
    signed = Byline.objects.select_related("author")
    return (
        Article.objects.select_related("desk", "category")
        .prefetch_related(Prefetch("bylines", queryset=signed))
        .defer(*TEXTS)
        .in_bulk(numbers)
    )


def look(person, asked=None, present=(), now=None):
    """Return the board as this person has it now, narrowed to what was ``asked``.

    ``present``: who has which article open, newest first. Seven queries, however many articles.
    """
    return _Look(person, asked or Asked(), now or timezone.now(), list(present)).board()
