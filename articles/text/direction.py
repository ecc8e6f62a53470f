"""Tell which way a text runs, and where it holds words that run the other way.

Isolates plain text for places that know no markup. Marks no HTML up; draws nothing.
"""

import re
import unicodedata
from typing import NamedTuple

from articles.text.figures import figures, is_score_or_years, joints

_RTL_RANGES = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
# Letters alone: digits, marks and commas of Arabic run with whatever stands around them.
_RTL = re.compile(r"[^\W\d_\x00-\u058f\u0640\u0900-\ufb1c\ufe00-\ufe6f\uff00-\U0010ffff]")
_LTR = re.compile(f"[^\\W\\d_{_RTL_RANGES}]")

_LRM, _RLM, _ALM = "\u200e", "\u200f", "\u061c"
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_ISOLATE = {"ltr": "\u2066", "rtl": "\u2067", "": _FIRST_STRONG_ISOLATE}
_EMBEDDINGS = "\u202a-\u202e\u2066-\u2069"
_EMBEDDING = re.compile(f"[{_EMBEDDINGS}]")
_CONTROL = re.compile(f"[{_EMBEDDINGS}{_LRM}{_RLM}{_ALM}]")
# An isolate ends with its paragraph.
_PARAGRAPH = re.compile("[^\n\r\x1c-\x1e\x85\u2029]+")
_MARK_OF = {"rtl": _RLM, "ltr": _LRM}


def _runs_of(letter, before=""):
    """Words that begin with such a letter, and what holds them together: Rock & Roll, F-16."""
    word = rf"{before}{letter}(?:{letter}|\d)*"
    # Not a number behind a colon, nor half of one: قالت CNN: 1,200 شخص.
    tail = rf"(?!(?<=: )\d)(?:{letter}|\d)++(?![,\u066b\u066c]\d)"
    return re.compile(rf"{word}(?:(?:[ \u00a0]?[&+'’._/@:-][ \u00a0]?|[ \u00a0]){tail})*")


# A number that a letter makes a name comes along: 5G, 4K, 737-MAX.
_LTR_RUN = _runs_of(
    _LTR.pattern, before=r"(?:(?<![A-Za-z\d_#@/])(?<!\d[.,:-])\d++(?:[.,:-]\d++)*+-?)?"
)
_RTL_RUN = _runs_of(rf"[{_RTL_RANGES}]")


class Run(NamedTuple):
    """What stands by itself in a text: foreign words, or a number with its way, "rtl" or "ltr".

    ``joints`` are the places inside a number to isolate; ``is_code`` as of `figures.Figure`.
    """

    start: int
    end: int
    way: str
    is_number: bool
    joints: tuple = ()
    is_code: bool = False


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
    """Isolate, in a plain title, what runs against it: عن \u2068New York Times\u2069.

    In an Arabic title numbers too keep the way of their kind, see `articles.text.figures`.
    """
    return render(_EMBEDDING.sub("", text), _plainly, lambda words: words)


def render(text, wrap, leave, is_arabic=None):
    """Write a text anew: ``wrap(words, run)`` for each of its `runs`, ``leave`` between.

    Inside a number, what must be isolated once more is wrapped with no run.
    """
    pieces, at = [], 0
    for run in runs(text, is_arabic):
        pieces.append(leave(text[at : run.start]))
        inner, seen = [], run.start
        for start, end in run.joints:
            inner += leave(text[seen:start]), wrap(leave(text[start:end]), None)
            seen = end
        inner.append(leave(text[seen : run.end]))
        pieces.append(wrap("".join(inner), run))
        at = run.end
    return "".join(pieces) + leave(text[at:])


def _plainly(words, run):
    way = run.way if run and run.is_number else ""
    return f"{_ISOLATE[way]}{words}{_POP_ISOLATE}"


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
    return [(run.start, run.end) for run in runs(text) if not run.is_number]


def runs(text, is_arabic=None):
    """List the `Run`s of a text: words against its direction, and numbers in an Arabic one.

    ``is_arabic`` says what a text without letters stands in; without it such a text has no runs.
    """
    if is_arabic is None or _LTR.search(text) or _RTL.search(text):
        is_arabic = is_rtl(text)
    if not is_arabic:
        return [Run(*found.span(), "rtl", False) for found in _RTL_RUN.finditer(text)]
    words = [Run(*found.span(), "ltr", False) for found in _LTR_RUN.finditer(text)]
    return _join(words, figures(text), text)


def _join(words, numbers, text):
    """Put foreign words and numbers in one order; a number belongs to the words it stands in.

    But one that reaches beyond them, or is a score or years behind them, is the sentence's own.
    """
    joined = []
    for number in numbers:
        while words and words[0].end <= number.start:
            joined.append(words.pop(0))
        while words and number.start <= words[0].start and words[0].end <= number.end:
            words.pop(0)
        if words and words[0].start < number.end:
            word = words[0]
            is_behind = word.start < number.start and text[number.start - 1].isspace()
            ends = number.end > word.end or (
                number.end == word.end and is_score_or_years(number, text)
            )
            if not (is_behind and ends):
                continue
            end = len(text[: number.start].rstrip())
            joined.append(words.pop(0)._replace(end=end))
        inner = joints(number, text)
        joined.append(Run(number.start, number.end, number.way, True, inner, number.is_code))
    return joined + words
