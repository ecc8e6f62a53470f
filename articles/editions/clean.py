"""Clean the HTML of a body for readers. What is not on the list goes; nothing is rewritten."""

import re

import nh3

TAGS = {
    "p", "br", "h2", "h3", "h4", "blockquote", "footer", "ul", "ol", "li", "a", "strong", "em",
    "b", "i", "u", "s", "sub", "sup", "bdi", "bdo", "abbr", "cite", "q", "code", "pre", "hr",
    "table", "thead", "tbody", "tr", "th", "td", "caption",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "title", "lang"},
    "bdi": {"dir", "lang"},
    "bdo": {"dir"},
    "abbr": {"title"},
    "blockquote": {"cite"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "p": {"dir", "lang"},
}
SCHEMES = {"http", "https", "mailto"}
# Control signs, which no XML takes: neither our own marks nor a feed could be written around them.
_NO_TEXT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


# A fact box is short and stands under its own title: no headings, no quotations.
BOX_TAGS = TAGS - {"h2", "h3", "h4", "blockquote", "footer", "caption", "pre", "hr"}


def clean_box(html):
    """Return the HTML of a fact box as `clean` does, with fewer tags.

    >>> clean_box('<h2 id="x">أرقام</h2><ul><li><strong>5</strong> سفن</li></ul>')
    'أرقام<ul><li><strong>5</strong> سفن</li></ul>'
    """
    return clean(html, BOX_TAGS)


def clean(html, tags=TAGS):
    """Return the HTML with only the tags, attributes and link schemes that an article needs.

    >>> clean('<p onclick="x()">خبر<script>alert(1)</script></p>')
    '<p>خبر</p>'
    """
    cleaned = nh3.clean(
        html,
        tags=tags,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener",
        clean_content_tags={"script", "style", "iframe", "object", "svg", "math", "template"},
        strip_comments=True,
    )
    return _NO_TEXT.sub("", cleaned).strip()
