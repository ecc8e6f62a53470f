"""A scheduled story and several who want it at once, on real connections: one order, never both."""

import threading
import time
from datetime import timedelta
from functools import partial

from django.db import connection, transaction
from django.test import TransactionTestCase
from django_tasks_db.models import DBTaskResult

from articles import clock, workers, workflow
from articles.models import Article, Edition, Event, PeriodicRun
from articles.states import State
from articles.workflow import due
from tests.background import pass_gate
from tests.makers import make_ready, make_user
from tests.test_races import at_once
from tests.worker import PATIENCE, WorkerTestCase

ROUNDS = 5
GATE = 20261127


def make_due(by=None, minutes=1, **values):
    """A story whose time came some minutes ago."""
    article = make_ready(State.SCHEDULED, **values)
    at = clock.now() - timedelta(minutes=minutes)
    Article.objects.filter(pk=article.pk).update(scheduled_for=at, scheduled_by=by)
    article.refresh_from_db()
    return article


def published(article):
    """The number of the edition that readers have, and how often the story went out."""
    edition = Edition.objects.live().filter(article=article).first()
    times = Event.objects.filter(article=article, name="publish").count()
    return (edition.number if edition else None, times)


class RaceTests(TransactionTestCase):
    def assert_no_error(self, results):
        self.assertEqual([one for one in results if isinstance(one, Exception)], [])

    def test_two_workers_publish_each_story_once(self):
        for _round in range(ROUNDS):
            articles = [make_due(minutes=n + 1) for n in range(6)]
            first, second = at_once(workflow.publish_due, workflow.publish_due)
            self.assert_no_error([first, second])
            self.assertEqual(sorted(first + second), sorted(one.pk for one in articles))
            for article in articles:
                self.assertEqual(published(article), (1, 1))

    def test_an_editor_who_unschedules_wins_or_loses_whole(self):
        for _round in range(ROUNDS):
            article = make_due()
            went, refused = at_once(
                workflow.publish_due, partial(workflow.move, article, "unschedule")
            )
            article.refresh_from_db()
            if went:
                self.assertIsInstance(refused, workflow.NotAllowed)
                self.assertEqual((article.state, published(article)), (State.PUBLISHED, (1, 1)))
            else:
                self.assertEqual((article.state, published(article)), (State.READY, (None, 0)))

    def test_an_editor_who_moves_it_to_later_wins_or_loses_whole(self):
        for _round in range(ROUNDS):
            article = make_due()
            later = clock.now() + timedelta(hours=1)
            went, refused = at_once(
                workflow.publish_due, partial(workflow.schedule, article, later)
            )
            article.refresh_from_db()
            if went:
                self.assertIsInstance(refused, workflow.Refused)
                self.assertEqual(published(article), (1, 1))
            else:
                self.assertEqual((article.scheduled_for, published(article)), (later, (None, 0)))

    def test_an_editor_who_edits_has_the_whole_change_public_or_pending(self):
        for _round in range(ROUNDS):
            article = make_due(body_ar="<p>إن أعمال الطريق تبدأ في مارس: أول.</p>")
            change = {
                "title_ar": "عنوان آخر للخبر ذاته",
                "body_ar": "<p>إن أعمال الطريق تبدأ في مارس: ثان.</p>",
            }
            results = at_once(workflow.publish_due, partial(workflow.edit, article, change))
            self.assert_no_error(results)
            article.refresh_from_db()
            self.assertEqual(published(article), (1, 1))
            edition = Edition.objects.get(article=article)
            self.assertEqual("ثان" in edition.body, edition.title == change["title_ar"])
            self.assertEqual(article.pending, "أول" in edition.body)

    def test_an_editor_who_publishes_by_hand_makes_no_second_edition_of_it(self):
        editor = make_user("desk_editor")
        for _round in range(ROUNDS):
            article = make_due(editor)
            at_once(workflow.publish_due, partial(workflow.publish, article, by=editor))
            number, _times = published(article)
            self.assertEqual(number, 1)
            article.refresh_from_db()
            self.assertEqual(article.state, State.PUBLISHED)

    def test_a_story_in_other_hands_holds_up_no_other_and_is_not_put_off_for_a_minute(self):
        busy, free = make_due(minutes=2), make_due(minutes=1)
        went = []
        worker = threading.Thread(target=partial(self.publish, went))
        with transaction.atomic():
            workflow.lock(busy)
            worker.start()
            end = time.monotonic() + PATIENCE
            while published(free) == (None, 0) and time.monotonic() < end:
                time.sleep(0.02)
            self.assertEqual((published(busy), published(free)), ((None, 0), (1, 1)))
        worker.join(timeout=PATIENCE)
        self.assertEqual(went, [busy.pk, free.pk])

    def publish(self, went):
        try:
            went += workflow.publish_due()
        finally:
            connection.close()


def open_gate():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock_all()")


class ProcessTests(WorkerTestCase):
    def blocked(self):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = %s::regclass",
                [Event._meta.db_table],
            )
            return cursor.fetchone()[0]

    def test_killed_in_the_middle_of_a_publication_it_leaves_nothing_and_the_next_ends_it(self):
        article = make_due()
        first = self.worker()
        with transaction.atomic(), connection.cursor() as cursor:
            # Editions are made by then; the event is the last that a publication writes.
            cursor.execute(f"LOCK TABLE {Event._meta.db_table} IN SHARE MODE")
            self.wait_for(self.blocked, "the worker is inside the publication")
            self.kill(first)
            self.wait_for(lambda: workers.living() == 0, "PostgreSQL notices the end")
        self.assertEqual(published(article), (None, 0))
        article.refresh_from_db()
        self.assertEqual(article.state, State.SCHEDULED)
        self.worker()
        self.wait_for(lambda: published(article) != (None, 0), "the next worker publishes")
        self.assertEqual(published(article), (1, 1))

    def test_a_long_task_of_the_only_worker_holds_up_no_story(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [GATE])
            self.addCleanup(open_gate)
        long = pass_gate.enqueue(GATE)
        self.worker()
        running = DBTaskResult.objects.running().filter(pk=long.id)
        self.wait_for(running.exists, "the long task runs")
        article = make_due()
        PeriodicRun.objects.filter(name=workers.PUBLISHING).update(moment="2000-01-01T00:00Z")
        self.wait_for(lambda: published(article) == (1, 1), "the story goes out beside it")
        self.assertTrue(running.exists())

    def test_two_worker_processes_publish_each_story_once(self):
        articles = [make_due(minutes=n + 1) for n in range(12)]
        ahead = make_ready(State.SCHEDULED)
        self.worker(), self.worker()
        self.wait_for(lambda: not due._due(clock.now()).exists(), "all went out")
        self.assertEqual({published(one) for one in articles}, {(1, 1)})
        self.assertEqual(published(ahead), (None, 0))
        self.assertIsNone(workers.absent_since())
