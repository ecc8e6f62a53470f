"""What the newsroom does at regular moments, in one table, and the enqueueing of what is due.

Moments are counted from midnight UTC: a task for every 15 minutes is due at 0, 15, 30 and 45
minutes past each hour, by the database's clock. Each moment is served once, however many workers
there are, and never early. Of the moments that passed without a worker only the last is made up.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import transaction
from django_tasks_db.models import DBTaskResult

from articles import clock, presence, readership, workers
from articles.models import PeriodicRun
from articles.search import vocabulary
from articles.workflow import due

START = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Periodic:
    """A task without arguments and the time from one of its moments to the next."""

    task: Any
    every: timedelta

    def moment(self, now):
        """Return the last moment that is not after ``now``.

        >>> Periodic(None, timedelta(minutes=15)).moment(datetime(2026, 11, 26, 9, 44, tzinfo=UTC))
        datetime.datetime(2026, 11, 26, 9, 30, tzinfo=datetime.timezone.utc)
        """
        return START + (now - START) // self.every * self.every


# The names are kept in the database: a renamed task counts as new and runs at once.
PERIODIC = {
    workers.PUBLISHING: Periodic(due.publish_on_the_minute, every=timedelta(minutes=1)),
    "count_changed_words": Periodic(vocabulary.count_changes, every=timedelta(minutes=1)),
    "count_all_words": Periodic(vocabulary.count_all, every=timedelta(days=1)),
    "forget_read_marks": Periodic(readership.forget_marks, every=timedelta(hours=1)),
    "forget_presences": Periodic(presence.forget, every=timedelta(minutes=10)),
    "forget_finished_tasks": Periodic(workers.forget_finished, every=timedelta(days=1)),
}


def enqueue_due(periodic=PERIODIC):
    """Enqueue each periodic task whose moment has come and return their names.

    A task whose last run waits or is still under way is enqueued when that has finished.
    """
    now = clock.now()
    served = dict(PeriodicRun.objects.values_list("name", "moment"))
    return [
        name
        for name, one in periodic.items()
        if served.get(name, START) < one.moment(now) and _enqueue(name, one, now)
    ]


@transaction.atomic
def _enqueue(name, periodic, now):
    """Serve the moment unless another worker did; moment and task are written together or not."""
    PeriodicRun.objects.get_or_create(name=name, defaults={"moment": START})
    run = PeriodicRun.objects.select_for_update().get(name=name)
    unfinished = DBTaskResult.objects.filter(pk=run.result, finished_at=None)
    if run.moment >= periodic.moment(now) or unfinished.exists():
        return False
    run.moment = periodic.moment(now)
    run.result = periodic.task.enqueue().id
    run.save()
    return True
