"""The way to a page: section names that a page runs together are told apart, or left whole."""

from django.test import SimpleTestCase

from articles.imports.breadcrumb import after_home, sections, without_title


class GluedNamesTests(SimpleTestCase):
    KNOWN = (
        ("أخبار وتقاريرالعالم العربي", ["أخبار وتقارير", "العالم العربي"]),
        ("أخبار وتقاريرالعالم العربيسوريا", ["أخبار وتقارير", "العالم العربي", "سوريا"]),
        ("سياسةاقتصاد", ["سياسة", "اقتصاد"]),
        ("أخبارسوريا", ["أخبار", "سوريا"]),
        ("أخبار وتقاریرالعالم العربی", ["أخبار وتقاریر", "العالم العربی"]),
        ("أخبار", ["أخبار"]),
    )

    def test_names_that_news_sites_use_are_told_apart(self):
        for trail, names in self.KNOWN:
            with self.subTest(trail):
                self.assertEqual(sections(trail), (tuple(names), True))

    BY_RULE = (
        ("تقارير خاصةمتابعات", ["تقارير خاصة", "متابعات"], "ة ends a word"),
        ("أخبار المدنالحوادث اليومية", ["أخبار المدن", "الحوادث اليومية"], "ال begins a word"),
        ("شؤون محليإقليمي", ["شؤون محلي", "إقليمي"], "إ begins a word"),
        ("متابعاتHealth", ["متابعات", "Health"], "the scripts meet"),
        ("تقاريرحوادث الطرق", ["تقارير", "حوادث الطرق"], "a known name is peeled off"),
    )

    def test_letters_that_prove_a_boundary_part_names_and_the_editor_is_to_check(self):
        for trail, names, why in self.BY_RULE:
            with self.subTest(why):
                self.assertEqual(sections(trail), (tuple(names), False))

    ONE_NAME = (
        "الاتصالات والمجالس المحلية",
        "والعالم الآخر",
        "محافظة ديرالزور",
        "سيدي عبدالله",
        "رجال الأعمال والعمال",
        "اقتصاديات",
        "رياضيات",
        "الاحتمالات",
        "البرتغاليون",
        "مقالاتنا",
        "الإمارات والإعلام",
    )

    def test_one_name_stays_one_name(self):
        for name in self.ONE_NAME:
            with self.subTest(name):
                self.assertEqual(sections(name)[0], (name,))

    def test_what_nothing_proves_stays_whole_and_unsure(self):
        self.assertEqual(sections("حوادثبرلمان"), (("حوادثبرلمان",), False))

    def test_names_of_our_own_sections_are_evidence(self):
        self.assertEqual(
            sections("حوادثبرلمان", known=("حوادث", "برلمان")), (("حوادث", "برلمان"), True)
        )

    def test_a_trail_with_separators_is_split_at_them(self):
        for mark in (" › ", " / ", " » ", ">", " - "):
            with self.subTest(mark):
                self.assertEqual(sections(f"أخبار{mark}سوريا")[0], ("أخبار", "سوريا"))


class TrailTests(SimpleTestCase):
    def test_what_follows_home_is_the_trail(self):
        self.assertEqual(after_home("الرئيسيةأخبار وتقارير"), "أخبار وتقارير")
        self.assertEqual(after_home("الرئيسية"), "")
        self.assertEqual(after_home("Home » News"), "» News")

    def test_a_sentence_that_begins_with_the_word_is_no_trail(self):
        self.assertIsNone(after_home("الرئيسية كانت صفحة طويلة."))
        self.assertIsNone(after_home("زار الوفد الصفحة الرئيسية"))

    def test_the_title_at_its_end_is_taken_off_whatever_blanks_and_letters(self):
        title = "ترميم السوق القديم في المرفأ"
        for trail in (f"أخبار{title}", "أخبارترميم  السوق القديم\u00a0في المرفا"):
            self.assertEqual(without_title(trail, title), "أخبار")

    def test_a_title_cut_short_is_taken_off_too(self):
        title = "ترميم السوق القديم في المرفأ بعد ثلاث سنوات"
        self.assertEqual(without_title("أخبار » ترميم السوق القديم…", title), "أخبار »")

    def test_another_text_is_not_the_title(self):
        self.assertIsNone(without_title("أخبارمحليات", "ترميم السوق القديم"))
