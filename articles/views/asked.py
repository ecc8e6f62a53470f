"""What a reader asks of the archive, as the address says it. Refuses nothing."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import get_language

from articles.search import Search, label_of
from articles.search.query import MOST_LETTERS, parse
from articles.search.typed import AsTyped
from articles.text.dates import EARLIEST_YEAR, read_date
from articles.text.fold import INVISIBLE

SIZE = 20
MOST_PAGES = 10
LONGEST = MOST_LETTERS - 100  # what is more, with the dates before it, the search cuts off
LONGEST_DATE = 40
LATEST_YEAR = 9998  # the day after it must exist
LONGEST_NUMBER = 18  # digits that fit the database


@dataclass(frozen=True)
class Asked:
    """The words, what narrows them, the order, the page. ``url`` writes the address of a change."""

    text: str = ""
    section: int = 0
    source: int = 0
    year: int = 0
    since: str = ""  # dates as they were typed
    until: str = ""
    newest_first: bool = False
    in_all_languages: bool = False
    as_typed: bool = False  # do not read the letters of another keyboard
    page: int = 1

    @classmethod
    def of(cls, values):
        """Read the parameters of an address; what makes no sense is as if it were not there."""
        return cls(
            text=_line(values.get("q", ""), LONGEST),
            section=_number(values.get("section", "")),
            source=_number(values.get("source", "")),
            year=_number(values.get("year", "")) % 10_000,
            since=_line(values.get("from", ""), LONGEST_DATE),
            until=_line(values.get("to", ""), LONGEST_DATE),
            newest_first=values.get("sort") == "new",
            in_all_languages=values.get("lang") == "all",
            as_typed=values.get("typed") == "1",
            page=_number(values.get("page", "")) or 1,
        )

    def url(self, **changes):
        """Return the address of this search with something changed; it begins on its first page.

        >>> Asked(text="قسد", year=2024, page=3).url(year=0)
        '?q=%D9%82%D8%B3%D8%AF'
        """
        return "?" + urlencode(replace(self, **({"page": 1} | changes)).parameters)

    @property
    def parameters(self):
        """What the address says: only what differs from the ordinary."""
        all_of_them = {
            "q": self.text,
            "section": self.section,
            "source": self.source,
            "year": self.year,
            "from": self.since,
            "to": self.until,
            "sort": "new" if self.newest_first else "",
            "lang": "all" if self.in_all_languages else "",
            "typed": "1" if self.as_typed else "",
            "page": self.page if self.page > 1 else 0,
        }
        return {name: value for name, value in all_of_them.items() if value}

    def kept(self, *names):
        """The parameters that a form hands on, without those that it asks for itself."""
        return {name: value for name, value in self.parameters.items() if name in names}

    @cached_property
    def since_day(self):
        return read_day(self.since)

    @cached_property
    def until_day(self):
        return read_day(self.until, is_end=True)

    @property
    def is_narrowed(self):
        return bool(self.section or self.source or self.year or self.since_day or self.until_day)

    @property
    def is_empty(self):
        """Whether nothing is asked for, not even a section or a year."""
        return not (self.text or self.is_narrowed)

    @property
    def range_written(self):
        """The dates in the query language, which the search understands."""
        since, until = self.since_day, self.until_day
        written = [f"من:{since.isoformat()}"] if since else []
        written += [f"إلى:{until.isoformat()}"] if until else []
        return "".join(f"{one} " for one in written)

    def answer(self, **changes):
        """Search for it."""
        search = AsTyped if self.as_typed else Search
        narrow = [
            label_of(kind, pk) for kind in ("section", "source") if (pk := getattr(self, kind))
        ]
        narrow += [f"y{self.year:04}"] if self.year else []
        return search(
            languages=self.languages,
            newest_first=self.newest_first,
            narrow=tuple(narrow),
            **changes,
        ).find(self._written)

    @property
    def _written(self):
        text = self.range_written + self.text
        until = parse(text).until
        # Of two dates the last one counts.
        is_last = until and until.year > LATEST_YEAR
        return f"{text} إلى:{LATEST_YEAR}-12-31" if is_last else text

    @property
    def languages(self):
        if self.in_all_languages:
            return tuple(code for code, _name in settings.LANGUAGES)
        return (get_language(),)


def read_day(text, is_end=False):
    """Read a day, a month or a year as people type them: its first day or, at the end, its last.

    >>> read_day("أبريل 2024", is_end=True), read_day("٢٦/٤/٢٠٢٤")
    (datetime.date(2024, 4, 30), datetime.date(2024, 4, 26))
    """
    day = _day(text, is_end) if text else None
    return day if day and EARLIEST_YEAR <= day.year <= LATEST_YEAR else None


def _day(text, is_end):
    if day := read_date(text):
        return day
    if first := read_date(f"1 {text}"):
        last = monthrange(first.year, first.month)[1] if is_end else 1
        return date(first.year, first.month, last)
    query = parse(f"{'إلى' if is_end else 'من'}:{text.replace(' ', '')}")
    return query.until if is_end else query.since


def _line(text, most):
    """The text without signs that nobody sees, its blanks folded, cut to a length."""
    seen = (letter for letter in text[:most] if letter not in INVISIBLE)
    return " ".join("".join(one if one.isprintable() else " " for one in seen).split())


def _number(text):
    is_number = text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER
    return int(text) if is_number else 0
