"""Doors from templates to the text rules: dates, directions, numbers. No queries, no own rules."""

import re
from datetime import datetime
from html import unescape

from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.html import escape, format_html
from django.utils.safestring import SafeData, mark_safe
from django.utils.translation import get_language, get_language_bidi, gettext, ngettext

from articles.text import dates, digits, direction

register = template.Library()

TAGS = re.compile(r"(<[^>]*>)")
HAS_LETTERS = re.compile(r"[^\W\d_]")
WORDS = re.compile(r"\w(?:.*\w)?", re.DOTALL)
HOURS_ACROSS_MIDNIGHT = 6


@register.filter
def isolate(value):
    """Keep foreign words in their own direction and language: {{ edition.title|isolate }}

    ``Harbor Ledger ترى`` becomes ``<bdi lang="en">Harbor Ledger</bdi> ترى`` on an Arabic page.
    Text is escaped; of a safe string only the text between its tags is touched.
    """
    if value is None:
        return ""
    if isinstance(value, SafeData):
        return mark_safe(_isolated_html(str(value)))  # noqa: S308 - its tags were safe before
    return mark_safe(_isolated(str(value)))  # noqa: S308 - _isolated escapes


@register.filter
def number(value):
    """Write a count with its thousands apart: {{ entity.article_count|number }}"""
    return digits.write(value, _digits())


@register.filter
def numeral(value):
    """Write a year or another number that is a name: {{ one.year|numeral }}"""
    return digits.write(str(value), _digits())


@register.filter
def long_date(day):
    """The day in full: {{ site.today|long_date }} is "الجمعة، 26 أبريل 2024"."""
    return _written(dates.long_date, day)


@register.filter
def short_date(day):
    """The day without its weekday: {{ edition.published_at|short_date }}"""
    return _written(dates.short_date, day)


@register.filter
def day_month(day):
    """The day, in a list that stands under its year: {{ edition.published_at|day_month }}"""
    return _written(dates.day_month, day)


@register.filter
def full_date(moment):
    """The day and, where one is known, the hour: {{ edition.published_at|full_date }}"""
    clock = f"{timezone.localtime(moment):%H:%M}"
    if clock == "00:00":
        return long_date(moment)
    return gettext("%(date)s, %(time)s") % {"date": long_date(moment), "time": numeral(clock)}


@register.filter
def hour(moment):
    """The hour of a moment of today, with its day for any other: {{ article.live_since|hour }}"""
    if not moment:
        return ""
    clock = numeral(f"{timezone.localtime(moment):%H:%M}")
    today = _day(timezone.now())
    days = (today - _day(moment)).days
    if days == 0:
        return clock
    if days == 1:
        day = gettext("Yesterday")
    else:
        day = day_month(moment) if _day(moment).year == today.year else short_date(moment)
    return gettext("%(date)s, %(time)s") % {"date": day, "time": clock}


@register.filter
def since(moment, now=None):
    """How long ago, while that says more than a date: {{ edition.published_at|since }}"""
    now = now or timezone.now()
    minutes = int((now - moment).total_seconds() // 60)
    days = (_day(now) - _day(moment)).days
    if minutes < 0 or days > 1:
        same_year = _day(now).year == _day(moment).year
        return day_month(moment) if same_year else short_date(moment)
    if minutes < 1:
        return gettext("Just now")
    if minutes < 60:
        return ngettext("%(count)s minute ago", "%(count)s minutes ago", minutes) % {
            "count": number(minutes)
        }
    hours = minutes // 60
    if days == 0 or hours < HOURS_ACROSS_MIDNIGHT:
        return ngettext("%(count)s hour ago", "%(count)s hours ago", hours) % {
            "count": number(hours)
        }
    return gettext("Yesterday")


@register.filter
def clock(moment):
    """The hour, in a list that stands under its day: {{ row.at|clock }} is "14:05"."""
    return numeral(f"{timezone.localtime(moment):%H:%M}")


STYLES = {
    "since": since,
    "full": full_date,
    "long": long_date,
    "short": short_date,
    "day": day_month,
    "clock": clock,
    "hour": hour,
}


@register.simple_tag
def when(moment, style="since"):
    """A date for readers and machines: {% when edition.published_at %}, {% when today "long" %}"""
    if not moment:
        return ""
    if isinstance(moment, datetime):
        machine = timezone.localtime(moment).isoformat(timespec="minutes")
    else:
        machine = moment.isoformat()
    return format_html('<time datetime="{}">{}</time>', machine, STYLES[style](moment))


def _language():
    return (get_language() or "ar").partition("-")[0]


def _digits():
    return settings.DIGITS if _language() == "ar" else "western"


def _written(write, day):
    return write(_day(day), _language(), months=settings.MONTH_NAMES, digits=settings.DIGITS)


def _day(moment):
    return timezone.localtime(moment).date() if isinstance(moment, datetime) else moment


def _isolated_html(html):
    """Isolate in the text between tags, and leave alone what is already isolated."""
    pieces, inside = [], 0
    for piece in TAGS.split(html):
        if piece.startswith("<"):
            inside += piece.startswith(("<bdi", "<bdo")) - piece.startswith(("</bdi", "</bdo"))
            pieces.append(piece)
        else:
            pieces.append(piece if inside else _isolated(unescape(piece)))
    return "".join(pieces)


def _isolated(text):
    """Escape the text and wrap each run of words that goes against the page's direction."""
    pieces, at = [], 0
    for start, end in _runs_against_page(text):
        run = text[start:end]
        pieces.append(escape(text[at:start]))
        pieces.append(f'<bdi lang="{direction.language_of(run)}">{escape(run)}</bdi>')
        at = end
    return "".join(pieces) + escape(text[at:])


def _runs_against_page(text):
    """Runs foreign to the page; where most of the text is, what its other words leave over."""
    if not HAS_LETTERS.search(text):
        return []
    runs = direction.foreign_runs(text)
    if direction.is_rtl(text) == get_language_bidi():
        return runs
    left, at = [], 0
    for start, end in [*runs, (len(text), len(text))]:
        if words := WORDS.search(text[at:start]):
            left.append((at + words.start(), at + words.end()))
        at = end
    return left
