"""Give a fresh newsroom the names it should know. Adds what is missing; never changes a row.

The lists stand beside this file; what their columns mean, in ``README.md`` there.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from articles.recognition.gazetteer import Spelling
from articles.text.fold import fold
from articles.text.slugs import slugify

FOLDER = Path(__file__).parent
# File, list in it, whether it holds sources or entities, and the kind where rows name none.
LISTS = (
    ("outlets.toml", "sources", "source", None),
    ("countries.toml", "places", "entity", "place"),
    ("regions.toml", "places", "entity", "place"),
    ("cities.toml", "places", "entity", "place"),
    ("organisations.toml", "international", "entity", "organisation"),
    ("organisations.toml", "others", "entity", "organisation"),
    ("organisations.toml", "governments", "entity", "organisation"),
)


class Entry(NamedTuple):
    """One name of the lists: what it is, its ``spellings``, and the ``doubtful`` ones.

    ``kind`` is "source" or "entity", ``values`` are columns of its model, and each doubtful
    spelling comes with its context: (spelling, words parted by commas).
    """

    kind: str
    values: dict
    spellings: list
    doubtful: list


@cache
def entries():
    """Read the lists, in order."""
    hints = {row["code"]: _hints(row) for row in rows("countries.toml", "places")}
    found = []
    for file, name, kind, default in LISTS:
        for row in rows(file, name):
            values = {"kind": row.get("kind", default), "name_ar": row["ar"], "name_en": row["en"]}
            if kind == "source":
                values["domain"] = row["domain"]
            if "wikidata" in row:
                values["same_as"] = f"https://www.wikidata.org/wiki/{row['wikidata']}"
            context = row.get("context") or hints.get(row.get("country") or row.get("code"), "")
            doubtful = [(spelling, context) for spelling in row.get("unsure", ())]
            found.append(Entry(kind, values, _spellings(row), doubtful))
    return tuple(found)


def rows(file, name):
    """Read one list as it stands in its file."""
    return tomllib.loads((FOLDER / file).read_text(encoding="utf-8"))[name]


def alias_rows():
    """Give the lists as rows for a Gazetteer, each name's Arabic form in place of its pk."""
    return [
        Spelling(spelling, one.kind, one.values["name_ar"], context, one.values["kind"])
        for one in entries()
        for spelling, context in (*((spelling, "") for spelling in one.spellings), *one.doubtful)
    ]


def load(apps):
    """Add the sources, entities and spellings that are missing, and return how many of each.

    ``apps`` is the registry, live or that of a migration. A name counts as present when its slug,
    the name itself or one of its spellings is, in whatever letters; a spelling that belongs to
    another name stays there.
    """
    return {
        "sources": _load(apps, "source", "Source"),
        "entities": _load(apps, "entity", "Entity"),
        "spellings": _load_aliases(apps, "source") + _load_aliases(apps, "entity"),
    }


def _spellings(row):
    """Each sure spelling once: what folds alike is found alike."""
    doubtful = {fold(spelling) for spelling in row.get("unsure", ())}
    spellings = row.get("only") or [row["ar"], row["en"], *row.get("also", ())]
    unique = {fold(spelling): spelling for spelling in reversed(spellings)}
    return [spelling for folded, spelling in unique.items() if folded not in doubtful][::-1]


def _hints(row):
    """Words that tell that a text is about a country: its name and its adjective."""
    nisba = row.get("nisba", "")
    forms = [nisba, f"{nisba}ة", f"ال{nisba}", f"ال{nisba}ة", f"ال{nisba}ين", f"ال{nisba}ون"]
    return "، ".join([row["ar"], *(forms if nisba else ())])


def _load(apps, kind, model_name):
    """Add the names of one kind that neither a slug nor a spelling gives away as present."""
    model = apps.get_model("articles", model_name)
    present = list(model.objects.values_list("slug", "folded"))
    slugs, names = {slug for slug, _name in present}, {name for _slug, name in present}
    owners = _owners(apps, kind)
    missing = []
    for entry in entries():
        slug = slugify(entry.values["name_ar"])
        known = slug in slugs or fold(entry.values["name_ar"]) in names
        known = known or any(fold(one) in owners for one in entry.spellings)
        if entry.kind != kind or known:
            continue
        missing.append(model(name=entry.values["name_ar"], slug=slug, **entry.values))
        slugs.add(slug)
    model.objects.bulk_create(missing)
    return len(missing)


def _load_aliases(apps, kind):
    """Add the spellings that belong to nothing yet to the name they belong to."""
    alias = apps.get_model("articles", "Alias")
    model = apps.get_model("articles", kind.capitalize())
    present = list(model.objects.values_list("slug", "folded", "pk"))
    by_slug = {slug: pk for slug, _name, pk in present}
    by_name = {name: pk for _slug, name, pk in present}
    rows = list(_aliases(apps, kind))
    owners = {folded: pk for folded, pk, context in rows if not context}
    held = {(folded, pk) for folded, pk, _context in rows}
    missing = []
    for entry in entries():
        if entry.kind != kind:
            continue
        known = [owners[fold(one)] for one in entry.spellings if fold(one) in owners]
        name = entry.values["name_ar"]
        pk = by_slug.get(slugify(name)) or by_name.get(fold(name)) or next(iter(known), None)
        if pk is None:
            continue
        for spelling, context in (*((one, "") for one in entry.spellings), *entry.doubtful):
            folded = fold(spelling)
            if (folded, pk) not in held and (context or folded not in owners):
                held.add((folded, pk))
                if not context:
                    owners[folded] = pk
                values = {"text": spelling, "folded": folded, "context": context}
                missing.append(alias(**values, **{f"{kind}_id": pk}))
    alias.objects.bulk_create(missing)
    return len(missing)


def _owners(apps, kind):
    """Whose each sure spelling is: {folded spelling: pk of the entity or source}."""
    return {folded: pk for folded, pk, context in _aliases(apps, kind) if not context}


def _aliases(apps, kind):
    alias = apps.get_model("articles", "Alias")
    owned = alias.objects.filter(**{f"{kind}__isnull": False})
    return owned.values_list("folded", f"{kind}_id", "context")
