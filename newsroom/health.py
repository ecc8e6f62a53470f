"""Answer the machines that ask whether the site is well. Says which part fails, never why."""

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache

from articles import checks, workers


@never_cache
def live(request):
    """The process answers. Asks nothing of the database, which has its own probe."""
    return HttpResponse("ok", content_type="text/plain; charset=utf-8")


@never_cache
def ready(request):
    """Everything that a page needs is there: 200, or 503 with the name of the part that is not.

    What is needed besides is only named: a server is not taken from readers for want of a worker.
    """
    parts = {name: _holds(claim) for name, claim in CLAIMS.items()}
    well = all(parts.values())
    beside = {name: _holds(claim) for name, claim in BESIDE.items()}
    return JsonResponse({"ready": well, "parts": parts | beside}, status=200 if well else 503)


def _holds(claim):
    try:
        return claim(connections[DEFAULT_DB_ALIAS])
    except DatabaseError:
        return False


def _database_answers(connection):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def _migrations_are_applied(connection):
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _worker_works(connection):
    return workers.absent_since() is None


CLAIMS = {
    "database": _database_answers,
    "migrations": _migrations_are_applied,
    "encoding": checks.speaks_utf8,
    "arabic_search": checks.knows_arabic_letters,
}
BESIDE = {"worker": _worker_works}
