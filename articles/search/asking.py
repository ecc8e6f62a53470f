"""Ask PostgreSQL for the texts that match, ranked. One statement a question.

The first ranking reads the small ``head`` of every candidate; the best few are ranked again by all
their lexemes, which lie out of line and are slow to fetch.
"""

import json
from dataclasses import dataclass, field

from django.db import connection
from django.utils import timezone

from articles.search import clauses, rank


@dataclass(frozen=True)
class Index:
    """A table of index rows and the column that says which text a row is about."""

    table: str
    key: str


EDITIONS = Index("articles_editionindex", "edition_id")
ARTICLES = Index("articles_articleindex", "article_id")


@dataclass
class Question:
    """What is asked of an index, and what may narrow, order and rank the matches.

    ``ways``: clauses of which a text has to meet one. Each is a search of the index by itself, led
    by its rarest word; one clause with all of them inside would read the common ones as well.
    """

    ways: list
    groups: list = field(default_factory=list)
    total: int = 0
    languages: tuple = ("ar",)
    since: object = None
    until: object = None
    title_key: str = ""
    with_slips: bool = False
    newest_first: bool = False
    today: object = None
    leave: tuple = ()  # ids that were found before
    most: int = 2 * rank.CANDIDATES
    # The title alone may bring a text in although the window leaves it out.
    take_title: bool = False


@dataclass
class Found:
    """The answer of one question; ``total`` counts the matches that were looked at."""

    ids: list = field(default_factory=list)
    total: int = 0
    is_cut: bool = False  # there were more, and which of them were looked at is chance
    sections: dict = field(default_factory=dict)
    sources: dict = field(default_factory=dict)
    years: dict = field(default_factory=dict)


STATEMENT = """
-- The planner knows nothing of what fetching a long vector costs, and would read them all.
SET LOCAL enable_seqscan = off;
WITH matched AS MATERIALIZED (
    SELECT {key} AS id, published_at, section, sources, {first} AS score
    FROM {table} WHERE {where} LIMIT %(most)s
), best AS MATERIALIZED (
    SELECT id, published_at, score FROM matched ORDER BY {order} LIMIT %(shown)s
), refined AS (
    SELECT best.id, best.published_at, {second} AS score
    FROM (SELECT * FROM best ORDER BY {order} LIMIT %(refined)s) AS best
    JOIN {table} AS row ON row.{key} = best.id
), ordered AS (
    SELECT id, published_at, score, 0 AS place FROM refined
    UNION ALL
    (SELECT id, published_at, score, 1 FROM best ORDER BY {order} OFFSET %(refined)s)
)
SELECT json_build_object(
    'ids', (SELECT json_agg(id ORDER BY {last}) FROM ordered),
    'total', (SELECT count(*) FROM matched),
    'sections', (SELECT json_object_agg(section, n) FROM (
        SELECT section, count(*) AS n FROM matched WHERE section IS NOT NULL GROUP BY section
    ) AS one),
    'sources', (SELECT json_object_agg(source, n) FROM (
        SELECT source, count(*) AS n FROM matched, unnest(sources) AS source GROUP BY source
        ORDER BY n DESC LIMIT 20
    ) AS one),
    'years', (SELECT json_object_agg(year, n) FROM (
        SELECT extract(year FROM published_at AT TIME ZONE %(zone)s)::int AS year, count(*) AS n
        FROM matched WHERE published_at IS NOT NULL GROUP BY year
    ) AS one)
)::text
"""
RELEVANCE = "score DESC, published_at DESC NULLS FIRST, id DESC"
NEWEST = "published_at DESC NULLS FIRST, id DESC"


def ask(index, question):
    """Return what the index holds for the question."""
    statement, values = written(index, question)
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        answer = json.loads(cursor.fetchone()[0])
    return Found(
        ids=list(dict.fromkeys(answer["ids"] or ())),
        total=answer["total"],
        is_cut=answer["total"] >= question.most,
        sections={int(key): n for key, n in (answer["sections"] or {}).items()},
        sources={int(key): n for key, n in (answer["sources"] or {}).items()},
        years={int(key): n for key, n in (answer["years"] or {}).items()},
    )


def written(index, question):
    """Return the statement and its values; ``manage.py evaluate_search --explain`` prints it."""
    terms = _Terms(question, index.key)
    order, last = RELEVANCE, f"place, {RELEVANCE}"
    refined = rank.REFINED
    if question.newest_first:
        order = last = NEWEST
        refined = 0
    statement = STATEMENT.format(
        key=index.key,
        table=index.table,
        where=terms.where(),
        first="0" if question.newest_first else terms.first(),
        second="0" if question.newest_first else terms.second(),
        order=order,
        last=last,
    )
    return statement, terms.values | {
        "most": question.most,
        "shown": rank.SHOWN,
        "refined": refined,
        "zone": str(timezone.get_default_timezone()),
    }


class _Terms:
    """Writes the parts of the statement and collects their values."""

    def __init__(self, question, key):
        self.question = question
        self.key = key
        self.values = {}

    def value(self, what):
        name = f"v{len(self.values)}"
        self.values[name] = what
        return f"%({name})s"

    def matches(self, column, clause):
        return f"{column} @@ {self.value(clause)}::tsquery"

    def where(self):
        asked = self.question
        found = [self.matches("lexemes", clause) for clause in asked.ways]
        if asked.take_title and asked.title_key:
            found.append(f"title_key = {self.value(asked.title_key)}")
        parts = [f"({' OR '.join(found)})", f"language = ANY({self.value(list(asked.languages))})"]
        if asked.since:
            parts.append(f"published_at >= {self.value(asked.since)}")
        if asked.until:
            parts.append(f"published_at < {self.value(asked.until)}")
        if asked.leave:
            parts.append(f"NOT ({self.key} = ANY({self.value(list(asked.leave))}))")
        return " AND ".join(parts)

    def first(self):
        """The score by the head alone."""
        return " + ".join(["0.0", *self._group_scores(by_text=False), *self._extras("")])

    def second(self):
        """The score by the head and all lexemes."""
        extras = self._extras("row.")
        return " + ".join(["0.0", *self._group_scores(by_text=True), *extras, *self._phrases()])

    def _group_scores(self, by_text):
        for group in self.question.groups:
            each = [self._score(meaning, by_text) for meaning in group]
            yield each[0] if len(each) == 1 else f"greatest({', '.join(each)})"

    def _score(self, meaning, by_text):
        rarity, slips = meaning.rarity(self.question.total), self.question.with_slips
        near = min(rarity, rank.NEAR_RARITY) if meaning.frequency else rank.NEAR_RARITY
        head = "row.head" if by_text else "head"
        cases = [
            (head, meaning.exact("A"), rank.TITLE_EXACT * rarity),
            (head, meaning.own("A"), rank.TITLE_STEM * rarity),
            (head, meaning.kin("A"), rank.TITLE_KIN * rarity),
            (head, slips and meaning.slip("A"), rank.TITLE_NEAR * near),
            (head, meaning.own("B"), rank.LEAD_STEM * rarity),
        ]
        if by_text:
            cases += [
                ("lexemes", meaning.exact(), rank.TEXT_EXACT * rarity),
                ("lexemes", meaning.own(), rank.TEXT_STEM * rarity),
                ("lexemes", meaning.kin(), rank.TEXT_KIN * rarity),
                ("lexemes", slips and meaning.slip(), rank.TEXT_NEAR * near),
            ]
        written = "".join(
            f" WHEN {self.matches(column, clause)} THEN {value:.3f}"
            for column, clause, value in cases
            if clause
        )
        score = f"CASE{written} ELSE 0 END"
        if by_text and not meaning.is_phrase:
            # D is what does not stand in the title.
            again = self.matches("lexemes", meaning.exact("D"))
            score += f" + CASE WHEN {again} THEN {rank.TEXT_AGAIN * rarity:.3f} ELSE 0 END"
        return score

    def _extras(self, row):
        """Freshness, and the query as the whole title."""
        asked = self.question
        fresh = rank.FRESHNESS
        source = "best." if row else ""
        age = f"extract(epoch FROM {self.value(asked.today)} - {source}published_at)::float8"
        yield (
            f"{fresh} * power(0.5::float8, least(60, greatest(0, coalesce({age}, 0)"
            f" / {rank.FRESH_DAYS * 86_400})))"
        )
        if asked.title_key:
            key = self.value(asked.title_key)
            yield f"CASE WHEN {row}title_key = {key} THEN {rank.WHOLE_TITLE} ELSE 0 END"

    def _phrases(self):
        """The query's words one after the other, in any of their forms in the title."""
        single = [group[0] for group in self.question.groups]
        if len(single) < 2 or any(one.is_phrase for one in single):
            return
        steps = [clauses.either([one.exact("A"), one.own("A")]) for one in single]
        title = self.matches("row.head", f"({' <-> '.join(steps)})")
        text = self.matches("lexemes", clauses.phrase([one.typed[0] for one in single]))
        yield (
            f"CASE WHEN {title} THEN {rank.TITLE_PHRASE}"
            f" WHEN {text} THEN {rank.TEXT_PHRASE} ELSE 0 END"
        )
