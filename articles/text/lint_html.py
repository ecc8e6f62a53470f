"""The text doctor for HTML: reads the text of a body, and never touches a tag or an attribute.

    >>> lint_html("<p>امتلا<b>ک</b>&nbsp; أدلة</p>")
    [Finding(rule='keheh', start=11, end=12, before='ک', after='ك'),
     Finding(rule='blanks', start=16, end=23, before='&nbsp; ', after=' ')]

Offsets are those of the markup, so that `lint.apply` puts it right as it does a plain text.
"""

import html
import re
from bisect import bisect_right
from typing import NamedTuple

from articles.text.lint import Finding, lint
from articles.text.plain import BLOCKS, SILENT

# Always matches to its end or to the end of the text, whatever quotation mark was left open.
TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<close>/?)(?P<tag>[A-Za-z][^\s/>]*)"
    r"(?P<attributes>(?:[^>\"']|\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z))*+)(?:>|\Z)"
    r"|<[!?/][^>]*(?:>|\Z)"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)",
    re.DOTALL,
)
_LANG = re.compile(r"(?:^|[\s\"'])(?:xml:)?lang\s*=\s*[\"']?(?!ar\b)[A-Za-z]", re.IGNORECASE)
_UNTRANSLATED = re.compile(r"(?:^|[\s\"'])translate\s*=\s*[\"']?no\b", re.IGNORECASE)
# bdi and bdo mark words that run their own way; the others hold code.
_LEFT = SILENT | {"bdi", "bdo", "code", "kbd", "pre", "samp", "tt", "var"}
EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())


# Stands for what is no Arabic text; no rule knows it.
_SIGN = "\ufffc"


class _Piece(NamedTuple):
    """Where a stretch of text begins in the text and in the markup.

    ``length`` is that of the markup for an entity, whose text is one letter; None for letters that
    are the same in both; 0 for the line break that we put where a block begins or ends.
    """

    start: int
    markup: int
    length: int | None


class _OpenTags:
    """The elements that are open, and in how many of them text must be left."""

    DEEPEST = 50  # an end tag ends what began at most so many elements ago

    def __init__(self):
        self.tags, self.left = [], 0

    def follow(self, tag, token):
        if token["close"]:
            self.close(tag)
        elif tag not in EMPTY:
            attributes = token["attributes"]
            is_left = tag in _LEFT or _LANG.search(attributes) or _UNTRANSLATED.search(attributes)
            self.tags.append((tag, bool(is_left)))
            self.left += bool(is_left)

    def close(self, tag):
        """End the newest element of that name and all in it; without one, nothing."""
        for back in range(1, min(self.DEEPEST, len(self.tags)) + 1):
            if self.tags[-back][0] == tag:
                self.left -= sum(is_left for _tag, is_left in self.tags[-back:])
                del self.tags[-back:]
                return


def lint_html(markup, house=False):
    """List what the doctor's rules find in the text of an HTML body, with offsets into the markup.

    Left alone, beside what `lint` leaves: tags, attributes, code, ``bdi`` and ``bdo``, elements
    with ``translate="no"`` or a ``lang`` other than Arabic, and whatever a tag cuts in two.
    """
    text, pieces, leave = _read(markup)
    starts = [piece.start for piece in pieces]
    found = []
    for one in lint(text, leave, house):
        start, end = _place(pieces, starts, one.start, one.end)
        if start is not None:
            found.append(Finding(one.rule, start, end, markup[start:end], one.after))
    return found


def _read(markup):
    """Return the text of the markup, its pieces, and the spans of it that must be left."""
    parts, pieces, leave, open_tags = [], [], [], _OpenTags()
    length = at = 0

    def take(text, place, size):
        nonlocal length
        if text:
            pieces.append(_Piece(length, place, size))
            if open_tags.left:
                leave.append((length, length + len(text)))
                # What is marked as foreign must not decide the language of its paragraph.
                text = _SIGN * len(text)
            parts.append(text)
            length += len(text)

    for token in TOKEN.finditer(markup):
        take(markup[at : token.start()], at, None)
        at = token.end()
        if token["entity"]:
            letter = html.unescape(token["entity"])
            # What is no entity, or more than a letter, is a sign that no rule knows.
            letter = letter if len(letter) == 1 else _SIGN
            take(letter, token.start(), at - token.start())
        elif token["tag"]:
            tag = token["tag"].lower()
            if tag in BLOCKS or tag == "br":
                take("\n", token.start(), 0)
            open_tags.follow(tag, token)
    take(markup[at:], at, None)
    return "".join(parts), pieces, leave


def _place(pieces, starts, start, end):
    """Where a stretch of text stands in the markup; (None, None) if a tag cuts it."""
    first = bisect_right(starts, start) - 1
    last = bisect_right(starts, end - 1) - 1
    begins = _begins(pieces[first], start)
    at = begins
    for number in range(first, last + 1):
        piece, from_here = pieces[number], max(start, pieces[number].start)
        if piece.length == 0 or _begins(piece, from_here) != at:
            return None, None
        until = end if number == last else pieces[number + 1].start
        at += piece.length or until - from_here
    return begins, at


def _begins(piece, place):
    return piece.markup + (place - piece.start if piece.length is None else 0)
