"""What several admin pages share: fields by language, finding by any spelling, slugs, records."""

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import transaction
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from articles import addresses, turns
from articles.admin.fields import TypedFields
from articles.admin.search import matching
from articles.admin.widgets import FindingSelect
from articles.text.slugs import slugify

LANGUAGE_LABELS = {"ar": _("Arabic"), "en": _("English")}
LEFT_TO_RIGHT = {"en"}


def language_fieldsets(*fields):
    """Return one fieldset for each language: the newsroom's open, the others folded."""
    return [
        (
            LANGUAGE_LABELS.get(language, name),
            {
                "fields": [f"{field}_{language}" for field in fields],
                "classes": [f"in-{language}"]
                + (["collapse"] if language != settings.LANGUAGE_CODE else []),
            },
        )
        for language, name in settings.LANGUAGES
    ]


def in_language(language):
    """The attributes of a field that is written in one language."""
    return {"lang": language, "dir": "ltr" if language in LEFT_TO_RIGHT else "rtl"}


class FindingAdmin(TypedFields, admin.ModelAdmin):
    """A list that is named after what stands in it and finds any spelling of what is typed."""

    show_facets = admin.ShowFacets.NEVER
    search_help_text = _("In any spelling")

    def changelist_view(self, request, extra_context=None):
        title = capfirst(self.opts.verbose_name_plural)
        return super().changelist_view(request, {"title": title} | (extra_context or {}))

    def get_changelist_formset(self, request, **kwargs):
        """Name the fields of a list after their columns, for those who hear the page."""
        formset = super().get_changelist_formset(request, **kwargs)
        for field in formset.form.base_fields.values():
            if field.label:
                field.widget.attrs["aria-label"] = capfirst(field.label)
        return formset

    def get_search_results(self, request, queryset, search_term):
        fields = self.get_search_fields(request)
        if not fields:
            return queryset, False
        return queryset.filter(matching(fields, search_term)), any("__" in one for one in fields)


class PointingFields(TypedFields):
    """A field that points elsewhere says what to look for, and has only the links that help."""

    related_links = ("add", "change")

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", FindingSelect(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            for link in ("add", "change", "delete", "view"):
                if link not in self.related_links:
                    setattr(field.widget, f"can_{link}_related", False)
        return field


class NewsroomAdmin(PointingFields, FindingAdmin, TranslationAdmin):
    """A page for a translated model; every field is written in its own language's direction."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Keep what a form points at until it is saved: nothing is merged meanwhile."""
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            turns.together()
            self.hold_row(request, object_id)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def hold_row(self, request, object_id):
        """Hold what a form is about to change before it is read; most pages need not."""

    def get_form(self, request, obj=None, change=False, **kwargs):
        """Leave the language out of the labels: the heading above them says it."""
        translated = [field for field in self.opts.fields if hasattr(field, "translated_field")]
        labels = {one.name: capfirst(one.translated_field.verbose_name) for one in translated}
        return super().get_form(request, obj, change=change, **{"labels": labels} | kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        language = getattr(db_field, "language", None)
        if field is not None and language:
            field.widget.attrs |= in_language(language)
        return field

    @admin.display(description=_("in English"), ordering="name_en")
    def english(self, obj):
        return obj.name_en


class RowsInline(PointingFields, admin.TabularInline):
    """Rows that hang on a page, in a table."""

    template = "admin/articles/rows.html"
    related_links = ("add",)


class SluggedAdmin(NewsroomAdmin):
    """A page for something with an address: the slug may stay empty, and no old address dies."""

    slug_from = "name_ar"

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if slug := form.base_fields.get("slug"):
            slug.required = False
            slug.help_text = _("Left empty, it is made from the Arabic name.")
        return form

    def save_model(self, request, obj, form, change):
        former = self.addresses_of(type(obj).objects.get(pk=obj.pk)) if change else []
        obj.slug = slugify(obj.slug) or self.free_slug(obj)
        super().save_model(request, obj, form, change)
        for before, now in zip(former, self.addresses_of(obj) if former else [], strict=True):
            addresses.remember(before, now)

    def moving_with(self, obj):
        """What changes its address when this does; itself at least."""
        return [obj]

    def addresses_of(self, obj):
        """The addresses of all that moves together, in every language."""
        found = []
        for language, _name in settings.LANGUAGES:
            with translation.override(language):
                found += [one.get_absolute_url() for one in self.moving_with(obj)]
        return found

    def free_slug(self, obj):
        """The slug of the Arabic name, with a number behind it where another row has it."""
        wanted = slugify(getattr(obj, self.slug_from)) or obj._meta.model_name
        others = type(obj).objects.exclude(pk=obj.pk).filter(slug__startswith=wanted)
        taken = set(others.values_list("slug", flat=True))
        number = 1
        while (slug := wanted if number == 1 else f"{wanted}-{number}") in taken:
            number += 1
        return slug


class ReadOnlyAdmin(FindingAdmin):
    """A page on which nothing can be added, changed or removed."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
