"""Find out when an incoming item was published, and tell the editor how we know. Plain values."""

from datetime import datetime, time

from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.imports.item import Remark
from articles.text.dates import short_date

# What the date rests on, as the article's own field has it.
STATED, READ = "stated", "read"
NOON = time(12)


def date_of(item, notes):
    """The publication date as the page states it, else the day of reading; the editor is told."""
    now = timezone.now()
    stated = _moment(item.published)
    if stated and stated > now:
        notes.append(
            Remark(_("The page states a publication date in the future; it was not taken."))
        )
        stated = None
    if stated:
        return {"published_at": stated, "date_basis": STATED}
    if item.read_on is None:
        return {}
    notes.append(
        Remark(
            _(
                "The page tells no publication date. The day on which it was read, %(day)s,"
                " stands in for it; set the real one."
            ),
            day=lazy(_day_in_words, str)(item.read_on),
        )
    )
    # Read today before noon: a date still to come would hide it.
    return {"published_at": min(_moment(item.read_on), now), "date_basis": READ}


def _day_in_words(day):
    return short_date(day, get_language() or "ar")


def _moment(day):
    """A day without an hour is its noon in the newsroom."""
    if day is None or isinstance(day, datetime):
        return day
    return datetime.combine(day, NOON, tzinfo=timezone.get_default_timezone())
