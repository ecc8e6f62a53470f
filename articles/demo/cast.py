"""Bring the invented country into the database: sections, sources, names, authors, tags, pictures.

Adds what is missing and changes nothing that is there: a second start keeps what people wrote.
"""

from django.db import IntegrityError, transaction
from django.db.models import Q

from articles import renditions
from articles.demo import pictures
from articles.models import Alias, Author, Category, Entity, Image, Page, Source, Tag
from articles.text.fold import fold
from articles.text.slugs import slugify


def sections(rows):
    """Return the sections by key; a row below another follows it."""
    made = {}
    for position, row in enumerate(rows, start=1):
        parent = made.get(row.get("parent"))
        alike = Q(slug=row["slug"]) | Q(folded=fold(row["name_ar"]))
        made[row["key"]] = Category.objects.filter(alike, parent=parent).first() or (
            Category.objects.create(
                parent=parent,
                slug=row["slug"],
                is_opinion=row.get("opinion", False),
                position=position * 10,
                **_translated(row, "name", "description"),
            )
        )
    return made


def sources(rows):
    return {row["key"]: _named(Source, "source", row, "kind", "domain") for row in rows}


def entities(rows):
    made = {}
    for row in rows:
        made[row["key"]] = entity = _named(Entity, "entity", row, "kind")
        if row.get("facts") and not entity.facts.exists():
            for position, fact in enumerate(row["facts"]):
                entity.facts.create(position=position, **fact)
    return made


def authors(rows):
    made = {}
    for row in rows:
        work = _translated(row, "position") | {
            "on_masthead": "masthead" in row,
            "masthead_order": row.get("masthead", 0),
        }
        defaults = _translated(row, "name", "bio") | work
        made[row["key"]], is_new = Author.objects.get_or_create(slug=row["slug"], defaults=defaults)
        if not is_new:
            # A demo that was filled before authors had job titles.
            without = Author.objects.filter(pk=made[row["key"]].pk, position_ar=None)
            without.update(**work)
    return made


def pages(rows, now):
    """Add the standing pages that are missing, in the order of the footer."""
    for position, row in enumerate(rows, start=1):
        texts = _translated(row, "title", "body")
        written = {f"changed_at_{one}": now for one in ("ar", "en") if texts[f"body_{one}"]}
        defaults = texts | written | {"position": position * 10, "is_live": True}
        Page.objects.get_or_create(slug=row["slug"], defaults=defaults)


def tags(rows):
    for row in rows:
        if not Tag.objects.spelled(row["name_ar"]).exists():
            Tag.objects.create(slug=slugify(row["name_ar"]), **_translated(row, "name"))


def images(rows, tell):
    """Draw the pictures that are missing; ``tell`` hears of each one."""
    made = {}
    for number, row in enumerate(rows, start=1):
        # By the name of its file: its title is the newsroom's to change.
        image = Image.objects.filter(file__regex=rf"/demo-{row['key']}[_.]").first()
        if image is None:
            tell(number, len(rows))
            image = _drawn(row)
        made[row["key"]] = image
    return made


@transaction.atomic
def _drawn(row):
    image = Image(title=row["alt_ar"], rights=Image.Rights.OWN, **_translated(row, "alt", "credit"))
    image.file = renditions.encoded(pictures.draw(row["key"]))
    image.file.name = f"demo-{row['key']}.jpg"
    image.save()
    renditions.draw(image)
    return image


def _named(model, kind, row, *fields):
    """Return the source or entity of a row with its spellings, made when missing."""
    name, slug = row["name_ar"], slugify(row["name_ar"])
    thing = model.objects.filter(slug=slug).first() or model.objects.spelled(name).first()
    if thing is None:
        values = _translated(row, "name", "description") | {name: row[name] for name in fields}
        thing = model.objects.create(slug=slug, **values)
        for spelling in dict.fromkeys([row["name_ar"], *row.get("aliases", [])]):
            _spell(thing, kind, spelling)
    return thing


def _spell(thing, kind, spelling):
    """Add one spelling unless another name has it already; the first one keeps it."""
    try:
        with transaction.atomic():
            Alias.objects.create(text=spelling, **{kind: thing})
    except IntegrityError:
        pass


def _translated(row, *fields):
    return {
        f"{field}_{language}": row.get(f"{field}_{language}", "")
        for field in fields
        for language in ("ar", "en")
    }
