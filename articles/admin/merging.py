"""Make one of several from a list: choose, see what each is, say which stays. Asks merging."""

from itertools import combinations
from urllib.parse import unquote

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from articles import merging
from articles.merging.probable import twins

MOST = 12  # at once; whoever chose more has hardly read them
LONGEST_NUMBER = 18
TWICE = "twice"


class TwiceFilter(admin.SimpleListFilter):
    """Rows that look like another one. Guesses only when asked, once for the page."""

    title = _("check")
    parameter_name = TWICE

    def lookups(self, request, model_admin):
        return [("maybe", _("Perhaps twice"))]

    def queryset(self, request, queryset):
        if self.value() != "maybe":
            return queryset
        request.twins = twins(queryset.model)
        return queryset.filter(pk__in=request.twins)


class MergingAdmin:
    """A list with the action «merge into one», and the page that it leads to.

    ``counted`` is the way from a row to the articles that point at it.
    """

    actions = ["merge_selected"]
    counted = ""

    def get_list_filter(self, request):
        return [*super().get_list_filter(request), TwiceFilter]

    def get_list_display(self, request):
        shown = super().get_list_display(request)
        return [*shown, "perhaps"] if TWICE in request.GET else shown

    def get_ordering(self, request):
        """What looks alike stands together."""
        return ("folded",) if TWICE in request.GET else super().get_ordering(request)

    def get_changelist_instance(self, request):
        changelist = super().get_changelist_instance(request)
        may = self.has_merge_permission(request)
        for row in changelist.result_list:
            row.twins = getattr(request, "twins", {}).get(row.pk, {})
            row.merge_page = self.merge_page([row.pk, *row.twins]) if may and row.twins else ""
        return changelist

    @admin.display(description=_("check"))
    def perhaps(self, row):
        """Say what the row may be, and lead whoever may merge to the page for it."""
        names = "، ".join(f"«{name}»" for _pk, name in sorted(row.twins.items()))
        text = _("perhaps %(names)s") % {"names": names}
        return format_html('<a href="{}">{}</a>', row.merge_page, text) if row.merge_page else text

    def get_urls(self):
        page = self.admin_site.admin_view(self.merge_view)
        return [path("merge/", page, name=f"{self.page}_merge"), *super().get_urls()]

    @property
    def page(self):
        return f"{self.opts.app_label}_{self.opts.model_name}"

    def has_merge_permission(self, request):
        return merging.may(request.user, self.model)

    @admin.action(description=_("Merge the selected into one…"), permissions=["merge"])
    def merge_selected(self, request, queryset):
        numbers = list(queryset.order_by("pk").values_list("pk", flat=True)[: MOST + 1])
        if refusal := _wrong_number(numbers):
            self.message_user(request, refusal, messages.ERROR)
            return None
        return HttpResponseRedirect(self.merge_page(numbers))

    def merge_page(self, numbers):
        query = urlencode({"one": numbers}, doseq=True)
        return f"{reverse(f'admin:{self.page}_merge')}?{query}"

    def merge_view(self, request):
        """Show what was chosen and ask which stays; the answer merges the others into it."""
        if not self.has_merge_permission(request):
            raise PermissionDenied
        things = self.chosen(request)
        listed = reverse(f"admin:{self.page}_changelist")
        if refusal := _wrong_number(things):
            self.message_user(request, refusal, messages.ERROR)
            return HttpResponseRedirect(listed)
        if request.method == "POST" and self.merge_chosen(request, things):
            return HttpResponseRedirect(listed)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Merge what stands twice"),
            "opts": self.opts,
            "things": things,
            "kept": self.kept(request, things) or max(things, key=lambda one: one.article_count),
            "obstacle": _obstacle(things),
        }
        return TemplateResponse(request, "admin/articles/merge.html", context)

    def chosen(self, request):
        """What the address names, with its articles counted and its spellings, in two queries."""
        given = [one for one in request.GET.getlist("one") if one.isdecimal() and one.isascii()]
        numbers = [int(one) for one in given[: MOST + 1] if len(one) <= LONGEST_NUMBER]
        rows = self.model.objects.filter(pk__in=numbers).prefetch_related("aliases")
        counted = rows.annotate(article_count=Count(self.counted, distinct=True))
        things = list(counted.order_by("pk"))
        for one in things:
            one.readable_address = unquote(one.get_absolute_url())
        return things

    def kept(self, request, things):
        number = request.POST.get("kept", "")
        return next((one for one in things if str(one.pk) == number), None)

    def merge_chosen(self, request, things):
        """Merge all into the one that was marked, or none; say what became of it."""
        kept = self.kept(request, things)
        if kept is None:
            self.message_user(request, _("Mark the one that stays."), messages.ERROR)
            return False
        others = [one for one in things if one is not kept]
        try:
            with transaction.atomic():
                if obstacle := _obstacle(things):
                    raise merging.Refused(obstacle)
                for other in others:
                    merging.merge(kept, other, by=request.user)
        except merging.Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return False
        self.message_user(request, self.told(kept, others), messages.SUCCESS)
        return True

    def told(self, kept, others):
        return format_html(
            _('Merged into “<a href="{page}">{kept}</a>”: {others}. <a href="{url}">Its page</a>.'),
            page=reverse(f"admin:{self.page}_change", args=[kept.pk]),
            kept=kept,
            others=format_html_join("، ", "«{}»", ((one,) for one in others)),
            url=kept.get_absolute_url(),
        )


def _wrong_number(chosen):
    """What to say to somebody who chose too few or too many."""
    if len(chosen) < 2:
        return _("Choose two at least: one stays, the others become part of it.")
    if len(chosen) > MOST:
        return _("Choose %(most)s at most.") % {"most": MOST}
    return ""


def _obstacle(things):
    """Why some two of these can not become one, or an empty text."""
    for one, other in combinations(things, 2):
        try:
            merging.require(one, other)
        except merging.Refused as refusal:
            return str(refusal)
    return ""
