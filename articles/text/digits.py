"""Read and write numbers in Western and Eastern digits. It changes digits and their separators.

Which digits readers see is a setting; fields for machines are Western always and do not pass here.
"""

import re
from bisect import bisect
from decimal import Decimal

from articles.text.direction import foreign_runs, is_rtl
from articles.text.figures import figures
from articles.text.fold import INVISIBLE

STYLES = ("western", "eastern")
LONGEST_NUMBER = 40  # signs; people write none that is longer

_DECIMAL, _THOUSANDS = "\u066b", "\u066c"
_WESTERN = {
    **{0x0660 + digit: str(digit) for digit in range(10)},
    **{0x06F0 + digit: str(digit) for digit in range(10)},
    ord(_DECIMAL): ".",
    ord(_THOUSANDS): ",",
}
_EASTERN = {ord(str(digit)): chr(0x0660 + digit) for digit in range(10)}
_EASTERN |= {ord("."): _DECIMAL, ord(","): _THOUSANDS}
# CLDR keeps the minus with its number among words that run the other way.
_MINUS = {"western": "\u200e-", "eastern": "\u061c-"}

# The same sign stands between all thousands, but for the decimal one: 3,000,000.5 or 3.000.000.
_NUMBER = re.compile(
    r"(?P<minus>[-\u2212])?(?:"
    r"(?P<groups>[0-9]{1,3}(?P<gap>[,،'’ \u00a0\u202f])[0-9]{3}(?:(?P=gap)[0-9]{3})*)"
    r"|(?P<dotted>[0-9]{1,3}(?:\.[0-9]{3}){2,})|(?P<whole>[0-9]+))"
    r"(?:[.,،](?P<part>[0-9]+))?"
)
_ANY_DIGIT = "[0-9\u0660-\u0669\u06f0-\u06f9]"
_SEPARATED = re.compile(rf"{_ANY_DIGIT}+(?:[\u066b\u066c]{_ANY_DIGIT}+)*")
_CHUNK = re.compile(r"\S+")
# Addresses, handles and tags break when a digit changes.
_ADDRESS = re.compile(r"://|www\.|[@#_\\]")
# So do names that a Latin letter makes: F-16, 5G, 2024-04-26T10:30Z.
_ADDRESS_OR_NAME = re.compile(rf"[A-Za-z]|{_ADDRESS.pattern}")
_LETTER = re.compile(r"[^\W\d_]")
_FIGURE = re.compile(r"\+?[0-9](?:[0-9.,:/-]*[0-9])?")
# ISO dates, versions and inner addresses, and what is too long to be an amount: phones, serials.
_CODE = re.compile(r"\+|[0-9]{4}-[0-9]{2}-[0-9]{2}$|[0-9]+(?:\.[0-9]+){2,}$|[0-9-]*?[0-9]{7}")
_AMOUNT = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,12}(?![,0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")


def western(text):
    """Write Arabic and Persian digits as 0-9: ``western("١٢٫٥")`` is ``"12.5"``."""
    return text.translate(_WESTERN)


def read_number(text):
    """Read a text that is one number, in any of the three digits; None when it is not.

    Gives an int, or a Decimal when there is a part. A comma before three digits parts thousands,
    before fewer or more a fraction, as in the Maghreb; a single dot always is decimal.

    >>> read_number("٣٬٠٠٠"), read_number("۱۲٫۵"), read_number("12,5"), read_number("3,5 طن")
    (3000, Decimal('12.5'), Decimal('12.5'), None)
    """
    if len(text) > LONGEST_NUMBER:
        return None
    bare = "".join(letter for letter in text if letter not in INVISIBLE)
    match = _NUMBER.fullmatch(western(bare).strip())
    if not match:
        return None
    whole = re.sub("[^0-9]", "", match["groups"] or match["dotted"] or match["whole"])
    minus = "-" if match["minus"] else ""
    if match["part"]:
        return Decimal(f"{minus}{whole}.{match['part']}")
    return int(minus + whole)


def write(number, style="western"):
    """Write a number, or the numbers in an Arabic text, in "western" or "eastern" digits.

    A number gets its thousands parted. In a text, what machines read or what belongs to Latin
    words stays: addresses, hashtags, F-16, France 24, ISO dates, versions, seven digits in a row.
    A text that runs from left to right keeps its digits. Raises KeyError for another style.

    >>> write(1234567, "eastern"), write("سقطت F-16 في ٢٦/٤/2024 وكلفت 3,000.5 دولار", "eastern")
    ('١٬٢٣٤٬٥٦٧', 'سقطت F-16 في ٢٦/٤/٢٠٢٤ وكلفت ٣٬٠٠٠٫٥ دولار')
    >>> write("١٢٫٥ في المئة عام ٢٠٢٤")
    '12.5 في المئة عام 2024'
    """
    change = {"western": _to_western, "eastern": _to_eastern}[style]
    if isinstance(number, str):
        return change(number)
    written = change(f"{abs(number):,}")
    return _MINUS[style] + written if number < 0 else written


def _to_western(text):
    return _CHUNK.sub(_western_chunk, text)


def _western_chunk(chunk):
    chunk = chunk.group()
    return chunk if _ADDRESS.search(chunk) else _SEPARATED.sub(_western_figure, chunk)


def _western_figure(figure):
    return western(figure.group())


def _to_eastern(text):
    if not is_rtl(text) and _LETTER.search(text):
        return text
    # A phone number is dialled as it stands, also where blanks part it.
    codes = [(one.start, one.end) for one in figures(text) if one.is_code]
    runs = sorted(foreign_runs(text) + codes)

    def change(chunk):
        at = bisect(runs, (chunk.start(), len(text))) - 1
        if _ADDRESS_OR_NAME.search(chunk.group()) or (at >= 0 and chunk.start() < runs[at][1]):
            return chunk.group()
        return _FIGURE.sub(_eastern_figure, chunk.group())

    return _CHUNK.sub(change, text)


def _eastern_figure(figure):
    figure = figure.group()
    return figure if _CODE.match(figure) else _AMOUNT.sub(_eastern_amount, figure)


def _eastern_amount(amount):
    return amount.group().translate(_EASTERN)
