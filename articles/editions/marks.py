"""Put source marks and links to names into a clean body, and take them out. Changes no letter."""

import re
from html import escape

from lxml import html as markup

NOT_INSIDE = {"a", "h2", "h3", "h4", "code", "pre", "q", "blockquote"}


def mark(html, citations=(), names=()):
    """Return the body with a numbered mark after each cited passage and a link on each first name.

    ``citations``: (number, passage, label) — the mark stands behind the passage's last letter.
    ``names``: (spelling, address) — the first place outside headings, quotes and links is linked.
    A passage or a spelling that is not found within one block is passed over.
    """
    if not html.strip():
        return html
    root = markup.fragment_fromstring(html, create_parent="div")
    for spelling, address in names:
        _link_first(root, spelling, address)
    # From the last to the first, so that two marks behind one passage stand in their order.
    for number, passage, label in reversed(citations):
        _mark_passage(root, number, passage, label)
    return _inside(root)


def unmark(html):
    """Return a marked body without the marks of sources and the links that `mark` set on names.

    Links of the text itself stay: every link of a cleaned body says ``rel``, and ours do not.

    >>> unmark('<p>في <a href="/topic/m/">المرسى</a>.<a class="src" href="#s1">1</a></p>')
    '<p>في المرسى.</p>'
    """
    if not html.strip():
        return html
    root = markup.fragment_fromstring(html, create_parent="div")
    for link in list(root.iter("a")):
        if link.get("class") == "src":
            link.text = None
            link.drop_tag()
        elif link.get("rel") is None and link.get("href"):
            link.drop_tag()
    return _inside(root)


def _inside(root):
    """The HTML of what the element holds."""
    parts = [escape(root.text or "", quote=False)]
    parts += [markup.tostring(child, encoding="unicode") for child in root]
    return "".join(parts)


def _link_first(root, spelling, address):
    for owner, slot, text in _texts(root):
        at = _whole_word(text, spelling)
        if at < 0:
            continue
        link = markup.Element("a", href=address)
        link.text = spelling
        _insert(owner, slot, text[:at], link, text[at + len(spelling) :])
        return


def _mark_passage(root, number, passage, label):
    """Find the block that holds the passage, then the text node in which its last letter stands."""
    for block in root.iter("p", "li", "td", "blockquote"):
        pieces = _texts(block, anywhere=True)
        end = _end_of(passage, "".join(text for _owner, _slot, text in pieces))
        if end is None:
            continue
        passed = 0
        for owner, slot, text in pieces:
            if passed + len(text) >= end:
                cut = end - passed
                sup = markup.Element("a", {"class": "src", "href": f"#s{number}"})
                sup.set("aria-label", label)
                sup.text = str(number)
                _insert(owner, slot, text[:cut], sup, text[cut:])
                return
            passed += len(text)


def _end_of(passage, text):
    """Where the passage ends in the text, or None; any run of blanks is like any other."""
    pattern = r"\s+".join(re.escape(word) for word in passage.split())
    found = re.search(pattern, text) if pattern else None
    return found and found.end()


def _texts(root, anywhere=False):
    """List (element, "text" or "tail", text) in reading order, passing over our own marks.

    Without ``anywhere`` also what stands inside a link, a heading or a quotation.
    """
    found = []

    def walk(element, inside):
        is_mark = element.get("class") == "src"
        inside = inside or is_mark or (element.tag in NOT_INSIDE and not anywhere)
        if element.text and not inside:
            found.append((element, "text", element.text))
        for child in element:
            walk(child, inside)
            if child.tail and not inside:
                found.append((child, "tail", child.tail))

    walk(root, False)
    return found


def _whole_word(text, spelling):
    """Where the spelling stands with no letter on either side, or -1."""
    at = text.find(spelling)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(spelling) : at + len(spelling) + 1]
        if not (before.isalnum() or after.isalnum()):
            return at
        at = text.find(spelling, at + 1)
    return -1


def _insert(owner, slot, before, element, after):
    """Split one text node around a new element."""
    element.tail = after
    if slot == "text":
        owner.text = before
        owner.insert(0, element)
    else:
        owner.tail = before
        parent = owner.getparent()
        parent.insert(parent.index(owner) + 1, element)
