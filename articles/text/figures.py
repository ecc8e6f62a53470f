"""Tell which way a number in an Arabic text runs: a score, a phone number, a percentage, a date.

The bidi algorithm decides by what stands before it (UAX #9, W2 to W7): after an Arabic letter
2019-2024 runs from the right, at the beginning of a paragraph from the left. Here each kind has
one way, wherever it stands:

- ranges, scores and days (2019-2024, 10–12, 3 - 1, 26/4/2024) are read from the right, as
  W3C's Arabic layout requirements say of ranges and CLDR's pattern ``d/M/y`` of days;
- phone numbers, ISO dates, serial numbers, and thousands parted by blanks run from the left;
- with a sign, a percent, a currency or an operator (-5%, $5, 2+2=4) Western digits run from the
  left and Eastern ones from the right, as CLDR's patterns have both.

Times, decimals, fractions and versions stand right by themselves. It changes no letter.
"""

import re
from typing import NamedTuple

_EASTERN = "\u0660-\u0669\u06f0-\u06f9"
_D = f"[0-9{_EASTERN}]"
_MONEY = "$€£¥"
_MINUS = "\u2212"
_N = rf"(?>{_D}+(?:[.,:\u066b\u066c]{_D}+)*)"
_AMOUNT = rf"[{_MONEY}]?{_N}(?:[%٪‰{_MONEY}]|°[CF]?)?"
_DASH = rf"(?:[-–{_MINUS}]| [-–{_MINUS}] )"
# Within addresses, tags, handles and names of Latin letters a number belongs to what it stands in.
_BEFORE = rf"(?<![A-Za-z{_EASTERN}0-9_@#/\\=&%+.–{_MINUS}{_MONEY}-])(?<!{_D}[,:])"
_AFTER = rf"(?![A-Za-z{_EASTERN}0-9_@/\\=])"
_FIGURE = re.compile(
    rf"{_BEFORE}(?:"
    rf"(?P<phone>(?:\+|[0٠]{{2}}){_D}(?:[ \u00a0().-]{{0,2}}{_D}){{6,14}}"
    rf"|[0٠]{_D}{{1,3}}(?:[ \u00a0-]{_D}{{2,}}){{1,4}})"
    rf"|(?P<iso>{_D}{{4}}-{_D}{{2}}-{_D}{{2}})"
    rf"|(?P<day>{_D}{{1,2}}(?P<mark>[/-]){_D}{{1,2}}(?P=mark){_D}{{4}})"
    rf"|(?P<sum>(?={_N}(?: ?[-{_MINUS}] ?{_N})*+ ?[+×÷*=])"
    rf"{_N}(?: ?[-+{_MINUS}×÷*=] ?{_N})++)"
    rf"|(?P<range>{_AMOUNT}(?:{_DASH}{_AMOUNT})++)"
    rf"|(?P<thousands>{_D}{{1,3}}(?:[ \u00a0\u202f]{_D}{{3}})++)"
    rf"|(?<!\w)(?P<signed>[-+{_MINUS}±]{_AMOUNT})"
    rf"|(?P<amount>[{_MONEY}]{_N}|{_N}(?:[%٪‰{_MONEY}]|°[CF]?))"
    rf"){_AFTER}"
)
_GROUP = re.compile(_N)
_IS_EASTERN = re.compile(f"[{_EASTERN}]")
_JOINT = re.compile(rf"(?<! )[-/{_MINUS}](?! )")
_DIGITS = re.compile(f"{_D}+")
FROM_THE_LEFT = {"phone", "iso", "thousands"}
FROM_THE_RIGHT = {"day", "range"}
LONGEST_SCORE = 2  # digits of one side
YEARS = range(1800, 2200)
# The words before a type of aircraft: a type is a name and no range.
_TYPE = re.compile(r"(?:بوينغ|بوينج|إيرباص|ايرباص|أيرباص|طراز) $")


class Figure(NamedTuple):
    """A number in a text: where it stands, and its way, "rtl" or "ltr"."""

    start: int
    end: int
    way: str
    kind: str

    @property
    def is_code(self):
        """Whether it is copied, dialled or reckoned as it stands: its digits stay as written."""
        return self.kind in ("phone", "iso", "sum") or (self.kind == "range" and self.way == "ltr")


def figures(text):
    """List the numbers of an Arabic text that need a way of their own, in order and apart.

    >>> [one.way for one in figures("فاز 3-1 بنسبة 5%")]
    ['rtl', 'ltr']
    """
    return [
        Figure(found.start(), found.end(), _way(found, text), found.lastgroup)
        for found in _FIGURE.finditer(text)
    ]


def joints(figure, text):
    """List the places inside a figure that are isolated too, or its parts would change places.

    From the right these are hyphens and strokes, which join Western digits to one number; from
    the left groups of Eastern digits, which run from the right next to each other, and those of
    thousands, which the reader may turn into Eastern ones.
    """
    if figure.kind in FROM_THE_RIGHT and figure.way == "rtl":
        pattern = _JOINT
    elif figure.kind == "thousands" or (
        figure.way == "ltr" and _IS_EASTERN.search(text, figure.start, figure.end)
    ):
        pattern = _GROUP
    else:
        return ()
    return tuple(found.span() for found in pattern.finditer(text, figure.start, figure.end))


def is_score_or_years(figure, text):
    """Whether a figure behind Latin words is the sentence's own: Real Madrid 3-1, Trump 2017-2021.

    Others belong to the name: Boeing 737-800.
    """
    if figure.kind == "day":
        return True
    sides = _DIGITS.findall(text[figure.start : figure.end])
    return figure.kind == "range" and (
        all(len(side) <= LONGEST_SCORE for side in sides)
        or all(int(side) in YEARS for side in sides)
    )


def _way(found, text):
    kind = found.lastgroup
    if kind in FROM_THE_LEFT or (kind == "range" and _is_serial(found, text)):
        return "ltr"
    if kind in FROM_THE_RIGHT or _IS_EASTERN.search(found.group()):
        return "rtl"
    return "ltr"


def _is_serial(found, text):
    sides = _DIGITS.findall(found.group())
    if _TYPE.search(text, max(0, found.start() - 10), found.start()):
        return True
    plain = re.fullmatch(rf"{_D}+(?:-{_D}+)+", found.group())
    return bool(plain) and (
        any(len(side) > 6 for side in sides)
        or (len(sides) > 2 and any(len(side) > 2 for side in sides))
    )
