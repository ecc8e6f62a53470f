"""Make the readable end of an address from a title, in its own letters. No transliteration."""

import re
import unicodedata

from articles.text.digits import western
from articles.text.fold import INVISIBLE, MARKS

# Letters of Persian, Kurdish and Urdu that a reader with an Arabic keyboard can not type.
_KEYBOARD = (
    ("ا", "ٱ"),
    ("ب", "پ"),
    ("ج", "چ"),
    ("ز", "ژ"),
    ("ف", "ڤڡ"),
    ("ك", "کڪگ"),
    ("ن", "ںڻ"),
    ("ه", "ھہەۀ"),
    ("و", "ۆۇۋ"),
    ("ي", "یېێے"),
)
_ARABIC = {
    **dict.fromkeys(map(ord, MARKS | INVISIBLE | frozenset("'’‘ʼ`´"))),
    **{ord(letter): kept for kept, letters in _KEYBOARD for letter in letters},
}
_GAP = re.compile(r"[\W_]+")


def slugify(text, limit=80):
    """Join the words of ``text`` by hyphens, in at most ``limit`` letters, cut between words.

    Returns an empty string when the text has no letter and no digit.

    >>> slugify("«قسد» تعلن: 40% من الخطّة أُنجزت")
    'قسد-تعلن-40-من-الخطة-أنجزت'
    """
    composed = unicodedata.normalize("NFKC", western(text)).translate(_ARABIC)
    plain = "".join(map(_without_accents, composed)).lower()
    words = _GAP.sub("-", plain).strip("-")
    if len(words) <= limit:
        return words
    cut = words[: limit + 1].rpartition("-")[0]
    return cut or words[:limit]


def _without_accents(letter):
    """Take the accent off a Latin letter; the hamza of an Arabic one is part of it."""
    if letter.isascii() or "\u0600" <= letter <= "\u08ff":
        return letter
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if part not in MARKS)
