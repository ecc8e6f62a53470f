"""The lines of an article's history, and how live and working text stand: values for templates."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.core.paginator import Paginator
from django.db.models import CharField, Value
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles import revisions
from articles.admin.changes import (
    DESCRIPTIONS,
    LANGUAGES,
    compared,
    direction_of,
    facts,
    label_of,
    language_name,
)
from articles.differences import changed_only
from articles.models import Article

PER_PAGE = 40
# A save writes its version and its event in one transaction.
TOGETHER = timedelta(seconds=5)
# What the article's own page shows of a text's changes; the rest stands on the comparison.
MOST_SHOWN = 6
LIVE = "live"


@dataclass
class Entry:
    """One line of the history: something that was done, a version that was saved, or both."""

    at: datetime
    by: object
    event: object = None
    revision: object = None
    parts: list = field(default_factory=list)
    is_live: bool = False
    live_in: list = field(default_factory=list)  # when readers have others in other languages

    @property
    def label(self):
        return self.event.label if self.event else _("Saved")

    @property
    def scheduled_for(self):
        """The moment for which the story was scheduled, where that was done."""
        moment = self.event and self.event.details.get("for")
        return datetime.fromisoformat(moment) if moment else None


def page_of(article, number):
    """The page of that number, over all lines of the history; the nearest for a wrong one."""
    return Paginator(range(_lines(article).count()), PER_PAGE).get_page(number)


def entries(article, page):
    """The entries of one page, newest first, in a number of queries that does not grow."""
    start = max(page.start_index() - 1, 0)
    # One line before and one behind: an event and its version may stand on two pages.
    first = max(start - 1, 0)
    rows = list(_lines(article)[first : start + PER_PAGE + 1])
    lines = _with_rows(article, rows)
    found, place = [], start - first
    if place and _belong(lines[0], lines[1]):
        place += 1
    while place < min(start - first + PER_PAGE, len(lines)):
        what, one = lines[place]
        entry = Entry(one.at, one.by)
        setattr(entry, what, one)
        if place + 1 < len(lines) and _belong(lines[place], lines[place + 1]):
            entry.revision = lines[place + 1][1]
            place += 1
        found.append(entry)
        place += 1
    return _told(article, found)


def _lines(article):
    """Versions and events as (what, pk, at), newest first; an event stands over its version."""
    revisions, events = (
        rows.order_by().annotate(what=Value(what, CharField())).values_list("what", "pk", "at")
        for rows, what in ((article.revisions, "revision"), (article.events, "event"))
    )
    return revisions.union(events, all=True).order_by("-at", "what")


def _with_rows(article, lines):
    """Put the row in place of its number."""
    keys = {"revision": [], "event": []}
    for what, key, _at in lines:
        keys[what].append(key)
    rows = {
        "revision": article.revisions.defer("content").select_related("by"),
        "event": article.events.select_related("by"),
    }
    found = {what: rows[what].in_bulk(keys[what]) for what in rows}
    return [(what, found[what][key]) for what, key, _at in lines]


def _belong(line, older):
    """Whether the older line is the version that the event above it saved."""
    (what, event), (other, revision) = line, older
    return (
        (what, other) == ("event", "revision")
        and event.by_id == revision.by_id
        and event.at - revision.at < TOGETHER
    )


def _told(article, found):
    """Say of each entry with a version what it changed and in which languages readers have it."""
    numbered = {one.revision.pk: one for one in found if one.revision}
    for key, parts in revisions.changed_since_the_last(numbered).items():
        order = [*revisions.columns(), *DESCRIPTIONS]
        known = sorted((part for part in parts if part in order), key=order.index)
        numbered[key].parts = [label_of(part) for part in known]
    editions = list(article.editions.live())
    several = len({edition.revision_id for edition in editions}) > 1
    for edition in editions:
        if entry := numbered.get(edition.revision_id):
            entry.is_live = True
            if several:
                entry.live_in.append(language_name(edition.language))
    return found


def name_of(revision, live, newest):
    """What a side of a comparison is called: «النسخة الحية», «نص العمل», «الإصدار 3»."""
    if revision.number == 0:
        return _("nothing")
    if revision.pk in live:
        return _("the live text (version %(number)s)") % {"number": revision.number}
    if revision.number == newest:
        return _("the working text (version %(number)s)") % {"number": revision.number}
    return _("version %(number)s") % {"number": revision.number}


@dataclass
class Standing:
    """One edition against the working text: so many saves behind, and what they changed."""

    edition: object
    since: datetime
    behind: int
    url: str
    texts: list
    facts: list

    @property
    def language(self):
        return self.edition.language

    @property
    def direction(self):
        return direction_of(self.language)

    @property
    def name(self):
        return language_name(self.language)


@dataclass
class Glimpse:
    """The changed paragraphs of one text, and how many more there are."""

    label: str
    paragraphs: list
    more: int


def standings(article, editions, newest):
    """How each live edition stands to the working text, by language.

    What changed beside the texts is told once. One query, and those that name what changed.
    """
    editions = sorted(editions, key=lambda edition: LANGUAGES.index(edition.language))
    contents = article.revisions.in_bulk({one.revision_id for one in editions})
    found, told = [], set()
    for edition in editions:
        live = contents[edition.revision_id]
        found.append(_standing(article, edition, live, newest, live.pk not in told))
        told.add(live.pk)
    return found


def _standing(article, edition, live, newest, with_facts):
    page = reverse("admin:articles_article_compare", args=[article.pk])
    query = urlencode({"old": LIVE, "new": newest.number, "language": edition.language})
    behind = newest.number - live.number
    return Standing(
        edition,
        article.live_since,
        behind,
        f"{page}?{query}",
        _glimpses(live.content, newest.content, edition.language) if behind else [],
        facts(live.content, newest.content) if behind and with_facts else [],
    )


def _glimpses(old, new, language):
    found = []
    for name in revisions.TRANSLATED:
        column = f"{name}_{language}"
        if (old.get(column) or "") != (new.get(column) or ""):
            label = capfirst(Article._meta.get_field(name).verbose_name)
            shown = changed_only(compared(old, new, name, language), MOST_SHOWN)
            found.append(Glimpse(label, *shown))
    return found
