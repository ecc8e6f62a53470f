"""The page «الصفحة الأولى»: what stands where, arranged whole and then kept. Works without scripts.

Every button but «save» answers with the same form, changed and not kept. What is kept, and whether
somebody else was faster, `articles.front` says.
"""

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from articles import front
from articles.admin import front_rows
from articles.admin.breaking import BreakingAdmin
from articles.admin.front_shown import Shown, found, groups, told
from articles.admin.widgets import Day, Hour
from articles.front.arranging import MOST
from articles.models import Edition, Front, Place


@admin.register(Front)
class FrontAdmin(BreakingAdmin, admin.ModelAdmin):
    """One page for each language; where a list of them would be stands the newsroom's own."""

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        view = self.admin_site.admin_view(require_GET(self.found_view))
        return [
            path("<str:language>/found/", view, name="articles_front_found"),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        return self.change_view(request, settings.LANGUAGE_CODE)

    def front_of(self, request, language):
        """The front page of a language, for whoever may change it."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        if language not in dict(settings.LANGUAGES):
            raise Http404
        return front.front_of(language)

    def found_view(self, request, language):
        """The stories for the words in ``q``, as a part of the page."""
        self.front_of(request, language)
        stories = found(language, request.GET.get("q", ""))
        name = "_story" if request.GET.get("for") == "breaking" else "_add"
        context = {"found": stories, "button": name}
        return render(request, "admin/articles/front/_found.html", context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        page = self.front_of(request, object_id)
        posted, overtaken, looked_at = request.POST, None, None
        if request.method == "POST":
            rows, looked_at = front_rows.apply(front_rows.rows_of_post(posted), posted)
        else:
            rows = front_rows.rows_of_pins(front.kept(page), _as_typed)
        shown = Shown(page, rows)
        seen = page.version
        if request.method == "POST":
            seen = int(posted["version"]) if posted.get("version", "").isdecimal() else -1
            if "_save" in posted and shown.is_valid:
                try:
                    return self.keep(request, page, shown.pins, seen)
                except front.Overtaken as late:
                    overtaken, seen = late.now, late.now.version
        context = self.context_of(request, page) | {
            "title": _("Front page"),
            "groups": list(groups(shown, looked_at, "_up" if "_up" in posted else "_down")),
            "rows": rows,
            "seen": seen,
            "said": told(shown, looked_at),
            "is_unsaved": shown.differs,
            "is_full": len(rows) >= MOST,
            "has_errors": "_save" in posted and not shown.is_valid,
            "overtaken": overtaken,
            "places": Place.choices,
            "into": posted.get("_into", Place.STRIP.value),
            "q": posted.get("_q", ""),
            "found": found(page.language, posted.get("_q", "")),
            "button": "_add",
        }
        return render(request, "admin/articles/front/arrange.html", context)

    def keep(self, request, page, pins, seen):
        """Keep the arrangement, record what changed, and come back to the page."""
        before, now = front.arrange(page.language, pins, request.user, seen)
        if changes := front_changes(before, now, page.language):
            self.log_change(request, page, changes)
        self.message_user(request, _("The front page is saved."), messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:articles_front_change", args=[page.language]))

    def context_of(self, request, page):
        """What both pages of a front show around their own matter."""
        return self.admin_site.each_context(request) | {
            "opts": self.opts,
            "front": page,
            "languages": settings.LANGUAGES,
        }


def front_changes(before, now, language):
    """Say in one text what an arrangement changed; empty when nothing."""
    was = {pin.article_id: (turn, pin) for turn, pin in enumerate(before)}
    new = {pin.article_id: (turn, pin) for turn, pin in enumerate(now)}
    titles = _titles(was.keys() | new.keys(), language)
    said = []
    for number in was.keys() - new.keys():
        said.append(_("“%(title)s” taken off") % {"title": titles[number]})
    for number, (turn, pin) in new.items():
        title = {"title": titles[number], "place": pin.place.label}
        if number not in was:
            said.append(_("“%(title)s” put in: %(place)s") % title)
            continue
        turn_before, old = was[number]
        if old.place != pin.place:
            said.append(_("“%(title)s” moved to: %(place)s") % title)
        elif turn_before != turn and len(was) == len(new):
            said.append(_("“%(title)s” has another turn") % title)
        if old.headline != pin.headline:
            headline = {"headline": pin.headline or titles[number]}
            said.append(_("“%(title)s” is headed “%(headline)s”") % (title | headline))
        if old.until != pin.until:
            said.append(_("“%(title)s” has another end") % title)
    return "؛ ".join(said)


def _titles(numbers, language):
    rows = Edition.objects.filter(article__in=numbers, language=language)
    titles = dict(rows.values_list("article", "title"))
    return {number: titles.get(number, f"#{number}") for number in numbers}


def _as_typed(moment):
    """The day and the hour of a moment as their fields show them."""
    if moment is None:
        return "", ""
    moment = timezone.localtime(moment)
    return Day().format_value(moment), Hour().format_value(moment.time())
