"""How the newsroom's pages say who saved an article and when. Pure sentences; asks no database."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.text.dates import short_date


def name_of(user):
    """The name people know a person by; without a person it was the system."""
    return (user.get_full_name() or user.get_username()) if user else _("The system")


def time_of(moment):
    """The hour, with its day unless that is today: «14:05», «26 أبريل 2024، 14:05»."""
    local = timezone.localtime(moment)
    clock = f"{local:%H:%M}"
    if local.date() == timezone.localdate():
        return clock
    return _("%(date)s, %(time)s") % {
        "date": short_date(local.date(), get_language()),
        "time": clock,
    }


def day_of(day):
    """A day without its hour: «26 أبريل 2024»."""
    return short_date(day, get_language(), months=settings.MONTH_NAMES)


def told_of(revision, reader):
    """Say to ``reader`` that a version was saved, when and by whom: another, or themselves."""
    if revision.by_id == reader.pk:
        told = _("You saved this article at %(time)s from another window.")
        return told % {"time": time_of(revision.at)}
    told = _("This article was saved at %(time)s by %(name)s.")
    return told % {"time": time_of(revision.at), "name": name_of(revision.by)}
