"""The text doctor on a body: its words only, with offsets into the markup."""

import re

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from articles.editions.clean import clean
from articles.text.lint import apply, lint
from articles.text.lint_html import lint_html
from articles.text.showing import in_its_word, visible
from tests.patience import no_trap

PIECES = (
    "<p>", "</p>", "<p lang='fa'>", '<p lang="ar">', "<b>", "</b>", "<bdi>", "</bdi>", "<code>",
    "</code>", "<br>", '<a href="/ک">', "</a>", "&nbsp;", "&amp;", "&#1705;", "&lt;", "<!-- ک -->",
    "علی", "ک", " ", " ،", ",", "ذکرت", "قال", "ـ", "<", ">", '"', "'", "\u200b", "\n", "یة",
)  # fmt: skip
_TAG = re.compile(r"<[^>]*>")


def corrected(markup):
    return apply(markup, lint_html(markup))


class BodyTests(SimpleTestCase):
    CASES = (
        ("<p>ذکرت</p>", "<p>ذكرت</p>", "a word"),
        ("<p>ذ<b>ک</b>رت</p>", "<p>ذ<b>ك</b>رت</p>", "a letter in a tag of its own"),
        ("<p>حقل&nbsp; العمر</p>", "<p>حقل العمر</p>", "the entity of a blank"),
        ("<p>حقل&nbsp;العمر</p>", "<p>حقل العمر</p>", "and alone"),
        ("<p>&#1705;ان</p>", "<p>كان</p>", "a letter as a number"),
        ("<p>قال <b>علی</b> مقرها</p>", "<p>قال <b>على</b> مقرها</p>", "a word beside a tag"),
        ("<p>المعدة</p><p>, ثم</p>", "<p>المعدة</p><p>, ثم</p>", "blocks are apart"),
        ("<p>المعدة<b>,</b> ثم</p>", "<p>المعدة<b>،</b> ثم</p>", "inline tags are not"),
        ("<p>كلمة <b>،</b> ثم</p>", "<p>كلمة <b>،</b> ثم</p>", "what a tag cuts stays"),
        (
            '<a href="/ک,ی" title="ک ،">ترکيا</a>',
            '<a href="/ک,ی" title="ک ،">تركيا</a>',
            "attributes",
        ),
        ("<code>ک</code><pre>ک  ک</pre>ک", "<code>ک</code><pre>ک  ک</pre>ك", "code"),
        ('<bdi lang="fa">ک</bdi><bdi>ک</bdi>ک', '<bdi lang="fa">ک</bdi><bdi>ک</bdi>ك', "bdi"),
        ('<p lang="ckb">ک<b>ک</b></p>ک', '<p lang="ckb">ک<b>ک</b></p>ك', "another language"),
        ('<p lang="ar-SY">ک</p>', '<p lang="ar-SY">ك</p>', "a kind of Arabic"),
        ('<p translate="no">ک</p><p>ک', '<p translate="no">ک</p><p>ك', "what none translates"),
        (
            '<p>ذکرت <bdi lang="fa">این کتاب را برای تو خریدم</bdi></p>',
            '<p>ذكرت <bdi lang="fa">این کتاب را برای تو خریدم</bdi></p>',
            "a marked quotation is not the language of its paragraph",
        ),
        ("<!-- ک --><script>ک</script>ک", "<!-- ک --><script>ک</script>ك", "no text at all"),
        ("3 < 5 &amp; ک &lt;ک&gt; &bogus; ک", "3 < 5 &amp; ك &lt;ك&gt; &bogus; ك", "signs"),
        ('ک <p title="ک', 'ك <p title="ک', "a tag that never ends"),
    )

    def test_only_the_words_of_a_body_change(self):
        for markup, right, why in self.CASES:
            with self.subTest(why):
                self.assertEqual(corrected(markup), right)

    def test_a_body_of_plain_text_is_read_as_a_plain_text(self):
        text = "ذکرت مواقع امريكية  أن ترکیا ,ثم علی مقرها"
        self.assertEqual(lint_html(text), lint(text))

    @given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
    def test_findings_stand_where_they_say_and_tags_stay(self, markup):
        at = 0
        for one in lint_html(markup, house=True):
            self.assertEqual(markup[one.start : one.end], one.before)
            self.assertGreaterEqual(one.start, at)
            self.assertNotRegex(one.after, "[<>&]")
            at = one.end
        body = clean(markup)
        self.assertEqual(_TAG.findall(corrected(body)), _TAG.findall(body))

    @given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join).map(clean))
    def test_what_is_put_right_once_has_nothing_safe_left(self, body):
        self.assertEqual([one for one in lint_html(corrected(body)) if one.is_safe], [])

    def test_hostile_markup_is_no_trap(self):
        with no_trap():
            for piece in (
                '<a "',
                "<",
                "&",
                "<p>",
                "</p>",
                "<i>",
                "<i></b>",
                "&nbsp;",
                "<!--",
                "<!",
            ):
                lint_html(piece * 20_000)


class ShowingTests(SimpleTestCase):
    def test_a_finding_is_shown_in_its_word(self):
        text = "مواقع امريكية"
        self.assertEqual(in_its_word(text, lint(text)[0]), ("امريكية", "أمريكية"))

    def test_what_nobody_sees_is_shown_by_a_sign(self):
        self.assertEqual(visible("حقل\u00a0 الع\u200bمر\x07", blank="␣"), "حقل⍽␣الع⟨ZWSP⟩مر?")
