"""What the head of each page says of it: its address, its other language, the card of its link."""

from datetime import timedelta

from django.conf import settings
from django.test import TestCase, override_settings
from django.urls import reverse
from lxml import html as markup

from articles.models import Entity
from tests.feeds import HOSTILE, correct, lists_of, make_story
from tests.makers import NOON, make_category, make_edition, make_entity


class HeadCase(TestCase):
    def head(self, address, status=200):
        response = self.client.get(address)
        self.assertEqual(response.status_code, status)
        return markup.fromstring(response.content.decode()).find("head")

    def canonical(self, head):
        (address,) = head.xpath("link[@rel='canonical']/@href")
        return address

    def languages(self, head):
        links = head.xpath("link[@rel='alternate'][@hreflang]")
        return {one.get("hreflang"): one.get("href") for one in links}

    def card(self, head):
        found = {}
        for one in head.xpath("meta[@property]"):
            found.setdefault(one.get("property"), []).append(one.get("content"))
        return found


class AddressTests(HeadCase):
    def test_every_page_names_itself_and_its_other_language_which_names_it_back(self):
        edition = make_story()
        pages = [page for page, _feed in lists_of(edition).values()]
        pages = [page for page in pages if "/tag/" not in page and "/source/" not in page]
        for page in (*pages, reverse("corrections"), edition.get_absolute_url()):
            with self.subTest(page):
                head = self.head(page)
                ours = self.canonical(head)
                found = self.languages(head)
                self.assertEqual(set(found), {"ar", "en", "x-default"})
                self.assertEqual((found["ar"], found["x-default"]), (ours, ours))
                self.assertTrue(all(one.startswith(settings.SITE_URL) and one.isascii()
                                    for one in found.values()))  # fmt: skip
                theirs = self.head(found["en"].removeprefix(settings.SITE_URL))
                self.assertEqual(self.canonical(theirs), found["en"])
                self.assertEqual(self.languages(theirs), found)

    def test_a_list_without_a_name_or_a_story_there_has_no_other_language(self):
        for address in (make_category().get_absolute_url(), make_entity().get_absolute_url()):
            with self.subTest(address):
                self.assertEqual(self.languages(self.head(address)), {})

    def test_a_story_there_is_enough(self):
        edition = make_story()
        entity = Entity.objects.get(pk=edition.entity_ids[0])
        self.assertIn("en", self.languages(self.head(entity.get_absolute_url())))
        make_edition(title_en="Without a name", body_en="<p>Roads.</p>", tags=["جسور"])
        self.assertEqual(self.languages(self.head(reverse("tag", args=["جسور"]))), {})

    def test_a_page_further_down_names_itself_and_no_other(self):
        category = make_category(name_en="Roads")
        for number in range(21):
            make_edition(category=category, published_at=NOON + timedelta(minutes=number))
        first = category.get_absolute_url()
        older = self.client.get(first).context["page"].next_url
        head = self.head(f"{older}&utm_source=x")
        self.assertTrue(self.canonical(head).endswith(older.partition("?")[2]))
        self.assertEqual(self.languages(head), {})
        self.assertEqual(self.card(head)["og:url"], [self.canonical(head)])

    def test_what_should_not_be_found_says_so(self):
        for address, status in (("/search/?q=المرسى", 200), ("/nowhere/", 404)):
            with self.subTest(address):
                (robots,) = self.head(address, status).xpath("meta[@name='robots']/@content")
                self.assertIn("noindex", robots)


class CardTests(HeadCase):
    @override_settings(DIGITS="eastern", MONTH_NAMES="sy")
    def test_a_story_is_a_card_with_its_authors_tags_and_iso_dates(self):
        edition = correct(make_story())
        card = self.card(self.head(edition.get_absolute_url()))
        self.assertEqual(card["og:type"], ["article"])
        self.assertEqual(card["og:title"], [edition.title])
        self.assertEqual(card["og:locale"], ["ar_AR"])
        self.assertEqual(card["article:published_time"], ["2024-04-26T12:00:00+00:00"])
        self.assertEqual(card["article:modified_time"], ["2024-04-26T13:00:00+00:00"])
        self.assertEqual(card["article:tag"], ["طرق"])
        self.assertTrue(card["article:author"][0].startswith(f"{settings.SITE_URL}/author/"))

    def test_every_list_is_a_card_of_its_own(self):
        edition = make_story()
        titles = set()
        for page, _feed in lists_of(edition).values():
            with self.subTest(page):
                head = self.head(page)
                card = self.card(head)
                self.assertEqual(card["og:type"], ["website"])
                self.assertEqual(card["og:url"], [self.canonical(head)])
                self.assertEqual(card["og:site_name"], [settings.SITE_NAME])
                self.assertEqual(card["og:locale"], ["ar_AR"])
                large = head.xpath("meta[@name='twitter:card']/@content")
                self.assertEqual(large, ["summary_large_image"])
                self.assertTrue(card["og:description"][0])
                titles.update(card["og:title"])
        self.assertEqual(len(titles), 6)

    def test_the_english_page_is_a_card_in_english(self):
        make_story()
        card = self.card(self.head("/en/"))
        self.assertEqual((card["og:site_name"], card["og:locale"]),
                         ([settings.SITE_NAME_EN], ["en_GB"]))  # fmt: skip

    def test_no_title_becomes_markup_in_the_head(self):
        edition = make_story(title_ar=HOSTILE)
        page = self.client.get(edition.get_absolute_url()).content.decode()
        self.assertNotIn("<script>x", page)
        card = self.card(self.head(edition.get_absolute_url()))
        self.assertIn("</script>", card["og:title"][0])
