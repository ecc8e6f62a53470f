"""A form that somebody else's save overtook: both texts word by word, and a choice. Saves nothing.

What only one of the two changed needs no choice. Nothing typed is lost whatever is chosen: theirs
is a version of the article, mine stands in the form and in the browser.
"""

import json
from dataclasses import dataclass, replace

from django import forms
from django.contrib import messages
from django.utils.translation import gettext_lazy as _

from articles.admin.base import LANGUAGE_LABELS, LEFT_TO_RIGHT
from articles.admin.parts import loose_parts_of, parts_of, standing_of
from articles.admin.reconciling import carry, reconcile, settle
from articles.admin.telling import name_of, time_of
from articles.differences import draw
from articles.models import Article


@dataclass(frozen=True)
class Shown:
    """A part for the page: ``stretches`` of words for a text, else ``was`` and ``now`` as lists."""

    name: str
    label: str
    field: str = ""
    language: str = ""
    direction: str = "rtl"
    stretches: tuple = ()
    was: list = ()
    now: list = ()
    theirs: str = ""
    merged: str | None = None
    clashes: int = 0


class ArticleForm(forms.ModelForm):
    """Not valid as long as somebody has not seen what was saved meanwhile."""

    overtaken = False

    def clean(self):
        cleaned = super().clean()
        if self.overtaken:
            self.add_error(
                None, _("Not saved yet: look at what was saved meanwhile, then save again.")
            )
        return cleaned


class OvertakenAdmin:
    """Before a form is read, brings it together with what was saved since it was opened."""

    def bring_together(self, request, object_id):
        """Change what the form says (``request.POST``); remember what the page has to show.

        The article's row is held, so that of two saves at once the second sees the first.
        """
        article = Article.objects.filter(pk=object_id).first()
        if article is None or not self.has_change_permission(request, article):
            return
        posted = request.POST.copy()
        form = self.get_form(request, article, change=True)(posted, instance=article)
        newest = article.revisions.first()
        if newest is None:
            return
        parts, loose = parts_of(form, article, newest.content), loose_parts_of(form, newest.content)
        left = settle(posted, article, parts)
        request.overtaking = reconcile(posted, article, parts, left)
        for part, now, mine_wins in carry(posted, standing_of(article, loose), loose):
            told = _("Changed meanwhile and left so: %(what)s, now %(value)s.")
            if mine_wins:
                told = _(
                    "Changed meanwhile too: %(what)s was %(value)s; yours stands in its place."
                )
            value = "".join(part.shown(now)) or _("nothing")
            self.message_user(request, told % {"what": part.label, "value": value}, messages.INFO)
        request.POST = posted

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.overtaken = bool(getattr(request, "overtaking", None))
        return form

    def render_change_form(self, request, context, *args, **options):
        outcome = getattr(request, "overtaking", None)
        if outcome is not None:
            context["overtaken"] = page_of(outcome)
        form, newest = context["adminform"].form, context.get("newest_revision")
        if newest is not None:
            loose = loose_parts_of(form, newest.content)
            context["standing"] = json.dumps(standing_of(form.instance, loose))
        return super().render_change_form(request, context, *args, **options)


def page_of(outcome):
    """What the page shows of an outcome."""
    newest = outcome.newest
    taken = [shown(one.part, one.was, one.theirs) for one in outcome.taken]
    return {
        "name": name_of(newest.by),
        "time": time_of(newest.at),
        "base": outcome.base.number,
        "asked": " ".join(one.part.name for one in outcome.disputes),
        "taken": taken,
        "facts": [told(one) for one in taken if not one.stretches],
        "disputes": [disputed(one) for one in outcome.disputes],
        "has_texts": any(one.part.is_text for one in outcome.disputes),
    }


def told(one):
    """Of a list that changed only what came and went, unless nothing but its order did."""
    gone = [name for name in one.was if name not in one.now]
    come = [name for name in one.now if name not in one.was]
    return replace(one, was=gone, now=come) if gone or come else one


def shown(part, old, new, **more):
    """A part for the page, with what became of ``old`` in ``new``."""
    if not part.is_text:
        return Shown(part.name, part.label, was=part.shown(old), now=part.shown(new), **more)
    is_arabic = part.language == "ar"
    return Shown(
        part.name,
        part.label if is_arabic else f"{part.label} ({LANGUAGE_LABELS[part.language]})",
        part.field,
        part.language,
        "ltr" if part.language in LEFT_TO_RIGHT else "rtl",
        stretches=tuple(draw(part.compare(old, new))),
        **more,
    )


def disputed(one):
    """Theirs and mine side by side: what only they have is struck out, what only I have stands."""
    if not one.part.is_text:
        return shown(one.part, one.theirs, one.mine)
    merged = one.merged
    return shown(
        one.part,
        one.theirs,
        one.mine,
        theirs=one.theirs,
        merged=merged.text if merged else None,
        clashes=len(merged.conflicts) if merged else 0,
    )
