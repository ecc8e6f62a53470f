"""An article's page says what readers have and what they do not see yet."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import workflow
from articles.states import State
from tests.history import BODY, HistoryTestCase, page
from tests.makers import (
    bring,
    make_ready,
)


class LiveAndWorkingTests(HistoryTestCase):
    def panel(self):
        return self.client.get(page("change", self.article))

    def test_a_draft_has_no_live_text(self):
        self.assertNotContains(self.panel(), "النسخة الحية")

    def test_a_published_text_says_its_edition_and_nothing_of_changes(self):
        workflow.publish(self.article)
        answer = self.panel()
        self.assertContains(answer, "النسخة الحية: الطبعة 1")
        self.assertNotContains(answer, "بعد</a>")

    def test_changes_are_counted_in_good_arabic_and_shown(self):
        workflow.publish(self.article)
        for count, words in (
            (1, "تعديل واحد لم يُنشر بعد"),
            (2, "تعديلان لم يُنشرا بعد"),
            (3, "3 تعديلات لم تُنشر بعد"),
        ):
            self.edit(body_ar=BODY.replace("12.5", f"12.{count + 5}"))
            with self.subTest(count):
                self.assertContains(self.panel(), words)
        self.assertContains(self.panel(), "12.8</ins>")
        self.assertContains(self.panel(), "old=live&amp;new=4&amp;language=ar")

    def test_a_change_that_was_taken_back_says_so(self):
        workflow.publish(self.article)
        self.body("12.5", "12.7")
        self.body("12.7", "12.5")
        self.assertContains(self.panel(), "النص هنا كما هو عند القرّاء")

    def test_each_language_says_its_own_and_what_is_no_text_stands_once(self):
        article = make_ready(
            title_en="The town begins work on the road", body_en="<p>Work begins in March.</p>",
            lead_en="Work begins in March and lasts for two full months.",
        )  # fmt: skip
        self.article = bring(article, State.PUBLISHED)
        self.edit(body_en="<p>Work begins in April.</p>", tags=["الطريق الساحلي"])
        answer = self.panel()
        standings = answer.context["live_standings"]
        self.assertEqual([one.language for one in standings], ["ar", "en"])
        self.assertEqual([len(one.texts) for one in standings], [0, 1])
        self.assertEqual([len(one.facts) for one in standings], [1, 0])
        self.assertContains(answer, "April</ins>")

    def test_many_changes_show_some_and_say_how_many_more(self):
        story = "".join(f"<p>فقرة رقم {number} من الخبر.</p>" for number in range(9))
        self.edit(body_ar=story)
        workflow.publish(self.article)
        self.edit(body_ar=story.replace("رقم", "ذات الرقم"))
        self.assertContains(self.panel(), "و3 فقرات أخرى")

    def test_the_number_of_queries_does_not_grow_with_changes(self):
        workflow.publish(self.article)
        self.body("12.5", "12.6")
        with CaptureQueriesContext(connection) as few:
            self.panel()
        for number in range(12):
            self.edit(title_ar=f"مرفأ المرسى {number}")
        with CaptureQueriesContext(connection) as many:
            self.panel()
        self.assertEqual(len(many), len(few))
