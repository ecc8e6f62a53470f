"""Read a file within bounds and say what it is by its content. A name's ending is not believed."""

import json
import os
import re
import stat
from dataclasses import dataclass
from pathlib import PurePath

from django.utils.translation import gettext_lazy as _

from articles.imports.encodings import decode
from articles.imports.item import Unreadable

LARGEST_FILE = 10 * 1024 * 1024  # a page with 10 MB of text is no page

MAGIC = (
    (b"%PDF-", _("It is a PDF file.")),
    (b"PK\x03\x04", _("It is a zip archive or an office document.")),
    (b"\xd0\xcf\x11\xe0", _("It is an office document.")),
    (b"\x1f\x8b", _("It is a compressed file.")),
    (b"Rar!", _("It is a compressed file.")),
    (b"7z\xbc\xaf\x27\x1c", _("It is a compressed file.")),
    (b"BZh", _("It is a compressed file.")),
    (b"\xfd7zXZ", _("It is a compressed file.")),
    (b"\x28\xb5\x2f\xfd", _("It is a compressed file.")),
    (b"\x89PNG", _("It is a picture.")),
    (b"\xff\xd8\xff", _("It is a picture.")),
    (b"GIF8", _("It is a picture.")),
    (b"BM\x00", _("It is a picture.")),
    (b"\x7fELF", _("It is a program.")),
    (b"MZ\x90", _("It is a program.")),
    (b"bplist", _("It is a web archive; save the page as HTML.")),
)
MARKUP = re.compile(
    r"<!doctype\s+html|<(?:html|head|body|meta|title|article|div|p|span|h[1-6]|br|table|script|a)\b"
    r"[^<>]{0,2000}>",
    re.IGNORECASE,
)
PAGE = re.compile(r"<!doctype\s+html|<(?:html|head|body)\b", re.IGNORECASE)
_MHTML = re.compile(r"(?:^|\n)content-type:\s*multipart/related", re.IGNORECASE)
# The first element of the file, past what may stand before it.
_ROOT = re.compile(
    r"\s*(?:<\?[^>]{0,300}\?>\s*|<!--.{0,2000}?-->\s*|<!doctype[^>]{0,300}>\s*)*<([a-z:]+)",
    re.I | re.S,
)
_XML_ROOTS = frozenset(
    "rss feed rdf:rdf urlset sitemapindex svg newsitem newsmessage plist".split()
)
ENOUGH_TAGS = 4


@dataclass(frozen=True)
class Found:
    """A file that holds text: its name, for what the reader tells people, and its letters."""

    name: str
    text: str

    @property
    def is_markup(self):
        """Whether the text is HTML, whole or in part."""
        opening = self.text[:65_536]
        return bool(PAGE.search(opening)) or len(MARKUP.findall(opening)) >= ENOUGH_TAGS


def look(path):
    """Read the file at ``path`` and decode it; nothing larger than ``LARGEST_FILE`` is opened.

    Raises Unreadable for whatever is not the text of a page.
    """
    content = take(path)
    for mark, sentence in MAGIC:
        if content.startswith(mark):
            raise Unreadable(sentence)
    found = Found(PurePath(path).name, decode(content))
    if not found.text.strip():
        raise Unreadable(_("It is empty."))
    _refuse_other_formats(found)
    return found


def take(path):
    """Return the bytes of a regular file of bearable size, or raise Unreadable."""
    try:
        # Without waiting: the other end of a named pipe may never come.
        number = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with open(number, "rb") as file:
            _measure(os.fstat(number))
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise Unreadable(_("There is no such file.")) from None
    except PermissionError:
        raise Unreadable(_("It may not be read; check its permissions.")) from None
    except (OSError, ValueError) as problem:
        raise Unreadable(_("It can not be read: %(why)s."), why=_reason(problem)) from None
    if len(content) > LARGEST_FILE:
        raise _too_large(len(content))
    return content


def _measure(found):
    if not stat.S_ISREG(found.st_mode):
        raise Unreadable(_("It is not a file."))
    if found.st_size == 0:
        raise Unreadable(_("It is empty."))
    if found.st_size > LARGEST_FILE:
        raise _too_large(found.st_size)


def _too_large(size):
    megabyte = 1024 * 1024
    return Unreadable(
        _("It is too large: %(size)s MB; a page may have %(most)s MB."),
        size=-(-size // megabyte),
        most=LARGEST_FILE // megabyte,
    )


def _reason(problem):
    return getattr(problem, "strerror", None) or type(problem).__name__


def _refuse_other_formats(found):
    opening = found.text[:65_536]
    if _MHTML.search(opening[:4096]):
        raise Unreadable(_("It is a web archive; save the page as HTML."))
    if _is_xml(opening):
        raise Unreadable(_("It is XML, not a page; feeds and wires are not read here."))
    if opening.lstrip()[:1] in ("{", "[") and _is_json(found.text):
        raise Unreadable(_("It is JSON, not a page."))


def _is_xml(opening):
    match = _ROOT.match(opening)
    root = match[1].lower() if match else ""
    return root in _XML_ROOTS or (root not in ("", "html") and opening.lstrip().startswith("<?xml"))


def _is_json(text):
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
