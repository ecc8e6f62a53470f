"""Take an HTML body apart: into its paragraphs for a comparison, into its source for a merge."""

import re
from typing import NamedTuple

from lxml import etree

from articles.text.compare.tokens import Token, cut
from articles.text.lint_html import EMPTY, TOKEN
from articles.text.plain import BLOCKS, SILENT, parse

_SOURCE_BLANKS = re.compile(r"[ \t\r\n\f]+")
# Elements that may stand inside one of their own name.
_NESTING = frozenset("blockquote bdi bdo cite div li ol q span sub sup table td th tr ul".split())
# Elements that hold words and no block.
_NO_BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 a b strong i em u s".split())
DEEPEST, LONGEST_LABEL = 4, 300
RULE = "* * *"


class Leaf(NamedTuple):
    """A paragraph as readers see it, with the names of the blocks it stands in.

    ``block`` and the dress of the tokens hold tags with their attributes: "li", "a href=/n/1/".
    """

    block: tuple
    tokens: tuple


def leaves(markup):
    """List the paragraphs of a body, none empty; blanks as HTML counts them.

    >>> [leaf.block for leaf in leaves("<h2>المرفأ</h2><ul><li>باخرة</li></ul>")]
    [('h2',), ('ul', 'li')]
    """
    root = parse(markup)
    reading = _Reading()
    if root is not None:
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            reading.follow(event, element)
    reading.flush()
    return reading.found


class _Reading:
    def __init__(self):
        self.found, self.tokens = [], []
        self.blocks, self.dress, self.silent = [], [], 0

    def follow(self, event, element):
        tag = element.tag
        if isinstance(tag, str):
            opens = event == "start"
            self._enter(tag, element) if opens else self._leave(tag)
            if opens:
                return self._take(element.text)
        return self._take(element.tail)

    def _enter(self, tag, element):
        if tag in SILENT:
            self.silent += 1
        elif tag == "br":
            self._add(Token("\n", self._dressed()))
        elif tag == "hr":
            self.flush()
            self.tokens = [Token(RULE)]
            self.flush()
        elif tag in BLOCKS:
            self.flush()
            if tag not in ("html", "body"):
                self.blocks.append(_label(tag, element))
        else:
            self.dress.append(_label(tag, element))

    def _leave(self, tag):
        if tag in SILENT:
            self.silent -= 1
        elif tag in ("br", "hr"):
            return
        elif tag in BLOCKS:
            self.flush()
            if tag not in ("html", "body"):
                self.blocks.pop()
        else:
            self.dress.pop()

    def _dressed(self):
        return tuple(self.dress[-DEEPEST:])

    def _take(self, text):
        if text and not self.silent:
            for token in cut(_SOURCE_BLANKS.sub(" ", text), self._dressed()):
                self._add(token)

    def _add(self, token):
        """Of blanks in a row the first stands; a line break is worth more than a blank."""
        if token.text == " " and (not self.tokens or self.tokens[-1].text in (" ", "\n")):
            return
        if token.text == "\n" and self.tokens and self.tokens[-1].text == " ":
            self.tokens.pop()
        self.tokens.append(token)

    def flush(self):
        while self.tokens and self.tokens[-1].is_blank:
            self.tokens.pop()
        if self.tokens:
            self.found.append(Leaf(tuple(self.blocks[-DEEPEST:]), tuple(self.tokens)))
        self.tokens = []


def _label(tag, element):
    attributes = "".join(f" {name}={value}" for name, value in sorted(element.attrib.items()))
    return f"{tag}{attributes}"[:LONGEST_LABEL]


def top_blocks(markup):
    """Cut a body into the source of its outermost blocks; joined, they are the body.

    What is not well-formed is put right first, as a browser would.

    >>> top_blocks("<p>خبر</p><ul><li>باخرة</li></ul>")
    ['<p>خبر</p>', '<ul><li>باخرة</li></ul>']
    """
    blocks = _cut_at_top(markup)
    return _cut_at_top(_repaired(markup)) or [markup] if blocks is None else blocks


def _cut_at_top(markup):
    """The outermost blocks, or None when the tags do not match."""
    blocks, open_tags, start = [], [], 0
    for found in TOKEN.finditer(markup):
        tag = (found["tag"] or "").lower()
        if not tag or tag in EMPTY:
            continue
        if not found["close"]:
            if not open_tags and tag in BLOCKS and found.start() > start:
                blocks.append(markup[start : found.start()])
                start = found.start()
            open_tags.append(tag)
        elif not open_tags or open_tags.pop() != tag:
            return None
        elif not open_tags and tag in BLOCKS:
            blocks.append(markup[start : found.end()])
            start = found.end()
    if open_tags:
        return None
    if start < len(markup):
        blocks.append(markup[start:])
    return blocks


def _repaired(markup):
    root = parse(markup)
    body = root.find("body") if root is not None else None
    if body is None:
        return ""
    parts = [body.text or ""]
    parts += (etree.tostring(one, encoding="unicode", method="html") for one in body)
    return "".join(parts)


def is_sound(markup):
    """Say whether each tag ends where it should and stands where it may.

    >>> is_sound("<p><b>خبر</b></p>"), is_sound("<p><b>خبر</p></b>"), is_sound("<p><p>خبر</p></p>")
    (True, False, False)
    """
    open_tags = []
    for found in TOKEN.finditer(markup):
        tag = (found["tag"] or "").lower()
        if not tag or tag in EMPTY:
            continue
        if found["close"]:
            if not open_tags or open_tags.pop() != tag:
                return False
            continue
        if tag in open_tags and tag not in _NESTING:
            return False
        if tag in BLOCKS and not _NO_BLOCKS.isdisjoint(open_tags):
            return False
        open_tags.append(tag)
    return not open_tags
