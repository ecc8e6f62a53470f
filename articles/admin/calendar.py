"""The week's page: what goes out when, moved by hand, by keyboard or by a form; and what is late.

A story is moved by workflow alone, at the address where every move is made.
"""

from datetime import date, timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import clock, workers
from articles.admin.week import MOST, SLOTS, Slot, week
from articles.models import Desk
from articles.states import State
from articles.text.weeks import first_weekday, week_of
from articles.workflow import due

YEARS = range(1900, 3000)  # whoever types another wants this week


def day_asked(request):
    """The day that an address names, or today."""
    try:
        day = date.fromisoformat(request.GET.get("week", ""))
    except ValueError:
        day = None
    return day if day and day.year in YEARS else timezone.localdate()


class CalendarAdmin:
    """Adds the week calendar to the articles of the newsroom."""

    def get_urls(self):
        return [
            path(
                "calendar/",
                self.admin_site.admin_view(self.calendar_view),
                name="articles_article_calendar",
            ),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Say on the page of a scheduled story why it is late, or that nothing goes out now."""
        if obj is not None and obj.state == State.SCHEDULED:
            now = clock.now()
            context |= {"worker_absent_since": workers.absent_since(now)}
            if due.is_late(obj, now):
                due.explain([obj])
                context |= {"is_late": True, "late_reason": obj.why_late}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def calendar_view(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        desks = list(Desk.objects.all())
        asked = request.GET.get("desk", "")
        desk = next((one for one in desks if str(one.pk) == asked), None)
        days = week_of(day_asked(request), first_weekday(settings.TIME_ZONE))
        found = week(days, self.rights(request), desk)
        cards = [card for day in found for slot in day.slots for card in slot.cards]
        context = self.admin_site.each_context(request) | {
            "title": _("The week"),
            "opts": self.opts,
            "days": found,
            "hours": [Slot(hours) for hours in SLOTS],
            "count": len(cards),
            "is_cut": len(cards) >= MOST,
            "may_move": any(card.is_movable for card in cards),
            "first": days[0],
            "last": days[-1],
            "before": days[0] - timedelta(7),
            "after": days[0] + timedelta(7),
            "holds_today": any(day.is_today for day in found),
            "desks": desks,
            "desk": desk,
            "worker_absent_since": workers.absent_since(),
            "is_eastern": settings.DIGITS == "eastern",
        }
        return TemplateResponse(request, "admin/articles/article/calendar.html", context)
