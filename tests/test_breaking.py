"""The breaking line: one story, one time, on every page, until it ends by itself or is ended."""

from datetime import timedelta

from django.contrib.admin.models import LogEntry
from django.core.cache import cache
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import front, workflow
from articles.models import Breaking
from tests.makers import make_edition, make_user

ADDRESS = reverse("admin:articles_front_breaking", args=["ar"])
SENTENCE = "إغلاق الطريق الساحلي أمام الشاحنات"


class BreakingTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.editor = make_user("desk_editor")
        cls.story = make_edition(title_ar="السيول تقطع طريق الجبل")

    def setUp(self):
        cache.clear()
        self.client.force_login(self.editor)

    def say(self, **values):
        sent = {"sentence": "", "story": "", "lasts": 120, "seen": "", "_announce": 1}
        return self.client.post(ADDRESS, sent | values)


class LineTests(BreakingTestCase):
    def test_a_story_breaks_under_its_title_and_leads_to_its_page(self):
        front.announce("ar", self.editor, article_id=self.story.article_id)
        line = front.running("ar")
        self.assertEqual((line.words, line.url), (self.story.title, self.story.get_absolute_url()))

    def test_a_sentence_needs_no_story_and_leads_nowhere(self):
        front.announce("ar", self.editor, sentence=SENTENCE)
        self.assertEqual((front.running("ar").words, front.running("ar").url), (SENTENCE, ""))

    def test_it_ends_by_itself_after_two_hours(self):
        now = timezone.now()
        front.announce("ar", self.editor, sentence=SENTENCE, now=now)
        self.assertIsNotNone(front.running("ar", now + timedelta(minutes=119)))
        self.assertIsNone(front.running("ar", now + timedelta(minutes=120)))

    def test_a_withdrawn_story_breaks_no_more_not_even_in_words_of_its_own(self):
        front.announce("ar", self.editor, sentence=SENTENCE, article_id=self.story.article_id)
        workflow.withdraw(self.story.article)
        self.assertIsNone(front.running("ar"))

    def test_there_is_one_line_and_a_language_has_its_own(self):
        first = front.announce("ar", self.editor, sentence=SENTENCE)
        front.announce("ar", self.editor, sentence="عودة الحركة", seen=first.pk)
        now = timezone.now()
        self.assertEqual(Breaking.objects.running("ar", now).count(), 1)
        self.assertEqual(front.running("ar").words, "عودة الحركة")
        self.assertIsNone(front.running("en"))

    def test_of_two_editors_at_once_the_second_ends_nothing_unseen(self):
        front.announce("ar", self.editor, sentence=SENTENCE)
        with self.assertRaises(front.Overtaken):
            front.announce("ar", self.editor, sentence="عودة الحركة", seen=None)
        with self.assertRaises(front.Overtaken):
            front.end("ar", None)
        self.assertEqual(front.running("ar").words, SENTENCE)

    def test_asking_for_it_costs_one_query_of_an_index_however_many_have_ended(self):
        ended = timezone.now() - timedelta(days=1)
        Breaking.objects.bulk_create(
            Breaking(
                language="ar", sentence=f"خبر سابق {number}",
                began_at=ended, ends_at=ended + timedelta(seconds=number),
            )
            for number in range(2000)
        )  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE articles_breaking")
        with CaptureQueriesContext(connection) as queries:
            self.assertIsNone(front.running("ar"))
        self.assertEqual(len(queries), 1)
        plan = Breaking.objects.running("ar", timezone.now())[:1].explain()
        self.assertIn("breaking_running_idx", plan)


class ReadersTests(BreakingTestCase):
    def test_it_stands_under_the_masthead_of_every_page(self):
        front.announce("ar", self.editor, sentence=SENTENCE)
        addresses = (
            reverse("home"),
            self.story.get_absolute_url(),
            self.story.section.get_absolute_url(),
            reverse("search"),
            reverse("corrections"),
        )
        for address in addresses:
            with self.subTest(address):
                self.assertContains(self.client.get(address), SENTENCE, count=1)
        self.assertContains(self.client.get("/لا-شيء-هنا/"), SENTENCE, status_code=404)

    def test_without_one_nothing_is_there(self):
        self.assertNotContains(self.client.get(reverse("home")), "breaking")

    def test_its_words_are_text_and_its_time_is_for_machines_too(self):
        front.announce("ar", self.editor, sentence="<عاجل> & جدًّا")
        page = self.client.get(reverse("home"))
        self.assertContains(page, "&lt;عاجل&gt; &amp; جدًّا")
        self.assertRegex(page.content.decode(), r'<time datetime="\d{4}-\d\d-\d\dT[\d:+]+">الآن<')


class EditorsTests(BreakingTestCase):
    def test_an_editor_says_it_and_ends_it_with_one_click_and_both_are_recorded(self):
        self.assertRedirects(self.say(sentence=SENTENCE), ADDRESS)
        self.assertEqual(front.running("ar").words, SENTENCE)
        row = Breaking.objects.get()
        self.assertEqual(row.ends_at - row.began_at, timedelta(hours=2))
        self.client.post(ADDRESS, {"_end": 1, "seen": row.pk})
        self.assertIsNone(front.running("ar"))
        said = [entry.get_change_message() for entry in LogEntry.objects.order_by("pk")]
        self.assertEqual(len(said), 2)
        self.assertTrue(all(SENTENCE in one for one in said))

    def test_a_story_is_chosen_and_let_go_again_without_losing_what_was_typed(self):
        number = self.story.article_id
        page = self.client.post(ADDRESS, {"sentence": SENTENCE, "lasts": 60, "_story": number})
        self.assertContains(page, f'name="story" value="{number}"')
        self.assertContains(page, SENTENCE)
        page = self.client.post(
            ADDRESS, {"sentence": SENTENCE, "lasts": 60, "story": number, "_nostory": 1}
        )
        self.assertNotContains(page, 'name="story"')
        self.assertIsNone(front.running("ar"))

    def test_neither_a_sentence_nor_a_story_is_refused_in_words(self):
        self.assertContains(self.say(), "اكتب جملة أو اختر مادة")
        self.assertContains(self.say(sentence="ا" * 161), "161")
        self.assertFalse(Breaking.objects.exists())

    def test_a_story_that_readers_do_not_have_is_refused(self):
        workflow.withdraw(self.story.article)
        self.assertContains(self.say(story=self.story.article_id), "ليست عند القراء")
        self.assertEqual(self.say(story="9" * 30).status_code, 200)
        self.assertFalse(Breaking.objects.exists())

    def test_who_did_not_see_the_line_that_runs_is_told_of_it_and_changes_nothing(self):
        self.say(sentence=SENTENCE)
        answer = self.client.post(
            ADDRESS,
            {"sentence": "عودة الحركة", "lasts": 60, "seen": "", "_announce": 1},
            follow=True,
        )
        self.assertContains(answer, "لم يتغير شيء")
        self.assertEqual(front.running("ar").words, SENTENCE)
