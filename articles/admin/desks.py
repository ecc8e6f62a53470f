"""The desks of the newsroom, who works there, and which sections are theirs."""

from django.contrib import admin
from django.db.models import Count
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _

from articles.admin.base import NewsroomAdmin, language_fieldsets
from articles.models import Desk


@admin.register(Desk)
class DeskAdmin(NewsroomAdmin):
    list_display = ("name", "english", "people", "its_sections", "position")
    list_editable = ("position",)
    search_fields = ("folded", "name_en")
    fieldsets = [
        *language_fieldsets("name"),
        (_("People and order"), {"fields": ["members", "position"]}),
    ]

    def get_queryset(self, request):
        found = super().get_queryset(request).prefetch_related("sections")
        return found.annotate(people_count=Count("members"))

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs["widget"] = CheckboxSelectMultiple
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.name == "members":
            field.label_from_instance = named
            field.queryset = field.queryset.order_by("first_name", "username")
        return field

    @admin.display(description=_("people"), ordering="people_count")
    def people(self, desk):
        return desk.people_count

    @admin.display(description=_("sections"))
    def its_sections(self, desk):
        return "، ".join(section.name for section in desk.sections.all())


def named(user):
    """A person's name, and the login beside it: two may share a name."""
    name = user.get_full_name()
    return f"{name} ({user.get_username()})" if name else user.get_username()
