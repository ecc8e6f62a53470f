"""The text doctor's page for one article: it proposes, an editor accepts. Writes via workflow."""

import html
import re
from dataclasses import dataclass, field

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import revisions, workflow
from articles.models import Article
from articles.text.lint import apply, lint
from articles.text.lint_html import lint_html
from articles.text.rules import BY_NAME
from articles.text.showing import in_its_word, visible

# More rows than that are no help; the others come once these are done.
MOST_ROWS = 300
AROUND = 45
_BLOCK_ENDS = re.compile(r"</(?:p|li|h\d|blockquote|footer|t[dhr])>|<br>")
_TAGS = re.compile(r"^[^<>]*>|<[^<>]*>|<[^<>]*$")


@dataclass
class Row:
    """A line of the page with its box: one suggestion, or every place of one safe correction."""

    column: str
    rule: str
    before: str
    after: str
    found: str
    context: tuple
    places: list = field(default_factory=list)

    @property
    def value(self):
        """What the box sends: the field, the rule and where the findings begin."""
        return f"{self.column}:{self.rule}:{','.join(map(str, self.places))}"


class DoctoringAdmin:
    """Adds the page to an article's admin: …/<pk>/doctor/."""

    def get_urls(self):
        page = self.admin_site.admin_view(self.doctor_view)
        return [
            path("<path:object_id>/doctor/", page, name="articles_article_doctor"),
            *super().get_urls(),
        ]

    def doctor_view(self, request, object_id):
        article = self.get_object(request, object_id)
        if article is None:
            raise Http404
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        if request.method == "POST":
            self.accept(request, article)
            return HttpResponseRedirect(reverse("admin:articles_article_doctor", args=[article.pk]))
        newest = article.revisions.first()
        context = self.admin_site.each_context(request) | {
            "title": _("Text doctor"),
            "opts": self.opts,
            "article": article,
            "revision": newest.number if newest else "",
            **sheet(article),
        }
        return TemplateResponse(request, "admin/articles/article/doctor.html", context)

    def accept(self, request, article):
        """Put right what was ticked, unless the article is no longer the one that was looked at."""
        chosen = request.POST.getlist("accept")
        if not chosen:
            return self.message_user(request, _("Tick what you accept."), messages.WARNING)
        try:
            with transaction.atomic():
                article = workflow.lock(article)
                newest = article.revisions.select_related("by").first()
                if str(newest.number if newest else "") != request.POST.get("_revision"):
                    return self.message_user(request, _overtaken(newest), messages.ERROR)
                values, count = corrected(article, chosen)
                if values:
                    note = _("With the text doctor.")
                    workflow.edit(article, values, by=request.user, note=note)
        except workflow.NotAllowed as refusal:
            return self.message_user(request, str(refusal), messages.ERROR)
        text = ngettext("%(count)s place put right.", "%(count)s places put right.", count)
        return self.message_user(request, text % {"count": count}, messages.SUCCESS)


def columns():
    """Yield every text of an article: its column, its field, its language."""
    for language, _name in settings.LANGUAGES:
        for name in revisions.TRANSLATED:
            yield f"{name}_{language}", name, language


def examine(article, column):
    """Return one text of the article and what the doctor finds in it."""
    text = getattr(article, column) or ""
    return text, lint_html(text) if column.rpartition("_")[0] in revisions.HTML else lint(text)


def sheet(article):
    """What the page shows: texts with findings, their rules, the rows of each; and if more wait."""
    texts, rows = [], 0
    for column, name, language in columns():
        text, found = examine(article, column)
        rules = {}
        for one in found:
            before, after = in_its_word(text, one)
            # Safe ones of one word are one decision; a suggestion is one each.
            key = (before, after) if one.is_safe else one.start
            group = rules.setdefault(one.rule, {})
            if key not in group:
                if rows == MOST_ROWS:
                    continue
                rows += 1
                group[key] = Row(
                    column,
                    one.rule,
                    visible(html.unescape(before), blank="␣"),
                    visible(html.unescape(after), blank="␣"),
                    visible(html.unescape(one.before)),
                    around(text, one),
                )
            group[key].places.append(one.start)
        if any(rules.values()):
            label = capfirst(Article._meta.get_field(name).verbose_name)
            groups = [(BY_NAME[rule], list(group.values())) for rule, group in rules.items()]
            groups.sort(key=lambda pair: pair[0].kind)
            texts.append({"label": label, "language": language, "rules": groups})
    return {"texts": texts, "more_wait": rows == MOST_ROWS}


def corrected(article, chosen):
    """Return the texts that change, by column, and in how many places; only findings are done."""
    wanted = {}
    for value in chosen:
        column, _colon, rest = value.partition(":")
        rule, _colon, places = rest.partition(":")
        wanted.setdefault(column, set()).update((rule, place) for place in places.split(","))
    values, count = {}, 0
    for column, name, _language in columns():
        if column not in wanted:
            continue
        text, found = examine(article, column)
        accepted = [one for one in found if (one.rule, str(one.start)) in wanted[column]]
        fixed = apply(text, accepted, suggestions=True)
        longest = Article._meta.get_field(name).max_length
        if accepted and not (longest and len(fixed) > longest):
            values[column] = fixed
            count += len(accepted)
    return values, count


def around(text, one):
    """Some whole words before and behind a finding, without tags."""
    before = _without_tags(text[max(0, one.start - 4 * AROUND) : one.start])
    after = _without_tags(text[one.end : one.end + 4 * AROUND])
    if len(before) > AROUND:
        before = before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0]
    return before, after


def _without_tags(markup):
    """The text of a cut of markup; where a block ended, a blank."""
    return html.unescape(_TAGS.sub("", _BLOCK_ENDS.sub(" ", markup)))


def _overtaken(revision):
    return _(
        "%(name)s saved this article after you opened the page. Look at what is found now and"
        " accept again."
    ) % {"name": (revision and revision.by) or _("The system")}
