"""The search page: works without scripts, answers whatever is typed."""

from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import get_language

from articles.search import MOST, find, highlight, parse, passage

SIZE = 20


def search(request):
    query = request.GET.get("q", "").replace("\x00", "").strip()[:300]
    terms = parse(query)
    number = _page_number(request)
    matches = find(terms, get_language())
    total = matches.count() if terms else 0
    start = (number - 1) * SIZE
    editions = matches.defer(None).select_related("section__parent__parent")[start : start + SIZE]
    context = {
        "query": query,
        "results": [_result(edition, terms) for edition in editions],
        "total": total,
        "more_than_shown": total >= MOST,
        "next_url": _next(query, number) if start + SIZE < total else "",
    }
    return render(request, "articles/search.html", context)


def _result(edition, terms):
    return {
        "edition": edition,
        "title": highlight(edition.title, terms),
        "passage": passage(f"{edition.lead}\n{edition.plain}".strip(), terms),
    }


def _page_number(request):
    text = request.GET.get("page", "1")
    return min(int(text), MOST // SIZE) if text.isascii() and text.isdecimal() and int(text) else 1


def _next(query, number):
    return "?" + urlencode({"q": query, "page": number + 1})
