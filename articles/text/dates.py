"""Write dates as readers know them and read them as people write them. It never guesses a date.

Month names and their grammar are CLDR's. Machine fields use ``isoformat`` and not this module.
"""

import re
from datetime import date

from babel.dates import format_date, get_day_names, get_month_names

from articles.text.digits import write
from articles.text.fold import fold
from articles.text.hijri import HIJRI_DATE

PATTERNS = {
    "ar": {
        "long": "EEEE، d MMMM y",
        "short": "d MMMM y",
        "day": "d MMMM",
        "month": "MMMM y",
        "name": "MMMM",
    },
    "en": {
        "long": "EEEE, d MMMM y",
        "short": "d MMMM y",
        "day": "d MMMM",
        "month": "MMMM y",
        "name": "MMMM",
    },
}
# The Arab countries name the months in five ways; "both" is the Levant's and the Gulf's together.
MONTH_STYLES = {
    "ar": ("ar",),  # يناير أبريل: Egypt, the Gulf, Sudan, Libya, Yemen
    "sy": ("ar_SY",),  # كانون الثاني نيسان: Syria, Lebanon, Iraq, Jordan, Palestine
    "dz": ("ar_DZ",),  # جانفي أفريل
    "tn": ("ar_TN",),
    "ma": ("ar_MA",),  # يناير غشت
    "mr": ("ar_MR",),  # يناير أغشت
    "both": ("ar_SY", "ar"),  # نيسان/أبريل, as the BBC writes
}
LOCALES = ("ar", "ar_SY", "ar_DZ", "ar_MA", "ar_MR", "en")
# What people write and CLDR does not list.
SPELLINGS = {
    "كانون ثاني": 1,
    "مايس": 5,
    "يونيه": 6,
    "يوليه": 7,
    "تشرين أول": 10,
    "تشرين ثاني": 11,
    "كانون أول": 12,
}
EARLIEST_YEAR = 1800  # below that it is a year of the Hijra


def long_date(day, language, *, months="ar", digits="western"):
    """Write a day in full: "الجمعة، 26 أبريل 2024" or "Friday, 26 April 2024".

    ``day`` is a date, a datetime or an ISO text. Arabic takes its months from ``MONTH_STYLES``
    and its digits from `digits.STYLES`; another name is a KeyError. English has neither choice.

    >>> long_date("2024-04-26", "ar", months="both", digits="eastern")
    'الجمعة، ٢٦ نيسان/أبريل ٢٠٢٤'
    """
    return _write(day, language, "long", months, digits)


def short_date(day, language, *, months="ar", digits="western"):
    """Write a day without its weekday: "26 أبريل 2024"; see `long_date`."""
    return _write(day, language, "short", months, digits)


def day_month(day, language, *, months="ar", digits="western"):
    """Write a day without its year: "26 أبريل"; see `long_date`."""
    return _write(day, language, "day", months, digits)


def month_year(day, language, *, months="ar", digits="western"):
    """Write the month of a day: "أبريل 2024"; see `long_date`."""
    return _write(day, language, "month", months, digits)


def month_alone(day, language, *, months="ar", digits="western"):
    """Write the month of a day without its year: "أبريل"; see `long_date`."""
    return _write(day, language, "name", months, digits)


def weekday(day, language, width="wide"):
    """Name the weekday of a day: "الجمعة"; with ``width="narrow"`` by one letter: "ج"."""
    return get_day_names(width, "stand-alone", locale=language)[day.weekday()]


def month_name(number, months="ar"):
    """Name a month, 1 to 12, in Arabic: ``month_name(4, "sy")`` is "نيسان"."""
    names = (get_month_names("wide", locale=locale)[number] for locale in MONTH_STYLES[months])
    return "/".join(dict.fromkeys(names))


def _write(day, language, length, months, digits):
    if isinstance(day, str):
        day = date.fromisoformat(day)
    if language != "ar":
        return format_date(day, PATTERNS["en"][length], locale=language)
    pattern = PATTERNS["ar"][length].replace("MMMM", f"'{month_name(day.month, months)}'")
    return write(format_date(day, pattern, locale="ar"), digits)


def _month_numbers():
    names = {}
    for locale in LOCALES:
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=locale).items():
                names.setdefault(fold(name).strip("."), number)
    return names | {fold(name): number for name, number in SPELLINGS.items()}


MONTHS = _month_numbers()
_month = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_weekdays = "|".join(
    fold(name) for locale in ("ar", "en") for name in get_day_names("wide", locale=locale).values()
)
_short_weekdays = "|".join(get_day_names("abbreviated", locale="en").values()).lower()
_FURNITURE = re.compile(
    # The same day in the other calendar: 17 شوال 1445 هـ الموافق 26 أبريل 2024.
    rf"(?<!\w){HIJRI_DATE}(?!\w)"
    rf"|(?<!\w)(?:يوم|{_weekdays}|{_short_weekdays}|الموافق|في|on|at|الساعه)(?!\w)"
    r"|(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?:\s*(?:am|pm|[صم])(?!\w))?"
    r"|(?<=\d)\s*م(?!\w)|(?<=\d)(?:st|nd|rd|th)(?!\w)"
)
# A day in two names for one month, as the BBC writes: 26 نيسان/أبريل 2024.
_named = rf"(?P<month>{_month})(?:(?:\s*[/(–-]\s*|\s)(?P<twin>{_month})\)?)?"
SHAPES = tuple(
    re.compile(shape)
    for shape in (
        r"(?P<year>\d{4})(?P<sep>[-/.])(?P<number>\d{1,2})(?P=sep)(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})\s*(?P<sep>[-/.])\s*(?P<number>\d{1,2})\s*(?P=sep)\s*(?P<year>\d{4})",
        rf"(?P<day>\d{{1,2}})(?:\s+من)?[\s,.-]*{_named}[\s,.-]*(?P<year>\d{{4}})",
        rf"{_named}[\s,.-]*(?P<day>\d{{1,2}})[\s,.-]+(?P<year>\d{{4}})",
        rf"(?P<year>\d{{4}})[\s,.-]+{_named}[\s,.-]*(?P<day>\d{{1,2}})",
    )
)
_ISO_TIME = re.compile(r"(?<=\d)t\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?$")


def read_date(text):
    """Read a text that is one date, the day before the month; None when it is not, or impossible.

    >>> read_date("الجمعة, أبريل 26, 2024"), read_date("26/4/2024"), read_date("31 نيسان 2024")
    (datetime.date(2024, 4, 26), datetime.date(2024, 4, 26), None)
    """
    parts = _parts(text)
    return parts and _day(parts)


def has_shape(text):
    """Whether a text is written as a date, also as one that no calendar has (31 نيسان 2024)."""
    return _parts(text) is not None


def _parts(text):
    if len(text) > 100:
        return None
    line = _ISO_TIME.sub("", fold(text).replace("،", ",").strip())
    line = _FURNITURE.sub(" ", line)
    line = re.sub(r"\s+", " ", line).strip(" ,.|()[]–—-")
    for shape in SHAPES:
        if match := shape.fullmatch(line):
            return match.groupdict()
    return None


def _day(parts):
    month = int(parts["number"]) if parts.get("number") else MONTHS[parts["month"]]
    year = int(parts["year"])
    if parts.get("twin") and MONTHS[parts["twin"]] != month:
        return None
    try:
        return date(year, month, int(parts["day"])) if year >= EARLIEST_YEAR else None
    except ValueError:
        return None
