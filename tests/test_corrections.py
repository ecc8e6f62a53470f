"""A change of a live story is called by its name, or refused; nothing of substance slips out."""

from django.db import IntegrityError, transaction
from django.test import TestCase
from django.utils import timezone

from articles import workflow
from articles.models import Act, Correction, Edition
from articles.search import vocabulary
from articles.states import State
from tests.makers import make_ready, make_user

TEXT = "<p>أظهرت النشرة أن الموانئ استقبلت 418 ألف حاوية، بزيادة 32.5% على العام الماضي.</p>"
RIGHT = TEXT.replace("32.5", "23.5")
LETTERS = TEXT.replace("أظهرت", "اظهرت").replace("، بزيادة", " ،  بزيادة")
ENGLISH = "<p>The bulletin showed that the ports took in 418,000 containers, 32.5% more.</p>"
SENTENCE = "ذكرت نسخة سابقة أن الزيادة 32.5%. الصحيح 23.5%."
ENGLISH_SENTENCE = "An earlier version gave the rise as 32.5%. It was 23.5%."


class LiveStoryCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.editor = make_user("managing_editor")
        cls.article = make_ready(State.PUBLISHED, body_ar=TEXT)

    def change(self, **values):
        workflow.edit(self.article, values, by=self.editor)

    def publish(self, **given):
        return workflow.publish(self.article, by=self.editor, **given)

    def refused(self, **given):
        """Try to publish; return the problems, having seen that nothing changed."""
        before = Edition.objects.values().get(article=self.article, language="ar")
        events = self.article.events.count()
        with self.assertRaises(workflow.NotReady) as refusal:
            self.publish(**given)
        self.assertEqual(Edition.objects.values().get(pk=before["id"]), before)
        self.assertEqual(self.article.events.count(), events)
        self.assertFalse(Correction.objects.exists())
        return refusal.exception.problems

    def edition(self, language="ar"):
        return self.article.editions.get(language=language)


class RefusalTests(LiveStoryCase):
    def test_a_change_of_substance_without_an_act_is_refused_and_says_what_changed(self):
        self.change(body_ar=RIGHT)
        (problem,) = self.refused()
        self.assertEqual((problem.name, problem.field), ("act", "act"))
        self.assertIn("32.5", str(problem))
        self.assertIn("23.5", str(problem))

    def test_a_negation_in_the_title_is_refused_as_well(self):
        self.change(title_ar="البلدية لا تبدأ أعمال الطريق الساحلي")
        self.assertEqual([one.name for one in self.refused()], ["act"])

    def test_a_correction_without_its_sentence_is_refused(self):
        self.change(body_ar=RIGHT)
        for act in (Act.CORRECTION, Act.CLARIFICATION):
            for sentences in ({}, {"ar": "  \n"}, {"en": ENGLISH_SENTENCE}):
                with self.subTest(act=act, sentences=sentences):
                    (problem,) = self.refused(act=act, sentences=sentences)
                    self.assertEqual(problem.field, "sentence_ar")

    def test_a_correction_of_nothing_that_is_in_the_text_wants_a_sentence_too(self):
        (problem,) = self.refused(act=Act.CORRECTION)
        self.assertEqual(problem.field, "sentence_ar")

    def test_substance_is_not_called_mended_letters_without_saying_why(self):
        self.change(body_ar=RIGHT)
        (problem,) = self.refused(act=Act.MINOR)
        self.assertEqual(problem.field, "act_note")
        self.publish(act=Act.MINOR, note="الرقم صحيح في الجدول المرفق")
        event = self.article.events.first()
        self.assertEqual(event.note, "الرقم صحيح في الجدول المرفق")
        self.assertEqual(event.details["act"], "minor")
        self.assertEqual(event.details["weight"], {"ar": 1.0})

    def test_an_act_that_is_none_is_refused(self):
        self.change(body_ar=RIGHT)
        self.assertEqual([one.name for one in self.refused(act="erratum")], ["act"])

    def test_the_act_is_asked_beside_whatever_else_is_missing(self):
        self.change(body_ar=RIGHT, lead_ar="")
        self.assertEqual({one.name for one in self.refused()}, {"lead", "act"})

    def test_the_database_keeps_no_correction_without_a_sentence(self):
        with self.assertRaises(IntegrityError), transaction.atomic():
            Correction.objects.create(
                article=self.article,
                edition=self.edition(),
                language="ar",
                kind="correction",
                number=2,
                at=timezone.now(),
            )

    def test_a_story_that_nobody_read_is_never_asked(self):
        article = make_ready(body_ar=TEXT)
        workflow.edit(article, {"body_ar": RIGHT}, by=self.editor)
        workflow.publish(article, by=self.editor, act=Act.CORRECTION)
        self.assertFalse(Correction.objects.exists())

    def test_the_operator_who_imports_what_stands_elsewhere_is_not_asked(self):
        workflow.edit(self.article, {"body_ar": RIGHT})
        workflow.publish(self.article)
        self.assertIn("23.5", self.edition().plain)


class LetterTests(LiveStoryCase):
    def test_mended_letters_need_no_act_and_change_no_date_that_readers_see(self):
        self.change(body_ar=LETTERS)
        self.publish()
        self.assertIn("اظهرت", self.edition().plain)
        self.assertIsNone(self.edition().changed_at)
        self.assertEqual(self.edition().number, 2)

    def test_an_editor_may_call_them_so_without_a_note(self):
        self.change(body_ar=LETTERS)
        self.publish(act=Act.MINOR)
        self.assertIsNone(self.edition().changed_at)
        self.assertEqual(self.edition().notices, [])
        self.assertFalse(Correction.objects.exists())

    def test_words_that_other_stories_know_are_two_words_and_no_slip(self):
        for number in range(2):
            make_ready(
                State.PUBLISHED, body_ar=f"<p>قبل المجلس الخطة {number}. قتل الحريق شجرا.</p>"
            )
        vocabulary.catch_up()
        article = make_ready(State.PUBLISHED, body_ar="<p>وأضاف أنه قبل العرض كله.</p>")
        workflow.edit(article, {"body_ar": "<p>وأضاف أنه قتل العرض كله.</p>"}, by=self.editor)
        with self.assertRaises(workflow.NotReady):
            workflow.publish(article, by=self.editor)


class ToldTests(LiveStoryCase):
    def correct(self, **given):
        self.change(body_ar=RIGHT)
        return self.publish(act=Act.CORRECTION, sentences={"ar": SENTENCE}, **given)

    def test_a_correction_is_a_row_an_event_and_part_of_the_edition(self):
        (edition,) = self.correct()
        row = Correction.objects.get()
        self.assertEqual((row.kind, row.sentence, row.number), ("correction", SENTENCE, 2))
        self.assertEqual((row.language, row.by, row.stands), ("ar", self.editor, True))
        self.assertEqual(edition.changed_at, row.at)
        (notice,) = edition.told
        self.assertEqual((notice["id"], notice["sentence"]), (f"c{row.pk}", SENTENCE))
        self.assertEqual(notice["at"], row.at)
        event = self.article.events.first()
        self.assertEqual(event.label, "نُشرت: تصحيح")
        details = event.details
        self.assertEqual((details["act"], details["sentences"]), ("correction", {"ar": SENTENCE}))

    def test_later_notices_stand_above_earlier_ones_and_none_is_lost(self):
        self.correct()
        self.change(body_ar=RIGHT + "<p>وأعلنت الهيئة مساء أمس موعد التصويت على الرسوم.</p>")
        self.publish(act=Act.UPDATE)
        self.assertEqual([one["kind"] for one in self.edition().told], ["update", "correction"])

    def test_a_button_that_is_pressed_twice_tells_once(self):
        (first,) = self.correct()
        (again,) = self.publish(act=Act.CORRECTION, sentences={"ar": SENTENCE})
        self.assertEqual(Correction.objects.count(), 1)
        self.assertEqual((again.changed_at, again.told), (first.changed_at, first.told))

    def test_what_was_not_told_at_once_can_be_told_later(self):
        self.change(body_ar=RIGHT)
        self.publish(act=Act.MINOR, note="خطأ طباعي")
        self.publish(act=Act.CORRECTION, sentences={"ar": SENTENCE})
        self.assertEqual(Correction.objects.get().sentence, SENTENCE)

    def test_an_update_needs_no_sentence(self):
        self.change(body_ar=RIGHT)
        self.publish(act=Act.UPDATE)
        self.assertEqual(Correction.objects.get().sentence, "")
        self.assertIsNotNone(self.edition().changed_at)

    def test_the_sentence_is_one_line_of_plain_words(self):
        self.change(body_ar=RIGHT)
        self.publish(act=Act.CORRECTION, sentences={"ar": "  الصحيح \n 23.5%\x00  "})
        self.assertEqual(Correction.objects.get().sentence, "الصحيح 23.5%")

    def test_a_withdrawn_story_takes_its_corrections_along_and_brings_them_back(self):
        self.correct()
        workflow.withdraw(self.article, by=self.editor, note="شكوى")
        self.assertFalse(Correction.objects.get().stands)
        self.assertFalse(Correction.objects.listed("ar").exists())
        workflow.publish(self.article, by=self.editor, note="سُحبت خطأ")
        self.assertTrue(Correction.objects.listed("ar").exists())
        self.assertEqual(len(self.edition().told), 1)


class TwoLanguagesTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.editor = make_user("managing_editor")
        cls.article = make_ready(
            State.PUBLISHED,
            body_ar=TEXT,
            title_en="Coast ports win back half their traffic",
            lead_en="Nine months of figures show two lines returning.",
            body_en=ENGLISH,
        )

    def publish(self, **given):
        return workflow.publish(self.article, by=self.editor, **given)

    def problems(self, **given):
        with self.assertRaises(workflow.NotReady) as refusal:
            self.publish(**given)
        return [one.field for one in refusal.exception.problems]

    def test_each_language_whose_text_changes_is_owed_its_sentence(self):
        values = {"body_ar": RIGHT, "body_en": ENGLISH.replace("32.5", "23.5")}
        workflow.edit(self.article, values, by=self.editor)
        only = {"act": Act.CORRECTION, "sentences": {"ar": SENTENCE}}
        self.assertEqual(self.problems(**only), ["sentence_en"])
        both = {"ar": SENTENCE, "en": ENGLISH_SENTENCE}
        self.publish(act=Act.CORRECTION, sentences=both)
        self.assertEqual(dict(Correction.objects.values_list("language", "sentence")), both)

    def test_a_language_that_was_right_is_told_nothing(self):
        workflow.edit(self.article, {"body_ar": RIGHT}, by=self.editor)
        self.publish(act=Act.CORRECTION, sentences={"ar": SENTENCE})
        english = self.article.editions.get(language="en")
        self.assertEqual((english.notices, english.changed_at), ([], None))

    def test_a_wrong_translation_is_corrected_where_it_was_wrong(self):
        values = {"body_en": ENGLISH.replace("32.5", "23.5")}
        workflow.edit(self.article, values, by=self.editor)
        self.publish(act=Act.CORRECTION, sentences={"en": ENGLISH_SENTENCE})
        self.assertEqual(Correction.objects.get().language, "en")

    def test_dropping_a_language_is_a_change_of_substance(self):
        workflow.edit(self.article, {"body_en": ""}, by=self.editor)
        self.assertEqual(self.problems(), ["act"])
        self.publish(act=Act.UPDATE)
        self.assertIsNotNone(self.article.editions.get(language="en").withdrawn_at)

    def test_a_correction_of_a_dropped_language_leaves_the_list(self):
        values = {"body_en": ENGLISH.replace("32.5", "23.5")}
        workflow.edit(self.article, values, by=self.editor)
        self.publish(act=Act.CORRECTION, sentences={"en": ENGLISH_SENTENCE})
        workflow.edit(self.article, {"body_en": ""}, by=self.editor)
        self.publish(act=Act.UPDATE)
        self.assertFalse(Correction.objects.listed("en").exists())

    def test_a_new_translation_is_no_change_of_what_readers_had(self):
        article = make_ready(State.PUBLISHED, body_ar=TEXT)
        values = {
            "title_en": "Coast ports win back their traffic",
            "lead_en": "Nine months of figures show two lines returning.",
            "body_en": ENGLISH,
        }
        workflow.edit(article, values, by=self.editor)
        made = workflow.publish(article, by=self.editor)
        self.assertEqual(
            [(one.language, one.changed_at) for one in made], [("ar", None), ("en", None)]
        )
