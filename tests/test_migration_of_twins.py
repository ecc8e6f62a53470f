"""A newsroom with twins from before the constraint: the migration makes one of two."""

from importlib import import_module

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.test import TransactionTestCase

from articles.models import Alias, Edition, Entity, Listing, Source, Tag
from tests.makers import make_author, make_edition, make_entity, make_source

MIGRATION = import_module("articles.migrations.0004_names_equal_by_fold").__name__.split(".")[-1]
BEFORE, AFTER = ("articles", "0002_history_never_changes"), ("articles", MIGRATION)


def migrate(*targets):
    executor = MigrationExecutor(connection)
    executor.migrate(list(targets))
    return executor.loader.project_state(list(targets)).apps


class TwinMigrationTests(TransactionTestCase):
    def tearDown(self):
        executor = MigrationExecutor(connection)
        executor.migrate(executor.loader.graph.leaf_nodes())

    def test_twins_from_before_become_one_with_all_that_pointed_at_them(self):
        body = "<p>ذكرت صحيفة المرفأ أن الطريق يصل مدينة المرسى بالجبل.</p>"
        author = make_author("أنس الترجمان")
        source, entity = make_source("صحيفة المرفأ"), make_entity("مدينة المرسى", kind="place")
        edition = make_edition(body_ar=body)
        mention = edition.article.mentions.get()
        self.assertEqual((edition.entity_ids, mention.entity), ([entity.pk], entity))
        former = migrate(BEFORE)
        old_source = former.get_model("articles", "Source").objects.create(
            name="صحیفه المرفأ", name_ar="صحیفه المرفأ", slug="twin", domain="harbour.example"
        )
        old_entity = former.get_model("articles", "Entity").objects.create(
            name="مدینه المرسی", name_ar="مدینه المرسی", slug="twin", kind="place", name_en="Marsa"
        )
        former.get_model("articles", "Entity").objects.create(
            name="مدينة المرسى", name_ar="مدينة المرسى", slug="club", kind="organisation"
        )
        alias = former.get_model("articles", "Alias").objects
        alias.create(text="المرفأ برس", folded="المرفا برس", source=old_source)
        quoted = edition.article.citations.get()
        citation = former.get_model("articles", "Citation").objects
        citation.create(
            article_id=edition.article_id, source=old_source, language="ar", passage=quoted.passage
        )
        citation.create(
            article_id=edition.article_id, source=old_source, language="ar", passage="قول آخر"
        )
        former.get_model("articles", "Mention").objects.create(
            article_id=edition.article_id, entity=old_entity, language="ar", count=2
        )
        # The twin of a source is cited more often, so it is the one that stays.
        migrate(AFTER)
        self.tearDown()
        author.refresh_from_db()
        self.assertEqual(author.folded, "انس الترجمان")
        left = Source.objects.get()
        self.assertEqual((left.slug, left.folded), ("twin", "صحيفه المرفا"))
        self.assertEqual(
            set(left.aliases.values_list("text", flat=True)), {"صحيفة المرفأ", "المرفأ برس"}
        )
        self.assertEqual(
            set(edition.article.citations.values_list("passage", "source", "origin")),
            {(quoted.passage, left.pk, "editor"), ("قول آخر", left.pk, "editor")},
        )
        place = Entity.objects.get(kind="place")
        self.assertEqual((place.pk, place.name_en), (entity.pk, "Marsa"))
        self.assertEqual(Entity.objects.filter(folded=place.folded).count(), 2)
        self.assertEqual(edition.article.mentions.get().count, 3)
        edition.refresh_from_db()
        self.assertEqual([one["slug"] for one in edition.cited], ["twin"])
        self.assertEqual(Listing.objects.get(pk=f"ar/source/{left.pk}").size, 1)
        self.assertEqual(edition.placements.filter(list__contains="/source/").count(), 1)
        self.assertFalse(Listing.objects.filter(pk=f"ar/source/{source.pk}").exists())
        for gone, kept in ((source, left), (old_entity, place)):
            path = kept.get_absolute_url().replace(kept.slug, gone.slug)
            if gone is old_entity:
                path = "/topic/twin/"
            self.assertRedirects(self.client.get(path), kept.get_absolute_url(), status_code=301)
        self.assertEqual(Alias.objects.filter(tag=None).count(), 3)
        self.assertEqual(Edition.objects.count(), 1)

    def test_the_way_back_and_forth_again_works(self):
        make_source("وكالة")
        Tag.objects.named(["مدن"])[0].aliases.create(text="بلدات")
        migrate(BEFORE)
        migrate(AFTER)
        self.tearDown()
        self.assertEqual(Source.objects.get().folded, "وكاله")
