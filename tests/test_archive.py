"""The archive by year, month and day: true counts, one address each, the newsroom's own clock."""

from datetime import UTC, datetime, timedelta
from importlib import import_module

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.test import TestCase, override_settings
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as markup

from articles import workflow
from articles.editions import archive
from articles.models import Listing, Placement
from articles.views.archive import YEARS
from tests.makers import NOON, make_category, make_edition
from tests.properties import texts


def at(*moment):
    return datetime(*moment, tzinfo=UTC)


class ArchiveCase(TestCase):
    def get(self, address, status=200):
        response = self.client.get(address)
        self.assertEqual(response.status_code, status, address)
        return response

    def page(self, address, status=200):
        return markup.fromstring(self.get(address, status).content.decode())


class PageTests(ArchiveCase):
    @classmethod
    def setUpTestData(cls):
        category = make_category()
        cls.made = [
            make_edition(category=category, published_at=moment)
            for moment in (
                at(2019, 12, 31, 20), at(2024, 4, 1, 9), at(2024, 4, 26, 9), at(2024, 4, 26, 12),
                at(2024, 6, 2, 9),
            )
        ]  # fmt: skip

    def test_years_stand_with_their_counts_the_newest_first(self):
        rows = self.page("/archive/").xpath("//ol[contains(@class,'periods')]/li")
        self.assertEqual([row.xpath("string(a)") for row in rows], ["2024", "2019"])
        self.assertEqual([row.xpath("string(span)") for row in rows], ["4 مواد", "مادة واحدة"])

    def test_a_year_leads_to_its_months_that_have_stories(self):
        page = self.page("/archive/2024/")
        links = page.xpath("//ol[contains(@class,'periods')]//a/@href")
        self.assertEqual(links, ["/archive/2024/04/", "/archive/2024/06/"])
        self.assertEqual(len(page.xpath("//ol[contains(@class,'periods')]/li")), 12)
        self.assertEqual(page.xpath("//nav[@class='around']/a/@href"), ["/archive/2019/"])

    def test_a_month_is_a_calendar_that_begins_as_weeks_do_here(self):
        page = self.page("/archive/2024/04/")
        self.assertEqual(
            page.xpath("//table//th/span[@class='cal__whole']/text()")[::6], ["الأحد", "السبت"]
        )
        self.assertEqual(
            page.xpath("//table//a/@href"), ["/archive/2024/04/01/", "/archive/2024/04/26/"]
        )
        first_week = page.xpath("(//tbody/tr)[1]/td")
        self.assertEqual([one.text_content()[:1] for one in first_week][:2], ["", "1"])
        self.assertEqual(page.xpath("//table//a")[1].text_content(), "26: مادتان2")
        self.assertTrue(page.xpath("//table/caption/text()"))
        self.assertEqual(len(page.xpath("//article")), 3)

    def test_a_day_has_its_stories_newest_first_and_leads_to_days_that_have_some(self):
        page = self.page("/archive/2024/04/26/")
        titles = page.xpath("//article//a[not(@aria-hidden)]/text()")
        self.assertEqual(titles, [self.made[3].title, self.made[2].title])
        self.assertEqual(
            page.xpath("//nav[@class='around']/a/@href"),
            ["/archive/2024/04/01/", "/archive/2024/06/02/"],
        )
        self.assertEqual(page.xpath("//table//a[@aria-current='page']/b/text()"), ["26"])

    def test_the_day_is_of_the_newsrooms_clock(self):
        late = make_edition(published_at=at(2024, 4, 30, 21, 30))  # half past midnight in Riyadh
        self.assertIn(late.title, self.get("/archive/2024/05/01/").content.decode())
        self.get("/archive/2024/04/30/", 404)

    def test_a_day_without_stories_says_so_and_what_lies_around(self):
        page = self.page("/archive/2024/04/10/", 404)
        self.assertIn("لم ننشر شيئًا في هذا اليوم", page.text_content())
        self.assertEqual(len(page.xpath("//nav[@class='around']/a")), 2)
        self.assertEqual(page.xpath("//meta[@name='robots']/@content"), ["noindex"])
        self.get("/archive/2023/05/", 404)
        self.get("/archive/2023/", 404)

    def test_english_counts_only_what_is_in_english(self):
        self.assertEqual(self.page("/en/archive/").xpath("//ol[contains(@class,'periods')]"), [])
        self.get("/en/archive/2024/04/26/", 404)

    def test_eastern_digits_and_other_months_change_no_address(self):
        with override_settings(DIGITS="eastern", MONTH_NAMES="sy"):
            page = self.page("/archive/2024/04/")
        self.assertEqual(page.xpath("string(//h1)"), "نيسان ٢٠٢٤")
        self.assertIn("/archive/2024/04/26/", page.xpath("//table//a/@href"))

    def test_a_story_that_is_withdrawn_or_dated_anew_leaves_its_day(self):
        workflow.withdraw(self.made[0].article)
        self.get("/archive/2019/12/31/", 404)
        self.assertNotIn((2019, 1), archive.years("ar"))
        article = self.made[4].article
        workflow.edit(article, {"published_at": at(2024, 6, 3, 9)})
        workflow.publish(article)
        self.get("/archive/2024/06/02/", 404)
        self.get("/archive/2024/06/03/")

    def test_a_long_day_goes_on_by_cursor(self):
        category = make_category()
        for minute in range(22):
            make_edition(category=category, published_at=NOON + timedelta(days=40, minutes=minute))
        page = self.get("/archive/2024/06/05/").context["page"]
        self.assertEqual(len(self.get(page.next_url).context["page"].editions), 2)
        self.assertEqual(archive.sizes("ar", year=[NOON.date()]), {"year": {"2024": 26}})


class AddressTests(ArchiveCase):
    OTHERWISE = (
        ("/archive/2024", "/archive/2024/"),
        ("/archive/2024/4", "/archive/2024/04/"),
        ("/archive/2024/4/", "/archive/2024/04/"),
        ("/archive/2024/4/6/", "/archive/2024/04/06/"),
        ("/archive/٢٠٢٤/٤/٢٦", "/archive/2024/04/26/"),
        ("/archive/۲۰۲۴/۰۴/", "/archive/2024/04/"),
        ("/archive/2024/004/026/?after=1-2", "/archive/2024/04/26/?after=1-2"),
        ("/en/archive/2024/4/", "/en/archive/2024/04/"),
    )
    NONE = (
        "/archive/0/", "/archive/0000/", "/archive/0999/12/", "/archive/9999/", "/archive/9999999/",
        "/archive/9999/12/31/", "/archive/2024/13/", "/archive/2024/00/", "/archive/2024/02/30/",
        "/archive/2023/02/29/", "/archive/-2024/", "/archive/2024/x/", "/archive/2024/04/26/1/",
        "/archive/2024/04/26\x00/", "/archive/\x002024/", "/archive/２０２４/٩٩/",
        "/archive/99999999999999999999/", "/archive/2024.5/", "/archive/<script>/", "/archive//4/",
        "/archive/2024/04/?after=x", "/archive/2024/04/26/?after=%00",
    )  # fmt: skip

    def test_other_writings_are_sent_to_the_one_address_in_one_hop(self):
        make_edition(published_at=NOON)
        for written, address in self.OTHERWISE:
            with self.subTest(written):
                response = self.client.get(written)
                self.assertEqual((response.status_code, response["Location"]), (301, address))

    def test_what_no_calendar_has_is_not_found(self):
        for address in self.NONE:
            with self.subTest(address):
                self.assertEqual(self.client.get(address).status_code, 404)

    def test_every_day_of_the_calendar_has_a_page(self):
        @given(st.dates(min_value=at(1000, 1, 1).date(), max_value=at(9998, 12, 31).date()))
        def holds(day):
            response = self.client.get(f"/archive/{day:%Y}/{day:%m}/{day:%d}/")
            self.assertContains(response, f"{day.day}", status_code=404)

        holds()

    def test_no_address_is_an_error(self):
        @given(texts(12), texts(6))
        def holds(year, month):
            path = f"/archive/{year}/{month}/".replace("?", "").replace("#", "")
            self.assertIn(self.client.get(path).status_code, (200, 301, 400, 404))

        holds()

    def test_the_years_end_before_the_calendar_does(self):
        self.get(f"/archive/{YEARS.start}/01/01/", 404)
        self.get(f"/archive/{YEARS.stop - 1}/12/31/", 404)


class EarlierStoriesTests(TestCase):
    def test_the_upgrade_lists_what_was_published_before_and_can_be_undone(self):
        make_edition(published_at=at(2024, 4, 30, 21, 30))
        make_edition(published_at=NOON)
        workflow.withdraw(make_edition(published_at=NOON).article)
        name = next(
            one for _app, one in MigrationLoader(None).disk_migrations if "readers_had" in one
        )
        step = import_module(f"articles.migrations.{name}")
        before = self.rows()
        with connection.schema_editor() as editor:
            step.forget(None, editor)
            self.assertFalse(Placement.objects.filter(list__contains="/day/").exists())
            self.assertTrue(Placement.objects.filter(list="ar/home").exists())
            step.place(None, editor)
        self.assertEqual(self.rows(), before)

    def rows(self):
        return (
            set(Placement.objects.values_list("list", "edition", "published_at")),
            set(Listing.objects.filter(size__gt=0).values_list("key", "size")),
        )


class CostTests(TestCase):
    def test_neighbours_and_counts_come_from_an_index(self):
        edition = make_edition(published_at=NOON)
        Placement.objects.bulk_create(
            Placement(list=f"ar/x/{n}", edition=edition, published_at=NOON - timedelta(n))
            for n in range(3_000)
        )
        Listing.objects.bulk_create(Listing(key=f"ar/tag/{n}", size=1) for n in range(3_000))
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE articles_placement, articles_listing")
        with self.assertNumQueries(2):
            archive.around("ar", NOON.date(), NOON.date() + timedelta(1))
        places = Placement.objects.filter(list="ar/home").order_by("-published_at", "-edition_id")
        self.assertIn("placement_list_idx", places.filter(published_at__lt=NOON)[:1].explain())
        years = Listing.objects.filter(key__startswith="ar/year/", size__gt=0)
        self.assertNotIn("Seq Scan", years.explain())
