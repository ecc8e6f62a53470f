"""Lists of editions, newest first: section, topic, source, tag, author; the feed of each."""

from collections import Counter
from itertools import groupby

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext

from articles.editions.placing import key
from articles.models import Author, Category, Edition, Entity, Listing, Source, Tag
from articles.publishing import jsonld
from articles.publishing.formats import PLAIN
from articles.readership import most_read
from articles.views import feeds, moved, shelves
from articles.views.context import Site, elsewhere
from articles.views.described import described, newsroom
from articles.views.paging import page_of

RELATED_NAMES = 8


def section(request, path):
    category = _section(path)
    if path != category.path:
        return moved.sent_on(request, category.get_absolute_url())
    language = get_language()
    (read,) = shelves.fill(most_read(language))
    page = _page(request, "section", category)
    steps = [(one.name, one.get_absolute_url()) for one in category.trail]
    context = {
        "category": category,
        "trail": category.trail,
        "subsections": category.children.written_in(language).order_by("position"),
        "page": page,
        "most_read": read,
        "feed_url": reverse("section_feed", args=[category.path]),
        "translation": _elsewhere("section", category),
        **described(request, category.name, steps, page.editions, category.description),
    }
    return render(request, "articles/section.html", context)


def topic(request, slug):
    language = get_language()
    entity = get_object_or_404(
        shelves.with_sizes(Entity.objects.prefetch_related("aliases"), language), slug=slug
    )
    page = _page(request, "entity", entity)
    spellings = _other_spellings(entity)
    about = jsonld.named(newsroom(request), entity, *spellings)
    steps = [(entity.name, entity.get_absolute_url())]
    context = {
        "entity": entity,
        "aliases": spellings,
        "years": _by_year(page.editions),
        "related_names": _names_beside(entity, page.editions),
        "page": page,
        "feed_url": reverse("topic_feed", args=[entity.slug]),
        "translation": _elsewhere("entity", entity),
        **described(request, entity.name, steps, page.editions, entity.description, about),
    }
    return render(request, "articles/topic.html", context)


def source(request, slug):
    found = get_object_or_404(Source, slug=slug)
    title = gettext("What we reported from %(name)s") % {"name": found.name}
    return _list(request, "source", found, title, found.description)


def tag(request, slug):
    found = get_object_or_404(Tag, slug=slug)
    description = gettext("Everything we published under “%(name)s”, newest first.")
    return _list(request, "tag", found, found.name, description % {"name": found.name})


def author(request, slug):
    found = get_object_or_404(Author, slug=slug)
    return _list(request, "author", found, found.name, found.bio)


def home_feed(request, form=PLAIN):
    page = page_of(request, key(get_language(), "home"), without=feeds.heavy())
    return _feed(request, form, page, Site(request).name, reverse("home"))


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


def _page(request, kind, subject, without=Edition.HEAVY):
    """The page of a subject's list; 404 where this language has neither its name nor a story."""
    language = get_language()
    page = page_of(request, key(language, kind, subject.pk), without=without)
    if not page.editions and not getattr(subject, f"name_{language}"):
        raise Http404
    return page


def _list(request, kind, subject, title, description):
    page = _page(request, kind, subject)
    steps = [(title, subject.get_absolute_url())]
    context = {
        kind: subject,
        "page": page,
        "feed_url": reverse(f"{kind}_feed", args=[subject.slug]),
        "translation": _elsewhere(kind, subject),
        **described(request, title, steps, page.editions, description),
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
    name = f"{subject.name} | {Site(request).name}"
    return _feed(request, form, page, name, subject.get_absolute_url())


def _feed(request, form, page, title, url):
    return feeds.respond(request, form, page.editions, title, url, page.next_url)


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
