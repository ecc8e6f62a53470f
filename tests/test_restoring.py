"""An earlier version comes back as a new one; what is gone since is left out and told."""

from django.urls import reverse

from articles import merging, revisions, workflow
from articles.models import Article, Citation, Image, Mention, Origin, Revision
from articles.states import State
from tests.history import PASSAGE, HistoryTestCase, page
from tests.makers import (
    bring,
    make_article,
    make_author,
    make_category,
    make_desk,
    make_source,
    make_tag,
    make_user,
)


class RestoringTests(HistoryTestCase):
    def test_a_version_brought_back_is_a_new_version_with_an_event_that_says_which(self):
        self.edit(title_ar="عنوان آخر تمامًا", lead_ar="مقدمة", tags=["المرفأ"])
        self.assertEqual(self.restore(1, by=self.editor), [])
        self.assertEqual(self.article.title_ar, "مرفأ المرسى يستقبل الحاويات")
        newest, event = self.article.revisions.first(), self.article.events.first()
        self.assertEqual((newest.number, newest.by), (3, self.editor))
        self.assertTrue(revisions.same(newest.content, self.revision(1).content))
        self.assertEqual(
            (event.name, event.by, event.note), ("restore", self.editor, "النص من الإصدار 1.")
        )
        self.assertEqual(event.details, {"revision": 1})

    def test_readers_see_nothing_of_it_until_it_is_published(self):
        self.edit(title_ar="عنوان آخر تمامًا")
        workflow.publish(self.article)
        self.restore(1)
        self.assertEqual(self.article.editions.get().title, "عنوان آخر تمامًا")
        self.assertTrue(self.article.pending)
        self.restore(2)
        self.assertFalse(self.article.pending)

    def test_the_day_it_came_out_stays_when_a_version_before_that_day_comes_back(self):
        article = make_article(published_at=None)
        workflow.publish(article)
        article.refresh_from_db()
        workflow.edit(article, {"title_ar": "عنوان بعد النشر"})
        workflow.restore(article, article.revisions.get(number=1))
        self.assertEqual(Article.objects.get(pk=article.pk).published_at, article.published_at)

    def test_section_bylines_tags_and_dates_come_back(self):
        author, section = make_author("هدى الراوي"), make_category("اقتصاد")
        self.edit(
            bylines=[(author, "writer", "ar")], category=section, tags=["المرفأ"], kind="report"
        )
        self.edit(bylines=[], category=None, tags=[], kind="news", published_at=None)
        self.assertEqual(self.restore(2), [])
        self.assertEqual(self.article.category, section)
        self.assertEqual([tag.name for tag in self.article.tags.all()], ["المرفأ"])
        byline = self.article.bylines.get()
        self.assertEqual((byline.author, byline.role, byline.language), (author, "writer", "ar"))

    def test_a_changed_citation_is_a_version_and_comes_back(self):
        agency, paper = make_source("رويترز"), make_source("صحيفة المرفأ")
        cited = {
            "source": agency,
            "language": "ar",
            "passage": PASSAGE,
            "how": "quoted",
            "note": "ص 3",
        }
        self.edit(citations=[cited])
        self.edit(citations=[cited | {"source": paper}])
        self.assertEqual(self.article.revisions.first().number, 3)
        self.restore(2)
        kept = self.article.citations.get(origin=Origin.EDITOR)
        self.assertEqual((kept.source, kept.how, kept.note), (agency, "quoted", "ص 3"))

    def test_a_citation_that_was_rejected_since_is_the_editors_again(self):
        source = make_source("رويترز")
        self.edit(citations=[{"source": source, "language": "ar", "passage": PASSAGE}])
        self.edit(citations=[], title_ar="عنوان آخر تمامًا")
        Citation.objects.create(
            article=self.article,
            source=source,
            language="ar",
            passage=PASSAGE,
            origin=Origin.REJECTED,
        )
        self.restore(2)
        self.assertEqual(self.article.citations.get().origin, Origin.EDITOR)

    def test_what_is_gone_since_is_left_out_and_told(self):
        section, author = make_category("قسم عابر"), make_author("كاتب عابر")
        source = make_source("وكالة عابرة")
        self.edit(
            category=section, bylines=[(author, "writer")], tags=["وسم عابر", "المرفأ"],
            citations=[{"source": source, "language": "ar", "passage": PASSAGE}],
        )  # fmt: skip
        current = make_category("الحالي")
        self.edit(category=current, bylines=[], tags=[], citations=[])
        for one in (section, author, source, make_tag("وسم عابر")):
            one.delete()
        left_out = self.restore(2, by=self.editor)
        self.assertEqual(len(left_out), 4)
        self.assertEqual(self.article.category, current)
        self.assertEqual([tag.name for tag in self.article.tags.all()], ["المرفأ"])
        self.assertFalse(self.article.bylines.exists())
        for sentence in left_out:
            self.assertIn(sentence, self.article.events.first().note)

    def test_a_picture_that_is_gone_leaves_the_one_there_is(self):
        Revision.objects.create(
            article=self.article,
            number=2,
            content=self.revision(1).content | {"image": 987_654, "title_ar": "عنوان مع صورة"},
        )
        self.assertFalse(Image.objects.exists())
        (sentence,) = self.restore(2)
        self.assertIn("صورة", sentence)
        self.assertEqual(self.article.title_ar, "عنوان مع صورة")

    def test_a_tag_that_was_merged_is_the_one_it_became(self):
        self.edit(tags=["فاغنر"])
        self.edit(tags=[])
        kept = make_tag("مجموعة واغنر")
        merging.merge(kept, make_tag("فاغنر"))
        self.assertEqual(self.restore(2), [])
        self.assertEqual(list(self.article.tags.all()), [kept])

    def test_a_source_that_was_merged_is_left_out_and_told(self):
        gone, kept = make_source("رويترز"), make_source("وكالة رويترز")
        self.edit(citations=[{"source": gone, "language": "ar", "passage": PASSAGE}])
        self.edit(citations=[], title_ar="عنوان آخر تمامًا")
        merging.merge(kept, gone)
        (sentence,) = self.restore(2)
        self.assertIn(PASSAGE[:20], sentence)

    def test_a_version_from_before_citations_were_kept_leaves_them_alone(self):
        old = {k: v for k, v in self.revision(1).content.items() if k != "citations"}
        article = make_article()
        article.revisions.create(number=2, content=old)
        source = make_source("رويترز")
        workflow.edit(
            article, {"citations": [{"source": source, "language": "ar", "passage": PASSAGE}]}
        )
        workflow.restore(article, article.revisions.get(number=2))
        self.assertEqual(article.citations.get(origin=Origin.EDITOR).source, source)

    def test_a_version_without_the_part_for_citations_is_no_other_version(self):
        old = {k: v for k, v in self.revision(1).content.items() if k != "citations"}
        self.assertTrue(revisions.same(old, revisions.content_of(self.article)))

    def test_the_version_that_the_article_is_already_is_refused(self):
        with self.assertRaises(workflow.NotAllowed):
            self.restore(1)
        self.assertEqual(self.article.events.count(), 1)

    def test_a_version_of_another_article_is_refused(self):
        with self.assertRaises(workflow.NotAllowed):
            workflow.restore(self.article, make_article().revisions.get())

    def test_who_looked_at_an_older_version_is_told(self):
        self.body("12.5", "12.6")
        with self.assertRaises(workflow.Overtaken):
            workflow.restore(self.article, self.revision(1), seen=1)
        self.assertIn("12.6", Article.objects.get(pk=self.article.pk).body_ar)

    def test_names_in_the_text_follow(self):
        self.body("وزارة النقل", "الوزارة")
        before = Mention.objects.filter(article=self.article).count()
        self.restore(1)
        self.assertGreaterEqual(Mention.objects.filter(article=self.article).count(), before)


class RestorePageTests(HistoryTestCase):
    def setUp(self):
        super().setUp()
        self.body("12.5", "12.7")

    def post(self, number=1, **values):
        return self.client.post(page("restore", self.article, number), values, follow=True)

    def test_looking_says_what_would_change_and_changes_nothing(self):
        answer = self.look("restore", 1)
        self.assertContains(answer, "12.5</ins>")
        self.assertContains(answer, "12.7</del>")
        self.assertEqual(self.article.revisions.count(), 2)

    def test_the_button_brings_it_back_and_tells(self):
        answer = self.post(_seen=2)
        self.assertContains(answer, "عاد نص الإصدار 1")
        self.assertEqual(self.article.revisions.first().number, 3)
        self.assertEqual(self.article.events.first().by, self.editor)

    def test_what_was_saved_meanwhile_is_not_overwritten(self):
        self.body("12.7", "12.9")
        answer = self.post(_seen=2)
        self.assertContains(answer, self.editor.username)
        self.assertEqual(self.article.revisions.first().number, 3)
        self.assertIn("12.9", self.article.body_ar)

    def test_who_may_not_edit_now_gets_no_button_and_is_refused_by_hand(self):
        reporter = make_user("reporter")
        Article.objects.filter(pk=self.article.pk).update(created_by=reporter)
        bring(self.article, State.REVIEW)
        self.client.force_login(reporter)
        self.assertNotContains(self.look("history"), "استعد")
        self.assertNotContains(self.look("compare"), "استعد")
        self.assertEqual(self.look("restore", 1).status_code, 403)
        self.assertEqual(self.post().status_code, 403)
        self.assertEqual(self.article.revisions.count(), 2)

    def test_another_desk_is_refused_also_by_hand(self):
        Article.objects.filter(pk=self.article.pk).update(desk=make_desk())
        stranger = make_user("desk_editor")
        self.client.force_login(stranger)
        self.assertEqual(self.post().status_code, 403)
        with self.assertRaises(workflow.NotAllowed):
            workflow.restore(self.article, self.revision(1), by=stranger)
        self.assertEqual(self.article.revisions.count(), 2)

    def test_the_signed_out_are_sent_to_sign_in(self):
        self.client.logout()
        for name, more in (("history", ()), ("compare", ()), ("restore", (1,))):
            self.assertIn("/login/", self.look(name, *more).headers["Location"])

    def test_who_may_not_see_articles_sees_no_history(self):
        user = make_user()
        user.groups.clear()
        self.client.force_login(user)
        for name, more in (("history", ()), ("compare", ()), ("restore", (1,))):
            self.assertEqual(self.look(name, *more).status_code, 403)

    def test_articles_and_versions_that_do_not_exist_are_not_found(self):
        self.assertEqual(self.look("restore", 9).status_code, 404)
        missing = reverse("admin:articles_article_compare", args=[self.article.pk + 999])
        self.assertEqual(self.client.get(missing).status_code, 404)
