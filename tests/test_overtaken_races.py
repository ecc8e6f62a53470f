"""Two editors press save at the same moment, on two real connections: one passes, one is asked."""

import threading
import time
from functools import partial

from django.db import connection, transaction
from django.test import Client, TransactionTestCase
from django.urls import reverse

from articles import workflow
from articles.models import Revision
from tests.makers import make_article, make_user
from tests.test_admin import article_form
from tests.test_races import at_once

ROUNDS = 4
ASKED, SAVED = 200, 302


class SaveRaceTests(TransactionTestCase):
    def setUp(self):
        self.editors = [make_user("managing_editor") for _number in range(3)]
        self.clients = []
        for editor in self.editors:
            client = Client()
            client.force_login(editor)
            self.clients.append(client)

    def save(self, client, article, seen, **values):
        address = reverse("admin:articles_article_change", args=[article.pk])
        form = article_form(_revision=seen, category=article.category_id, **values)
        return client.post(address, form).status_code

    def test_of_saves_of_one_form_at_once_one_passes_and_the_others_are_asked(self):
        for number in range(ROUNDS):
            article = make_article()
            seen = article.revisions.first().number
            titles = [f"عنوان {number} من المحرر {place}" for place in range(3)]
            answers = at_once(
                *[
                    partial(self.save, client, article, seen, title_ar=title)
                    for client, title in zip(self.clients, titles, strict=True)
                ]
            )
            self.assertEqual(sorted(answers), [ASKED, ASKED, SAVED])
            article.refresh_from_db()
            self.assertEqual(article.title_ar, titles[answers.index(SAVED)])
            self.assertEqual(Revision.objects.filter(article=article).count(), seen + 1)

    def test_a_save_that_waits_for_another_sees_it(self):
        """The row is held before the form is read: what is read earlier is out of date."""
        article = make_article()
        seen = article.revisions.first().number
        written = threading.Event()

        def writes_and_lets_the_other_wait():
            with transaction.atomic():
                workflow.edit(article, {"title_ar": "عنوان وكالة الأنباء"})
                written.set()
                return somebody_waits()

        def saves_meanwhile():
            written.wait(timeout=10)
            return self.save(self.clients[0], article, seen, title_ar="عنواني")

        answers = at_once(writes_and_lets_the_other_wait, saves_meanwhile)
        article.refresh_from_db()
        self.assertEqual(answers, [True, ASKED])
        self.assertEqual(article.title_ar, "عنوان وكالة الأنباء")


def somebody_waits(patience=10):
    """Return once another connection of ours waits for a row or a lock; False after seconds."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        with connection.cursor() as cursor:
            # Of all the views of activity only this one is up to date inside a transaction.
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return True
        time.sleep(0.02)
    return False
