"""What the board says of an article's time. No queries, no own rules."""

from babel.dates import get_day_names
from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from articles import board
from articles.states import State
from articles.templatetags.newsroom import day_month, number, numeral, short_date

register = template.Library()


@register.simple_tag
def day_and_hour(moment, now):
    """A moment near now, as desks speak: "اليوم 16:00", "غدًا 07:00", "الاثنين 18:00".

    More than six days away it is a date: "26 نوفمبر 18:00".
    """
    moment, today = timezone.localtime(moment), timezone.localtime(now).date()
    day, hour = moment.date(), numeral(f"{moment:%H:%M}")
    days = (day - today).days
    if days in (-1, 0, 1):
        said = {-1: _("yesterday %(time)s"), 0: _("today %(time)s"), 1: _("tomorrow %(time)s")}
        text = said[days] % {"time": hour}
    else:
        written = day_month if day.year == today.year else short_date
        name = get_day_names("wide", locale=get_language())[day.weekday()]
        text = f"{name if abs(days) < 7 else written(day)} {hour}"
    return format_html('<time datetime="{}">{}</time>', moment.isoformat(timespec="minutes"), text)


@register.simple_tag
def time_of(card, now):
    """What matters of a card's time: its deadline, the hour it goes out, or when it went out."""
    article = card.article
    if article.state == State.PUBLISHED:
        return _published(article, now)
    scheduled = article.scheduled_for if article.state == State.SCHEDULED else None
    if card.late and not (scheduled and scheduled < now):
        return format_html(_("Late: it was due {time}"), time=day_and_hour(article.due_at, now))
    if scheduled:
        said = _("Not out at its hour: {time}") if card.late else _("Goes out {time}")
        return format_html(said, time=day_and_hour(scheduled, now))
    if article.due_at:
        return format_html(_("Due: {time}"), time=day_and_hour(article.due_at, now))
    return _("No deadline")


def _published(article, now):
    """When it was published; of an older story, when readers got what they have now."""
    is_new = article.published_at and article.published_at > now - board.FRESH
    said = _("Published {time}") if is_new else _("Updated {time}")
    moment = timezone.localtime(article.published_at if is_new else article.live_since)
    if moment.date() != timezone.localtime(now).date():
        return format_html(said, time=day_and_hour(moment, now))
    # Today's hour stands alone: there is a whole column of them.
    hour, machine = numeral(f"{moment:%H:%M}"), moment.isoformat(timespec="minutes")
    return format_html(said, time=format_html('<time datetime="{}">{}</time>', machine, hour))


@register.filter
def is_plain(move):
    """Whether a move needs one press and no more: {% if move|is_plain %}<button …>{% endif %}"""
    return board.is_plain(move)


@register.filter
def stories(count):
    """How many there are: {{ board.count|stories }} is "19 مادة"."""
    return ngettext("%(count)s story", "%(count)s stories", count) % {"count": number(count)}


@register.filter
def late_stories(count):
    """How many of them are late: "مادة متأخرة", "3 مواد متأخرة"."""
    return ngettext("%(count)s late story", "%(count)s late stories", count) % {
        "count": number(count)
    }


@register.filter
def and_more(count):
    """How many a list does not show: {{ column.more|and_more }} is "و3 مواد أخرى"."""
    return ngettext("and %(count)s other story", "and %(count)s other stories", count) % {
        "count": number(count)
    }


@register.filter
def readings(count):
    """How often readers opened it: "قراءتان", "140 قراءة"."""
    return ngettext("%(count)s reading", "%(count)s readings", count) % {"count": number(count)}
