"""Claims, boxes and further pictures are kept, compared, brought back and reconciled as texts."""

import json
from datetime import date

from django.test import override_settings
from django.urls import reverse
from lxml import html as markup

from articles import revisions, workflow
from articles.admin.changes import facts
from articles.models import Article, Image, Revision, Verdict
from tests.history import HistoryTestCase
from tests.makers import bring, make_checked, make_picture, make_user
from tests.overtaken import OvertakenTestCase
from tests.test_admin import article_form
from tests.test_figures import MEMORY
from tests.test_requirements import make_image

FIGURES = {"figures-TOTAL_FORMS": "1", "figures-INITIAL_FORMS": "0"}


def figure_row(image, **values):
    row = {"id": "", "image": image.pk, "after": "", "position": "0", "caption_ar": ""} | values
    return FIGURES | {f"figures-0-{name}": value for name, value in row.items()}


class VersionTests(HistoryTestCase):
    def setUp(self):
        super().setUp()
        self.image = make_image(title="السوق العتيق")
        self.edit(
            verdict=Verdict.FALSE,
            claim_at=date(2024, 4, 20),
            claim_url="https://posts.example/17",
            claim_ar="المرفأ أُغلق.",
            box_title_ar="بالأرقام",
            box_ar="<ul><li>12 رصيفًا</li></ul>",
            figures=[{"image": self.image, "after": 2, "caption_ar": "السوق صباحًا"}],
        )

    def test_a_version_holds_all_of_it(self):
        content = self.revision(2).content
        self.assertEqual(content["verdict"], "false")
        self.assertEqual(content["claim_at"], "2024-04-20")
        self.assertEqual(
            content["figures"],
            [{"image": self.image.pk, "after": 2, "caption_ar": "السوق صباحًا", "caption_en": ""}],
        )
        self.assertEqual(content["box_ar"], "<ul><li>12 رصيفًا</li></ul>")

    def test_a_version_from_before_is_the_same_as_one_without(self):
        new = dict.fromkeys(("verdict", "claim_url", "claim_ar", "box_ar"), "") | {"figures": []}
        self.assertTrue(revisions.same({"title_ar": "خبر"}, {"title_ar": "خبر"} | new))

    def test_it_comes_back_with_a_version(self):
        self.edit(
            verdict="", claim_at=None, claim_url="", claim_ar="", box_title_ar="", box_ar="",
            figures=[],
        )  # fmt: skip
        self.assertEqual(self.restore(2), [])
        self.assertEqual(
            revisions.content_of(Article.objects.get(pk=self.article.pk)), self.revision(2).content
        )
        self.assertEqual(self.restore(1), [])
        self.assertFalse(self.article.figures.exists())

    def test_a_picture_that_is_gone_is_left_out_and_told(self):
        self.edit(figures=[])
        Image.objects.all().delete()
        self.assertEqual(self.restore(2), ["صورة من صور تلك النسخة لم تعد موجودة."])

    def test_the_comparison_says_what_changed_in_plain_words(self):
        told = {one.label: (one.was, one.now) for one in self.facts(1, 2)}
        self.assertEqual(told["الحكم"], ([], ["غير صحيح"]))
        self.assertEqual(told["يوم الادّعاء"], ([], ["السبت، 20 أبريل 2024"]))
        self.assertEqual(told["موضع الادّعاء"], ([], ["https://posts.example/17"]))
        pictured = "السوق العتيق (بعد الفقرة 2، السوق صباحًا)"
        self.assertEqual(told["الصور الأخرى"], ([], [pictured]))
        self.edit(figures=[{"image": self.image, "caption_ar": "السوق صباحًا"}])
        (fact,) = self.facts(2, 3)
        self.assertEqual(
            (fact.was, fact.now), ([pictured], ["السوق العتيق (في معرض الصور، السوق صباحًا)"])
        )

    def facts(self, old, new):
        return facts(self.revision(old).content, self.revision(new).content)

    def test_words_of_claim_and_box_are_compared_as_texts(self):
        self.edit(box_ar="<ul><li>14 رصيفًا</li></ul>", claim_ar="<script>المرفأ أُغلق</script>")
        answer = self.look("compare", old=2, new=3)
        self.assertContains(answer, '<del><span class="visually-hidden">حُذف: </span>12</del>')
        self.assertContains(answer, "صندوق المعلومات")
        self.assertNotContains(answer, "<script>المرفأ")

    def test_the_doctor_reads_them_too(self):
        self.edit(claim_ar="المرفأ أُغلق ,كما قالوا.")
        answer = self.client.get(reverse("admin:articles_article_doctor", args=[self.article.pk]))
        self.assertContains(answer, "الادّعاء")


@override_settings(STORAGES=MEMORY)
class FormTests(HistoryTestCase):
    def post(self, **values):
        address = reverse("admin:articles_article_change", args=[self.article.pk])
        return self.client.post(address, article_form(**values))

    def test_the_page_offers_all_of_it_in_arabic(self):
        page = self.look("change")
        for words in (
            "صندوق معلومات",
            "تدقيق معلومات: الادّعاء والحكم",
            "الصور الأخرى",
            "شرح الصورة (بالعربية)",
        ):
            self.assertContains(page, words)
        form = page.context["adminform"].form
        for name, has_headings in (("body_ar", True), ("box_ar", False), ("box_en", False)):
            words = json.loads(markup.fromstring(str(form[name])).get("data-body-editor"))
            self.assertEqual("heading" in words, has_headings, name)
        self.assertEqual(form.fields["claim_en"].widget.attrs["dir"], "ltr")

    def test_who_reads_and_does_not_write_sees_it_too(self):
        self.article = bring(
            make_checked(box_ar="<p>خلفية<script>alert(1)</script>.</p>"), "spiked"
        )
        page = self.look("change")
        for words in ("إلى الأبد", "منشور متداول", "الإغلاق شهران", "<p>خلفية.</p>"):
            self.assertContains(page, words)

    def test_everyone_who_writes_has_the_rows_of_pictures(self):
        for role in ("reporter", "copy_editor", "picture_editor", "desk_editor"):
            with self.subTest(role):
                self.client.force_login(make_user(role))
                self.assertContains(self.look("change"), 'id="figures-group"')

    def test_what_is_typed_is_saved(self):
        image = make_picture("السوق")
        answer = self.post(
            kind="fact_check", verdict="unproven", claim_at="٢٠/٤/٢٠٢٤",
            claim_url="posts.example/17", claim_ar="المرفأ أُغلق.",
            **figure_row(image, after="٢", caption_ar="السوق صباحًا"),
        )  # fmt: skip
        self.assertEqual(answer.status_code, 302)
        article = Article.objects.get(pk=self.article.pk)
        self.assertEqual(article.verdict, Verdict.UNPROVEN)
        self.assertEqual(article.claim_at, date(2024, 4, 20))
        self.assertEqual(article.claim_url, "https://posts.example/17")
        (figure,) = article.figures.all()
        self.assertEqual((figure.image, figure.after), (image, 2))
        self.assertEqual(article.revisions.first().content["figures"][0]["after"], 2)

    def test_what_can_not_be_is_refused_in_its_field(self):
        image = make_picture("السوق")
        answer = self.post(
            claim_url="javascript:alert(1)", verdict="maybe", **figure_row(image, after="0")
        )
        self.assertEqual(answer.status_code, 200)
        self.assertEqual(set(answer.context["adminform"].form.errors), {"claim_url", "verdict"})
        rows = answer.context["inline_admin_formsets"][1].formset
        self.assertEqual(set(rows.forms[0].errors), {"after"})

    def test_a_picture_stands_once(self):
        image = make_picture("السوق")
        row = figure_row(image)
        second = {name.replace("-0-", "-1-"): value for name, value in row.items() if "-0-" in name}
        answer = self.post(**row | second | {"figures-TOTAL_FORMS": "2"})
        self.assertEqual(answer.status_code, 200)
        self.assertFalse(self.article.figures.exists())

    def test_what_is_missing_leads_to_its_field(self):
        self.article = make_checked(verdict="", figures=[{"image": make_picture(rights="unclear")}])
        page = self.look("change")
        self.assertContains(page, 'href="#id_verdict"')
        self.assertContains(page, 'href="#figures-group"')
        self.assertContains(page, 'id="id_verdict"')


class OvertakenBesideTests(OvertakenTestCase):
    def setUp(self):
        super().setUp()
        self.images = [make_image(title="السوق"), make_image(title="الترام")]

    def test_their_verdict_day_and_box_are_taken_over(self):
        self.theirs(verdict="true", claim_at=date(2024, 4, 20), box_ar="<p>خلفية.</p>")
        self.mine(title_ar="البلدية تلغي أعمال الطريق")
        self.mine()
        self.assertEqual(self.article.verdict, "true")
        self.assertEqual(self.article.claim_at, date(2024, 4, 20))
        self.assertEqual(self.article.box_ar, "<p>خلفية.</p>")
        self.assertEqual(self.article.title_ar, "البلدية تلغي أعمال الطريق")

    def test_of_two_days_one_has_to_choose(self):
        self.theirs(claim_at=date(2024, 4, 20))
        page = self.mine(claim_at="21/4/2024")
        self.assertContains(page, "20 أبريل 2024")
        self.mine(_choice_claim_at="theirs")
        self.assertEqual(self.article.claim_at, date(2024, 4, 20))

    def test_their_pictures_are_taken_over_and_named(self):
        self.theirs(figures=[{"image": self.images[0], "after": 2, "caption_ar": "صباحًا"}])
        page = self.mine(title_ar="البلدية تلغي أعمال الطريق")
        self.assertContains(page, "السوق (بعد الفقرة 2)")
        self.mine()
        (figure,) = self.article.figures.all()
        self.assertEqual((figure.image, figure.caption_ar), (self.images[0], "صباحًا"))

    def test_of_two_galleries_one_has_to_choose_and_either_can_be_had(self):
        mine, theirs = self.images
        for choice, kept in (("mine", mine), ("theirs", theirs)):
            with self.subTest(choice):
                workflow.edit(self.article, {"figures": []})
                self.page = self.client.get(self.address)
                self.theirs(figures=[{"image": theirs}])
                self.mine(**figure_row(mine))
                self.mine(_choice_figures=choice)
                self.assertEqual([one.image for one in self.article.figures.all()], [kept])

    def test_a_story_whose_version_is_from_before_all_this_is_saved_as_ever(self):
        workflow.edit(self.article, {"claim_at": date(2024, 4, 20)})
        content = self.article.revisions.first().content
        new = ("verdict", "claim_at", "claim_url", "figures", "box_ar", "claim_ar")
        former = {name: value for name, value in content.items() if name not in new}
        Revision.objects.create(article=self.article, number=3, content=former)
        self.page = self.client.get(self.address)
        self.mine(title_ar="البلدية تلغي أعمال الطريق")
        self.assertEqual(self.article.title_ar, "البلدية تلغي أعمال الطريق")
        self.assertEqual(self.article.claim_at, date(2024, 4, 20))
