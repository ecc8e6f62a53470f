"""What the system keeps and nobody edits: editions, versions, events, imports; addresses."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles import roles, workflow
from articles.admin.base import FindingAdmin, ReadOnlyAdmin
from articles.admin.finding import FindsEditions
from articles.models import Address, Edition, Event, FormerEdition, IntakeItem, Revision
from articles.models.history import EVENT_LABELS
from articles.text.plain import plain_text


class RecordAdmin(ReadOnlyAdmin):
    """A record of an article, with the way to its page."""

    @admin.display(description=_("article"))
    def of_article(self, record):
        page = reverse("admin:articles_article_change", args=[record.article_id])
        return format_html('<a href="{}">{}</a>', page, record.article)


class WhatFilter(admin.SimpleListFilter):
    title = _("what")
    parameter_name = "what"

    def lookups(self, request, model_admin):
        return EVENT_LABELS.items()

    def queryset(self, request, queryset):
        return queryset.filter(name=self.value()) if self.value() else queryset


@admin.register(Edition)
class EditionAdmin(FindsEditions, ReadOnlyAdmin):
    list_display = ("title", "language", "number", "published_at", "withdrawn_at", "page")
    list_filter = ("language",)
    list_select_related = ("section__parent__parent",)
    fields = (
        "title",
        "language",
        "number",
        "lead",
        "plain",
        "published_at",
        "changed_at",
        "shares",
    )
    show_full_result_count = False

    @admin.display(description=_("page"))
    def page(self, edition):
        return format_html('<a href="{}">{}</a>', edition.get_absolute_url(), edition.short_url)


@admin.register(FormerEdition)
class FormerEditionAdmin(RecordAdmin):
    """What readers had before. Who may, hides one from them by writing why."""

    list_display = ("until", "of_article", "language", "number", "replaced_as", "is_hidden")
    list_select_related = ("edition__article",)
    search_fields = ("=edition__article__pk",)
    search_help_text = _("Number of the article")
    about = ("of_article", "language", "number", "since", "until", "replaced_as")
    fields = (*about, "hidden_because", "hidden_by", "title", "lead", "words")
    show_full_result_count = False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("edition__article", "hidden_by")

    def get_readonly_fields(self, request, obj=None):
        return [name for name in self.fields if name != "hidden_because"]

    def get_form(self, request, obj=None, change=False, **kwargs):
        told = {"hidden_because": _("Left empty, readers see it.")}
        return super().get_form(request, obj, change=change, **{"help_texts": told} | kwargs)

    def has_change_permission(self, request, obj=None):
        # Every page's menu asks without a row: to look at the list is enough to be led there.
        return obj is not None and roles.rights_of(request.user).may_hide()

    def save_model(self, request, obj, form, change):
        """Ask workflow, which writes it into the story's history; no reason shows it again."""
        because = obj.hidden_because.strip()
        if because:
            workflow.hide(obj, because, by=request.user)
        else:
            workflow.show(obj, by=request.user)

    @admin.display(description=_("article"))
    def of_article(self, former):
        return super().of_article(former.edition)

    @admin.display(description=_("language"))
    def language(self, former):
        return former.edition.get_language_display()

    @admin.display(description=_("text"))
    def words(self, former):
        return plain_text(former.body)

    @admin.display(description=_("from readers"))
    def is_hidden(self, former):
        return _("hidden") if former.is_hidden else ""


@admin.register(Revision)
class RevisionAdmin(RecordAdmin):
    list_display = ("at", "of_article", "number", "by")
    list_select_related = ("article", "by")
    search_fields = ("=article__pk",)
    search_help_text = _("Number of the article")
    fields = ("of_article", "number", "by", "at", "content")
    show_full_result_count = False


@admin.register(Event)
class EventAdmin(RecordAdmin):
    list_display = ("at", "of_article", "what", "by", "note")
    list_select_related = ("article", "by")
    list_filter = (WhatFilter,)
    search_fields = ("=article__pk", "note")
    search_help_text = _("Number of the article, or a word of the note")
    fields = ("of_article", "what", "by", "at", "note")
    show_full_result_count = False

    @admin.display(description=_("what"), ordering="name")
    def what(self, event):
        return event.label


@admin.register(IntakeItem)
class IntakeItemAdmin(RecordAdmin):
    list_display = ("key", "format", "of_article", "read_on", "taken_at", "seen_at")
    list_select_related = ("article",)
    list_filter = ("format",)
    search_fields = ("key", "address")
    search_help_text = _("Part of an address")
    fields = ("key", "format", "address", "of_article", "read_on", "taken_at", "seen_at")
    show_full_result_count = False


@admin.register(Address)
class AddressAdmin(FindingAdmin):
    list_display = ("path", "target", "added_at")
    search_fields = ("path", "target")
    search_help_text = _("Part of an address")
