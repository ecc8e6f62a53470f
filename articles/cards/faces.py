"""The two faces that share pictures are set in, and which letters each has. Draws nothing."""

import unicodedata
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

FONTS = Path(__file__).parent / "fonts"
HEAD, TEXT = "ghurfa-head", "ghurfa-text"
# Letters that no font draws: they tell which way words run and what joins.
UNSEEN = frozenset("\u200c\u200d\u200e\u200f\u061c\u2066\u2067\u2068\u2069")


@lru_cache
def letters(face):
    """Return the letters that a face has."""
    found = set()
    for line in (FONTS / f"{face}.txt").read_text(encoding="ascii").split():
        first, last = (int(code, 16) for code in line.split("-"))
        found.update(map(chr, range(first, last + 1)))
    return frozenset(found)


@lru_cache(maxsize=64)
def sized(face, size):
    """Return a face at a size in pixels, joined and ordered by Raqm."""
    return ImageFont.truetype(FONTS / f"{face}.ttf", size, layout_engine=ImageFont.Layout.RAQM)


def settable(text, face):
    """Return ``text`` in letters that the face has, or "" where a word would lack some.

    A letter with a mark that it lacks is written without (ş as s); what is no letter is left out.

    >>> settable("🔴 عاجل: Muş", TEXT), settable("東京", TEXT)
    ('عاجل: Mus', '')
    """
    known, written = letters(face), []
    for letter in unicodedata.normalize("NFC", text):
        if letter in known or letter in UNSEEN:
            written.append(letter)
            continue
        plain = [one for one in unicodedata.normalize("NFKD", letter) if one in known]
        if plain:
            written += plain
        elif unicodedata.category(letter)[0] in "LN":
            return ""
        else:
            written.append(" ")
    return " ".join("".join(written).split())
