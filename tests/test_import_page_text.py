"""A page saved as text: title, day of reading, sections, shares, every paragraph, nothing else."""

from datetime import date
from pathlib import Path

from django.test import SimpleTestCase

from articles.imports import detect, page_text
from articles.imports.detect import Found
from articles.imports.item import Known, Unreadable
from tests.shared import shared, shared_file

SAMPLES = Path(__file__).parent / "samples" / "imports"
DAY = "الجمعة, أبريل 26, 2024"
TITLE = "بلدية المرفأ تبدأ ترميم السوق القديم بعد ثلاث سنوات من الإغلاق"
TRAIL = f"الرئيسيةأخبار وتقاريرالمدن والبلديات{TITLE}"
SECTIONS = ("أخبار وتقارير", "المدن والبلديات")


def read(text, known=None):
    return page_text.read(Found("page.txt", text), known or Known())


def squeezed(text):
    return "".join(text.split())


@shared
class SeedTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        path = shared_file("seed/000_53785b917c2feb6c.txt")
        cls.page = path.read_text("utf-8")
        cls.item = page_text.read(detect.look(path), Known())

    def test_the_title_is_exact(self):
        self.assertEqual(
            self.item.title, "تحقيقات امريکية بشأن دور روسي وإيراني بالهجوم علی مقرها بديرالزور"
        )

    def test_the_day_in_the_header_is_the_day_of_reading_and_not_of_publishing(self):
        self.assertEqual(self.item.read_on, date(2024, 4, 26))
        self.assertIsNone(self.item.published)

    def test_the_sections_are_told_apart_without_a_doubt(self):
        self.assertEqual(self.item.categories, ("أخبار وتقارير", "العالم العربي"))
        self.assertEqual(self.item.warnings, ())

    def test_no_shares_are_a_number(self):
        self.assertEqual(self.item.shares, 0)

    def test_nine_paragraphs_are_the_whole_text_in_order(self):
        text = self.page.partition("0Shares")[2].partition("مقالات ذات صلة")[0]
        self.assertEqual(len(self.item.paragraphs), 9)
        self.assertEqual(squeezed("".join(self.item.paragraphs)), squeezed(text))

    def test_blanks_are_tidied_and_letters_stay_as_written(self):
        text = "\n".join(self.item.paragraphs)
        self.assertNotRegex(text, "\u00a0|  | \n|\n ")
        self.assertEqual(text.count("ک"), self.page.partition("0Shares")[2].count("ک"))
        self.assertEqual(text.count("ی"), self.page.partition("0Shares")[2].count("ی"))

    def test_nothing_of_the_furniture_is_in_the_text(self):
        for words in ("الرئيسية", "Shares", "مقالات ذات صلة", "الأكثر قراءة", self.item.title, DAY):
            self.assertNotIn(words, "\n".join(self.item.paragraphs))


class PageTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.page = (SAMPLES / "page-ar.txt").read_text("utf-8")
        cls.item = read(cls.page)

    def same_text(self, text, **changes):
        """The page read from a varied text differs in ``changes`` and in nothing else."""
        item = read(text)
        expected = {
            "title": TITLE,
            "paragraphs": self.item.paragraphs,
            "categories": SECTIONS,
            "read_on": date(2024, 4, 26),
            "published": None,
            "shares": 12,
            "tags": (),
            "byline": (),
        }
        found = {name: getattr(item, name) for name in expected}
        self.assertEqual(found, expected | changes)
        return item

    def test_the_page_is_read_whole(self):
        self.same_text(self.page)
        self.assertEqual(len(self.item.paragraphs), 6)
        self.assertEqual(self.item.paragraphs[2], "(المرفأ)")

    def test_titles_of_other_articles_stay_out(self):
        self.assertNotIn("مجلس المدينة", "\n".join(self.item.paragraphs))

    def test_sections_told_apart_by_rule_are_to_be_checked(self):
        self.assertIn("المدن والبلديات", str(self.item.warnings[0]))
        known = read(self.page, Known(sections=SECTIONS))
        self.assertEqual((known.categories, known.warnings), (SECTIONS, ()))

    SHARES = (
        ("0Shares", 0),
        ("1.2K Shares", 1200),
        ("1,234 Shares", 1234),
        ("2M Shares", 2_000_000),
        ("٣ مشاركات", 3),
        ("٢٫٥ ألف مشاركة", 2500),
        ("مشاركة واحدة", 1),
        ("عدد المشاركات: ٥", 5),
        ("7\nShares", 7),
        ("9SharesFacebookTwitterWhatsApp", 9),
        ("4 Shares\nFacebook\nتويتر\nواتساب", 4),
        ("9999999999999 Shares", 2_000_000_000),
    )

    def test_share_counts_are_read_in_every_shape(self):
        for shape, count in self.SHARES:
            with self.subTest(shape):
                self.same_text(self.page.replace("12Shares", shape), shares=count)

    def test_a_page_without_a_share_count_has_none(self):
        self.same_text(self.page.replace("12Shares", ""), shares=None)

    DAYS = (
        ("السبت، 27 نيسان 2024", date(2024, 4, 27)),
        ("الإثنين ٦ مايو ٢٠٢٤", date(2024, 5, 6)),
        ("الأحد 5/5/2024", date(2024, 5, 5)),
        ("Friday, April 26, 2024", date(2024, 4, 26)),
        ("الجمعة 17 شوال 1445هـ - 26 أبريل 2024م", date(2024, 4, 26)),
        ("الجمعة 26 أبريل 2024 | 10:30", date(2024, 4, 26)),
    )

    def test_the_header_tells_its_day_in_many_shapes(self):
        for shape, day in self.DAYS:
            with self.subTest(shape):
                self.same_text(self.page.replace(DAY, shape), read_on=day)

    TRAILS = (
        ("الرئيسيةأخبار وتقارير", ("أخبار وتقارير",)),
        ("الرئيسيةأخبار وتقاريرالعالم العربيسوريا", ("أخبار وتقارير", "العالم العربي", "سوريا")),
        ("الرئيسية » أخبار وتقارير » المدن والبلديات » ", SECTIONS),
        ("الصفحة الرئيسيةأخبار وتقاريرالمدن والبلديات", SECTIONS),
        ("الرئيسية", ()),
    )

    def test_the_breadcrumb_is_read_in_every_depth(self):
        for shape, names in self.TRAILS:
            with self.subTest(shape):
                self.same_text(self.page.replace(TRAIL, shape + TITLE), categories=names)

    def test_a_breadcrumb_may_stand_a_step_to_a_line_or_leave_the_title_out(self):
        steps = "\n".join(("الرئيسية", *SECTIONS, TITLE))
        self.same_text(self.page.replace(TRAIL, steps))
        self.same_text(self.page.replace(TRAIL, TRAIL.removesuffix(TITLE)))
        self.same_text(self.page.replace(TRAIL, TRAIL[:-20] + "…"))

    def test_the_title_is_found_although_only_the_breadcrumb_says_it(self):
        page = self.page.replace(f"\n{TITLE}\n", "\n", 1).replace("المدن والبلديات", "سوريا")
        item = read(page)
        self.assertEqual((item.title, item.paragraphs), (TITLE, self.item.paragraphs))

    def test_a_page_may_lack_its_header_its_breadcrumb_or_both(self):
        self.same_text(self.page.replace(DAY, ""), read_on=None)
        self.same_text(self.page.replace(TRAIL, ""), categories=())
        self.same_text(self.page.replace(DAY, "").replace(TRAIL, ""), read_on=None, categories=())

    def test_line_ends_and_blanks_of_other_systems_change_nothing(self):
        self.same_text(self.page.replace("\n", "\r\n"))
        self.same_text(self.page.replace(" ", "\u00a0"))
        self.same_text(self.page.replace(" ", "  "))
        self.same_text("\n".join(f"  {line}\t" for line in self.page.split("\n")))
        self.same_text("\n".join(line for line in self.page.split("\n") if line.strip()))

    def test_a_tag_line_gives_tags_and_is_no_paragraph(self):
        tags = ("ترميم", "أسواق")
        for shape in ("الوسوم: ترميم، أسواق", "الوسوم\nترميم, أسواق", "#ترميم #أسواق"):
            with self.subTest(shape):
                varied = f"{shape}\n\nمقالات ذات صلة"
                self.same_text(self.page.replace("مقالات ذات صلة", varied), tags=tags)

    def test_byline_and_date_under_the_title_belong_to_the_article(self):
        varied = self.page.replace("12Shares", "بقلم: ليلى الحسن\nنُشر في 9 فبراير 2018\n12Shares")
        byline = (("ليلى الحسن", "writer"),)
        self.same_text(varied, byline=byline, published=date(2018, 2, 9))

    def test_headings_of_other_lists_may_be_glued_to_them(self):
        self.same_text(self.page.replace("مقالات ذات صلة\n", "مقالات ذات صلةعنوان مقال آخر\n"))
        text, _heading, others = self.page.partition("مقالات ذات صلة")
        self.same_text(f"{text}الأكثر قراءة1{others.strip()}")

    def test_a_sentence_that_mentions_furniture_is_text(self):
        for sentence in (
            "مقالات ذات صلة بالسوق نشرتها صحف المدينة في العام الماضي.",
            "الصفحة الرئيسية للبلدية على الشبكة تعرض صور السوق.",
            "نال الخبر 300 مشاركة في ساعة واحدة.",
        ):
            with self.subTest(sentence):
                item = read(self.page.replace("(المرفأ)", sentence))
                self.assertEqual(item.paragraphs[2], sentence)
                self.assertEqual(len(item.paragraphs), 6)

    def test_a_link_to_another_article_is_left_out_and_the_editor_is_told(self):
        item = self.same_text(self.page.replace("(المرفأ)", "(المرفأ)\n\nاقرأ أيضاً: سوق السمك"))
        self.assertIn("سوق السمك", " ".join(map(str, item.warnings)))

    def test_a_long_passage_below_the_other_lists_is_told(self):
        item = self.same_text(f"{self.page}\n\n{'كلام طويل عن أمر لا نعرفه، ' * 12}")
        self.assertIn("كلام طويل", " ".join(map(str, item.warnings)))

    def test_lines_that_a_program_wrapped_are_paragraphs_again(self):
        paragraph = (
            "قالت البلدية إن العمل سيجري في السوق على مرحلتين حتى لا تتوقف حركة المارة. " * 4
        )
        words, lines = paragraph.split(), [""]
        for word in words:
            if len(lines[-1]) + len(word) > 60:
                lines.append("")
            lines[-1] = f"{lines[-1]} {word}".strip()
        wrapped = "\n".join(lines)
        item = read(f"ترميم السوق القديم\n\n{wrapped}\n\n{wrapped}")
        self.assertEqual(item.paragraphs, (paragraph.strip(),) * 2)


class NoArticleTests(SimpleTestCase):
    TEXTS = (
        ("{% load x %}\n" * 30, "a template"),
        ("function f(a) { return a[0] === 1; }\n" * 20, "a script"),
        (
            "MIT License\n\nPermission is hereby granted, free of charge, to any person. " * 4,
            "a licence",
        ),
        ("0600;ARABIC NUMBER SIGN;U;No_Joining_Group\n" * 50, "a table"),
        ("عنوان وحيد بلا نص", "a title alone"),
        (
            f"{DAY}\n{TRAIL}\n\n{TITLE}\n\n0Shares\n\nمقالات ذات صلة\n\nالأكثر قراءة",
            "furniture alone",
        ),
        (
            "Новости\n\n" + "Это длинный текст на русском языке о ремонте рынка. " * 5,
            "another script",
        ),
        ("א" * 200, "one word"),
    )

    def test_a_text_without_an_article_is_refused(self):
        for text, why in self.TEXTS:
            with self.subTest(why), self.assertRaises(Unreadable):
                read(text)
