"""Describe one story: what it is, whose, about what, on what it rests, what was put right."""

from articles.publishing.items import AUTHORS
from articles.publishing.jsonld.claim import claim_review
from articles.publishing.jsonld.parts import block, named, publisher, trail

TYPES = {
    "analysis": "AnalysisNewsArticle",
    "opinion": "OpinionNewsArticle",
    "report": "ReportageNewsArticle",
    "investigation": "ReportageNewsArticle",
}
MOST_ABOUT = 3  # the names it mentions most are what it is about


def news_article(edition, newsroom, names=()):
    """Return the data block of an article page; ``names``: whom it mentions, most named first."""
    url = newsroom.url(edition.get_absolute_url())
    sections = edition.section.trail if edition.section_id else []
    story = {
        "@type": TYPES.get(edition.kind, "NewsArticle"),
        "@id": url,
        "url": url,
        "mainEntityOfPage": url,
        "isPartOf": newsroom.site_reference,
        "headline": edition.title,
        "description": edition.summary,
        "inLanguage": edition.language,
        "datePublished": edition.published_at.isoformat(timespec="seconds"),
        "dateModified": (edition.changed_at or edition.published_at).isoformat(timespec="seconds"),
        "articleSection": [category.name for category in sections],
        "keywords": [tag["name"] for tag in edition.tagged],
        "wordCount": len(edition.plain.split()),
        "isAccessibleForFree": True,
        "author": _authors(edition, newsroom) or [newsroom.reference],
        "publisher": newsroom.reference,
        "citation": [_citation(one) for one in edition.cited],
        "about": [named(newsroom, one) for one in names[:MOST_ABOUT]],
        "mentions": [named(newsroom, one) for one in names[MOST_ABOUT:]],
        "correction": [_correction(one) for one in edition.told],
    }
    if edition.picture:
        story["image"] = _images(edition.picture, newsroom)
    story = {name: value for name, value in story.items() if value not in ("", [])}
    steps = [(category.name, category.get_absolute_url()) for category in sections]
    steps.append((edition.title, edition.get_absolute_url()))
    claim = getattr(edition, "claim", None)
    return block(
        story,
        trail(newsroom, steps),
        publisher(newsroom),
        claim_review(claim, url, edition.published_at, newsroom.reference) if claim else None,
    )


def _authors(edition, newsroom):
    return [
        {"@type": "Person", "name": person["name"], "url": newsroom.url(person["url"])}
        for person in edition.byline
        if person["role"] in AUTHORS
    ]


def _citation(one):
    cited = {"@type": "CreativeWork", "publisher": {"@type": "Organization", "name": one["name"]}}
    if one["note"]:
        cited["name"] = one["note"]
    if one["link"]:
        cited["url"] = one["link"]
    return cited


def _correction(one):
    """What readers were told of a change; an update without a sentence says only what it is."""
    return {
        "@type": "CorrectionComment",
        "text": one["sentence"] or str(one["label"]),
        "name": str(one["label"]),
        "datePublished": one["at"].isoformat(timespec="seconds"),
    }


def _images(picture, newsroom):
    """The picture and its smaller sizes, the largest first."""
    whole = {
        "@type": "ImageObject",
        "url": newsroom.url(picture["src"]),
        "width": picture["width"],
        "height": picture["height"],
        "caption": picture["caption"] or picture["alt"],
        "creditText": picture["credit"],
    }
    sizes = [size.split() for size in picture.get("srcset", "").split(", ") if " " in size]
    return [
        whole,
        *(
            {
                "@type": "ImageObject",
                "url": newsroom.url(url),
                "width": int(width.removesuffix("w")),
            }
            for url, width in reversed(sizes)
            if url != picture["src"]
        ),
    ]
