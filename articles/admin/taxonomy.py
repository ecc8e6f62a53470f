"""Sections and tags."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag as PlainTag

from articles.admin.base import SluggedAdmin, language_fieldsets
from articles.admin.merging import MergingAdmin
from articles.admin.names import AliasInline
from articles.models import Category, Tag

# taggit's own table of tags stays empty here: ours knows which letters are equal.
admin.site.unregister(PlainTag)


@admin.register(Category)
class CategoryAdmin(SluggedAdmin):
    list_display = ("indented_name", "english", "position", "apart")
    list_editable = ("position",)
    search_fields = ("folded", "name_en")
    autocomplete_fields = ("parent",)
    fieldsets = [
        *language_fieldsets("name", "description"),
        (
            _("Position in the tree"),
            {"fields": ["parent", "position", "slug", "desk", "is_opinion"]},
        ),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).with_tree_fields().with_trail()

    def get_ordering(self, request):
        return ()

    def moving_with(self, category):
        numbers = [one.pk for one in category.descendants(include_self=True)]
        return Category.objects.filter(pk__in=numbers).with_trail().order_by("pk")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "position":
            field.label = _("order")
        return field

    @admin.display(description=_("opinion"), ordering="is_opinion")
    def apart(self, category):
        return _("opinion") if category.is_opinion else ""

    @admin.display(description=_("section"))
    def indented_name(self, category):
        depth = getattr(category, "tree_depth", 0)
        return format_html('<span class="depth-{}">{}</span>', depth, category.name)


class TagSpellings(AliasInline):
    verbose_name_plural = _("other spellings that lead to this tag")


@admin.register(Tag)
class TagAdmin(MergingAdmin, SluggedAdmin):
    list_display = ("name", "english", "slug")
    search_fields = ("folded", "name_en", "aliases__folded")
    inlines = [TagSpellings]
    counted = "tagged__content_object"
    fieldsets = [*language_fieldsets("name"), (_("Address"), {"fields": ["slug"]})]
