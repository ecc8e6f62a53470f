"""A day in the newsroom, in a real browser: from a reporter's first word to a corrected edition."""

from datetime import timedelta
from unittest import mock

from django.urls import reverse
from django.utils import timezone
from selenium.webdriver.common.keys import Keys

from articles import clock, periodic
from articles.models import Article, Edition
from articles.states import State
from tests.background import run_tasks
from tests.desk import DeskTestCase
from tests.makers import make_author, make_category, make_desk, make_source, make_user

TITLE = "البلدية تبدأ أعمال الطريق الساحلي في مارس"
WRONG, RIGHT = "وتستمر الأعمال شهرين كاملين.", "وتستمر الأعمال ثلاثة أشهر كاملة."
SENTENCE = "ذكرت المادة أن الأعمال تستمر شهرين، والصحيح ثلاثة أشهر."


class MainDayTests(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.reporter = make_user("reporter")
        self.editor = make_user("desk_editor")
        self.copy_editor = make_user("copy_editor")
        desk = make_desk("المحليات", self.reporter, self.editor)
        make_category("محليات", desk=desk)
        make_author("نوال درويش", user=self.reporter)
        make_source("صحيفة المرفأ")

    def open_story(self, user):
        self.sign_in(user)
        self.open(reverse("admin:articles_article_change", args=[self.story.pk]))

    @property
    def story(self):
        return Article.objects.get()

    def press_move(self, name, opener=None):
        if opener:
            self.unfold(opener)
        self.send(f'[name="_move"][value="{name}"]')

    def unfold(self, word):
        """Open the sheet behind a word of the bar of buttons."""
        for summary in self.find_all(".submit-row summary"):
            if summary.text == word:
                return summary.click()
        raise AssertionError(f"nothing unfolds behind «{word}»")

    def assert_state(self, state):
        self.assertEqual(self.story.state, state, self.find("body").text[:600])

    def test_a_story_is_written_reviewed_scheduled_published_and_corrected(self):
        self.the_reporter_writes_and_submits()
        self.the_editor_returns_it()
        self.the_reporter_mends_it()
        self.the_editor_approves_and_the_copy_editor_passes_it()
        at = self.the_editor_schedules_it()
        self.the_worker_publishes_it(at)
        self.a_reader_sees_it()
        self.the_editor_corrects_it()
        self.the_reader_sees_the_correction()
        names = self.story.events.order_by("pk").values_list("name", "by__username")
        self.assertEqual(
            [(name, by) for name, by in names if name != "edit"],
            [
                ("create", self.reporter.username),
                ("submit", self.reporter.username),
                ("return", self.editor.username),
                ("submit", self.reporter.username),
                ("approve", self.editor.username),
                ("pass", self.copy_editor.username),
                ("schedule", self.editor.username),
                ("publish", self.editor.username),
                ("publish", self.editor.username),
            ],
        )

    def the_reporter_writes_and_submits(self):
        self.sign_in(self.reporter)
        self.open(reverse("admin:articles_article_add"))
        field = self.wait_for(".ProseMirror")
        self.find("#id_title_ar").send_keys(TITLE)
        field.click()
        self.write("قالت صحيفة المرفأ إن الأعمال تبدأ في مارس.", Keys.ENTER, WRONG)
        self.choose("id_category", "محليات")
        self.press_move("submit")
        self.assert_quiet()
        self.assert_state(State.REVIEW)

    def the_editor_returns_it(self):
        self.open_story(self.editor)
        # What is missing is said before anybody stumbles over it.
        self.assertIn("المقدمة ناقصة", self.find(".lacks").text)
        self.unfold("المزيد")
        self.find("#id_note").send_keys("أضيفي مقدمة من فضلك.")
        self.press_move("return")
        self.assert_state(State.DRAFT)

    def the_reporter_mends_it(self):
        self.open_story(self.reporter)
        self.assertIn("أضيفي مقدمة من فضلك.", self.find("body").text)
        self.find("#id_lead_ar").send_keys(
            "أعمال طال انتظارها تبدأ بعد أسبوعين على الطريق الساحلي."
        )
        self.press_move("submit")
        self.assert_state(State.REVIEW)

    def the_editor_approves_and_the_copy_editor_passes_it(self):
        self.open_story(self.editor)
        self.press_move("approve")
        self.assert_state(State.LANGUAGE)
        self.open_story(self.copy_editor)
        self.press_move("pass")
        self.assert_state(State.READY)

    def the_editor_schedules_it(self):
        at = timezone.localtime(timezone.now() + timedelta(hours=5)).replace(second=0)
        self.open_story(self.editor)
        self.unfold("جدولة")
        day, hour = self.find_all("#at input")
        day.clear()
        day.send_keys(f"{at:%d/%m/%Y}")
        hour.clear()
        hour.send_keys(f"{at:%H:%M}")
        self.press_move("schedule")
        self.assert_quiet()
        self.assert_state(State.SCHEDULED)
        return self.story.scheduled_for

    def the_worker_publishes_it(self, at):
        self.run_worker(at - timedelta(minutes=1))
        self.assertFalse(Edition.objects.exists())
        self.run_worker(at + timedelta(seconds=2))
        self.run_worker(at + timedelta(minutes=1, seconds=2))
        self.assertEqual(Edition.objects.get().number, 1)
        # The clock of the worker was ahead, that of the rest of the day is not.
        Article.objects.update(published_at=timezone.now() - timedelta(minutes=5))

    def run_worker(self, at):
        with mock.patch.object(clock, "now", return_value=at):
            periodic.enqueue_due()
            run_tasks()

    def a_reader_sees_it(self):
        self.browser.delete_all_cookies()
        self.resize(360)
        self.open("/")
        self.follow(f'a[href*="/n/{self.story.pk}/"]')
        self.assertEqual(self.find("h1").text, TITLE)
        self.assertIn(WRONG, self.find(".prose").text)
        self.assert_fits()
        self.resize(self.width)

    def the_editor_corrects_it(self):
        self.open_story(self.editor)
        field = self.wait_for(".ProseMirror")
        field.send_keys(Keys.CONTROL, Keys.END)
        self.write(*[Keys.BACKSPACE] * len(WRONG), RIGHT)
        # Without a word of what it is, a change of substance does not go out.
        self.press_move("publish")
        self.assertEqual(Edition.objects.get().number, 1)
        self.assertTrue(self.story.pending)
        if not self.find("#act").get_attribute("open"):
            self.press("#act summary")
        self.press('label[for="id_act_correction"]')
        self.find("#id_sentence_ar").send_keys(SENTENCE)
        self.press_move("publish")
        self.assert_quiet()
        self.assertEqual(Edition.objects.get().number, 2)

    def the_reader_sees_the_correction(self):
        self.browser.delete_all_cookies()
        self.open(Edition.objects.get().get_absolute_url())
        self.assertIn(RIGHT, self.find(".prose").text)
        self.assertIn(SENTENCE, self.find("article").text)
        self.open(reverse("corrections"))
        self.assertIn(SENTENCE, self.find("main").text)
        self.assert_quiet()
