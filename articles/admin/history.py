"""The history of an article: what was done to it, its versions, two of them compared, one back.

Shows and asks; nothing of what happened can be changed here. Bringing back is workflow's.
"""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from articles import revisions, workflow
from articles.admin.changes import facts, texts, tongues
from articles.admin.timeline import LIVE, entries, name_of, page_of
from articles.models import Revision

EMPTY = Revision(number=0, content={})
LONGEST_NUMBER = 9


class HistoryAdmin:
    """Adds …/<pk>/history/ to an article's admin: lines, two versions compared, the way back."""

    def get_urls(self):
        compare = self.admin_site.admin_view(self.compare_view)
        restore = self.admin_site.admin_view(self.restore_view)
        return [
            path("<int:pk>/history/compare/", compare, name="articles_article_compare"),
            path("<int:pk>/history/<int:number>/", restore, name="articles_article_restore"),
            *super().get_urls(),
        ]

    def history_view(self, request, object_id, extra_context=None):
        """One timeline of versions and events, newest first."""
        article = self.get_object(request, unquote(object_id))
        if article is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        self.require_to_look(request, article)
        page = page_of(article, request.GET.get("page"))
        found = entries(article, page)
        versions = [entry.revision.number for entry in found if entry.revision]
        context = {
            "title": _("History"),
            "entries": found,
            "page": page,
            "page_range": page.paginator.get_elided_page_range(page.number),
            "chosen_new": versions[0] if versions else None,
            "chosen_old": versions[1] if len(versions) > 1 else None,
            "can_compare": len(versions) > 1,
            "newest": article.revisions.values_list("number", flat=True).first(),
            "may_edit": workflow.may_edit(article, request.user),
            **(extra_context or {}),
        }
        return self.history_page(request, article, "history", context)

    def compare_view(self, request, pk):
        """Two versions beside each other, word by word, in one language."""
        article = self.article_to_look_at(request, pk)
        wanted = request.GET.get("language", "")
        live = {one.language: one.revision_id for one in article.editions.live()}
        old, new = self.asked_sides(request, article, live.get(wanted, article.live_revision_id))
        languages = tongues(old.content, new.content)
        language = next((one for one in languages if one.code == wanted), None) or next(
            (one for one in languages if one.changed), languages[0] if languages else None
        )
        newest = article.revisions.values_list("number", flat=True).first()
        context = {
            "title": _("What changed"),
            "old": old,
            "new": new,
            "sides": [old, new],
            "old_asked": request.GET.get("old") or old.number,
            "new_asked": request.GET.get("new") or new.number,
            "old_name": name_of(old, live.values(), newest),
            "new_name": name_of(new, live.values(), newest),
            "languages": languages,
            "language": language,
            "texts": texts(old.content, new.content, language.code) if language else [],
            "facts": facts(old.content, new.content),
            "differ": not revisions.same(old.content, new.content),
            "newest": newest,
            "previous": (old.number - 1, old.number) if old.number > 0 else None,
            "next": (new.number, new.number + 1) if new.number < newest else None,
            "may_edit": workflow.may_edit(article, request.user),
        }
        return self.history_page(request, article, "compare", context)

    def asked_sides(self, request, article, live):
        """The two versions that the address names, the earlier one first; the last two, unless."""
        newest = article.revisions.first() or EMPTY
        found = []
        for name, default in (("old", max(newest.number - 1, 0)), ("new", newest.number)):
            asked = request.GET.get(name, "") or str(default)
            if asked == "0":
                found.append(EMPTY)
                continue
            rows = article.revisions.select_related("by")
            if asked == LIVE:
                found.append(rows.filter(pk=live).first())
            elif asked.isascii() and asked.isdecimal() and len(asked) <= LONGEST_NUMBER:
                found.append(rows.filter(number=asked).first())
            else:
                found.append(None)
        if None in found:
            raise Http404
        return sorted(found, key=lambda revision: revision.number)

    def restore_view(self, request, pk, number):
        """Say what bringing a version back would change, and do it when that is confirmed."""
        article = self.article_to_look_at(request, pk)
        revision = article.revisions.select_related("by").filter(number=number).first()
        if revision is None:
            raise Http404
        if not workflow.may_edit(article, request.user):
            raise PermissionDenied
        if request.method == "POST":
            return self.restore(request, article, revision)
        newest = article.revisions.first()
        languages = [one for one in tongues(newest.content, revision.content) if one.changed]
        context = {
            "title": _("Bring version %(number)s back") % {"number": number},
            "revision": revision,
            "newest": newest.number,
            "tongues": [
                (one, texts(newest.content, revision.content, one.code)) for one in languages
            ],
            "facts": facts(newest.content, revision.content),
            "same": revisions.same(newest.content, revision.content),
        }
        return self.history_page(request, article, "restore", context)

    def restore(self, request, article, revision):
        seen = request.POST.get("_seen", "")
        options = (
            {"seen": int(seen[:LONGEST_NUMBER])} if seen.isascii() and seen.isdecimal() else {}
        )
        page = reverse("admin:articles_article_history", args=[article.pk])
        try:
            left_out = workflow.restore(article, revision, request.user, **options)
        except workflow.Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return HttpResponseRedirect(page)
        done = _("Version %(number)s is back, as a new version. Readers see what they saw before.")
        self.message_user(request, done % {"number": revision.number}, messages.SUCCESS)
        for sentence in left_out:
            self.message_user(request, sentence, messages.WARNING)
        return HttpResponseRedirect(page)

    def article_to_look_at(self, request, pk):
        article = self.get_object(request, str(pk))
        if article is None:
            raise Http404
        self.require_to_look(request, article)
        return article

    def require_to_look(self, request, article):
        if not self.has_view_or_change_permission(request, article):
            raise PermissionDenied

    def history_page(self, request, article, name, context):
        context = self.admin_site.each_context(request) | {
            "opts": self.opts,
            "article": article,
            **context,
        }
        return TemplateResponse(request, f"admin/articles/article/{name}.html", context)
