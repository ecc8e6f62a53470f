"""What PostgreSQL finds by itself: its Arabic configuration, websearch_to_tsquery and ts_rank."""

from django.db import OperationalError, connection, transaction

PATIENCE = "20s"
QUERY = """
    SELECT id FROM naive, websearch_to_tsquery('arabic', %s) AS asked
    WHERE search @@ asked ORDER BY ts_rank(search, asked) DESC LIMIT 10
"""


def make(texts, tell):
    """Load the texts as plain PostgreSQL search would have them."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE naive (id bigint PRIMARY KEY, search tsvector)")
        rows = []
        for number, text in enumerate(texts, start=1):
            rows.append((text.id, f"{text.title}\n{' '.join(text.pieces)}"))
            if len(rows) == 1_000:
                _insert(cursor, rows)
                tell(f"naive texts: {number}")
        _insert(cursor, rows)
        tell("naive index")
        cursor.execute("CREATE INDEX ON naive USING gin (search)")
        cursor.execute("ANALYZE naive")


def find(text):
    """Return ids as the naive query orders them; none when it takes longer than PATIENCE."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL statement_timeout = '{PATIENCE}'")
            cursor.execute(QUERY, [text])
            return [pk for (pk,) in cursor.fetchall()]
    except OperationalError:
        return []


def _insert(cursor, rows):
    if rows:
        holes = ", ".join(["(%s, to_tsvector('arabic', %s))"] * len(rows))
        cursor.execute(
            f"INSERT INTO naive (id, search) VALUES {holes}",  # noqa: S608 - holes only
            [value for row in rows for value in row],
        )
        rows.clear()
