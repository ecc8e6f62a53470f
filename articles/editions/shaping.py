"""Shape a finished body for the page: tables that scroll, and where each paragraph ends."""

from html import escape

from lxml import html as markup

from articles.text.plain import plain_text


def shape(html, table="Table"):
    """Return the body and the places in it where its paragraphs end, as numbers of letters.

    A table stands in a frame that scrolls by itself and that a keyboard reaches: on a phone only
    the table moves, never the page. ``table`` names one that has no caption. Only paragraphs that
    stand in no other block count; figures are put between them by their number.
    """
    if not html.strip():
        return html, []
    root = markup.fragment_fromstring(html, create_parent="div")
    for one in [found for found in root.iter("table") if not _inside(found)]:
        _frame(one, table)
    pieces, ends, length = [escape(root.text or "", quote=False)], [], 0
    length = len(pieces[0])
    for child in root:
        piece = markup.tostring(child, encoding="unicode", with_tail=False)
        tail = escape(child.tail or "", quote=False)
        if child.tag == "p":
            ends.append(length + len(piece))
        pieces += (piece, tail)
        length += len(piece) + len(tail)
    return "".join(pieces), ends


def _inside(table):
    return next(table.iterancestors("table"), None) is not None


def _frame(table, label):
    caption = table.find("caption")
    words = plain_text(markup.tostring(caption, encoding="unicode")) if caption is not None else ""
    frame = markup.Element("div", {"class": "scroll", "role": "group", "tabindex": "0"})
    frame.set("aria-label", words or label)
    frame.tail, table.tail = table.tail, None
    table.getparent().replace(table, frame)
    frame.append(table)
