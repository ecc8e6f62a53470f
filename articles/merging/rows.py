"""What points at a tag, a source or a name, and how each of it comes to point at another.

One statement for each kind of row, whatever the number of rows. ``%(kept)s`` and ``%(gone)s`` are
primary keys, ``%(editions)s`` the editions that show either.
"""

from dataclasses import dataclass

# Of two rows that become one, what an editor set stands before what was found, and what stands
# before what was rejected: no article loses by a merge what it showed.
_WEAKER = """
    DELETE FROM articles_{table} WHERE id IN (
        SELECT CASE
            WHEN array_position(ARRAY['editor', 'found', 'rejected'], one.origin::text)
                <= array_position(ARRAY['editor', 'found', 'rejected'], other.origin::text)
            THEN other.id ELSE one.id END
        FROM articles_{table} AS one JOIN articles_{table} AS other USING ({same})
        WHERE one.{owner}_id = %(kept)s AND other.{owner}_id = %(gone)s
    )
"""
# A doubtful spelling may be that of both; the one that counts without a context stays.
_SPELLED_TWICE = """
    DELETE FROM articles_alias WHERE id IN (
        SELECT CASE WHEN one.context = '' OR other.context <> '' THEN other.id ELSE one.id END
        FROM articles_alias AS one JOIN articles_alias AS other USING (folded)
        WHERE one.{owner}_id = %(kept)s AND other.{owner}_id = %(gone)s
    )
"""
# What both have a fact about is said by the one that stays; the other's facts follow its own.
_FACTS = (
    """
    DELETE FROM articles_entityfact AS double USING articles_entityfact AS held
    WHERE double.entity_id = %(gone)s AND held.entity_id = %(kept)s
    AND held.label_ar = double.label_ar
    """,
    """
    UPDATE articles_entityfact SET position = position + (
        SELECT coalesce(max(held.position) + 1, 0) FROM articles_entityfact AS held
        WHERE held.entity_id = %(kept)s
    ) WHERE entity_id = %(gone)s
    """,
)
_MOVE = "UPDATE articles_{table} SET {owner}_id = %(kept)s WHERE {owner}_id = %(gone)s"
_PAIR = """
    FROM articles_{table} AS other
    WHERE (one.{owner}_id, other.{owner}_id)
        IN ((%(kept)s, %(gone)s), (%(gone)s, %(kept)s))
    AND one.article_id = other.article_id AND one.language = other.language
"""

TAGGED = (
    """
    DELETE FROM articles_taggedarticle AS double USING articles_taggedarticle AS held
    WHERE double.tag_id = %(gone)s AND held.tag_id = %(kept)s
    AND held.content_object_id = double.content_object_id
    """,
    _MOVE.format(table="taggedarticle", owner="tag"),
    _MOVE.format(table="alias", owner="tag"),
)
CITED = (
    # Both rows learn what either knows, then the weaker of them goes.
    """
    UPDATE articles_citation AS one SET
        url = coalesce(nullif(one.url, ''), other.url),
        note = coalesce(nullif(one.note, ''), other.note)
    """
    + _PAIR.format(table="citation", owner="source")
    + "AND one.passage = other.passage",
    _WEAKER.format(table="citation", owner="source", same="article_id, language, passage"),
    _MOVE.format(table="citation", owner="source"),
    _SPELLED_TWICE.format(owner="source"),
    _MOVE.format(table="alias", owner="source"),
)
NAMED = (
    """
    UPDATE articles_mention AS one SET
        count = one.count + other.count,
        start = least(one.start, other.start),
        spelling = CASE WHEN other.start < one.start THEN coalesce(
            nullif(other.spelling, ''), one.spelling
        ) ELSE coalesce(nullif(one.spelling, ''), other.spelling) END
    """
    + _PAIR.format(table="mention", owner="entity")
    + "AND one.origin <> 'rejected' AND other.origin <> 'rejected'",
    _WEAKER.format(table="mention", owner="entity", same="article_id, language"),
    _MOVE.format(table="mention", owner="entity"),
    _SPELLED_TWICE.format(owner="entity"),
    _MOVE.format(table="alias", owner="entity"),
    *_FACTS,
    _MOVE.format(table="entityfact", owner="entity"),
)

# Editions that show the one that goes: those in its lists, and those of the articles that name it.
_SHOWING = """
    SELECT edition_id FROM articles_placement WHERE list = ANY(%(gone_lists)s)
    UNION
    SELECT edition.id FROM articles_edition AS edition
    JOIN articles_{table} AS held ON held.{article}_id = edition.article_id
    WHERE held.{owner}_id = %(gone)s
"""

# %(shown)s: what editions of each language show of the one that stays, {"ar": {"name": …}, …}.
_RETAG = """
    UPDATE articles_edition SET tagged = coalesce((
        SELECT jsonb_agg(
            CASE WHEN (one.item->'tag')::bigint = %(gone)s
            THEN %(shown)s::jsonb->language ELSE one.item END ORDER BY one.turn
        )
        FROM jsonb_array_elements(tagged) WITH ORDINALITY AS one(item, turn)
        WHERE (one.item->'tag')::bigint <> %(gone)s
        OR NOT tagged @> jsonb_build_array(jsonb_build_object('tag', %(kept)s))
    ), '[]')
    WHERE id = ANY(%(editions)s)
    AND tagged @> jsonb_build_array(jsonb_build_object('tag', %(gone)s))
"""
_RECITE = """
    UPDATE articles_edition SET cited = coalesce((
        SELECT jsonb_agg(
            CASE WHEN (one.item->'source')::bigint = %(gone)s
            THEN one.item || (%(shown)s::jsonb->language) ELSE one.item END ORDER BY one.turn
        )
        FROM jsonb_array_elements(cited) WITH ORDINALITY AS one(item, turn)
    ), '[]')
    WHERE id = ANY(%(editions)s)
    AND cited @> jsonb_build_array(jsonb_build_object('source', %(gone)s))
"""
# The name takes the earlier of two places: they stand in the order of how often each is named.
_RENAME = """
    UPDATE articles_edition SET
        entity_ids = CASE
            WHEN array_position(entity_ids, %(kept)s) < array_position(entity_ids, %(gone)s)
            THEN array_remove(entity_ids, %(gone)s)
            ELSE array_replace(array_remove(entity_ids, %(kept)s), %(gone)s, %(kept)s) END,
        body = replace(
            body,
            %(gone_links)s::jsonb->>language,
            %(kept_links)s::jsonb->>language
        )
    WHERE id = ANY(%(editions)s) AND %(gone)s = ANY(entity_ids)
"""
# Editions in which one passage now rests twice on the source that stays.
CITED_TWICE = """
    SELECT id FROM articles_edition
    WHERE id = ANY(%(editions)s) AND (
        SELECT count(*) > count(DISTINCT md5(one.item->>'passage'))
        FROM jsonb_array_elements(cited) AS one(item)
        WHERE (one.item->'source')::bigint = %(kept)s
    )
    ORDER BY id
"""


@dataclass(frozen=True)
class Kind:
    """What points at one kind of thing: its list, its rows, what editions hold of it."""

    list: str  # as in the keys of lists
    showing: str
    rows: tuple
    editions: str


KINDS = {
    "tag": Kind(
        "tag",
        _SHOWING.format(table="taggedarticle", article="content_object", owner="tag"),
        TAGGED,
        _RETAG,
    ),
    "source": Kind(
        "source",
        _SHOWING.format(table="citation", article="article", owner="source"),
        CITED,
        _RECITE,
    ),
    "entity": Kind(
        "entity",
        _SHOWING.format(table="mention", article="article", owner="entity"),
        NAMED,
        _RENAME,
    ),
}
