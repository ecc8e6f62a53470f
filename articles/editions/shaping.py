"""Shape a finished body for the page: tables that scroll by themselves. Changes no letter."""

from html import escape

from lxml import html as markup

from articles.text.plain import plain_text


def shape(html, table="Table"):
    """Return the body with each table in a frame that scrolls and that a keyboard reaches.

    On a phone only the table moves, never the page. ``table`` names one that has no caption.
    """
    if not html.strip():
        return html
    root = markup.fragment_fromstring(html, create_parent="div")
    for one in [found for found in root.iter("table") if not _inside(found)]:
        _frame(one, table)
    parts = [escape(root.text or "", quote=False)]
    parts += [markup.tostring(child, encoding="unicode") for child in root]
    return "".join(parts)


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
