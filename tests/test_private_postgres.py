"""The private PostgreSQL survives what happens to processes. Uses a cluster of its own."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from unittest import mock

import psycopg2
from django.conf import settings
from django.test import SimpleTestCase

from newsroom import private_postgres

USER_OF_THE_SERVER = """
import sys
from newsroom import private_postgres
private_postgres.hold()
print("ready", flush=True)
sys.stdin.read()
"""


class Person:
    """A process that uses the server until it is told to leave."""

    def __init__(self, var_dir, **env):
        self.process = subprocess.Popen(
            [sys.executable, "-c", USER_OF_THE_SERVER],
            cwd=settings.BASE_DIR,
            env=os.environ | {"VAR_DIR": str(var_dir), "DATABASE_URL": ""} | env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def wait_until_ready(self):
        assert self.process.stdout.readline() == "ready\n"
        return self

    def leave(self):
        self.process.communicate(timeout=60)

    def kill(self):
        self.process.kill()
        self.process.communicate(timeout=60)


class PrivatePostgresTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        folder = tempfile.TemporaryDirectory(prefix="newsroom-")
        cls.addClassCleanup(folder.cleanup)
        os.chmod(folder.name, 0o711)
        cls.var_dir = Path(folder.name)
        environment = mock.patch.dict(os.environ, VAR_DIR=folder.name, DATABASE_URL="")
        environment.start()
        cls.addClassCleanup(environment.stop)

    def tearDown(self):
        self.assertFalse(self.answers(), "a test left the server running")

    def person(self, **env):
        return Person(self.var_dir, **env)

    def query(self, sql):
        place = private_postgres.database()
        connection = psycopg2.connect(
            host=place["HOST"], port=place["PORT"], user=place["USER"], dbname=place["NAME"]
        )
        try:
            with connection.cursor() as cursor:
                cursor.execute(sql)
                return cursor.fetchone()[0]
        finally:
            connection.close()

    def answers(self):
        try:
            return self.query("SELECT 1") == 1
        except psycopg2.OperationalError:
            return False

    def note(self):
        return private_postgres.data_folder() / "postmaster.pid"

    def test_two_may_start_it_at_once_and_the_last_to_leave_stops_it(self):
        first, second = self.person(), self.person()
        first.wait_until_ready()
        second.wait_until_ready()
        first.leave()
        self.assertTrue(self.answers())
        second.leave()
        self.assertFalse(self.answers())

    def test_a_killed_user_is_not_counted(self):
        killed = self.person().wait_until_ready()
        killed.kill()
        self.assertTrue(self.answers())
        self.person().wait_until_ready().leave()
        self.assertFalse(self.answers())

    def test_a_killed_server_starts_again(self):
        person = self.person().wait_until_ready()
        os.kill(int(self.note().read_text().split()[0]), signal.SIGKILL)
        person.kill()
        person = self.person().wait_until_ready()
        self.assertTrue(self.answers())
        person.leave()

    def test_a_note_with_the_number_of_another_process_does_not_stop_it(self):
        self.person().wait_until_ready().leave()
        data = private_postgres.data_folder()
        self.note().write_text(f"{os.getpid()}\n{data}\n0\n5432\n{data}\n\n0 0\nready\n")
        person = self.person().wait_until_ready()
        self.assertTrue(self.answers())
        person.leave()

    def test_it_knows_arabic_letters_whatever_the_locale_of_the_machine(self):
        person = self.person(LANG="C", LC_ALL="C").wait_until_ready()
        self.assertEqual(self.query("SHOW server_encoding"), "UTF8")
        self.assertTrue(self.query("SELECT 'قسد' ~ '^[[:alpha:]]+$'"))
        person.leave()

    def test_it_listens_on_no_network_address(self):
        person = self.person().wait_until_ready()
        self.assertEqual(self.query("SHOW listen_addresses"), "")
        person.leave()


class PlaceTests(SimpleTestCase):
    def test_a_deep_folder_gets_a_short_socket(self):
        with mock.patch.dict(os.environ, VAR_DIR="/" + "deep/" * 30, DATABASE_URL=""):
            socket = f"{private_postgres.database()['HOST']}/.s.PGSQL.5432"
        self.assertLess(len(os.fsencode(socket)), 104)

    def test_nothing_is_started_when_a_database_is_named(self):
        with (
            mock.patch.dict(os.environ, DATABASE_URL="postgresql://x@db/x"),
            mock.patch.object(private_postgres, "_held", None),
            mock.patch.object(private_postgres, "_start") as start,
        ):
            private_postgres.hold()
        start.assert_not_called()
