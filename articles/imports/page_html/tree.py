"""Parse a saved page into a bounded tree and list its blocks of text. Runs and fetches nothing."""

import re
from dataclasses import dataclass
from itertools import chain, islice

from django.utils.translation import gettext_lazy as _
from lxml import etree, html

from articles.imports.item import Unreadable, one_line

MOST_ELEMENTS = 30_000
MOST_NESTING = 1_000_000  # the depths of all elements together
MOST_ATTRIBUTES = 500
LONGEST_ATTRIBUTE = 2_000
# Nothing in these is text of an article, whatever it says.
SILENT = frozenset(
    "script style noscript template iframe frame frameset object embed applet svg math canvas "
    "audio video map select textarea button input datalist dialog title".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table "
    "tbody td tfoot th thead time tr ul".split()
)
# Where a page speaks of something other than its own article.
ELSEWHERE = re.compile(
    r"comment|related|widget|sidebar|recent|latest|footer|popular|most-?read|aside"
)
_ENDS_SENTENCE = frozenset('.!?؟…:”"»)')
# HTML can smuggle in by number what XML refuses; the extractor is an XML tool.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True)
class Block:
    """One block of text: one line, the element it stands in, and how much of it is links."""

    text: str
    element: html.HtmlElement
    linked: int

    @property
    def is_linked(self):
        """Whether most of it is links, as in menus and lists of other articles."""
        return self.linked > len(self.text) * 0.6


# Tags as a browser cuts them, so that ">" in a value ends none; what is raw text is stepped over.
_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>]*+))?+"""
_TAGS = re.compile(
    r"<!--(?:.*?-->|.*)"
    r"|<(?P<raw>script|style|textarea|title|xmp|iframe|noembed|noframes)\b[^>]*+>(?:.*?</(?P=raw)|.*)"
    rf"|(?P<many><[a-z][^\s/>]*+(?:{_ATTRIBUTE}){{{MOST_ATTRIBUTES}}})"
    rf"|<[a-z][^\s/>]*+(?:{_ATTRIBUTE})*+",
    re.IGNORECASE | re.DOTALL,
)


def parse(text):
    """Parse the text of a page; raises Unreadable when it is built to exhaust whoever reads it."""
    # The parser compares every attribute of a tag with all before it.
    if any(tag["many"] for tag in _TAGS.finditer(text)):
        raise Unreadable(_("Its HTML has more parts than any page."))
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise Unreadable(_("No text of an article was found in it.")) from None
    # The parser stops, and drops the rest of the page, at a depth no newsroom's template reaches.
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise Unreadable(_("Its HTML is nested too deeply to be a page."))
    _measure(root)
    return root


def _measure(root):
    """Refuse a tree that is too wide, or deep in too many places: both cost time without end."""
    elements = depth = nesting = 0
    for event, _element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        nesting += depth
        if elements > MOST_ELEMENTS or nesting > MOST_NESTING * 2:
            raise Unreadable(_("Its HTML has more parts than any page."))


def strip(root):
    """Take out of the tree what is never text: scripts, styles, frames, forms, hidden parts."""
    for element in list(root.iter(etree.Element)):
        if element.tag in SILENT or _is_hidden(element):
            if element.getparent() is not None and element.tag != "body":
                element.drop_tree()
            continue
        element.text, element.tail = _as_xml(element.text), _as_xml(element.tail)
        for name, value in element.attrib.items():
            if len(value) > LONGEST_ATTRIBUTE or name.startswith("on") or _NO_XML.search(value):
                del element.attrib[name]
    return root


def _as_xml(text):
    return _NO_XML.sub("", text) if text else text


def _is_hidden(element):
    return "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")[:500]) is not None


def blocks(root, every_break=False):
    """List the blocks of text below ``root`` in the order of the page, each as one tidied line.

    Two line breaks in a row end a block, and so does one behind a finished sentence: old pages
    have no paragraphs. ``every_break`` makes each a line, for pages that are text in HTML's dress.
    """
    gathering, holders, inside_links = _Gathering("\n\n" if every_break else "\n"), [root], 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        opens = event == "start"
        if element.tag in BLOCKS:
            gathering.close(holders[-1])
            if opens:
                holders.append(element)
            elif len(holders) > 1:
                holders.pop()
        elif element.tag == "br" and opens:
            gathering.parts.append(gathering.line_break)
        elif element.tag == "a":
            inside_links += 1 if opens else -1
        if opens or element is not root:
            text = (element.text if opens else element.tail) or ""
            gathering.add(text.replace("\n", " "), inside_links > 0)
    gathering.close(root)
    return gathering.found


class _Gathering:
    """The text met since the last block ended, and the blocks before it."""

    def __init__(self, line_break):
        self.line_break = line_break
        self.found, self.parts, self.linked = [], [], 0

    def add(self, text, is_link):
        self.parts.append(text)
        if is_link:
            self.linked += len(text.strip())

    def close(self, element):
        texts = _at_breaks("".join(self.parts))
        linked = round(self.linked / len(texts)) if texts else 0
        self.found += [Block(text, element, linked) for text in texts]
        self.parts, self.linked = [], 0


def _at_breaks(text):
    """Split a block at its line breaks where they part paragraphs."""
    texts, current = [], []
    for line in map(one_line, text.split("\n")):
        if not line or (current and current[-1][-1] in _ENDS_SENTENCE):
            texts.append(" ".join(current))
            current = []
        if line:
            current.append(line)
    return [found for found in (*texts, " ".join(current)) if found]


def marks(element, most=12):
    """The tags, class names, ids and roles of an element and of those around it, in lower case."""
    found = []
    for holder in islice(chain([element], element.iterancestors()), most):
        named = (holder.get(name, "") for name in ("class", "id", "role", "itemprop", "aria-label"))
        found.append(" ".join((holder.tag, *named)))
    return " ".join(found).lower()


def is_in_article(element):
    """Whether an element stands in what the page marks as its article, not in the site's frame."""
    return any(holder.tag in ("article", "main") for holder in element.iterancestors())


def words_of(element):
    """The text in an element as one tidied line."""
    return one_line(element.text_content()) if element is not None else ""
