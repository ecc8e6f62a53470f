"""The search page: works without scripts, answers whatever is typed."""

from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import get_language

from articles.models import Edition
from articles.search import Search, highlight, passage
from articles.search.passage import Matcher
from articles.search.rank import SHOWN

SIZE = 20


def search(request):
    query = request.GET.get("q", "").replace("\x00", "").strip()
    answer = Search(languages=(get_language(),)).find(query)
    number = _page_number(request)
    start = (number - 1) * SIZE
    ids = answer.ids[start : start + SIZE]
    found = {
        edition.pk: edition
        for edition in Edition.objects.live()
        .filter(pk__in=ids)
        .select_related("section__parent__parent")
    }
    matcher = Matcher.of(answer.groups)
    context = {
        "query": query,
        "results": [_result(found[pk], matcher) for pk in ids if pk in found],
        "total": answer.total,
        "more_than_shown": answer.is_more,
        "next_url": _next(query, number) if start + SIZE < len(answer.ids) else "",
    }
    return render(request, "articles/search.html", context)


def _result(edition, matcher):
    return {
        "edition": edition,
        "title": highlight(edition.title, matcher),
        "passage": passage(f"{edition.lead}\n{edition.plain}".strip(), matcher),
    }


def _page_number(request):
    text = request.GET.get("page", "1")
    if text.isascii() and text.isdecimal() and int(text):
        return min(int(text), SHOWN // SIZE)
    return 1


def _next(query, number):
    return "?" + urlencode({"q": query, "page": number + 1})
