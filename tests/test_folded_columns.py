"""Folded columns follow what they fold, however a row is written; the database refuses twins."""

from io import StringIO
from unittest import mock

from django.apps import apps
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.db.models import Value
from django.db.models.functions import Concat
from django.test import SimpleTestCase, TestCase

from articles.models import Alias, Category, Entity, Source, Synonym, Tag
from articles.models.fields import Folding, FoldingQuerySet, folded_fields
from articles.text import fold as rules
from tests.makers import make_article, make_category, make_edition, make_entity, make_source

PERSIAN = "ترکیا"


class EveryModelTests(SimpleTestCase):
    def test_a_model_with_a_folded_column_keeps_it_in_step_in_every_write(self):
        for model in apps.get_app_config("articles").get_models():
            if folded_fields(model):
                with self.subTest(model):
                    self.assertTrue(issubclass(model, Folding))
                    self.assertIsInstance(model._default_manager.all(), FoldingQuerySet)


class InStepTests(TestCase):
    def folded(self, row):
        return type(row).objects.values_list("folded", flat=True).get(pk=row.pk)

    def test_rows_made_in_bulk_are_folded(self):
        Source.objects.bulk_create([Source(name_ar=PERSIAN, slug="t")])
        self.assertEqual(Source.objects.get().folded, "تركيا")

    def test_rows_changed_by_making_them_again_are_folded(self):
        Source.objects.bulk_create([Source(name_ar="أنقرة", slug="t")])
        Source.objects.bulk_create(
            [Source(name_ar=PERSIAN, slug="t")],
            update_conflicts=True, update_fields=["name_ar"], unique_fields=["slug"],
        )  # fmt: skip
        self.assertEqual(Source.objects.get().folded, "تركيا")

    def test_a_partial_save_folds(self):
        source = make_source("أنقرة")
        source.name_ar = PERSIAN
        source.save(update_fields=["name_ar"])
        self.assertEqual(self.folded(source), "تركيا")

    def test_a_row_read_in_part_folds(self):
        source = Source.objects.defer("folded").get(pk=make_source("أنقرة").pk)
        source.name_ar = PERSIAN
        source.save()
        self.assertEqual(self.folded(source), "تركيا")

    def test_an_update_of_many_folds_by_either_name_of_the_column(self):
        entity = make_entity("أنقرة")
        for column, name in (("name_ar", PERSIAN), ("name", "المرسى")):
            Entity.objects.filter(pk=entity.pk).update(**{column: name})
            self.assertEqual(self.folded(entity), rules.fold(name))

    def test_an_update_row_by_row_folds(self):
        rows = [make_category("أول"), make_category("ثان")]
        for number, row in enumerate(rows):
            row.name_ar = f"{PERSIAN} {number}"
        Category.objects.bulk_update(rows, ["name_ar"])
        self.assertEqual([self.folded(row) for row in rows], ["تركيا 0", "تركيا 1"])

    def test_a_list_of_spellings_changed_in_bulk_is_found_by_its_fold(self):
        row = Synonym.objects.create(spellings="نفط، بترول")
        Synonym.objects.filter(pk=row.pk).update(spellings=f"{PERSIAN}، الترك")
        self.assertEqual(Synonym.objects.get(folded__contains=["تركيا"]), row)

    def test_what_only_the_database_could_work_out_is_refused(self):
        make_source("أنقرة")
        with self.assertRaises(ValueError):
            Source.objects.update(name_ar=Concat("name_ar", Value("!")))


class TwinTests(TestCase):
    def refused(self, make):
        with self.assertRaises(IntegrityError), transaction.atomic():
            make()

    def test_two_sources_of_one_name_are_refused_whatever_the_letters(self):
        Source.objects.create(name_ar="وكالة أنباء تركيا", slug="a")
        self.refused(lambda: Source.objects.create(name_ar="وکالة انباء ترکیا", slug="b"))

    def test_two_names_of_one_kind_are_refused_and_of_two_kinds_are_two(self):
        Entity.objects.create(name_ar="صالح", slug="a", kind="person")
        Entity.objects.create(name_ar="صالِح", slug="b", kind="place")
        self.refused(lambda: Entity.objects.create(name_ar="صـالح", slug="c", kind="place"))

    def test_one_spelling_is_one_tags_one_sources_and_one_names(self):
        tag, other = Tag.objects.named(["تركيا", "أنقرة"])
        for owners in ((tag, other), (make_source("أ"), make_source("ب"))):
            first, second = owners
            first.aliases.create(text="الترك")
            self.refused(lambda second=second: second.aliases.create(text="التُّرك"))

    def test_a_tag_is_found_and_taken_off_in_any_letters(self):
        article = make_article(tags=[PERSIAN, "تركيا", "مدن"])
        self.assertEqual(article.tags.count(), 2)
        article.tags.remove("تركيـا")
        self.assertEqual(article.tags.get().name_ar, "مدن")

    def test_two_tags_whose_letters_make_one_address_get_two(self):
        slugs = [tag.slug for tag in Tag.objects.named(["سي++", "سي"])]
        self.assertEqual(sorted(slugs), ["سي", "سي-2"])

    def test_a_tags_spelling_is_not_looked_for_in_texts(self):
        (tag,) = Tag.objects.named(["مدن"])
        tag.aliases.create(text="المرسى")
        edition = make_edition(body_ar="<p>ذكرت المرسى أن المطر توقف.</p>")
        self.assertEqual((edition.entity_ids, edition.cited), ([], []))


class RefoldTests(TestCase):
    """As if a new version of ``fold`` took the feminine ending for nothing at all."""

    def refold(self, *options, new=lambda text: rules.fold(text).rstrip("ه")):
        out, err = StringIO(), StringIO()
        with mock.patch("articles.models.fields.fold", new):
            call_command("refold", *options, stdout=out, stderr=err)
        return out.getvalue(), err.getvalue()

    def test_without_a_change_nothing_is_written(self):
        make_source("وكالة")
        out = StringIO()
        call_command("refold", stdout=out)
        self.assertIn("articles.source.folded: 0 changed", out.getvalue())

    def test_stored_columns_follow_the_new_fold(self):
        source, synonym = make_source("وكالة"), Synonym.objects.create(spellings="مدرسة، معهد")
        out, err = self.refold()
        source.refresh_from_db()
        synonym.refresh_from_db()
        self.assertEqual((source.folded, synonym.folded), ("وكال", ["مدرس", "معهد"]))
        self.assertEqual((Alias.objects.get().folded, err), ("وكال", ""))
        self.assertIn("articles.source.folded: 1 changed", out)

    def test_rows_that_stand_in_each_others_way_for_a_moment_both_follow(self):
        first, second = Tag.objects.named(["قناة", "شاشة"])
        moved = {"قناه": "شاشه", "شاشه": "تلفاز"}  # one takes what the other is about to leave
        _out, err = self.refold(new=lambda text: moved.get(rules.fold(text), rules.fold(text)))
        found = dict(Tag.objects.values_list("pk", "folded"))
        self.assertEqual((found, err), ({first.pk: "شاشه", second.pk: "تلفاز"}, ""))

    def test_twins_that_come_to_light_are_named_in_one_line_each_and_left(self):
        Tag.objects.named(["غاز", "غازة"])
        make_source("قناة"), make_source("قنا")
        make_entity("قناة", kind="place"), make_entity("قنا", kind="person")
        _out, err = self.refold()
        lines = [line for line in err.splitlines() if "one now" in line]
        self.assertEqual(len(lines), 4, err)  # tags, sources, and the spellings of two names
        self.assertTrue(any("“غاز”" in line and "“غازة”" in line for line in lines))
        self.assertEqual((Tag.objects.count(), Source.objects.count()), (2, 2))

    def test_asked_to_it_merges_them_and_the_older_one_stays(self):
        for name in ("غازة", "غاز"):
            Tag.objects.named([name])
        edition = make_edition(tags=["غاز"])
        _out, err = self.refold("--merge")
        tag = Tag.objects.get()
        edition.refresh_from_db()
        self.assertEqual((tag.name_ar, tag.folded, err), ("غازة", "غاز", ""))
        self.assertEqual([one["name"] for one in edition.tagged], ["غازة"])
