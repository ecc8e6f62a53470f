"""The newest editions of many lists at once. Reads only."""

from django.db import connection

# Each list by its own range of the placement index.
NEWEST_OF_EACH = """
    SELECT wanted.list, near.edition_id
    FROM unnest(%s::text[]) WITH ORDINALITY AS wanted(list, turn)
    CROSS JOIN LATERAL (
        SELECT edition_id, published_at FROM articles_placement
        WHERE articles_placement.list = wanted.list
        ORDER BY published_at DESC, edition_id DESC LIMIT %s
    ) AS near
    ORDER BY wanted.turn, near.published_at DESC, near.edition_id DESC
"""


def newest_of(lists, most):
    """Return {key: numbers of its newest editions}, at most ``most`` of each; one query."""
    found = {name: [] for name in lists}
    if found:
        with connection.cursor() as cursor:
            cursor.execute(NEWEST_OF_EACH, [list(found), most])
            for name, pk in cursor.fetchall():
                found[name].append(pk)
    return found
