"""The article's page in the newsroom. Every change and every move goes through workflow."""

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.db import models
from django.forms.widgets import Script
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles import revisions, roles, workflow
from articles.admin.acts import ActingAdmin
from articles.admin.asking import AskingAdmin
from articles.admin.base import NewsroomAdmin, language_fieldsets
from articles.admin.calendar import CalendarAdmin
from articles.admin.candidates import SuggestingAdmin
from articles.admin.doctor import DoctoringAdmin
from articles.admin.editor import BodyEditor
from articles.admin.filters import QUESTIONS
from articles.admin.finding import FindsArticles
from articles.admin.history import HistoryAdmin
from articles.admin.kept import SCRIPTS, KeepingAdmin
from articles.admin.links import LinkingAdmin
from articles.admin.moves import MovingAdmin
from articles.admin.overtaken import ArticleForm, OvertakenAdmin
from articles.admin.presence import AccompaniedAdmin
from articles.admin.reading import reading
from articles.admin.rows import (
    WEB_ADDRESS,
    BylineInline,
    CitationInline,
    FigureInline,
    MentionInline,
)
from articles.admin.timeline import standings
from articles.models import Article, Byline, DateBasis
from articles.states import State
from articles.workflow.requirements import BY_NAME

RECENT = 8
# Where it is worth saying what is missing: everywhere but where the story rests.
BEFORE_READERS = [state for state in State if state.is_open]
NOT_IN_A_BOX = ("heading", "subheading", "quote", "sayer")
ROWS = {"title": 1, "lead": 2, "caption": 2, "claim": 2, "verdict_sentence": 2}


def by_language():
    """The text in the newsroom's language, what few stories have folded below it, then the others
    with all of theirs."""
    box, claim = ("box_title", "box"), ("claim", "claimant", "verdict_sentence")
    always = ("title", "lead", "body", "dateline", "caption")
    first, *others = language_fieldsets(*always, *box, *claim)
    code = settings.LANGUAGE_CODE
    name, options = first
    folded = [f"in-{code}", "collapse"]
    return [
        (name, options | {"fields": [f"{field}_{code}" for field in always]}),
        (_("Fact box"), {"fields": [f"{field}_{code}" for field in box], "classes": folded}),
        (
            _("Fact check: the claim and the verdict"),
            {
                "fields": [
                    *(f"{field}_{code}" for field in claim[:2]),
                    ("claim_at", "claim_url"),
                    "verdict",
                    f"verdict_sentence_{code}",
                ],
                "classes": folded,
                "description": _("Only for the kind “Fact check”, which is not published without."),
            },
        ),
        *others,
    ]


@admin.register(Article)
class ArticleAdmin(
    CalendarAdmin,
    KeepingAdmin,
    OvertakenAdmin,
    AccompaniedAdmin,
    FindsArticles,
    LinkingAdmin,
    SuggestingAdmin,
    ActingAdmin,
    AskingAdmin,
    MovingAdmin,
    DoctoringAdmin,
    HistoryAdmin,
    NewsroomAdmin,
):
    form = ArticleForm
    list_display = ("title", "standing", "category", "authors", "published_at", "changed_at")
    list_filter = ("state", *QUESTIONS, "kind", "category")
    list_per_page = 50
    show_full_result_count = False
    autocomplete_fields = ("category", "image")
    inlines = [BylineInline, FigureInline, CitationInline, MentionInline]
    formfield_overrides = {models.URLField: WEB_ADDRESS}
    readonly_fields = ("picture",)
    fieldsets = [
        *by_language(),
        (
            _("Section and desk"),
            {"fields": ["category", "desk", "kind", "tags"], "classes": ["beside"]},
        ),
        (_("Picture"), {"fields": ["picture", "image"], "classes": ["beside"]}),
        (_("Time"), {"fields": ["due_at", "published_at", "embargo_until"], "classes": ["beside"]}),
    ]
    change_form_template = "admin/articles/article/change_form.html"

    class Media:
        js = [Script("js/admin-form.js", defer=True), *SCRIPTS]

    def get_queryset(self, request):
        return super().get_queryset(request).for_list()

    def rights(self, request):
        """The rights of whoever asks, looked up once for a page. Workflow looks again."""
        if not hasattr(request, "newsroom_rights"):
            request.newsroom_rights = roles.rights_of(request.user)
        return request.newsroom_rights

    def has_change_permission(self, request, obj=None):
        """Who may write here at all, and this article in the state that it is in."""
        return super().has_change_permission(request, obj) and (
            obj is None or self.rights(request).may_write(obj)
        )

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Say why a text that was sent may not be changed, in place of a bare refusal."""
        if object_id and request.method == "POST" and (obj := self.get_object(request, object_id)):
            refusal = self.rights(request).refusal_to_write(obj)
            if refusal and super().has_change_permission(request, obj):
                self.message_user(request, refusal, messages.ERROR)
                page = reverse("admin:articles_article_change", args=[obj.pk])
                return HttpResponseRedirect(page)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def hold_row(self, request, object_id):
        """Hold the article's row before the form is read: two saves at once do not both pass."""
        if str(object_id).isdecimal():
            Article.objects.select_for_update().filter(pk=object_id).first()
            self.bring_together(request, object_id)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name in revisions.HTML:
            kwargs["widget"] = BodyEditor(without=() if db_field.name == "body" else NOT_IN_A_BOX)
        elif db_field.name in ROWS:
            kwargs["widget"] = forms.Textarea(
                {"rows": ROWS[db_field.name], "class": "vLargeTextField"}
            )
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_formset_kwargs(self, request, obj, inline, prefix):
        """A new article begins with the byline of whoever writes it."""
        options = super().get_formset_kwargs(request, obj, inline, prefix)
        author = getattr(request.user, "author", None)
        if author and request.method == "GET" and obj.pk is None and inline.model is Byline:
            options["initial"] = [{"author": author}]
        return options

    def get_inline_formsets(self, request, formsets, inline_instances, obj=None):
        """Say beside the name of folded rows how many there are."""
        found = super().get_inline_formsets(request, formsets, inline_instances, obj)
        for one in found:
            if count := one.formset.initial_form_count():
                name = capfirst(one.opts.verbose_name_plural)
                one.opts.verbose_name_plural = f"{name} ({count})"
        return found

    def save_model(self, request, obj, form, change):
        workflow.hold(obj, request.user)
        if "published_at" in form.changed_data:
            obj.date_basis = DateBasis.SET
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        self.register_chosen(request, form.instance)
        if not change:
            workflow.record(form.instance, "create", request.user)
        elif form.has_changed() or any(one.has_changed() for one in formsets):
            workflow.record(form.instance, "edit", request.user)

    def has_delete_permission(self, request, obj=None):
        """What readers have seen is withdrawn, never deleted."""
        seen = obj is not None and obj.editions.exists()
        return not seen and super().has_delete_permission(request, obj)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        editable = add or self.has_change_permission(request, obj)
        context |= self.moves_of(request, obj, editable)
        if obj is not None:
            live, newest = list(obj.editions.live()), obj.revisions.first()
            context |= self.suggestions_of(request, obj) | {
                "company": self.company_of(request, obj),
                "live_editions": live,
                "newest_revision": newest,
                "live_standings": standings(obj, live, newest) if live else [],
                "problems": workflow.missing(obj) if obj.state in BEFORE_READERS else [],
                "reading": [] if editable else reading(obj),
                "why_not_write": "" if editable else self.rights(request).refusal_to_write(obj),
                "may_waive": self.rights(request).may_waive(),
                "waivers": self.waivers_of(obj),
                "recent_events": obj.events.select_related("by")[:RECENT],
                "intake": obj.intake_items.from_outside().first(),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def waivers_of(self, article):
        """What was set aside, each with what it is called."""
        found = list(article.waivers.select_related("by"))
        for one in found:
            one.label = BY_NAME[one.check_name].label if one.check_name in BY_NAME else ""
        return found

    @admin.display(description=_("state"), ordering="state")
    def standing(self, article):
        told = _("Changed since, not published") if article.pending else ""
        return format_html(
            '<span class="state state--{}">{}</span>{}',
            article.state,
            article.get_state_display(),
            format_html(' <span class="told">{}</span>', told) if told else "",
        )

    @admin.display(description=_("byline"))
    def authors(self, article):
        return "، ".join(byline.author.name for byline in article.bylines.all())

    @admin.display(description=_("as it is now"))
    def picture(self, article):
        image = article.image
        sizes = list(image.renditions.all()) if image else []
        if not sizes:
            return _("No picture yet.")
        return format_html('<img class="preview" src="{}" alt="{}">', sizes[0].file.url, image.alt)
