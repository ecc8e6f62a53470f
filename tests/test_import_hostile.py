"""Pages made to harm: nothing of them runs or stays, nothing takes long, refusals have reasons."""

from django.test import SimpleTestCase
from django.utils import translation

from articles.imports import detect, page_html, page_text
from articles.imports.detect import Found
from articles.imports.item import MOST_SHARES, Known, Unreadable
from tests.patience import no_trap
from tests.shared import shared, shared_file

TITLE = "البلدية تبدأ ترميم السوق القديم"
LINE = "بدأت البلدية أمس ترميم السوق القديم الذي أغلق أبوابه قبل ثلاث سنوات بعد تصدع في سقفه."
HEAD = f"<html><body><h1>{TITLE}</h1>"


def read(page):
    return page_html.read(Found("page.html", page), Known())


class MarkupTests(SimpleTestCase):
    PARTS = (
        "<script>alert('نص في برنامج')</script>",
        "<style>p { content: 'نص في برنامج' }</style>",
        "<noscript><p>نص في برنامج</p></noscript>",
        "<iframe srcdoc='<p>نص في برنامج</p>'><p>نص في برنامج</p></iframe>",
        "<template><p>نص في برنامج</p></template>",
        "<svg><script>نص في برنامج</script><text>نص في برنامج</text></svg>",
        "<object data='x'><p>نص في برنامج</p></object>",
        "<select><option>نص في برنامج</option></select>",
        "<textarea>نص في برنامج</textarea>",
        "<div hidden><p>نص في برنامج</p></div>",
        "<p style='display:none'>نص في برنامج</p>",
        "<!-- نص في برنامج -->",
        "<?php نص في برنامج ?>",
    )

    def test_what_is_no_text_does_not_come_in(self):
        for part in self.PARTS:
            with self.subTest(part[:20]):
                item = read(f"{HEAD}<div><p>{LINE}</p>{part}<p>{LINE[:60]}</p></div>")
                self.assertEqual(item.paragraphs, (LINE, LINE[:60].strip()))

    def test_attributes_and_links_that_run_leave_only_their_words(self):
        item = read(
            f'{HEAD}<p onclick="steal()">{LINE} <a href="javascript:alert(1)">هنا</a>'
            '<img src=x onerror="alert(1)"></p>'
        )
        self.assertEqual(item.paragraphs, (f"{LINE} هنا",))

    def test_a_page_of_scripts_alone_is_refused(self):
        with self.assertRaises(Unreadable):
            read(f'<html><body><script>document.write("<p>{LINE}</p>")</script></body></html>')

    def test_entities_and_control_characters_can_be_stored(self):
        item = read(f"{HEAD}<p>{LINE}&#0;&#1;&#xD800;&#x1F;&bogus;</p>")
        text = "".join(item.paragraphs)
        text.encode("utf-8")
        self.assertNotRegex(text, "[\x00-\x08\x0b-\x1f]")


class BombTests(SimpleTestCase):
    def setUp(self):
        self.enterContext(translation.override(None))

    REFUSED = (
        ("<div>" * 100_000 + LINE, "nested too deeply"),
        (f"<p>{LINE}</p>" * 50_000, "more parts"),
        ("x<br>" * 50_000, "more parts"),
        (("<div>" * 200 + LINE + "</div>" * 200) * 200, "more parts"),
        (f"<p {' '.join(f'a{n}' for n in range(200_000))}>{LINE}", "more parts"),
        (f'<p a=">" {" ".join(f"a{n}" for n in range(200_000))}>{LINE}', "more parts"),
        (f"<p>{'كلمة ' * 1_500_000}", ""),
        ("<p" * 500_000, ""),
        ("<!--" * 500_000, ""),
        ("<script>" * 200_000, ""),
    )

    def test_pages_without_measure_are_refused_in_time(self):
        for part, words in self.REFUSED:
            with self.subTest(part[:20]), no_trap(), self.assertRaises(Unreadable) as caught:
                read(HEAD + part)
            self.assertIn(words, str(caught.exception))

    READ = (
        f'<p class="{"a " * 2_000_000}">{LINE}</p>',
        f"<p>{LINE}</p>{'<time datetime=x>أمس</time>' * 10_000}",
        f'<div class="breadcrumb">{"<a>قسم</a>" * 10_000}</div><p>{LINE}</p>',
        f'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;">]><p>{LINE}&b;&b;</p>',
        f'<script type="application/ld+json">{"[" * 1_000_000}</script><p>{LINE}</p>',
        f'<script type="application/ld+json">{{"name": {"9" * 500_000}}}</script><p>{LINE}</p>',
    )

    def test_excess_beside_the_text_does_not_keep_it_out(self):
        for part in self.READ:
            with self.subTest(part[:40]), no_trap():
                self.assertIn(LINE, read(HEAD + part).paragraphs[0])

    TEXTS = (
        "كلمة " * 1_500_000,
        f"{TITLE}\n\n" + f"{LINE} و\n\n" * 10_000,
        "الرئيسية" + "أخبار" * 400_000,
        ("الرئيسية" + "ةال" * 150 + "\n") * 1_500,
        "\n" * 2_500_000,
        "كلمة\n" * 300_000,
        ("1." * 50 + "شارك\n") * 10_000,
        f"{TITLE}\n{LINE}\n" + "فيسبوكشارك" * 200_000,
    )

    def test_texts_without_measure_are_refused_in_time(self):
        for text in self.TEXTS:
            with self.subTest(text[:20]), no_trap(), self.assertRaises(Unreadable):
                page_text.read(Found("page.txt", text), Known())

    def test_numbers_without_measure_are_bounded(self):
        page = f"{TITLE}\n\n{'9' * 60} Shares\n\n{LINE}\n{LINE}"
        self.assertEqual(page_text.read(Found("page.txt", page), Known()).shares, MOST_SHARES)


@shared
class SharedTests(SimpleTestCase):
    def test_hostile_words_come_out_as_the_words_they_are(self):
        """Each line of the lists, inside a page: refused, or text; never an error of ours."""
        for name in ("xss-list/xss-payload-list.txt", "blns/blns.txt"):
            text = shared_file(f"samples/hostile/{name}").read_text("utf-8", errors="replace")
            for line in text.split("\n")[::50]:
                page = f"{HEAD}<div>{line}</div><p>{LINE}</p><p>{LINE} ثم أضاف المتحدث.</p>"
                try:
                    item = read(page)
                except Unreadable:
                    continue
                "".join((item.title, *item.paragraphs)).encode("utf-8")
                self.assertNotIn("\0", "".join(item.paragraphs))

    def test_the_lists_themselves_are_no_articles(self):
        for path in sorted(shared_file("samples/hostile").rglob("*.*")):
            with self.subTest(path.name), self.assertRaises(Unreadable):
                found = detect.look(path)
                reader = page_html if found.is_markup else page_text
                reader.read(found, Known())
