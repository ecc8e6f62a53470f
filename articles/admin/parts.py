"""The parts of an article that a version holds, as a form sends them and as people read them.

Each part reads its value from a form and puts one into it, in the shape that a version keeps
(`articles.revisions`); says when two values are the same; and joins two changes where it can.
"""

import re
from datetime import date, datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.text import capfirst

from articles import revisions
from articles.admin.row_parts import NOTHING, BylinesPart, FiguresPart, Part, plain
from articles.admin.telling import day_of, time_of
from articles.models import Article, Tag
from articles.models.taxonomy import tags_from_text
from articles.text.compare import Kind, compare, compare_html, merge, merge_html
from articles.text.fold import fold

# Two paragraphs would be no merge of these.
ONE_LINE = ("title", "dateline", "caption", "claim", "claimant", "verdict_sentence", "box_title")
IS_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class TextPart(Part):
    """A title, lead, body … in one language."""

    is_text = True

    def __init__(self, column, label, language):
        self.name, self.label, self.language = column, label, language
        self.field = column.removesuffix(f"_{language}")
        self.is_html = self.field in revisions.HTML

    def read(self, posted):
        return plain(posted.get(self.name, ""))

    def put(self, posted, value):
        posted[self.name] = value

    def same(self, one, other):
        one, other = plain(one), plain(other)
        if one == other or not self.is_html:
            return one == other
        # The editor writes the same text in tags of its own, once somebody typed in it.
        return all(paragraph.kind == Kind.KEPT for paragraph in compare_html(one, other))

    def compare(self, old, new):
        """The paragraphs of both, word by word."""
        return (compare_html if self.is_html else compare)(plain(old), plain(new))

    def merge(self, was, mine, theirs):
        """Both changes in one text; None for a line that would become two."""
        three = (plain(one) for one in (was, mine, theirs))
        merged = (merge_html if self.is_html else merge)(*three)
        return None if self.field in ONE_LINE and not merged.clean else merged


class ValuePart(Part):
    """A section, a kind, a picture, a time: one value, chosen and not written."""

    def __init__(self, form, name):
        self.form, self.name = form, name
        self.field = form.fields[name]
        self.label = capfirst(self.field.label)
        self.model_field = Article._meta.get_field(name)

    def read(self, posted):
        given = self.field.widget.value_from_datadict(posted, {}, self.name)
        try:
            value = self.field.clean(given)
        except ValidationError:
            return given
        return value.pk if isinstance(value, models.Model) else value or None

    def put(self, posted, value):
        value = moment(value)
        if isinstance(value, datetime):
            widget = self.field.widget
            pieces = zip(widget.widgets, widget.decompress(timezone.localtime(value)), strict=True)
            for number, (part, piece) in enumerate(pieces):
                posted[f"{self.name}_{number}"] = part.format_value(piece) or ""
        elif isinstance(value, date):
            posted[self.name] = self.field.widget.format_value(value)
        elif isinstance(self.model_field, models.DateTimeField):
            posted[f"{self.name}_0"] = posted[f"{self.name}_1"] = ""
        else:
            posted[self.name] = "" if value is None else str(value)

    def same(self, one, other):
        return (moment(one) or None) == (moment(other) or None)

    def shown(self, value):
        """The value for people, as a list of one or none."""
        value = moment(value)
        if value in (None, ""):
            return []
        if isinstance(value, datetime):
            return [time_of(value)]
        if isinstance(value, date):
            return [day_of(value)]
        if isinstance(value, list):
            return [" ".join(filter(None, value))]
        if self.model_field.is_relation:
            found = self.model_field.related_model.objects.filter(pk=value).first()
            return [str(found or NOTHING)]
        return [str(dict(self.model_field.flatchoices).get(value, value))]


class TagsPart(Part):
    """The tags: what either side added or took away holds."""

    name = "tags"

    def __init__(self, label):
        self.label = label

    def read(self, posted):
        return tags_from_text(posted.get(self.name, ""))

    def put(self, posted, value):
        posted[self.name] = "، ".join(self.shown(value))

    def same(self, one, other):
        return set(map(fold, one)) == set(map(fold, other))

    def join(self, was, mine, theirs):
        was, held, theirs = ({fold(name): name for name in side} for side in (was, mine, theirs))
        gone, come = was.keys() - theirs.keys(), theirs.keys() - was.keys() - held.keys()
        kept = [name for folded, name in held.items() if folded not in gone]
        return kept + [theirs[folded] for folded in sorted(come)]

    def shown(self, value):
        """Versions keep folded names: give those of the tags themselves."""
        wanted = [fold(name) for name in value]
        names = dict(Tag.objects.filter(folded__in=wanted).values_list("folded", "name_ar"))
        return [names.get(folded, name) for folded, name in zip(wanted, value, strict=True)]


def moment(value):
    """Times to the minute, which is what a form shows, days as days; all else as it is."""
    if isinstance(value, str):
        try:
            if IS_DAY.fullmatch(value):
                return date.fromisoformat(value)
            value = datetime.fromisoformat(value)
        except ValueError:
            return value
    if not isinstance(value, datetime) or timezone.is_naive(value):
        return value
    return value.replace(second=0, microsecond=0)


def parts_of(form, article, content):
    """Return the parts by name that both a version's ``content`` and the form have, in order."""
    found = {}
    for language, _name in settings.LANGUAGES:
        for field in revisions.TRANSLATED:
            column = f"{field}_{language}"
            if column in form.fields:
                found[column] = TextPart(column, capfirst(form.fields[column].label), language)
    for name in form.fields:
        if name in content and name not in found and name != "tags":
            found[name] = ValuePart(form, name)
    if "tags" in form.fields:
        found["tags"] = TagsPart(capfirst(form.fields["tags"].label))
    bylines = capfirst(Article._meta.get_field("bylines").related_model._meta.verbose_name_plural)
    figures = capfirst(Article._meta.get_field("figures").related_model._meta.verbose_name_plural)
    rows = (BylinesPart(article, bylines), FiguresPart(article, figures))
    return found | {part.name: part for part in rows}


def loose_parts_of(form, content):
    """The parts of the form that no version holds: who works on it, by when."""
    columns = {field.name for field in Article._meta.concrete_fields} - content.keys()
    return {name: ValuePart(form, name) for name in form.fields if name in columns}


def standing_of(article, names):
    """How the database has these fields now, as plain JSON values."""
    columns = {name: Article._meta.get_field(name).attname for name in names}
    row = Article.objects.filter(pk=article.pk).values(*columns.values()).first() or {}
    values = {name: row.get(column) for name, column in columns.items()}
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in values.items()
    }
