"""Lists of editions, newest first: section, topic, source, tag, author; the feed of each."""

from collections import Counter
from itertools import groupby

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from articles.editions.placing import key
from articles.models import Author, Category, Entity, Source, Tag
from articles.readership import most_read
from articles.views import feeds, moved, shelves
from articles.views.context import Site
from articles.views.paging import page_of

RELATED_NAMES = 8


def section(request, path):
    category = _section(path)
    if path != category.path:
        return moved.sent_on(request, category.get_absolute_url())
    language = get_language()
    (read,) = shelves.fill(most_read(language))
    context = {
        "category": category,
        "trail": category.trail,
        "subsections": category.children.written_in(language).order_by("position"),
        "page": _page(request, "section", category),
        "most_read": read,
        "feed_url": reverse("section_feed", args=[category.path]),
    }
    return render(request, "articles/section.html", context)


def topic(request, slug):
    language = get_language()
    entity = get_object_or_404(
        shelves.with_sizes(Entity.objects.prefetch_related("aliases"), language), slug=slug
    )
    page = _page(request, "entity", entity)
    context = {
        "entity": entity,
        "aliases": _other_spellings(entity),
        "years": _by_year(page.editions),
        "related_names": _names_beside(entity, page.editions),
        "page": page,
        "feed_url": reverse("topic_feed", args=[entity.slug]),
    }
    return render(request, "articles/topic.html", context)


def source(request, slug):
    return _list(request, "source", get_object_or_404(Source, slug=slug))


def tag(request, slug):
    return _list(request, "tag", get_object_or_404(Tag, slug=slug))


def author(request, slug):
    return _list(request, "author", get_object_or_404(Author, slug=slug))


def home_feed(request):
    page = page_of(request, key(get_language(), "home"))
    return _feed(request, page, Site(request).name, reverse("home"))


def section_feed(request, path):
    return _feed_of(request, "section", _section(path))


def topic_feed(request, slug):
    return _feed_of(request, "entity", get_object_or_404(Entity, slug=slug))


def source_feed(request, slug):
    return _feed_of(request, "source", get_object_or_404(Source, slug=slug))


def tag_feed(request, slug):
    return _feed_of(request, "tag", get_object_or_404(Tag, slug=slug))


def author_feed(request, slug):
    return _feed_of(request, "author", get_object_or_404(Author, slug=slug))


def _section(path):
    category = Category.objects.at_path(path).first()
    if category is None:
        raise Http404
    return category


def _page(request, kind, subject):
    """The page of a subject's list; 404 where this language has neither its name nor a story."""
    language = get_language()
    page = page_of(request, key(language, kind, subject.pk))
    if not page.editions and not getattr(subject, f"name_{language}"):
        raise Http404
    return page


def _list(request, kind, subject):
    context = {
        kind: subject,
        "page": _page(request, kind, subject),
        "feed_url": reverse(f"{kind}_feed", args=[subject.slug]),
    }
    return render(request, f"articles/{kind}.html", context)


def _feed_of(request, kind, subject):
    name = f"{subject.name} | {Site(request).name}"
    return _feed(request, _page(request, kind, subject), name, subject.get_absolute_url())


def _feed(request, page, title, url):
    return feeds.respond(request, page.editions, title, url, request.path)


def _other_spellings(entity):
    return [alias.text for alias in entity.aliases.all() if alias.text != entity.name]


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
