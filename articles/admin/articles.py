"""The article's page in the newsroom. Every change and every move goes through workflow."""

from django import forms
from django.contrib import admin, messages
from django.db.models import Exists, OuterRef, Q, Subquery
from django.forms.widgets import Script
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles import workflow
from articles.admin.base import NewsroomAdmin, language_fieldsets
from articles.admin.candidates import SuggestingAdmin
from articles.admin.doctor import DoctoringAdmin
from articles.admin.editor import BodyEditor
from articles.admin.finding import FindsArticles
from articles.admin.links import LinkingAdmin
from articles.admin.moves import MovingAdmin, make
from articles.admin.rows import BylineInline, CitationInline, MentionInline
from articles.models import Article, Byline, DateBasis, Edition, Revision

RECENT = 8
ROWS = {"title": 1, "lead": 2, "caption": 2}


class ArticleForm(forms.ModelForm):
    """Tells who else saved the article while this page was open, instead of writing over it."""

    def clean(self):
        cleaned = super().clean()
        seen = self.data.get("_revision", "")
        newest = self.instance.pk and self.instance.revisions.select_related("by").first()
        if newest and seen.isdigit() and int(seen) < newest.number:
            self.add_error(None, self.overtaken(newest))
        return cleaned

    def overtaken(self, revision):
        return _(
            "%(name)s saved this article at %(time)s, after you opened it. Your text stands below "
            "as you wrote it and is not saved yet. To put it in place of the other, save again."
        ) % {
            "name": revision.by or _("The system"),
            "time": f"{timezone.localtime(revision.at):%H:%M}",
        }


class WhoseFilter(admin.SimpleListFilter):
    title = _("whose")
    parameter_name = "whose"

    def lookups(self, request, model_admin):
        return [("mine", _("Mine"))]

    def queryset(self, request, queryset):
        if self.value() != "mine":
            return queryset
        signed = Byline.objects.filter(author__user=request.user).values("article")
        return queryset.filter(Q(created_by=request.user) | Q(pk__in=signed))


@admin.register(Article)
class ArticleAdmin(
    FindsArticles, LinkingAdmin, SuggestingAdmin, MovingAdmin, DoctoringAdmin, NewsroomAdmin
):
    form = ArticleForm
    list_display = ("title", "standing", "category", "authors", "published_at", "changed_at")
    list_filter = ("state", WhoseFilter, "kind", "category")
    list_per_page = 50
    show_full_result_count = False
    autocomplete_fields = ("category", "image")
    inlines = [BylineInline, CitationInline, MentionInline]
    actions = ["publish_selected"]
    readonly_fields = ("picture",)
    fieldsets = [
        *language_fieldsets("title", "lead", "body", "dateline", "caption"),
        (_("Section and kind"), {"fields": ["category", "kind", "tags"], "classes": ["beside"]}),
        (_("Picture"), {"fields": ["picture", "image"], "classes": ["beside"]}),
        (_("Time"), {"fields": ["published_at", "embargo_until"], "classes": ["beside"]}),
    ]
    change_form_template = "admin/articles/article/change_form.html"

    class Media:
        js = [Script("js/admin-form.js", defer=True)]

    def get_queryset(self, request):
        return super().get_queryset(request).for_list()

    def get_changelist_instance(self, request):
        """Say for the rows of the list, and only there, whether readers see an older version."""
        changelist = super().get_changelist_instance(request)
        newest = Revision.objects.filter(article=OuterRef("article")).order_by("-number")
        behind = (
            Edition.objects.live()
            .filter(article=OuterRef("pk"))
            .exclude(revision=Subquery(newest.values("pk")[:1]))
        )
        changelist.result_list = changelist.result_list.annotate(behind=Exists(behind))
        return changelist

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "body":
            kwargs["widget"] = BodyEditor()
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
        workflow.record(form.instance, "edit" if change else "create", request.user)

    def has_delete_permission(self, request, obj=None):
        """What readers have seen is withdrawn, never deleted."""
        seen = obj is not None and obj.editions.exists()
        return not seen and super().has_delete_permission(request, obj)

    @admin.action(description=_("Publish the selected articles"), permissions=["publish"])
    def publish_selected(self, request, queryset):
        done = 0
        for article in queryset:
            problems = make(request, article, "publish")
            done += not problems
            for problem in problems:
                self.message_user(request, f"{article}: {problem}", messages.ERROR)
        if done:
            text = ngettext("%(count)s article published.", "%(count)s articles published.", done)
            self.message_user(request, text % {"count": done}, messages.SUCCESS)

    def has_publish_permission(self, request):
        return request.user.has_perm("articles.publish_article")

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context |= self.moves_of(request, obj)
        if obj is not None:
            live, newest = list(obj.editions.live()), obj.revisions.first()
            context |= self.suggestions_of(request, obj) | {
                "live_editions": live,
                "newest_revision": newest,
                "behind": newest and any(one.revision_id != newest.pk for one in live),
                "recent_events": obj.events.select_related("by")[:RECENT],
                "intake": obj.intake_items.from_outside().first(),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description=_("state"), ordering="state")
    def standing(self, article):
        told = _("Changed since, not published") if article.behind else ""
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
