"""Say which page an item is and what it says, so that imports can be repeated. Stores nothing."""

import hashlib
import unicodedata
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from articles.text.fold import fold

# What campaigns and share buttons hang on an address; the page is the same without it.
STRAY = ("utm_", "fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "ref_src")


def address_key(address):
    """Name a page by its address, whatever scheme, www, campaign or way of quoting it came with."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    path = unicodedata.normalize("NFC", unquote(parts.path)).rstrip("/")
    asked = [pair for pair in parse_qsl(parts.query) if not pair[0].startswith(STRAY)]
    return f"address:{_short(f'{host}{path}?{urlencode(asked)}')}"


def title_key(title):
    """Name a page without an address by its title: neither its day nor its text changes that."""
    return f"title:{_short(''.join(fold(title).split()))}"


def digest(item):
    """Sum up what an article would take from the page. Another day or share count is no change."""
    return hashlib.sha256("\n\n".join((item.title, *item.paragraphs)).encode()).hexdigest()


def likeness(paragraphs, others):
    """Measure how much of the shorter text stands in the longer, from 0 to 1."""
    ours, theirs = _threes(paragraphs), _threes(others)
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def _threes(paragraphs):
    words = fold(" ".join(paragraphs)).split()
    return {tuple(words[at : at + 3]) for at in range(max(1, len(words) - 2))}


def _short(text):
    return hashlib.sha256(text.encode()).hexdigest()[:40]
