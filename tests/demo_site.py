"""The demo newsroom for tests that look at all of the site: whole or in part, pictures plain."""

import contextlib
from unittest import mock

from django.core.cache import cache
from django.db import connection
from PIL import Image as Picture

from articles import workflow
from articles.demo import fill, pictures, story
from articles.models import Article, Edition

BEFORE_STATISTICS = 4  # stories
REASON = {"ar": "بُني الخبر على وثيقة تبيّن أنها مزوّرة.", "en": "It rested on a forged paper."}


def of_each_kind():
    """The names of a few stories: one of each kind in Arabic alone and in both languages."""
    found = {}
    for name, one in story.stories():
        found.setdefault((one["kind"], bool(one.get("en"))), name)
        if one.get("change"):
            found.setdefault("changed", name)
    return sorted(set(found.values()))


def fill_with(names=None):
    """Fill an empty newsroom with the stories of these names, all of them without names.

    One story that stands in both languages is withdrawn.
    """
    cache.clear()
    chosen = [(name, one) for name, one in story.stories() if names is None or name in names]
    with _plain_pictures():
        for some in (chosen[:BEFORE_STATISTICS], chosen):
            with mock.patch("articles.demo.fill.stories", return_value=some):
                fill.fill(lambda line: None)
            # As a running database does by itself: believing in empty tables it takes minutes.
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
    oldest = Edition.objects.live().filter(language="en").order_by("published_at").first()
    workflow.withdraw(Article.objects.get(pk=oldest.article_id), sentences=REASON)


@contextlib.contextmanager
def _plain_pictures():
    def draw(_key):
        return Picture.new("RGB", pictures.SIZE, "#d3d7d8")

    with mock.patch("articles.demo.pictures.draw", draw):
        yield
