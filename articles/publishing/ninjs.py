"""Write a list as IPTC's ninjs 3.0 for other newsrooms: one composite, each story a part of it."""

import json

from articles.publishing.feed import legal
from articles.text.plain import plain_text

STANDARD = {
    "name": "ninjs",
    "version": "3.0",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json#",
}
# Where the standard keeps a name in the news, by what it is.
PLACES = {
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "event": "events",
    "topic": "subjects",
}


def write(channel):
    """Return the list as UTF-8 bytes. The standard has no next page: a header of HTTP says it."""
    whole = {
        "uri": channel.id,
        "standard": STANDARD,
        "type": "composite",
        "versionCreated": _date(channel.changed_at),
        "pubStatus": "usable",
        "language": channel.language,
        "title": legal(channel.title),
        "infoSources": [_party(channel.publisher, role="publisher")],
        "renditions": [_rendition("web", channel.url, "text/html")],
        "associations": [_story(item, channel) for item in channel.items],
    }
    return json.dumps(whole, ensure_ascii=False).encode()


def _story(item, channel):
    story = {
        "name": item.title,
        "rel": "item",
        "uri": item.id,
        "type": "text",
        "representationType": "full" if item.body else "partial",
        "version": str(item.version),
        "firstCreated": _date(item.published_at),
        "versionCreated": _date(item.changed_at),
        "pubStatus": "usable",
        "language": item.language,
        "headlines": [_words("main", item.title)],
        "descriptions": [_words("summary", item.summary)] if item.summary else [],
        "bodies": [_body(item)] if item.body else [],
        "by": "، ".join(one.name for one in item.authors),
        "located": item.dateline,
        "edNote": "\n".join(f"{one.label}: {one.sentence or one.label}" for one in item.notes),
        "genres": [{"name": item.kind_label, "literal": item.kind}] if item.kind else [],
        "infoSources": [
            _party(channel.publisher, role="publisher"),
            *(_party(one, role="cited") for one in item.sources),
        ],
        "subjects": [{"name": name, "rel": "about"} for name in item.categories],
        "renditions": [_rendition("web", item.url, "text/html")],
        "associations": [_picture(item.picture)] if item.picture else [],
    }
    for one in item.names:
        story.setdefault(PLACES.get(one.kind, "subjects"), []).append(_party(one, rel="mentions"))
    return {name: value for name, value in story.items() if value}


def _picture(picture):
    shown = {
        "name": picture.alt or picture.url,
        "rel": "picture",
        "uri": picture.url,
        "type": "picture",
        "by": picture.credit,
        "descriptions": [
            _words(role, text)
            for role, text in (("caption", picture.caption), ("alternative", picture.alt))
            if text
        ],
        "renditions": [
            _rendition(
                "main", picture.url, picture.media_type, width=picture.width, height=picture.height
            )
        ],
    }
    return {name: value for name, value in shown.items() if value}


def _body(item):
    text = plain_text(item.body)
    return {
        "role": "main",
        "contentType": "text/html",
        "charCount": len(text),
        "wordCount": len(text.split()),
        "value": item.content,
    }


def _words(role, text):
    return {"role": role, "contentType": "text/plain", "value": text}


def _rendition(name, href, media_type, **sizes):
    rendition = {"name": name, "href": href, "contentType": media_type, **sizes}
    return {name: value for name, value in rendition.items() if value}


def _party(one, **values):
    return {"name": legal(one.name)} | ({"uri": one.url} if one.url else {}) | values


def _date(moment):
    return moment.isoformat(timespec="seconds")
