"""Write RSS 2.0 from plain values; dates are RFC 2822 in English whatever language is active."""

from django.utils.feedgenerator import Rss201rev2Feed, rfc3339_date
from django.utils.html import escape

from articles.publishing.feed import legal

SPACES = {
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}


def write(channel):
    """Return the feed as UTF-8 bytes."""
    feed = Feed(
        title=legal(channel.title),
        link=channel.url,
        description=legal(channel.description),
        language=channel.language,
        feed_url=channel.feed_url,
        channel=channel,
    )
    for item in channel.items:
        feed.add_item(
            title=item.shown_title,
            link=item.url,
            # Reading programs take a description for HTML.
            description=escape(item.shown_summary),
            unique_id=item.id,
            unique_id_is_permalink=True,
            pubdate=item.published_at,
            categories=item.categories,
            item=item,
        )
    return feed.writeString("utf-8").encode()


class Feed(Rss201rev2Feed):
    """Django's feed and what RSS has by its common modules: authors, whole texts, pictures."""

    def rss_attributes(self):
        return super().rss_attributes() | SPACES

    def latest_post_date(self):
        return self.feed["channel"].changed_at

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        if next_url := self.feed["channel"].next_url:
            handler.addQuickElement("atom:link", None, {"rel": "next", "href": next_url})

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        told = item["item"]
        for author in told.authors:
            handler.addQuickElement("dc:creator", author.name)
        handler.addQuickElement("dc:language", told.language)
        handler.addQuickElement("atom:updated", rfc3339_date(told.changed_at))
        if told.content:
            handler.addQuickElement("content:encoded", told.content)
        if told.picture:
            _picture(handler, told.picture)


def _picture(handler, picture):
    attributes = {"url": picture.url, "medium": "image"}
    if picture.media_type:
        attributes["type"] = picture.media_type
    if picture.width:
        attributes |= {"width": str(picture.width), "height": str(picture.height)}
    handler.startElement("media:content", attributes)
    if picture.alt:
        handler.addQuickElement("media:description", picture.alt, {"type": "plain"})
    if picture.credit:
        handler.addQuickElement("media:credit", picture.credit)
    handler.endElement("media:content")
