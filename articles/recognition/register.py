"""The newsroom's register of spellings as one gazetteer, built once and kept while it is true.

What a process keeps can not go wrong: each call asks the database for a digest of the whole
register, and another digest means another gazetteer.
"""

from django.db import connection

from articles.models import Alias
from articles.recognition.gazetteer import Gazetteer, Spelling

# By content, not by a counter: also right inside a transaction that may yet be undone. The kinds
# of entities tell places apart.
_DIGEST = """
    SELECT count(*), sum(hashtextextended(concat_ws('|', a.text, a.context,
        coalesce(a.entity_id, 0), coalesce(a.source_id, 0), e.kind), 0))
    FROM articles_alias a LEFT JOIN articles_entity e ON e.id = a.entity_id
    WHERE a.tag_id IS NULL
"""
_kept = (None, None)


def known_names():
    """Return the gazetteer of every registered spelling.

    One query when the register is as it was (about 20 ms at 10,000 spellings), two and the
    building (see ``make bench``) when it changed.
    """
    global _kept  # replaced whole, so that threads see the old or the new
    with connection.cursor() as cursor:
        cursor.execute(_DIGEST)
        digest = cursor.fetchone()
    known, gazetteer = _kept
    if known != digest:
        gazetteer = Gazetteer(spellings())
        _kept = (digest, gazetteer)
    return gazetteer


def spellings():
    """Yield every registered spelling, in one query."""
    columns = ("text", "context", "entity_id", "source_id", "entity__kind")
    rows = Alias.objects.in_texts().order_by("pk").values_list(*columns)
    for text, context, entity, source, kind in rows:
        if entity:
            yield Spelling(text, "entity", entity, context, kind)
        else:
            yield Spelling(text, "source", source, context)
