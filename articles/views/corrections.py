"""What we got wrong: the list of corrections and clarifications of one language, and its feed."""

from dataclasses import dataclass
from itertools import groupby

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext

from articles.models import Correction
from articles.publishing.feed import Item, legal
from articles.publishing.formats import PLAIN
from articles.publishing.items import plain_title, site_url
from articles.views import feeds
from articles.views.context import Site, elsewhere
from articles.views.described import described
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
    shown = _page(request)
    title = gettext("Corrections")
    about = gettext("What we got wrong and put right, and what we made clearer, newest first.")
    steps = [(title, reverse("corrections"))]
    context = {
        "page": shown,
        "feed_url": reverse("corrections_feed"),
        "translation": elsewhere(lambda: reverse("corrections")),
        **described(request, title, steps, _stories(shown.rows), about),
    }
    return render(request, "articles/corrections.html", context)


def feed(request, form=PLAIN):
    site = Site.of(request)
    title = f"{gettext('Corrections')} | {site.name}"
    shown = _page(request)
    items = [_item(row, site.address) for row in shown.rows]
    return feeds.respond_with(request, form, items, title, reverse("corrections"), shown.next_url)


def _page(request):
    """The corrections that the request asks for, with their stories, in one query."""
    rows = Correction.objects.listed(get_language(), before=cursor(request)).with_stories()
    rows = list(rows[: SIZE + 1])
    more, rows = len(rows) > SIZE, rows[:SIZE]
    place = write_place(rows[-1].at, rows[-1].pk) if more else ""
    return Page(rows, f"{request.path}?after={place}" if more else "")


def _stories(rows):
    """The stories of some corrections, each once."""
    return list({row.edition_id: row.edition for row in rows}.values())


def _item(row, address):
    return Item(
        id=f"{address}{row.edition.short_url}#{row.anchor}",
        url=site_url(address, row.get_absolute_url()),
        language=row.language,
        title=plain_title(f"{row.get_kind_display()}: {row.edition.title}"),
        summary=legal(row.sentence),
        published_at=row.at,
        changed_at=row.at,
    )
