"""The worker as the operator starts it: a process, its end, and what another makes of that."""

import signal

from django.db import connection
from django_tasks_db.models import DBTaskResult

from articles import workers
from articles.models import PeriodicRun
from articles.periodic import PERIODIC
from articles.tasks import TaskResultStatus
from tests.background import fail, pass_gate
from tests.worker import PATIENCE, WorkerTestCase

GATE = 20261126


class WorkerTests(WorkerTestCase):
    def hold_gate(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [GATE])
        self.addCleanup(self.open_gate)

    def open_gate(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock_all()")

    def status_of(self, result):
        return DBTaskResult.objects.get(pk=result.id).status

    def wait_until(self, result, status):
        self.wait_for(lambda: self.status_of(result) == status, f"task {status}")

    def test_a_killed_worker_s_task_runs_to_its_end_in_the_next(self):
        self.hold_gate()
        result = pass_gate.enqueue(GATE)
        first = self.worker()
        self.wait_until(result, TaskResultStatus.RUNNING)
        self.assertEqual(workers.living(), 1)
        self.kill(first)
        self.wait_for(lambda: workers.living() == 0, "PostgreSQL notices the end")
        self.assertEqual(self.status_of(result), TaskResultStatus.RUNNING)
        self.worker()
        self.wait_for(
            lambda: len(DBTaskResult.objects.get(pk=result.id).worker_ids) == 2, "taken up again"
        )
        self.open_gate()
        self.wait_until(result, TaskResultStatus.SUCCESSFUL)
        self.assertEqual(DBTaskResult.objects.get(pk=result.id).return_value, "passed")

    def test_told_to_leave_it_finishes_its_task_and_begins_no_other(self):
        self.hold_gate()
        running = pass_gate.enqueue(GATE)
        worker = self.worker()
        self.wait_until(running, TaskResultStatus.RUNNING)
        waiting = pass_gate.enqueue(GATE)
        worker.send_signal(signal.SIGTERM)
        self.open_gate()
        worker.communicate(timeout=PATIENCE)
        self.assertEqual(worker.returncode, 0)
        self.assertEqual(self.status_of(running), TaskResultStatus.SUCCESSFUL)
        self.assertEqual(self.status_of(waiting), TaskResultStatus.READY)
        self.assertEqual(workers.living(), 0)

    def test_a_failed_task_is_kept_with_its_reason_and_the_next_one_runs(self):
        failed, next_one = fail.enqueue(), pass_gate.enqueue(GATE)
        self.worker()
        self.wait_until(next_one, TaskResultStatus.SUCCESSFUL)
        self.assertEqual(self.status_of(failed), TaskResultStatus.FAILED)
        self.assertIn("لا مصدر بهذا الاسم", DBTaskResult.objects.get(pk=failed.id).traceback)

    def test_two_workers_enqueue_what_is_due_once_also_while_a_long_task_runs(self):
        self.hold_gate()
        PeriodicRun.objects.bulk_create(
            PeriodicRun(name=name, moment="2100-01-01T00:00Z") for name in PERIODIC
        )
        long = [pass_gate.enqueue(GATE), pass_gate.enqueue(GATE)]
        self.worker(), self.worker()
        for result in long:
            self.wait_until(result, TaskResultStatus.RUNNING)
        PeriodicRun.objects.update(moment="2000-01-01T00:00Z")
        self.wait_for(
            lambda: DBTaskResult.objects.count() == 2 + len(PERIODIC), "enqueued beside long tasks"
        )
        self.open_gate()
        self.wait_for(
            lambda: DBTaskResult.objects.successful().count() == 2 + len(PERIODIC), "all done"
        )
        self.assertEqual(DBTaskResult.objects.count(), 2 + len(PERIODIC))

    def test_cut_off_from_the_database_it_ends_and_says_so(self):
        worker = self.worker()
        self.wait_for(lambda: workers.living() == 1, "the worker begins")
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' "
                "AND classid = %s AND pid <> pg_backend_pid()",
                [workers.OURS],
            )
        _said, complaint = worker.communicate(timeout=PATIENCE)
        self.assertEqual(worker.returncode, 1)
        # Whichever of its two connections notices first.
        self.assertRegex(complaint, "it ends: |the database does not answer: ")
        self.assertNotIn("Traceback", complaint)
