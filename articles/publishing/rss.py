"""Write RSS 2.0 from plain values."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.feedgenerator import Rss201rev2Feed

from articles.text.direction import isolate_runs

CONTENT_TYPE = "application/rss+xml; charset=utf-8"


@dataclass(frozen=True)
class Channel:
    title: str
    url: str
    feed_url: str
    description: str
    language: str


@dataclass(frozen=True)
class Item:
    title: str
    url: str
    summary: str
    published_at: datetime
    changed_at: datetime
    authors: tuple
    categories: tuple


def item(edition, address):
    """Return one edition as an item; ``address`` is the site's own, without a path."""
    return Item(
        title=isolate_runs(edition.title),
        url=address + edition.get_absolute_url(),
        summary=isolate_runs(edition.summary),
        published_at=edition.published_at,
        changed_at=edition.changed_at or edition.published_at,
        authors=tuple(person["name"] for person in edition.people),
        categories=tuple(tag["name"] for tag in edition.tagged),
    )


def write(channel, items):
    """Return the feed as UTF-8 bytes; dates are RFC 2822 in English whatever language is active."""
    feed = Rss201rev2Feed(
        title=channel.title,
        link=channel.url,
        description=channel.description,
        language=channel.language,
        feed_url=channel.feed_url,
    )
    for one in items:
        feed.add_item(
            title=_legal(one.title),
            link=one.url,
            description=_legal(one.summary),
            unique_id=one.url,
            pubdate=one.published_at,
            updateddate=one.changed_at,
            author_name="، ".join(one.authors) or None,
            categories=one.categories,
        )
    return feed.writeString("utf-8").encode()


def _legal(text):
    """Drop the control characters that no XML parser accepts."""
    return "".join(letter for letter in text if letter >= " " or letter in "\t\n\r")
