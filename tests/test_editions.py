"""Cleaning, marking and placing: what becomes of a body on its way to readers."""

from django.test import SimpleTestCase

from articles.editions.clean import clean
from articles.editions.marks import mark
from tests.shared import shared, shared_file


class CleanTests(SimpleTestCase):
    GONE = (
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<iframe src=//x></iframe>",
        "<style>p{}</style>", "<svg onload=alert(1)>", "<object data=x></object>",
        "<p style='position:fixed'>", "<a href='javascript:alert(1)'>", "<form action=x>",
        "<a href='data:text/html,x'>", "<!-- x -->", "<math><mtext></math>", "<base href=//x>",
    )  # fmt: skip

    def test_nothing_that_could_act_is_left(self):
        for html in self.GONE:
            with self.subTest(html):
                left = clean(html)
                self.assertNotRegex(left, r"(?i)alert|on\w+=|style|src=|javascript:|data:|<!--|//x")

    def test_what_an_article_needs_stays(self):
        html = '<p>نص <strong>مهم</strong> <a href="https://x.example" rel="noopener">رابط</a></p>'
        self.assertEqual(clean(html), html)
        quote = "<blockquote><p>«قول»</p><footer>قائل</footer></blockquote>"
        self.assertEqual(clean(quote), quote)

    def test_letters_stay_as_written(self):
        self.assertEqual(clean("<p>ترکيا علی</p>"), "<p>ترکيا علی</p>")

    @shared
    def test_no_known_attack_survives(self):
        lines = shared_file("samples/hostile/xss-list/xss-payload-list.txt").read_text("utf-8")
        for line in lines.splitlines():
            self.assertNotRegex(clean(line), r"(?i)<script|<[^>]+\son\w+\s*=|href=.?\s*javascript:")


class MarkTests(SimpleTestCase):
    def test_a_mark_stands_behind_the_last_letter_of_its_passage(self):
        marked = mark("<p>قال فلان. ثم مضى.</p>", citations=[(1, "قال فلان.", "المصدر 1")])
        self.assertEqual(
            marked,
            '<p>قال فلان.<a class="src" href="#s1" aria-label="المصدر 1">1</a> ثم مضى.</p>',
        )

    def test_a_passage_may_run_through_other_elements(self):
        marked = mark("<p>قال <strong>فلان</strong> ذلك. نعم</p>", [(1, "قال فلان ذلك.", "م")])
        self.assertIn('ذلك.<a class="src" href="#s1" aria-label="م">1</a> نعم', marked)

    def test_doubled_and_hard_blanks_do_not_hide_a_passage(self):
        marked = mark("<p>قال\u00a0 فلان\nذلك. نعم</p>", [(1, "قال فلان ذلك.", "م")])
        self.assertIn('ذلك.<a class="src"', marked)

    def test_two_marks_behind_one_passage_keep_their_order(self):
        marked = mark("<p>قول واحد.</p>", [(1, "قول واحد.", "أ"), (2, "قول واحد.", "ب")])
        self.assertLess(marked.index("#s1"), marked.index("#s2"))

    def test_a_passage_that_is_not_there_changes_nothing(self):
        self.assertEqual(mark("<p>نص</p>", [(1, "غيره", "م")]), "<p>نص</p>")

    def test_a_name_is_linked_where_it_first_stands_and_only_there(self):
        marked = mark("<h2>المرسى</h2><p>في المرسى ثم المرسى</p>", names=[("المرسى", "/topic/m/")])
        self.assertEqual(
            marked, '<h2>المرسى</h2><p>في <a href="/topic/m/">المرسى</a> ثم المرسى</p>'
        )

    def test_a_name_inside_a_word_or_a_link_is_left_alone(self):
        html = '<p><a href="/x">قطر</a> والقطريون</p>'
        self.assertEqual(mark(html, names=[("قطر", "/topic/q/")]), html)

    def test_no_letter_is_lost(self):
        html = "<p>أ &amp; ب &lt;ج&gt; “د” — ه‌ی</p>"
        text = "أ & ب <ج> “د” — ه‌ی"
        marked = mark(html, citations=[(1, text, "م")])
        self.assertIn("أ &amp; ب &lt;ج&gt; “د” — ه‌ی<a", marked)
