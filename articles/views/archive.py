"""The archive by year, month and day, on the newsroom's clock. Its addresses are ASCII digits."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext

from articles.editions import archive
from articles.editions.placing import key
from articles.publishing.formats import PLAIN
from articles.text.dates import long_date, month_year
from articles.text.digits import write
from articles.text.weeks import first_weekday, week_of
from articles.views import feeds
from articles.views.context import Site
from articles.views.moved import sent_on
from articles.views.paging import page_of

YEARS = range(1000, 9999)  # four digits, and a day after the last one
MONTHS = range(1, 13)
# How the title of a feed names the period.
WRITTEN = {
    "year": lambda day, language, months, digits: write(str(day.year), digits),
    "month": month_year,
    "day": long_date,
}


@dataclass(frozen=True)
class Period:
    """A year, a month or a day in a list: how many stories, and its address if there are any."""

    day: date
    kind: str
    size: int = 0
    is_here: bool = False

    @property
    def url(self):
        return url_of(self.kind, self.day) if self.size else ""


def url_of(kind, day):
    """The address of the year, month or day that holds the date."""
    parts = (day.year, day.month, day.day)[: ("year", "month", "day").index(kind) + 1]
    return reverse(f"archive_{kind}", args=parts)


def feed(request, year, month=None, day=None, form=PLAIN):
    """What was published in a year, a month or on a day; 404 where that is nothing."""
    kind = "day" if day else "month" if month else "year"
    here = _date(year, month or 1, day or 1)
    page = _page(request, kind, here, without=feeds.heavy())
    if not page.editions:
        raise Http404
    style = {"months": settings.MONTH_NAMES, "digits": settings.DIGITS}
    said = WRITTEN[kind](here, get_language(), **style)
    title = f"{gettext('Archive: %(day)s') % {'day': said}} | {Site.of(request).name}"
    return feeds.respond(request, form, page.editions, title, url_of(kind, here), page.next_url)


def _feed_url(kind, day, has_stories):
    return f"{url_of(kind, day)}feed/" if has_stories else ""


def index(request):
    found = [
        Period(date(number, 1, 1), "year", size)
        for number, size in archive.years(get_language())
        if number in YEARS
    ]
    return render(request, "articles/archive.html", {"years": found})


def year(request, year):
    first = _date(year, 1, 1)
    days = _months(first)
    found = archive.sizes(get_language(), month=days, year=[first])
    size = found["year"].get(archive.name("year", first), 0)
    context = {
        "first": first,
        "size": size,
        "months": _periods("month", days, found),
        "feed_url": _feed_url("year", first, size),
    }
    context |= _around("year", first, date(year + 1, 1, 1))
    return render(request, "articles/archive_year.html", context, status=_status(size))


def month(request, year, month):
    first = _date(year, month, 1)
    end = _next_month(first)
    page = _page(request, "month", first)
    context = {"first": first, "page": page} | _calendar(first)
    context |= _around("month", first, end)
    context["feed_url"] = _feed_url("month", first, page.editions)
    return render(request, "articles/archive_month.html", context, status=_status(context["size"]))


def day(request, year, month, day):
    here = _date(year, month, day)
    page = _page(request, "day", here)
    context = {"day": here, "page": page} | _calendar(here.replace(day=1), here)
    context |= _around("day", here, here + timedelta(1))
    context["feed_url"] = _feed_url("day", here, page.editions)
    return render(request, "articles/archive_day.html", context, status=_status(page.editions))


def written_otherwise(request, year, month=None, day=None):
    """Send an address that names a period in other digits or without zeros to its own; one hop."""
    parts = [int(one) for one in (year, month, day) if one is not None]
    here = _date(*[*parts, 1, 1][:3])
    kind = ("year", "month", "day")[len(parts) - 1]
    return sent_on(request, url_of(kind, here))


def _date(year, month, day):
    """The date of these numbers; 404 where no calendar has it."""
    if year not in YEARS:
        raise Http404
    try:
        return date(year, month, day)
    except ValueError:
        raise Http404 from None


def _status(has_stories):
    """Whoever asks for an empty day is told what lies around it; machines are told it is none."""
    return 200 if has_stories else 404


def _page(request, kind, day, **options):
    return page_of(request, key(get_language(), kind, archive.name(kind, day)), **options)


def _months(day):
    return [day.replace(month=number, day=1) for number in MONTHS]


def _next_month(first):
    return (first + timedelta(31)).replace(day=1)


def _periods(kind, days, found, here=None):
    sizes = found[kind]
    return [
        Period(one, kind, sizes.get(archive.name(kind, one), 0), here is not None and one == here)
        for one in days
    ]


def _calendar(first, here=None):
    """The month as weeks of days, each with its size; and the months of its year."""
    begins, end = first_weekday(settings.TIME_ZONE), _next_month(first)
    days = [first + timedelta(number) for number in range((end - first).days)]
    found = archive.sizes(get_language(), day=days, month=_months(first))
    months = _periods("month", _months(first), found, None if here else first)
    by_day = {one.day: one for one in _periods("day", days, found, here)}
    weeks, start = [], first
    while start < end:
        week = week_of(start, begins)
        weeks.append([by_day.get(one) for one in week])
        start = week[-1] + timedelta(1)
    return {
        "first": first,
        "weekdays": week_of(first, begins),
        "weeks": weeks,
        "months": months,
        "size": found["month"].get(archive.name("month", first), 0),
        "month_url": url_of("month", first),
        "year_url": url_of("year", first),
        "today": timezone.localdate(),
    }


def _around(kind, first, end):
    """The nearest periods before and after that have stories."""
    before, after = archive.around(get_language(), first, end)
    return {
        "before": before and Period(before, kind, 1),
        "after": after and Period(after, kind, 1),
    }
