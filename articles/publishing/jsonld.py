"""Describe an article to machines as schema.org has it; dates ISO, digits ASCII, always."""

import json

from django.utils.encoding import iri_to_uri
from django.utils.safestring import mark_safe

# Inside a script element these letters could end it; as escapes they mean the same to JSON.
ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def news_article(edition, address, site_name):
    """Return the data block of an article page, safe to print inside a script element."""
    url = iri_to_uri(address + edition.get_absolute_url())
    trail = edition.section.trail if edition.section_id else []
    publisher = {"@type": "NewsMediaOrganization", "name": site_name, "url": f"{address}/"}
    story = {
        "@type": "OpinionNewsArticle" if edition.kind == "opinion" else "NewsArticle",
        "@id": url,
        "url": url,
        "mainEntityOfPage": url,
        "headline": edition.title,
        "description": edition.summary,
        "inLanguage": edition.language,
        "datePublished": edition.published_at.isoformat(timespec="seconds"),
        "dateModified": (edition.changed_at or edition.published_at).isoformat(timespec="seconds"),
        "articleSection": [category.name for category in trail],
        "keywords": [tag["name"] for tag in edition.tagged],
        "author": _authors(edition, address) or [publisher],
        "publisher": publisher,
        "citation": [_citation(one) for one in edition.cited],
    }
    if edition.told:
        story["correction"] = [_correction(one) for one in edition.told]
    if edition.picture:
        story["image"] = _image(edition.picture, address)
    return _block(
        {"@context": "https://schema.org", "@graph": [story, _trail(trail, edition, address)]}
    )


def _authors(edition, address):
    return [
        {"@type": "Person", "name": person["name"], "url": iri_to_uri(address + person["url"])}
        for person in edition.byline
        if person["role"] in ("writer", "translator")
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
    at = one["at"].isoformat(timespec="seconds")
    text = one["sentence"] or str(one["label"])
    return {
        "@type": "CorrectionComment",
        "text": text,
        "name": str(one["label"]),
        "datePublished": at,
    }


def _image(picture, address):
    return {
        "@type": "ImageObject",
        "url": address + picture["src"],
        "width": picture["width"],
        "height": picture["height"],
        "caption": picture["caption"] or picture["alt"],
        "creditText": picture["credit"],
    }


def _trail(trail, edition, address):
    steps = [(category.name, category.get_absolute_url()) for category in trail]
    steps.append((edition.title, edition.get_absolute_url()))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": name,
                "item": iri_to_uri(address + path),
            }
            for position, (name, path) in enumerate(steps, start=1)
        ],
    }


def _block(graph):
    text = json.dumps(graph, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(text)  # noqa: S308 - nothing in it can end the element
