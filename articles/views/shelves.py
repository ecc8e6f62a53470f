"""Bring several short lists of editions to a page, and the names and languages beside one."""

from django.conf import settings
from django.db.models import CharField, OuterRef, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.urls import reverse
from django.utils import translation

from articles.editions import cards
from articles.editions.newest import newest_of
from articles.editions.placing import key
from articles.models import Entity, Listing, Placement

MOST_NAMES = 20
BELOW = 3  # stories of each section below a section
fill = cards.fill


def names(edition):
    """Return the names an edition mentions, the most named first, with the length of each list."""
    wanted = edition.entity_ids[:MOST_NAMES]
    if not wanted:
        return []
    found = with_sizes(Entity.objects.filter(pk__in=wanted), edition.language).in_bulk()
    return [found[pk] for pk in wanted if pk in found]


def with_sizes(rows, language, kind="entity"):
    """Add ``article_count``: how many editions of this language stand in the list of each row."""
    size = Listing.objects.filter(pk=_list_of_each(kind, language)).values("size")
    return rows.annotate(article_count=Coalesce(Subquery(size), 0))


def with_span(rows, language, kind="entity"):
    """Add ``article_count``, ``first_at`` and ``last_at``: how far the list of each row reaches.

    Both ends of an index range: a list of a million costs what one of ten does.
    """
    places = Placement.objects.filter(list=_list_of_each(kind, language))
    ends = {"first_at": ("published_at", "edition_id"), "last_at": ("-published_at", "-edition_id")}
    return with_sizes(rows, language, kind).annotate(
        **{
            name: Subquery(places.order_by(*order).values("published_at")[:1])
            for name, order in ends.items()
        }
    )


def _list_of_each(kind, language):
    return Concat(Value(key(language, kind) + "/"), Cast(OuterRef("pk"), CharField()))


def below(sections, language, beside):
    """Return {section: numbers of its newest few editions} without those shown ``beside``.

    One query; no number twice, and no section that has nothing further.
    """
    lists = {section: key(language, "section", section.pk) for section in sections}
    used = {edition.pk for edition in beside}
    newest = newest_of(lists.values(), BELOW + len(used))
    found = {}
    for section, name in lists.items():
        if left := [pk for pk in newest[name] if pk not in used][:BELOW]:
            found[section] = left
            used.update(left)
    return found


def translations(edition):
    """Return where the same story stands in the other languages."""
    labels = dict(settings.LANGUAGES)
    found = []
    for language, slug in edition.alternates.items():
        with translation.override(language):
            url = reverse("article", args=[edition.article_id, slug])
        found.append({"code": language, "name": labels[language], "url": url})
    return found
