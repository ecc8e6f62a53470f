"""What changed between two versions of an article: its texts by language, and all that is no text.

Reads the contents of versions (`articles.revisions`) and gives values for templates. Few queries,
however much changed.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.conf import settings
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from articles import revisions
from articles.admin.base import LEFT_TO_RIGHT
from articles.differences import counted, draw
from articles.models import (
    Article,
    Author,
    Category,
    DateBasis,
    Image,
    Kind,
    Role,
    Source,
    Tag,
    Verdict,
)
from articles.text.compare import compare, compare_html
from articles.text.dates import long_date

LANGUAGES = [language for language, _name in settings.LANGUAGES]
CAPTIONS = [f"caption_{language}" for language in LANGUAGES]
LONGEST_PASSAGE = 120
IN_LANGUAGE = {"ar": gettext_lazy("in Arabic"), "en": gettext_lazy("in English")}


@dataclass
class Text:
    """One text of an article in one language, compared: «العنوان», «المتن» …"""

    field: str
    label: str
    stretches: list
    added: int = 0
    removed: int = 0


@dataclass
class Fact:
    """One thing beside the texts that changed: what it was and what it is, as words."""

    label: str
    was: list = field(default_factory=list)
    now: list = field(default_factory=list)


@dataclass
class Tongue:
    """A language that has a text on either side."""

    code: str
    label: str
    changed: int

    @property
    def direction(self):
        return direction_of(self.code)


def direction_of(language):
    """Which way a language is written, for ``dir``."""
    return "ltr" if language in LEFT_TO_RIGHT else "rtl"


def label_of(part):
    """The name of a part of a content: «العنوان», «العنوان (بالإنجليزية)», «القسم»."""
    name, _line, language = part.rpartition("_")
    if name in revisions.TRANSLATED and language in LANGUAGES:
        label = capfirst(Article._meta.get_field(name).verbose_name)
        if language == settings.LANGUAGE_CODE:
            return label
        return f"{label} ({language_name(language)})"
    return str(LABELS[part])


def language_name(language):
    """Say which language, in that of the page: «بالعربية»."""
    return str(IN_LANGUAGE.get(language, language))


def tongues(old, new):
    """The languages that have a text in either content, with how many texts changed in each."""
    found = []
    for language in LANGUAGES:
        columns = [f"{name}_{language}" for name in revisions.TRANSLATED]
        if any(content.get(column) for content in (old, new) for column in columns):
            changed = sum(old.get(one, "") != new.get(one, "") for one in columns)
            found.append(Tongue(language, language_name(language), changed))
    return found


def compared(old, new, name, language):
    """The paragraphs of one text in two contents, compared as what it is: HTML or plain."""
    column = f"{name}_{language}"
    before, after = old.get(column) or "", new.get(column) or ""
    return (compare_html if name in revisions.HTML else compare)(before, after)


def texts(old, new, language):
    """The texts of one language that changed."""
    found = []
    for name in revisions.TRANSLATED:
        column = f"{name}_{language}"
        if (old.get(column) or "") != (new.get(column) or ""):
            paragraphs = compared(old, new, name, language)
            label = capfirst(Article._meta.get_field(name).verbose_name)
            found.append(Text(name, label, draw(paragraphs), *counted(paragraphs)))
    return found


def facts(old, new):
    """What changed beside the texts, as plain words, in the order of the article's page."""
    changed = revisions.changed_parts(old, new)
    return [
        Fact(label_of(part), *describe(old.get(part) or [], new.get(part) or []))
        for part, describe in DESCRIPTIONS.items()
        if part in changed
    ]


def _choice(choices):
    def describe(old, new):
        labels = dict(choices.choices)
        return [labels.get(old, old)] if old else [], [labels.get(new, new)] if new else []

    return describe


def _one(rows):
    """Name a row by its number; ``rows`` is the queryset of them."""

    def describe(old, new):
        found = rows().in_bulk([number for number in (old, new) if number])
        return tuple(
            [str(found.get(number) or _gone(number))] if number else [] for number in (old, new)
        )

    return describe


def _moment(old, new):
    return tuple([_written(datetime.fromisoformat(one))] if one else [] for one in (old, new))


def _written(moment):
    at = timezone.localtime(moment)
    return _("%(date)s, %(time)s") % {"date": _named_day(at), "time": f"{at:%H:%M}"}


def _day(old, new):
    return tuple([_named_day(date.fromisoformat(one))] if one else [] for one in (old, new))


def _named_day(day):
    return long_date(day, get_language(), months=settings.MONTH_NAMES, digits=settings.DIGITS)


def _plain(old, new):
    return [old] if old else [], [new] if new else []


def _tags(old, new):
    went, came = _difference(old, new)
    names = {tag.folded: tag.name for tag in Tag.objects.filter(folded__in=[*went, *came])}
    return [names.get(one, one) for one in went], [names.get(one, one) for one in came]


def _bylines(old, new):
    old, new = [tuple(one) for one in old], [tuple(one) for one in new]
    authors = Author.objects.in_bulk({number for number, *_rest in [*old, *new]})
    went, came = _difference(old, new)
    if not went and not came:
        # The same people in another order: then the whole order is the change.
        return tuple(["، ".join(_signature(one, authors) for one in side)] for side in (old, new))
    return tuple([_signature(one, authors) for one in side] for side in (went, came))


def _signature(byline, authors):
    number, role, *only = byline
    parts = [str(dict(Role.choices).get(role, role))]
    parts += [str(language_name(one)) for one in only if one]
    return f"{authors.get(number) or _gone(number)} ({'، '.join(parts)})"


def _citations(old, new):
    keys = ("source", "language", "passage", "how", "url", "note")
    old, new = ([tuple(one.get(key, "") for key in keys) for one in side] for side in (old, new))
    went, came = _difference(old, new)
    sources = Source.objects.in_bulk({number for number, *_rest in [*went, *came]})
    return tuple([_cited(one, sources) for one in side] for side in (went, came))


def _cited(citation, sources):
    number, _language, passage, *_rest = citation
    if len(passage) > LONGEST_PASSAGE:
        passage = passage[:LONGEST_PASSAGE].rpartition(" ")[0] + "…"
    return f"{sources.get(number) or _gone(number)}: «{passage}»"


def _figures(old, new):
    images = Image.objects.in_bulk({one["image"] for one in [*old, *new]})
    went, came = _difference(old, new)
    if not went and not came:
        # The same pictures in another order: then the whole order is the change.
        went, came = old, new
    return tuple([_pictured(one, images) for one in side] for side in (went, came))


def _pictured(figure, images):
    name = images.get(figure["image"]) or _gone(figure["image"])
    parts = [name_of_place(figure["after"])]
    parts += [figure[caption] for caption in CAPTIONS if figure.get(caption)]
    return f"{name} ({'، '.join(parts)})"


def name_of_place(after):
    """Say where a further picture stands: behind a paragraph of that number, or in the gallery."""
    if after is None:
        return _("in the gallery")
    return _("after paragraph %(number)s") % {"number": after}


def _difference(old, new):
    return [one for one in old if one not in new], [one for one in new if one not in old]


def _gone(number):
    return _("no longer there (number %(number)s)") % {"number": number}


# How the values of each part are said, in the order of the article's page.
DESCRIPTIONS = {
    "category": _one(Category.objects.with_trail),
    "kind": _choice(Kind),
    "tags": _tags,
    "image": _one(Image.objects.all),
    "figures": _figures,
    "verdict": _choice(Verdict),
    "claim_at": _day,
    "claim_url": _plain,
    "bylines": _bylines,
    "citations": _citations,
    "published_at": _moment,
    "date_basis": _choice(DateBasis),
    "embargo_until": _moment,
}
LABELS = {
    "category": gettext_lazy("Section"),
    "kind": gettext_lazy("Kind"),
    "tags": gettext_lazy("Tags"),
    "image": gettext_lazy("Picture"),
    "figures": gettext_lazy("Further pictures"),
    "verdict": gettext_lazy("Verdict"),
    "claim_at": gettext_lazy("Day the claim was made"),
    "claim_url": gettext_lazy("Where the claim was made"),
    "bylines": gettext_lazy("Byline"),
    "citations": gettext_lazy("Sources set by an editor"),
    "published_at": gettext_lazy("Publication date"),
    "date_basis": gettext_lazy("What the date rests on"),
    "embargo_until": gettext_lazy("Embargo"),
}
