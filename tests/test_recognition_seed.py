"""What recognition makes of a real page, against names labelled by hand."""

import json

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
