"""Write JSON Feed 1.1 from plain values; what readers were told stands under ``_newsroom``."""

import json

from articles.publishing.feed import legal

VERSION = "https://jsonfeed.org/version/1.1"


def write(channel):
    """Return the feed as UTF-8 bytes."""
    feed = {
        "version": VERSION,
        "title": legal(channel.title),
        "home_page_url": channel.url,
        "feed_url": channel.feed_url,
        "description": legal(channel.description),
        "next_url": channel.next_url,
        "icon": channel.icon,
        "language": channel.language,
        "authors": [_author(channel.publisher)],
    }
    feed = {name: value for name, value in feed.items() if value}
    feed["items"] = [_item(item, channel) for item in channel.items]
    return json.dumps(feed, ensure_ascii=False).encode()


def _item(item, channel):
    entry = {
        "id": item.id,
        "url": item.url,
        "title": item.shown_title,
        "summary": item.shown_summary,
        "image": item.picture.url if item.picture else "",
        "date_published": item.published_at.isoformat(timespec="seconds"),
        "date_modified": item.changed_at.isoformat(timespec="seconds"),
        "authors": [_author(one) for one in item.authors],
        "tags": list(item.categories),
        "language": item.language,
    }
    entry = {name: value for name, value in entry.items() if value}
    # Every item must have one of the two.
    entry |= {"content_html": item.content} if item.body else {"content_text": item.shown_summary}
    if item.notes:
        entry["_newsroom"] = {
            "about": channel.corrections_url,
            "notes": [_note(one) for one in item.notes],
        }
    return entry


def _author(one):
    return {"name": legal(one.name)} | ({"url": one.url} if one.url else {})


def _note(one):
    return {
        "kind": one.kind,
        "label": one.label,
        "text": one.sentence,
        "date": one.at.isoformat(timespec="seconds"),
    }
