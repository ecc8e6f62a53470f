"""What recognition makes of texts whose names and sources were labelled by hand."""

import json
import tempfile
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import SimpleTestCase

from articles.recognition.attribution import cited
from articles.recognition.gazetteer import Gazetteer, find
from articles.recognition.starter import alias_rows
from tests.shared import shared, shared_file

STARTER = Gazetteer(alias_rows())


@shared
class SeedTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        page = shared_file("seed/000_53785b917c2feb6c.txt").read_bytes().decode("utf-8")
        labels = json.loads(shared_file("arabic/seed_entities.json").read_text("utf-8"))
        cls.found = find(page, STARTER)
        cls.cited = cited(page, cls.found)
        cls.page = page
        cls.named = [one for one in labels["mentions"] if not one["anonymous"]]

    def test_the_outlets_it_rests_on_are_found_and_no_other(self):
        self.assertEqual(
            {one.pk for one in self.cited},
            {"سي إن إن", "بوليتيكو", "رويترز", "أسوشيتد برس", "فونتانكا"},
        )
        self.assertEqual(len(self.cited), 6)

    def test_the_names_it_is_about_are_found(self):
        self.assertLessEqual(
            {
                "روسيا",
                "إيران",
                "الولايات المتحدة",
                "دير الزور",
                "قوات سوريا الديمقراطية",
                "مجموعة فاغنر",
                "تنظيم الدولة الإسلامية",
                "التحالف الدولي",
                "واشنطن",
            },
            {one.pk for one in self.found if one.kind == "entity"},
        )

    def test_names_are_found_where_they_were_labelled(self):
        labelled = {(one["start"], one["end"]) for one in self.named}
        found = {(one.start, one.end) for one in self.found}
        both = len(labelled & found)
        self.assertGreaterEqual(both / len(found), 0.97, "precision")
        self.assertGreaterEqual(both / len(labelled), 0.90, "recall")

    def test_named_sources_are_found_where_they_were_labelled(self):
        labelled = {(one["start"], one["end"]) for one in self.named if one["role"] == "SOURCE"}
        found = {(one.start, one.end) for one in self.cited}
        both = len(labelled & found)
        self.assertEqual(both / len(found), 1, "precision")
        self.assertGreaterEqual(both / len(labelled), 0.75, "recall")

    def test_each_passage_stands_in_the_page_word_for_word(self):
        for one in self.cited:
            self.assertEqual(self.page[one.passage_start : one.passage_end], one.passage)

    def test_only_the_agency_whose_witness_speaks_is_quoted(self):
        self.assertEqual([one.pk for one in self.cited if one.how == "quoted"], ["رويترز"])


def scores(text, gold):
    told = StringIO()
    call_command("evaluate_recognition", text, gold, "--json", stdout=told)
    return json.loads(told.getvalue())


@shared
class SeedScoreTests(SimpleTestCase):
    def test_names_and_sources_of_the_page_are_found_as_well_as_we_promise(self):
        page = shared_file("seed/000_53785b917c2feb6c.txt")
        result = scores(page, shared_file("arabic/seed_entities.json"))
        self.assertGreaterEqual(result["names"]["all"]["precision"], 0.95)
        self.assertGreaterEqual(result["names"]["all"]["recall"], 0.92)
        self.assertGreaterEqual(result["sources"]["all"]["precision"], 0.95)
        self.assertGreaterEqual(result["sources"]["all"]["recall"], 0.90)
        self.assertEqual(result["meant"]["right"], result["meant"]["found"])


class OwnTextTests(SimpleTestCase):
    """Five invented reports, labelled before the rules were tuned, by whoever tuned them."""

    TEXT = Path(settings.BASE_DIR, "tests/samples/recognition/newsroom.txt")
    GOLD = TEXT.with_suffix(".json")

    def test_other_texts_are_read_nearly_as_well(self):
        result = scores(self.TEXT, self.GOLD)
        self.assertGreaterEqual(result["names"]["all"]["precision"], 0.92)
        self.assertGreaterEqual(result["names"]["all"]["recall"], 0.85)
        self.assertGreaterEqual(result["sources"]["all"]["precision"], 0.95)
        self.assertGreaterEqual(result["sources"]["all"]["recall"], 0.90)

    def test_the_table_tells_each_kind_and_what_is_counted(self):
        told = StringIO()
        call_command("evaluate_recognition", self.TEXT, self.GOLD, stdout=told)
        for line in ("names · LOC", "names · all", "sources · anonymous", "missed: ", "Sources: "):
            self.assertIn(line, told.getvalue())

    def test_labels_that_stand_elsewhere_are_refused(self):
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as other:
            with self.assertRaisesMessage(CommandError, "do not stand where they say"):
                call_command("evaluate_recognition", other.name, self.GOLD)
            with self.assertRaisesMessage(CommandError, "Can not be read"):
                call_command("evaluate_recognition", self.TEXT, other.name)
