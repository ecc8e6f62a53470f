"""An article's mentions and citations follow its text, and an editor's word stands."""

from django.db import transaction
from django.test import TestCase

from articles import recognition, workflow
from articles.models import Citation, Entity, Mention
from tests.makers import make_article, make_entity, make_source

REPORT = (
    "<p>وقالت صحيفة المرفأ إن أعمال الطريق تبدأ في مدينة المرسى في مارس.</p>"
    "<p>وستغلق بمدينة المرسى ثلاثة شوارع.</p>"
)
SENTENCE = "وقالت صحيفة المرفأ إن أعمال الطريق تبدأ في مدينة المرسى في مارس."


class FollowTests(TestCase):
    def setUp(self):
        self.city = make_entity("مدينة المرسى", "المرسى", "Marsa")
        self.paper = make_source("صحيفة المرفأ", "Marfa Daily")

    def test_a_saved_article_has_rows_for_what_it_names_and_cites(self):
        article = make_article(title_ar="طريق جديد في المرسى", body_ar=REPORT)
        mention = article.mentions.get()
        self.assertEqual(mention.entity, self.city)
        self.assertEqual((mention.count, mention.language, mention.origin), (3, "ar", "found"))
        citation = article.citations.get()
        self.assertEqual((citation.source, citation.passage), (self.paper, SENTENCE))
        self.assertEqual((citation.how, citation.position), ("paraphrased", 0))

    def test_the_spelling_is_one_that_a_page_can_link(self):
        article = make_article(title_ar="المرسى", body_ar="<p>في بمدينة المرسى، ثم المرسى.</p>")
        self.assertEqual(article.mentions.get().spelling, "المرسى")
        article = make_article(title_ar="المرسى", body_ar="<p>شوارع لمدينة المرسى.</p>")
        self.assertEqual(article.mentions.get().spelling, "مدينة المرسى")

    def test_each_language_has_rows_of_its_own(self):
        article = make_article(
            body_ar=REPORT, title_en="Road", body_en="<p>Marsa, Marfa Daily reported.</p>"
        )
        self.assertEqual(
            sorted(article.mentions.values_list("language", "spelling")),
            [("ar", "مدينة المرسى"), ("en", "Marsa")],
        )
        self.assertEqual(article.citations.filter(language="en").count(), 1)

    def test_rows_go_when_the_text_no_longer_bears_them(self):
        article = make_article(body_ar=REPORT)
        workflow.edit(article, {"body_ar": "<p>لا شيء هنا.</p>"})
        self.assertFalse(article.mentions.exists() or article.citations.exists())

    def test_a_sentence_that_was_edited_keeps_its_row(self):
        article = make_article(body_ar=REPORT)
        before = article.citations.get()
        workflow.edit(article, {"body_ar": REPORT.replace("مارس", "مارس المقبل")})
        after = article.citations.get()
        self.assertEqual(after.pk, before.pk)
        self.assertIn("مارس المقبل", after.passage)

    def test_a_source_cited_in_the_lead_alone_is_kept(self):
        article = make_article(lead_ar="الطريق يُغلق، بحسب صحيفة المرفأ.")
        self.assertEqual(article.citations.get().source, self.paper)

    def test_refreshing_twice_writes_nothing(self):
        article = make_article(body_ar=REPORT)
        with self.assertNumQueries(3):
            recognition.refresh(article)

    def test_the_queries_do_not_grow_with_the_text(self):
        for number in range(30):
            make_entity(f"بلدة رقمها {number}")
        towns = "".join(f"<p>زار بلدة رقمها {number}.</p>" for number in range(30))
        article = make_article()
        article.body_ar = REPORT + towns
        with self.assertNumQueries(5):
            recognition.refresh(article)
        self.assertEqual(article.mentions.count(), 31)


class EditorTests(TestCase):
    def setUp(self):
        self.city = make_entity("مدينة المرسى")
        self.paper = make_source("صحيفة المرفأ")
        self.article = make_article(body_ar=REPORT)

    def test_what_an_editor_rejected_does_not_come_back(self):
        Mention.objects.update(origin="rejected")
        Citation.objects.update(origin="rejected")
        workflow.edit(self.article, {"body_ar": REPORT.replace("مارس", "مارس المقبل")})
        self.assertEqual(self.article.mentions.get().origin, "rejected")
        self.assertEqual(self.article.citations.get().origin, "rejected")
        self.assertEqual(self.article.citations.get().passage, SENTENCE)

    def test_what_an_editor_set_is_neither_changed_nor_doubled(self):
        self.article.mentions.update(origin="editor", count=9)
        self.article.citations.update(origin="editor", passage="إن أعمال الطريق تبدأ")
        recognition.refresh(self.article)
        self.assertEqual(self.article.mentions.get().count, 9)
        self.assertEqual(self.article.citations.get().passage, "إن أعمال الطريق تبدأ")

    def test_what_an_editor_added_stays_though_the_text_is_silent(self):
        other = make_entity("وادي السنديان")
        Mention.objects.create(article=self.article, entity=other, language="ar")
        Citation.objects.create(
            article=self.article, source=self.paper, language="ar", passage="وستغلق"
        )
        workflow.edit(self.article, {"body_ar": "<p>لا شيء هنا.</p>"})
        self.assertEqual(self.article.mentions.get().entity, other)
        self.assertEqual(self.article.citations.get().passage, "وستغلق")


class RegisterTests(TestCase):
    def setUp(self):
        self.city = make_entity("مدينة المرسى")
        self.known = recognition.known_names()

    def test_a_register_that_did_not_change_costs_one_question(self):
        with self.assertNumQueries(1):
            self.assertIs(recognition.known_names(), self.known)

    def test_every_change_is_seen_at_once(self):
        spelling = self.city.aliases.get()
        changes = (
            lambda: spelling.__class__.objects.filter(pk=spelling.pk).update(context="ميناء"),
            lambda: Entity.objects.filter(pk=self.city.pk).update(kind="place"),
            lambda: make_entity("وادي السنديان"),
            lambda: spelling.delete(),
        )
        before = self.known
        for change in changes:
            change()
            after = recognition.known_names()
            self.assertIsNot(after, before)
            before = after

    def test_what_was_undone_is_forgotten(self):
        with self.assertRaises(ZeroDivisionError), transaction.atomic():
            make_entity("وادي السنديان")
            self.assertTrue(recognition.find("وادي السنديان", recognition.known_names()))
            raise ZeroDivisionError
        self.assertEqual(recognition.find("وادي السنديان", recognition.known_names()), [])

    def test_two_names_may_share_a_spelling_that_needs_a_context(self):
        first, second = make_entity("المرسى الشمالية"), make_entity("المرسى الجنوبية")
        first.aliases.create(text="المرسى", context="الشمال")
        second.aliases.create(text="المرسى", context="الجنوب")
        found = recognition.find("طريق الجنوب إلى المرسى", recognition.known_names())
        self.assertEqual([one.pk for one in found], [second.pk])
