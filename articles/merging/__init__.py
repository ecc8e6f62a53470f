"""Make one of two: a tag, a source or a name that was entered twice. Nothing that is read is lost.

Articles, spellings, lists and the pages readers have move to the one that stays; the addresses of
the other lead there. No article is written or published anew.
"""

import json
from dataclasses import dataclass

from django.conf import settings
from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from articles import addresses, search, turns
from articles.editions import placing
from articles.merging import twice
from articles.merging.rows import CITED_TWICE, KINDS
from articles.models import Alias, Edition, Entity
from articles.text.fold import fold

LANGUAGES = [language for language, _name in settings.LANGUAGES]


class Refused(Exception):
    """These two can not become one, or not by this person; nothing was changed. Says why."""


@dataclass(frozen=True)
class Merged:
    """What became of a merge: the one that stayed, and how many readers' pages show it instead."""

    kept: object
    editions: int


@transaction.atomic
def merge(kept, gone, by=None):
    """Let ``kept`` stand for ``gone`` too, and delete ``gone``.

    Both are tags, both sources or both entities; entities of two kinds are two things, but a
    topic may be whatever the other is. ``kept`` keeps its name, its kind and its address, and
    takes what it lacks (a name in another language, a description, a domain). ``by`` needs the
    right to change the one and to delete the other; None is the operator. Raises Refused, having
    changed nothing, also when articles are being written so busily that it can not begin.

        >>> merge(Tag.objects.get(slug="تركيا"), Tag.objects.get(slug="تركيه"), by=editor)
        Merged(kept=<Tag: تركيا>, editions=12)
    """
    require(kept, gone, by)
    try:
        turns.alone()
    except turns.Busy as busy:
        raise Refused(_("Articles are being saved just now. Try again in a moment.")) from busy
    kept, gone = _as_they_stand(kept, gone)
    former = {language: _address(gone, language) for language in LANGUAGES}
    title, number = str(gone), gone.pk
    _take_what_is_lacking(kept, gone)
    shown = _move(kept, gone, former)
    search.index_labelled.enqueue(search.label_of(KINDS[kept._meta.model_name].list, number))
    gone.delete()
    kept.save()
    _keep_spellings(kept, gone)
    for language in LANGUAGES:
        addresses.remember(former[language], _address(kept, language))
    _log(kept, title, number, by)
    return Merged(kept, shown)


def require(kept, gone, by=None):
    """Raise Refused, with a sentence for people, unless ``by`` may make one of these two."""
    if type(kept) is not type(gone) or kept._meta.model_name not in KINDS:
        raise Refused(_("Only two of the same sort can become one."))
    if kept.pk == gone.pk:
        raise Refused(_("One thing can not be merged with itself."))
    if isinstance(kept, Entity) and kept.is_another_kind_than(gone):
        raise Refused(
            _(
                "“%(one)s” (%(one_kind)s) and “%(other)s” (%(other_kind)s) are two things, even of "
                "one name. If a kind is wrong, set it to “%(topic)s” first."
            )
            % {
                "one": kept,
                "one_kind": kept.kind_label,
                "other": gone,
                "other_kind": gone.kind_label,
                "topic": Entity.Kind.TOPIC.label,
            }
        )
    if not may(by, type(kept)):
        raise Refused(_("You have no right to do this. Ask an editor."))


def may(by, model):
    """Whether this person may merge rows of a model; None is the operator, who may."""
    names = [f"articles.{verb}_{model._meta.model_name}" for verb in ("change", "delete")]
    return by is None or by.has_perms(names)


def _as_they_stand(*things):
    """Lock both in the order of their keys; somebody may have merged or deleted one meanwhile."""
    model = type(things[0])
    rows = model.objects.select_for_update().order_by("pk")
    found = {one.pk: one for one in rows.filter(pk__in=[one.pk for one in things])}
    for one in things:
        if one.pk not in found:
            raise Refused(_("“%(name)s” is no longer there.") % {"name": one})
    return [found[one.pk] for one in things]


def _take_what_is_lacking(kept, gone):
    fields = [f"{field}_{language}" for field in ("name", "description") for language in LANGUAGES]
    for field in [*fields, "domain"]:
        if hasattr(kept, field) and not getattr(kept, field):
            setattr(kept, field, getattr(gone, field))
    if isinstance(kept, Entity):
        kept.same_as = "\n".join(dict.fromkeys([*kept.same_as_links, *gone.same_as_links]))


def _move(kept, gone, former):
    """Move all that points at the one that goes, and what editions show of it; count those."""
    kind = KINDS[kept._meta.model_name]
    lists = [[placing.key(one, kind.list, thing.pk) for one in LANGUAGES] for thing in (kept, gone)]
    values = {
        "kept": kept.pk,
        "gone": gone.pk,
        "gone_lists": lists[1],
        "shown": json.dumps({one: _shown(kept, one) for one in LANGUAGES}),
        "kept_links": json.dumps({one: f'href="{_address(kept, one)}"' for one in LANGUAGES}),
        "gone_links": json.dumps({one: f'href="{former[one]}"' for one in LANGUAGES}),
    }
    with connection.cursor() as cursor:
        cursor.execute(kind.showing, values)
        values["editions"] = [pk for (pk,) in cursor.fetchall()]
        for statement in (*kind.rows, kind.editions):
            cursor.execute(statement, values)
        shown = cursor.rowcount
        if kind.list == "source":
            cursor.execute(CITED_TWICE, values)
            for (pk,) in cursor.fetchall():
                twice.once(Edition.objects.only("body", "cited").get(pk=pk))
    for stays, goes in zip(*lists, strict=True):
        placing.join(stays, goes)
    return shown


def _shown(thing, language):
    """What an edition holds of a tag or a source; see ``editions.make``."""
    name = getattr(thing, f"name_{language}") or thing.name_ar
    return {thing._meta.model_name: thing.pk, "name": name, "slug": thing.slug}


def _keep_spellings(kept, gone):
    """What the other was called leads to the one that stays: typed, imported or read in a text."""
    owner = kept._meta.model_name
    held = Alias.objects.filter(**{f"{owner}__isnull": False})
    for language in LANGUAGES:
        text = getattr(gone, f"name_{language}") or ""
        folded = fold(text)
        if not folded or held.filter(folded=folded).exists():
            continue
        if not type(kept).objects.filter(folded=folded).exists():
            Alias.objects.create(text=text, **{owner: kept})


def _address(thing, language):
    with translation.override(language):
        return thing.get_absolute_url()


def _log(kept, title, number, by):
    """Note in the newsroom's record who made one of two; the operator has the server's own."""
    if by is None:
        return
    with translation.override(settings.LANGUAGE_CODE):
        told = {
            CHANGE: (kept.pk, kept, _("“%(name)s” (%(number)s) became part of it.")),
            DELETION: (number, title, _("It became part of “%(kept)s” (%(kept_number)s).")),
        }
        values = {"name": title, "number": number, "kept": kept, "kept_number": kept.pk}
        for flag, (pk, name, message) in told.items():
            LogEntry.objects.create(
                user=by,
                content_type=ContentType.objects.get_for_model(kept),
                object_id=str(pk),
                object_repr=str(name)[:200],
                action_flag=flag,
                change_message=message % values,
            )
