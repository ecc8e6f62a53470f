"""Bring several short lists of editions to a page, and the names and languages beside one."""

from django.conf import settings
from django.db.models import CharField, OuterRef, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.urls import reverse
from django.utils import translation

from articles.editions import cards
from articles.editions.placing import key
from articles.models import Entity, Listing

MOST_NAMES = 20
fill = cards.fill


def names(edition):
    """Return the names an edition mentions, the most named first, with the length of each list."""
    wanted = edition.entity_ids[:MOST_NAMES]
    if not wanted:
        return []
    found = with_sizes(Entity.objects.filter(pk__in=wanted), edition.language).in_bulk()
    return [found[pk] for pk in wanted if pk in found]


def with_sizes(entities, language):
    """Add ``article_count``: how many editions of this language stand in the list of each name."""
    name = Concat(Value(key(language, "entity") + "/"), Cast(OuterRef("pk"), CharField()))
    size = Listing.objects.filter(pk=name).values("size")
    return entities.annotate(article_count=Coalesce(Subquery(size), 0))


def translations(edition):
    """Return where the same story stands in the other languages."""
    labels = dict(settings.LANGUAGES)
    found = []
    for language, slug in edition.alternates.items():
        with translation.override(language):
            url = reverse("article", args=[edition.article_id, slug])
        found.append({"code": language, "name": labels[language], "url": url})
    return found
