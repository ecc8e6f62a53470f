"""Names in the news and the sources we cite, by kind: who is in the news now, and every name."""

from collections import Counter
from dataclasses import dataclass

from django.conf import settings
from django.db.models import F, Model
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.editions.placing import key
from articles.models import Edition, Entity, Source
from articles.models.cited import SourcesCited
from articles.views import shelves
from articles.views.context import elsewhere
from articles.views.described import described

NEWEST = 100  # stories whose names are in the news
OF_EACH = 12  # names of one story that count, those it names most
MOST = 10  # names of one kind
SIZE = 90
MARK = "~"  # between the two halves of a cursor


@dataclass(frozen=True)
class Index:
    """One sort of names: their lists, their pages, and what several of each kind are called."""

    model: type[Model]
    numbers: object  # an expression: the names of the story at one place
    lists: str  # as in the keys of lists
    url: str
    title: str
    says: str
    kinds: dict

    def label(self, kind):
        """What several of a kind are called."""
        return self.kinds.get(kind, "")

    def url_of(self, kind):
        return reverse(f"{self.url}_of", args=[kind])


DOSSIERS = Index(
    Entity,
    F("edition__entity_ids"),
    "entity",
    "topics",
    _("Dossiers"),
    _("Whom and what we write about: each with its facts, its timeline and all our stories."),
    {
        Entity.Kind.PERSON: _("People"),
        Entity.Kind.ORGANISATION: _("Organisations"),
        Entity.Kind.PLACE: _("Places"),
        Entity.Kind.EVENT: _("Events"),
        Entity.Kind.TOPIC: _("Matters"),
    },
)
SOURCES = Index(
    Source,
    SourcesCited("edition__cited"),
    "source",
    "sources",
    _("Our sources"),
    _("Whom we quote: each with all that we took from it, and how we used it."),
    {
        Source.Kind.AGENCY: _("News agencies"),
        Source.Kind.NEWSPAPER: _("Newspapers"),
        Source.Kind.TELEVISION: _("Television channels"),
        Source.Kind.RADIO: _("Radio stations"),
        Source.Kind.WEBSITE: _("Websites"),
        Source.Kind.OFFICIAL: _("Official bodies"),
        Source.Kind.ORGANISATION: _("Organisations"),
        Source.Kind.RESEARCH: _("Research centres"),
    },
)


def topics(request):
    return _overview(request, DOSSIERS)


def topics_of(request, kind):
    return _by_name(request, DOSSIERS, kind)


def sources(request):
    return _overview(request, SOURCES)


def sources_of(request, kind):
    return _by_name(request, SOURCES, kind)


def _overview(request, index):
    """Every kind with those of its names that stand in most of the newest stories."""
    kinds = [
        {"name": label, "url": index.url_of(kind), "names": names}
        for kind, label, names in _in_the_news(index, get_language())
    ]
    address = reverse(index.url)
    context = {
        "index": index,
        "kinds": kinds,
        "translation": elsewhere(lambda: reverse(index.url)),
        **described(request, str(index.title), [(index.title, address)], (), str(index.says)),
    }
    return render(request, "articles/names.html", context)


def _in_the_news(index, language):
    """(kind, label, names) of every kind. Two queries: the newest stories, then their names."""
    places = Edition.objects.listed(key(language, "home")).annotate(numbers=index.numbers)
    stories = places.values_list("numbers", flat=True)[:NEWEST]
    times = Counter(pk for story in stories for pk in list(dict.fromkeys(story))[:OF_EACH])
    rows = shelves.with_sizes(index.model.objects.filter(pk__in=times), language, index.lists)
    found = sorted(
        (row for row in rows if getattr(row, f"name_{language}")),
        key=lambda row: (-times[row.pk], row.folded),
    )
    for kind, label in index.kinds.items():
        yield kind, label, [row for row in found if row.kind == kind][:MOST]


def _by_name(request, index, kind):
    """The names of one kind that have stories in this language, by their letters."""
    if kind not in index.kinds:
        raise Http404
    language = get_language()
    column = "folded" if language == settings.LANGUAGE_CODE else f"name_{language}"
    rows = index.model.objects.filter(kind=kind).exclude(**{column: None}).exclude(**{column: ""})
    if "after" in request.GET:
        name, pk = _cursor(request.GET["after"])
        rows = rows.filter(**{f"{column}__gte": name}).exclude(**{column: name, "pk__lte": pk})
    rows = shelves.with_sizes(rows, language, index.lists).filter(article_count__gt=0)
    names = list(rows.order_by(column, "pk")[: SIZE + 1])
    more = len(names) > SIZE
    last = names[:SIZE][-1] if names else None
    after = urlencode({"after": f"{getattr(last, column)}{MARK}{last.pk}"}) if more else ""
    steps = [(index.title, reverse(index.url)), (index.label(kind), index.url_of(kind))]
    context = {
        "index": index,
        "heading": index.label(kind),
        "index_url": reverse(index.url),
        "names": names[:SIZE],
        "next_url": f"{request.path}?{after}" if more else "",
        "translation": elsewhere(lambda: index.url_of(kind)),
        **described(request, str(index.label(kind)), steps, (), str(index.says)),
    }
    return render(request, "articles/names_of_kind.html", context)


def _cursor(text):
    """Read the name and the number of the last row above; 404 when garbled."""
    name, _mark, pk = text.rpartition(MARK)
    if not name or not name.isprintable() or not (pk.isascii() and pk.isdecimal()):
        raise Http404
    return name, int(pk) % 2**63
