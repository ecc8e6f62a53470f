"""Read a day and an hour as people type them into a field. It never guesses which one is meant.

A field is narrower than a page: «اليوم» is a day there and ٢٦/٤/٢٤ is of this century, but a day
beside which an hour stands is refused, since the field would drop the hour without a word.
"""

import re
from datetime import time, timedelta

from articles.text.dates import has_shape, read_date
from articles.text.fold import fold

NEAR = {
    fold(word): timedelta(days)
    for days, words in {
        -1: ("أمس", "البارحة", "yesterday"),
        0: ("اليوم", "today"),
        1: ("غدًا", "غد", "بكرة", "tomorrow"),
        2: ("بعد غد", "بعد الغد"),
    }.items()
    for word in words
}
CENTURY = 2000
_SHORT_YEAR = re.compile(r"\A\s*(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d\d)\s*\Z")
_HOUR_INSIDE = re.compile(r"\d:\d|(?<!\w)الساعه(?!\w)")

# Which hours a part of the day may mean. «7 ليلا» is 19:00 and «1 ليلا» is 01:00: whichever of the
# two readings of a number lies in its part.
PARTS = {
    fold(word): hours
    for hours, words in {
        range(12): ("ص", "صباحًا", "صباح", "الصبح", "قبل الظهر", "am", "a.m", "a.m."),
        range(12, 24): ("م", "pm", "p.m", "p.m."),
        # «12 مساءً» is noon to some and midnight to others.
        range(13, 24): ("مساءً", "مساءا", "المساء"),
        range(7): ("فجرًا", "الفجر", "بعد منتصف الليل"),
        range(11, 16): ("ظهرًا", "الظهر"),
        range(12, 19): ("بعد الظهر",),
        range(14, 19): ("عصرًا", "العصر"),
        (*range(18, 24), *range(6)): ("ليلًا", "الليل"),
    }.items()
    for word in words
}
_parts = "|".join(sorted(map(re.escape, PARTS), key=len, reverse=True))
_HOUR = re.compile(
    rf"(?:الساعه\s+)?(?P<hour>\d{{1,2}})(?:\s*[:.]\s*(?P<minute>\d\d)(?::(?P<second>\d\d))?)?"
    rf"(?:\s*(?P<part>{_parts}))?"
)
WHOLE = {fold("منتصف الليل"): time(0), fold("الظهر"): time(12)}
LONGEST = 60  # signs of a field


def read_day(text, today):
    """Read a field that holds one day, the day before the month; None where it is none.

    ``today`` is the newsroom's day, for «أمس», «اليوم», «غدًا» and «بعد غد».

    >>> from datetime import date
    >>> read_day("٠٤/٠٥/٢٠٢٤", date(2024, 4, 26)), read_day("غدًا", date(2024, 4, 26))
    (datetime.date(2024, 5, 4), datetime.date(2024, 4, 27))
    >>> read_day("31 نيسان 2024", date(2024, 4, 26)), read_day("26/4/2024 14:05", date(2024, 4, 26))
    (None, None)
    """
    line = fold(text).strip(" .،")
    if len(text) > LONGEST or _HOUR_INSIDE.search(line):
        return None
    if line in NEAR:
        return today + NEAR[line]
    return read_date(_in_full(line))


def is_no_day(text):
    """Whether a text is written as a date and no calendar has that day: 31 نيسان 2024.

    >>> is_no_day("31 نيسان 2024"), is_no_day("30 نيسان 2024"), is_no_day("نيسان القادم")
    (True, False, False)
    """
    line = _in_full(fold(text))
    return has_shape(line) and read_date(line) is None


def read_hour(text):
    """Read a field that holds one hour, by the clock of 24 or with a part of the day; else None.

    A bare number up to 12 could be morning or evening: it needs its minutes or its part.

    >>> read_hour("١٤:٠٥"), read_hour("2:05 م"), read_hour("٧ مساءً"), read_hour("7")
    (datetime.time(14, 5), datetime.time(14, 5), datetime.time(19, 0), None)
    """
    line = re.sub(r"\s+", " ", fold(text)).strip(" ،")
    if line in WHOLE:
        return WHOLE[line]
    match = _HOUR.fullmatch(line)
    if not match:
        return None
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    if match["part"]:
        both = {hour % 12, hour % 12 + 12} if hour <= 12 else {hour}
        meant = [one for one in both if one in PARTS[match["part"]]]
        if len(meant) != 1:
            return None
        (hour,) = meant
    elif match["minute"] is None and hour <= 12:
        return None
    try:
        return time(hour, minute, second)
    except ValueError:
        return None


def either_half(text):
    """Both hours that a bare number up to 12 may mean; None for any other text.

    >>> either_half("٧"), either_half("14"), either_half("7 م")
    ((datetime.time(7, 0), datetime.time(19, 0)), None, None)
    """
    line = fold(text).strip()
    if not line.isdecimal() or not 1 <= int(line[:3]) <= 12:
        return None
    return time(int(line) % 12), time(int(line) % 12 + 12)


def _in_full(line):
    """Write a year of two digits in four: 26/4/24 in a field is of this century."""
    return _SHORT_YEAR.sub(lambda m: f"{m[1]}{m[2]}{m[3]}{m[2]}{CENTURY + int(m[4])}", line)
