"""Doors from templates to the text rules: dates, directions, numbers. No queries, no own rules."""

import re
from datetime import datetime
from html import unescape
from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.html import escape, format_html
from django.utils.safestring import SafeData, mark_safe
from django.utils.translation import get_language, get_language_bidi, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from articles.text import dates, digits, direction

register = template.Library()

TAGS = re.compile(r"(<[^>]*>)")
APART = re.compile(r"</?(?:bdi|bdo|code|pre|kbd|samp)\b")
HAS_LETTERS = re.compile(r"[^\W\d_]")
WORDS = re.compile(r"\w(?:.*\w)?", re.DOTALL)
HOURS_ACROSS_MIDNIGHT = 6
# Tunisia names the months as Algeria does.
MONTHS_OF = {
    "ar": _("Egypt and the Gulf"),
    "sy": _("The Levant and Iraq"),
    "both": _("Two names"),
    "dz": _("Algeria and Tunisia"),
    "ma": _("Morocco"),
    "mr": _("Mauritania"),
}
AUGUST = 8  # every country has a name of its own for it


@register.filter
def isolate(value):
    """Keep foreign words and numbers in their own direction: {{ edition.title|isolate }}

    ``Harbor Ledger ترى`` becomes ``<bdi lang="en">Harbor Ledger</bdi> ترى`` on an Arabic page,
    and ``-5%`` there ``<bdi dir="ltr">-5%</bdi>``. Text is escaped; of a safe string only the
    text between its tags is touched.
    """
    if value is None:
        return ""
    if isinstance(value, SafeData):
        return mark_safe(_isolated_html(str(value)))  # noqa: S308 - its tags were safe before
    return mark_safe(_isolated(str(value)))  # noqa: S308 - _isolated escapes


@register.filter
def isolate_plain(value):
    """The same where no markup is, with invisible signs: {{ edition.title|isolate_plain }}"""
    text = unescape(str(value)) if isinstance(value, SafeData) else str(value)
    # The tag {% filter %} escapes nothing itself.
    return escape(direction.isolate_runs(text))


@register.filter
def number(value):
    """Write a count with its thousands apart: {{ entity.article_count|number }}"""
    return digits.write(value, _digits())


@register.filter
def numeral(value):
    """Write a year or another number that is a name: {{ one.year|numeral }}"""
    return digits.write(str(value), _digits())


@register.filter
def host(address):
    """The site that an address leads to, as readers know it: {{ url|host }} is "example.org"."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


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
def month_year(day):
    """The month and its year: {{ first|month_year }} is "أبريل 2024"."""
    return _written(dates.month_year, day)


@register.filter
def month_alone(day):
    """The month, in a list that stands under its year: {{ one.day|month_alone }}"""
    return _written(dates.month_alone, day)


@register.filter
def weekday(day, width="wide"):
    """The name of a weekday, or its letter: {{ day|weekday }}, {{ day|weekday:"narrow" }}"""
    return dates.weekday(day, _language(), width)


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


@register.simple_tag
def month_styles():
    """The ways to name months: {% month_styles as styles %}, each with style and label."""
    return [
        {"style": style, "label": f"{dates.month_name(AUGUST, style)} ({place})"}
        for style, place in MONTHS_OF.items()
    ]


def _language():
    return (get_language() or "ar").partition("-")[0]


def _digits():
    return settings.DIGITS if _language() == "ar" else "western"


def _written(write, day):
    return write(_day(day), _language(), months=settings.MONTH_NAMES, digits=settings.DIGITS)


def _day(moment):
    return timezone.localtime(moment).date() if isinstance(moment, datetime) else moment


def _isolated_html(html):
    """Isolate in the text between tags, and leave alone code and what is already isolated."""
    pieces, inside = [], 0
    for piece in TAGS.split(html):
        if piece.startswith("<"):
            if APART.match(piece):
                inside += -1 if piece.startswith("</") else 1
            pieces.append(piece)
        else:
            pieces.append(piece if inside else _isolated(unescape(piece)))
    return "".join(pieces)


def _isolated(text):
    """Escape the text and wrap what goes against the page's direction, and in Arabic numbers."""
    is_arabic = get_language_bidi()
    if HAS_LETTERS.search(text) and direction.is_rtl(text) != is_arabic:
        return _isolated_rest(text)
    return direction.render(text, _in_markup, escape, is_arabic)


def _isolated_rest(text):
    """Where most of the text goes against the page, wrap what its other words leave over."""
    pieces, at = [], 0
    for start, end in [*direction.foreign_runs(text), (len(text), len(text))]:
        if words := WORDS.search(text[at:start]):
            run = words.group()
            pieces.append(escape(text[at : at + words.start()]))
            language = direction.language_of(run)
            inner = direction.render(run, _in_markup, escape) if language == "ar" else escape(run)
            pieces.append(f'<bdi lang="{language}">{inner}</bdi>')
            at += words.end()
        pieces.append(escape(text[at:end]))
        at = end
    return "".join(pieces)


def _in_markup(words, run):
    if run is None:
        return f"<bdi>{words}</bdi>"
    if run.is_number:
        fixed = ' translate="no"' if run.is_code else ""
        return f'<bdi dir="{run.way}"{fixed}>{words}</bdi>'
    return f'<bdi lang="{"ar" if run.way == "rtl" else "en"}">{words}</bdi>'
