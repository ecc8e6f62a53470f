"""What the search page shows of an answer: results, choices to narrow it, words to the reader."""

import re
from dataclasses import dataclass

from django.db.models import CharField, OuterRef, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat, Left
from django.utils.translation import get_language

from articles.editions.placing import key
from articles.models import Alias, Edition, Listing, Source
from articles.search import Matcher, forms, highlight, passage
from articles.search.find import ALL, NEAR, as_written
from articles.search.passage import MOST_LETTERS
from articles.search.query import parse
from articles.text.fold import fold
from articles.text.stems import ARTICLE
from articles.views.asked import MOST_PAGES, SIZE

MOST_FORMS = 3
MOST_CHOICES = 8
MOST_YEARS = 12
LONGEST_NAME = 6  # words
# What may be a filter in a query: from:2024, مصدر:«صحيفة المرفأ». The parser decides.
TYPED = re.compile(r"(?<!\S)[^\W\d_]+:(?:[«\"“„”][^«»\"“”„]*[»\"”“]|\S+)")


@dataclass(frozen=True)
class Result:
    """One story that was found; title and passage are safe HTML."""

    edition: Edition
    title: str
    passage: str
    tier: str


def results(answer, asked):
    """Return the results of one page and the other forms in which they have the query's words."""
    start = (asked.page - 1) * SIZE
    ids = answer.ids[start : start + SIZE] if asked.page <= MOST_PAGES else []
    found = Edition.objects.live().for_cards().annotate(opening=Left("plain", MOST_LETTERS))
    found = found.in_bulk(ids) if ids else {}
    strict, loose = Matcher.of(answer.groups, with_slips=False), Matcher.of(answer.groups)
    shown, other_forms = [], {}
    for edition in (found[pk] for pk in ids if pk in found):
        tier = answer.tiers.get(edition.pk, ALL)
        matcher = strict if tier == ALL else loose
        text = passage(f"{edition.lead}\n{edition.opening}", matcher)
        shown.append(Result(edition, highlight(edition.title, matcher), text, tier))
        if tier == ALL:
            for form in forms(f"{edition.title}\n{edition.lead}", strict, answer.query.words):
                other_forms.setdefault(fold(form), form)
    return shown, list(other_forms.values())[:MOST_FORMS]


def meant(answer, asked, shown):
    """Return what was probably meant, as the results write it; an empty text for nothing."""
    if not answer.meant:
        return ""
    editions = [one.edition for one in shown]
    texts = (text for e in editions for text in (e.title, e.lead, e.opening))
    return as_written(answer.meant, texts)


def tiers(shown):
    """Return the results as runs of one tier each: (tier, results)."""
    runs = []
    for result in shown:
        if not runs or runs[-1][0] != result.tier:
            runs.append((result.tier, []))
        runs[-1][1].append(result)
    return runs


def count(answer):
    """Return (number, whether there are more): how many texts were found, round when not counted.

    None as the number when no text has all the words.
    """
    has_words = any(answer.tiers.get(pk, ALL) in (ALL, NEAR) for pk in answer.ids[:1])
    if not has_words:
        return None, False
    if answer.is_more:
        return max(100, answer.total // 100 * 100), True
    return max(answer.total, 1), False


def choices(answer, asked, site):
    """Return what would narrow the results: lists of (name, number, address).

    Numbers are None when only a part of the archive was looked at.
    """
    facets = {
        "sections": _sections(answer, asked, site),
        "sources": _sources(answer, asked),
        "years": _years(answer, asked),
    }

    return {
        facet: [
            (name, None if answer.is_more else number, url)
            for name, number, url in found
            if answer.is_more or number < answer.total
        ]
        for facet, found in facets.items()
    }


def _sections(answer, asked, site):
    """The sections one step below the chosen one, each with all that lies under it."""
    totals = {}
    for pk, number in answer.sections.items():
        section = site.by_pk.get(pk)
        while section:
            totals[section.pk] = totals.get(section.pk, 0) + number
            section = site.by_pk.get(section.parent_id)
    chosen = site.by_pk.get(asked.section)
    below = site.sections if not asked.section else chosen.below if chosen else ()
    found = [
        (one.name, totals[one.pk], asked.url(section=one.pk)) for one in below if one.pk in totals
    ]
    return sorted(found, key=lambda one: -one[1])[:MOST_CHOICES]


def _sources(answer, asked):
    if asked.source or not answer.sources:
        return []
    most = sorted(answer.sources, key=lambda pk: -answer.sources[pk])[:MOST_CHOICES]
    names = Source.objects.in_bulk(most)
    return [
        (names[pk].name, answer.sources[pk], asked.url(source=pk)) for pk in most if pk in names
    ]


def _years(answer, asked):
    if asked.year:
        return []
    newest = sorted(answer.years, reverse=True)[:MOST_YEARS]
    return [(str(year), answer.years[year], asked.url(year=year)) for year in newest]


def picked(asked, site):
    """Return what narrows the search now: (kind, name, address without it), typed filters last."""
    found = []
    if asked.section:
        section = site.by_pk.get(asked.section)
        found.append(("section", section.name if section else "?", asked.url(section=0)))
    if asked.source:
        source = Source.objects.filter(pk=asked.source).first()
        found.append(("source", source.name if source else "?", asked.url(source=0)))
    if asked.year:
        found.append(("year", str(asked.year), asked.url(year=0)))
    if asked.since_day:
        found.append(("since", asked.since_day, asked.url(since="")))
    if asked.until_day:
        found.append(("until", asked.until_day, asked.url(until="")))
    return found + list(_typed_filters(asked))


def _typed_filters(asked):
    pieces = list(TYPED.finditer(asked.text))
    for piece in pieces:
        one = parse(piece.group())
        rest = f"{asked.text[: piece.start()]} {asked.text[piece.end() :]}"
        without = asked.url(text=" ".join(rest.split()))
        for kind, name in one.filters:
            yield kind, name, without
        for kind in ("since", "until"):
            if day := getattr(one, kind):
                yield kind, day, without


def named(query):
    """Return what the whole query names, a name in the news or an outlet, with its spelling's card.

    One query; None when it names nothing that this language has stories of.
    """
    if not query.words or query.filters or query.excluded or len(query.words) > LONGEST_NAME:
        return None
    whole = " ".join(query.words)
    bare = whole.removeprefix(ARTICLE)
    aliases = (
        Alias.objects.in_texts()
        .filter(folded__in={whole, bare, ARTICLE + bare})
        .select_related("entity", "source")
        .annotate(size=Coalesce(_size("entity"), _size("source"), 0))
    )
    found = sorted(aliases, key=lambda one: (one.folded != whole, one.entity_id is None, -one.size))
    return next((one for one in found if one.size), None)


def _size(kind):
    """The length of the list of what an alias names."""
    start = Value(key(get_language(), kind) + "/")
    name = Concat(start, Cast(OuterRef(f"{kind}_id"), CharField()))
    return Subquery(Listing.objects.filter(pk=name).values("size"))
