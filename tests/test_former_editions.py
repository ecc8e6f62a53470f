"""What readers had before is kept, word for word, and nobody can rewrite it."""

from datetime import timedelta
from html import escape

from django.db import IntegrityError, connection, transaction
from django.test import SimpleTestCase, TestCase
from hypothesis import given

from articles import workflow
from articles.editions.clean import clean
from articles.editions.marks import mark, unmark
from articles.models import Act, Event, FormerEdition
from articles.states import State
from tests.makers import NOON, make_article, make_entity, make_ready, make_user
from tests.properties import texts

TEXT = "<p>أظهرت النشرة أن الموانئ استقبلت 418 ألف حاوية، بزيادة {}% على العام الماضي.</p>"
SENTENCE = {"ar": "الزيادة 23.5% لا 32.5%."}


class UnmarkTests(SimpleTestCase):
    @given(texts(), texts(max_size=8))
    def test_a_marked_body_without_its_marks_is_the_body(self, text, name):
        html = clean(f'<p>{escape(text)} <a href="https://x.example/">رابط</a> المرسى</p>')
        marked = mark(
            html,
            [(1, text, "المصدر 1")],
            [(name.strip() or "قسد", "/topic/x/"), ("المرسى", "/topic/m/")],
        )
        self.assertEqual(unmark(marked), mark(html))

    def test_a_body_that_begins_with_signs_of_markup_stays_text(self):
        html = clean("&lt;script&gt;alert(1)&lt;/script&gt; <p>خبر</p>")
        self.assertNotIn("<script", mark(html))
        self.assertNotIn("<script", unmark(mark(html)))


class KeepingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.editor = make_user("managing_editor")

    def published(self, **values):
        return make_ready(State.PUBLISHED, body_ar=TEXT.format("32.5"), **values)

    def change(self, article, by=None, moment=None, given=None, **values):
        workflow.edit(article, values or {"body_ar": TEXT.format("23.5")}, by=by or self.editor)
        given = given or {"act": Act.CORRECTION, "sentences": SENTENCE}
        moment = {"moment": moment} if moment else {}
        return workflow.publish(article, by=by or self.editor, **given, **moment)[0]

    def test_the_first_edition_has_none_before_it(self):
        article = self.published()
        self.assertFalse(FormerEdition.objects.exists())
        self.assertEqual(article.editions.get().earlier, 0)

    def test_a_correction_keeps_what_readers_had_and_why_it_went(self):
        make_entity("النشرة")
        article = self.published()
        self.assertIn("<a ", article.editions.get().body)
        edition = self.change(article, moment=NOON + timedelta(hours=2))
        kept = FormerEdition.objects.get()
        self.assertEqual((kept.edition, kept.number), (edition, 1))
        self.assertEqual(kept.body, TEXT.format("32.5"))
        self.assertEqual((kept.title, kept.lead), (edition.title, edition.lead))
        self.assertEqual(kept.until, edition.since)
        self.assertEqual(kept.replaced_as, Act.CORRECTION)
        self.assertEqual((edition.number, edition.earlier), (2, 1))

    def test_the_times_of_editions_join_without_a_gap(self):
        article = self.published()
        self.change(article)
        edition = self.change(article, body_ar=TEXT.format("23.6"))
        newest, oldest = FormerEdition.objects.listed(edition)
        self.assertEqual((oldest.until, newest.until), (newest.since, edition.since))
        self.assertLessEqual(oldest.since, oldest.until)

    def test_mended_letters_are_kept_too(self):
        article = self.published(lead_ar="تبدا الأعمال في مارس وتستمر شهرين كاملين.")
        self.change(
            article, given={"act": Act.MINOR}, lead_ar="تبدأ الأعمال في مارس وتستمر شهرين كاملين."
        )
        self.assertEqual(FormerEdition.objects.get().replaced_as, Act.MINOR)

    def test_a_change_of_another_language_alone_keeps_nothing_of_this_one(self):
        article = self.published(
            title_en="Ports take in more containers",
            lead_en="The first nine months show a rise over last year.",
            body_en="<p>The rise is 32.5 per cent.</p>",
        )
        self.change(
            article,
            given={"act": Act.CORRECTION, "sentences": {"en": "It is 23.5."}},
            body_en="<p>The rise is 23.5 per cent.</p>",
        )
        self.assertEqual(FormerEdition.objects.get().edition.language, "en")
        arabic = article.editions.get(language="ar")
        self.assertEqual((arabic.number, arabic.earlier), (2, 0))

    def test_publishing_the_same_again_keeps_nothing(self):
        article = self.published()
        workflow.publish(article, by=self.editor)
        self.assertFalse(FormerEdition.objects.exists())

    def test_what_was_withdrawn_and_came_back_changed_stays_hidden_with_all_before_it(self):
        article = self.published()
        self.change(article)
        workflow.withdraw(article, by=self.editor, note="بطلب من المحامي")
        workflow.move(article, "reopen", by=self.editor)
        gone = article.editions.get().withdrawn_at
        self.change(
            article, given={"act": Act.UPDATE, "note": "بعد المراجعة"}, body_ar=TEXT.format("23.4")
        )
        newest, oldest = FormerEdition.objects.all()
        self.assertEqual((newest.is_hidden, oldest.is_hidden), (True, True))
        self.assertEqual(newest.until, gone)

    def test_what_was_withdrawn_by_mistake_and_came_back_as_it_was_hides_nothing(self):
        article = self.published()
        self.change(article)
        workflow.withdraw(article, by=self.editor, note="خطأ")
        workflow.publish(article, by=self.editor, note="خطأ")
        self.assertFalse(FormerEdition.objects.get().is_hidden)

    def test_a_refused_publication_keeps_nothing(self):
        article = self.published()
        workflow.edit(article, {"body_ar": TEXT.format("23.5")}, by=self.editor)
        with self.assertRaises(workflow.NotReady):
            workflow.publish(article, by=self.editor)
        self.assertFalse(FormerEdition.objects.exists())

    def test_the_database_refuses_to_rewrite_it(self):
        self.change(self.published())
        for column in ("title", "lead", "body"):
            with self.subTest(column), self.assertRaises(IntegrityError), transaction.atomic():
                FormerEdition.objects.update(**{column: "غير ما كان"})
        with self.assertRaises(IntegrityError), transaction.atomic():
            FormerEdition.objects.update(until=NOON)
        self.assertEqual(FormerEdition.objects.update(hidden_because="طلب قانوني"), 1)

    def test_one_list_of_them_is_one_range_of_its_index(self):
        edition = self.change(self.published())
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
        plan = FormerEdition.objects.listed(edition, before=9)[:9].explain()
        self.assertIn("former_edition_once", plan)
        self.assertNotIn("Sort", plan)


class HidingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        article = make_article(body_ar=TEXT.format("32.5"))
        workflow.publish(article)
        workflow.edit(article, {"body_ar": TEXT.format("23.5")})
        workflow.publish(article)
        cls.kept, cls.article = FormerEdition.objects.get(), article

    def test_only_the_managing_editor_and_the_administrator_hide_one(self):
        for role in ("reporter", "copy_editor", "picture_editor", "desk_editor"):
            with self.subTest(role), self.assertRaises(workflow.NotAllowed):
                workflow.hide(self.kept, "طلب قانوني", by=make_user(role))
        for role in ("managing_editor", "administrator"):
            with self.subTest(role):
                self.assertTrue(workflow.hide(self.kept, role, by=make_user(role)).is_hidden)

    def test_it_needs_a_reason_which_stays_in_the_history(self):
        editor = make_user("managing_editor")
        with self.assertRaises(workflow.NotReady):
            workflow.hide(self.kept, "  ", by=editor)
        workflow.hide(self.kept, "طلب قانوني", by=editor)
        workflow.hide(self.kept, "طلب قانوني", by=editor)
        event = Event.objects.get(name="hide")
        self.assertEqual(
            (event.note, event.by, event.article), ("طلب قانوني", editor, self.article)
        )
        self.assertEqual(event.details, {"edition": 1, "language": "ar"})
        shown = workflow.show(self.kept, by=editor)
        self.assertEqual((shown.hidden_because, shown.hidden_by), ("", None))
        self.assertEqual(Event.objects.filter(name="show").count(), 1)

    def test_the_admin_shows_it_to_all_and_lets_who_may_hide_it(self):
        page = f"/admin/articles/formeredition/{self.kept.pk}/change/"
        self.client.force_login(make_user("reporter"))
        self.assertNotContains(self.client.get(page), "<textarea")
        self.assertEqual(self.client.post(page, {"hidden_because": "x"}).status_code, 403)
        editor = make_user("managing_editor")
        self.client.force_login(editor)
        self.assertContains(self.client.get(page), "32.5")
        self.client.post(page, {"hidden_because": "طلب قانوني", "title": "غيره"})
        self.kept.refresh_from_db()
        self.assertEqual((self.kept.hidden_because, self.kept.hidden_by), ("طلب قانوني", editor))
        self.assertContains(self.client.get("/admin/articles/formeredition/"), self.article.title)
        self.client.post(page, {"hidden_because": ""})
        self.kept.refresh_from_db()
        self.assertFalse(self.kept.is_hidden)
