"""Lists of editions, newest first: section, topic, source, tag, author; the feed of each."""

from collections import Counter
from itertools import groupby

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext

from articles.editions.placing import key
from articles.models import Author, Category, Entity, Listing, Source, Tag
from articles.models.cited import SourceCount, UsesOf
from articles.publishing import jsonld
from articles.publishing.formats import PLAIN
from articles.readership import most_read
from articles.views import feeds, moved, names, shelves
from articles.views.context import Site, elsewhere
from articles.views.described import described, newsroom
from articles.views.paging import SIZE, page_of

RELATED_NAMES = 8
OPENING = 8  # of a section, before the blocks of those below it


def section(request, path):
    category = _section(path)
    if path != category.path:
        return moved.sent_on(request, category.get_absolute_url())
    language, site = get_language(), Site.of(request)
    subsections = site.below(category)
    # Its first page opens the sections below it too, unless it is one of writers.
    opens = subsections and not category.is_opinion and "after" not in request.GET
    page = _page(request, "section", category, size=OPENING if opens else SIZE)
    below = shelves.below(subsections, language, page.editions) if opens else {}
    read, *newest = shelves.fill(most_read(language), *below.values())
    steps = [(one.name, one.get_absolute_url()) for one in category.trail]
    context = {
        "site": site,
        "category": category,
        "trail": category.trail,
        "subsections": subsections,
        "blocks": [
            {"category": one, "url": one.get_absolute_url(), "editions": editions}
            for one, editions in zip(below, newest, strict=True)
        ],
        "page": page,
        "writers": _writers(page.editions) if category.is_opinion else [],
        "most_read": read,
        "feed_url": reverse("section_feed", args=[category.path]),
        "translation": _elsewhere("section", category),
        **described(request, category.name, steps, page.editions, category.description),
    }
    return render(request, "articles/section.html", context)


def topic(request, slug):
    language = get_language()
    rows = shelves.with_span(Entity.objects.prefetch_related("aliases"), language)
    entity = get_object_or_404(rows, slug=slug)
    is_old_first = request.GET.get("order") == "old"
    page = _page(
        request,
        "entity",
        entity,
        oldest_first=is_old_first,
        sources=SourceCount("edition__cited"),
    )
    spellings = _other_spellings(entity)
    about = jsonld.named(newsroom(request), entity, *spellings)
    kind, kind_url = names.DOSSIERS.label(entity.kind), names.DOSSIERS.url_of(entity.kind)
    steps = [
        (names.DOSSIERS.title, reverse(names.DOSSIERS.url)),
        (kind, kind_url),
        (entity.name, entity.get_absolute_url()),
    ]
    context = {
        "entity": entity,
        "kind": kind,
        "kind_url": kind_url,
        "aliases": spellings,
        "facts": entity.facts.written_in(language),
        "years": _by_year(page.editions),
        "related_names": _names_beside(entity, page.editions),
        "page": page,
        "feed_url": reverse("topic_feed", args=[entity.slug]),
        "translation": _elsewhere("entity", entity),
        **described(request, entity.name, steps, page.editions, entity.description, about),
    }
    return render(request, "articles/topic.html", context)


def source(request, slug):
    source = _spanned(Source, "source", slug)
    used = UsesOf("edition__cited", source=source.pk)
    kind, kind_url = names.SOURCES.label(source.kind), names.SOURCES.url_of(source.kind)
    title = gettext("What we reported from %(name)s") % {"name": source.name}
    steps = [
        (names.SOURCES.title, reverse(names.SOURCES.url)),
        (kind, kind_url),
        (title, source.get_absolute_url()),
    ]
    said = {"title": title, "description": source.description, "steps": steps}
    return _list(request, "source", source, said, {"kind": kind, "kind_url": kind_url}, uses=used)


def tag(request, slug):
    tag = _spanned(Tag, "tag", slug)
    description = gettext("Everything we published under “%(name)s”, newest first.")
    said = {"title": tag.name, "description": description % {"name": tag.name}}
    return _list(request, "tag", tag, said)


def author(request, slug):
    author = _spanned(Author, "author", slug)
    position = getattr(author, f"position_{get_language()}")
    said = {"title": author.name, "description": author.bio}
    return _list(request, "author", author, said, {"position": position})


def home_feed(request, form=PLAIN):
    page = page_of(request, key(get_language(), "home"), without=feeds.heavy())
    return _feed(request, form, page, Site.of(request).name, reverse("home"))


def section_feed(request, path, form=PLAIN):
    return _feed_of(request, form, "section", _section(path))


def topic_feed(request, slug, form=PLAIN):
    return _feed_of(request, form, "entity", get_object_or_404(Entity, slug=slug))


def source_feed(request, slug, form=PLAIN):
    return _feed_of(request, form, "source", get_object_or_404(Source, slug=slug))


def tag_feed(request, slug, form=PLAIN):
    return _feed_of(request, form, "tag", get_object_or_404(Tag, slug=slug))


def author_feed(request, slug, form=PLAIN):
    return _feed_of(request, form, "author", get_object_or_404(Author, slug=slug))


def _section(path):
    category = Category.objects.at_path(path).first()
    if category is None:
        raise Http404
    return category


def _page(request, kind, subject, **options):
    """The page of a subject's list; 404 where this language has neither its name nor a story."""
    language = get_language()
    page = page_of(request, key(language, kind, subject.pk), **options)
    if not page.editions and not getattr(subject, f"name_{language}"):
        raise Http404
    return page


def _spanned(model, kind, slug):
    """The row of that slug, with the length and the ends of its list in this language."""
    rows = shelves.with_span(model.objects.all(), get_language(), kind)
    return get_object_or_404(rows, slug=slug)


def _list(request, kind, subject, said, context=None, **options):
    """``said``: what machines are told of it. ``context``: what its template needs besides."""
    page = _page(request, kind, subject, **options)
    said = {"steps": [(said["title"], subject.get_absolute_url())]} | said
    context = (context or {}) | {
        kind: subject,
        "subject": subject,
        "page": page,
        "feed_url": reverse(f"{kind}_feed", args=[subject.slug]),
        "translation": _elsewhere(kind, subject),
        **described(request, editions=page.editions, **said),
    }
    if kind == "author":
        context["jsonld"] = jsonld.people_page(newsroom(request), subject, page.editions)
    return render(request, f"articles/{kind}.html", context)


def _elsewhere(kind, subject):
    """Where the list of a subject stands in another language: there it has a name, or a story."""

    def has(language):
        if getattr(subject, f"name_{language}"):
            return True
        return Listing.objects.filter(pk=key(language, kind, subject.pk), size__gt=0).exists()

    return elsewhere(subject.get_absolute_url, has)


def _feed_of(request, form, kind, subject):
    page = _page(request, kind, subject, without=feeds.heavy())
    name = f"{subject.name} | {Site.of(request).name}"
    return _feed(request, form, page, name, subject.get_absolute_url())


def _feed(request, form, page, title, url):
    return feeds.respond(request, form, page.editions, title, url, page.next_url)


def _other_spellings(entity):
    return [alias.text for alias in entity.aliases.all() if alias.text != entity.name]


def _writers(editions):
    """Who wrote these, in the order of the page; gives each edition its writer's job title too."""
    numbers = dict.fromkeys(edition.people[0]["author"] for edition in editions if edition.people)
    found = Author.objects.in_bulk(list(numbers)) if numbers else {}
    for edition in editions:
        writer = edition.people and found.get(edition.people[0]["author"])
        edition.writes_as = writer and getattr(writer, f"position_{edition.language}")
    return [found[pk] for pk in numbers if pk in found]


def _by_year(editions):
    def year(edition):
        return timezone.localtime(edition.published_at).year

    return [{"year": number, "items": list(group)} for number, group in groupby(editions, year)]


def _names_beside(entity, editions):
    """The names that stand most often in the same stories, as far as this page tells."""
    counted = Counter(pk for edition in editions for pk in edition.entity_ids if pk != entity.pk)
    wanted = [pk for pk, _times in counted.most_common(RELATED_NAMES)]
    found = Entity.objects.in_bulk(wanted) if wanted else {}
    return [found[pk] for pk in wanted if pk in found]
