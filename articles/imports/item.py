"""What every reader hands over: one outside page as plain values. No model, no file, no network."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from articles.text.tidy import tidy

TITLE_LENGTH = 250
NAME_LENGTH = 120
TAG_LENGTH = 100
ADDRESS_LENGTH = 500
KEY_LENGTH = 250
DEEPEST = 3  # levels of sections
MOST_NAMES = 12
MOST_TAGS = 30
MOST_PARAGRAPHS = 3_000
MOST_LETTERS = 1_000_000
MOST_SHARES = 2_000_000_000
TOO_LONG = _("Its text is too long for one article.")
EARLIEST = date(1900, 1, 1)


class Remark:
    """A sentence for people with its values, put into their language only when it is read."""

    def __init__(self, sentence, **values):
        self.sentence, self.values = sentence, values

    def __str__(self):
        return str(self.sentence) % self.values

    def __repr__(self):
        return f"Remark({str(self)!r})"


class Unreadable(Exception):
    """The file can not become an article; the message is one line that says why."""

    def __init__(self, sentence, **values):
        self.remark = Remark(sentence, **values)
        super().__init__(sentence, values)

    def __str__(self):
        return str(self.remark)


@dataclass(frozen=True)
class Known:
    """What a reader may know of the newsroom: its time zone and the names of its sections."""

    zone: tzinfo = UTC
    sections: tuple[str, ...] = ()


@dataclass(frozen=True)
class IncomingItem:
    """One outside page. ``key`` names the page whatever its text; wrong values are refused here.

    ``published`` is when the page says it was published, ``read_on`` the day on which somebody
    read it: the second is never taken for the first.
    """

    format: str
    key: str
    title: str
    paragraphs: tuple[str, ...]
    lead: str = ""
    language: str = "ar"
    categories: tuple[str, ...] = ()  # the path from the root
    published: datetime | date | None = None  # a datetime knows its zone
    read_on: date | None = None
    shares: int | None = None
    address: str = ""  # where the page itself says it lives
    byline: tuple[tuple[str, str], ...] = ()  # (name, role), the role as in models.Role
    tags: tuple[str, ...] = ()
    picture: str = ""  # its address, noted and never fetched
    warnings: tuple[Remark, ...] = field(default=(), compare=False)

    def __post_init__(self):
        if not self.title:
            raise Unreadable(_("It has no title."))
        if len(self.title) > TITLE_LENGTH:
            raise Unreadable(_("Its title is longer than %(most)s letters."), most=TITLE_LENGTH)
        if not any(self.paragraphs):
            raise Unreadable(_("No text of an article was found in it."))
        if (
            len(self.paragraphs) > MOST_PARAGRAPHS
            or sum(map(len, self.paragraphs)) + len(self.lead) > MOST_LETTERS
        ):
            raise Unreadable(TOO_LONG)
        for promise, held in self._promises():
            if not held:
                raise ValueError(f"{self.format}: {promise}")

    def _promises(self):
        """What a reader has to see to before it makes an item: a broken one is our own mistake."""
        moment = self.published
        yield "a key", 0 < len(self.key) <= KEY_LENGTH
        yield "whole paragraphs", all(self.paragraphs)
        yield "sections", len(self.categories) <= DEEPEST
        yield "names of sections", all(0 < len(name) <= NAME_LENGTH for name in self.categories)
        yield "a zone", not isinstance(moment, datetime) or moment.tzinfo is not None
        yield "shares", self.shares is None or 0 <= self.shares <= MOST_SHARES
        yield "an address", not self.address or web_address(self.address) == self.address
        yield "a picture's address", not self.picture or web_address(self.picture) == self.picture
        yield "names", all(0 < len(name) <= NAME_LENGTH for name, _role in self.byline)
        yield "few names", len(self.byline) <= MOST_NAMES
        yield "tags", all(0 < len(tag) <= TAG_LENGTH for tag in self.tags)
        yield "few tags", len(self.tags) <= MOST_TAGS


def one_line(text):
    """Tidy ``text`` into one line that any database takes; its letters stay as written."""
    return " ".join(tidy(_without_halves(text)).split())


def web_address(text):
    """Return ``text`` when it is a whole http address of bearable length, else an empty string."""
    text = _without_halves(text).strip()
    try:
        parts = urlsplit(text)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return ""
    bad = not is_web or parts.username or any(letter.isspace() for letter in text)
    return "" if bad or len(text) > ADDRESS_LENGTH or not text.isprintable() else text


def fitting(names, length, most):
    """Keep the names that fit, tidied, each once, in order."""
    tidied = (one_line(name) for name in names if isinstance(name, str))
    return tuple(dict.fromkeys(name for name in tidied if 0 < len(name) <= length))[:most]


def _without_halves(text):
    """Drop halves of surrogate pairs: broken JSON makes them and no database takes them."""
    return text.encode("utf-8", "ignore").decode("utf-8")
