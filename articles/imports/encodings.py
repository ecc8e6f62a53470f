"""Turn the bytes of a page into text, or refuse. No guessing: an old encoding must prove itself."""

import codecs
import re

from django.utils.translation import gettext_lazy as _

from articles.imports.item import Unreadable
from articles.text.fold import fold

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a page may declare, and what we then try. Pages that say Latin often are Windows Arabic.
DECLARED = {
    "windows-1256": ("cp1256",),
    "cp1256": ("cp1256",),
    "cp-1256": ("cp1256",),
    "x-cp1256": ("cp1256",),
    "iso-8859-6": ("iso8859-6", "cp1256"),
    "arabic": ("iso8859-6", "cp1256"),
    "iso-8859-1": ("cp1256", "cp1252"),
    "latin1": ("cp1256", "cp1252"),
    "windows-1252": ("cp1256", "cp1252"),
}
UNDECLARED = ("cp1256", "iso8859-6")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_ARABIC = re.compile("[\u0621-\u064a\u0660-\u06d3]")
_FOREIGN = re.compile("[^\x00-\x7f\u0600-\u06ff\u2000-\u206f\xa0«»÷×°]")
_WORDS = re.compile("[\u0621-\u064a\u066e-\u06d3]+")
# In any Arabic prose some of these stand every few words; in wrongly decoded bytes none does.
COMMON = frozenset(
    map(fold, "في من على إلى أن عن مع التي الذي هذا هذه كان قال ما لا بعد بين كما".split())
)
SHARE_OF_COMMON = 0.03
SHARE_OF_FOREIGN = 0.05


def decode(content):
    """Decode a file, by its mark, as UTF-8, or as an old encoding that gives provable Arabic.

    Raises Unreadable when it is not text, or in an encoding that can not be told.
    """
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding)
    if b"\0" in content:
        return _unmarked_utf16(content)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _old(content)


def _strictly(content, encoding):
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable(_("Its letters are in the wrong encoding; save it as UTF-8.")) from None


def _unmarked_utf16(content):
    """Text with NUL bytes may still be UTF-16 without its mark; anything else is no text."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and _is_arabic(text):
            return text
    raise Unreadable(_("It is not text."))


def _old(content):
    match = _CHARSET.search(content[:4096])
    declared = match[1].decode("ascii").lower() if match else ""
    for encoding in DECLARED.get(declared, UNDECLARED):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "cp1252" and _is_latin(text):
            return text
        if encoding != "cp1252" and _is_arabic(text):
            return text
    if _looks_binary(content):
        raise Unreadable(_("It is not text."))
    raise Unreadable(_("Its letters are in the wrong encoding; save it as UTF-8."))


def _is_arabic(text):
    """Whether this is Arabic as people write it: its commonest words, and no strange letters."""
    sample = text[:200_000]
    arabic, foreign = len(_ARABIC.findall(sample)), len(_FOREIGN.findall(sample))
    if arabic < 20 or foreign > arabic * SHARE_OF_FOREIGN:
        return False
    words = [fold(word) for word in _WORDS.findall(sample)]
    return sum(word in COMMON for word in words) >= max(1, len(words) * SHARE_OF_COMMON)


def _is_latin(text):
    """Whether a page that declares a Latin encoding is mostly plain letters."""
    return sum(not letter.isascii() for letter in text) <= len(text) * SHARE_OF_FOREIGN


def _looks_binary(content):
    sample = content[:8192]
    return sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in sample) > len(sample) / 100
