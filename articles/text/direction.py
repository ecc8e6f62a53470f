"""Tell which way a text runs, and where it holds words that run the other way.

Isolates plain text for places that know no markup. Marks no HTML up; draws nothing.
"""

import re
import unicodedata

_RTL_RANGES = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
# Letters alone: digits, marks and commas of Arabic run with whatever stands around them.
_RTL = re.compile(r"[^\W\d_\x00-\u058f\u0640\u0900-\ufb1c\ufe00-\ufe6f\uff00-\U0010ffff]")
_LTR = re.compile(f"[^\\W\\d_{_RTL_RANGES}]")

_LRM, _RLM, _ALM = "\u200e", "\u200f", "\u061c"
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_EMBEDDINGS = "\u202a-\u202e\u2066-\u2069"
_EMBEDDING = re.compile(f"[{_EMBEDDINGS}]")
_CONTROL = re.compile(f"[{_EMBEDDINGS}{_LRM}{_RLM}{_ALM}]")
# An isolate ends with its paragraph.
_PARAGRAPH = re.compile("[^\n\r\x1c-\x1e\x85\u2029]+")
_MARK_OF = {"rtl": _RLM, "ltr": _LRM}


def _runs_of(letter):
    """Words that begin with such a letter, and what holds them together: Rock & Roll, F-16."""
    word = rf"{letter}(?:{letter}|\d)*"
    tail = rf"(?:{letter}|\d)+"
    return re.compile(rf"{word}(?:(?:[ \u00a0]?[&+'’._/@:-][ \u00a0]?|[ \u00a0]){tail})*")


_LTR_RUN = _runs_of(_LTR.pattern)
_RTL_RUN = _runs_of(rf"[{_RTL_RANGES}]")


# A third is enough: an Arabic sentence may name three outlets in Latin letters.
RTL_SHARE = 1 / 3


def is_rtl(text):
    """Say whether ``text`` as a whole runs from right to left; a text without letters does not."""
    rtl, ltr = len(_RTL.findall(text)), len(_LTR.findall(text))
    return rtl > 0 and rtl >= (rtl + ltr) * RTL_SHARE


def direction(text):
    """Give the direction of a title or a passage: "rtl", "ltr", or "" when it has no letters.

    Not that of its first letter: "CNN: الوزير يستقيل" runs from right to left.
    """
    if is_rtl(text):
        return "rtl"
    return "ltr" if _LTR.search(text) else ""


def first_strong(text):
    """Give the direction that programs guess from the first letter (UAX #9, P2 and P3), or ""."""
    depth = 0
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("LRI", "RLI", "FSI"):
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return ""


def strip_controls(text):
    """Take out every bidi control: marks, embeddings, overrides and isolates."""
    return _CONTROL.sub("", text)


def isolate(text):
    """Isolate a text that is put into another one where no markup is: share texts, feeds, mails.

    Each line stands between U+2068 and U+2069, with a mark where its first letter misleads about
    its `direction`. Embeddings and overrides inside go: they could reach beyond their text.

    >>> isolate("رويترز"), isolate("CNN: الوزير يستقيل")
    ('\\u2068رويترز\\u2069', '\\u2068\\u200fCNN: الوزير يستقيل\\u2069')
    """
    return _PARAGRAPH.sub(_isolated, _EMBEDDING.sub("", text))


def isolate_runs(text):
    """Isolate, in a plain title, the words that run against it: عن \u2068New York Times\u2069."""
    text = _EMBEDDING.sub("", text)
    pieces, at = [], 0
    for start, end in foreign_runs(text):
        pieces += text[at:start], _FIRST_STRONG_ISOLATE, text[start:end], _POP_ISOLATE
        at = end
    return "".join(pieces) + text[at:]


def _isolated(line):
    line = line.group()
    way = direction(line)
    mark = _MARK_OF[way] if way and first_strong(line) != way else ""
    return f"{_FIRST_STRONG_ISOLATE}{mark}{line}{_POP_ISOLATE}"


def language_of(run):
    """Name the script of some words by its language here, "ar" or "en", for a `lang` attribute.

    A passage may also be in Persian, Kurdish or Urdu: `languages.recognise` tells.
    """
    return "ar" if is_rtl(run) else "en"


def foreign_runs(text):
    """List where words run against the direction of ``text``, as (start, end).

    >>> foreign_runs("قالت CNN الأمريكية")
    [(5, 8)]
    """
    pattern = _LTR_RUN if is_rtl(text) else _RTL_RUN
    return [match.span() for match in pattern.finditer(text)]
