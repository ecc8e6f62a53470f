"""Tasks run when they are safe, periodic ones once a moment; what a dead worker left runs again."""

from datetime import UTC, datetime, timedelta
from unittest import mock

from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.test import SimpleTestCase, TestCase, TransactionTestCase
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles import clock, periodic, workers
from articles.models import PeriodicRun
from articles.periodic import PERIODIC, Periodic
from articles.tasks import TaskResultStatus
from tests import background
from tests.background import remember, run_tasks
from tests.test_races import at_once

NINE = datetime(2026, 11, 26, 9, tzinfo=UTC)
QUARTER = timedelta(minutes=15)


class EnqueueTests(TransactionTestCase):
    def setUp(self):
        background.DONE.clear()

    def test_a_task_is_undone_with_the_change_that_asked_for_it(self):
        with transaction.atomic():
            remember.enqueue("مع التغيير الأول")
            User.objects.create_user("hiba")
        with self.assertRaises(ZeroDivisionError), transaction.atomic():
            remember.enqueue("مع تغيير أُلغي")
            User.objects.create_user("salma")
            raise ZeroDivisionError
        self.assertEqual(run_tasks(), 1)
        self.assertEqual(background.DONE, ["مع التغيير الأول"])

    def test_a_task_never_runs_where_it_is_enqueued(self):
        remember.enqueue("لاحقًا")
        self.assertEqual(background.DONE, [])

    def test_a_task_waits_for_its_time(self):
        later = timezone.now() + timedelta(minutes=1)
        remember.using(run_after=later).enqueue("في موعده")
        self.assertEqual(run_tasks(), 0)
        with mock.patch("django.utils.timezone.now", return_value=later):
            self.assertEqual(run_tasks(), 1)


class MomentTests(SimpleTestCase):
    def test_the_last_moment_is_never_ahead_and_never_a_whole_period_behind(self):
        for minutes, expected in ((0, 0), (1, 0), (14, 0), (15, 15), (29, 15), (59, 45)):
            with self.subTest(minutes):
                now = NINE + timedelta(minutes=minutes)
                moment = Periodic(remember, QUARTER).moment(now)
                self.assertEqual(moment, NINE + timedelta(minutes=expected))


class PeriodicTests(TestCase):
    table = {"say": Periodic(remember, QUARTER)}

    def at(self, minutes):
        """What is enqueued when the database's clock stands so many minutes past nine."""
        with mock.patch.object(clock, "now", return_value=NINE + timedelta(minutes=minutes)):
            return periodic.enqueue_due(self.table)

    def finish(self):
        DBTaskResult.objects.update(status=TaskResultStatus.SUCCESSFUL, finished_at=timezone.now())

    def test_each_moment_is_served_once_and_never_early(self):
        self.assertEqual(self.at(0), ["say"], "a new task runs at once")
        self.finish()
        self.assertEqual([self.at(minute) for minute in (0, 7, 14.99)], [[], [], []])
        self.assertEqual(self.at(15), ["say"])
        self.assertEqual(PeriodicRun.objects.get().moment, NINE + QUARTER)

    def test_after_a_long_pause_it_runs_once_and_not_for_every_moment_missed(self):
        self.at(0)
        self.finish()
        self.assertEqual(self.at(600), ["say"])
        self.finish()
        self.assertEqual(self.at(601), [])

    def test_a_run_that_is_not_finished_is_not_overtaken(self):
        self.at(0)
        self.assertEqual(self.at(15), [])
        self.finish()
        self.assertEqual(self.at(16), ["say"])

    def test_a_clock_that_goes_back_serves_nothing_twice(self):
        self.at(30)
        self.finish()
        self.assertEqual(self.at(10), [])

    def test_a_task_that_can_not_be_enqueued_leaves_its_moment_open(self):
        with (
            mock.patch.object(DBTaskResult.objects, "create", side_effect=ZeroDivisionError),
            self.assertRaises(ZeroDivisionError),
        ):
            self.at(0)
        self.assertEqual(self.at(1), ["say"])

    def test_what_is_not_due_costs_one_short_query(self):
        self.at(0)
        self.finish()
        with self.assertNumQueries(1):
            self.assertEqual(self.at(1), [])

    def test_every_task_of_the_newsroom_can_run(self):
        self.assertEqual(periodic.enqueue_due(), list(PERIODIC))
        self.assertEqual(run_tasks(), len(PERIODIC))
        self.assertEqual(DBTaskResult.objects.successful().count(), len(PERIODIC))


class TwoWorkersTests(TransactionTestCase):
    def test_two_clocks_at_once_serve_a_moment_once(self):
        table = {"say": Periodic(remember, QUARTER)}
        for _time in range(5):
            PeriodicRun.objects.all().delete()
            DBTaskResult.objects.all().delete()
            both = at_once(*[lambda: periodic.enqueue_due(table)] * 2)
            self.assertCountEqual(both, [["say"], []])
            self.assertEqual(DBTaskResult.objects.count(), 1)


class LostTests(TestCase):
    def running(self, *worker_ids):
        remember.enqueue("مرة أخرى")
        task = DBTaskResult.objects.latest("enqueued_at")
        for worker_id in worker_ids:
            task.claim(worker_id)
        return task

    def test_the_task_of_a_living_worker_is_left_to_it(self):
        workers.sign_in("غرفة الأخبار")
        self.addCleanup(self.sign_out)
        task = self.running("غرفة الأخبار")
        self.assertEqual(workers.living(), 1)
        self.assertEqual(workers.take_back(), 0)
        task.refresh_from_db()
        self.assertEqual(task.status, TaskResultStatus.RUNNING)

    def sign_out(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock_all()")

    def test_the_task_of_a_dead_worker_waits_for_another(self):
        task = self.running("worker that was killed")
        with self.assertLogs("articles.workers", "WARNING"):
            self.assertEqual(workers.take_back(), 1)
        self.assertEqual(run_tasks(), 1)
        task.refresh_from_db()
        self.assertEqual(task.status, TaskResultStatus.SUCCESSFUL)
        self.assertEqual(task.worker_ids, ["worker that was killed", "a test"])

    def test_a_task_that_ends_its_workers_is_given_up(self):
        task = self.running("first", "second", "third")
        with self.assertLogs("articles.workers", "WARNING"):
            workers.take_back()
        task.refresh_from_db()
        self.assertEqual(task.status, TaskResultStatus.FAILED)
        self.assertIn("WorkerLost", task.traceback)


class StartTests(TestCase):
    def test_no_worker_runs_on_tables_older_than_the_program(self):
        MigrationRecorder.Migration.objects.filter(app="articles").last().delete()
        with self.assertRaisesMessage(CommandError, "manage.py migrate"):
            call_command("work")


class ForgetTests(TestCase):
    def finished(self, status, days):
        remember.enqueue("قديم")
        task = DBTaskResult.objects.latest("enqueued_at")
        task.status, task.finished_at = status, timezone.now() - timedelta(days=days)
        task.save()
        return task

    def test_failures_are_kept_longer_than_successes(self):
        old = [
            self.finished(TaskResultStatus.SUCCESSFUL, workers.DAYS_SUCCESSFUL + 1),
            self.finished(TaskResultStatus.FAILED, workers.DAYS_FAILED + 1),
        ]
        kept = [
            self.finished(TaskResultStatus.SUCCESSFUL, workers.DAYS_SUCCESSFUL - 1),
            self.finished(TaskResultStatus.FAILED, workers.DAYS_SUCCESSFUL + 1),
        ]
        remember.enqueue("لم يبدأ بعد")
        workers.forget_finished.call()
        left = set(DBTaskResult.objects.exclude(finished_at=None))
        self.assertEqual(left, set(kept), f"{old} should be gone")
        self.assertEqual(DBTaskResult.objects.filter(finished_at=None).count(), 1)
