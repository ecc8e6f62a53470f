"""What a reader finds on the search page: results, what is said of them, ways to narrow them."""

from datetime import timedelta
from unittest import mock
from xml.etree import ElementTree

from django.urls import reverse

from articles import workflow
from articles.search import Answer, Search
from articles.search.query import parse
from tests.makers import NOON, make_category, make_edition, make_entity, make_source
from tests.search_pages import SearchPageCase, words


class ResultsTests(SearchPageCase):
    @classmethod
    def make_archive(cls):
        cls.economy = make_category("اقتصاد", name_ar="اقتصاد", name_en="Economy")
        cls.ports = make_category("موانئ", name_ar="موانئ", parent=cls.economy)
        cls.local = make_category("محليات", name_ar="محليات")
        cls.paper = make_source("صحيفة المرفأ")
        cls.town = make_entity("مدينة المرسى", "المرسى", kind="place")
        cls.fees = make_edition(
            title_ar="رسوم الميناء ترتفع",
            body_ar="<h2>أرقام العام</h2><p>قالت صحيفة المرفأ إن الرسوم ارتفعت في المرسى.</p>",
            category=cls.ports,
        )
        cls.old = make_edition(
            title_ar="رسوم الميناء قبل عامين",
            body_ar="<p>كانت الرسوم يومها أقل.</p>",
            category=cls.economy,
            published_at=NOON - timedelta(days=800),
        )
        cls.boat = make_edition(
            title_ar="صياد يربح قضية رسم الرسو",
            body_ar="<p>ألزمت المحكمة إدارة الميناء بردّ المبالغ.</p>",
            category=cls.local,
        )
        cls.english = make_edition(
            title_ar="افتتاح الرصيف", title_en="Marsa harbour opens",
            body_en="<p>The harbour opens today.</p>", category=cls.economy,
        )  # fmt: skip

    def test_the_query_stands_in_the_field_and_results_say_section_date_and_passage(self):
        page = self.page("رسوم الميناء")
        self.assertEqual(page.xpath("//input[@id='q']/@value"), ["رسوم الميناء"])
        self.assertEqual(self.titles(page)[:1], [self.fees.title])
        first = page.xpath("//article")[0]
        self.assertEqual(words(first.xpath("p[@class='kicker']")[0]), "موانئ 26 أبريل 2024")
        self.assertIn("رسوم", [words(one) for one in first.xpath("h2//mark")])
        self.assertIn("قالت صحيفة المرفأ", words(first.xpath("p[@class='res__hit']")[0]))

    def test_the_number_is_written_in_arabic_grammar(self):
        for total, expected in (
            (1, "نتيجة واحدة"), (2, "نتيجتان"), (3, "3 نتائج"), (11, "11 نتيجة"),
            (100, "100 نتيجة"), (1234, "1,234 نتيجة"),
        ):  # fmt: skip
            with self.subTest(total):
                self.assertIn(expected, self.said(self.answered(total=total)))

    def test_an_archive_that_was_looked_at_in_part_is_not_counted(self):
        page = self.answered(total=2531, is_more=True, sections={self.economy.pk: 12})
        self.assertIn("أكثر من 2,500 نتيجة", self.said(page))
        self.assertEqual(self.facet(page, "by-section"), {"اقتصاد": ""})

    def answered(self, text="رسوم", **values):
        answer = Answer(parse(text), ids=[self.fees.pk], **values)
        with mock.patch.object(Search, "find", return_value=answer):
            return self.page(text)

    def test_other_forms_that_were_found_are_named(self):
        self.assertIn("تشمل «رسم»", self.said(self.page("رسوم الميناء")))

    def test_a_reader_may_ask_for_the_phrase_as_it_stands(self):
        page = self.follow(self.page("رسوم الميناء"), "ابحث عن العبارة كما هي")
        self.assertEqual(page.xpath("//input[@id='q']/@value"), ["«رسوم الميناء»"])
        self.assertEqual(set(self.titles(page)), {self.fees.title, self.old.title})

    def test_results_that_lack_a_word_stand_under_a_sentence_that_says_so(self):
        page = self.page("رسوم الميناء المحكمة")
        self.assertEqual(self.titles(page)[0], self.boat.title)
        near = page.xpath("//div[@class='near']")
        self.assertEqual(words(near[0].find("h2")), "قريبة من بحثك")
        self.assertEqual(words(near[0].find("p")), "تنقصها كلمة من كلماتك.")
        page = self.page("رسوم الميناء الديناصور")
        self.assertEqual(self.said(page), "لا مادة فيها كل الكلمات؛ هذه أقربها.")

    def test_results_with_a_slip_stand_under_a_sentence_that_says_so(self):
        page = self.page("المحكنة")
        self.assertIn("قريبة من بحثك", words(page.xpath("//main")[0]))
        self.assertEqual(self.titles(page), [self.boat.title])

    def test_sections_sources_and_years_narrow_and_are_taken_off_again(self):
        page = self.page("الميناء")
        self.assertEqual(self.facet(page, "by-section"), {"اقتصاد": "2", "محليات": "1"})
        self.assertEqual(self.facet(page, "by-source"), {"صحيفة المرفأ": "1"})
        self.assertEqual(self.facet(page, "by-year"), {"2024": "2", "2022": "1"})
        narrowed = self.follow(page, "اقتصاد")
        self.assertEqual(set(self.titles(narrowed)), {self.fees.title, self.old.title})
        self.assertEqual(self.facet(narrowed, "by-section"), {"موانئ": "1"})
        twice = self.follow(narrowed, "2022")
        self.assertEqual(self.titles(twice), [self.old.title])
        self.assertEqual(len(self.titles(self.follow(twice, "القسم: اقتصاد"))), 1)
        self.assertEqual(len(self.titles(self.follow(narrowed, "القسم: اقتصاد"))), 3)

    def test_the_newest_may_stand_first(self):
        self.assertEqual(self.titles(self.page("كانت الميناء"))[0], self.old.title)
        page = self.follow(self.page("الميناء"), "الأحدث")
        self.assertEqual(self.titles(page)[-1], self.old.title)
        self.assertEqual(page.xpath("//form[@role='search']/input[@name='sort']/@value"), ["new"])

    def test_a_range_of_dates_is_read_as_arabs_type_it(self):
        for since, until, expected in (
            ("2024", "", 2), ("٢٠٢٤", "", 2), ("", "2023", 1), ("أبريل 2024", "نيسان 2024", 2),
            ("26/4/2024", "٢٦/٤/٢٠٢٤", 2), ("27/4/2024", "", 0),
        ):  # fmt: skip
            with self.subTest(since=since, until=until):
                page = self.page("الميناء", **{"from": since, "to": until})
                self.assertEqual(len(self.titles(page)), expected)

    def test_a_date_that_nobody_can_read_is_said(self):
        page = self.page("الميناء", **{"from": "قريبا"})
        self.assertIn("لم نفهم التاريخ «قريبا»", words(page))
        self.assertEqual(len(self.titles(page)), 3)

    def test_filters_typed_in_the_query_can_be_taken_off(self):
        page = self.page("الميناء مصدر:«صحيفة المرفأ» من:2024")
        self.assertEqual(self.titles(page), [self.fees.title])
        chips = [words(one) for one in page.xpath("//ul[contains(@class,'picked')]//a")]
        self.assertEqual(chips, ["أزِل: المصدر: صحيفة المرفأ ×", "أزِل: من 1 يناير 2024 ×"])
        page = self.follow(page, "صحيفة المرفأ ×")
        self.assertEqual(page.xpath("//input[@id='q']/@value"), ["الميناء من:2024"])

    def test_a_filter_that_names_nothing_is_said(self):
        page = self.page("الميناء مصدر:بطيخ")
        self.assertIn("لا مصدر باسم «بطيخ»", words(page))

    def test_english_results_are_found_where_asked_and_stand_in_their_direction(self):
        self.assertEqual(self.titles(self.page("harbour")), [])
        page = self.page("harbour", lang="all")
        self.assertEqual(self.titles(page), ["Marsa harbour opens"])
        result = page.xpath("//article")[0]
        self.assertEqual((result.get("lang"), result.get("dir")), ("en", "ltr"))
        self.assertEqual(words(result.xpath("p[@class='kicker']")[0]), "Economy 26 April 2024")
        self.assertEqual(page.xpath("//form[@role='search']/input[@name='lang']/@value"), ["all"])

    def test_the_english_page_speaks_english(self):
        page = self.page("harbour", address="/en/search/")
        self.assertEqual(self.said(page), "1 result")
        self.assertEqual(self.titles(page), ["Marsa harbour opens"])
        self.assertFalse(page.xpath("//article/@lang"))
        choice = page.xpath("//section[@aria-labelledby='by-language']//a")
        self.assertEqual([words(one) for one in choice], ["In English", "In Arabic and English"])

    def test_a_query_that_is_a_name_is_answered_with_its_dossier(self):
        for text in ("المرسى", "مرسي", "مدينة المرسی"):
            with self.subTest(text):
                known = self.page(text).xpath("//aside[@class='known']")
                self.assertEqual(len(known), 1)
                self.assertEqual(words(known[0].find("h2")), "مدينة المرسى")
                self.assertIn("مكان مادة واحدة", words(known[0]))
        self.assertFalse(self.page("المرسى الرسوم").xpath("//aside[@class='known']"))

    def test_a_query_that_is_an_outlet_is_answered_with_its_page(self):
        known = self.page("صحيفه المرفا").xpath("//aside[@class='known']//h2/a/@href")
        self.assertEqual(known, [self.paper.get_absolute_url()])

    def test_a_keyboard_on_the_wrong_language_is_read_and_said(self):
        page = self.page("hgldkhx")  # الميناء
        self.assertIn("بحثنا عن «الميناء»", words(page))
        self.assertEqual(len(self.titles(page)), 3)
        page = self.follow(page, "كما كُتبت")
        self.assertEqual(self.titles(page), [])
        self.assertIn("لا نتائج لعبارة «hgldkhx»", words(page))

    def test_what_was_probably_meant_is_offered(self):
        page = self.answered("رسوك", meant="رسوم")
        self.assertEqual(words(page.xpath("//p[contains(@class,'meant')]")[0]), "هل تقصد رسوم؟")
        self.assertEqual(len(self.titles(self.follow(page, "رسوم"))), 3)

    def test_what_was_meant_is_offered_in_the_letters_of_the_archive(self):
        for values in ({}, {"from": "2020"}):
            page = self.page("المحكمز", **values)
            meant = page.xpath("//p[contains(@class,'meant')]")[0]
            self.assertEqual(words(meant), "هل تقصد المحكمة؟")

    def test_a_story_withdrawn_since_is_not_shown(self):
        workflow.withdraw(self.old.article)
        self.assertNotIn(self.old.title, self.titles(self.page("رسوم الميناء")))

    def test_search_engines_keep_out_and_feed_readers_find_the_feed(self):
        page = self.page("رسوم الميناء", year="2024")
        self.assertEqual(page.xpath("//meta[@name='robots']/@content"), ["noindex, follow"])
        (address,) = page.xpath("//link[@type='application/rss+xml']/@href")
        response = self.client.get(address)
        self.assertEqual(response.headers["X-Robots-Tag"], "noindex")
        channel = ElementTree.fromstring(response.content).find("channel")
        self.assertEqual(channel.findtext("title"), "بحث: رسوم الميناء | غرفة الأخبار")
        titles = [one.findtext("title") for one in channel.findall("item")]
        self.assertEqual(sorted(titles), sorted([self.fees.title, self.boat.title]))

    def test_an_empty_feed_is_a_feed(self):
        for values in ({}, {"q": "ديناصور"}):
            with self.subTest(values):
                response = self.client.get(reverse("search_feed"), values)
                items = ElementTree.fromstring(response.content).findall("channel/item")
                self.assertEqual(items, [])

    def test_the_outline_is_sound(self):
        for text in ("رسوم الميناء", "", "ديناصور"):
            with self.subTest(text):
                page = self.page(text)
                self.assertEqual(len(page.findall(".//h1")), 1)
                ids = page.xpath("//@id")
                self.assertEqual(len(ids), len(set(ids)))
                self.assertLessEqual(set(page.xpath("//@aria-labelledby")), set(ids))
                fields = page.xpath("//input[not(@type='hidden')]")
                unnamed = [
                    one for one in fields
                    if one.getparent().tag != "label"
                    and not page.xpath(f"//label[@for='{one.get('id')}']")
                ]  # fmt: skip
                self.assertEqual(unnamed, [])
                self.assertFalse([one for one in page.xpath("//main//ul") if not one.findall("li")])
