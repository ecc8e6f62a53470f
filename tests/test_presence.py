"""Who is writing what: seen at once, gone within a minute, counted by the database's clock."""

from datetime import timedelta
from functools import partial

from django.db import connection
from django.db.models.functions import Now
from django.test import TestCase, TransactionTestCase
from django.test.utils import CaptureQueriesContext

from articles import presence
from articles.models import Presence
from tests.makers import make_article, make_user
from tests.test_races import at_once


def age(seconds, **which):
    """Move presences into the past."""
    rows = Presence.objects.filter(**which)
    rows.update(seen_at=Now() - timedelta(seconds=seconds))


class PresenceTests(TestCase):
    def setUp(self):
        self.article = make_article(title_ar="الجسر القديم يُفتح للمشاة")
        self.nawal, self.huda = make_user("reporter"), make_user("desk_editor")

    def test_each_sees_the_other_and_nobody_themselves(self):
        presence.mark(self.article.pk, self.nawal)
        presence.mark(self.article.pk, self.huda)
        self.assertEqual(presence.others(self.article.pk, self.huda), [self.nawal])
        self.assertEqual(presence.others(self.article.pk, self.nawal), [self.huda])
        self.assertEqual(presence.others(make_article().pk, self.huda), [])

    def test_a_page_left_without_a_word_is_forgotten_after_a_minute(self):
        presence.mark(self.article.pk, self.nawal)
        age(44)
        self.assertEqual(presence.others(self.article.pk, self.huda), [self.nawal])
        age(46)
        self.assertEqual(presence.others(self.article.pk, self.huda), [])
        self.assertEqual([one.user for one in presence.writing()], [self.nawal])
        age(61)
        self.assertEqual(presence.writing(), [])
        presence.mark(self.article.pk, self.nawal)
        self.assertEqual(presence.others(self.article.pk, self.huda), [self.nawal])

    def test_leaving_is_seen_at_once_and_may_be_said_twice(self):
        presence.mark(self.article.pk, self.nawal)
        presence.leave(self.article.pk, self.nawal)
        presence.leave(self.article.pk, self.nawal)
        self.assertEqual(presence.others(self.article.pk, self.huda), [])

    def test_the_desk_sees_who_writes_what_in_one_query(self):
        for number in range(3):
            article = make_article(title_ar=f"خبر {number}")
            presence.mark(article.pk, self.nawal)
            age(30 - number, article=article)
        presence.mark(self.article.pk, self.huda)
        with CaptureQueriesContext(connection) as queries:
            rows = [(one.user.username, one.article.title) for one in presence.writing()]
        self.assertEqual(len(queries), 1)
        self.assertEqual(rows[0], (self.huda.username, self.article.title))
        self.assertEqual([title for _name, title in rows[1:]], ["خبر 2", "خبر 1", "خبر 0"])

    def test_a_hundred_marks_are_one_row_and_one_statement_each(self):
        presence.mark(self.article.pk, self.nawal)
        with self.assertNumQueries(1):
            presence.mark(self.article.pk, self.nawal)
        self.assertEqual(Presence.objects.count(), 1)

    def test_what_is_no_longer_fresh_is_thrown_away(self):
        presence.mark(self.article.pk, self.nawal)
        presence.mark(self.article.pk, self.huda)
        age(61, user=self.nawal)
        self.assertEqual(presence.forget.call(), 1)
        self.assertEqual(Presence.objects.get().user, self.huda)


class PresenceRaceTests(TransactionTestCase):
    def test_one_person_in_two_windows_is_there_once(self):
        article, nawal = make_article(), make_user("reporter")
        answers = at_once(*[partial(presence.mark, article.pk, nawal)] * 4)
        self.assertEqual(answers, [None] * 4)
        self.assertEqual(Presence.objects.count(), 1)
