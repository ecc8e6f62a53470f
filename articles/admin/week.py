"""What one week of the newsroom holds, slot by slot. Only reads, and always as many questions."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber, TruncHour
from django.utils import timezone

from articles import clock, states
from articles.editions import placing
from articles.models import Article, Placement
from articles.states import State
from articles.text import dates
from articles.text.digits import write
from articles.workflow import due

# The night is one slot: hardly anything goes out then, and the day has to fit on a screen.
SLOTS = (range(6), *(range(hour, hour + 1) for hour in range(6, 24)))
MOST = 500  # scheduled stories of one week; more stand in the list of articles
SHOWN = 3  # marks of one kind in one slot; the rest is counted
UNDER_WAY = (State.DRAFT, State.REVIEW, State.LANGUAGE, State.READY)
# Long texts that no card shows, in each language and in the column that they share.
UNREAD = tuple(
    f"{name}{language}"
    for name in ("body", "lead")
    for language in ("", *(f"_{language}" for language, _name in settings.LANGUAGES))
)


def hour_of(moment):
    """An hour as the house writes it: 14:05."""
    return write(f"{moment:%H:%M}", settings.DIGITS)


def day_month(day):
    return dates.day_month(day, "ar", months=settings.MONTH_NAMES, digits=settings.DIGITS)


@dataclass
class Card:
    """A scheduled story in its slot, and whether whoever looks may move it."""

    article: Article
    at: datetime
    is_movable: bool
    is_late: bool = False

    @property
    def hour(self):
        return hour_of(self.at)

    @property
    def embargo(self):
        """When its embargo ends: the hour, and the day where it is another; None without one."""
        until = self.article.embargo_until
        if until is None:
            return None
        until = timezone.localtime(until)
        day = "" if until.date() == self.at.date() else f"{day_month(until)}، "
        return f"{day}{hour_of(until)}"

    @property
    def is_blocked(self):
        """Whether its embargo ends only after the time at which it is to go out."""
        until = self.article.embargo_until
        return until is not None and until > self.at


@dataclass
class Mark:
    """Something lighter beside the cards: a deadline, or what is already out."""

    at: datetime
    title: str
    article_id: int

    @property
    def hour(self):
        return hour_of(self.at)


@dataclass
class Marks:
    """Some marks of one kind in a slot, and how many more there are."""

    shown: list = field(default_factory=list)
    count: int = 0

    @property
    def more(self):
        return self.count - len(self.shown)


@dataclass
class Slot:
    hours: range
    is_now: bool = False
    cards: list = field(default_factory=list)
    deadlines: Marks = field(default_factory=Marks)
    published: Marks = field(default_factory=Marks)

    @property
    def label(self):
        """The hours of the slot, as «14:00» or «00–06»."""
        first, last = self.hours.start, self.hours.stop
        text = f"{first:02}:00" if len(self.hours) == 1 else f"{first:02}–{last:02}"
        return write(text, settings.DIGITS)


@dataclass
class Day:
    date: date
    is_today: bool
    slots: list

    @property
    def is_empty(self):
        return not any(s.cards or s.deadlines.count or s.published.count for s in self.slots)


def week(days, rights, desk=None):
    """Return the days with what is scheduled, due and published on them, soonest first.

    ``rights`` are those of whoever looks; ``desk``: only the stories of that desk.
    """
    now = clock.now()
    here = timezone.localtime(now)
    found = {day: _empty(day, here) for day in days}
    for card in _cards(_between(days), rights, desk, now):
        _slot(found, card.at).cards.append(card)
    for kind, marks in (("deadlines", _deadlines), ("published", _published)):
        for mark, count in marks(_between(days), desk):
            held = getattr(_slot(found, mark.at), kind)
            if mark.title and len(held.shown) < SHOWN:
                held.shown.append(mark)
            held.count += count
    return list(found.values())


def _empty(day, here):
    is_today = day == here.date()
    slots = [Slot(hours, is_today and here.hour in hours) for hours in SLOTS]
    return Day(day, is_today, slots)


def _between(days):
    """The first moment of the week and the first after it, in the newsroom's time zone."""
    ends = (days[0], days[-1] + timedelta(1))
    return [timezone.make_aware(datetime.combine(day, time())) for day in ends]


def _slot(found, at):
    return next(slot for slot in found[at.date()].slots if at.hour in slot.hours)


def _of(desk, rows, path="desk"):
    return rows.filter(**{path: desk}) if desk else rows


def _cards(between, rights, desk, now):
    start, end = between
    rows = Article.objects.scheduled().filter(scheduled_for__gte=start, scheduled_for__lt=end)
    found = list(_of(desk, rows).for_list().rewrite(False).defer(*UNREAD)[:MOST])
    due.explain(found)
    (step, *_others) = states.rows(State.SCHEDULED, "schedule")
    for article in found:
        at = timezone.localtime(article.scheduled_for)
        yield Card(article, at, rights.may(step, article), due.is_late(article, now))


def _deadlines(between, desk):
    rows = _of(desk, Article.objects.filter(state__in=UNDER_WAY))
    return _sampled(rows, between, "due_at", "title", "pk")


def _published(between, desk):
    home = placing.key(settings.LANGUAGE_CODE, "home")
    rows = _of(desk, Placement.objects.filter(list=home), "edition__article__desk")
    return _sampled(rows, between, "published_at", "edition__title", "edition__article_id")


def _sampled(rows, between, moment, title, number):
    """Yield the first marks of each hour; the first of them counts for all of its hour."""
    start, end = between
    hour = TruncHour(moment)
    rows = (
        rows.filter(**{f"{moment}__gte": start, f"{moment}__lt": end})
        .order_by(moment, "pk")
        .annotate(
            rank=Window(RowNumber(), partition_by=hour, order_by=[F(moment), F("pk")]),
            beside=Window(Count("pk"), partition_by=hour),
        )
        .filter(rank__lte=SHOWN)
        .values_list(moment, title, number, "rank", "beside")
    )
    for at, text, pk, rank, beside in rows:
        yield Mark(timezone.localtime(at), text, pk), beside if rank == 1 else 0
