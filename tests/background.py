"""Run background tasks inside a test, and some tasks to run. A worker process imports them too."""

from unittest import mock

from django.db import connection
from django_tasks_db.management.commands.db_worker import Worker

from articles.tasks import task

DONE = []


def run_tasks():
    """Run all that waits, in this process and as a worker does; return how many tasks that were."""
    worker = Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="a test",
        excluded_queue_names=[],
    )
    # A worker drops old connections; a test's transaction lives on the one it has.
    with mock.patch(f"{Worker.__module__}.close_old_connections"):
        worker.run()
    return worker._run_tasks


@task
def remember(word):
    DONE.append(word)


@task
def fail():
    raise LookupError("لا مصدر بهذا الاسم")


@task
def pass_gate(number):
    """Wait as long as somebody else holds a lock: work whose end a test decides."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s), pg_advisory_unlock(%s)", [number, number])
    return "passed"
