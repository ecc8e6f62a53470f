"""Bring an earlier version of an article back. What is gone since is left out, and told."""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from articles import revisions
from articles.models import (
    Alias,
    Author,
    Category,
    Citation,
    Image,
    Kind,
    Origin,
    Role,
    Source,
    Tag,
    Verdict,
)
from articles.workflow.errors import NotAllowed
from articles.workflow.writing import lock, not_overtaken, record, require_to_write, write

LANGUAGES = [language for language, _name in settings.LANGUAGES]


@transaction.atomic
def restore(article, revision, by=None, *, seen=None):
    """Make a new version with the content of an earlier one; return what could not be brought back.

    The answer is a list of sentences, empty when all is as it was; they also stand in the history.
    ``seen``: the number of the newest version that was looked at. Raises NotAllowed or Overtaken,
    having changed nothing.

        >>> restore(article, article.revisions.get(number=3), by=editor)
        ['The section of that version is no longer there.']
    """
    article = lock(article)
    require_to_write(article, by)
    if seen is not None:
        not_overtaken(article, seen)
    if revision.article_id != article.pk:
        raise NotAllowed(_("This version belongs to another article."))
    if revisions.same(revisions.content_of(article), revision.content):
        raise NotAllowed(_("The article says already what this version says."))
    left_out = put_back(article, revision.content)
    note = " ".join([_("The text of version %(number)s.") % {"number": revision.number}, *left_out])
    record(article, "restore", by, note, {"revision": revision.number})
    return left_out


def put_back(article, content):
    """Write the content of a version into the article; return what could not be, as sentences.

    The caller holds the article's row, has asked for the right, and calls `record` afterwards.
    """
    left_out = []
    values = {
        name: content[name]
        for language in LANGUAGES
        for field in revisions.TRANSLATED
        if (name := f"{field}_{language}") in content
    }
    if content.get("kind") in Kind.values:
        values["kind"] = content["kind"]
    values |= _claim(content)
    values |= _dates(article, content)
    values |= _pointed_at(content, left_out)
    values["tags"] = _tags(content, left_out)
    values["bylines"] = _bylines(content, left_out)
    values["figures"] = _figures(content, left_out)
    write(article, values)
    if "citations" in content:
        _cite(article, content["citations"], left_out)
    return left_out


def _claim(content):
    """What a fact check says of its claim that is no text; a version of before knew none."""
    verdict, day = content.get("verdict"), content.get("claim_at")
    return {
        "verdict": verdict if verdict in Verdict.values else "",
        "claim_at": day and date.fromisoformat(day),
        "claim_url": content.get("claim_url") or "",
    }


def _dates(article, content):
    """The dates of the version; an article that readers have had keeps the day it came out."""
    embargo = content.get("embargo_until")
    values = {"embargo_until": embargo and datetime.fromisoformat(embargo)}
    published = content.get("published_at")
    if published or not article.editions.exists():
        values["published_at"] = published and datetime.fromisoformat(published)
        values["date_basis"] = content.get("date_basis", article.date_basis)
    return values


def _pointed_at(content, left_out):
    """The section and the picture, where they still exist."""
    values = {}
    for name, model, sentence in (
        ("category", Category, _("The section of that version is no longer there.")),
        ("image", Image, _("The picture of that version is no longer there.")),
    ):
        number = content.get(name)
        values[name] = model.objects.filter(pk=number).first() if number else None
        if number and values[name] is None:
            del values[name]
            left_out.append(sentence)
    return values


def _tags(content, left_out):
    """The tags by their folded names; one that was merged into another is the other now."""
    wanted = content.get("tags", [])
    found = {tag.folded: tag for tag in Tag.objects.filter(folded__in=wanted)}
    spelled = Alias.objects.filter(tag__isnull=False, folded__in=set(wanted) - found.keys())
    found |= {alias.folded: alias.tag for alias in spelled.select_related("tag")}
    left_out += [
        _("The tag “%(name)s” is no longer there.") % {"name": name}
        for name in wanted
        if name not in found
    ]
    return list(dict.fromkeys(found[name] for name in wanted if name in found))


def _bylines(content, left_out):
    wanted = [tuple(one) for one in content.get("bylines", [])]
    authors = Author.objects.in_bulk([number for number, *_rest in wanted])
    lines = []
    for number, role, *only in dict.fromkeys(wanted):
        if number in authors and role in Role.values:
            lines.append((authors[number], role, *only))
        else:
            left_out.append(_("Somebody who signed that version is no longer there."))
    return lines


def _figures(content, left_out):
    """The further pictures that still exist, each where it stood."""
    wanted = content.get("figures", [])
    images = Image.objects.in_bulk({one["image"] for one in wanted})
    if len(images) < len({one["image"] for one in wanted}):
        left_out.append(_("A further picture of that version is no longer there."))
    return [one | {"image": images[one["image"]]} for one in wanted if one["image"] in images]


def _cite(article, wanted, left_out):
    """Set the editor's citations as they were; what is found in the text, recognition brings."""
    sources = set(
        Source.objects.filter(pk__in=[one["source"] for one in wanted]).values_list("pk", flat=True)
    )
    article.citations.filter(origin=Origin.EDITOR).delete()
    for one in wanted:
        if one["source"] not in sources:
            passage = one["passage"][:60]
            left_out.append(
                _("The source of “%(passage)s…” is no longer there.") % {"passage": passage}
            )
            continue
        same = {"language": one["language"], "passage": one["passage"]}
        article.citations.filter(source_id=one["source"], **same).delete()
        rest = {name: one.get(name, "") for name in ("how", "url", "note")}
        Citation.objects.create(
            article=article,
            source_id=one["source"],
            position=one.get("position", 0),
            origin=Origin.EDITOR,
            **same,
            **rest,
        )
