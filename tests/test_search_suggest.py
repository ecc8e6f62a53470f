"""While a query is typed, names, words and titles are suggested, each from an index range."""

import re
from datetime import timedelta

from django.db import connection, transaction
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import workflow
from articles.models import Alias, Tag
from articles.search import suggest as suggesting
from articles.search import vocabulary
from articles.search.suggest import MOST, begins_with, suggest
from tests.makers import NOON, make_category, make_edition, make_entity, make_source

TODAY = NOON.date()
MORE_TEXTS = """
    INSERT INTO articles_editionindex
        (edition_id, language, published_at, sources, title_key, head, lexemes, version)
    SELECT 1000000 + n, 'ar', now(), '{}', 'x' || n, '', ('w' || n)::tsvector, 1
    FROM generate_series(1, %s) AS n
"""
MORE_WORDS = """
    INSERT INTO articles_lexeme (text, frequency, slips)
    SELECT 'w' || n, 1, '{}' FROM generate_series(1, %s) AS n
"""


class SuggestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.section = make_category("اقتصاد", name_ar="اقتصاد وموانئ")
        cls.army = make_entity(
            "قوات سوريا الديمقراطية", "قسد", "SDF", kind="organisation", name_en="SDF"
        )
        cls.paper = make_source("صحيفة المرفأ", kind="newspaper")
        make_entity("قصر لم يذكره أحد")
        cls.story = make_edition(
            title_ar="مستشفى جديد في المرسى يستقبل المرضى",
            body_ar="<p>ذكرت صحيفة المرفأ أن قسد أخلت المستشفى.</p>",
            category=cls.section,
            tags=["مستشفيات"],
        )
        cls.older = make_edition(
            title_ar="إغلاق مستشفى الوادي",
            body_ar="<p>أُغلق المستشفى.</p>",
            category=cls.section,
            published_at=NOON - timedelta(days=400),
        )
        vocabulary.catch_up()

    def texts(self, typed, kind=None, language="ar"):
        return [
            one.text for one in suggest(typed, language, TODAY) if kind is None or one.kind == kind
        ]


class SuggestTests(SuggestCase):
    def test_names_are_found_by_the_beginning_of_any_spelling(self):
        for typed in ("قسد", "قس", "قوات سور", "القوات", "sd", "قُوَّات"):
            with self.subTest(typed):
                self.assertIn("قوات سوريا الديمقراطية", self.texts(typed, "entity"))

    def test_another_spelling_that_was_typed_is_told(self):
        (found,) = suggest("قسد", "ar", TODAY)
        self.assertEqual((found.spelling, found.subkind), ("قسد", "organisation"))

    def test_outlets_sections_and_tags_are_suggested(self):
        self.assertEqual(self.texts("صحيفه المر", "source"), ["صحيفة المرفأ"])
        self.assertEqual(self.texts("الاقتصاد", "section"), ["اقتصاد وموانئ"])
        self.assertEqual(self.texts("مستشفيا", "tag"), ["مستشفيات"])

    def test_names_that_no_story_mentions_are_not(self):
        self.assertEqual(self.texts("قصر"), [])

    def test_names_come_in_the_language_of_the_page_or_not_at_all(self):
        self.assertEqual(self.texts("sdf", language="en"), ["SDF"])
        self.assertEqual(self.texts("صحيفه", language="en"), [])

    def test_the_last_word_is_finished_as_titles_spell_it(self):
        self.assertEqual(self.texts("مستشف", "query"), ["مستشفى"])
        self.assertEqual(self.texts("المرسى مستش", "query"), ["المرسى مستشفى"])

    def test_titles_hold_all_words_the_newest_first(self):
        self.assertEqual(self.texts("مستشفى", "title"), [self.story.title, self.older.title])
        self.assertEqual(self.texts("الوادي مستشف", "title"), [self.older.title])
        self.assertEqual(self.texts("في المرسى يستق", "title"), [self.story.title])

    def test_a_title_withdrawn_since_is_not_suggested(self):
        workflow.withdraw(self.story.article)
        self.assertNotIn(self.story.title, self.texts("مستشفى"))

    def test_there_are_never_more_than_eight(self):
        for number in range(12):
            entity = make_entity(f"مستشفى المدينة {number}")
            make_edition(body_ar=f"<p>زار الوزير {entity.name_ar} أمس.</p>")
        vocabulary.catch_up()
        self.assertLessEqual(len(self.texts("مستشفى")), MOST)

    def test_nothing_is_suggested_for_nothing(self):
        for typed in ("", " ", "؟!", "ق", "ال", "\x00", "«»", "-"):
            with self.subTest(typed):
                self.assertEqual(suggest(typed, "ar", TODAY), [])

    def test_signs_of_the_query_and_of_the_database_mean_nothing(self):
        for typed in (
            "%ست",
            "_ستش",
            "مس%",
            "'; DROP TABLE",
            "a & b | !c:*",
            "\\",
            "مستشف'",
            "ق" * 9999,
        ):
            with self.subTest(typed[:9]):
                self.assertNotIn(self.army.name_ar, self.texts(typed))

    def test_beginnings_are_with_the_article_and_without(self):
        self.assertEqual(begins_with("الولايات"), ["الولايات", "ولايات"])
        self.assertEqual(begins_with("ال"), ["ال"])


class CostTests(SuggestCase):
    def queries(self, typed):
        with CaptureQueriesContext(connection) as queries:
            suggest(typed, "ar", TODAY)
        return [one["sql"] for one in queries]

    def test_three_questions_at_most(self):
        for typed in ("مستشفى", "قس", "المرسى مستش", "ا ب ت ث ج ح خ د ذ ر ز س"):
            with self.subTest(typed):
                self.assertLessEqual(len(self.queries(typed)), 3)

    def test_each_question_reads_index_ranges_and_no_table_whole(self):
        found = set()
        with transaction.atomic():
            self.grow(3_000)
            for statement in self.queries("المرسى المستش"):
                plan = self.plan(statement.replace("SET LOCAL enable_seqscan = off;", ""))
                # Sections are some dozens and have no index of their own.
                scanned = set(re.findall(r"Seq Scan on articles_(\w+)", plan)) - {"category"}
                self.assertEqual(scanned, set(), plan)
                found |= set(re.findall(r"Index Scan (?:using|on) (\w+)", plan))
            transaction.set_rollback(True)
        self.assertLessEqual({"alias_prefix", "tag_prefix", "edition_index_lexemes"}, found)
        # The primary key has indexes for beginnings too; whichever is asked, it is a range.
        self.assertRegex(" ".join(found), r"articles_lexeme_\w+")

    def grow(self, many):
        """Add so many names, tags, words and texts that reading all would not be cheapest."""
        Alias.objects.bulk_create(
            Alias(text=f"اسم {number}", entity=self.army) for number in range(many)
        )
        Tag.objects.bulk_create(
            Tag(name_ar=f"وسم {number}", slug=f"tag-{number}") for number in range(many)
        )
        with connection.cursor() as cursor:
            cursor.execute(MORE_TEXTS, [many])
            cursor.execute(MORE_WORDS, [many])
            for table in ("alias", "tag", "editionindex", "lexeme"):
                cursor.execute(f"ANALYZE articles_{table}")

    def plan(self, statement):
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("EXPLAIN " + statement)
            return "\n".join(line for (line,) in cursor.fetchall())

    def test_what_is_looked_at_is_bounded(self):
        self.assertIn(f"LIMIT {suggesting.RANKED}", self.queries("مستشفى")[0])
        self.assertIn(f"LIMIT {suggesting.LOOKED_AT}", self.queries("مستشفى")[1])


class AddressTests(SuggestCase):
    def get(self, typed, address="/search/suggest/"):
        response = self.client.get(address, {"q": typed})
        self.assertEqual(response.status_code, 200)
        return response

    def test_suggestions_lead_where_they_say(self):
        for typed in ("مستشف", "قسد", "صحيفة", "اقتصاد", "مستشفيا"):
            for item in self.get(typed).json()["items"]:
                with self.subTest(item["text"]):
                    self.assertEqual(self.client.get(item["url"]).status_code, 200)
                    self.assertTrue(item["label"])

    def test_their_number_is_said_in_arabic_grammar(self):
        self.assertEqual(self.get("قسد").json()["said"], "اقتراح واحد")
        self.assertEqual(self.get("ديناصور").json()["said"], "لا اقتراحات")
        self.assertEqual(self.get("sdf", "/en/search/suggest/").json()["said"], "1 suggestion")

    def test_they_may_be_kept_a_while_and_not_listed(self):
        headers = self.get("قسد").headers
        self.assertEqual(headers["Cache-Control"], "public, max-age=300")
        self.assertEqual(headers["X-Robots-Tag"], "noindex")
        self.assertFalse(self.get("قسد").cookies)

    def test_the_field_knows_where_to_ask(self):
        self.assertContains(self.client.get("/search/"), 'data-suggest="/search/suggest/"')
        self.assertContains(self.client.get("/en/search/"), 'data-suggest="/en/search/suggest/"')
        self.assertEqual(reverse("suggest"), "/search/suggest/")
