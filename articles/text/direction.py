"""Tell which way a text runs, and where it holds words that run the other way. Marks nothing up."""

import re

_RTL_RANGES = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_RTL = re.compile(f"[{_RTL_RANGES}]")
_LTR = re.compile(f"[^\\W\\d_{_RTL_RANGES}]")


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


def language_of(run):
    """Name the language that a run of words is most likely in: ``"ar"`` or ``"en"``."""
    return "ar" if is_rtl(run) else "en"


def foreign_runs(text):
    """List where words run against the direction of ``text``, as (start, end).

    >>> foreign_runs("قالت CNN الأمريكية")
    [(5, 8)]
    """
    pattern = _LTR_RUN if is_rtl(text) else _RTL_RUN
    return [match.span() for match in pattern.finditer(text)]
