"""Settings are read from the environment, and a wrong one is named in one line."""

import os
import subprocess
import sys
from pathlib import Path
from unittest import mock

from django.conf import settings
from django.test import SimpleTestCase

from newsroom import env


class ReaderTests(SimpleTestCase):
    READ = (
        (env.text, " غرفة الأخبار ", "غرفة الأخبار"),
        (env.flag, "1", True),
        (env.flag, "Off", False),
        (env.number, "8000", 8000),
        (lambda name: env.choice(name, ("western", "eastern")), "eastern", "eastern"),
        (env.items, "a.org, b.org,", ["a.org", "b.org"]),
        (env.url, "https://news.example/", "https://news.example"),
        (env.path, "/srv/var", Path("/srv/var")),
        (
            env.contacts,
            "a@b.example, https://b.example/s",
            ["mailto:a@b.example", "https://b.example/s"],
        ),
    )
    REFUSED = (
        (env.flag, "maybe"),
        (env.number, "٨٠٠٠"),
        (env.number, "-1"),
        (lambda name: env.choice(name, ("western", "eastern")), "roman"),
        (env.url, "news.example"),
        (env.url, "javascript:alert(1)"),
        (env.contacts, "b.example"),
        (env.contacts, "javascript:a@b.example"),
        (env.contacts, "a@b.example\nExpires: x"),
        (env.database, "mysql://u:p@h/name"),
        (env.database, "postgresql://u:p@h:port/name"),
        (env.database, "postgresql://u:p@h/"),
    )

    def set(self, value):
        return mock.patch.dict(os.environ, NEWSROOM_TEST=value)

    def test_each_kind_is_read(self):
        for read, value, expected in self.READ:
            with self.subTest(value), self.set(value):
                self.assertEqual(read("NEWSROOM_TEST"), expected)

    def test_a_wrong_value_is_refused_with_its_name(self):
        for read, value in self.REFUSED:
            with (
                self.subTest(value),
                self.set(value),
                self.assertRaisesMessage(env.CannotStart, "NEWSROOM_TEST "),
            ):
                read("NEWSROOM_TEST")

    def test_empty_counts_as_not_set(self):
        with self.set("  "):
            self.assertEqual(env.number("NEWSROOM_TEST", 7), 7)
            with self.assertRaises(env.CannotStart):
                env.text("NEWSROOM_TEST")

    def test_a_database_address_is_taken_apart(self):
        address = "postgresql://us%40er:p%2Fss@db.example:5433/news?sslmode=require"
        with self.set(address):
            read = env.database("NEWSROOM_TEST")
        self.assertEqual(
            (read["USER"], read["PASSWORD"], read["HOST"], read["PORT"], read["NAME"]),
            ("us@er", "p/ss", "db.example", "5433", "news"),
        )
        self.assertEqual(read["OPTIONS"], {"sslmode": "require"})

    def test_a_password_is_never_repeated(self):
        with (
            self.set("postgresql://user:verysecret@host:port/name"),
            self.assertRaises(env.CannotStart) as refused,
        ):
            env.database("NEWSROOM_TEST")
        self.assertNotIn("verysecret", str(refused.exception))


class StartTests(SimpleTestCase):
    """A real installation says what is missing in one line, without a traceback."""

    REAL = {
        "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none",
        "SECRET_KEY": "0123456789abcdefghij" * 3,
        "ALLOWED_HOSTS": "news.example",
        "TRIAL": "",
        "DEBUG": "",
        "HTTPS": "",
        "SITE_URL": "",
    }

    def start(self, *command, **changes):
        return subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=settings.BASE_DIR,
            env=os.environ | self.REAL | changes,
            capture_output=True,
            text=True,
            timeout=60,
        )

    def setting(self, name, **changes):
        answer = self.start(
            "diffsettings", "--all", "--output", "unified", PYTHONIOENCODING="utf-8", **changes
        )
        self.assertEqual(answer.returncode, 0, answer.stderr)
        (line,) = [row for row in answer.stdout.splitlines() if row[2:].startswith(f"{name} =")]
        return line.split(" = ", 1)[1]

    def test_what_is_missing_is_named(self):
        wrong = (
            ("SECRET_KEY", ""),
            ("ALLOWED_HOSTS", ""),
            ("DEBUG", "perhaps"),
            ("TIME_ZONE", "Mars/Olympus"),
            ("LOG_LEVEL", "LOUD"),
            ("SITE_URL", "news.example"),
        )
        for name, value in wrong:
            with self.subTest(name):
                ended = self.start("diffsettings", **{name: value})
                self.assertEqual(ended.returncode, 1)
                self.assertRegex(ended.stderr, rf"\Anewsroom: {name} .+\n\Z")

    def test_a_real_installation_passes_djangos_own_deployment_check(self):
        ended = self.start(
            "check", "--deploy", "--tag", "security", "--fail-level", "WARNING", HSTS_SUBDOMAINS="1"
        )
        self.assertEqual(ended.returncode, 0, ended.stderr)

    def test_the_sites_address_follows_the_first_host(self):
        self.assertEqual(self.setting("SITE_URL"), "'https://news.example'")


class CommandTests(SimpleTestCase):
    def test_a_database_that_does_not_answer_is_one_line(self):
        asked = subprocess.run(
            [sys.executable, "manage.py", "migrate"],
            cwd=settings.BASE_DIR,
            env=os.environ | {"DATABASE_URL": "postgresql://u@127.0.0.1:1/x", "TRIAL": "1"},
            capture_output=True,
            text=True,
        )
        self.assertEqual(asked.returncode, 1)
        self.assertRegex(asked.stderr, r"\Anewsroom: the database does not answer: .+\n\Z")
