"""The processes that run background tasks: which of them live, and what a dead one leaves behind.

A worker holds a lock of its own in the database as long as it is connected; PostgreSQL lets it go
however the worker ends. So nobody has to guess from a clock whether a worker still lives. Between
us and PostgreSQL there must be no pooler that shares one session between several clients.
"""

import logging
import zlib
from datetime import timedelta

from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Max
from django_tasks_db.models import DBTaskResult

from articles import clock
from articles.models import PeriodicRun
from articles.tasks import TaskResultStatus, task

OURS = 0x6E657773  # «news»: parts our locks from those of other programs in the same database
ATTEMPTS = 3  # a task that ended three workers would end the fourth as well
PUBLISHING = "publish_due"  # the periodic task that proves that work is being done
ABSENT = timedelta(minutes=2)
DAYS_SUCCESSFUL = 3  # how long the administrator can read what went well …
DAYS_FAILED = 30  # … and what did not

LIVING = """
    SELECT objid::bigint FROM pg_locks
    WHERE locktype = 'advisory' AND classid = %s AND objsubid = 2 AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""

logger = logging.getLogger(__name__)


class WorkerLost(Exception):
    """A task ended every worker that ran it."""


def sign_in(worker_id):
    """Count this worker among the living until this connection to the database ends."""
    with connection.cursor() as cursor:
        # Shared, so that two names with the same number would not wait for each other.
        cursor.execute("SELECT pg_advisory_lock_shared(%s, %s)", [OURS, _number(worker_id)])


def living():
    """Return the number of workers that are connected to this database now."""
    return len(_living())


def mark_published(now):
    """Note that what was due is published. Proves more than a worker that is merely connected."""
    PeriodicRun.objects.update_or_create(
        name=PUBLISHING, defaults={"done_at": now}, create_defaults={"done_at": now, "moment": now}
    )


def absent_since(now=None):
    """Since when nothing scheduled could have gone out, once that is two minutes; else None.

    A newsroom that never had a worker counts from the day when its tables were made.
    """
    runs = PeriodicRun.objects.filter(name=PUBLISHING)
    since = runs.values_list("done_at", flat=True).first() or _founded()
    return since if since is None or (now or clock.now()) - since > ABSENT else None


def _founded():
    return MigrationRecorder.Migration.objects.aggregate(last=Max("applied"))["last"]


@transaction.atomic
def take_back():
    """Make the tasks of dead workers ready again, and return how many tasks that were.

    Such a task runs a second time from its beginning. One that has ended ``ATTEMPTS`` workers is
    marked as failed instead.
    """
    # First what runs, then who lives: a worker signs in before it takes a task.
    running = list(DBTaskResult.objects.running().select_for_update(skip_locked=True))
    present = _living() if running else ()
    lost = [one for one in running if _number(one.worker_ids[-1]) not in present]
    for one in lost:
        if len(one.worker_ids) >= ATTEMPTS:
            one.set_failed(WorkerLost(f"{len(one.worker_ids)} workers ended while they ran it"))
        else:
            one.status = TaskResultStatus.READY
            one.save(update_fields=["status"])
        logger.warning("worker lost, task=%s path=%s: %s", one.pk, one.task_path, one.status)
    return len(lost)


@task
def forget_finished():
    """Remove the rows of finished tasks once nobody will ask for them."""
    call_command(
        "prune_db_task_results",
        queue_name="*",
        min_age_days=DAYS_SUCCESSFUL,
        failed_min_age_days=DAYS_FAILED,
        verbosity=0,
    )


def _living():
    with connection.cursor() as cursor:
        cursor.execute(LIVING, [OURS])
        return {number for (number,) in cursor.fetchall()}


def _number(worker_id):
    """A worker's name as a positive number of 31 bits, which every kind of lock key can hold."""
    return zlib.crc32(worker_id.encode()) & 0x7FFFFFFF
