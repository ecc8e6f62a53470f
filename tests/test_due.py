"""Scheduled stories go out at their time: never early, exactly once, late only for a reason."""

from datetime import timedelta
from unittest import mock

from django.test import TestCase
from django.utils import timezone

from articles import clock, workflow
from articles.models import Article, Correction, Edition, Event, Image
from articles.states import State
from articles.workflow import due
from tests.makers import make_ready, make_user

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


class DueTests(TestCase):
    def setUp(self):
        self.editor = make_user("desk_editor")
        self.at = timezone.now().replace(second=0, microsecond=0) + HOUR

    def scheduled(self, at=None, **values):
        article = make_ready(**values)
        return workflow.schedule(article, at or self.at, by=self.editor)

    def told(self, article, name):
        return list(article.events.filter(name=name).values_list("note", flat=True))

    def late_note(self, article):
        article = Article.objects.get(pk=article.pk)
        due.explain([article])
        return article.why_late

    def test_nothing_goes_out_a_second_early(self):
        article = self.scheduled()
        self.assertEqual(workflow.publish_due(self.at - timedelta(microseconds=1)), [])
        article.refresh_from_db()
        self.assertEqual(article.state, State.SCHEDULED)
        self.assertEqual(workflow.publish_due(self.at), [article.pk])
        article.refresh_from_db()
        self.assertEqual((article.state, article.scheduled_for), (State.PUBLISHED, None))

    def test_the_database_s_clock_decides(self):
        article = self.scheduled()
        with mock.patch.object(timezone, "now", return_value=self.at + HOUR):
            self.assertEqual(workflow.publish_due(), [])
        with mock.patch.object(clock, "now", return_value=self.at):
            self.assertEqual(workflow.publish_due(), [article.pk])

    def test_the_event_names_who_scheduled_it_and_for_when(self):
        article = self.scheduled()
        workflow.publish_due(self.at + 5 * MINUTE)
        event = article.events.get(name="publish")
        self.assertEqual((event.by, event.note), (self.editor, "في موعدها المجدول."))
        self.assertEqual(event.details["for"], self.at.isoformat())
        article.refresh_from_db()
        self.assertEqual(article.published_at.year, 2024)  # a date that was set stays

    def test_a_second_look_publishes_nothing_twice(self):
        article = self.scheduled()
        workflow.publish_due(self.at)
        self.assertEqual(workflow.publish_due(self.at + MINUTE), [])
        self.assertEqual(Edition.objects.get(article=article).number, 1)

    def test_after_a_downtime_all_go_out_oldest_first(self):
        last = self.scheduled(self.at + 2 * MINUTE)
        first = self.scheduled(self.at)
        ahead = self.scheduled(self.at + 9 * HOUR)
        self.assertEqual(workflow.publish_due(self.at + 8 * HOUR), [first.pk, last.pk])
        ahead.refresh_from_db()
        self.assertEqual(ahead.state, State.SCHEDULED)

    def test_what_was_taken_from_the_schedule_stays(self):
        article = self.scheduled()
        workflow.move(article, "unschedule", by=self.editor)
        self.assertEqual(workflow.publish_due(self.at), [])

    def test_readers_keep_the_old_text_until_a_scheduled_change_is_due(self):
        article = make_ready(State.PUBLISHED, title_ar="المرفأ يفتح أبوابه صباح الأحد")
        workflow.edit(article, {"title_ar": "المرفأ يفتح أبوابه مساء الأحد"})
        workflow.schedule(Article.objects.get(pk=article.pk), self.at, by=self.editor, act="update")
        workflow.publish_due(self.at - MINUTE)
        self.assertIn("صباح", Edition.objects.live().get(article=article).title)
        workflow.publish_due(self.at)
        edition = Edition.objects.live().get(article=article)
        self.assertIn("مساء", edition.title)
        self.assertEqual(edition.number, 2)

    def test_a_scheduled_correction_is_told_as_one_at_its_time(self):
        article = make_ready(
            State.PUBLISHED, body_ar="<p>إن أعمال الطريق تبدأ في مارس بكلفة 40.</p>"
        )
        workflow.edit(article, {"body_ar": "<p>إن أعمال الطريق تبدأ في مارس بكلفة 70.</p>"})
        sentence = {"ar": "ورد أن الكلفة 40، والصواب 70."}
        workflow.schedule(article, self.at, by=self.editor, act="correction", sentences=sentence)
        self.assertFalse(Correction.objects.exists())
        # Moving it in the calendar says nothing of the act, and keeps it.
        workflow.schedule(article, self.at + HOUR, by=self.editor)
        self.assertEqual(workflow.publish_due(self.at + HOUR), [article.pk])
        told = Correction.objects.get()
        self.assertEqual((told.sentence, told.by), (sentence["ar"], self.editor))

    def test_an_embargo_set_meanwhile_holds_the_story_and_says_so_once(self):
        article = self.scheduled()
        workflow.edit(article, {"embargo_until": self.at + HOUR}, by=self.editor)
        for minutes in range(3):
            self.assertEqual(workflow.publish_due(self.at + minutes * MINUTE), [])
        article.refresh_from_db()
        self.assertEqual(article.state, State.SCHEDULED)
        (reason,) = self.told(article, "late")
        self.assertIn("محظورة النشر", reason)
        self.assertEqual(self.late_note(article), reason)
        self.assertEqual(workflow.publish_due(self.at + HOUR), [article.pk])

    def test_rights_of_a_picture_withdrawn_meanwhile_hold_it_and_a_new_reason_is_told(self):
        article = self.scheduled()
        image = Image.objects.create(
            title="المرفأ", alt_ar="سفن", credit_ar="هدى", rights=Image.Rights.UNCLEAR
        )
        workflow.edit(article, {"embargo_until": self.at + MINUTE}, by=self.editor)
        workflow.publish_due(self.at)
        workflow.edit(article, {"image": image}, by=self.editor)
        workflow.publish_due(self.at + 2 * MINUTE)
        first, second = self.told(article, "late")[::-1]
        self.assertIn("محظورة النشر", first)
        self.assertIn("حقوق الصورة", second)

    def test_a_new_time_ends_the_reason_for_the_old_one(self):
        article = self.scheduled()
        workflow.edit(article, {"embargo_until": self.at + HOUR}, by=self.editor)
        workflow.publish_due(self.at)
        self.assertTrue(self.late_note(article))
        workflow.schedule(article, self.at + 2 * HOUR, by=self.editor)
        self.assertEqual(self.late_note(article), "")

    def test_late_is_what_the_minute_of_the_worker_does_not_explain(self):
        article = self.scheduled()
        self.assertFalse(due.is_late(article, self.at + 2 * MINUTE))
        self.assertTrue(due.is_late(article, self.at + 3 * MINUTE))

    def test_one_that_fails_stops_no_other_and_is_told(self):
        bad, good = self.scheduled(), self.scheduled()
        make = due.carry_out

        def fall(article, *rest):
            if article.pk == bad.pk:
                raise ZeroDivisionError("في منتصف الطريق")
            return make(article, *rest)

        with mock.patch.object(due, "carry_out", fall), self.assertLogs("articles", "ERROR") as log:
            self.assertEqual(workflow.publish_due(self.at), [good.pk])
            workflow.publish_due(self.at + MINUTE)
        self.assertIn(f"article {bad.pk} was not published", log.output[0])
        self.assertEqual(len(self.told(bad, "late")), 1)
        self.assertIn("ZeroDivisionError", self.late_note(bad))
        self.assertFalse(Edition.objects.filter(article=bad).exists())
        self.assertEqual(workflow.publish_due(self.at + 2 * MINUTE), [bad.pk])

    def test_one_question_finds_that_nothing_is_due(self):
        self.scheduled()
        with self.assertNumQueries(1):
            workflow.publish_due(self.at - MINUTE)

    def test_the_story_of_whoever_left_the_newsroom_still_goes_out(self):
        article = self.scheduled()
        self.editor.is_active = False
        self.editor.save()
        self.assertEqual(workflow.publish_due(self.at), [article.pk])
        self.assertEqual(Event.objects.get(name="publish").by, self.editor)
