"""Whoever schedules a story is told when no worker would publish it."""

from datetime import timedelta
from unittest import mock

from django.db.migrations.recorder import MigrationRecorder
from django.test import TestCase

from articles import clock, workers
from articles.models import PeriodicRun
from articles.workflow import due

MINUTE = timedelta(minutes=1)


class AbsentTests(TestCase):
    def setUp(self):
        self.now = clock.now()

    def test_nobody_is_missed_for_two_minutes(self):
        workers.mark_published(self.now - 2 * MINUTE)
        self.assertIsNone(workers.absent_since(self.now))
        since = self.now - 2 * MINUTE - timedelta(seconds=1)
        workers.mark_published(since)
        self.assertEqual(workers.absent_since(self.now), since)

    def test_a_newsroom_that_never_had_a_worker_is_told_too(self):
        founded = MigrationRecorder.Migration.objects.order_by("-applied").first().applied
        self.assertFalse(PeriodicRun.objects.exists())
        self.assertIsNone(workers.absent_since(founded + MINUTE))
        self.assertEqual(workers.absent_since(founded + 60 * MINUTE), founded)

    def test_the_task_of_each_minute_is_the_proof(self):
        with mock.patch.object(clock, "now", return_value=self.now + 60 * MINUTE):
            self.assertIsNotNone(workers.absent_since())
            due.publish_on_the_minute.call()
            self.assertIsNone(workers.absent_since())

    def test_a_worker_that_is_there_and_publishes_nothing_is_missed(self):
        workers.mark_published(self.now)
        PeriodicRun.objects.update(moment=self.now + 60 * MINUTE)  # enqueued, never done
        self.assertEqual(workers.absent_since(self.now + 60 * MINUTE), self.now)

    def test_one_question_answers_it(self):
        workers.mark_published(self.now)
        with self.assertNumQueries(1):
            workers.absent_since(self.now)
