"""The field in which the body of an article is written. The script does the work; this opens it."""

import json

from django import forms
from django.forms.widgets import Script
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_prose_editor.widgets import importmap
from js_asset import ImportMap, Media

# What the editor says. Its buttons carry words, not icons.
WORDS = {
    "bar": _("Shape the text"),
    "heading": _("Heading"),
    "subheading": _("Subheading"),
    "bold": _("Strong"),
    "quote": _("Pull quote"),
    "sayer": _("Who said it"),
    "list": _("List"),
    "numbers": _("Numbered list"),
    "link": _("Link"),
    "unlink": _("Remove the link"),
    "undo": _("Undo"),
    "redo": _("Redo"),
    "count": _("Words:"),
    "address": _("Words of a story of ours, or an address"),
    "apply": _("Set the link"),
    "cancel": _("Cancel"),
    "stories": _("Stories of ours"),
    "found": _("Stories found:"),
    "nothing": _("No story of ours has these words. An address is taken as it is."),
    "failed": _("The search does not answer. An address is taken as it is."),
    "placeholder": _("Write here, or paste a text."),
}


class BodyEditor(forms.Textarea):
    """A text area that becomes an editor; without the script it stays one, with the HTML in it.

    ``without``: the buttons that this text has no use for, by the keys of `WORDS`.
    """

    def __init__(self, attrs=None, without=()):
        self.without = without
        super().__init__(attrs)

    @property
    def media(self):
        return Media(
            # The name of a module's file changes with its content; the map knows it.
            importmap=importmap | ImportMap({"newsroom/links": "js/admin-links.js"}),
            css={"all": ["css/admin-editor.css"]},
            js=[Script("js/admin-editor.js", type="module")],
        )

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        words = {key: str(word) for key, word in WORDS.items() if key not in self.without}
        context["widget"]["attrs"] |= {
            "data-body-editor": json.dumps(words, ensure_ascii=False),
            "data-stories": reverse("admin:articles_article_stories"),
        }
        return context

    def use_required_attribute(self, initial):
        # The browser can not point at a field that is hidden behind the editor.
        return False
