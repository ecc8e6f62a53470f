"""What an edition cites, asked of the database: a card needs a number or a line, never all."""

from django.db import models

MOST_USES = 3
LONGEST_PASSAGE = 400  # characters: readers see two lines of it


class SourceCount(models.Func):
    """How many sources an edition rests on: ``annotate(sources=SourceCount("cited"))``."""

    template = (
        "(SELECT count(DISTINCT one.item->'source')"
        " FROM jsonb_array_elements(%(expressions)s) AS one(item))"
    )
    output_field = models.IntegerField()


class SourcesCited(models.Func):
    """The numbers of the sources that an edition rests on."""

    template = "jsonb_path_query_array(%(expressions)s, '$[*].source')"
    output_field = models.JSONField()


class UsesOf(models.Func):
    """How an edition used one source: ``annotate(uses=UsesOf("cited", source=7))``.

    A list in the order of the text, each as in ``Edition.cited``; the first few, the passage cut.
    """

    template = """(
        SELECT coalesce(jsonb_agg(one.item ORDER BY one.turn), '[]') FROM (
            SELECT cited.turn, cited.item || jsonb_build_object(
                'passage', left(cited.item->>'passage', %(longest)s)
            ) AS item
            FROM jsonb_array_elements(%(expressions)s) WITH ORDINALITY AS cited(item, turn)
            WHERE (cited.item->'source')::bigint = %(source)s
            ORDER BY cited.turn LIMIT %(most)s
        ) AS one
    )"""
    output_field = models.JSONField()

    def __init__(self, expression, source):
        # Written into the statement, so a number and nothing else.
        super().__init__(expression, source=int(source), longest=LONGEST_PASSAGE, most=MOST_USES)
