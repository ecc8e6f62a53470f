"""What hangs on an article's page: who made it, its pictures, what it rests on, whom it names."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.admin.base import PointingFields, RowsInline, in_language
from articles.admin.changes import CAPTIONS, language_name
from articles.models import Byline, Citation, Figure, Mention, Origin

# How a field for a web address is made: written from the left, and https unless it says otherwise.
WEB_ADDRESS = {
    "assume_scheme": "https",
    "widget": forms.URLInput({"class": "vTextField", "dir": "ltr"}),
}


class BylineInline(RowsInline):
    model = Byline
    extra = 1
    autocomplete_fields = ("author",)

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        if db_field.name == "language":
            kwargs["choices"] = [("", _("Every language")), *settings.LANGUAGES]
        return super().formfield_for_choice_field(db_field, request, **kwargs)


class FigureInline(PointingFields, admin.StackedInline):
    """The pictures beside the main one, each with its caption in every language."""

    model = Figure
    extra = 0
    autocomplete_fields = ("image",)
    fields = (("image", "after", "position"), *CAPTIONS)
    classes = ["collapse"]
    related_links = ("add",)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        language = getattr(db_field, "language", None)
        if language:
            caption = capfirst(db_field.translated_field.verbose_name)
            field.label = f"{caption} ({language_name(language)})"
            field.widget.attrs |= in_language(language)
        return field


class ReferenceForm(forms.ModelForm):
    """What an editor changes in a found row is the editor's from then on."""

    def clean(self):
        cleaned = super().clean()
        if self.has_changed() and cleaned.get("origin") == Origin.FOUND:
            cleaned["origin"] = Origin.EDITOR
        return cleaned


class CitationInline(PointingFields, admin.StackedInline):
    model = Citation
    form = ReferenceForm
    formfield_overrides = {
        models.URLField: WEB_ADDRESS,
        models.TextField: {"widget": forms.Textarea({"rows": 2, "class": "vLargeTextField"})},
    }
    extra = 0
    autocomplete_fields = ("source",)
    fields = (("source", "how", "language", "origin"), "passage", ("url", "note"))
    classes = ["collapse"]
    related_links = ("add",)


class MentionInline(RowsInline):
    model = Mention
    form = ReferenceForm
    extra = 0
    autocomplete_fields = ("entity",)
    fields = ("entity", "spelling", "language", "origin", "count")
    readonly_fields = ("count",)
    classes = ["collapse"]
