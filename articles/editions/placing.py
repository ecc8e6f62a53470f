"""Put an edition into the lists where readers find it, and keep each list's length."""

from django.db import connection, transaction
from django.db.models import F
from django.db.models.functions import Greatest
from django.utils import timezone

from articles.models import Listing, Placement

RECOUNT = """
    DELETE FROM articles_listing;
    INSERT INTO articles_listing (key, size)
    SELECT list, count(*) FROM articles_placement GROUP BY list;
"""

# In the order in which publishing goes: places first, then the lengths of lists.
JOIN = (
    """
    DELETE FROM articles_placement AS double USING articles_placement AS held
    WHERE double.list = %(goes)s AND held.list = %(stays)s
    AND held.edition_id = double.edition_id
    """,
    "UPDATE articles_placement SET list = %(stays)s WHERE list = %(goes)s",
    """
    INSERT INTO articles_listing (key, size)
    SELECT %(stays)s, count(*) FROM articles_placement WHERE list = %(stays)s
    ON CONFLICT (key) DO UPDATE SET size = excluded.size
    """,
    "DELETE FROM articles_listing WHERE key = %(goes)s",
)


# The lists of the archive: so many letters of an ISO day name the year, the month and the day.
PERIODS = {"year": 4, "month": 7, "day": 10}


def key(language, kind, pk=""):
    """Name one list: ``ar/home``, ``ar/section/12``, ``en/entity/7``, ``ar/day/2024-04-26``."""
    return f"{language}/{kind}/{pk}" if pk else f"{language}/{kind}"


def lists_of(edition):
    """Return the keys of every list the edition belongs to: home, its section and all above it,
    its tags, the names it mentions, the sources it cites, its authors; its day, month and year.

    The day is of the newsroom's clock: after a change of TIME_ZONE they are made anew.
    """
    language = edition.language
    trail = edition.section.trail if edition.section_id else ()
    keys = {key(language, "home")}
    keys |= {key(language, "section", category.pk) for category in trail}
    keys |= {key(language, "tag", tag["tag"]) for tag in edition.tagged}
    keys |= {key(language, "entity", pk) for pk in edition.entity_ids}
    keys |= {key(language, "source", citation["source"]) for citation in edition.cited}
    keys |= {key(language, "author", person["author"]) for person in edition.people}
    day = timezone.localdate(edition.published_at).isoformat()
    keys |= {key(language, kind, day[:length]) for kind, length in PERIODS.items()}
    return keys


def place(edition, keys):
    """Make these the only lists that hold the edition.

    Lists are touched in the order of their keys: two publications at once wait for each other
    instead of locking each other out.
    """
    held = dict(edition.placements.values_list("list", "published_at"))
    keys = set(keys)
    gone, new = held.keys() - keys, keys - held.keys()
    moved = {key for key in keys & held.keys() if held[key] != edition.published_at}
    _count({**dict.fromkeys(new, 1), **dict.fromkeys(gone, -1)})
    edition.placements.filter(list__in=gone).delete()
    edition.placements.filter(list__in=moved).update(published_at=edition.published_at)
    Placement.objects.bulk_create(
        Placement(list=name, edition=edition, published_at=edition.published_at)
        for name in sorted(new)
    )


def _count(changes):
    Listing.objects.bulk_create(
        [Listing(key=name) for name in sorted(changes)], ignore_conflicts=True
    )
    for name in sorted(changes):
        Listing.objects.filter(pk=name).update(size=Greatest(F("size") + changes[name], 0))


def join(stays, goes):
    """Put all that the list ``goes`` holds into the list ``stays``, and forget ``goes``."""
    both = {"stays": stays, "goes": goes}
    with connection.cursor() as cursor:
        for statement in JOIN:
            cursor.execute(statement, both)


def recount():
    """Count every list anew: for rows that were changed behind the program's back."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("LOCK TABLE articles_listing IN EXCLUSIVE MODE")
        cursor.execute(RECOUNT)
