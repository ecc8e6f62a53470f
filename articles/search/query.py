"""Read what somebody typed into a search field. Every text is a query; none is an error.

    words                all of them, in any form
    "words" «words»      one after the other, as they stand
    -word  -"words"      without
    word OR word         either; also | and, between words, أو
    قسم:اقتصاد           section, مصدر: source, موضوع: topic, كاتب: author; in English as well
    من:2024-01  إلى:2024  from and to, a day, a month or a year

Any other punctuation stands for a blank. Names are not looked up here.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from articles.search.lexemes import LONGEST, title_key
from articles.text.dates import EARLIEST_YEAR, read_date
from articles.text.digits import western
from articles.text.fold import INVISIBLE, fold
from articles.text.words import words

MOST_LETTERS = 4_000
MOST_TERMS = 32
MOST_EXCLUDED = 16
FILTERS = {
    "section": ("section", "قسم", "القسم"),
    "source": ("source", "مصدر", "المصدر"),
    "topic": ("topic", "موضوع", "الموضوع", "tag", "وسم"),
    "author": ("author", "by", "كاتب", "الكاتب", "بقلم"),
    "since": ("from", "since", "after", "من", "منذ", "بعد"),
    "until": ("to", "until", "before", "إلى", "حتى", "قبل"),
}
_KINDS = {fold(name): kind for kind, names in FILTERS.items() for name in names}
_OR = {"or", "|", fold("أو")}
_QUOTES = {'"': '"', "«": "»", "“": "”", "„": "“", "”": "”", "‟": "”"}
_open, _close = "".join(_QUOTES), "".join(set(_QUOTES.values()))
_quoted = rf"[{_open}][^{_open}{_close}]*[{_close}]"
_PIECE = re.compile(
    rf"(?P<minus>(?<!\S)[-−–](?=[\w{_open}]))?"
    rf"(?:(?P<key>[^\W\d_]+):(?P<value>{_quoted}|[^\s{_open}{_close}]+)"
    rf"|(?P<quoted>{_quoted})|(?P<or>\|+)|(?P<plain>[^\s|{_open}{_close}]+))"
)
_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE | {"\0"}))
_YEAR = re.compile(r"(\d{4})")
_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4})")


@dataclass(frozen=True)
class Term:
    """A folded word, or several that stand one after the other in quotation marks."""

    words: tuple
    is_phrase: bool = False


@dataclass(frozen=True)
class Query:
    """What a text asks for: of each group any term, of ``excluded`` none, and the filters."""

    text: str = ""
    groups: tuple = ()
    excluded: tuple = ()
    filters: tuple = ()
    since: date | None = None
    until: date | None = None

    @property
    def terms(self):
        return tuple(term for group in self.groups for term in group)

    @property
    def words(self):
        """Every folded word it asks for, once each, in their order."""
        return tuple(dict.fromkeys(word for term in self.terms for word in term.words))

    @property
    def title_key(self):
        return title_key(self.text) if len(self.words) > 1 else ""


def parse(text):
    """Return the query that ``text`` states.

    >>> parse('قسد -"دير الزور" مصدر:رويترز').groups
    ((Term(words=('قسد',), is_phrase=False),),)
    """
    text = " ".join(text[:MOST_LETTERS].translate(_INVISIBLE).split())
    groups, excluded, filters, dates = [], [], [], {}
    joins = False
    for piece in _PIECE.finditer(text):
        kind = _KINDS.get(fold(piece["key"])) if piece["key"] else None
        value = (piece["value"] or "").strip(_open + _close)
        if kind in ("since", "until") and (day := read_day(value, is_end=kind == "until")):
            dates[kind] = day
            continue
        if kind in ("section", "source", "topic", "author") and not piece["minus"]:
            filters.append((kind, value))
            continue
        typed = piece["quoted"] or piece["plain"] or piece["or"] or piece.group()
        if not piece["minus"] and groups and fold(typed) in _OR:
            joins = True
            continue
        terms = _terms(typed, is_phrase=bool(piece["quoted"]))
        if piece["minus"]:
            excluded += terms
            continue
        for term in terms[: max(0, MOST_TERMS - sum(map(len, groups)))]:
            if joins:
                groups[-1] = (*groups[-1], term)
            elif (term,) not in groups:
                groups.append((term,))
            joins = False
    return Query(
        text=text,
        groups=tuple(groups),
        excluded=tuple(excluded[:MOST_EXCLUDED]),
        filters=tuple(filters[:MOST_EXCLUDED]),
        **dates,
    )


def _terms(typed, is_phrase):
    found = [word.text[:LONGEST] for word in words(fold(typed))]
    if is_phrase and len(found) > 1:
        return [Term(tuple(found[:MOST_TERMS]), is_phrase=True)]
    return [Term((word,), is_phrase=is_phrase) for word in found]


def read_day(text, is_end=False):
    """Read a day, a month or a year as people type them: its first day or, at the end, its last.

    Returns None for anything else, and for years before any newspaper.

    >>> read_day("أبريل 2024", is_end=True), read_day("2023"), read_day("٢٦/٤/٢٠٢٤")
    (datetime.date(2024, 4, 30), datetime.date(2023, 1, 1), datetime.date(2024, 4, 26))
    """
    text = western(text).strip()
    first = last = read_date(text) or None
    if first is None:
        first, last = _span(text)
    day = last if is_end else first
    return day if day and day.year >= EARLIEST_YEAR else None


def _span(text):
    """The first and the last day of a year or a month; (None, None) for neither."""
    if match := _YEAR.fullmatch(text):
        year, months = int(match[1]), (1, 12)
    elif match := _MONTH.fullmatch(text):
        year, month = int(match[1] or match[4]), int(match[2] or match[3])
        months = (month, month)
    elif first := read_date(f"1 {text}"):
        year, months = first.year, (first.month, first.month)
    else:
        return None, None
    if not (year and 1 <= months[0] <= 12):
        return None, None
    return date(year, months[0], 1), date(year, months[1], monthrange(year, months[1])[1])
