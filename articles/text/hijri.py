"""Convert, write and read dates of the Hijra by the calendar of Umm al-Qura. It sights no moon.

The calendar is a table (package hijridate), printed in advance for civil use in Saudi Arabia.
Countries that sight the moon may be a day apart. It covers 1 Muharram 1343 to 30 Dhu al-Hijja 1500,
which is 1 August 1924 to 16 November 2077; outside of that `hijri` and `read_hijri` give None.
"""

import re
from datetime import date
from typing import NamedTuple

from hijridate import Gregorian, Hijri
from hijridate.locales import get_locale

from articles.text.digits import write
from articles.text.fold import fold

MONTHS = get_locale("ar").month_names
ENGLISH_MONTHS = get_locale("en").month_names
WEEKDAYS = get_locale("ar").day_names
# What people write and the table does not list.
SPELLINGS = {
    "المحرم": 1,
    "ربيع أول": 3,
    "ربيع الآخر": 4,
    "ربيع ثاني": 4,
    "ربيع ثان": 4,
    "جمادى الأول": 5,
    "جماد الأول": 5,
    "جمادى الثانية": 6,
    "جمادى الثاني": 6,
    "جمادى الآخر": 6,
    "جماد الثاني": 6,
    "ذي القعدة": 11,
    "ذي الحجة": 12,
}
NUMBERS = {fold(name): number for number, name in enumerate(MONTHS, 1)}
NUMBERS |= {fold(name): number for name, number in SPELLINGS.items()}
_names = "|".join(sorted(map(re.escape, NUMBERS), key=len, reverse=True))
# In folded text. The era is needed only where digits alone could be of the other calendar.
_ERA = r"(?:\s*(?:ه|هجريه|هجري)(?!\w))"
HIJRI_DATE = (
    rf"(?:\d{{1,2}}(?:\s+من)?(?:\s+شهر)?[\s,-]+(?:{_names})[\s,-]+1[345]\d\d{_ERA}?"
    rf"|\d{{1,2}}(?P<mark>[/-])\d{{1,2}}(?P=mark)1[345]\d\d{_ERA})"
)
_WEEKDAY = re.compile(rf"(?:(?:يوم|الموافق|{'|'.join(map(fold, WEEKDAYS))})[\s,]+)*")
_NAMED = re.compile(
    rf"(?P<day>\d{{1,2}})(?:\s+من)?(?:\s+شهر)?[\s,-]+(?P<month>{_names})[\s,-]+(?P<year>\d{{4}}){_ERA}?"
)
_DIGITS = re.compile(
    rf"(?P<day>\d{{1,2}})\s*(?P<sep>[/.-])\s*(?P<month>\d{{1,2}})\s*(?P=sep)\s*(?P<year>\d{{4}}){_ERA}"
)
LONGEST = 60


class HijriDay(NamedTuple):
    """A day of the Hijra, by numbers that sort as the days do."""

    year: int
    month: int
    day: int


def hijri(day):
    """Give the day of the Hijra for a date; None outside of the table.

    >>> hijri(date(2024, 4, 26))
    HijriDay(year=1445, month=10, day=17)
    """
    try:
        return HijriDay(*Gregorian(day.year, day.month, day.day).to_hijri().datetuple())
    except OverflowError:
        return None


def gregorian(year, month, day):
    """Give the date of a day of the Hijra; ValueError when the table has no such day.

    >>> gregorian(1445, 10, 17)
    datetime.date(2024, 4, 26)
    """
    try:
        return date(*Hijri(year, month, day).to_gregorian().datetuple())
    except OverflowError as why:
        raise ValueError(f"outside of the Umm al-Qura table: {why}") from None


def hijri_date(day, *, language="ar", digits="western"):
    """Write a date by the Hijra; an empty text outside of the table. English has western digits.

    >>> hijri_date(date(2024, 4, 26)), hijri_date(date(2024, 4, 26), digits="eastern")
    ('17 شوال 1445 هـ', '١٧ شوال ١٤٤٥ هـ')
    >>> hijri_date(date(2024, 4, 26), language="en")
    '17 Shawwal 1445 AH'
    """
    found = hijri(day)
    if found is None:
        return ""
    if language == "en":
        return f"{found.day} {ENGLISH_MONTHS[found.month - 1]} {found.year} AH"
    return write(f"{found.day} {MONTHS[found.month - 1]} {found.year} هـ", digits)


def read_hijri(text):
    """Read a text that is one date of the Hijra as a date; None when it is not, or impossible.

    Digits alone need their era: 17/10/1445 may be anything.

    >>> read_hijri("17 شوال 1445هـ"), read_hijri("١٧/١٠/١٤٤٥ هـ"), read_hijri("17/10/1445")
    (datetime.date(2024, 4, 26), datetime.date(2024, 4, 26), None)
    """
    if len(text) > LONGEST:
        return None
    line = re.sub(r"\s+", " ", fold(text).replace("،", ",")).strip(" ,.()[]")
    line = line[_WEEKDAY.match(line).end() :]
    match = _NAMED.fullmatch(line) or _DIGITS.fullmatch(line)
    if not match:
        return None
    month = match["month"]
    try:
        return gregorian(int(match["year"]), NUMBERS.get(month) or int(month), int(match["day"]))
    except ValueError:
        return None
