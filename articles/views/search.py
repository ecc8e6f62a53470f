"""The search page, its suggestions and its feed: work without scripts, answer whatever is typed."""

from collections import Counter
from dataclasses import replace

from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext, ngettext, pgettext

from articles.editions.placing import key
from articles.models import Edition, Entity, Source
from articles.publishing.formats import PLAIN
from articles.readership import most_read
from articles.search.find import ALL
from articles.search.suggest import suggest as suggestions_for
from articles.views import feeds, results, shelves
from articles.views.asked import MOST_PAGES, SIZE, Asked
from articles.views.context import Site

EXAMPLES = 6
LOOKED_AT = 12  # newest stories whose names are the examples
MOST_WORDS = 8
SUGGESTIONS_SECONDS = 300
KINDS = {"entity": Entity.Kind, "source": Source.Kind}


def search(request):
    asked, site = Asked.of(request.GET), Site.of(request)
    context = {"site": site, "asked": asked, "query": asked.text}
    context |= _start() if asked.is_empty else _found(asked, site)
    return render(request, "articles/search.html", context)


def feed(request, form=PLAIN):
    """The newest results as a feed: the same words and filters in the address."""
    asked = replace(Asked.of(request.GET), newest_first=True)
    answer = None if asked.is_empty else asked.answer()
    (editions,) = shelves.fill(answer.ids[:SIZE] if answer else ())
    title = gettext("Search: %(query)s") % {"query": asked.text}
    title = f"{title} | {Site.of(request).name}"
    url = reverse("search") + replace(asked, newest_first=False).url()
    response = feeds.respond(request, form, editions, title, url)
    response["X-Robots-Tag"] = "noindex"
    return response


def suggest(request):
    """What may be meant by the words typed so far, for the script of the search field."""
    typed = Asked.of(request.GET).text
    found = [_suggested(one) for one in suggestions_for(typed, get_language())]
    said = ngettext("%(count)s suggestion", "%(count)s suggestions", len(found))
    response = JsonResponse(
        {
            "query": typed,
            "said": said % {"count": len(found)} if found else gettext("No suggestions"),
            "items": found,
        },
        json_dumps_params={"ensure_ascii": False},
    )
    response["Cache-Control"] = f"public, max-age={SUGGESTIONS_SECONDS}"
    response["X-Robots-Tag"] = "noindex"
    return response


def _found(asked, site):
    answer = asked.answer()
    shown, forms = results.results(answer, asked)
    number, is_more = results.count(answer)
    last = min(-(-len(answer.ids) // SIZE), MOST_PAGES)
    meant = results.meant(answer, asked, shown)
    context = {
        "answer": answer,
        "meant": meant,
        "picked": results.picked(asked, site),
        "read_as": answer.read_as,
        "unread_dates": _unread(asked),
        "urls": _urls(asked, answer) | {"meant": asked.url(text=meant)},
        "has_results": bool(answer.ids),
        "feed_url": reverse("search_feed") + asked.url(newest_first=False),
        "known": results.named(answer.query) if asked.page == 1 else None,
    }
    if not answer.ids:
        return context | _help(answer, asked)
    return context | {
        "tiers": results.tiers(shown),
        "forms": forms,
        "count": number,
        "is_more": is_more,
        "facets": results.choices(answer, asked, site),
        "pages": [(page, asked.url(page=page)) for page in range(1, last + 1)],
        "last_page": last,
        "is_cut": len(answer.ids) > (MOST_PAGES * SIZE) - 1 and asked.page == last,
        "date_fields": asked.kept("q", "section", "source", "year", "sort", "lang"),
    }


def _urls(asked, answer):
    """The addresses of the same search in another order, language or reading."""
    single = len(answer.query.groups) > 1 and all(
        len(group) == 1 and not group[0].is_phrase for group in answer.query.groups
    )
    is_plain = single and not (answer.query.filters or answer.query.excluded or answer.read_as)
    is_plain = is_plain and answer.tiers_of(ALL)
    return {
        "nearest": asked.url(newest_first=False),
        "newest": asked.url(newest_first=True),
        "one_language": asked.url(in_all_languages=False),
        "all_languages": asked.url(in_all_languages=True),
        "as_typed": asked.url(as_typed=True),
        "phrase": asked.url(text=f"«{asked.text}»") if is_plain else "",
        "everything": Asked(
            text=" ".join(answer.query.words), in_all_languages=asked.in_all_languages
        ).url(),
        "next": asked.url(page=asked.page + 1),
        "last": asked.url(page=min(-(-len(answer.ids) // SIZE), MOST_PAGES)),
    }


def _unread(asked):
    """The dates that were typed into a field and that nobody can read."""
    dates = ((asked.since, asked.since_day), (asked.until, asked.until_day))
    return [typed for typed, day in dates if typed and not day]


def _help(answer, asked):
    """What to try when nothing was found: each word alone, other stories."""
    words = [one for group in answer.groups for one in group]
    alone = [one for one in words if one.frequency and not (one.is_optional or one.is_phrase)]
    has_phrase = any(one.is_phrase for one in words)
    (read,) = shelves.fill(most_read(get_language()))
    return {
        "alone": [
            (one.word, one.frequency, Asked(text=one.word).url())
            for one in alone[:MOST_WORDS]
            if len(words) > 1
        ],
        "unquoted": asked.url(text=" ".join(answer.query.words)) if has_phrase else "",
        "most_read": read,
    }


def _start():
    """What the empty page shows: names of the newest stories, as examples of a query."""
    newest = Edition.objects.listed(key(get_language(), "home")).values_list(
        "edition__entity_ids", flat=True
    )[:LOOKED_AT]
    counted = Counter(pk for many in newest for pk in many)
    wanted = [pk for pk, _times in counted.most_common(EXAMPLES)]
    names = Entity.objects.in_bulk(wanted) if wanted else {}
    return {
        "examples": [
            (names[pk].name, Asked(text=names[pk].name).url()) for pk in wanted if pk in names
        ]
    }


def _suggested(one):
    """A suggestion as the script takes it: what to show, and where it leads."""
    return {"text": one.text, "label": _label(one), "url": _place(one), "kind": one.kind}


def _place(one):
    if one.kind == "query":
        return f"{reverse('search')}?{urlencode({'q': one.text})}"
    if one.kind == "title":
        return reverse("article", args=one.place)
    return reverse("topic" if one.kind == "entity" else one.kind, args=[one.place])


def _label(one):
    """Say what it is: a person, an agency, a section, a story, words to search for."""
    if one.kind in KINDS:
        kind = KINDS[one.kind](one.subkind).label
        return f"{one.spelling} · {kind}" if one.spelling else str(kind)
    return {
        "tag": pgettext("reader's page", "Tag"),
        "section": pgettext("one", "Section"),
        "title": pgettext("in a list of suggestions", "Story"),
        "query": gettext("Search"),
    }[one.kind]
