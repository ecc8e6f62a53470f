"""Read what a page says about its article in JSON-LD. Broken or endless data is passed over."""

import html
import json
import re
from collections import deque

from articles.imports.item import one_line

ARTICLES = frozenset(
    "NewsArticle Article ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BlogPosting "
    "BackgroundNewsArticle ReviewNewsArticle AskPublicNewsArticle LiveBlogPosting Report "
    "SocialMediaPosting TechArticle ScholarlyArticle".split()
)
MOST_NODES = 2_000
LARGEST_SCRIPT = 2_000_000
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_WRAPPED = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*;?\s*$")


def nodes(root):
    """List every object in the JSON-LD of a page, those inside others and in @graph included."""
    found = []
    for script in root.iter("script"):
        kind = (script.get("type") or "").split(";")[0].strip().lower()
        text = script.text or ""
        if kind == "application/ld+json" and len(text) <= LARGEST_SCRIPT:
            _collect(_parse(text), found)
    return found


def _parse(text):
    text = _WRAPPED.sub("", text).strip().rstrip(";")
    try:
        # Not strict: many sites leave raw line breaks in their strings.
        return json.loads(text, strict=False, parse_int=_number, parse_constant=lambda _name: None)
    except (ValueError, RecursionError):
        return None


def _number(digits):
    """Numbers of thousands of digits cost time and mean nothing."""
    return int(digits) if len(digits) <= 18 else 0


def _collect(start, found):
    waiting = deque([start])
    while waiting and len(found) < MOST_NODES:
        value = waiting.popleft()
        if isinstance(value, dict):
            found.append(value)
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value[:MOST_NODES])


def of_type(found, types):
    """The objects whose @type is among ``types``."""
    return [node for node in found if types & set(texts(node.get("@type")))]


def article(found):
    """The object that describes the article, the fullest one; an empty dict when there is none."""
    return max(
        of_type(found, ARTICLES), key=lambda node: ("headline" in node, len(node)), default={}
    )


def trail(found, place="itemListElement"):
    """The names of the first breadcrumb list, in order."""
    for node in of_type(found, frozenset(["BreadcrumbList"])):
        items = node.get(place)
        items = items if isinstance(items, list) else [items]
        steps = [item for item in items if isinstance(item, dict)]
        steps.sort(key=lambda step: _position(step.get("position")))
        if names := [name for step in steps if (name := first(step.get("name") or _inner(step)))]:
            return names
    return []


def _inner(step):
    item = step.get("item")
    return item.get("name") if isinstance(item, dict) else None


def _position(value):
    try:
        return float(value)
    except (TypeError, ValueError):
        return 0.0


def texts(value):
    """The strings in a value that may be a string, a list of strings, or anything else."""
    values = value if isinstance(value, list) else [value]
    return [line for item in values if isinstance(item, str) and (line := plain(item))]


def first(value):
    """The first string of a value, or an empty one."""
    return next(iter(texts(value)), "")


def plain(text):
    """Undo the HTML that many sites leave in their data: tags, and entities twice over at times."""
    for _time in range(2):
        text = html.unescape(text)
    return one_line(_TAG.sub(" ", text))


def names(value):
    """The names of persons in an author field: a string, an object, or a list of either."""
    values = value if isinstance(value, list) else [value]
    found = []
    for item in values:
        if isinstance(item, dict) and "Organization" not in texts(item.get("@type")):
            found += texts(item.get("name"))
        elif isinstance(item, str):
            found += texts(item)
    return found


def address(value):
    """The address in a value: a string, or an object with @id or url, or a list of either."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            item = item.get("url") or item.get("@id") or item.get("contentUrl")
        if isinstance(item, str):
            return item.strip()
    return ""


def shares(node):
    """The share count among the interactions that an article counts, or None."""
    counters = node.get("interactionStatistic")
    for counter in counters if isinstance(counters, list) else [counters]:
        if not isinstance(counter, dict):
            continue
        kind = counter.get("interactionType")
        kind = kind.get("@type") if isinstance(kind, dict) else kind
        count = counter.get("userInteractionCount")
        if isinstance(kind, str) and kind.endswith("ShareAction") and str(count).isdecimal():
            return int(str(count)[:12])
    return None
