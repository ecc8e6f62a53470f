"""A schema with search's own tables, to be filled, asked and dropped. The others stay untouched."""

from contextlib import contextmanager
from functools import lru_cache
from io import StringIO

from django.db import connection

from articles.models.fields import folded_list
from articles.search import vocabulary
from articles.search.lexemes import VERSION, cut, month, of_words, year
from articles.text.spellings import groups

SCHEMA = "search_evaluation"
TABLES = (
    "articles_editionindex",
    "articles_lexeme",
    "articles_lexemechange",
    "articles_synonym",
    "articles_alias",
)
BATCH = 2_000


@contextmanager
def schema(keep=False):
    """Make the tables of the schema those that search reads; drop it in the end, unless it is kept.

    Gives the number of texts that a kept schema holds already, 0 for a new one.
    """
    with connection.cursor() as cursor:
        held = _held(cursor) if keep else 0
        if not held:
            _make(cursor)
        cursor.execute(f"SET search_path = {SCHEMA}, public")
    try:
        yield held
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SET search_path = public")
            if not keep:
                cursor.execute(f"DROP SCHEMA {SCHEMA} CASCADE")


def _held(cursor):
    """Count the texts of a schema that was kept; one that was not finished does not count."""
    cursor.execute("SELECT to_regclass(%s)", [f"{SCHEMA}.finished"])
    if cursor.fetchone() == (None,):
        return 0
    cursor.execute(f"SELECT texts FROM {SCHEMA}.finished")  # noqa: S608 - our own constant
    return cursor.fetchone()[0]


def _make(cursor):
    cursor.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
    cursor.execute(f"CREATE SCHEMA {SCHEMA}")
    for table in TABLES:
        cursor.execute(
            f"CREATE TABLE {SCHEMA}.{table} (LIKE public.{table} INCLUDING ALL EXCLUDING INDEXES)"
        )


def finish(texts):
    """Note that the schema is whole and how many texts it holds."""
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE {SCHEMA}.finished AS SELECT %s AS texts", [texts])


def fill(texts, tell):
    """Load texts into the index, as publishing would, and count their words; ``tell`` hears how
    far it is."""
    keep = lru_cache(maxsize=200_000)(cut)
    rows, done = [], 0
    with connection.cursor() as cursor:
        for text in texts:
            rows.append(_row(text, keep))
            if len(rows) == BATCH:
                done += _copy(cursor, rows)
                tell(f"texts: {done}")
        done += _copy(cursor, rows)
        cursor.execute("SET maintenance_work_mem = '512MB'")
        for table in TABLES:
            tell(f"indexes of {table}")
            _index(cursor, table)
        tell("words")
        cursor.executemany(
            "INSERT INTO articles_synonym (spellings, folded) VALUES (%s, %s)",
            [("، ".join(one.words), folded_list("، ".join(one.words))) for one in groups()],
        )
    vocabulary.recount()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE articles_editionindex")
        cursor.execute("ANALYZE articles_lexeme")
    return done


def sizes():
    """Return the bytes of the table of the index, of its indexes and of the words."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_table_size('articles_editionindex'),"
            " pg_indexes_size('articles_editionindex'), pg_total_relation_size('articles_lexeme')"
        )
        return dict(zip(("texts", "indexes", "words"), cursor.fetchone(), strict=True))


def _row(text, keep):
    body = [word for piece in text.pieces for word in keep(piece)]
    made = of_words(cut(text.title), [], body, [year(text.at), month(text.at)])
    values = (
        "ar", text.at.isoformat(), r"\N", "{}", made.title_key, made.head, made.lexemes,
        str(VERSION), str(text.id),
    )  # fmt: skip
    return "\t".join(value.replace("\\", "\\\\") if value != r"\N" else value for value in values)


def _copy(cursor, rows):
    written = StringIO("".join(f"{row}\n" for row in rows))
    columns = (
        "language, published_at, section, sources, title_key, head, lexemes, version, edition_id"
    )
    cursor.copy_expert(f"COPY articles_editionindex ({columns}) FROM STDIN", written)
    number = len(rows)
    rows.clear()
    return number


def _index(cursor, table):
    cursor.execute(
        "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = %s", [table]
    )
    for (definition,) in cursor.fetchall():
        cursor.execute(definition.replace(" ON public.", f" ON {SCHEMA}."))
