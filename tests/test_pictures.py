"""A picture goes out in every format and size, without a republication and without the camera."""

from importlib import import_module
from io import BytesIO
from unittest import mock

from django.apps import apps
from django.core.files.base import ContentFile
from django.db import connection
from django.template.loader import render_to_string
from django.test import TestCase, override_settings
from PIL import Image as Picture
from PIL import features

from articles import checks, renditions, workflow
from articles.models import Edition, Image, Rendition
from tests.background import run_tasks
from tests.makers import make_ready
from tests.pictures import MediaFolder, make_image


class DrawingTests(MediaFolder, TestCase):
    def test_jpeg_and_webp_are_there_at_once_and_avif_when_the_worker_was_there(self):
        image = make_image(900, 600)
        self.assertEqual(
            sorted(image.renditions.values_list("format", "width")),
            [(form, width) for form in ("jpeg", "webp") for width in (320, 480, 800, 900)],
        )
        run_tasks()
        avif = image.renditions.filter(format="avif").values_list("width", flat=True)
        self.assertEqual(list(avif), [320, 480, 800, 900])
        for one in image.renditions.all():
            with one.file.open() as file, Picture.open(file) as drawn:
                self.assertEqual(
                    (drawn.format.lower(), drawn.size), (one.format, (one.width, one.height))
                )
                self.assertFalse(drawn.getexif())

    def test_no_jpeg_is_wider_than_mail_and_feeds_need(self):
        image = make_image(1700, 900)
        widths = image.renditions.filter(format="jpeg").values_list("width", flat=True)
        self.assertEqual(max(widths), 1200)
        self.assertEqual(image.shown()["width"], 1200)

    def test_drawing_again_adds_nothing(self):
        image = make_image()
        run_tasks()
        before = set(image.renditions.values_list("pk", flat=True))
        renditions.draw(image)
        renditions.finish(image)
        self.assertEqual(set(image.renditions.values_list("pk", flat=True)), before)
        self.assertEqual(run_tasks(), 0)

    def test_what_the_camera_wrote_stays_with_us(self):
        exif = Picture.Exif()
        exif[0x8825] = {1: "N", 2: (33.5, 0.0, 0.0)}
        out = BytesIO()
        Picture.new("RGB", (640, 400), "gray").save(out, "JPEG", exif=exif)
        clean = renditions.take(ContentFile(out.getvalue(), name="IMG_1.jpg"))
        with Picture.open(clean) as picture:
            self.assertFalse(picture.getexif())

    def test_without_avif_pages_offer_the_other_formats_and_the_operator_is_told(self):
        real = features.check
        with mock.patch.object(features, "check", lambda name: name != "avif" and real(name)):
            image = make_image()
            self.assertEqual(run_tasks(), 0)
            self.assertEqual([one["type"] for one in image.shown()["sources"]], ["image/webp"])
            self.assertEqual([one.id for one in checks.check_pictures()], ["articles.W001"])

    def test_without_raqm_nothing_starts(self):
        with mock.patch.object(features, "check", lambda name: name != "raqm"):
            (problem,) = checks.check_pictures()
        self.assertTrue(problem.is_serious())


class SnapshotTests(MediaFolder, TestCase):
    def published(self, **values):
        article = make_ready(image=make_image(), **values)
        workflow.publish(article)
        return article, article.editions.get()

    def test_a_live_edition_offers_new_formats_without_being_published_again(self):
        _article, edition = self.published()
        run_tasks()
        after = Edition.objects.get(pk=edition.pk)
        types = [one["type"] for one in after.picture["sources"]]
        self.assertEqual(types, ["image/avif", "image/webp"])
        self.assertEqual((after.number, after.changed_at), (edition.number, edition.changed_at))
        page = self.client.get(after.get_absolute_url()).text
        self.assertIn('<source type="image/avif" srcset="/media/renditions/', page)

    def test_a_file_that_was_replaced_reaches_no_live_edition_before_publication(self):
        article, edition = self.published()
        run_tasks()
        shown = Edition.objects.get(pk=edition.pk).picture
        image = article.image
        other = renditions.encoded(Picture.new("RGB", (700, 500), "gray"))
        image.file.save("other.jpg", other, save=True)
        image.renditions.all().delete()
        renditions.finish(image)
        self.assertEqual(Edition.objects.get(pk=edition.pk).picture, shown)

    def test_new_sizes_are_no_change_that_readers_are_told(self):
        article, edition = self.published()
        old = {key: value for key, value in edition.picture.items() if key != "sources"}
        Edition.objects.filter(pk=edition.pk).update(picture=old | {"src": "/media/old.webp"})
        workflow.publish(article)
        after = Edition.objects.get(pk=edition.pk)
        self.assertIn("sources", after.picture)
        self.assertIsNone(after.changed_at)

    def test_the_editions_of_a_picture_are_found_by_their_index(self):
        self.published()
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
        found = Edition.objects.filter(picture__isnull=False, picture__image=1)
        self.assertIn("edition_picture_idx", found.explain())

    def test_an_edition_of_an_older_program_still_shows_its_picture(self):
        old = {
            "src": "/m/a.webp",
            "srcset": "/m/a.webp 800w",
            "width": 800,
            "height": 533,
            "alt": "مرفأ",
        }
        html = render_to_string("articles/_picture.html", {"picture": old, "sizes": "100vw"})
        self.assertIn(
            '<img src="/m/a.webp" srcset="/m/a.webp 800w" sizes="100vw" width="800"', html
        )
        self.assertNotIn("picture>", html)

    def test_the_focus_of_a_picture_is_a_class_and_no_style(self):
        image = make_image(focal_x=28, focal_y=50)
        self.assertEqual(image.shown()["focus"], [30, 50])
        html = render_to_string(
            "articles/_picture.html", {"picture": image.shown(), "sizes": "1px"}
        )
        self.assertIn('class="fx-30 fy-50"', html)
        self.assertNotIn("style=", html)

    def test_rows_of_an_older_program_are_webp_and_the_way_back_keeps_only_them(self):
        image = make_image()
        old = Rendition.objects.create(image=image, width=77, height=50, file="old.webp")
        self.assertEqual(old.format, "webp")
        migration = import_module("articles.migrations.0020_pictures_in_every_format")
        migration.drop_other_formats(apps, None)
        self.assertEqual(set(image.renditions.values_list("format", flat=True)), {"webp"})


@override_settings(SITE_URL="https://news.example")
class ShareTests(MediaFolder, TestCase):
    """What other sites are told to show."""

    def test_the_story_s_own_picture_serves_until_ours_is_drawn(self):
        workflow.publish(make_ready(image=make_image()))
        edition = Edition.objects.get()
        page = self.client.get(edition.get_absolute_url()).text
        self.assertIn(f'og:image" content="https://news.example{edition.picture["src"]}"', page)
        self.assertEqual(Image.objects.count(), 1)
