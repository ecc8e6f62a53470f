"""The board says what stands in the way of a scheduled story, and that no worker works."""

from datetime import timedelta

from django.test import TestCase
from django.urls import reverse

from articles import clock, workers, workflow
from tests.makers import make_user
from tests.test_calendar import make_scheduled

MINUTE = timedelta(minutes=1)


class BoardTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user("managing_editor"))

    def board(self):
        return self.client.get(reverse("admin:index"))

    def test_a_late_story_says_why(self):
        now = clock.now()
        make_scheduled(now - 30 * MINUTE, embargo_until=now + 600 * MINUTE)
        workflow.publish_due()
        self.assertContains(self.board(), "المادة محظورة النشر حتى")

    def test_without_a_worker_it_says_so_and_with_one_it_does_not(self):
        workers.mark_published(clock.now() - 3 * MINUTE)
        self.assertContains(self.board(), "لا عامل يعمل منذ")
        workers.mark_published(clock.now())
        self.assertNotContains(self.board(), "لا عامل يعمل")
