"""Give a fresh newsroom the names it should know. Adds what is missing; never changes a row."""

import tomllib
from pathlib import Path

from articles.text.fold import fold
from articles.text.slugs import slugify

STARTER = Path(__file__).with_name("starter.toml")


def entries(path=STARTER):
    """Read the starter list: (kind "source" or "entity", its values, its spellings), in order."""
    listed = tomllib.loads(path.read_text(encoding="utf-8"))
    found = []
    for kind, plural in (("source", "sources"), ("entity", "entities")):
        for entry in listed[plural]:
            values = {"kind": entry["kind"], "name_ar": entry["ar"], "name_en": entry["en"]}
            if kind == "source":
                values["domain"] = entry["domain"]
            found.append((kind, values, _spellings(entry)))
    return found


def alias_rows(path=STARTER):
    """Give the starter list as rows for a Gazetteer, each name's Arabic form in place of its pk."""
    return [
        (spelling, kind, values["name_ar"])
        for kind, values, spellings in entries(path)
        for spelling in spellings
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


def _spellings(entry):
    """Each spelling once: what folds alike is found alike."""
    spellings = entry.get("only") or [entry["ar"], entry["en"], *entry.get("also", ())]
    return list({fold(spelling): spelling for spelling in reversed(spellings)}.values())[::-1]


def _load(apps, kind, model_name):
    """Add the names of one kind that neither a slug nor a spelling gives away as present."""
    model = apps.get_model("articles", model_name)
    present = list(model.objects.values_list("slug", "folded"))
    slugs, names = {slug for slug, _name in present}, {name for _slug, name in present}
    owners = _owners(apps, kind)
    missing = []
    for entry_kind, values, spellings in entries():
        slug = slugify(values["name_ar"])
        if entry_kind != kind or slug in slugs or fold(values["name_ar"]) in names:
            continue
        if any(fold(one) in owners for one in spellings):
            continue
        missing.append(model(name=values["name_ar"], slug=slug, **values))
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
    owners = _owners(apps, kind)
    missing = []
    for entry_kind, values, spellings in entries():
        if entry_kind != kind:
            continue
        known = [owners[fold(one)] for one in spellings if fold(one) in owners]
        name = values["name_ar"]
        pk = by_slug.get(slugify(name)) or by_name.get(fold(name)) or next(iter(known), None)
        for spelling in spellings:
            folded = fold(spelling)
            if pk and folded not in owners:
                owners[folded] = pk
                missing.append(alias(text=spelling, folded=folded, **{f"{kind}_id": pk}))
    alias.objects.bulk_create(missing)
    return len(missing)


def _owners(apps, kind):
    """Whose each spelling is: {folded spelling: pk of the entity or source}."""
    alias = apps.get_model("articles", "Alias")
    owned = alias.objects.filter(**{f"{kind}__isnull": False})
    return dict(owned.values_list("folded", f"{kind}_id"))
