"""The moves an editor makes from an article's page. Asks workflow; says what it answered."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles import states, workflow

DONE = {
    "submit": _("Sent to review."),
    "return": _("Sent back to its writer."),
    "publish": _("Published: readers see it now."),
    "withdraw": _("Withdrawn: readers no longer see it."),
}
# Rarer moves, which want a reason: they stand apart, with a line for a note.
WITH_REASON = ("return", "withdraw")
LONGEST_NOTE = 500


def make(request, article, name, note=""):
    """Make one move; return what stands against it as sentences, none when it is made."""
    options = {"by": request.user, "note": note.strip()[:LONGEST_NOTE]}
    try:
        if name == "publish":
            workflow.publish(article, **options)
        elif name == "withdraw":
            workflow.withdraw(article, **options)
        else:
            workflow.move(article, name, **options)
    except workflow.NotAllowed as refusal:
        return [str(refusal)]
    except workflow.NotReady as refusal:
        return refusal.problems
    return []


class MovingAdmin:
    """Buttons beside «save», each of which saves and then makes one move."""

    def response_add(self, request, obj, post_url_continue=None):
        return self.after_move(request, obj) or super().response_add(
            request, obj, post_url_continue
        )

    def response_change(self, request, obj):
        return self.after_move(request, obj) or super().response_change(request, obj)

    def after_move(self, request, article):
        """Make the move whose button was pressed, and come back to the page; None without one."""
        name = request.POST.get("_move", "")
        if name not in DONE:
            return None
        problems = make(request, article, name, request.POST.get("_note", ""))
        if problems:
            self.message_user(request, _("Your text is saved, but:"), messages.WARNING)
        for problem in problems:
            self.message_user(request, problem, messages.ERROR)
        if not problems:
            self.message_user(request, DONE[name], messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))

    def moves_of(self, request, article):
        """The moves this person may make now: everyday ones, and those that want a reason."""
        state = article.state if article else states.State.DRAFT
        allowed = [
            move for move in states.moves_from(state) if request.user.has_perm(move.permission)
        ]
        return {
            "moves": [move for move in allowed if move.name not in WITH_REASON],
            "moves_with_reason": [move for move in allowed if move.name in WITH_REASON],
        }
