"""Write Atom 1.0 (RFC 4287), page after page (RFC 5005), from plain values."""

from io import StringIO

from django.utils.feedgenerator import rfc3339_date
from django.utils.xmlutils import SimplerXMLGenerator

from articles.publishing.feed import legal

SPACE = "http://www.w3.org/2005/Atom"


def write(channel):
    """Return the feed as UTF-8 bytes."""
    out = StringIO()
    xml = SimplerXMLGenerator(out, "utf-8", short_empty_elements=True)
    xml.startDocument()
    xml.startElement("feed", {"xmlns": SPACE, "xml:lang": channel.language})
    xml.addQuickElement("id", channel.id)
    _text(xml, "title", channel.title)
    _text(xml, "subtitle", channel.description)
    xml.addQuickElement("updated", rfc3339_date(channel.changed_at))
    _link(xml, "self", channel.feed_url, "application/atom+xml")
    _link(xml, "alternate", channel.url, "text/html")
    if channel.next_url:
        _link(xml, "next", channel.next_url, "application/atom+xml")
    if channel.icon:
        xml.addQuickElement("icon", channel.icon)
    # An entry without an author is the newsroom's.
    _person(xml, channel.publisher)
    for item in channel.items:
        _entry(xml, item)
    xml.endElement("feed")
    return out.getvalue().encode()


def _entry(xml, item):
    xml.startElement("entry", {"xml:lang": item.language})
    xml.addQuickElement("id", item.id)
    _text(xml, "title", item.shown_title)
    xml.addQuickElement("published", rfc3339_date(item.published_at))
    xml.addQuickElement("updated", rfc3339_date(item.changed_at))
    _link(xml, "alternate", item.url, "text/html")
    for author in item.authors:
        _person(xml, author)
    for name in item.categories:
        xml.addQuickElement("category", None, {"term": name})
    if item.picture:
        _link(xml, "enclosure", item.picture.url, item.picture.media_type)
    if item.summary:
        _text(xml, "summary", item.shown_summary)
    if content := item.content:
        xml.addQuickElement("content", content, {"type": "html"})
    xml.endElement("entry")


def _text(xml, name, text):
    xml.addQuickElement(name, legal(text), {"type": "text"})


def _link(xml, rel, href, media_type):
    attributes = {"rel": rel, "href": href} | ({"type": media_type} if media_type else {})
    xml.addQuickElement("link", None, attributes)


def _person(xml, person):
    xml.startElement("author", {})
    xml.addQuickElement("name", legal(person.name))
    if person.url:
        xml.addQuickElement("uri", person.url)
    xml.endElement("author")
