"""The text doctor's page: it proposes, an editor accepts, and nothing is rewritten otherwise."""

import re

from django.test import TestCase
from django.urls import reverse

from articles import workflow
from tests.makers import make_article, make_user

TITLE = "تحقيقات امريکية بشأن هجوم علی مقرها"
BODY = (
    '<p>ذکرت <b>مواقع</b>&nbsp; ذلک، <bdi lang="fa">ک</bdi> <a href="/ک">ترکيا</a>.</p>'
    "<p>وصل الى المقر.</p>"
)


class DoctorPageTests(TestCase):
    def setUp(self):
        self.editor = make_user("desk_editor")
        self.client.force_login(self.editor)
        self.article = make_article(title_ar=TITLE, body_ar=BODY)
        self.address = reverse("admin:articles_article_doctor", args=[self.article.pk])

    def boxes(self):
        """What the page offers: values of the boxes, those ticked and those not."""
        html = self.client.get(self.address).content.decode()
        found = re.findall(r'name="accept" value="([^"]+)"( checked)?', html)
        return [v for v, on in found if on], [v for v, on in found if not on]

    def revision(self):
        return self.article.revisions.first().number

    def accept(self, values, **more):
        data = {"accept": values, "_revision": self.revision()} | more
        return self.client.post(self.address, data, follow=True)

    def test_safe_ones_are_ticked_and_suggestions_are_not(self):
        ticked, others = self.boxes()
        self.assertTrue(ticked and others)
        self.assertTrue(all(":hamza:" in value for value in others), others)
        self.assertFalse(any(":hamza:" in value for value in ticked))

    def test_looking_changes_nothing(self):
        self.boxes()
        self.article.refresh_from_db()
        self.assertEqual((self.article.title_ar, self.article.body_ar), (TITLE, BODY))
        self.assertEqual(self.article.revisions.count(), 1)

    def test_what_is_accepted_is_put_right_as_an_edit_of_the_editor(self):
        self.accept(self.boxes()[0])
        self.article.refresh_from_db()
        self.assertEqual(self.article.title_ar, "تحقيقات امريكية بشأن هجوم على مقرها")
        self.assertEqual(
            self.article.body_ar,
            '<p>ذكرت <b>مواقع</b> ذلك، <bdi lang="fa">ک</bdi> <a href="/ک">تركيا</a>.</p>'
            "<p>وصل الى المقر.</p>",
        )
        event = self.article.events.first()
        self.assertEqual((event.name, event.by), ("edit", self.editor))
        self.assertEqual(self.article.revisions.first().by, self.editor)

    def test_only_what_is_ticked_is_done(self):
        suggestion = next(value for value in self.boxes()[1] if value.startswith("title_ar"))
        self.accept([suggestion])
        self.article.refresh_from_db()
        self.assertEqual(self.article.title_ar, "تحقيقات أمريکية بشأن هجوم علی مقرها")
        self.assertEqual(self.article.body_ar, BODY)

    def test_an_article_that_changed_meanwhile_is_not_touched(self):
        ticked, seen = self.boxes()[0], self.revision()
        other = make_user("managing_editor")
        workflow.edit(self.article, {"title_ar": "عنوان زميلتي ک"}, by=other)
        answer = self.accept(ticked, _revision=seen)
        self.assertContains(answer, other.username)
        self.article.refresh_from_db()
        self.assertEqual((self.article.title_ar, self.article.body_ar), ("عنوان زميلتي ک", BODY))

    def test_values_that_name_no_finding_change_nothing(self):
        for value in (
            "state_ar:keheh:1",
            "title_ar:keheh:2",
            "title_ar",
            "body_ar:x:-1,y",
            ":::",
            "",
        ):
            with self.subTest(value):
                self.accept([value])
                self.article.refresh_from_db()
                self.assertEqual((self.article.title_ar, self.article.body_ar), (TITLE, BODY))
        self.assertEqual(self.article.revisions.count(), 1)

    def test_nothing_ticked_is_said(self):
        self.assertContains(self.accept([]), "علّم ما تقبله")

    def test_who_may_not_change_the_article_may_not_open_the_page(self):
        reader = make_user("reporter")
        reader.groups.clear()
        self.client.force_login(reader)
        self.assertEqual(self.client.get(self.address).status_code, 403)
        self.assertEqual(self.accept(["title_ar:keheh:11"]).status_code, 403)
        self.client.logout()
        self.assertEqual(self.client.get(self.address).status_code, 302)

    def test_a_correction_that_no_longer_fits_its_field_is_left_out(self):
        title = ("،ب" * 124 + "ج")[:249]
        article = make_article(title_ar="ا" + title)
        self.article = article
        self.address = reverse("admin:articles_article_doctor", args=[article.pk])
        self.accept(self.boxes()[1])
        article.refresh_from_db()
        self.assertEqual(article.title_ar, "ا" + title)

    def test_hostile_words_are_shown_and_not_run(self):
        article = make_article(
            title_ar='<script>alert("ک")</script> ترکيا', body_ar="<p>&lt;b&gt;ک</p>"
        )
        address = reverse("admin:articles_article_doctor", args=[article.pk])
        html = self.client.get(address).content.decode()
        self.assertNotIn("<script>alert", html)
        self.assertNotRegex(html, r"<style|\sstyle=|\son\w+=\"|javascript:")

    def test_the_articles_page_leads_there(self):
        page = self.client.get(reverse("admin:articles_article_change", args=[self.article.pk]))
        self.assertContains(page, self.address)

    def test_a_clean_article_says_so(self):
        article = make_article()
        address = reverse("admin:articles_article_doctor", args=[article.pk])
        self.assertContains(self.client.get(address), "لا شيء يحتاج إلى تصحيح")
