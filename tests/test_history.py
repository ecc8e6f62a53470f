"""The history of an article: its lines and comparisons; none of it is editable."""

from datetime import timedelta
from unittest import mock

from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import workflow
from articles.models import Article, Event, Revision
from tests.history import BODY, PASSAGE, HistoryTestCase
from tests.makers import (
    make_article,
    make_author,
    make_category,
    make_source,
    make_user,
)

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'


class TimelineTests(HistoryTestCase):
    def entries(self, number=1):
        return self.look("history", page=number).context["entries"]

    def test_a_save_is_one_line_with_its_version_and_what_it_changed(self):
        self.body("12.5", "12.7")
        newest, oldest = self.entries()
        self.assertEqual((newest.event.name, newest.revision.number), ("edit", 2))
        self.assertEqual((newest.parts, newest.by), (["المتن"], self.editor))
        self.assertEqual((oldest.event.name, oldest.revision.number), ("create", 1))

    def test_moves_stand_between_with_their_notes(self):
        workflow.move(self.article, "submit", by=self.editor, note="للمراجعة قبل الظهر")
        self.assertContains(self.look("history"), "للمراجعة قبل الظهر")
        self.assertEqual([one.event.name for one in self.entries()], ["submit", "create"])

    def test_the_version_that_readers_have_says_so(self):
        workflow.publish(self.article)
        self.body("12.5", "12.7")
        live = [one.revision.number for one in self.entries() if one.is_live]
        self.assertEqual(live, [1])
        self.assertContains(self.look("history"), "عند القرّاء")

    def test_every_version_of_a_long_history_is_on_one_page_with_what_saved_it(self):
        for number in range(2, 60):
            self.edit(title_ar=f"مرفأ المرسى يستقبل {number} حاوية")
        # One line more, so that a page ends between an event and its version.
        workflow.move(self.article, "submit", by=self.editor)
        versions, events = [], []
        for number in range(1, self.look("history").context["page"].paginator.num_pages + 1):
            for entry in self.entries(number):
                if entry.revision:
                    versions.append(entry.revision.number)
                    self.assertIsNotNone(entry.event)
                    self.assertIn(entry.event.name, ("create", "edit"))
                events.append(entry.event.pk)
        self.assertEqual(versions, list(range(59, 0, -1)))
        self.assertEqual(sorted(events, reverse=True), events)
        self.assertEqual(len(events), self.article.events.count())

    def test_a_version_that_no_event_saved_stands_by_itself(self):
        hours_ago = [timezone.now() - timedelta(hours=hours) for hours in range(3)]
        with mock.patch("django.utils.timezone.now", return_value=hours_ago[2]):
            self.article = make_article()
        with mock.patch("django.utils.timezone.now", return_value=hours_ago[1]):
            self.article.revisions.create(number=2, content={}, by=self.editor)
        workflow.move(self.article, "submit", by=self.editor)
        submit, alone, _create = self.entries()
        self.assertEqual((submit.event.name, submit.revision), ("submit", None))
        self.assertEqual((alone.event, alone.revision.number), (None, 2))
        self.assertContains(self.look("history"), "حُفظ")

    def test_a_page_that_is_no_number_is_the_first(self):
        self.assertEqual(self.look("history", page="<b>").context["page"].number, 1)

    def test_the_number_of_queries_does_not_grow_with_rows(self):
        self.body("12.5", "12.6")
        for name in ("history", "compare"):
            with self.subTest(name):
                with CaptureQueriesContext(connection) as few:
                    self.look(name, old=1, new=2)
                for number in range(15):
                    self.edit(title_ar=f"مرفأ المرسى {name} {number}", tags=[f"وسم {number}"])
                    workflow.move(self.article, "submit", by=make_user("managing_editor"))
                    workflow.move(self.article, "recall", by=None)
                with CaptureQueriesContext(connection) as many:
                    self.look(name, old=1, new=2)
                self.assertEqual(len(many), len(few))

    def test_the_newest_two_versions_are_chosen_for_comparing(self):
        self.body("12.5", "12.6")
        self.body("12.6", "12.7")
        html = self.look("history").content.decode()
        self.assertRegex(html, r'name="old" value="2" aria-label="[^"]+" checked')
        self.assertRegex(html, r'name="new" value="3" aria-label="[^"]+" checked')

    def test_an_article_of_one_version_offers_no_comparing(self):
        self.assertNotContains(self.look("history"), 'type="radio"')


class CompareTests(HistoryTestCase):
    def test_changed_words_are_marked_for_the_eye_and_for_the_ear(self):
        self.body("12.5", "12.7")
        answer = self.look("compare", old=1, new=2)
        self.assertContains(
            answer, '<del><span class="visually-hidden">حُذف: </span>12.5</del>', html=False
        )
        self.assertContains(
            answer, '<ins><span class="visually-hidden">أُضيف: </span>12.7</ins>', html=False
        )

    def test_without_an_address_the_last_two_versions_are_compared(self):
        self.body("12.5", "12.6")
        self.body("12.6", "12.7")
        context = self.look("compare").context
        self.assertEqual((context["old"].number, context["new"].number), (2, 3))
        self.assertEqual((context["previous"], context["next"]), ((1, 2), None))

    def test_the_later_version_is_always_the_result(self):
        self.body("12.5", "12.6")
        context = self.look("compare", old=2, new=1).context
        self.assertEqual((context["old"].number, context["new"].number), (1, 2))

    def test_the_live_edition_is_called_so(self):
        workflow.publish(self.article)
        self.body("12.5", "12.7")
        answer = self.look("compare", old="live", new=2)
        self.assertEqual(answer.context["old"].number, 1)
        self.assertContains(answer, "النسخة الحية (الإصدار 1)")
        self.assertContains(answer, "نص العمل (الإصدار 2)")

    def test_each_language_has_its_own_page_and_only_those_with_text(self):
        self.body("12.5", "12.7")
        self.assertEqual([one.code for one in self.look("compare").context["languages"]], ["ar"])
        self.edit(title_en="Marsa port", body_en="<p>Twelve thousand.</p>")
        self.edit(body_en="<p>Thirteen thousand.</p>")
        answer = self.look("compare", old=3, new=4)
        self.assertEqual([one.code for one in answer.context["languages"]], ["ar", "en"])
        self.assertEqual(answer.context["language"].code, "en")
        self.assertContains(answer, '<div class="diff__text diff__text--body" lang="en" dir="ltr">')
        arabic = self.look("compare", old=3, new=4, language="ar")
        self.assertContains(arabic, "لا فرق في النص.")

    def test_what_is_no_text_is_told_in_plain_words(self):
        economy, author = make_category("اقتصاد"), make_author("هدى الراوي")
        self.edit(
            category=economy, kind="report", tags=["المرفأ"], bylines=[(author, "writer")],
            citations=[{"source": make_source("رويترز"), "language": "ar", "passage": PASSAGE}],
        )  # fmt: skip
        facts = {fact.label: (fact.was, fact.now) for fact in self.look("compare").context["facts"]}
        self.assertEqual(facts["القسم"][1], [economy.name])
        self.assertEqual(facts["النوع"], (["خبر"], ["تقرير"]))
        self.assertEqual(facts["الوسوم"], ([], ["المرفأ"]))
        self.assertEqual(facts["التوقيع"], ([], ["هدى الراوي (كتابة)"]))
        self.assertEqual(facts["مصادر أسندها المحرر"], ([], [f"رويترز: «{PASSAGE}»"]))

    def test_bylines_in_another_order_are_a_change(self):
        one, other = make_author("هدى الراوي"), make_author("سلمى الحداد")
        self.edit(bylines=[(one, "writer"), (other, "writer")])
        self.edit(bylines=[(other, "writer"), (one, "writer")])
        (fact,) = self.look("compare").context["facts"]
        self.assertEqual(fact.was, ["هدى الراوي (كتابة)، سلمى الحداد (كتابة)"])
        self.assertEqual(fact.now, ["سلمى الحداد (كتابة)، هدى الراوي (كتابة)"])

    def test_what_was_deleted_since_is_named_by_its_number(self):
        gone = make_category("قسم عابر")
        self.edit(category=gone)
        self.edit(category=make_category())
        Article.objects.filter(pk=self.article.pk).update(desk=None)
        number = gone.pk
        gone.delete()
        self.assertContains(self.look("compare"), f"لم يعد موجودًا (رقمه {number})")

    def test_paragraphs_far_from_a_change_are_folded(self):
        story = "".join(f"<p>فقرة رقم {number} من الخبر.</p>" for number in range(9))
        self.edit(body_ar=story)
        self.edit(body_ar=story.replace("رقم 8", "رقم 10"))
        (text,) = self.look("compare").context["texts"]
        self.assertEqual(
            [(one.folded, len(one.paragraphs)) for one in text.stretches], [(True, 7), (False, 2)]
        )
        self.assertContains(self.look("compare"), "7 فقرات لم تتغيّر")

    def test_a_paragraph_that_was_moved_says_so(self):
        first, second = BODY.replace("</p>", "</p>|").split("|")[:2]
        self.edit(body_ar=f"{first}<p>فقرة أولى باقية.</p><p>فقرة ثانية باقية.</p>{second}")
        self.edit(body_ar=f"<p>فقرة أولى باقية.</p><p>فقرة ثانية باقية.</p>{second}{first}")
        answer = self.look("compare")
        self.assertContains(answer, "نُقلت من هنا")
        self.assertContains(answer, "نُقلت إلى هنا")
        self.assertNotContains(answer, "فقرة جديدة")

    def test_whatever_a_text_holds_is_shown_and_not_run(self):
        self.edit(
            title_ar=f"مرفأ {HOSTILE}", lead_ar=HOSTILE, tags=[HOSTILE[:90]],
            body_ar=f'<p>قالت <a href="javascript:alert(1)" onclick="x()">{HOSTILE}</a></p>'
            '<p title="&lt;script&gt;x">&lt;script&gt;alert(3)&lt;/script&gt;</p>',
        )  # fmt: skip
        workflow.move(self.article, "submit", by=self.editor, note=HOSTILE)
        for name, more in (("compare", ()), ("history", ()), ("restore", (1,))):
            with self.subTest(name):
                html = self.look(name, *more).content.decode()
                for harm in ("<script>alert", "<img src=x", 'onclick="x()"><', 'href="javascript'):
                    self.assertNotIn(harm, html)
                self.assertTrue("alert(1)" in html)

    def test_versions_that_do_not_exist_are_not_found(self):
        for asked in ("7", "-1", "١", "x", "9" * 30, "live"):
            with self.subTest(asked):
                self.assertEqual(self.look("compare", old=asked, new=1).status_code, 404)

    def test_the_first_version_is_read_against_nothing(self):
        answer = self.look("compare", old=0, new=1)
        self.assertContains(answer, "لا شيء")
        self.assertContains(answer, "فقرة جديدة")


class NothingIsEditableTests(HistoryTestCase):
    def test_the_admin_has_no_way_to_add_change_or_delete_a_version_or_an_event(self):
        self.client.force_login(make_user("administrator"))
        for model in (Revision, Event):
            name, row = model._meta.model_name, model.objects.first()
            with self.subTest(name):
                change = reverse(f"admin:articles_{name}_change", args=[row.pk])
                self.assertEqual(self.client.get(change).status_code, 200)
                self.assertNotContains(self.client.get(change), 'type="submit" name="_save"')
                values = {"name": "publish", "number": 9, "note": "x", "content": "{}"}
                self.assertEqual(self.client.post(change, values).status_code, 403)
                delete = reverse(f"admin:articles_{name}_delete", args=[row.pk])
                self.assertEqual(self.client.post(delete, {"post": "yes"}).status_code, 403)
                add = reverse(f"admin:articles_{name}_add")
                self.assertEqual(self.client.post(add, values).status_code, 403)
                self.assertEqual(model.objects.get(pk=row.pk).pk, row.pk)

    def test_the_database_itself_refuses_to_rewrite_them(self):
        for rows in (self.article.revisions, self.article.events):
            with self.assertRaises(IntegrityError), transaction.atomic():
                rows.update(by=self.editor)
