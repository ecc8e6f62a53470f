"""Weeks as a country lives them: on which day one begins. The facts are CLDR's; pure dates."""

from datetime import timedelta

from babel import Locale
from babel.core import UnknownLocaleError, get_global

MONDAY = 0  # ISO 8601, where a zone belongs to no country that writes Arabic


def first_weekday(time_zone):
    """The day a week begins with where clocks show ``time_zone``: 0 is Monday, 6 Sunday.

    >>> first_weekday("Asia/Riyadh"), first_weekday("Asia/Damascus"), first_weekday("Asia/Beirut")
    (6, 5, 0)
    """
    try:
        return Locale("ar", get_global("zone_territories")[time_zone]).first_week_day
    except (KeyError, UnknownLocaleError):
        return MONDAY


def week_of(day, first):
    """The seven days of the week that holds ``day``; ``first`` is the weekday it begins with.

    >>> from datetime import date
    >>> [one.day for one in week_of(date(2026, 11, 26), first=6)]
    [22, 23, 24, 25, 26, 27, 28]
    """
    start = day - timedelta((day.weekday() - first) % 7)
    return [start + timedelta(days) for days in range(7)]
