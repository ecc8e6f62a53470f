"""The probes tell machines which part is not well, and strangers nothing more."""

from datetime import timedelta
from unittest import mock

from django.db import DatabaseError
from django.db.migrations.recorder import MigrationRecorder
from django.test import SimpleTestCase, TestCase

from articles import clock, workers
from newsroom import health


class LiveTests(SimpleTestCase):
    def test_it_answers_without_the_database(self):
        response = self.client.get("/health/live")
        self.assertEqual((response.status_code, response.content), (200, b"ok"))
        self.assertIn("no-store", response.headers["Cache-Control"])


class ReadyTests(TestCase):
    def test_all_is_well(self):
        workers.mark_published(clock.now())
        response = self.client.get("/health/ready")
        self.assertEqual(response.status_code, 200)
        self.assertEqual(
            response.json(),
            {"ready": True, "parts": dict.fromkeys([*health.CLAIMS, *health.BESIDE], True)},
        )

    def test_without_a_worker_for_two_minutes_it_says_so_and_still_serves_readers(self):
        workers.mark_published(clock.now() - timedelta(minutes=2, seconds=1))
        response = self.client.get("/health/ready")
        self.assertEqual(response.status_code, 200)
        self.assertTrue(response.json()["ready"])
        self.assertFalse(response.json()["parts"]["worker"])

    def test_a_failing_part_is_named_without_a_reason(self):
        def fall(connection):
            raise DatabaseError("password of the database")

        with mock.patch.dict(health.CLAIMS, database=fall):
            response = self.client.get("/health/ready")
        self.assertEqual(response.status_code, 503)
        self.assertFalse(response.json()["parts"]["database"])
        self.assertNotContains(response, "password", status_code=503)

    def test_a_missing_migration_is_seen(self):
        MigrationRecorder.Migration.objects.filter(app="articles").last().delete()
        response = self.client.get("/health/ready")
        self.assertEqual(response.status_code, 503)
        self.assertFalse(response.json()["parts"]["migrations"])

    def test_a_machine_may_ask_by_http_and_by_its_own_name(self):
        with self.settings(SECURE_SSL_REDIRECT=True):
            response = self.client.get("/health/ready", headers={"host": "127.0.0.1:8000"})
        self.assertEqual(response.status_code, 200)
