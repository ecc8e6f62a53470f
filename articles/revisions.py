"""Saved versions of the working copy. Only adds; nothing here changes or removes a version."""

from django.conf import settings
from django.db.models import Max

from articles.models import Origin, Revision

TRANSLATED = ("title", "lead", "body", "dateline", "caption")


def content_of(article):
    """Return everything an editor can change in an article as plain JSON values."""
    content = {
        f"{field}_{language}": getattr(article, f"{field}_{language}") or ""
        for language, _name in settings.LANGUAGES
        for field in TRANSLATED
    }
    return content | {
        "kind": article.kind,
        "category": article.category_id,
        "image": article.image_id,
        "published_at": article.published_at and article.published_at.isoformat(),
        "date_basis": article.date_basis,
        "embargo_until": article.embargo_until and article.embargo_until.isoformat(),
        "tags": sorted(article.tags.values_list("folded", flat=True)),
        "bylines": [
            [byline.author_id, byline.role, byline.language]
            for byline in article.bylines.order_by("position", "pk")
        ],
        # What was found in the text is found again in it; what an editor set is the editor's word.
        "citations": list(
            article.citations.filter(origin=Origin.EDITOR)
            .order_by("language", "position", "pk")
            .values("source", "language", "passage", "how", "url", "note", "position")
        ),
    }


def same(one, other):
    """Whether two contents are one version. A part that one of them does not know is empty there.

    >>> same({"title_ar": "خبر"}, {"title_ar": "خبر", "citations": []})
    True
    """
    return not changed_parts(one, other)


def changed_parts(one, other):
    """Name the parts in which two contents differ, in the order of `content_of`."""
    return [
        part for part in {**one, **other} if (one.get(part) or None) != (other.get(part) or None)
    ]


def take(article, by=None):
    """Save a version when something changed since the last one, and return the newest version.

    The caller holds the article's row, so that numbers follow each other without a gap.
    """
    content = content_of(article)
    newest = article.revisions.order_by("-number").first()
    if newest is not None and same(newest.content, content):
        return newest
    number = (article.revisions.aggregate(top=Max("number"))["top"] or 0) + 1
    return Revision.objects.create(article=article, number=number, content=content, by=by)
