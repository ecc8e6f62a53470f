"""Standing pages in the newsroom: written in the article's editor, checked before they are live."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin.base import SluggedAdmin, language_fieldsets
from articles.admin.editor import BodyEditor
from articles.editions.clean import clean
from articles.models import Page
from articles.models.pages import OWN_ADDRESS
from articles.text.plain import plain_text

LONGEST = 100_000  # characters of HTML: far more than anyone reads of a policy


class PageForm(forms.ModelForm):
    """Refuse a page that readers would get by halves, or empty once its text is cleaned."""

    def clean(self):
        values = super().clean()
        for language, _name in settings.LANGUAGES:
            title, body = (values.get(f"{one}_{language}") or "" for one in ("title", "body"))
            text = plain_text(clean(body))
            if len(body) > LONGEST:
                self.add_error(f"body_{language}", _("This text is too long for one page."))
            elif values.get("is_live") and title and not text:
                self.add_error(
                    f"body_{language}", _("Readers would find an empty page: write its text.")
                )
            elif text and not title:
                self.add_error(f"title_{language}", _("Give the text a title."))
        return values


@admin.register(Page)
class PageAdmin(SluggedAdmin):
    form = PageForm
    slug_from = "title_ar"
    list_display = ("title", "title_en", "is_live", "position", "changed_at_ar")
    list_editable = ("position",)
    search_fields = ("title_ar", "title_en")
    fieldsets = [
        *language_fieldsets("title", "body"),
        (_("Address and footer"), {"fields": ["slug", "position", "is_live"]}),
    ]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if slug := form.base_fields.get("slug"):
            slug.help_text = _(
                "Left empty, it is made from the Arabic title. These have an address of their own: "
                "%(slugs)s."
            ) % {"slugs": "، ".join(OWN_ADDRESS)}
        return form

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "body":
            kwargs["widget"] = BodyEditor()
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        """A language is as new as its own last change."""
        for language, _name in settings.LANGUAGES:
            if {f"title_{language}", f"body_{language}"} & set(form.changed_data):
                setattr(obj, f"changed_at_{language}", timezone.now())
        super().save_model(request, obj, form, change)
