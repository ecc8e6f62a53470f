"""A page for a move that needs more than a press: its reason, its hour, or a plain yes.

The board leads here. Whether the move is made, workflow says.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from articles import board, workflow
from articles.admin import acts
from articles.admin.moves import TimeForm, make


class AskingAdmin:
    """A page of its own for each move with each story."""

    def get_urls(self):
        return [
            path(
                "<int:pk>/move/<slug:name>/",
                self.admin_site.admin_view(self.ask_view),
                name="articles_article_ask",
            ),
            *super().get_urls(),
        ]

    def ask_view(self, request, pk, name):
        """Ask what the move needs; once it is made, come back to the board as it was narrowed."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        article = get_object_or_404(self.get_queryset(request), pk=pk)
        back = reverse("admin:index") + board.Asked.read(request.GET).address()
        try:
            step = workflow.permitted(article, name, request.user)
        except workflow.Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return HttpResponseRedirect(back)
        if acts.are_asked(step, article):
            self.message_user(request, _("Say on this page what sort of change it is."))
            page = reverse("admin:articles_article_change", args=[pk])
            return HttpResponseRedirect(f"{page}#act")
        problems = []
        if request.method == "POST":
            problems = make(request, article, name)
            if not problems:
                self.message_user(request, str(step.done), messages.SUCCESS)
                return HttpResponseRedirect(back)
        elif step.checked:
            problems = workflow.missing(article)
        form = TimeForm(request.POST or None, initial={"at": article.scheduled_for})
        return render(
            request,
            "admin/articles/article/ask.html",
            self.admin_site.each_context(request)
            | {
                "opts": self.opts,
                "title": step.label,
                "article": article,
                "step": step,
                "problems": problems,
                "to_tell": self.languages_to_tell(article) if name == "withdraw" else (),
                "note": request.POST.get("_note", ""),
                "form": form,
                "media": self.media + form.media,
                "seen": article.revisions.values_list("number", flat=True).first(),
                "back": back,
            },
        )
