"""A database on which Arabic search would silently find nothing is refused."""

from contextlib import closing

from django.db import connection, connections
from django.test import TestCase, TransactionTestCase

from articles import checks

NAME = "test_newsroom_without_letters"


class GoodDatabaseTests(TestCase):
    def test_our_own_is_accepted(self):
        self.assertEqual(checks.problems(connection), [])


class BadDatabaseTests(TransactionTestCase):
    """The cluster can make such a database, as an operator might by mistake."""

    def with_database(self, options):
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {NAME}")
            cursor.execute(f"CREATE DATABASE {NAME} TEMPLATE template0 {options}")
        self.addCleanup(self.drop)
        other = connections.create_connection("default")
        other.settings_dict = connection.settings_dict | {"NAME": NAME}
        return closing(other)

    def drop(self):
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {NAME}")

    def test_the_locale_c_is_refused(self):
        with self.with_database("ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C'") as other:
            for extension in (None, "CREATE EXTENSION pg_trgm"):
                with self.subTest(extension), other.cursor() as cursor:
                    if extension:
                        cursor.execute(extension)
                    self.assertEqual([p.id for p in checks.problems(other)], ["articles.E005"])

    def test_another_encoding_is_refused(self):
        with self.with_database("ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C'") as other:
            self.assertEqual([p.id for p in checks.problems(other)], ["articles.E004"])

    def test_a_database_that_is_not_there_is_one_problem(self):
        other = connections.create_connection("default")
        other.settings_dict = connection.settings_dict | {"NAME": "test_newsroom_nowhere"}
        self.assertEqual([p.id for p in checks.problems(other)], ["articles.E002"])
