"""Readers' pages cost the same however large the archive: few queries, and never one more."""

from datetime import timedelta

from django.core.cache import cache
from django.db import connection
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Edition, Listing, Placement, Revision
from tests.makers import (
    NOON,
    make_author,
    make_category,
    make_edition,
    make_entity,
    make_page,
    make_source,
)

# One of them names the standing pages in the footer, one asks whether something is breaking.
MOST = 8
# The home page also asks what an editor put there, and what was corrected today; a top section,
# what is newest in those below it.
BOUNDS = {"home": MOST + 2, "top section": MOST + 1}


class QueryCountTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.top = make_category("أخبار")
        cls.section = make_category("العالم", parent=cls.top)
        cls.opinion = make_category("رأي", is_opinion=True)
        for slug in ("about", "masthead", "privacy"):
            make_page(slug)
        cls.entity = make_entity("مدينة المرسى", "المرسى")
        cls.source = make_source("صحيفة المرفأ")
        cls.author = make_author()
        cls.edition = cls.make(0)
        for number in range(1, 4):
            cls.make(number)

    @classmethod
    def make(cls, number):
        return make_edition(
            title_ar=f"طريق جديد في المرسى {number}",
            body_ar="<p>ذكرت صحيفة المرفأ أن الطريق يصل مدينة المرسى بالجبل.</p>",
            category=cls.section,
            tags=["طرق", "مدن"],
            bylines=[(cls.author, "writer", "")],
            published_at=NOON + timedelta(minutes=number),
        )

    def addresses(self):
        return {
            "home": reverse("home"),
            "article": self.edition.get_absolute_url(),
            "top section": self.top.get_absolute_url(),
            "section": self.section.get_absolute_url(),
            "topic": self.entity.get_absolute_url(),
            "source": self.source.get_absolute_url(),
            "tag": reverse("tag", args=["طرق"]),
            "author": self.author.get_absolute_url(),
            "topic, oldest first": f"{self.entity.get_absolute_url()}?order=old",
            "opinion": self.opinion.get_absolute_url(),
            "topics": reverse("topics"),
            "topics of a kind": reverse("topics_of", args=[self.entity.kind]),
            "sources": reverse("sources"),
            "sources of a kind": reverse("sources_of", args=[self.source.kind]),
            "about": reverse("about"),
            "masthead": reverse("masthead"),
            "archive": reverse("archive"),
            "archive of a year": reverse("archive_year", args=[2024]),
            "archive of a month": reverse("archive_month", args=[2024, 4]),
            "archive of a day": reverse("archive_day", args=[2024, 4, 26]),
            "most read": reverse("most_read"),
            "what changed": self.edition.changes_url,
            "home feed": reverse("home_feed"),
            "section feed": reverse("section_feed", args=[self.section.path]),
            "corrections": reverse("corrections"),
        }

    def feeds(self):
        """The feed of every list, and what it may cost: its subject, and its stories."""
        return {
            reverse("home_feed"): 1,
            reverse("section_feed", args=[self.section.path]): 2,
            reverse("topic_feed", args=[self.entity.slug]): 2,
            reverse("source_feed", args=[self.source.slug]): 2,
            reverse("tag_feed", args=["طرق"]): 2,
            reverse("author_feed", args=[self.author.slug]): 2,
            reverse("corrections_feed"): 1,
        }

    def cost(self, address):
        cache.clear()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            response = self.client.get(address)
        self.assertEqual(response.status_code, 200, address)
        return len(queries)

    def beyond(self, costs):
        return {name: n for name, n in costs.items() if n > BOUNDS.get(name, MOST)}

    def grow(self, many):
        """Copy one edition many times, with all its places: an archive without the waiting."""
        article, lists = (
            self.edition.article,
            list(self.edition.placements.values_list("list", flat=True)),
        )
        articles = [
            type(article)(title_ar=f"قديم {n}", category=article.category, published_at=NOON)
            for n in range(many)
        ]
        articles = type(article).objects.bulk_create(articles)
        revisions = Revision.objects.bulk_create(
            Revision(article=one, number=1, content={}) for one in articles
        )
        editions = Edition.objects.bulk_create(
            Edition(
                article=one, revision=revision, language="ar", title=f"قديم {n}", slug=f"قديم-{n}",
                body=self.edition.body, plain="",
                section=article.category, published_at=NOON - timedelta(days=n),
                people=self.edition.people, cited=self.edition.cited, tagged=self.edition.tagged,
                entity_ids=self.edition.entity_ids,
            )
            for n, (one, revision) in enumerate(zip(articles, revisions, strict=True))
        )  # fmt: skip
        Placement.objects.bulk_create(
            Placement(list=name, edition=one, published_at=one.published_at)
            for one in editions
            for name in lists
        )
        Listing.objects.filter(pk__in=lists).update(size=many + 4)

    def test_no_page_asks_more_than_its_few_queries_and_none_asks_more_in_a_large_archive(self):
        before = {name: self.cost(address) for name, address in self.addresses().items()}
        self.assertEqual(self.beyond(before), {})
        self.grow(400)
        after = {name: self.cost(address) for name, address in self.addresses().items()}
        self.assertEqual(self.beyond(after), {})
        # A full page may need what an empty one does not (its pictures' sizes do not count here).
        self.assertEqual({name: n for name, n in after.items() if n > before[name] + 1}, {})

    def test_a_feed_asks_for_its_subject_and_its_stories_and_no_more(self):
        self.grow(40)
        for content in ("summary", "full"):
            with override_settings(FEED_CONTENT=content):
                costs = {
                    (feed, form): (self.cost(f"{feed}{form}"), most)
                    for feed, most in self.feeds().items()
                    for form in ("", "atom/", "json/")
                }
            wrong = {name: (cost, most) for name, (cost, most) in costs.items() if cost != most}
            self.assertEqual(wrong, {}, content)
        for feed, most in self.feeds().items():
            # It also tells whom the stories name; the list of corrections names nobody.
            with self.subTest(feed, form="ninjs"):
                names = 0 if "corrections" in feed else 1
                self.assertEqual(self.cost(f"{feed}ninjs/"), most + names)

    def test_the_last_page_of_a_list_costs_what_the_first_does(self):
        self.grow(100)
        address = self.section.get_absolute_url()
        first = self.cost(address)
        page = self.client.get(address).context["page"]
        while page.next_url:
            last = page.next_url
            page = self.client.get(last).context["page"]
        self.assertEqual(self.cost(last), first)

    def test_a_list_page_reads_an_index_range_and_no_more_rows_than_it_shows(self):
        self.grow(400)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE articles_placement")
        listed = Edition.objects.listed(f"ar/section/{self.section.pk}", before=(NOON, 1))[:21]
        plan = listed.explain()
        self.assertIn("placement_list_idx", plan)
        self.assertNotIn("Seq Scan on articles_placement", plan)
        self.assertNotIn("Sort", plan)


class CursorTests(TestCase):
    def test_every_story_is_on_exactly_one_page_even_at_equal_times(self):
        category = make_category()
        made = {make_edition(category=category).pk for _number in range(45)}
        seen, address, pages = [], category.get_absolute_url(), 0
        while address:
            page = self.client.get(address).context["page"]
            seen += [edition.pk for edition in page.editions]
            address, pages = page.next_url, pages + 1
        self.assertEqual((sorted(seen), pages), (sorted(made), 3))

    def test_a_story_published_meanwhile_moves_nothing_to_another_page(self):
        category = make_category()
        for _number in range(25):
            make_edition(category=category)
        first = self.client.get(category.get_absolute_url()).context["page"]
        make_edition(category=category, published_at=NOON + timedelta(days=1))
        second = self.client.get(first.next_url).context["page"]
        self.assertEqual({e.pk for e in first.editions} & {e.pk for e in second.editions}, set())
        self.assertEqual(len(second.editions), 5)

    def test_a_garbled_cursor_is_not_found(self):
        category = make_category()
        for text in ("x", "1-", "-", "1-2-3", "zzzzzzzzzzzzzzzzzzzzzz-1", "١-٢", "\x00-1", "-5--5"):
            with self.subTest(text):
                answer = self.client.get(category.get_absolute_url(), {"after": text})
                self.assertIn(answer.status_code, (200, 404))
