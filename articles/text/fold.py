"""Fold spellings that readers treat as the same. Pure text; it never changes what is stored.

    >>> fold("أبو ظبي"), fold("ترکیا"), fold("Café ٢٠٢٤")
    ('ابوظبي', 'تركيا', 'cafe 2024')

This is the only place that says which spellings are equal. After a change: ``manage.py reindex``.
"""

import re
import unicodedata


def _letters(*ranges):
    return frozenset(chr(code) for first, last in ranges for code in range(first, last + 1))


# Vowel marks, tatweel and the Quran's signs: they ride on a letter.
MARKS = _letters(
    (0x0300, 0x036F),
    (0x0610, 0x061A),
    (0x0640, 0x0640),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x0674, 0x0674),
    (0x06D6, 0x06DC),
    (0x06DF, 0x06E8),
    (0x06EA, 0x06ED),
    (0x0890, 0x089F),
    (0x08CA, 0x08FF),
    # Isolated forms. Decomposed they are a blank and a mark, which would split a word in two.
    (0xFBB2, 0xFBC1),
    (0xFC5E, 0xFC63),
    (0xFE70, 0xFE7F),
)

# What nobody sees: soft hyphens, joiners, direction marks, variation selectors.
INVISIBLE = _letters(
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x180E, 0x180E),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
)

# One row for each letter that stays: the code points that readers take for it.
SAME = (
    ("ا", ((0x0671, 0x0673), (0x0675, 0x0675))),
    (
        "ي",
        ((0x0649, 0x0649), (0x06CC, 0x06CE), (0x06D0, 0x06D2), (0x0620, 0x0620), (0x063D, 0x063D)),
    ),
    ("ي", ((0x0678, 0x0678),)),
    ("ك", ((0x06A9, 0x06B0), (0x06B4, 0x06B4), (0x063B, 0x063C))),
    (
        "ه",
        ((0x0629, 0x0629), (0x06BE, 0x06BE), (0x06C0, 0x06C3), (0x06D5, 0x06D5), (0x06FF, 0x06FF)),
    ),
    ("و", ((0x0676, 0x0677), (0x06C4, 0x06C8), (0x06CA, 0x06CB), (0x06CF, 0x06CF))),
    ("ب", ((0x067E, 0x067E),)),
    ("ج", ((0x0686, 0x0686),)),
    ("ز", ((0x0698, 0x0698),)),
    ("ف", ((0x06A1, 0x06A2), (0x06A4, 0x06A4))),
    ("ق", ((0x06A7, 0x06A8),)),
    ("ن", ((0x06BA, 0x06BB),)),
    (".", ((0x066B, 0x066B),)),
    (",", ((0x066C, 0x066C),)),
    *((str(digit), ((0x0660 + digit,) * 2, (0x06F0 + digit,) * 2)) for digit in range(10)),
)

# Names that are written as one word or as two. A clitic may stand before them.
JOINED = re.compile(
    r"(?<!\w)[وفبلك]{0,3}(?:عبد(?P<servant>[^\S\n]+)(?=ال\w)"
    r"|دير(?P<deir>[^\S\n]+)(?=الزور(?!\w))"
    r"|ابو(?P<abu>[^\S\n]+)(?=ظبي(?!\w)))"
)
_REPLACED = {letter: kept for kept, ranges in SAME for letter in _letters(*ranges)}


def _fold_letter(letter):
    """Fold one letter until it changes no more; the result may be empty or longer than one."""
    # Marks of every script go, so that composed and decomposed text fold alike.
    if letter in MARKS or letter in INVISIBLE or unicodedata.combining(letter):
        return ""
    parts = unicodedata.normalize("NFKD", _REPLACED.get(letter, letter)).lower()
    return letter if parts == letter else "".join(map(_fold_letter, parts))


class _Table(dict):
    """Folded letters by code point, worked out when a letter is first met."""

    def __missing__(self, code):
        folded = self[code] = _fold_letter(chr(code))
        return folded


_TABLE = _Table()


def fold(text):
    """Fold ``text`` so that spellings readers mix up become equal; once is enough."""
    if text.isascii():
        return text.lower()
    folded = text.translate(_TABLE)
    return JOINED.sub(_join, folded)


def _join(match):
    return match.group().rstrip()


def fold_map(text):
    """Fold ``text`` and say for each folded letter where it stood in the original.

    >>> fold_map("مُدّة")
    ('مده', [0, 2, 4])
    """
    letters, offsets = [], []
    for offset, letter in enumerate(text):
        for folded in _TABLE[ord(letter)]:
            letters.append(folded)
            offsets.append(offset)
    folded = "".join(letters)
    blanks = [match.span(match.lastgroup) for match in JOINED.finditer(folded)]
    if not blanks:
        return folded, offsets
    kept, at = [], 0
    for start, end in [*blanks, (len(folded), len(folded))]:
        kept.extend(range(at, start))
        at = end
    return "".join(map(folded.__getitem__, kept)), list(map(offsets.__getitem__, kept))
