"""The formats in which every list goes out. A further one: its writer, and one row here."""

from collections.abc import Callable
from dataclasses import dataclass

from articles.publishing import atom, json_feed, ninjs, rss


@dataclass(frozen=True)
class Format:
    """``media_type`` as pages announce it; ``name`` as people call it, in every language.

    ``for_readers``: whether a reading program takes it; other newsrooms take the rest.
    ``wants_names``: whether it tells whom a story names, which costs one query.
    """

    name: str
    media_type: str
    write: Callable
    for_readers: bool = True
    wants_names: bool = False


# RSS first: the feed of a list without a further word in its address.
FORMATS = {
    "rss": Format("RSS", "application/rss+xml", rss.write),
    "atom": Format("Atom", "application/atom+xml", atom.write),
    "json": Format("JSON Feed", "application/feed+json", json_feed.write),
    "ninjs": Format("ninjs", "application/json", ninjs.write, for_readers=False, wants_names=True),
}
PLAIN = next(iter(FORMATS))


def addresses(feed_url):
    """Return (format, address) of every format of a list, whose plain feed lies at ``feed_url``.

    >>> [address for _form, address in addresses("/search/feed/?q=x")][1]
    '/search/feed/atom/?q=x'
    """
    path, mark, query = feed_url.partition("?")
    return [
        (form, feed_url if key == PLAIN else f"{path}{key}/{mark}{query}")
        for key, form in FORMATS.items()
    ]
