"""What the system keeps and nobody edits: editions, versions, events, imports; addresses."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.base import FindingAdmin, ReadOnlyAdmin
from articles.models import Address, Edition, Event, IntakeItem, Revision


@admin.register(Edition)
class EditionAdmin(ReadOnlyAdmin):
    list_display = ("title", "language", "number", "published_at", "withdrawn_at", "page")
    list_filter = ("language",)
    search_fields = ("folded_title",)
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


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    list_display = ("article", "number", "by", "at")
    list_select_related = ("article", "by")
    search_fields = ("=article__pk",)
    fields = ("article", "number", "by", "at", "content")
    show_full_result_count = False


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    list_display = ("at", "article", "name", "by", "note")
    list_select_related = ("article", "by")
    list_filter = ("name",)
    search_fields = ("=article__pk", "note")
    fields = ("article", "name", "by", "at", "note")
    show_full_result_count = False


@admin.register(IntakeItem)
class IntakeItemAdmin(ReadOnlyAdmin):
    list_display = ("key", "format", "article", "read_on", "taken_at", "seen_at")
    list_select_related = ("article",)
    list_filter = ("format",)
    search_fields = ("key", "address")
    fields = ("key", "format", "address", "article", "read_on", "taken_at", "seen_at")
    show_full_result_count = False


@admin.register(Address)
class AddressAdmin(FindingAdmin):
    list_display = ("path", "target", "added_at")
    search_fields = ("path", "target")
