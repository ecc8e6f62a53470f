"""What is read most, over the last day, the last days or the last week."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import get_language

from articles.readership import RANKED, RANKING_DAYS, SPANS, most_read
from articles.views import shelves


def page(request):
    days = _days(request)
    (read,) = shelves.fill(most_read(get_language(), RANKED, days))
    context = {"most_read": read, "days": days, "spans": SPANS, "usual": RANKING_DAYS}
    return render(request, "articles/most_read.html", context)


def _days(request):
    """The days that the address names, one of `SPANS`; 404 for any other."""
    text = request.GET.get("days", str(RANKING_DAYS))
    for days in SPANS:
        if text == str(days):
            return days
    raise Http404
