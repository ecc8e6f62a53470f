"""One look at the board: a fixed number of queries, whatever the archive holds."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.contrib.auth import get_user_model
from django.db.models import Count, F, Prefetch, Q, Sum, Value, Window
from django.db.models.functions import Lower, RowNumber
from django.utils import timezone

from articles import roles
from articles.board.conditions import (
    COLUMNS,
    GRACE,
    choices,
    fresh,
    is_late,
    late,
    of_desk,
    own,
    pending,
    under_way,
    waits_for,
)
from articles.models import Article, Byline, Desk, ReadCount, Role
from articles.states import State
from articles.text.digits import western

CARDS = 5  # of a column; a link leads to the others
LISTS = ("waiting", "next", "late", "pending")
ROWS = 5  # of a list beside the columns
READING = timedelta(hours=3)  # what «now» means for readers, whose counts are kept by the hour
# What no card shows.
TEXTS = (
    "lead", "body", "caption", "dateline", "claim", "claimant", "verdict_sentence",
    "box_title", "box",
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """What the board is narrowed to: a desk, whose stories, only those that are late."""

    desk: int | None = None
    person: int | None = None
    late: bool = False

    @classmethod
    def read(cls, given):
        """Read it from an address; what makes no sense there is left out."""
        desk, person = number(given.get("desk")), number(given.get("person"))
        return cls(desk, person, given.get("late") == "1")

    def address(self, **changed):
        """The same as an address has it, with some of it changed: ``?desk=3&late=1``, or ""."""
        given = {"desk": self.desk, "person": self.person, "late": int(self.late)} | changed
        kept = {name: value for name, value in given.items() if value}
        return f"?{urlencode(kept)}" if kept else ""

    def condition(self, now):
        """The same as a condition on articles."""
        found = Q()
        if self.desk:
            found &= of_desk(self.desk)
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

    @property
    def names(self):
        """Who wrote it; whoever else stands over it only where nobody did."""
        signed = self.article.bylines.all()
        wrote = [byline.author for byline in signed if byline.role == Role.WRITER]
        return list(dict.fromkeys(wrote or [byline.author for byline in signed]))


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


@dataclass
class _Look:
    """The queries of one board; their number is the same whatever the archive holds."""

    held: roles.Rights
    asked: Asked
    now: datetime
    present: list = field(default_factory=list)

    def places(self):
        """Each column and list: the condition and the order of its articles."""
        soonest = (F("due_at").asc(nulls_last=True), F("changed_at").desc(), F("pk").desc())
        by_hour = (F("scheduled_for").asc(nulls_last=True), F("pk").desc())
        newest = (F("live_since").desc(), F("pk").desc())
        orders = {State.SCHEDULED: by_hour, State.PUBLISHED: newest}
        for state in COLUMNS:
            yield state.value, self.in_column(state), orders.get(state, soonest), CARDS
        yield "waiting", waits_for(self.held), soonest, ROWS
        yield "next", Q(state=State.SCHEDULED, scheduled_for__gte=self.now - GRACE), by_hour, ROWS
        yield "late", late(self.now), soonest, ROWS
        yield "pending", pending(), (F("changed_at").desc(), F("pk").desc()), ROWS

    def in_column(self, state):
        return fresh(self.now) if state == State.PUBLISHED else Q(state=state)

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
        """Return how many articles each column and list has. Two queries."""
        total = dict.fromkeys(LISTS, 0)
        conditions = {name: condition for name, condition, *_rest in self.places()}
        tallies = {name: Count("pk", filter=conditions[name]) for name in LISTS}
        rows = self.narrowed().filter(under_way() | pending()).values("state")
        for row in rows.annotate(all=Count("pk"), **tallies):
            total[row["state"]] = row["all"]
            for name in LISTS:
                total[name] += row[name]
        total[State.PUBLISHED.value] = self.narrowed().filter(fresh(self.now)).count()
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
            {name: listed(name) for name in LISTS},
            tuple((cards[pk], reads) for pk, reads in read if pk in cards),
            tuple(cards[pk] for pk in open_now if pk in cards and self.asks_for(cards[pk]))[:ROWS],
        )

    def asks_for(self, card):
        """The same as the condition of what was asked, for a card at hand."""
        asked, article = self.asked, card.article
        return (
            (not asked.desk or article.desk_id == asked.desk)
            and (not asked.person or roles.owns(asked.person, article))
            and (not asked.late or card.late)
        )

    def card(self, article):
        writers = tuple(one.user for one in self.present if one.article_id == article.pk)
        return Card(article, choices(self.held, article), writers, is_late(article, self.now))


def for_cards(numbers):
    """Return articles by number with what a card shows of them, in two queries."""
    signed = Byline.objects.select_related("author")
    return (
        Article.objects.select_related("desk", "category")
        .prefetch_related(Prefetch("bylines", queryset=signed))
        .defer(*TEXTS)
        .in_bulk(numbers)
    )


def look(held, asked=None, present=(), now=None):
    """Return the board as the person with these `roles.Rights` has it, narrowed to what was asked.

    ``present``: who has which article open, newest first. Six queries, however many articles.
    """
    return _Look(held, asked or Asked(), now or timezone.now(), list(present)).board()


def desks():
    """The desks a board is narrowed to, in their order."""
    return Desk.objects.all()


def people():
    """Whoever may sign in to the newsroom, by name."""
    return (
        get_user_model()
        .objects.filter(is_active=True, is_staff=True)
        .only("username", "first_name", "last_name")
        .order_by(Lower("first_name"), Lower("last_name"), "username")
    )


def number(typed):
    """Read the number of a desk or a person from an address; None for anything else.

    >>> number("12"), number("٣"), number("-1"), number("")
    (12, 3, None, None)
    """
    typed = western(typed or "")
    return int(typed) if typed.isdecimal() and len(typed) < 10 else None
