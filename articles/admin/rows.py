"""What hangs on an article's page: who made it, what it rests on, whom it names."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.admin.base import PointingFields, RowsInline
from articles.models import Byline, Citation, Mention, Origin


class BylineInline(RowsInline):
    model = Byline
    extra = 1
    autocomplete_fields = ("author",)

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        if db_field.name == "language":
            kwargs["choices"] = [("", _("Every language")), *settings.LANGUAGES]
        return super().formfield_for_choice_field(db_field, request, **kwargs)


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
        models.URLField: {
            "assume_scheme": "https",
            "widget": forms.URLInput({"class": "vTextField", "dir": "ltr"}),
        },
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
