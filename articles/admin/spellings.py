"""House spellings: which words search takes for one another. Queries read them, not this page."""

from django import forms
from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from articles.admin.base import FindingAdmin
from articles.models import Synonym
from articles.models.fields import listed
from articles.search import synonyms
from articles.search.names import LONGEST_NAME

LONGEST = 80  # letters; no name that readers type is longer


class SpellingsForm(forms.ModelForm):
    """Writes the list in one way, whatever comma was typed, and refuses what no query can meet."""

    def clean_spellings(self):
        spelled = listed(self.cleaned_data["spellings"])
        for folded, written in spelled.items():
            if len(folded.split()) > LONGEST_NAME or len(folded) > LONGEST:
                message = _("“%(spelling)s” is too long: five words at most.")
                raise forms.ValidationError(message % {"spelling": written[:LONGEST]})
        return "، ".join(spelled.values())


@admin.register(Synonym)
class SynonymAdmin(FindingAdmin):
    form = SpellingsForm
    list_display = ("counted",)
    search_fields = ("spellings",)
    search_help_text = _("A word in any spelling")
    fieldsets = [
        (
            None,
            {
                "fields": ["spellings"],
                "description": _(
                    "Whoever searches for one of them finds the others too. For example: "
                    "فاغنر، واغنر، فاغنير. Leave ال out before names; hamzas, ة and ى need no "
                    "second spelling."
                ),
            },
        )
    ]

    def get_changelist_instance(self, request):
        """Say for the rows of the page, in one query, how many texts have each spelling."""
        changelist = super().get_changelist_instance(request)
        rows = list(changelist.result_list)
        spelled = [listed(row.spellings) for row in rows]
        numbers = synonyms.occurrences({folded for one in spelled for folded in one})
        for row, one in zip(rows, spelled, strict=True):
            row.numbers = [
                (written, numbers[folded], " " in folded) for folded, written in one.items()
            ]
        changelist.result_list = rows
        return changelist

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "spellings":
            kwargs["widget"] = forms.Textarea(
                {"rows": 2, "class": "vLargeTextField", "dir": "auto"}
            )
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @admin.display(
        description=_("spellings, and in how many published texts"), ordering="spellings"
    )
    def counted(self, synonym):
        return format_html_join(
            "، ",
            '<bdi>{}</bdi> <span class="number">{}</span>',
            ((written, told(number, several)) for written, number, several in synonym.numbers),
        )


def told(number, several):
    """The number as it is shown; of several words only their rarest is counted."""
    if several and number:
        return format_html("{}", _("up to %(count)s") % {"count": number})
    return number
