"""Names that an article's text shows and the register lacks: one click saves and adds one."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles import recognition
from articles.models import Entity, Source

LABELS = dict(Source.Kind.choices) | dict(Entity.Kind.choices)


class SuggestingAdmin:
    """A button for each suggested name, beside the passage that names it."""

    def register_chosen(self, request, article):
        """Add the name whose button was pressed, when the text still shows it."""
        chosen = request.POST.get("_register", "")
        if not chosen:
            return
        for candidate in self.suggested(request, article):
            if candidate.key == chosen:
                thing = recognition.register(candidate)
                told = _("“%(name)s” is registered and found in the texts from now on.")
                self.message_user(request, told % {"name": thing}, messages.SUCCESS)
                return
        told = _("The text no longer shows this name, or you may not add it.")
        self.message_user(request, told, messages.WARNING)

    def response_change(self, request, obj):
        if "_register" in request.POST:
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[obj.pk]))
        return super().response_change(request, obj)

    def suggested(self, request, article):
        """The candidates that this person may register."""
        allowed = {
            kind for kind in ("source", "entity") if request.user.has_perm(f"articles.add_{kind}")
        }
        if not allowed:
            return []
        return [one for one in recognition.candidates(article) if one.kind in allowed]

    def suggestions_of(self, request, article):
        """What the page shows: each candidate with what it would be."""
        found = self.suggested(request, article)
        return {"suggestions": [(one, LABELS[one.type]) for one in found]}
