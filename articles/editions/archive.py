"""What the archive holds by year, month and day: sizes and neighbours, each from an index."""

from datetime import datetime, time

from django.utils import timezone

from articles.editions.placing import PERIODS, key
from articles.models import Edition, Listing


def name(kind, day):
    """Name the year, month or day of a date: ``name("month", day)`` is ``"2024-04"``."""
    return day.isoformat()[: PERIODS[kind]]


def years(language):
    """Return (year, how many stories) of every year that has any, the newest first."""
    start = key(language, "year") + "/"
    rows = Listing.objects.filter(key__startswith=start, size__gt=0).values_list("key", "size")
    return sorted(((int(one.removeprefix(start)), size) for one, size in rows), reverse=True)


def sizes(language, **days):
    """Return how many stories stand in some periods, as {kind: {name: size}}; one query.

    ``days`` are dates by kind: ``sizes("ar", day=days, month=[day])``. Empty periods are left out.
    """
    wanted = {
        key(language, kind, name(kind, day)): (kind, name(kind, day))
        for kind, several in days.items()
        for day in several
    }
    found = {kind: {} for kind in days}
    rows = Listing.objects.filter(pk__in=wanted, size__gt=0).values_list("key", "size")
    for one, size in rows:
        kind, period = wanted[one]
        found[kind][period] = size
    return found


def around(language, first, end):
    """Return the days of the nearest stories before ``first`` and from ``end`` on, None without.

    Both are days on the newsroom's clock. Two places of the index of all stories.
    """
    places = Edition.objects.listed(key(language, "home"))
    before = places.filter(published_at__lt=_begins(first)).first()
    after = places.filter(published_at__gte=_begins(end)).reverse().first()
    return tuple(one and timezone.localdate(one.published_at) for one in (before, after))


def _begins(day):
    return timezone.make_aware(datetime.combine(day, time.min))
