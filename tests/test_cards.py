"""The picture of a share: drawn after publication, true to what readers see, gone with it."""

from io import BytesIO
from unittest import SkipTest, mock

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.files.storage import default_storage
from django.test import SimpleTestCase, TestCase, override_settings
from PIL import Image as Picture

from articles import cards, workflow
from articles.cards import drawing, faces, wordmark
from articles.models import Edition
from articles.publishing import social
from tests.background import run_tasks
from tests.makers import make_ready
from tests.pictures import MediaFolder, make_image

try:
    from fontTools.ttLib import TTFont
except ImportError:
    TTFont = None
TITLE = "شركة Blue Strait Lines ترفع رسوم المناولة 23.5% وتجار المرسى يطلبون مهلة"


def card(title=TITLE, **values):
    return drawing.Card(**{"title": title, "language": "ar", "is_rtl": True} | values)


class FaceTests(SimpleTestCase):
    def test_the_list_of_letters_is_that_of_the_font(self):
        if TTFont is None:
            raise SkipTest("fontTools is not installed")
        for face in (faces.HEAD, faces.TEXT):
            with self.subTest(face), TTFont(faces.FONTS / f"{face}.ttf") as font:
                self.assertEqual(faces.letters(face), set(map(chr, font.getBestCmap())))

    def test_nothing_becomes_a_box(self):
        for written, set_ in (
            ("نوروز في دياربكر", "نوروز في دياربكر"),
            ("عاجل 🔴 استقالة الوزير", "عاجل استقالة الوزير"),
            ("Muş ve Ağrı", "Mus ve Agrı"),
            ("東京 تستضيف القمة", ""),
            ("كۆبوونەوە", ""),
        ):
            face = faces.TEXT if written.startswith("Mu") else faces.HEAD
            with self.subTest(written):
                self.assertEqual(faces.settable(written, face), set_)


class DrawingTests(SimpleTestCase):
    def red_and_dark(self, picture):
        pixels = picture.convert("RGB").resize((300, 158)).tobytes()
        triples = list(zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True))
        red = sum(r > 140 and g < 90 for r, g, _b in triples)
        return red, sum(r < 80 for r, _g, _b in triples)

    def test_a_card_is_black_on_white_with_red_points_and_of_one_size(self):
        for one in (card(), card(picture=Picture.new("RGB", (800, 500), "gray")), card("نعم")):
            with Picture.open(BytesIO(drawing.draw(one))) as picture:
                self.assertEqual(picture.size, cards.SIZE)
                red, dark = self.red_and_dark(picture)
                self.assertGreater(red, 10)
                self.assertGreater(dark, 300)

    def test_every_line_of_every_title_stays_on_its_paper(self):
        long = " ".join(["السيول التي قطعت ثلاث طرق وأغلقت المدرسة"] * 6)
        for title in (TITLE, long, "CNN: الوزير يستقيل", "كلمةواحدةطويلةجدًا" * 2):
            for picture in (None, Picture.new("RGB", (60, 60))):
                sheet = drawing._Sheet(card(title, picture=picture))
                with mock.patch.object(sheet, "write") as write:
                    sheet.put_title(title, 150, 460)
                written = [call.args for call in write.call_args_list]
                with self.subTest(title=title[:30], picture=bool(picture)):
                    self.assertLessEqual(max(line[1] for line in written), 470)
                    if title != "كلمةواحدةطويلةجدًا" * 2:
                        for _x, _y, text, font, _colour in written:
                            self.assertLessEqual(sheet.measure(text, font), sheet.width)

    def test_the_wordmark_has_ink_and_red_points(self):
        mark = wordmark.draw(60, drawing.INK, drawing.MARK)
        colours = {colour for _n, colour in mark.getcolors(100_000) if colour[3] == 255}
        self.assertLessEqual({(*drawing.INK, 255), (*drawing.MARK, 255)}, colours)


class StandingTests(TestCase):
    def test_the_committed_pictures_are_light_and_ours(self):
        for language, _name in settings.LANGUAGES:
            path = finders.find(f"img/share-{language}.png")
            with Picture.open(path) as picture:
                self.assertEqual(picture.size, cards.SIZE)
            self.assertLess(cards.standing_path(language).stat().st_size, 60_000)
            self.assertTrue(cards.standing_name(language))

    def test_lists_and_the_home_page_show_the_newsroom_s(self):
        for address, language in (("/", "ar"), ("/en/", "en"), ("/corrections/", "ar")):
            url = f"{settings.SITE_URL}/static/img/share-{language}.png"
            self.assertContains(self.client.get(address), f'og:image" content="{url}"')

    def test_a_newsroom_of_another_name_does_not_show_ours(self):
        self.addCleanup(cards.standing_name.cache_clear)
        with override_settings(SITE_NAME="المرفأ"):
            cards.standing_name.cache_clear()
            self.assertEqual(social.standing("ar", "https://a.example"), {})


@override_settings(SITE_URL="https://news.example")
class PublicationTests(MediaFolder, TestCase):
    def publish(self, article, **given):
        with self.captureOnCommitCallbacks(execute=True):
            workflow.publish(article, **given)
            run_tasks()
        return Edition.objects.get(article=article)

    def test_other_sites_show_the_card_once_it_is_drawn(self):
        edition = self.publish(make_ready(title_ar=TITLE, image=make_image()))
        self.assertTrue(default_storage.exists(edition.card.name))
        said = social.card(edition, "https://news.example")
        self.assertEqual(said["image"], f"https://news.example{edition.card.url}")
        self.assertEqual((said["image_width"], said["image_height"]), cards.SIZE)
        self.assertIn("Blue Strait Lines", said["image_alt"])

    def test_it_is_drawn_anew_when_the_title_changes_and_the_old_file_goes(self):
        article = make_ready()
        before = self.publish(article)
        article = workflow.edit(article, {"title_ar": "البلدية تؤجل أعمال الطريق الساحلي"})
        after = self.publish(article, act="update", sentences={"ar": "أُجلت الأعمال."})
        self.assertNotEqual(before.card.name, after.card.name)
        self.assertFalse(default_storage.exists(before.card.name))
        self.assertTrue(default_storage.exists(after.card.name))

    def test_publishing_the_same_again_draws_nothing(self):
        article = make_ready()
        before = self.publish(article)
        with mock.patch.object(drawing, "draw", side_effect=AssertionError):
            after = self.publish(article)
        self.assertEqual(before.card.name, after.card.name)

    def test_it_goes_with_what_is_withdrawn(self):
        article = make_ready()
        name = self.publish(article).card.name
        with self.captureOnCommitCallbacks(execute=True):
            workflow.withdraw(article)
            run_tasks()
        self.assertEqual(Edition.objects.get().card.name, "")
        self.assertFalse(default_storage.exists(name))

    def test_a_title_that_we_can_not_set_has_the_story_s_own_picture(self):
        edition = self.publish(
            make_ready(title_ar="東京 تستضيف قمة المناخ في الربيع", image=make_image())
        )
        self.assertEqual(edition.card.name, "")
        self.assertIn(
            edition.picture["src"], social.image_of(edition, "https://a.example")["image"]
        )
