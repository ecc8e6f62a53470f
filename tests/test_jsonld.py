"""Structured data: complete, of the right kinds, ISO and ASCII, and never more than data."""

import json
import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.test import SimpleTestCase, TestCase, override_settings
from django.urls import reverse

from articles.merging import merge
from articles.models import Edition, Entity
from articles.models.validators import validate_addresses
from articles.publishing import jsonld
from articles.recognition.starter import entries
from tests.feeds import HOSTILE, correct, lists_of, make_story
from tests.makers import NOON, make_category, make_edition, make_entity, make_source

WIKIDATA = "https://www.wikidata.org/wiki/Q79"


class GraphCase(TestCase):
    def graph(self, address):
        """The nodes of a page's data block by type; there is one block."""
        page = self.client.get(address).content.decode()
        blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
        self.assertEqual(len(blocks), 1, address)
        whole = json.loads(blocks[0])
        self.assertEqual(whole["@context"], "https://schema.org")
        return {node["@type"]: node for node in whole["@graph"]}


class StoryTests(GraphCase):
    def test_an_article_is_described_with_what_it_rests_on(self):
        source = make_source("صحيفة المرفأ")
        edition = make_edition(
            title_ar="طريق جديد",
            category=make_category("العالم", parent=make_category("أخبار")),
            citations=[
                {"source": source, "language": "ar", "passage": "قال رئيس البلدية",
                 "note": "العدد 7", "url": "https://almarfa.example/7"}
            ],
        )  # fmt: skip
        found = self.graph(edition.get_absolute_url())
        story = found["NewsArticle"]
        self.assertEqual(story["headline"], "طريق جديد")
        self.assertEqual(story["datePublished"], "2024-04-26T12:00:00+00:00")
        self.assertEqual(story["citation"][0]["url"], "https://almarfa.example/7")
        self.assertEqual(story["wordCount"], len(edition.plain.split()))
        self.assertIs(story["isAccessibleForFree"], True)
        trail = found["BreadcrumbList"]["itemListElement"]
        self.assertEqual([one["position"] for one in trail], [1, 2, 3, 4])
        self.assertEqual((trail[0]["name"], trail[-1]["name"]), ("الرئيسة", "طريق جديد"))
        # Nobody signed it: the newsroom did.
        self.assertEqual(story["author"], [story["publisher"]])

    def test_it_says_what_it_is_about_and_whom_it_mentions(self):
        names = ["مدينة المرسى", "جبل الريح", "نهر السدرة", "جسر الحجر"]
        for name in names:
            make_entity(name, kind="place")
        Entity.objects.filter(name_ar="مدينة المرسى").update(same_as=f"{WIKIDATA}\n{WIKIDATA}\n")
        body = "".join(
            f"<p>يصل الطريق إلى {name} هذا العام.</p>" * (9 - number)
            for number, name in enumerate(names)
        )
        story = self.graph(make_edition(body_ar=body).get_absolute_url())["NewsArticle"]
        self.assertEqual([one["name"] for one in story["about"]], names[:3])
        self.assertEqual([one["name"] for one in story["mentions"]], names[3:])
        first = story["about"][0]
        self.assertEqual((first["@type"], first["sameAs"]), ("Place", [WIKIDATA]))
        self.assertTrue(first["url"].startswith(f"{settings.SITE_URL}/topic/"))
        self.assertNotIn("sameAs", story["mentions"][0])

    def test_each_kind_has_the_type_that_schema_org_gives_it(self):
        for kind, type_name in (("opinion", "OpinionNewsArticle"), ("interview", "NewsArticle"),
                                ("analysis", "AnalysisNewsArticle"),
                                ("report", "ReportageNewsArticle")):  # fmt: skip
            with self.subTest(kind):
                self.assertIn(type_name, self.graph(make_edition(kind=kind).get_absolute_url()))

    def test_the_newsroom_has_a_logo_and_says_where_it_corrects_itself(self):
        found = self.graph(make_edition().get_absolute_url())
        newsroom = found["NewsMediaOrganization"]
        self.assertEqual(newsroom["correctionsPolicy"], f"{settings.SITE_URL}/corrections/")
        self.assertEqual(newsroom["@id"], found["NewsArticle"]["publisher"]["@id"])
        self.assertTrue(newsroom["logo"]["url"].startswith("http"))

    def test_the_picture_comes_in_every_size_at_hand(self):
        edition = make_story()
        sizes = "/media/a.webp 480w, /media/c.webp 1200w"
        picture = {"src": "/media/c.webp", "srcset": sizes, "width": 1200, "height": 800}
        picture |= {"alt": "رصيف", "caption": "", "credit": "هدى"}
        Edition.objects.filter(pk=edition.pk).update(picture=picture)
        whole, small = self.graph(edition.get_absolute_url())["ReportageNewsArticle"]["image"]
        self.assertEqual((whole["width"], whole["height"], whole["caption"]), (1200, 800, "رصيف"))
        self.assertEqual((small["url"], small["width"]), (f"{settings.SITE_URL}/media/a.webp", 480))

    @override_settings(DIGITS="eastern", MONTH_NAMES="sy")
    def test_machines_read_the_same_whatever_readers_see(self):
        edition = correct(make_story())
        story = self.graph(edition.get_absolute_url())["ReportageNewsArticle"]
        self.assertEqual(story["dateModified"], "2024-04-26T13:00:00+00:00")
        self.assertEqual(story["correction"][0]["datePublished"], "2024-04-26T13:00:00+00:00")
        self.assertNotRegex(json.dumps(story, ensure_ascii=False), "[٠-٩]|نيسان")

    def test_nothing_in_the_text_can_end_the_block(self):
        edition = make_story(title_ar=HOSTILE, lead_ar=HOSTILE)
        for address in (
            edition.get_absolute_url(),
            reverse("home"),
            edition.section.get_absolute_url(),
        ):
            page = self.client.get(address).content.decode()
            with self.subTest(address):
                self.assertNotIn("<script>x", page)
        story = self.graph(edition.get_absolute_url())["ReportageNewsArticle"]
        self.assertEqual(story["headline"], HOSTILE.replace("\ufffe", ""))


class ListTests(GraphCase):
    def test_the_home_page_says_how_to_search_the_site(self):
        site = self.graph("/en/")["WebSite"]
        action = site["potentialAction"]
        self.assertEqual(
            action["target"]["urlTemplate"],
            f"{settings.SITE_URL}/en/search/?q={{search_term_string}}",
        )
        self.assertEqual((site["name"], site["inLanguage"]), (settings.SITE_NAME_EN, "en"))

    def test_every_list_says_what_it_holds_and_where_it_stands(self):
        edition = make_story()
        for name, (page, _feed) in lists_of(edition).items():
            if name == "home":
                continue
            with self.subTest(name):
                found = self.graph(page)
                node = found["ProfilePage" if name == "author" else "CollectionPage"]
                held = node["hasPart" if name == "author" else "mainEntity"]["itemListElement"]
                self.assertEqual([one["name"] for one in held], [edition.title])
                steps = found["BreadcrumbList"]["itemListElement"]
                deep = {"section": 3, "topic": 4, "source": 4}
                self.assertEqual(len(steps), deep.get(name, 2))
                self.assertEqual(steps[-1]["item"], node["url"])

    def test_a_topic_is_about_its_name_with_all_its_spellings(self):
        entity = make_entity("قوات السلام", "قسل", kind="organisation", same_as=WIKIDATA)
        about = self.graph(entity.get_absolute_url())["CollectionPage"]["about"]
        self.assertEqual((about["@type"], about["alternateName"], about["sameAs"]),
                         ("Organization", ["قسل"], [WIKIDATA]))  # fmt: skip

    def test_an_author_is_a_person_of_the_newsroom(self):
        edition = make_story()
        page = self.graph(reverse("author", args=[edition.people[0]["slug"]]))["ProfilePage"]
        self.assertEqual(page["mainEntity"]["name"], "سلمى الحداد")
        self.assertEqual(page["mainEntity"]["@type"], "Person")

    def test_corrections_lead_to_their_stories(self):
        edition = correct(make_story())
        page = self.graph("/corrections/")["CollectionPage"]
        self.assertEqual(
            [one["name"] for one in page["mainEntity"]["itemListElement"]], [edition.title]
        )


class ClaimTests(SimpleTestCase):
    CLAIM = {
        "claim": "الجسر مغلق", "by": "حساب مجهول", "at": "2024-04-20", "link": "https://x.example/1",
        "verdict": "false", "verdict_label": "غير صحيح", "sentence": "الجسر مفتوح.",
    }  # fmt: skip

    def review(self, **changes):
        publisher = {"@id": "https://news.example/#newsroom"}
        return jsonld.claim_review(
            self.CLAIM | changes, "https://news.example/n/7/", NOON, publisher
        )

    def test_a_fact_check_says_who_claimed_what_and_what_holds_of_it(self):
        review = self.review()
        self.assertEqual((review["@type"], review["claimReviewed"]), ("ClaimReview", "الجسر مغلق"))
        rating = review["reviewRating"]
        self.assertEqual((rating["alternateName"], rating["ratingValue"]), ("غير صحيح", 1))
        self.assertEqual((rating["worstRating"], rating["bestRating"]), (1, 5))
        self.assertEqual(review["itemReviewed"]["appearance"]["url"], "https://x.example/1")
        self.assertEqual(review["itemReviewed"]["datePublished"], "2024-04-20")

    def test_what_is_not_known_is_not_said(self):
        review = self.review(by="", at="", link="", verdict="unproven", sentence="")
        self.assertEqual(review["itemReviewed"], {"@type": "Claim"})
        self.assertEqual(set(review["reviewRating"]), {"@type", "alternateName"})

    def test_without_a_claim_or_a_verdict_there_is_no_review(self):
        self.assertIsNone(self.review(claim=""))
        self.assertIsNone(self.review(verdict_label=""))


class ElsewhereTests(TestCase):
    def test_only_whole_addresses_of_the_web_are_taken(self):
        validate_addresses(f"{WIKIDATA}\n\n https://ar.wikipedia.org/wiki/مصر \n")
        for text in ("Q79", "javascript:alert(1)", "ftp://a.example/", f"{WIKIDATA}\nwww.a.example",
                     "https://", "\n".join([WIKIDATA] * 21)):  # fmt: skip
            with self.subTest(text), self.assertRaises(ValidationError):
                validate_addresses(text)

    def test_two_names_that_become_one_keep_the_addresses_of_both(self):
        kept = make_entity("قوات السلام", same_as=WIKIDATA)
        gone = make_entity("قوة السلام", same_as=f"{WIKIDATA}\nhttps://peace.example/")
        merge(kept, gone)
        kept.refresh_from_db()
        self.assertEqual(kept.same_as_links, [WIKIDATA, "https://peace.example/"])

    def test_the_names_that_are_shipped_have_whole_addresses(self):
        told = [one.values["same_as"] for one in entries() if one.values.get("same_as")]
        self.assertGreater(len(told), 40)
        self.assertEqual(len(set(told)), len(told))
        for address in told:
            validate_addresses(address)
