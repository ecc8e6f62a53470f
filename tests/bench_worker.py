"""`make bench`: how late scheduled stories go out with two workers, one of them killed at its work.

Takes three minutes. The stories are due at two whole minutes; the worker that publishes those of
the first is killed while it does.
"""

import signal
import statistics
from datetime import datetime, timedelta

from django_tasks_db.models import DBTaskResult

from articles import clock, workers
from articles.models import Article, Edition, Event
from articles.states import State
from articles.tasks import TaskResultStatus
from tests.makers import make_author, make_category, make_ready
from tests.worker import WorkerTestCase

STORIES = 120
MINUTE = timedelta(minutes=1)


class WorkerBench(WorkerTestCase):
    patience = 200

    def test_two_workers_and_one_killed(self):
        shared = {"category": make_category(), "bylines": [(make_author(), "writer")]}
        articles = [make_ready(State.SCHEDULED, **shared) for _n in range(STORIES)]
        first = clock.now().replace(second=0, microsecond=0) + MINUTE
        if first - clock.now() < timedelta(seconds=20):
            first += MINUTE
        for number, article in enumerate(articles):
            at = first + (number % 2) * MINUTE
            Article.objects.filter(pk=article.pk).update(scheduled_for=at)
        processes = {name: self.worker(f"--worker-id={name}") for name in ("one", "two")}
        self.wait_for(lambda: workers.living() == 2, "both begin")
        self.wait_for(lambda: Event.objects.filter(name="publish").count() > 10, "it publishes")
        running = DBTaskResult.objects.filter(
            status=TaskResultStatus.RUNNING, task_path__endswith="publish_on_the_minute"
        )
        killed = running.get().worker_ids[-1]
        processes[killed].send_signal(signal.SIGKILL)
        went = Event.objects.filter(name="publish").count()
        self.wait_for(lambda: Event.objects.filter(name="publish").count() >= STORIES, "all")
        self.report(articles, went)

    def report(self, articles, went):
        late, doubles = [], Edition.objects.filter(number__gt=1).count()
        for article in articles:
            first, *again = article.events.filter(name="publish").order_by("pk")
            due = datetime.fromisoformat(first.details["for"])
            late.append((first.at - due).total_seconds())
            doubles += len(again)
        late.sort()
        early = sum(seconds < 0 for seconds in late)
        print(
            f"\n{STORIES} scheduled stories, one of two workers killed after {went}: late by "
            f"{statistics.median(late):.2f} s (median), {late[int(STORIES * 0.95)]:.2f} s (p95), "
            f"{late[-1]:.2f} s (most); {doubles} doubles, {early} early"
        )
        self.assertEqual((doubles, early, len(late)), (0, 0, STORIES))
