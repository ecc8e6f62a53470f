"""Search is measured on texts whose answers are known, apart from the newsroom's own."""

import json
from io import StringIO
from pathlib import Path
from unittest import mock

from django.core.management import CommandError, call_command
from django.db import connection
from django.test import SimpleTestCase, TestCase, TransactionTestCase

from articles.search import Search
from articles.search.evaluation import corpus, measure, scratch
from articles.search.query import parse
from tests.shared import shared, shared_file

SAMPLES = Path(__file__).parent / "samples"
CORPUS, QUERIES = SAMPLES / "search-corpus.jsonl", SAMPLES / "search-queries.jsonl"
# Kinds that differ from the clean query in letters which the fold makes equal.
FOLDED = {
    "hamza_drop", "hamza_swap", "hamza_seat", "taa_heh", "yaa_alefmaq", "persian_q", "urdu_q",
    "diacritics", "tatweel", "presentation", "zerowidth", "digits_arab", "digits_farsi",
}  # fmt: skip
# What the issue of this search demands, of what the clean queries reach.
LEAST = {
    "al_toggle": 0.97, "al_drop": 0.97, "clitic_add": 0.97, "clitic_drop": 0.97, "inflect": 0.97,
    "compound": 0.97, "mixed3": 0.95, "broken_plural": 0.90, "kb_layout": 0.97,
}  # fmt: skip
LEAST_TYPOS = {"two_words": 0.75, "three_four_words": 0.97}


def evaluate(*arguments):
    """Run the command and return what it printed and what it said meanwhile."""
    out, told = StringIO(), StringIO()
    call_command("evaluate_search", *map(str, arguments), stdout=out, stderr=told)
    return out.getvalue(), told.getvalue()


class CommandTests(TransactionTestCase):
    def test_it_prints_quality_times_and_sizes(self):
        printed, told = evaluate(CORPUS, QUERIES, "--naive", "--misses")
        for part in ("sample/broken_plural", "one common word", "naive: 4 texts", "sizes: "):
            self.assertIn(part, printed)
        self.assertIn("missed: sample/clean: زرافات الغابة", told)

    def test_it_prints_json(self):
        kinds = json.loads(evaluate(CORPUS, QUERIES, "--json")[0])["ours"]["kinds"]
        self.assertEqual(kinds["sample/clitic"]["recall@10"], 1)
        self.assertEqual(kinds["sample/broken_plural"]["recall of clean"], 1)
        self.assertAlmostEqual(kinds["sample/clean"]["recall@10"], 2 / 3)

    def test_a_larger_corpus_is_made_of_the_same_sentences(self):
        printed, _told = evaluate(CORPUS, QUERIES, "--size", 60)
        self.assertIn("ours: 60 texts", printed)

    def test_it_leaves_nothing_behind_unless_asked_to(self):
        evaluate(CORPUS, QUERIES)
        self.assertEqual(self.schemas(), 0)
        evaluate(CORPUS, QUERIES, "--keep")
        self.assertEqual(self.schemas(), 1)
        _printed, told = evaluate(CORPUS, QUERIES, "--keep")
        self.assertEqual(told, "")
        with self.assertRaisesMessage(CommandError, "holds 4 texts"):
            evaluate(CORPUS, QUERIES, "--keep", "--size", 9)
        evaluate(CORPUS, QUERIES)
        self.assertEqual(self.schemas(), 0)

    def schemas(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_namespace WHERE nspname = %s", [scratch.SCHEMA])
            return cursor.fetchone()[0]

    def test_what_can_not_be_read_is_one_line(self):
        for first, second in ((QUERIES, QUERIES), (CORPUS, CORPUS), ("no-such-file", QUERIES)):
            with self.subTest(first), self.assertRaises(CommandError) as refused:
                evaluate(first, second)
            self.assertNotIn("\n", str(refused.exception))


class GrowthTests(SimpleTestCase):
    def test_the_texts_themselves_are_in_it_and_the_newest_come_last(self):
        texts = list(corpus.read_texts(CORPUS))
        grown = list(corpus.grow(texts, 100))
        self.assertEqual(len({one.id for one in grown}), 100)
        self.assertLessEqual(set(texts), set(grown))
        made = [one.at for one in grown if one not in texts]
        self.assertEqual(made, sorted(made))
        pieces = {piece for one in texts for piece in one.pieces}
        self.assertLessEqual({piece for one in grown for piece in one.pieces}, pieces)


class FigureTests(SimpleTestCase):
    def test_figures_are_of_known_places(self):
        asked = corpus.Asked("س", frozenset({1, 2}), "a", "clean", 1)
        with mock.patch.object(measure.time, "perf_counter", side_effect=[0, 0.5]):
            (result,) = measure.ask_all([asked], lambda text: [9, 1, 8])
        self.assertEqual((result.recall, result.rank, result.seconds), (0.5, 0.5, 0.5))


@shared
class QualityTests(TestCase):
    """The gold queries: what the folding makes equal is equal, and the rest is nearly so."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.queries = corpus.read_queries(shared_file("arabic/queries.jsonl"))
        cls.clean = {(one.group, one.qid): one for one in cls.queries if one.kind == "clean"}

    def test_letters_that_fold_alike_make_the_very_same_query(self):
        for one in self.queries:
            if one.kind in FOLDED:
                with self.subTest(one.kind, query=one.text):
                    clean = parse(self.clean[one.group, one.qid].text)
                    self.assertEqual(parse(one.text).groups, clean.groups)

    def test_other_forms_find_what_the_clean_query_finds(self):
        texts = list(corpus.read_texts(shared_file("arabic/corpus.jsonl.gz")))
        search = Search(today=max(text.at for text in texts))
        asked = [one for one in self.queries if one.kind not in FOLDED]
        with scratch.schema():
            scratch.fill(texts, tell=lambda what: None)
            results = measure.ask_all(asked, lambda text: search.find(text).ids)
        for kind, one in measure.by_kind(results).items():
            group, _slash, name = kind.partition("/")
            least = LEAST_TYPOS[group] if name == "typo" else LEAST.get(name, 0.97)
            with self.subTest(kind):
                self.assertGreaterEqual(one["recall@10"], least)
