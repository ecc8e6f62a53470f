"""The names that a fresh newsroom knows, and that loading them harms nothing."""

from io import StringIO

from django.apps import apps
from django.core.management import call_command
from django.test import SimpleTestCase, TestCase

from articles.models import Alias, Entity, Source
from articles.recognition.starter import entries, load
from articles.text.fold import fold
from articles.text.slugs import slugify


class StarterListTests(SimpleTestCase):
    def test_kinds_are_those_of_the_models(self):
        kinds = {"source": set(Source.Kind.values), "entity": set(Entity.Kind.values)}
        for kind, values, _spellings in entries():
            self.assertIn(values["kind"], kinds[kind])

    def test_no_two_names_share_a_spelling_or_a_slug(self):
        for wanted in ("source", "entity"):
            listed = [(values, spelled) for kind, values, spelled in entries() if kind == wanted]
            spellings = [fold(one) for _values, spelled in listed for one in spelled]
            slugs = [slugify(values["name_ar"]) for values, _spelled in listed]
            self.assertEqual(len(spellings), len(set(spellings)))
            self.assertEqual(len(slugs), len(set(slugs)))

    def test_every_name_can_be_found_by_some_arabic_and_some_latin_spelling(self):
        for _kind, values, spellings in entries():
            with self.subTest(values["name_ar"]):
                self.assertTrue(any(not spelling.isascii() for spelling in spellings))
                self.assertTrue(values["name_en"])

    def test_it_names_no_person(self):
        self.assertNotIn("person", {values["kind"] for _kind, values, _spellings in entries()})


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
