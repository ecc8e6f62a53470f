"""Find the paragraphs of an article. The extractor finds the place; nothing in it is lost."""

import logging
import re
from copy import deepcopy

import trafilatura

from articles.imports import furniture
from articles.imports.page_html import linked_data
from articles.imports.page_html.tree import marks
from articles.text.fold import fold
from articles.text.plain import paragraphs as paragraphs_of

# It reports every page without an article; we say so ourselves, in one line.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

SHORT = 20
# Parts of an article's own element that are not its text.
_ASIDE = re.compile(
    r"\b(?:nav|aside|footer|figcaption|figure|header)\b"
    r"|share|social|related|comment|widget|sidebar|breadcrumb|most-?read|popular|newsletter|subscribe"
    r"|latest-posts|post-meta|entry-meta|author-box|byline|caption|copyright|advert|promo"
)
_MARKUP = re.compile(r"</?(?:p|br|div|span|a|strong|em|b|i|h[1-6]|ul|li)\b[^<>]*>", re.IGNORECASE)
WRAPPERS = frozenset(["blockquote", "ul", "ol", "li", "section"])
TEXT_TAGS = frozenset("p h2 h3 h4 h5 h6 li blockquote pre dd".split())


def find(root, blocks, facts, title):
    """Return the lines of the article's text, in the order of the page.

    JSON-LD gives them when its text is whole and has paragraphs; otherwise the extractor says where
    the article stands, and every paragraph there is taken.
    """
    stated = _stated(facts.article.get("articleBody"))
    extracted = _letters(_extract(root))
    placed = _place(blocks, extracted, title)
    if stated and _is_better(stated, placed):
        return stated
    return placed


def _stated(body):
    text = body if isinstance(body, str) else ""
    if _MARKUP.search(text):
        return paragraphs_of(text)
    return [line for raw in re.split(r"[\r\n]+", text) if (line := linked_data.plain(raw))]


def _is_better(stated, placed):
    """Whether the stated text says all that stands on the page, in as many paragraphs."""
    said, seen = "".join(map(_letters, stated)), "".join(map(_letters, placed))
    whole = all(_letters(line) in said for line in placed)
    return len(said) > len(seen) * 1.5 or (whole and len(stated) >= len(placed))


def _extract(root):
    """The text that the extractor takes for the article; empty when it finds none."""
    found = trafilatura.bare_extraction(
        deepcopy(root),
        include_comments=False,
        include_tables=False,
        include_images=False,
        include_links=False,
        with_metadata=False,
        deduplicate=False,
    )
    return (found.text or "") if found is not None else ""


def _place(blocks, extracted, title):
    """Take the blocks that the extractor found and those beside them, furniture apart."""
    found = [at for at, block in enumerate(blocks) if _is_in(block, extracted, title)]
    if not found:
        return []
    beside = {block.element.getparent() for block in map(blocks.__getitem__, found)}
    beside.discard(None)
    first, last = found[0], found[-1]
    # A short first or last paragraph, such as an agency's name, escapes every extractor.
    while first and _continues(blocks[first - 1], beside, title):
        first -= 1
    while last + 1 < len(blocks) and _continues(blocks[last + 1], beside, title):
        last += 1
    chosen = set(found)
    return [
        block.text
        for at, block in enumerate(blocks[first : last + 1], start=first)
        if at in chosen or at < found[0] or at > found[-1] or _belongs(block, beside)
    ]


def _is_in(block, extracted, title):
    letters = _letters(block.text)
    if not letters or letters == _letters(title) or block.is_linked:
        return False
    return len(letters) >= SHORT and letters in extracted


def _belongs(block, beside):
    """Whether a block between paragraphs of the article is text that the extractor left out."""
    if block.is_linked or _ASIDE.search(marks(block.element, most=4)):
        return False
    holder = block.element.getparent()
    while holder is not None and holder.tag in WRAPPERS:
        holder = holder.getparent()
    return holder in beside


def _continues(block, beside, title):
    """Whether a block at the edge of the article is one of its paragraphs."""
    return (
        block.element.tag in TEXT_TAGS
        and _belongs(block, beside)
        and _letters(block.text) != _letters(title)
        and not furniture.opens_others(block.text)
    )


def _letters(text):
    """The folded letters and digits alone: an extractor may drop or change any other sign."""
    return "".join(letter for letter in fold(text) if letter.isalnum())
