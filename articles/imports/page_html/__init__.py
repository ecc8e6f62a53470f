"""Read a news page that was saved as HTML. Scripts are neither run nor kept; nothing is fetched."""

from django.utils.translation import gettext_lazy as _

from articles.imports.identity import address_key, title_key
from articles.imports.item import MOST_NAMES, MOST_SHARES, IncomingItem, Unreadable
from articles.imports.lines import is_prose, joined_counts, language_of, text_below
from articles.imports.page_html import body, frame, tree
from articles.imports.page_html.facts import Facts
from articles.imports.page_text import read_lines

NAME = "page-html"


def recognises(found):
    """Whether the text is HTML, whole or in part."""
    return found.is_markup


def read(found, known):
    """Read the page: JSON-LD before meta before what stands in the text.

    A day in the site's header is the day the page was read; only the article's own date is taken
    for that of publishing.
    """
    root = tree.parse(found.text)
    facts = Facts(root, known.zone)
    if facts.is_list():
        raise Unreadable(_("It is a list of articles, not the page of one."))
    title = facts.title()
    steps = facts.steps()
    tree.strip(root)
    if not title:
        lines = [block.text for block in tree.blocks(root, every_break=True)]
        return read_lines(joined_counts(lines), known, NAME)
    blocks = tree.blocks(root)
    lines = body.find(root, blocks, facts, title)
    gathered = frame.read(blocks, title, lines)
    paragraphs = text_below(lines, title, gathered)
    if not is_prose(paragraphs, least_words=5):
        raise Unreadable(_("No text of an article was found in it."))
    address, shares = facts.address(), facts.shares()
    return IncomingItem(
        format=NAME,
        key=address_key(address) if address else title_key(title),
        title=title,
        paragraphs=paragraphs,
        lead=facts.lead(title, paragraphs),
        language=language_of(title, paragraphs),
        categories=frame.sections(blocks, title, steps, facts.stated_section(), known, gathered),
        published=facts.published() or gathered.published,
        read_on=gathered.read_on,
        shares=gathered.shares if shares is None else min(shares, MOST_SHARES),
        address=address,
        byline=(facts.byline() or gathered.byline)[:MOST_NAMES],
        tags=facts.tags() or gathered.tags,
        picture=facts.picture(),
        warnings=tuple(gathered.warnings),
    )
