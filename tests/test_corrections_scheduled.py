"""A scheduled change is called by its name when it is scheduled, and goes out as that."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from articles import workflow
from articles.models import Act, Article, Correction
from articles.states import State
from articles.workflow import due
from tests.test_corrections import LETTERS, RIGHT, SENTENCE, LiveStoryCase


class ScheduleTests(LiveStoryCase):
    def schedule(self, **given):
        return workflow.schedule(
            self.article, timezone.now() + timedelta(hours=1), by=self.editor, **given
        )

    def test_a_scheduled_change_is_asked_when_it_is_scheduled(self):
        self.change(body_ar=RIGHT)
        with self.assertRaises(workflow.NotReady):
            self.schedule()
        self.article.refresh_from_db()
        self.assertEqual(self.article.state, State.PUBLISHED)

    def test_the_act_is_kept_until_the_change_goes_out(self):
        self.change(body_ar=RIGHT)
        self.schedule(act=Act.CORRECTION, sentences={"ar": SENTENCE})
        self.assertFalse(Correction.objects.exists())
        workflow.publish(self.article, by=self.editor)
        self.assertEqual(Correction.objects.get().sentence, SENTENCE)
        self.article.refresh_from_db()
        self.assertEqual(self.article.publishing_as, {})

    def test_another_hour_keeps_the_act(self):
        self.change(body_ar=RIGHT)
        self.schedule(act=Act.CORRECTION, sentences={"ar": SENTENCE})
        self.schedule()
        self.article.refresh_from_db()
        self.assertEqual(self.article.publishing_as["sentences"], {"ar": SENTENCE})

    def test_what_is_taken_from_the_schedule_is_asked_again(self):
        self.change(body_ar=RIGHT)
        self.schedule(act=Act.UPDATE)
        workflow.move(self.article, "unschedule", self.editor)
        self.refused()

    def test_substance_that_was_added_after_scheduling_does_not_slip_out(self):
        self.change(body_ar=LETTERS)
        self.schedule(act=Act.MINOR)
        self.change(body_ar=RIGHT)
        for by in (self.editor, None):
            with self.assertRaises(workflow.NotReady):
                workflow.publish(self.article, by=by)

    def test_a_form_that_was_opened_before_keeps_the_act(self):
        opened = Article.objects.get(pk=self.article.pk)
        self.change(body_ar=RIGHT)
        self.schedule(act=Act.UPDATE)
        with transaction.atomic():
            workflow.hold(opened, self.editor)
            opened.save()
            workflow.record(opened, "edit", self.editor)
        opened.refresh_from_db()
        self.assertEqual(opened.publishing_as["act"], "update")


class WorkerTests(LiveStoryCase):
    """What the worker does at the hour; it acts in the name of whoever scheduled the change."""

    def schedule(self, **given):
        self.hour = timezone.now() + timedelta(hours=1)
        workflow.schedule(self.article, self.hour, by=self.editor, **given)

    def test_a_scheduled_correction_is_told_at_its_hour(self):
        self.change(body_ar=RIGHT)
        self.schedule(act=Act.CORRECTION, sentences={"ar": SENTENCE})
        moment = self.hour + timedelta(seconds=20)
        self.assertEqual(due.publish_due(moment), [self.article.pk])
        row = Correction.objects.get()
        self.assertEqual((row.sentence, row.by, row.at), (SENTENCE, self.editor, moment))
        self.assertEqual(self.edition().told[0]["sentence"], SENTENCE)

    def test_what_grew_after_scheduling_stays_and_says_why(self):
        self.change(body_ar=LETTERS)
        self.schedule()
        self.change(body_ar=RIGHT)
        self.assertEqual(due.publish_due(self.hour), [])
        self.assertIn("32.5", self.edition().plain)
        event = self.article.events.first()
        self.assertEqual(event.name, "late")
        self.assertIn("23.5", event.note)
