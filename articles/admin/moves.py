"""The moves people make with a story: buttons of its page, an address of their own, bulk actions.

Which there are, the table says; whether one is made, workflow. Here its answers are shown.
"""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from articles import states, workflow
from articles.admin import acts
from articles.admin.fields import MomentField
from articles.models import Article
from articles.roles import document
from articles.states import Asks, Note

LONGEST_NOTE = 500


class TimeForm(forms.Form):
    """When a story shall go out, beside the fields of its page."""

    at = MomentField(required=False)

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.fields["at"].widget.be_called(_("goes out at"))

    def add_prefix(self, field_name):
        return f"_{field_name}"


def given_of(posted):
    """Return what a form says besides a move's name: its note, its time, the version looked at.

    Raises NotReady for a time that nobody can read.
    """
    note = posted.get("_note", "").strip() or posted.get("_act_note", "").strip()
    given = {"note": note[:LONGEST_NOTE]} | acts.given_of(posted)
    form = TimeForm(posted)
    if not form.is_valid():
        problems = [workflow.Problem("time", str(one), "at") for one in form.errors["at"]]
        raise workflow.NotReady(problems)
    if form.cleaned_data["at"]:
        given["at"] = form.cleaned_data["at"]
    if (seen := posted.get("_seen", "")).isdecimal():
        given["seen"] = int(seen[:9])
    return given


def make(request, article, name, posted=None):
    """Make one move as a form asks for it; return what stands against it as Problems."""
    try:
        given = given_of(request.POST if posted is None else posted)
        workflow.move(article, name, request.user, **given)
    except workflow.NotReady as refusal:
        return refusal.problems
    except workflow.Refused as refusal:
        return [workflow.Problem("refused", str(refusal))]
    return []


def done(article, name, before):
    """Return the sentence that tells that a move was made, which began in the state ``before``."""
    rows = states.rows(before, name)
    return str(rows[0].done) if rows else ""


class MovingAdmin:
    """Buttons beside «save», each of which saves and then makes one move; and the moves alone."""

    def get_urls(self):
        return [
            path(
                "<int:pk>/move/",
                self.admin_site.admin_view(require_POST(self.move_view)),
                name="articles_article_move",
            ),
            path(
                "moves/",
                self.admin_site.admin_view(self.table_view),
                name="articles_article_moves",
            ),
            *super().get_urls(),
        ]

    def table_view(self, request):
        """Who may do what: the table itself, for whoever was refused and asks why."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = self.admin_site.each_context(request) | {
            "title": _("How a story moves"),
            "opts": self.opts,
            "moves": document.told(),
            "writing": document.told_of_writing(),
            "requirements": workflow.REQUIREMENTS,
        }
        return TemplateResponse(request, "admin/articles/article/moves.html", context)

    def response_add(self, request, obj, post_url_continue=None):
        return self.after_move(request, obj) or super().response_add(
            request, obj, post_url_continue
        )

    def response_change(self, request, obj):
        return self.after_move(request, obj) or super().response_change(request, obj)

    def after_move(self, request, article):
        """Make the move whose button was pressed, and come back to the page; None without one."""
        if "_waive" in request.POST:
            self.waive(request, article)
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
        name = request.POST.get("_move", "")
        if name not in states.names():
            return None
        # The save that has just been made is the version that the person looked at.
        posted = request.POST.copy()
        posted.pop("_seen", None)
        before = article.state
        problems = make(request, article, name, posted)
        if problems:
            self.message_user(request, _("Your text is saved, but:"), messages.WARNING)
        self.tell(request, article, name, before, problems)
        page = reverse("admin:articles_article_change", args=[article.pk])
        return HttpResponseRedirect(page + acts.anchor(problems))

    def move_view(self, request, pk):
        """Make one move and nothing else, for those who may not edit and for the board.

        Answers a script with JSON: ``done`` as a sentence, or 409 with ``problems`` as sentences.
        """
        if not self.has_view_permission(request):
            raise PermissionDenied
        article = get_object_or_404(Article, pk=pk)
        if "_waive" in request.POST:
            self.waive(request, article)
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
        name, before = request.POST.get("_move", ""), article.state
        problems = make(request, article, name)
        if request.accepts("application/json") and not request.accepts("text/html"):
            if problems:
                return JsonResponse({"problems": [str(one) for one in problems]}, status=409)
            return JsonResponse({"done": done(article, name, before)})
        self.tell(request, article, name, before, problems)
        back = request.POST.get("_next", "")
        if not url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
            back = reverse("admin:articles_article_change", args=[pk]) + acts.anchor(problems)
        return HttpResponseRedirect(back)

    def waive(self, request, article):
        """Set aside the requirement whose button was pressed, with the reason written beside it."""
        name = request.POST["_waive"]
        reason = request.POST.get(f"_reason_{name}", "").strip()[:LONGEST_NOTE]
        try:
            workflow.waive(article, name, reason, request.user)
        except workflow.Refused as refusal:
            return self.message_user(request, str(refusal), messages.ERROR)
        return self.message_user(request, _("Set aside, with its reason."), messages.SUCCESS)

    def tell(self, request, article, name, before, problems):
        acts.remember(request, article, problems)
        for problem in problems:
            self.message_user(request, str(problem), messages.ERROR)
        if not problems:
            self.message_user(request, done(article, name, before), messages.SUCCESS)

    def moves_of(self, request, article, editable):
        """The moves this person may make now, parted by how much each asks of them.

        A page on which one can edit also offers what needs a change that may be typed only now.
        """
        subject = article or Article(created_by=request.user)
        found = workflow.choices(subject, request.user, pending=editable or None)
        if article is None:
            found = [step for step in found if step.name in ("submit", "publish")]
        simple = [one for one in found if one.note != Note.MUST and one.asks != Asks.TIME]
        quiet = ("drop", "spike")
        return {
            "act": self.act_of(request, article, found),
            "to_tell": self.languages_to_tell(article),
            "time_form": TimeForm(initial={"at": subject.scheduled_for}),
            "moves": [one for one in simple if one.name not in quiet],
            "moves_with_reason": [one for one in found if one.note == Note.MUST],
            "moves_apart": [one for one in simple if one.name in quiet],
            "moves_with_time": [one for one in found if one.asks == Asks.TIME],
        }

    def get_actions(self, request):
        """One action for each move of the table that asks for nothing else."""
        actions = super().get_actions(request)
        for name in states.names():
            rows = [move for move in states.MOVES if move.name == name]
            step = next((row for row in rows if row.note != Note.MUST), None)
            if step is None or step.asks == Asks.TIME or step.own:
                continue
            actions[f"move_{name}"] = (move_selected, f"move_{name}", step.label)
        return actions


@admin.action
def move_selected(modeladmin, request, queryset):
    """Make the move that was chosen with every selected story; say of each why not."""
    name = request.POST.get("action", "").removeprefix("move_")
    made = 0
    for article in queryset:
        problems = make(request, article, name, {})
        made += not problems
        for problem in problems:
            modeladmin.message_user(request, f"{article}: {problem}", messages.ERROR)
    if made:
        text = ngettext("%(count)s article moved.", "%(count)s articles moved.", made)
        modeladmin.message_user(request, text % {"count": made}, messages.SUCCESS)
