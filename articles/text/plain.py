"""Read the text of an HTML body. It keeps words and paragraphs and drops everything else."""

import re

from lxml import etree, html

from articles.text.tidy import tidy

_BLOCKS = """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section
    summary table tbody td tfoot th thead tr ul
"""
_SILENT = """
    embed head iframe math noscript object script select style svg template textarea title
"""
BLOCKS = frozenset(_BLOCKS.split())
SILENT = frozenset(_SILENT.split())
_BREAK = re.compile(r"\n\s*\n")
_SOURCE_BLANKS = re.compile(r"[ \t\r\n\f]+")


def plain_text(markup):
    """Give the text of an HTML body, its paragraphs separated by an empty line."""
    return "\n\n".join(paragraphs(markup))


def paragraphs(markup):
    """List the paragraphs of an HTML body as plain text, entities decoded, none empty.

    A line break inside a paragraph stays one; two in a row begin a new paragraph.
    """
    found, current = [], []
    for piece in _pieces(markup):
        if piece is None:
            found.extend(_split("".join(current)))
            current = []
        else:
            current.append(piece)
    return found + _split("".join(current))


def _pieces(markup):
    """Yield strings of text as they come, and None wherever a block begins or ends."""
    root = parse(markup)
    if root is None:
        return
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        opens, tag = event == "start", element.tag
        if isinstance(tag, str):
            if tag in SILENT:
                silent += 1 if opens else -1
            if tag in BLOCKS:
                yield None
            if opens:
                if not silent:
                    yield "\n" if tag == "br" else _one_line(element.text)
                continue
        if not silent:
            yield _one_line(element.tail)


def parse(markup):
    """Read any markup as a tree of lxml, however broken; None when it holds nothing."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    try:
        return etree.fromstring(markup.encode("utf-8", "replace").replace(b"\0", b""), parser)
    except etree.ParserError:
        return None


def _one_line(text):
    """In HTML a line break in the source is a blank."""
    return _SOURCE_BLANKS.sub(" ", text or "")


def _split(text):
    return [kept for part in _BREAK.split(text) if (kept := tidy(part))]
