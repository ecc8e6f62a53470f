"""The names that a fresh newsroom knows, and that loading them harms nothing."""

from collections import Counter
from io import StringIO

from django.apps import apps
from django.core.management import call_command
from django.test import SimpleTestCase, TestCase

from articles.management.commands.gather_names import territories
from articles.models import Alias, Entity, Source
from articles.recognition.starter import entries, load, rows
from articles.text.fold import fold
from articles.text.slugs import slugify


class StarterListTests(SimpleTestCase):
    def test_kinds_are_those_of_the_models(self):
        kinds = {"source": set(Source.Kind.values), "entity": set(Entity.Kind.values)}
        for entry in entries():
            self.assertIn(entry.values["kind"], kinds[entry.kind])

    def test_no_two_names_share_a_sure_spelling_or_a_slug(self):
        for wanted in ("source", "entity"):
            listed = [entry for entry in entries() if entry.kind == wanted]
            spellings = Counter(fold(one) for entry in listed for one in entry.spellings)
            slugs = Counter(slugify(entry.values["name_ar"]) for entry in listed)
            self.assertEqual([one for one, count in spellings.items() if count > 1], [])
            self.assertEqual([one for one, count in slugs.items() if count > 1], [])

    def test_every_name_can_be_found_by_some_arabic_and_some_latin_spelling(self):
        for entry in entries():
            with self.subTest(entry.values["name_ar"]):
                doubtful = [spelling for spelling, _context in entry.doubtful]
                self.assertTrue(any(not one.isascii() for one in entry.spellings + doubtful))
                self.assertTrue(entry.values["name_en"])

    def test_a_doubtful_spelling_has_a_context_that_the_column_can_hold(self):
        longest = Alias._meta.get_field("context").max_length
        for entry in entries():
            for spelling, context in entry.doubtful:
                with self.subTest(spelling):
                    self.assertTrue(context)
                    self.assertLessEqual(len(context), longest)

    def test_it_names_no_person(self):
        self.assertNotIn("person", {entry.values["kind"] for entry in entries()})

    def test_it_knows_the_world(self):
        self.assertGreaterEqual(len(rows("countries.toml", "places")), 250)
        self.assertGreaterEqual(len(rows("cities.toml", "places")), 600)
        self.assertGreaterEqual(len(rows("organisations.toml", "international")), 150)
        outlets = [row for row in rows("outlets.toml", "sources") if row["kind"] != "organisation"]
        self.assertGreaterEqual(len(outlets), 200)

    def test_every_territory_of_cldr_is_there_and_found_as_cldr_spells_it(self):
        held = rows("countries.toml", "places")
        self.assertEqual(territories(held), held)
        self.assertEqual(len({row["code"] for row in held}), len(held))

    def test_a_city_lies_in_a_country_of_the_list(self):
        codes = {row["code"] for row in rows("countries.toml", "places")}
        self.assertLessEqual({row["country"] for row in rows("cities.toml", "places")}, codes)


class LoadTests(TestCase):
    def test_the_list_is_loaded_whole(self):
        Alias.objects.all().delete()
        Entity.objects.all().delete()
        Source.objects.all().delete()
        added = load(apps)
        self.assertEqual(added["sources"] + added["entities"], len(entries()))
        self.assertEqual(added["spellings"], Alias.objects.count())
        russia = Entity.objects.get(slug="روسيا")
        self.assertEqual(
            (russia.name_ar, russia.name_en, russia.kind), ("روسيا", "Russia", "place")
        )

    def test_loading_twice_adds_nothing(self):
        load(apps)
        self.assertEqual(load(apps), {"sources": 0, "entities": 0, "spellings": 0})

    def test_what_an_editor_changed_stays(self):
        load(apps)
        russia = Entity.objects.get(slug="روسيا")
        Entity.objects.filter(pk=russia.pk).update(slug="russia", name_ar="روسيا الاتحادية")
        moved = Alias.objects.get(folded=fold("الاتحاد الروسي"), entity=russia)
        other = Entity.objects.create(name_ar="كتلة برلمانية", slug="كتلة")
        Alias.objects.filter(pk=moved.pk).update(entity=other)
        self.assertEqual(load(apps)["entities"], 0)
        russia.refresh_from_db()
        self.assertEqual((russia.slug, russia.name_ar), ("russia", "روسيا الاتحادية"))
        self.assertEqual(Alias.objects.get(pk=moved.pk).entity, other)

    def test_a_name_that_is_here_in_other_letters_is_not_added_and_gets_its_spellings(self):
        russia = Entity.objects.create(name_ar="روسیا", slug="rossiya", kind="place")
        reuters = Source.objects.create(name_ar="رويتـرز", slug="reuters", kind="agency")
        load(apps)
        self.assertEqual(Entity.objects.get(folded=fold("روسيا")), russia)
        self.assertEqual(Source.objects.get(folded=fold("رويترز")), reuters)
        self.assertEqual(Alias.objects.get(folded=fold("الاتحاد الروسي")).entity, russia)
        self.assertEqual(Alias.objects.get(folded=fold("reuters")).source, reuters)

    def test_a_missing_spelling_comes_back_to_the_name_that_is_there(self):
        load(apps)
        Alias.objects.filter(folded="cnn").delete()
        self.assertEqual(load(apps), {"sources": 0, "entities": 0, "spellings": 1})
        self.assertEqual(Alias.objects.get(folded="cnn").source.slug, "سي-إن-إن")

    def test_the_command_says_in_one_line_what_it_added(self):
        said = StringIO()
        call_command("load_gazetteer", stdout=said)
        self.assertEqual(said.getvalue().count("\n"), 1)

    def test_loading_asks_few_questions(self):
        load(apps)
        with self.assertNumQueries(8):
            load(apps)
