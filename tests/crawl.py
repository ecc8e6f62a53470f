"""Walk a site from page to page as a machine that follows every address. Knows no page of ours."""

import json
import re
from collections import deque
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import quote, unquote, urljoin, urlsplit

from lxml import html as markup

# Where a page or a picture may name an address; a set of sizes (srcset) names several.
NAMING = {
    "a": ("href",), "area": ("href",), "link": ("href", "imagesrcset"), "script": ("src",),
    "img": ("src", "srcset"), "source": ("src", "srcset"), "video": ("src", "poster"),
    "audio": ("src",), "form": ("action",), "iframe": ("src",), "use": ("href",),
    "input": ("src",), "blockquote": ("cite",), "q": ("cite",),
}  # fmt: skip
SETS = {"srcset", "imagesrcset"}
SAFE = (
    "%/:?#[]@!$&'()*+,;=~-._"  # what stands in an address as it is; the rest as a browser sends it
)
IN_CSS = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)")
PAGE = "text/html"


@dataclass(frozen=True)
class Answer:
    """What an address answered; ``text`` is empty for pictures and fonts."""

    status: int
    content_type: str = ""
    text: str = ""
    location: str = ""

    @property
    def is_page(self):
        return self.content_type.startswith(PAGE) and bool(self.text.strip())


@dataclass
class Walk:
    """What was found on the way: every address of the site with its answer, and who named it."""

    answers: dict = field(default_factory=dict)  # path with its query: Answer
    named_on: dict = field(default_factory=dict)  # path: the first page that names it
    ids: dict = field(default_factory=dict)  # path of a page: its ids
    fragments: dict = field(default_factory=dict)  # (path, fragment): the first page that names it
    outside: dict = field(default_factory=dict)  # address of another site: the first page
    is_cut: bool = False  # there was more than was asked for

    @property
    def pages(self):
        """The paths of all pages that are there."""
        return [path for path, one in self.answers.items() if one.is_page and one.status == 200]

    def end_of(self, path):
        """The status of an address, or of the one that it sends on to: one hop and no more."""
        answer = self.answers[path]
        if answer.status in (301, 302) and answer.location in self.answers:
            return self.answers[answer.location].status
        return answer.status

    def broken(self, expected=None):
        """Return what does not lead where it says: "address on page: why".

        ``expected`` names the paths that answer something else than 200 on purpose: {path: status}.
        """
        expected = expected or {}
        wrong = [
            f"{unquote(path)} on {unquote(self.named_on[path])}: {one.status}"
            for path, one in self.answers.items()
            if self.end_of(path) != expected.get(path, 200)
        ]
        wrong += [
            f"{unquote(path)}#{fragment} on {unquote(on)}: no such place on the page"
            for (path, fragment), on in self.fragments.items()
            if path in self.ids and fragment not in self.ids[path]
        ]
        return wrong


def walk(get, starts, origin, may_follow=lambda path, on: True, most=5_000):
    """Follow all addresses from ``starts``. ``get(path)`` returns an Answer, redirects as they are.

    ``origin`` is the site's own beginning in whole addresses (http://127.0.0.1:8000);
    ``may_follow(path, on)`` says whether a path named on a page is looked at.
    """
    found = Walk(named_on=dict.fromkeys(starts, "/"))
    waiting = deque(starts)
    while waiting:
        if len(found.answers) >= most:
            found.is_cut = True
            break
        path = waiting.popleft()
        answer = found.answers[path] = get(path)
        further = [answer.location] if answer.location else []
        for address in further + named_in(answer, path, origin, found):
            target, is_ours = resolved(address, path, origin)
            if not is_ours:
                found.outside.setdefault(target, path)
                continue
            target, _mark, fragment = target.partition("#")
            if not may_follow(target, path):
                continue
            if fragment:
                found.fragments.setdefault((target, unquote(fragment)), path)
            if target not in found.named_on:
                found.named_on[target] = path
                waiting.append(target)
    return found


def named_in(answer, path, origin, found):
    """Return the addresses that an answer names, and note the ids of a page in ``found``."""
    if answer.is_page:
        page = markup.fromstring(answer.text)
        found.ids[path] = set(page.xpath("//@id")) | {"top"}
        return list(_in_page(page, origin))
    if answer.content_type.startswith("text/css"):
        return [one for one in IN_CSS.findall(answer.text) if not one.startswith("data:")]
    if answer.text and not answer.content_type.startswith(("text/javascript", "text/plain")):
        return _whole_addresses(answer.text, origin)
    return []


def resolved(address, on, origin):
    """Return (address, whether it is ours); ours begin with a slash, others are whole."""
    whole = quote(urljoin(origin + on, address.strip()), safe=SAFE)
    parts = urlsplit(whole)
    if f"{parts.scheme}://{parts.netloc}" != origin:
        return whole, False
    query = f"?{parts.query}" if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return f"{parts.path or '/'}{query}{fragment}", True


def _in_page(page, origin):
    for tag, attributes in NAMING.items():
        for element in page.iter(tag):
            for attribute in attributes:
                value = element.get(attribute)
                if value is not None:
                    yield from _sizes(value) if attribute in SETS else [value]
    for told in page.xpath("//meta/@content | //@data-share-image"):
        if told.startswith(origin):
            yield told
    for script in page.xpath("//script[@type='application/ld+json']/text()"):
        yield from _in_values(json.loads(script), origin)


def _sizes(value):
    return [one.split()[0] for one in value.split(",") if one.strip()]


def _in_values(value, origin):
    if isinstance(value, dict):
        for key, one in value.items():
            if key != "@id":  # a name for a thing, not a place
                yield from _in_values(one, origin)
    elif isinstance(value, list):
        for one in value:
            yield from _in_values(one, origin)
    elif isinstance(value, str) and value.startswith(origin) and "{" not in value:
        yield value


def _whole_addresses(text, origin):
    """Whole addresses of ours in feeds, sitemaps and the like, whatever their format."""
    found = re.findall(re.escape(origin) + r"[^\s\"'<>\]\\]*", unescape(text))
    return list(dict.fromkeys(found))
