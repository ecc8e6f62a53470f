"""`make bench`: what a merge costs, as ratios within one run."""

import time

from django.db import connection
from django.test import TestCase

from articles import merging
from articles.merging.probable import twins
from articles.models import Citation, Listing, Mention, Placement, Tag, TaggedArticle
from tests.makers import make_edition, make_entity, make_source, make_tag

FEW, MANY = 1_000, 20_000
# Invented words that are never a slip apart from each other.
WORDS = [f"{a}{b}{a}{c}{b}{c}" for a in "بتثجحخ" for b in "دذرزسش" for c in "صضطظ"]
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
        for kept in things:
            Mention.objects.filter(entity__aliases__text="المرسى").delete()
            Citation.objects.filter(source__aliases__text="المرفأ برس").delete()
            kept.delete()
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

    def test_a_small_merge_costs_in_an_archive_of_twenty_times_as_many_at_most_six_times(self):
        small = self.measured(FEW)
        archive(make_edition(body_ar=BODY, tags=["مدن", "أسواق"]), MANY)
        large = self.measured(FEW)
        for name, seconds in large.items():
            growth = seconds / small[name]
            print(f"\nmerge of {name} beside {MANY} other articles: {growth:.2f} × as long")
            self.assertLess(growth, 6)

    def test_guessing_what_stands_twice_among_ten_times_as_many_takes_about_ten_times(self):
        def guessing(number):
            words = [f"{one} {other}" for one in WORDS[:number] for other in WORDS]
            Tag.objects.bulk_create(Tag(name_ar=text, slug=text) for text in words)
            start = time.perf_counter()
            found = twins(Tag)
            taken = time.perf_counter() - start
            print(f"\ntwins among {len(words)} tags: {taken:.2f} s, {len(found)} found")
            Tag.objects.all().delete()
            return taken

        self.assertLess(guessing(len(WORDS)), 40 * guessing(len(WORDS) // 10))
