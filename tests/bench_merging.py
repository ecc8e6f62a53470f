"""`make bench`: what a merge costs, as ratios within one run."""

import time

from django.db import connection
from django.test import TestCase

from articles import merging
from articles.models import (
    Article,
    Citation,
    Edition,
    Entity,
    Listing,
    Mention,
    Placement,
    Revision,
    Source,
    Tag,
    TaggedArticle,
)
from tests.makers import make_edition, make_entity, make_source, make_tag

FEW, MANY = 1_000, 20_000
BODY = "<p>ذكرت صحيفة المرفأ أن الطريق يصل مدينة المرسى بالجبل.</p>" * 20


def clone(row, times, **changed):
    """Copy one row many times in the database; ``changed``: SQL for columns, ``n`` counts."""
    columns = [f for f in row._meta.concrete_fields if not (f.primary_key or f.generated)]
    names = ", ".join(f'"{field.column}"' for field in columns)
    values = ", ".join(changed.get(field.name, f'one."{field.column}"') for field in columns)
    table = row._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} AS one"
            f" CROSS JOIN generate_series(1, {times}) AS n WHERE one.id = {row.pk}"
            f" RETURNING id"
        )
        return [pk for (pk,) in cursor.fetchall()]


def archive(edition, times):
    """Copy a published article with all that hangs on it; an archive without the waiting."""
    article = edition.article
    first, *_rest = sorted(clone(article, times))
    at = f"{first - 1} + n"
    revisions = sorted(clone(edition.revision, times, article=at))
    editions = sorted(
        clone(edition, times, article=at, revision=f"{revisions[0] - 1} + n", slug="'x' || n")
    )
    for model, owner in ((TaggedArticle, "content_object"), (Citation, "article")):
        for row in model.objects.filter(**{owner: article}):
            clone(row, times, **{owner: at})
    for row in Mention.objects.filter(article=article):
        clone(row, times, article=at)
    for place in Placement.objects.filter(edition=edition):
        clone(place, times, edition=f"{editions[0] - 1} + n")
        Listing.objects.filter(pk=place.list).update(size=times + 1)


class MergeBench(TestCase):
    def measured(self, times):
        """Seconds for a merge of two names, two sources and two tags, each of so many articles."""
        things = {
            make_entity("المرسى"): make_entity("مدينة المرسى"),
            make_source("المرفأ برس"): make_source("صحيفة المرفأ"),
            make_tag("طرقات"): make_tag("طرق"),
        }
        edition = make_edition(body_ar=BODY, tags=["طرق", "طرقات"])
        archive(edition, times)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        taken = {}
        for kept, gone in things.items():
            start = time.perf_counter()
            merged = merging.merge(kept, gone)
            taken[kept._meta.model_name] = time.perf_counter() - start
            self.assertEqual(merged.editions, times + 1)
        for model in (Citation, Mention, TaggedArticle, Placement):
            model.objects.all().delete()
        for model in (Entity, Source, Tag):
            model.objects.all().delete()
        return taken

    def test_a_merge_costs_for_each_article_the_same_in_a_large_archive(self):
        few, many = self.measured(FEW), self.measured(MANY)
        for name, seconds in many.items():
            growth = seconds / few[name] / (MANY / FEW)
            print(
                f"\nmerge of {name}: {seconds:.2f} s for {MANY} articles, {few[name]:.2f} s for"
                f" {FEW}; {growth:.2f} × for each article"
            )
            self.assertLess(growth, 2)
        self.assertEqual(Article.objects.count(), Edition.objects.count())
        self.assertEqual(Revision.objects.count(), Edition.objects.count())
