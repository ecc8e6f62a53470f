"""Where a body has room between its paragraphs, also after its addresses became other ones."""

from django.test import SimpleTestCase

from articles.text.places import paragraph_ends

BODY = (
    "<p>ذكرت <a href=\"/source/harbor/\">صحيفة المرفأ</a> أن العمل بدأ.</p><ul><li>بند</li></ul>"
    "<p>وتستمر الأعمال &amp; الرصف شهرين.</p><blockquote><p>«نعم»</p></blockquote>"
)  # fmt: skip


class ParagraphEndTests(SimpleTestCase):
    def pieces(self, body):
        ends = paragraph_ends(body)
        return [body[start:end] for start, end in zip([0, *ends], ends, strict=False)]

    def test_each_paragraph_of_its_own_ends_where_its_element_ends(self):
        first, second = self.pieces(BODY)
        self.assertTrue(first.endswith("أن العمل بدأ.</p>"))
        self.assertTrue(second.endswith("شهرين.</p>"))

    def test_a_longer_address_moves_the_places_with_the_text(self):
        body = BODY.replace("/source/harbor/", "/source/the-daily-harbor/")
        self.assertTrue(self.pieces(body)[0].endswith("أن العمل بدأ.</p>"))

    def test_a_body_that_others_wrote_has_no_known_place(self):
        self.assertEqual(paragraph_ends("<p>واحد<p>اثنان"), [])
        self.assertEqual(paragraph_ends(""), [])
