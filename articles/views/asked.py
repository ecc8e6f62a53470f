"""What a reader asks of the archive, as the address says it. Refuses nothing."""

from dataclasses import dataclass, replace

from django.conf import settings
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import get_language

from articles.search import Search, label_of
from articles.search.query import MOST_LETTERS, read_day
from articles.text.fold import INVISIBLE

SIZE = 20
MOST_PAGES = 10
LONGEST_DATE = 40
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
            text=_line(values.get("q", ""), MOST_LETTERS),
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

    def answer(self, **changes):
        """Search for it."""
        narrow = [
            label_of(kind, pk) for kind in ("section", "source") if (pk := getattr(self, kind))
        ]
        narrow += [f"y{self.year:04}"] if self.year else []
        return Search(
            languages=self.languages,
            newest_first=self.newest_first,
            narrow=tuple(narrow),
            since=self.since_day,
            until=self.until_day,
            as_typed=self.as_typed,
            **changes,
        ).find(self.text)

    @property
    def languages(self):
        if self.in_all_languages:
            return tuple(code for code, _name in settings.LANGUAGES)
        return (get_language(),)


def _line(text, most):
    """The text without signs that nobody sees, its blanks folded, cut to a length."""
    seen = (letter for letter in text[:most] if letter not in INVISIBLE)
    return " ".join("".join(one if one.isprintable() else " " for one in seen).split())


def _number(text):
    is_number = text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER
    return int(text) if is_number else 0
