"""The newsroom's pages: they open, they save through workflow, they refuse in Arabic."""

import re
from io import BytesIO

from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image as Picture

from articles import workflow
from articles.models import Article, DateBasis, Edition, Image
from articles.states import State
from tests.makers import (
    NOON,
    make_article,
    make_author,
    make_category,
    make_edition,
    make_entity,
    make_ready,
    make_user,
)

INLINES = ("bylines", "figures", "citations", "mentions")


def article_form(**values):
    """What the browser sends for an article's page, with its empty inline rows."""
    form = {
        "title_ar": "عنوان", "title_en": "", "lead_ar": "", "lead_en": "", "body_ar": "<p>نص.</p>",
        "body_en": "", "dateline_ar": "", "dateline_en": "", "caption_ar": "", "caption_en": "",
        "kind": "news", "tags": "", "category": "", "image": "", "published_at_0": "",
        "published_at_1": "", "embargo_until_0": "", "embargo_until_1": "",
    }  # fmt: skip
    for inline in INLINES:
        form |= {f"{inline}-TOTAL_FORMS": "0", f"{inline}-INITIAL_FORMS": "0"}
    return form | values


class AdminPageTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.chief = make_user("administrator")
        cls.edition = make_edition(tags=["طرق"])
        make_entity()

    def setUp(self):
        self.client.force_login(self.chief)

    def test_every_page_of_ours_opens_with_a_strict_policy_and_no_inline_code(self):
        for model in admin.site._registry:
            if model._meta.app_label != "articles":
                continue
            pages = [reverse(f"admin:articles_{model._meta.model_name}_changelist")]
            if row := model.objects.first():
                name = f"admin:articles_{model._meta.model_name}_change"
                pages.append(reverse(name, args=[row.pk]))
            for page in pages:
                with self.subTest(page):
                    answer = self.client.get(page)
                    self.assertEqual(answer.status_code, 200)
                    policy = answer.headers["Content-Security-Policy"]
                    self.assertIn("default-src 'none'", policy)
                    self.assertNotIn("unsafe", policy)
                    html = answer.content.decode()
                    self.assertNotRegex(html, r"<style|\sstyle=|\son\w+=\"|javascript:")
                    self.assertNotRegex(html, r"(?:src|href)=\"(?:https?:)?//")

    def test_the_list_of_articles_costs_the_same_for_two_rows_and_for_forty(self):
        address = reverse("admin:articles_article_changelist")
        make_article(bylines=[])
        self.client.get(address)
        before = self.cost(address)
        Article.objects.bulk_create(Article(title_ar=f"عنوان {n}") for n in range(40))
        self.assertEqual(self.cost(address), before)

    def cost(self, address):
        with CaptureQueriesContext(connection) as queries:
            self.client.get(address)
        return len(queries)


class ArticleFormTests(TestCase):
    def setUp(self):
        self.editor = make_user("desk_editor")
        self.client.force_login(self.editor)
        self.category = make_category()

    def add(self, **values):
        return self.client.post(reverse("admin:articles_article_add"), article_form(**values))

    def change(self, article, **values):
        address = reverse("admin:articles_article_change", args=[article.pk])
        return self.client.post(address, article_form(**values), follow=True)

    def test_a_saved_article_is_a_revision_and_an_event_of_its_editor(self):
        self.add(title_ar="أول سطر", tags="قسد، دير الزور، مجموعة واغنر")
        article = Article.objects.get()
        self.assertEqual(article.created_by, self.editor)
        self.assertEqual(article.revisions.get().content["title_ar"], "أول سطر")
        self.assertEqual(article.events.get().by, self.editor)
        self.assertEqual(article.tags.count(), 3)

    def test_one_press_saves_and_publishes(self):
        article = make_ready()
        values = {"title_ar": "افتتاح الطريق الساحلي", "lead_ar": article.lead_ar}
        self.change(article, category=self.category.pk, _move="publish", **values)
        self.assertEqual(Edition.objects.live().get().title, "افتتاح الطريق الساحلي")

    def test_what_publishing_lacks_is_said_in_arabic_and_the_text_is_kept(self):
        answer = self.change(make_ready(), category="", _move="publish")
        self.assertContains(answer, "اختر للمادة قسمًا")
        self.assertEqual(Article.objects.get().state, State.READY)
        self.assertFalse(Edition.objects.exists())

    def test_a_reporter_sees_no_publish_button_and_a_hand_made_request_is_refused(self):
        article = make_article()
        self.client.force_login(make_user("reporter"))
        page = self.client.get(reverse("admin:articles_article_change", args=[article.pk]))
        self.assertNotContains(page, 'value="publish"')
        self.change(article, category=article.category_id, _move="publish")
        self.assertFalse(Edition.objects.exists())

    def test_the_editor_is_told_that_a_date_is_only_the_day_of_reading(self):
        article = make_article(date_basis=DateBasis.READ)
        page = self.client.get(reverse("admin:articles_article_change", args=[article.pk]))
        self.assertContains(page, "الجمعة، 26 أبريل 2024")
        self.change(article, published_at_0="2018-02-09", published_at_1="10:00")
        article.refresh_from_db()
        self.assertEqual((article.date_basis, article.published_at.year), (DateBasis.SET, 2018))

    def test_what_readers_have_seen_can_not_be_deleted(self):
        self.client.force_login(make_user("administrator"))
        edition = make_edition()
        address = reverse("admin:articles_article_delete", args=[edition.article_id])
        self.assertEqual(self.client.get(address).status_code, 403)

    def test_a_wrong_time_is_refused_in_arabic(self):
        answer = self.add(published_at_0="قريبًا", published_at_1="حين يجهز")
        self.assertEqual(answer.status_code, 200)
        self.assertContains(answer, "errorlist")
        self.assertFalse(Article.objects.exists())

    def test_a_time_is_read_in_the_digits_of_an_arabic_keyboard(self):
        self.add(published_at_0="٢٦/٤/٢٠٢٤", published_at_1="١٤:٣٠")
        self.assertEqual(f"{Article.objects.get().published_at:%Y-%m-%d %H:%M}", "2024-04-26 11:30")

    def test_who_was_overtaken_is_told_by_whom_and_may_insist(self):
        article = make_article()
        seen = article.revisions.first().number
        other = make_user("managing_editor")
        workflow.edit(article, {"title_ar": "عنوان زميلتي"}, by=other)
        answer = self.change(article, title_ar="عنواني", _revision=seen, category="")
        self.assertContains(answer, other.username)
        self.assertContains(answer, "عنواني")
        article.refresh_from_db()
        self.assertEqual(article.title_ar, "عنوان زميلتي")
        newest = answer.context["newest_revision"].number
        self.change(article, title_ar="عنواني", _revision=newest)
        article.refresh_from_db()
        self.assertEqual(article.title_ar, "عنواني")

    def test_the_reason_of_a_move_stands_in_the_history(self):
        self.client.force_login(make_user("managing_editor"))
        article = make_edition().article
        self.change(article, category=article.category_id, _move="withdraw", _note="خطأ في الاسم")
        article.refresh_from_db()
        self.assertEqual(article.state, State.WITHDRAWN)
        self.assertEqual(article.events.first().note, "خطأ في الاسم")

    def test_a_refused_move_says_that_the_text_is_safe(self):
        answer = self.client.post(
            reverse("admin:articles_article_add"), article_form(_move="publish"), follow=True
        )
        self.assertContains(answer, "نصّك محفوظ")
        self.assertEqual(Article.objects.get().state, State.DRAFT)

    def test_a_new_article_begins_with_the_byline_of_its_writer(self):
        author = make_author(user=self.editor)
        page = self.client.get(reverse("admin:articles_article_add"))
        self.assertContains(page, f'<option value="{author.pk}" selected>')

    def test_each_body_is_written_in_its_own_direction(self):
        page = self.client.get(reverse("admin:articles_article_add")).content.decode()
        for name, direction in (("ar", "rtl"), ("en", "ltr")):
            field = re.search(rf'<textarea name="body_{name}"[^>]*>', page)[0]
            self.assertIn(f'dir="{direction}"', field)
            self.assertIn("data-body-editor", field)

    def test_folded_rows_say_how_many_they_are(self):
        make_entity("مدينة المرسى")
        article = make_article(body_ar="<p>افتتحت مدينة المرسى جسرا.</p>")
        page = self.client.get(reverse("admin:articles_article_change", args=[article.pk]))
        self.assertContains(page, "الأسماء المذكورة (1)")


@override_settings(
    STORAGES={
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
)
class PictureTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user("picture_editor"))

    def upload(self, content, name="صورة.jpg"):
        return self.client.post(
            reverse("admin:articles_image_add"),
            {"file": SimpleUploadedFile(name, content), "title": "صورة", "rights": "own",
             "focal_x": "50", "focal_y": "50", "alt_ar": "طريق", "alt_en": "", "credit_ar": "قسم",
             "credit_en": ""},
        )  # fmt: skip

    def test_only_pixels_pass(self):
        exif = Picture.Exif()
        exif[0x010F] = "Camera of somebody"
        out = BytesIO()
        Picture.new("RGB", (1300, 900), "teal").save(out, "JPEG", exif=exif)
        self.upload(out.getvalue())
        image = Image.objects.get()
        with image.file.open() as file:
            self.assertNotIn(b"Camera of somebody", file.read())
        self.assertEqual([one.width for one in image.renditions.all()], [480, 800, 1200])

    def test_what_is_no_picture_is_refused_with_a_sentence(self):
        for content in (b"", b"<script>alert(1)</script>", b"\x89PNG\r\n\x1a\n" + b"0" * 50):
            answer = self.upload(content)
            self.assertContains(answer, "errorlist")
        self.assertFalse(Image.objects.exists())


class HandMadeMoveTests(TestCase):
    def test_an_unknown_move_does_nothing(self):
        self.client.force_login(make_user())
        article = make_article(published_at=NOON)
        address = reverse("admin:articles_article_change", args=[article.pk])
        self.client.post(address, article_form(_move="explode"))
        article.refresh_from_db()
        self.assertEqual(article.state, State.DRAFT)
