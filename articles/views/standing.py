"""Standing pages: من نحن، هيئة التحرير، السياسات."""

from itertools import groupby

from django.http import Http404
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from articles.editions.clean import clean
from articles.models import Author, Page
from articles.models.pages import OWN_ADDRESS
from articles.publishing import social
from articles.views.moved import sent_on

MASTHEAD = "masthead"
MOST_PEOPLE = 200


def page(request, slug):
    language = get_language()
    found = Page.objects.written_in(language).filter(slug=slug).first()
    if found is None:
        raise Http404
    if request.resolver_match.url_name == "page" and slug in OWN_ADDRESS:
        return sent_on(request, found.get_absolute_url())
    context = {
        "standing": found,
        "html": mark_safe(clean(found.body)),  # noqa: S308 - cleaned here
        "positions": _masthead(language) if slug == MASTHEAD else [],
        "social": social.page_card(found.title, "", language),
        "translation": next(iter(found.translations()), None),
    }
    return render(request, "articles/standing.html", context)


def _masthead(language):
    """People by position in the masthead's order: [(position, [author, …]), …]. One query."""

    def position(author):
        return getattr(author, f"position_{language}") or ""

    people = Author.objects.filter(on_masthead=True).order_by("masthead_order", "folded", "pk")
    return [(title, list(group)) for title, group in groupby(people[:MOST_PEOPLE], position)]
