"""Readers see what changed in a story, edition by edition, and never what was hidden from them."""

from datetime import timedelta
from urllib.parse import quote

from django.core.cache import cache
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from lxml import html as markup

from articles import workflow
from articles.models import Act, FormerEdition
from articles.states import State
from articles.views import changes
from tests.makers import NOON, make_ready, make_user

TEXT = (
    "<p>بلغ الرصيف الشرقي.</p><p>أغلق.</p><p>وزادت الحاويات {}% عن العام الماضي.</p><p>نهاية.</p>"
)
HOSTILE = "<script>alert(1)</script>"


class ChangesCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.editor = make_user("managing_editor")

    def setUp(self):
        cache.clear()
        self.article = make_ready(State.PUBLISHED, body_ar=TEXT.format("32.5"))

    def change(self, act=Act.CORRECTION, sentence="الزيادة 23.5% لا 32.5%.", at=NOON, **values):
        workflow.edit(self.article, values or {"body_ar": TEXT.format("23.5")}, by=self.editor)
        given = {"act": act, "sentences": {"ar": sentence}, "note": "سبب"}
        (edition,) = workflow.publish(self.article, by=self.editor, moment=at, **given)
        return edition

    def get(self, address, status=200):
        response = self.client.get(address)
        self.assertEqual(response.status_code, status, address)
        return response

    def page(self, edition, query=""):
        return markup.fromstring(self.get(edition.changes_url + query).content.decode())

    def steps(self, edition, query=""):
        return self.page(edition, query).xpath("//ol[@class='changes']/li")


class ChangesPageTests(ChangesCase):
    def test_a_correction_stands_beside_the_words_that_it_changed(self):
        newest, oldest = self.steps(self.change(at=NOON + timedelta(hours=1)))
        self.assertEqual(newest.xpath("string(.//del)"), "حُذف: 32.5%")
        self.assertEqual(newest.xpath("string(.//ins)"), "أُضيف: 23.5%")
        self.assertIn("لا 32.5%", newest.xpath("string(.//div[contains(@class,'fix')])"))
        self.assertEqual(newest.xpath(".//h2/time/@datetime"), ["2024-04-26T16:00+03:00"])
        self.assertEqual(oldest.xpath(".//ins | .//del"), [])
        self.assertIn("كما نُشرت أول مرة", oldest.text_content())

    def test_paragraphs_far_from_a_change_are_folded(self):
        body = "".join(f"<p>فقرة {number}</p>" for number in range(9)) + "<p>{}</p>"
        self.change(body_ar=body.format("قال أمس"))
        newest, *_older = self.steps(self.change(body_ar=body.format("قال اليوم")))
        self.assertEqual(len(newest.xpath(".//details/div")), 8)
        self.assertEqual(len(newest.xpath(".//div[@class='diff__text diff__text--body']/div")), 2)

    def test_title_and_lead_are_compared_too(self):
        newest, *_older = self.steps(
            self.change(
                title_ar="مرفأ المرسى يغلق رصيفه", lead_ar="يغلق الرصيف شهرين كاملين حتى مارس."
            )
        )
        names = newest.xpath(".//p[@class='diff__name']/text()")
        self.assertEqual(names, ["العنوان", "المقدمة"])

    def test_the_story_leads_there_only_when_there_is_something_to_see(self):
        before = self.article.editions.get()
        self.assertNotContains(self.get(before.get_absolute_url()), "/changes/")
        after = self.change()
        self.assertContains(self.get(after.get_absolute_url()), f'href="{after.changes_url}"')
        (step,) = self.steps(make_ready(State.PUBLISHED).editions.get())
        self.assertIn("لم يتغيّر فيها شيء", step.text_content())

    def test_search_engines_are_sent_to_the_story(self):
        edition = self.change()
        page = self.page(edition)
        self.assertEqual(page.xpath("//meta[@name='robots']/@content"), ["noindex, follow"])
        (canonical,) = page.xpath("//link[@rel='canonical']/@href")
        self.assertTrue(canonical.endswith(edition.get_absolute_url()))

    def test_a_hidden_edition_says_so_and_gives_none_of_its_words(self):
        edition = self.change()
        edition = self.change(body_ar=TEXT.format("23.4"), sentence="الصحيح 23.4%.")
        middle = FormerEdition.objects.listed(edition)[0]
        workflow.hide(middle, "طلب قانوني", by=self.editor)
        page = self.get(edition.changes_url)
        self.assertNotContains(page, "عن العام الماضي")
        self.assertNotContains(page, "طلب قانوني")
        newest, hidden, oldest = self.steps(edition)
        self.assertEqual(newest.xpath(".//ins | .//del"), [])
        self.assertEqual(hidden.xpath(".//ins | .//del"), [])
        self.assertIn("أخفى التحرير نص هذه النسخة", hidden.text_content())
        self.assertEqual(oldest.xpath(".//ins | .//del"), [])

    def test_a_withdrawn_story_is_gone_there_too(self):
        edition = self.change()
        workflow.withdraw(self.article, by=self.editor, note="سبب")
        self.assertContains(self.get(edition.changes_url, 410), "410", status_code=410)
        self.assertNotContains(self.get(edition.changes_url, 410), "32.5", status_code=410)

    def test_a_wrong_slug_is_sent_on_in_one_hop(self):
        edition = self.change()
        response = self.client.get(f"/n/{self.article.pk}/{quote('قديم')}/changes/")
        self.assertRedirects(response, edition.changes_url, status_code=301)

    def test_texts_are_text_and_never_markup(self):
        edition = self.change(
            title_ar=f"مرفأ المرسى يغلق رصيفه {HOSTILE}", sentence=f"الصحيح {HOSTILE}"
        )
        self.assertNotContains(self.get(edition.changes_url), "<script>alert")

    def test_a_story_in_one_language_has_no_page_in_the_other(self):
        self.get(f"/en{self.change().changes_url}", 404)

    def test_a_change_told_without_a_change_of_words_says_so(self):
        newest, *_older = self.steps(self.change(tags=["موانئ"], sentence="الصورة من مرفأ آخر."))
        self.assertIn("بقيت الكلمات كما كانت", newest.text_content())


class ManyChangesTests(ChangesCase):
    def many(self, number):
        for one in range(number):
            edition = self.change(body_ar=TEXT.format(one), sentence=f"الصحيح {one}.")
        return edition

    def test_older_ones_are_a_page_further_and_each_has_its_sentence(self):
        edition, address, told, numbers = self.many(changes.SIZE + 2), "", [], []
        while address is not None:
            page = self.page(edition, address)
            ids = page.xpath("//ol[@class='changes']/li/@id")
            numbers += [int(one[1:]) for one in ids]
            told += page.xpath("//ol[@class='changes']/li/div[contains(@class,'fix')]/p/text()")
            further = page.xpath("//a[@rel='next']/@href")
            address = "?" + further[0].partition("?")[2] if further else None
        self.assertEqual(numbers, list(range(changes.SIZE + 3, 0, -1)))
        self.assertEqual(told, [f"الصحيح {one}." for one in range(changes.SIZE + 1, -1, -1)])

    def test_the_page_costs_the_same_however_many_there_are(self):
        def cost(edition):
            cache.clear()
            with CaptureQueriesContext(connection) as queries:
                self.get(edition.changes_url)
            return len(queries)

        before = cost(self.many(1))
        self.assertEqual(cost(self.many(changes.SIZE + 2)), before)
        self.assertLessEqual(before, 5)

    def test_what_is_too_long_is_not_compared(self):
        edition = self.change()
        limit, changes.MOST_COMPARED = changes.MOST_COMPARED, 50
        self.addCleanup(setattr, changes, "MOST_COMPARED", limit)
        newest, _oldest = self.steps(edition)
        self.assertEqual(newest.xpath(".//ins"), [])
        self.assertIn("أطول من أن تُقارَنا", newest.text_content())

    def test_a_garbled_place_is_no_page(self):
        edition = self.change()
        for place in ("x", "-1", "1.5", "٢", "9" * 10, "\x00", "1-2"):
            with self.subTest(place):
                response = self.client.get(edition.changes_url, {"after": place})
                self.assertEqual(response.status_code, 404)
        self.assertEqual(self.steps(edition, "?after=1"), [])


class AddressTests(ChangesCase):
    def test_no_address_is_an_error_and_none_is_reflected(self):
        for address in (
            f"/n/{10**40}/x/changes/",
            f"/n/{10**15}/x/changes/",
            "/n/0/x/changes/",
            "/n/1\x00/x/changes/",
            "/n/٧/x/changes/",
            f"/n/{self.article.pk}/\x00/changes/",
            f"/n/-1/{HOSTILE}/changes/",
        ):
            with self.subTest(address):
                response = self.client.get(address)
                self.assertEqual(response.status_code, 404)
                self.assertNotContains(response, HOSTILE, status_code=404)
