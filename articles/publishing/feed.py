"""What a feed says, as plain values: its writers know no model, and models know no format."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

from lxml import html as markup

from articles.text.direction import isolate_runs

# What neither XML 1.0 can carry nor a reader's program can show.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Of a list without a story: it has not changed since anybody asked.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
MEDIA_TYPES = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "avif": "image/avif",
    "gif": "image/gif",
}


@dataclass(frozen=True)
class Party:
    """A person or a body with its page: an author, an outlet, a name in the news."""

    name: str
    url: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Picture:
    """One picture as readers have it; sizes in pixels, 0 where nobody knows them."""

    url: str
    width: int = 0
    height: int = 0
    alt: str = ""
    caption: str = ""
    credit: str = ""

    @property
    def media_type(self):
        """The media type that its name gives away, or nothing."""
        return MEDIA_TYPES.get(self.url.rpartition(".")[2].lower(), "")


@dataclass(frozen=True)
class Note:
    """What readers were told of a change: a correction, a clarification, an update."""

    kind: str
    label: str
    sentence: str
    at: datetime


@dataclass(frozen=True)
class Item:
    """One entry of a feed. ``id`` stays whatever becomes of the title; addresses are absolute."""

    id: str
    url: str
    language: str
    title: str
    summary: str
    published_at: datetime
    changed_at: datetime
    body: str = ""  # HTML as the page shows it; nothing where the feed gives summaries
    kind: str = ""
    kind_label: str = ""
    version: int = 1
    dateline: str = ""
    section: str = ""
    tags: tuple = ()
    authors: tuple = ()
    picture: Picture | None = None
    notes: tuple = ()
    sources: tuple = ()
    names: tuple = ()

    @property
    def shown_title(self):
        """The title for people, where no markup keeps a Latin name or a score in its place."""
        return isolate_runs(self.title)

    @property
    def shown_summary(self):
        """The summary as people read it. Machines, ninjs among them, take the bare ones."""
        return isolate_runs(self.summary)

    @property
    def categories(self):
        return tuple(name for name in (self.section, *self.tags) if name)

    @property
    def content(self):
        """The whole text as HTML that stands alone: absolute links, and what readers were told."""
        return absolute(self.body, self.url) + "".join(map(_told, self.notes)) if self.body else ""


@dataclass(frozen=True)
class Channel:
    """The feed itself; ``id`` is its first page's address, ``next_url`` that of the older items."""

    id: str
    title: str
    url: str
    feed_url: str
    description: str
    language: str
    publisher: Party
    next_url: str = ""
    icon: str = ""
    corrections_url: str = ""
    items: tuple = field(default=())

    @property
    def changed_at(self):
        """When the newest change of any of its items was."""
        return max((item.changed_at for item in self.items), default=NEVER)


def legal(text):
    """Drop the control characters and half letters that no XML parser accepts."""
    return _ILLEGAL.sub("", str(text))


def absolute(html, address):
    """Make every link of a body lead to the same place from anywhere.

    The number of a source, small by our stylesheet alone, is set small by its own markup.

    >>> absolute('<p><a href="/topic/x/">س</a></p>', "https://news.example/n/7/")
    '<p><a href="https://news.example/topic/x/">س</a></p>'
    """
    root = markup.fragment_fromstring(legal(html), create_parent="div")
    root.make_links_absolute(address, resolve_base_href=False, handle_failures="ignore")
    for mark in root.xpath(".//a[@class='src']"):
        link = markup.Element("a", href=mark.get("href"))
        link.text, mark.text, mark.tag = mark.text, None, "sup"
        mark.attrib.clear()
        mark.append(link)
    parts = [_escaped(root.text or "")]
    parts += [markup.tostring(child, encoding="unicode") for child in root]
    return "".join(parts)


def _told(note):
    return f"<p><strong>{_escaped(note.label)}</strong> {_escaped(note.sentence)}</p>"


def _escaped(text):
    return legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
