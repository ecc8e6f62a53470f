"""A story for those who may read it and not write: as readers would see it, without marks."""

from django.conf import settings
from django.utils.safestring import mark_safe

from articles.admin.base import LEFT_TO_RIGHT
from articles.editions.clean import clean, clean_box


def reading(article):
    """Return what the page shows of each language in which there is a title or a text."""
    return [text for language, _name in settings.LANGUAGES if (text := _text(article, language))]


def _text(article, language):
    def column(name):
        return getattr(article, f"{name}_{language}") or ""

    if not (column("title") or column("body")):
        return None
    return {
        "language": language,
        "direction": "ltr" if language in LEFT_TO_RIGHT else "rtl",
        "title": column("title"),
        "lead": column("lead"),
        "html": mark_safe(clean(column("body"))),  # noqa: S308 - cleaned here
        "caption": column("caption"),
        "claim": column("claim"),
        "claimant": column("claimant"),
        "verdict_sentence": column("verdict_sentence"),
        "box_title": column("box_title"),
        "box": mark_safe(clean_box(column("box"))),  # noqa: S308 - cleaned here
    }
