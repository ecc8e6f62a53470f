"""Find what else to read: shared names weighted by rarity, tags, section, freshness.

Looks only at the newest few places of each list, so its cost does not grow with the archive.
"""

from django.db import connection

LIMIT = 3
REACH = 40  # newest places of each list that are looked at
TAG_WEIGHT = 1.5
SECTION_WEIGHT = 0.35
HALF_LIFE_DAYS = 45  # a story this much older than the edition weighs half

# One list after the other, its newest places by the placement index; then the weights are added up.
QUERY = """
    WITH wanted AS (
        SELECT held.list,
            CASE split_part(held.list, '/', 2)
                WHEN 'entity' THEN 1 WHEN 'tag' THEN %(tag)s WHEN 'section' THEN %(section)s
            END / ln(2 + listing.size) AS weight
        FROM articles_placement AS held
        JOIN articles_listing AS listing ON listing.key = held.list
        WHERE held.edition_id = %(edition)s
        AND split_part(held.list, '/', 2) IN ('entity', 'tag', 'section')
    )
    SELECT near.edition_id
    FROM wanted
    CROSS JOIN LATERAL (
        SELECT edition_id, published_at FROM articles_placement
        WHERE articles_placement.list = wanted.list
        ORDER BY published_at DESC, edition_id DESC LIMIT %(reach)s
    ) AS near
    WHERE near.edition_id <> %(edition)s
    GROUP BY near.edition_id, near.published_at
    ORDER BY sum(wanted.weight) * power(0.5,
        abs(extract(epoch FROM near.published_at - %(published_at)s)) / 86400.0 / %(half_life)s
    ) DESC, near.published_at DESC, near.edition_id DESC
    LIMIT %(limit)s
"""


def related(edition, limit=LIMIT):
    """Return the numbers of the editions closest to this one, closest first, in one query.

    Never the edition itself and never one twice: lists hold one language, and a language holds an
    article once. The rarer a shared name, the more it says that two stories belong together.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            QUERY,
            {
                "edition": edition.pk,
                "published_at": edition.published_at,
                "tag": TAG_WEIGHT,
                "section": SECTION_WEIGHT,
                "reach": REACH,
                "half_life": HALF_LIFE_DAYS,
                "limit": limit,
            },
        )
        return [pk for (pk,) in cursor.fetchall()]
