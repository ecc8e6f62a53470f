"""What is read most, over the last day, the last days or the last week."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext

from articles.publishing.formats import PLAIN
from articles.readership import RANKED, RANKING_DAYS, SPANS, most_read
from articles.views import feeds, shelves
from articles.views.context import Site


def page(request):
    days = _days(request)
    (read,) = shelves.fill(most_read(get_language(), RANKED, days))
    context = {
        "most_read": read,
        "days": days,
        "spans": SPANS,
        "usual": RANKING_DAYS,
        "feed_url": _asked(reverse("most_read_feed"), days),
    }
    return render(request, "articles/most_read.html", context)


def feed(request, form=PLAIN):
    days = _days(request)
    (read,) = shelves.fill(most_read(get_language(), RANKED, days), without=feeds.heavy())
    title = f"{gettext('Most read')} | {Site.of(request).name}"
    return feeds.respond(request, form, read, title, _asked(reverse("most_read"), days))


def _asked(path, days):
    return path if days == RANKING_DAYS else f"{path}?days={days}"


def _days(request):
    """The days that the address names, one of `SPANS`; 404 for any other."""
    text = request.GET.get("days", str(RANKING_DAYS))
    for days in SPANS:
        if text == str(days):
            return days
    raise Http404
