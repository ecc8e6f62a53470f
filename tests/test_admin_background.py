"""The administrator reads which background tasks wait, ran or failed, and why. In Arabic."""

from datetime import UTC, datetime

from django.contrib.auth.models import User
from django.test import TestCase
from django.urls import reverse

from articles.models import BackgroundTask
from tests.background import fail, remember, run_tasks
from tests.makers import make_user

LIST = "admin:articles_backgroundtask_changelist"
PAGE = "admin:articles_backgroundtask_change"


class TaskPageTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user("administrator"))

    def page_of(self, result):
        return self.client.get(reverse(PAGE, args=[result.id]))

    def test_the_list_speaks_arabic(self):
        remember.enqueue("خبر")
        fail.enqueue()
        run_tasks()
        remember.enqueue("خبر آخر")
        page = self.client.get(reverse(LIST))
        for word in ("مهام الخلفية", "أُدرجت", "نجحت", "أخفقت", "في الانتظار"):
            self.assertContains(page, word)
        for word in ("Enqueued", "Ready", "Failed", "None"):
            self.assertNotContains(page, word)

    def test_a_failed_task_tells_what_happened_and_with_what(self):
        failed = fail.enqueue()
        run_tasks()
        page = self.page_of(failed)
        self.assertContains(page, "LookupError: لا مصدر بهذا الاسم")
        self.assertContains(page, '<pre dir="ltr">Traceback')
        self.assertContains(self.page_of(remember.enqueue("خبر <b>")), "&lt;b&gt;")

    def test_a_task_for_later_says_when(self):
        later = datetime(2030, 4, 26, 9, 30, tzinfo=UTC)
        page = self.page_of(remember.using(run_after=later).enqueue("في موعده"))
        self.assertContains(page, "26/4/2030 12:30")
        page = self.page_of(remember.enqueue("الآن"))
        for word in ("9999", "None"):
            self.assertNotContains(page, word)

    def test_nothing_can_be_changed_there(self):
        result = remember.enqueue("خبر")
        self.assertNotContains(self.page_of(result), 'name="_save"')
        answer = self.client.post(reverse(PAGE, args=[result.id]), {"status": "FAILED"})
        self.assertEqual(answer.status_code, 403)
        self.assertEqual(BackgroundTask.objects.get().status, "READY")

    def test_who_writes_stories_does_not_see_them(self):
        self.client.force_login(make_user("managing_editor"))
        self.assertEqual(self.client.get(reverse(LIST)).status_code, 403)
        self.assertNotContains(self.client.get(reverse("admin:index")), "مهام الخلفية")

    def test_the_first_page_has_it_among_the_records(self):
        groups = self.client.get(reverse("admin:index")).context["app_list"]
        self.assertIn(BackgroundTask, [model["model"] for model in groups[1]["models"]])
        self.assertIn(User, [model["model"] for model in groups[-1]["models"]])
