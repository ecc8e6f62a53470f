"""Saved versions of the working copy. Only adds; nothing here changes or removes a version."""

from django.conf import settings
from django.db import connection
from django.db.models import Max

from articles.models import Origin, Revision

TRANSLATED = (
    "title", "lead", "body", "dateline", "caption",
    "claim", "claimant", "verdict_sentence", "box_title", "box",
)  # fmt: skip
# Those that are HTML; the others are plain.
HTML = ("body", "box")
# The parts in which a version differs from the one before it, by the database: contents are long.
_CHANGED = """
    SELECT one.id, array(
        SELECT part.key FROM jsonb_each(one.content) AS part
        WHERE CASE WHEN part.value IN ('null', '""', '[]') THEN NULL ELSE part.value END
        IS DISTINCT FROM CASE WHEN before.content->part.key IN ('null', '""', '[]')
        THEN NULL ELSE before.content->part.key END
    )
    FROM articles_revision AS one JOIN articles_revision AS before
    ON before.article_id = one.article_id AND before.number = one.number - 1
    WHERE one.id = ANY(%s)
"""


def columns():
    """Name the texts of a content, by language: "title_ar" … "box_en"."""
    return [f"{name}_{language}" for language, _name in settings.LANGUAGES for name in TRANSLATED]


def content_of(article):
    """Return everything an editor can change in an article as plain JSON values."""
    content = {column: getattr(article, column) or "" for column in columns()}
    return content | {
        "kind": article.kind,
        "category": article.category_id,
        "image": article.image_id,
        "verdict": article.verdict,
        "claim_at": article.claim_at and article.claim_at.isoformat(),
        "claim_url": article.claim_url,
        "published_at": article.published_at and article.published_at.isoformat(),
        "date_basis": article.date_basis,
        "embargo_until": article.embargo_until and article.embargo_until.isoformat(),
        "tags": sorted(article.tags.values_list("folded", flat=True)),
        "bylines": [
            [byline.author_id, byline.role, byline.language]
            for byline in article.bylines.order_by("position", "pk")
        ],
        "figures": [
            {"image": row.image_id, "after": row.after} | _captions(row)
            for row in article.figures.order_by("position", "pk")
        ],
        # What was found in the text is found again in it; what an editor set is the editor's word.
        "citations": list(
            article.citations.filter(origin=Origin.EDITOR)
            .order_by("language", "position", "pk")
            .values("source", "language", "passage", "how", "url", "note", "position")
        ),
    }


def _captions(figure):
    names = [f"caption_{language}" for language, _name in settings.LANGUAGES]
    return {name: getattr(figure, name) or "" for name in names}


def same(one, other):
    """Whether two contents are one version. A part that one of them does not know is empty there.

    >>> same({"title_ar": "خبر"}, {"title_ar": "خبر", "citations": []})
    True
    """
    return not changed_parts(one, other)


def changed_parts(one, other):
    """Name the parts in which two contents differ, as a set."""
    return {
        part
        for part in one.keys() | other.keys()
        if (one.get(part) or None) != (other.get(part) or None)
    }


def changed_since_the_last(keys):
    """Name, for each version of these primary keys, the parts that it changed; one query.

    The first version of an article is not in the answer: nothing was before it.
    """
    with connection.cursor() as cursor:
        cursor.execute(_CHANGED, [list(keys)])
        return dict(cursor.fetchall())


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
