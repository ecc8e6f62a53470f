"""What the machine below must be able to do. Checks only; repairs nothing."""

from django.core.checks import Error, Warning
from django.db import DatabaseError, connections
from PIL import features

OLDEST_POSTGRESQL = 14_00_00
ARABIC_WORD = "قسد"
RECREATE = (
    "Create the database from template0 with ENCODING 'UTF8' LOCALE_PROVIDER builtin "
    "BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C.UTF-8' (before PostgreSQL 17: LOCALE 'C.UTF-8')."
)


def speaks_utf8(connection):
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_encoding")
        return cursor.fetchone() == ("UTF8",)


def knows_arabic_letters(connection):
    """Trigrams of an Arabic word exist. With the locale C there are none, and no error either."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'")
        if cursor.fetchone() is None:
            # Before the first migration. The letters themselves answer the same question.
            cursor.execute("SELECT %s ~ '^[[:alpha:]]+$'", [ARABIC_WORD])
            return cursor.fetchone() == (True,)
        cursor.execute("SELECT cardinality(show_trgm(%s)) > 0", [ARABIC_WORD])
        return cursor.fetchone() == (True,)


def check_database(app_configs=None, databases=None, **kwargs):
    """Refuse a database on which Arabic search would silently find nothing."""
    return [problem for alias in databases or () for problem in problems(connections[alias])]


def problems(connection):
    try:
        return lasting_problems(connection)
    except DatabaseError as error:
        why = str(error).strip().split("\n")[0]
        return [Error(f"The database does not answer: {why}", id="articles.E002")]


def lasting_problems(connection):
    """Return what will not go away by waiting. Raises DatabaseError while nobody answers."""
    if connection.vendor != "postgresql":
        return [Error("The newsroom needs PostgreSQL.", id="articles.E001")]
    with connection.cursor():
        version = connection.connection.server_version
    found = []
    if version < OLDEST_POSTGRESQL:
        found.append(Error("PostgreSQL 14 or newer is needed.", id="articles.E003"))
    if not speaks_utf8(connection):
        found.append(
            Error("The database's encoding is not UTF8.", hint=RECREATE, id="articles.E004")
        )
    elif not knows_arabic_letters(connection):
        found.append(
            Error(
                "The database's locale does not know Arabic letters: search would find nothing.",
                hint=RECREATE,
                id="articles.E005",
            )
        )
    return found


def check_pictures(app_configs=None, **kwargs):
    """What Pillow must be able to do: join Arabic letters on share pictures, and better AVIF.

    Without Raqm letters would stand apart and in the wrong order, on pictures that spread: an
    error, which stops every command and the server. Without AVIF pages are only heavier.
    """
    found = []
    if not features.check("raqm"):
        found.append(
            Error(
                "Pillow is without Raqm: Arabic on share pictures would not be joined.",
                hint="Install Pillow from its wheel.",
                id="articles.E006",
            )
        )
    if not features.check("avif"):
        found.append(
            Warning(
                "Pillow can not write AVIF: readers get WebP and JPEG, a quarter heavier.",
                hint="Install Pillow from its wheel.",
                id="articles.W001",
            )
        )
    return found
