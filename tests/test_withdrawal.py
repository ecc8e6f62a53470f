"""A withdrawn story keeps its address, says what became of it, and stands nowhere else at once."""

from django.core.cache import cache
from django.test import TestCase
from django.urls import reverse
from django.utils import translation
from lxml import html as markup

from articles import workflow
from articles.models import Act, Entity, Tag
from articles.readership import count_read
from articles.search import vocabulary
from articles.states import State
from articles.views import sitemaps
from tests.makers import (
    make_author,
    make_category,
    make_entity,
    make_ready,
    make_source,
    make_tag,
    make_user,
)

TITLE, ENGLISH = "ميناء المرسى يستعيد نصف حركته", "Marsa port wins back half its traffic"
SENTENCE, ENGLISH_SENTENCE = "الزيادة 23.5% لا 32.5%.", "The rise was 23.5%, not 32.5%."
BODY = "<p>ذكرت صحيفة المرفأ أن الحركة زادت {}% في مدينة المرسى هذا العام.</p>"
ENGLISH_BODY = "<p>Al-Marfa reported that traffic in Marsa City rose {}% this year.</p>"


class WithdrawalCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.editor = make_user("managing_editor")
        cls.top = make_category("اقتصاد", name_en="Economy")
        cls.section = make_category("موانئ", parent=cls.top, name_en="Ports")
        cls.entity = make_entity("مدينة المرسى", "Marsa City", name_en="Marsa City")
        cls.source = make_source("صحيفة المرفأ", "Al-Marfa", name_en="Al-Marfa")
        make_tag("موانئ", name_en="ports")
        cls.author = make_author(name_en="Salma Haddad")
        cls.article = cls.make(TITLE, ENGLISH)
        cls.neighbour = cls.make("ميناء المرسى يفتح رصيفا ثالثا", "Marsa port opens a third quay")
        values = {"body_ar": BODY.format("23.5"), "body_en": ENGLISH_BODY.format("23.5")}
        workflow.edit(cls.article, values, by=cls.editor)
        sentences = {"ar": SENTENCE, "en": ENGLISH_SENTENCE}
        workflow.publish(cls.article, by=cls.editor, act=Act.CORRECTION, sentences=sentences)
        vocabulary.catch_up()

    @classmethod
    def make(cls, title, english):
        cites = {"source": cls.source, "how": "paraphrased"}
        return make_ready(
            State.PUBLISHED,
            title_ar=title,
            title_en=english,
            lead_en="Nine months of figures show two shipping lines returning.",
            body_ar=BODY.format("32.5"),
            body_en=ENGLISH_BODY.format("32.5"),
            category=cls.section,
            tags=["موانئ"],
            bylines=[(cls.author, "writer")],
            citations=[
                cites | {"language": "ar", "passage": "ذكرت صحيفة المرفأ أن الحركة زادت"},
                cites | {"language": "en", "passage": "Al-Marfa reported that traffic"},
            ],
        )

    def setUp(self):
        cache.clear()
        count_read(self.article.pk, "192.0.2.7", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")

    def lists(self):
        """Every address that lists stories, in both languages: pages, feeds, maps, searches."""
        found = {}
        for language in ("ar", "en"):
            with translation.override(language):
                tag = Tag.objects.get()
                neighbour = self.neighbour.editions.get(language=language)
                named = {
                    "section": [self.section.path],
                    "topic": [self.entity.slug],
                    "source": [self.source.slug],
                    "tag": [tag.slug],
                    "author": [self.author.slug],
                }
                addresses = {name: reverse(name, args=args) for name, args in named.items()}
                addresses |= {
                    f"{name} feed": reverse(f"{name}_feed", args=args)
                    for name, args in named.items()
                }
                addresses |= {
                    "home": reverse("home"),
                    "home feed": reverse("home_feed"),
                    "top section": self.top.get_absolute_url(),
                    "top section feed": reverse("section_feed", args=[self.top.path]),
                    "corrections": reverse("corrections"),
                    "corrections feed": reverse("corrections_feed"),
                    "search": reverse("search") + ("?q=المرسى" if language == "ar" else "?q=Marsa"),
                    "search in all": reverse("search") + "?q=المرسى&lang=all",
                    "search feed": reverse("search_feed") + "?q="
                    + ("المرسى" if language == "ar" else "Marsa"),
                    "suggestions": reverse("suggest") + "?q="
                    + ("ميناء المرسى يست" if language == "ar" else "Marsa por"),
                    "related": neighbour.get_absolute_url(),
                    "sitemap": reverse(
                        "sitemap_page", args=[language, neighbour.pk // sitemaps.PER_PAGE]
                    ),
                }  # fmt: skip
                found |= {f"{language} {name}": url for name, url in addresses.items()}
        return found

    def holding(self):
        """The lists that show the story: by its address in either language, or by its title."""
        signs = [f"/n/{self.article.pk}/", TITLE, ENGLISH]
        found = set()
        for name, address in self.lists().items():
            cache.clear()
            response = self.client.get(address)
            self.assertEqual(response.status_code, 200, name)
            text = response.content.decode()
            if any(
                sign in text or sign.encode("ascii", "backslashreplace").decode() in text
                for sign in signs
            ):
                found.add(name)
        return found

    def withdraw(self, **given):
        return workflow.withdraw(self.article, by=self.editor, note="شكوى من الهيئة", **given)

    def page(self, language="ar", status=410):
        edition = self.article.editions.get(language=language)
        response = self.client.get(edition.get_absolute_url())
        self.assertEqual(response.status_code, status)
        return markup.fromstring(response.content.decode())


class EverywhereTests(WithdrawalCase):
    def test_it_stood_in_every_list_and_stands_in_none_and_comes_back_to_all(self):
        before = self.holding()
        self.assertEqual(before, set(self.lists()))
        self.withdraw()
        self.assertEqual(self.holding(), set())
        workflow.publish(self.article, by=self.editor, note="سُحبت خطأ")
        self.assertEqual(self.holding(), before)

    def test_counts_beside_names_and_topics_forget_it(self):
        def count():
            page = self.client.get(Entity.objects.get().get_absolute_url())
            return page.context["entity"].article_count

        self.assertEqual(count(), 2)
        self.withdraw()
        self.assertEqual(count(), 1)

    def test_no_reading_of_it_is_counted_any_more(self):
        self.withdraw()
        response = self.client.post(reverse("count_read", args=[self.article.pk]))
        self.assertEqual(response.status_code, 404)

    def test_a_language_that_is_dropped_leaves_the_others_links(self):
        workflow.edit(self.article, {"body_en": ""}, by=self.editor)
        workflow.publish(self.article, by=self.editor, act=Act.UPDATE)
        page = self.page("ar", status=200)
        self.assertEqual(page.xpath("//article//a[@hreflang='en']"), [])


class PageTests(WithdrawalCase):
    def test_every_address_of_it_answers_410_with_a_notice(self):
        edition = self.article.editions.get(language="ar")
        self.withdraw()
        for address in (
            edition.get_absolute_url(),
            edition.short_url,
            f"/n/{edition.article_id}/x/",
        ):
            with self.subTest(address):
                response = self.client.get(address, follow=True)
                self.assertEqual(response.status_code, 410)

    def test_the_notice_holds_nothing_of_the_story(self):
        self.withdraw()
        page = self.page()
        text = markup.tostring(page, encoding="unicode")
        for part in (TITLE, "صحيفة المرفأ", "23.5", "application/ld+json", "og:title"):
            self.assertNotIn(part, text)
        self.assertEqual(page.xpath("//meta[@name='robots']/@content"), ["noindex"])

    def test_it_says_why_in_the_language_of_the_story(self):
        self.withdraw(sentences={"ar": "بُنيت على وثيقة تبيّن أنها مزوّرة.", "en": "A forged paper."})
        self.assertIn("بُنيت على وثيقة", self.page("ar").text_content())
        self.assertNotIn("forged", self.page("ar").text_content())
        self.assertIn("A forged paper.", self.page("en").text_content())

    def test_the_newsroom_s_own_note_is_never_shown(self):
        self.withdraw()
        self.assertNotIn("شكوى", self.page().text_content())
        self.assertEqual(self.page().xpath("//*[@class='fix']"), [])

    def test_a_reason_does_not_outlive_the_withdrawal(self):
        self.withdraw(sentences={"ar": "وثيقة مزوّرة."})
        workflow.publish(self.article, by=self.editor, note="الوثيقة صحيحة")
        self.withdraw()
        self.assertNotIn("مزوّرة", self.page().text_content())

    def test_a_dropped_language_leads_to_the_one_that_still_stands(self):
        workflow.edit(self.article, {"body_en": ""}, by=self.editor)
        workflow.publish(self.article, by=self.editor, act=Act.UPDATE)
        arabic = self.article.editions.get(language="ar").get_absolute_url()
        self.assertTrue(self.page("en").xpath(f"//main//a[@href='{arabic}']"))
        self.withdraw()
        self.assertEqual(self.page("en").xpath("//main//a[@hreflang]"), [])

    def test_the_event_keeps_what_readers_were_told(self):
        self.withdraw(sentences={"ar": "وثيقة مزوّرة."})
        event = self.article.events.first()
        self.assertEqual(event.details["sentences"], {"ar": "وثيقة مزوّرة."})
        self.assertEqual(event.note, "شكوى من الهيئة")

    def test_a_withdrawal_wants_a_note(self):
        with self.assertRaises(workflow.NotReady):
            workflow.withdraw(self.article, by=self.editor)
