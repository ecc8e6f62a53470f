"""Pictures in the text and in the gallery, the fact box, tables: where each stands, and clean."""

from django.db import connection
from django.test import SimpleTestCase, TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from lxml import html as markup

from articles import workflow
from articles.editions.clean import clean_box
from articles.editions.marks import mark
from articles.editions.shaping import shape
from articles.models import Edition, Image
from tests.makers import make_picture, make_ready, make_user

BODY = "".join(f"<p>الفقرة رقم {number}.</p>" for number in range(1, 6))
MEMORY = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


class ShapeTests(SimpleTestCase):
    def test_only_paragraphs_of_the_text_itself_are_counted(self):
        html = "<p>واحد</p><h2>عنوان</h2><blockquote><p>قول</p></blockquote><p>اثنان</p>"
        shaped, ends = shape(html)
        self.assertEqual(shaped, html)
        self.assertEqual([shaped[:end] for end in ends], ["<p>واحد</p>", html])

    def test_loose_words_between_blocks_stay_words(self):
        shaped, ends = shape("قبل &lt;b&gt; &amp; <p>نص</p> بعد &lt;i&gt;")
        self.assertEqual(shaped, "قبل &lt;b&gt; &amp; <p>نص</p> بعد &lt;i&gt;")
        self.assertEqual(len(ends), 1)

    def test_a_table_scrolls_in_a_frame_that_has_a_name_and_takes_the_keyboard(self):
        table = "<table><caption>أسعار</caption><tbody><tr><td>5</td></tr></tbody></table>"
        for html, name in (
            (table, "أسعار"),
            (table.replace("<caption>أسعار</caption>", ""), "جدول"),
        ):
            frame = markup.fragment_fromstring(shape(html, "جدول")[0])
            self.assertEqual(dict(frame.attrib), {
                "class": "scroll", "role": "group", "tabindex": "0", "aria-label": name,
            })  # fmt: skip
            self.assertEqual(frame[0].tag, "table")

    def test_marks_let_no_escaped_markup_out(self):
        self.assertEqual(mark("&lt;script&gt;<p>نص</p>"), "&lt;script&gt;<p>نص</p>")

    def test_an_empty_text_has_no_paragraph(self):
        self.assertEqual(shape(" "), (" ", []))


class PassageTests(SimpleTestCase):
    def places(self, figures=(), box=False, body=BODY):
        shaped, breaks = shape(body)
        edition = Edition(
            body=shaped,
            breaks=breaks,
            figures=[{"after": after} for after in figures],
            box={"title": "خلفية", "html": "<p>شيء</p>"} if box else {},
        )
        passages = edition.passages
        self.assertEqual("".join(one["html"] for one in passages), shaped)
        return [
            (one["html"].count("<p>"), len(one["figures"]), bool(one["box"])) for one in passages
        ]

    def test_a_figure_stands_behind_the_paragraph_of_its_number(self):
        self.assertEqual(self.places([2]), [(2, 1, False), (3, 0, False)])
        self.assertEqual(self.places([2, 2, 3]), [(2, 2, False), (1, 1, False), (2, 0, False)])

    def test_a_number_beyond_the_text_is_its_end(self):
        self.assertEqual(self.places([99]), [(5, 1, False)])
        self.assertEqual(self.places([3], body="نص بلا فقرات"), [(0, 1, False)])

    def test_the_box_stands_in_a_long_text_and_behind_a_short_one(self):
        self.assertEqual(self.places(box=True), [(2, 0, True), (3, 0, False)])
        self.assertEqual(self.places(box=True, body=BODY[: len(BODY) // 5 * 2]), [(2, 0, True)])

    def test_the_gallery_holds_what_has_no_place(self):
        edition = Edition(body=BODY, figures=[{"after": None, "n": 1}, {"after": 1, "n": 2}])
        self.assertEqual([one["n"] for one in edition.gallery], [1])


class BoxTests(SimpleTestCase):
    def test_a_box_takes_lists_and_words_and_no_heading_nor_code(self):
        for given, kept in (
            ("<ul><li><b>5</b> سفن</li></ul>", "<ul><li><b>5</b> سفن</li></ul>"),
            ("<h2 onclick=x>عنوان</h2><p>نص</p>", "عنوان<p>نص</p>"),
            ("<p>نص<script>alert(1)</script><style>p{}</style></p>", "<p>نص</p>"),
            ('<p><a href="javascript:alert(1)">رابط</a></p>', '<p><a rel="noopener">رابط</a></p>'),
            ('<p style="x" class="src">نص<img src=x onerror=y></p>', "<p>نص</p>"),
        ):  # fmt: skip
            with self.subTest(given):
                self.assertEqual(clean_box(given), kept)


@override_settings(STORAGES=MEMORY)
class FigureTests(TestCase):
    def setUp(self):
        self.images = [make_picture(name) for name in ("المرفأ", "السوق", "الترام", "المسرح")]

    def article(self, **values):
        places = (2, None, None)
        figures = [
            {"image": image, "after": after, "caption_ar": f"شرح {image.title}", "caption_en": ""}
            for image, after in zip(self.images[1:], places, strict=True)
        ]
        defaults = {"image": self.images[0], "figures": figures, "body_ar": BODY}
        return make_ready(**defaults | values)

    def page(self, article):
        (edition,) = workflow.publish(article)
        answer = self.client.get(edition.get_absolute_url())
        return markup.fromstring(answer.content.decode())

    def test_a_figure_stands_in_the_text_with_its_caption_and_credit(self):
        figure = self.page(self.article()).xpath("//div[@class='prose']/figure")
        self.assertEqual(len(figure), 1)
        text = " ".join(figure[0].text_content().split())
        self.assertEqual(text, "شرح السوق تصوير: هدى منصور")
        self.assertEqual(figure[0].xpath("preceding-sibling::p[1]")[0].text, "الفقرة رقم 2.")
        self.assertEqual(figure[0].xpath(".//img/@alt"), ["السوق"])

    def test_the_gallery_leads_to_the_large_pictures_and_holds_their_place(self):
        gallery = self.page(self.article()).xpath("//section[@class='gallery']")[0]
        links, images = gallery.xpath(".//a/@href"), gallery.xpath(".//img")
        self.assertEqual(links, [image.file.url for image in self.images[2:]])
        for image in images:
            with self.subTest(image.get("alt")):
                self.assertEqual((image.get("width"), image.get("height")), ("600", "400"))
                self.assertEqual(image.get("loading"), "lazy")

    def test_hostile_words_in_captions_and_box_are_words_or_nothing(self):
        article = self.article(
            box_title_ar="<b onclick=x>أرقام",
            box_ar="<p>نص<script>alert(1)</script></p>",
            figures=[{"image": self.images[1], "after": 1, "caption_ar": "<script>alert(1)"}],
        )
        (edition,) = workflow.publish(article)
        answer = self.client.get(edition.get_absolute_url())
        self.assertNotContains(answer, "<script>alert")
        self.assertNotContains(answer, "<b onclick")
        (caption,) = markup.fromstring(answer.content.decode()).xpath("//div/figure/figcaption")[
            -1:
        ]
        self.assertIn("<script>alert(1)", caption.text_content())

    def test_a_box_without_a_title_has_one_and_an_empty_one_does_not_stand(self):
        (edition,) = workflow.publish(self.article(box_ar="<p>نص</p>"))
        self.assertEqual(edition.box, {"title": "خلفية", "html": "<p>نص</p>"})
        (edition,) = workflow.publish(self.article(box_title_ar="بالأرقام", box_ar="<p> </p>"))
        self.assertEqual(edition.box, {})

    def test_pictures_cost_a_page_no_query(self):
        costs = []
        for article in (self.article(figures=[], image=None), self.article()):
            (edition,) = workflow.publish(article)
            with CaptureQueriesContext(connection) as queries:
                self.client.get(edition.get_absolute_url())
            costs.append(len(queries))
        self.assertEqual(costs[0], costs[1])

    def test_pictures_are_read_from_the_edition_alone(self):
        article = self.article()
        (edition,) = workflow.publish(article)
        workflow.edit(article, {"figures": []})
        page = self.client.get(edition.get_absolute_url())
        self.assertContains(page, "شرح السوق")

    def test_every_picture_needs_its_rights_and_what_must_be_said_of_it(self):
        for values, name in (
            ({"rights": Image.Rights.UNCLEAR}, "rights"),
            ({"credit_ar": " "}, "credit"),
            ({"alt_ar": " "}, "alt"),
        ):
            with self.subTest(name):
                image = make_picture("الجسر", **values)
                article = self.article(figures=[{"image": image}])
                (problem,) = workflow.missing(article)
                self.assertEqual((problem.name, problem.field), (name, "figures"))
                self.assertEqual(problem.anchor, "figures-group")
                self.assertIn("الجسر" if name != "credit" else "نسبة", str(problem))

    def test_a_caption_that_still_wants_a_fact_holds_the_story(self):
        article = self.article(figures=[{"image": self.images[1], "caption_ar": "صورة ؟؟؟ أمس"}])
        self.assertEqual([one.field for one in workflow.missing(article)], ["figures"])
        article = self.article(box_ar="<p>بلغ العدد XXX حتى أمس.</p>")
        self.assertEqual([one.field for one in workflow.missing(article)], ["box_ar"])

    def test_another_picture_gives_the_story_a_new_date_and_another_place_does_too(self):
        article = self.article()
        workflow.publish(article)
        (edition,) = workflow.publish(article, by=make_user("managing_editor"))
        self.assertIsNone(edition.changed_at)
        workflow.edit(article, {"figures": [{"image": self.images[1], "after": 1}]})
        (edition,) = workflow.publish(article)
        self.assertIsNotNone(edition.changed_at)
