"""The article's page in the newsroom. Every change and every move goes through workflow."""

from django import forms
from django.contrib import admin, messages
from django.db import models
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django_prose_editor.widgets import AdminProseEditorWidget

from articles import states, workflow
from articles.admin.base import NewsroomAdmin, language_fieldsets
from articles.models import Article, Byline, Citation, DateBasis, Mention, Origin

EDITOR = {
    "extensions": {
        "Bold": True,
        "Italic": True,
        "Heading": {"levels": [2, 3]},
        "Blockquote": True,
        "BulletList": True,
        "OrderedList": True,
        "ListItem": True,
        "HardBreak": True,
        "Link": {"enableTarget": False},
    }
}
MOVES = {
    "submit": workflow.move,
    "return": workflow.move,
    "publish": workflow.publish,
    "withdraw": workflow.withdraw,
}
DONE = {
    "submit": _("Sent to review."),
    "return": _("Sent back to its writer."),
    "publish": _("Published: readers see it now."),
    "withdraw": _("Withdrawn: readers no longer see it."),
}
RECENT = 8


class BylineInline(admin.TabularInline):
    model = Byline
    extra = 1
    autocomplete_fields = ("author",)


class ReferenceForm(forms.ModelForm):
    """What an editor changes in a found row is the editor's from then on."""

    def clean(self):
        cleaned = super().clean()
        if self.has_changed() and cleaned.get("origin") == Origin.FOUND:
            cleaned["origin"] = Origin.EDITOR
        return cleaned


class CitationInline(admin.StackedInline):
    model = Citation
    form = ReferenceForm
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    extra = 0
    autocomplete_fields = ("source",)
    fields = (("source", "language", "how", "origin"), "passage", ("url", "note"))
    classes = ["collapse"]


class MentionInline(admin.TabularInline):
    model = Mention
    form = ReferenceForm
    extra = 0
    autocomplete_fields = ("entity",)
    fields = ("entity", "language", "spelling", "count", "origin")
    readonly_fields = ("count",)
    classes = ["collapse"]


@admin.register(Article)
class ArticleAdmin(NewsroomAdmin):
    list_display = ("title", "state", "category", "authors", "published_at", "changed_at")
    list_filter = ("state", "kind", "category")
    list_per_page = 50
    show_full_result_count = False
    search_fields = ("title_ar", "title_en", "lead_ar", "=pk")
    autocomplete_fields = ("category", "image")
    inlines = [BylineInline, CitationInline, MentionInline]
    actions = ["publish_selected"]
    fieldsets = [
        *language_fieldsets("title", "lead", "body", "dateline", "caption"),
        (_("Section and kind"), {"fields": [("category", "kind"), "tags"]}),
        (_("Picture"), {"fields": ["image"]}),
        (_("Time"), {"fields": ["published_at", "embargo_until"], "classes": ["collapse"]}),
    ]
    change_form_template = "admin/articles/article/change_form.html"

    def get_queryset(self, request):
        return super().get_queryset(request).for_list()

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "body":
            kwargs["widget"] = AdminProseEditorWidget(config=EDITOR, preset="configurable")
        elif db_field.name in ("lead", "title", "caption"):
            kwargs["widget"] = forms.Textarea({"rows": 3 if db_field.name == "lead" else 2})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        workflow.hold(obj, request.user)
        if "published_at" in form.changed_data:
            obj.date_basis = DateBasis.SET
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        workflow.record(form.instance, "edit" if change else "create", request.user)

    def has_delete_permission(self, request, obj=None):
        """What readers have seen is withdrawn, never deleted."""
        seen = obj is not None and obj.editions.exists()
        return not seen and super().has_delete_permission(request, obj)

    def response_add(self, request, obj, post_url_continue=None):
        return self.after_move(request, obj) or super().response_add(
            request, obj, post_url_continue
        )

    def response_change(self, request, obj):
        return self.after_move(request, obj) or super().response_change(request, obj)

    def after_move(self, request, article):
        """Make the move whose button was pressed, and come back to the page; None without one."""
        name = request.POST.get("_move", "")
        if name not in MOVES:
            return None
        if self.try_move(request, article, name):
            self.message_user(request, DONE[name], messages.SUCCESS)
        return HttpResponseRedirect(self.page_of(article))

    def try_move(self, request, article, name):
        """Make one move; say in Arabic what forbids it and return False."""
        make = MOVES[name]
        try:
            if make is workflow.move:
                make(article, name, by=request.user)
            else:
                make(article, by=request.user)
        except workflow.NotAllowed as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
        except workflow.NotReady as refusal:
            for problem in refusal.problems:
                self.message_user(request, f"{article}: {problem}", messages.ERROR)
        else:
            return True
        return False

    def page_of(self, article):
        return reverse("admin:articles_article_change", args=[article.pk])

    @admin.action(description=_("Publish the selected articles"), permissions=["publish"])
    def publish_selected(self, request, queryset):
        done = sum(self.try_move(request, article, "publish") for article in queryset)
        if done:
            text = ngettext("%(count)s article published.", "%(count)s articles published.", done)
            self.message_user(request, text % {"count": done}, messages.SUCCESS)

    def has_publish_permission(self, request):
        return request.user.has_perm("articles.publish_article")

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["moves"] = [
            move
            for move in states.moves_from(obj.state if obj else states.State.DRAFT)
            if request.user.has_perm(move.permission)
        ]
        if obj is not None:
            context |= {
                "live_editions": obj.editions.live().select_related("revision"),
                "newest_revision": obj.revisions.order_by("-number").first(),
                "recent_events": obj.events.select_related("by")[:RECENT],
                "intake": obj.intake_items.first(),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description=_("byline"))
    def authors(self, article):
        return "، ".join(byline.author.name for byline in article.bylines.all())
