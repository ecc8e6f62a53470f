"""What we got wrong: the list of corrections and clarifications of one language, and its feed."""

from dataclasses import dataclass
from itertools import groupby

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext

from articles.models import Correction
from articles.publishing import rss
from articles.views import feeds
from articles.views.context import Site
from articles.views.paging import cursor, write_place

SIZE = 30


@dataclass(frozen=True)
class Page:
    """Some corrections and where the older ones are; ``next_url`` is empty on the last page."""

    rows: list
    next_url: str = ""

    @property
    def days(self):
        """The rows of each day on the newsroom's clock, as (day, rows)."""
        by_day = groupby(self.rows, lambda row: timezone.localtime(row.at).date())
        return [(day, list(rows)) for day, rows in by_day]


def page(request):
    context = {"page": _page(request), "feed_url": reverse("corrections_feed")}
    return render(request, "articles/corrections.html", context)


def feed(request):
    site = Site(request)
    title = f"{gettext('Corrections')} | {site.name}"
    items = [_item(row, site.address) for row in _page(request).rows]
    return feeds.respond_with(request, items, title, reverse("corrections"), request.path)


def _page(request):
    """The corrections that the request asks for, with their stories, in one query."""
    rows = Correction.objects.listed(get_language(), before=cursor(request)).with_stories()
    rows = list(rows[: SIZE + 1])
    more, rows = len(rows) > SIZE, rows[:SIZE]
    place = write_place(rows[-1].at, rows[-1].pk) if more else ""
    return Page(rows, f"{request.path}?after={place}" if more else "")


def _item(row, address):
    return rss.Item(
        title=f"{row.get_kind_display()}: {row.edition.title}",
        url=address + row.get_absolute_url(),
        summary=row.sentence,
        published_at=row.at,
        changed_at=row.at,
        authors=(),
        categories=(),
    )
