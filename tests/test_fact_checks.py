"""Opinion, analysis and fact checks are told apart from news; a fact check says what it finds."""

from django.test import SimpleTestCase, TestCase
from django.utils import translation
from lxml import html as markup

from articles import editions, workflow
from articles.models import Edition, Kind, Verdict
from articles.search import Search
from articles.states import State
from articles.workflow import NotReady
from tests.makers import make_author, make_category, make_checked, make_ready, make_user

HOSTILE = '<img src=x onerror=alert(1)>"><script>alert(1)</script>'


def published(article):
    return next(one for one in workflow.publish(article) if one.language == "ar")


class VerdictTests(SimpleTestCase):
    def test_every_verdict_is_a_word_of_its_own_in_both_languages(self):
        for language in ("ar", "en"):
            with translation.override(language):
                labels = [str(label) for label in Verdict.labels]
            self.assertEqual(len(set(labels)), len(Verdict))
        with translation.override("ar"):
            self.assertEqual(Verdict.FALSE.label, "غير صحيح")
            self.assertEqual(Kind.FACT_CHECK.label, "تدقيق معلومات")


class RequirementTests(TestCase):
    def missing(self, **values):
        found = workflow.missing(make_checked(**values))
        return [(one.name, one.field, one.waivable) for one in found]

    def test_a_fact_check_goes_out_only_with_its_claim_and_its_verdict(self):
        self.assertEqual(self.missing(), [])
        for values, field in (
            ({"claim_ar": ""}, "claim_ar"),
            ({"claimant_ar": " "}, "claimant_ar"),
            ({"verdict": ""}, "verdict"),
            ({"verdict_sentence_ar": ""}, "verdict_sentence_ar"),
            ({"claim_at": None, "claim_url": ""}, "claim_at"),
        ):
            with self.subTest(field):
                self.assertEqual(self.missing(**values), [("verdict", field, False)])

    def test_when_or_where_it_was_said_is_enough(self):
        self.assertEqual(self.missing(claim_at=None), [])
        self.assertEqual(self.missing(claim_url=""), [])

    def test_every_language_has_its_own_claim(self):
        english = {
            "title_en": "No, the coast road stays",
            "lead_en": "It closes for two months and opens again.",
            "body_en": "<p>The council said so.</p>",
        }
        fields = [field for _name, field, _waivable in self.missing(**english)]
        self.assertEqual(fields, ["claim_en", "claimant_en", "verdict_sentence_en"])

    def test_other_kinds_owe_no_verdict(self):
        for kind in Kind:
            if kind != Kind.FACT_CHECK:
                self.assertEqual(workflow.missing(make_ready(kind=kind)), [])

    def test_without_a_verdict_nothing_is_published(self):
        with self.assertRaises(NotReady):
            workflow.publish(make_checked(verdict=""), by=make_user("managing_editor"))


class ClaimTests(TestCase):
    def test_an_edition_holds_the_claim_for_machines_in_ascii_keys(self):
        edition = published(make_checked())
        self.assertEqual(
            edition.claim,
            {
                "claim": "البلدية تغلق الطريق الساحلي إلى الأبد.",
                "by": "منشور متداول",
                "at": "2024-04-20",
                "link": "https://posts.example/17",
                "verdict": "misleading",
                "verdict_label": "مضلِّل",
                "sentence": "الإغلاق شهران للصيانة، ثم يُفتح الطريق.",
            },
        )

    def test_a_story_that_is_no_fact_check_has_no_claim(self):
        article = make_checked()
        workflow.edit(article, {"kind": Kind.NEWS})
        self.assertEqual(published(article).claim, {})

    def test_a_link_that_is_no_web_address_never_reaches_a_page(self):
        edition = published(make_checked(claim_url="javascript:alert(1)"))
        self.assertEqual(edition.claim["link"], "")

    def test_the_page_says_the_claim_who_when_where_and_the_verdict_in_words(self):
        page = self.client.get(published(make_checked()).get_absolute_url())
        claim = markup.fromstring(page.content.decode()).xpath("//dl[@class='claim']")[0]
        text = " ".join(claim.text_content().split())
        for words in ("الادّعاء", "إلى الأبد", "منشور متداول", "20 أبريل 2024", "الحكم", "مضلِّل"):
            self.assertIn(words, text)
        self.assertEqual(claim.xpath(".//a/@href"), ["https://posts.example/17"])

    def test_hostile_words_in_a_claim_are_words(self):
        words = dict.fromkeys(("claim_ar", "claimant_ar", "verdict_sentence_ar"), HOSTILE)
        page = self.client.get(published(make_checked(**words)).get_absolute_url())
        self.assertNotContains(page, "<script>alert")
        self.assertNotContains(page, "<img src=x")
        self.assertContains(page, "&lt;script&gt;", status_code=200)

    def test_the_words_of_a_claim_are_found_by_search(self):
        edition = published(make_checked(claimant_ar="مجموعة أهل الصنوبر"))
        self.assertEqual(Search(("ar",)).find("أهل الصنوبر").ids, [edition.pk])

    def test_another_verdict_is_a_change_that_readers_are_told_of(self):
        article = make_checked()
        published(article)
        chief = make_user("managing_editor")
        workflow.edit(article, {"verdict": Verdict.TRUE, "verdict_sentence_ar": "أُغلق فعلًا."})
        with self.assertRaises(NotReady) as refusal:
            workflow.publish(article, by=chief)
        self.assertEqual([one.name for one in refusal.exception.problems], ["act"])
        sentences = {"ar": "قلنا إن الادّعاء مضلِّل، وهو صحيح."}
        workflow.publish(article, by=chief, act="correction", sentences=sentences)
        edition = article.editions.get()
        self.assertEqual(edition.claim["verdict"], "true")
        self.assertIsNotNone(edition.changed_at)

    def test_the_same_published_again_is_no_change(self):
        article = make_checked(box_ar="<p>خلفية قصيرة عن الطريق.</p>")
        published(article)
        self.assertIsNone(published(article).changed_at)

    def test_what_stands_beside_the_text_reads_alike_in_draft_and_edition(self):
        article = make_checked(box_title_ar="بالأرقام", box_ar="<ul><li>شهران</li></ul>")
        edition = published(article)
        with translation.override("en"):
            self.assertEqual(editions.text_beside(article, "ar"), edition.beside)


class LookTests(TestCase):
    def card(self, kind, **values):
        make = make_checked if kind == Kind.FACT_CHECK else make_ready
        section = make_category()
        author = make_author("مها الزين", bio_ar="روائية من المرسى.")
        article = make(kind=kind, category=section, bylines=[(author, "writer")], **values)
        self.edition = published(article)
        page = markup.fromstring(self.client.get(section.get_absolute_url()).content.decode())
        return " ".join(page.xpath("string(//main//article//p[1])").split())

    def page(self):
        answer = self.client.get(self.edition.get_absolute_url())
        return markup.fromstring(answer.content.decode())

    def test_a_card_says_what_must_not_be_taken_for_news(self):
        for kind, words in (
            (Kind.OPINION, "مها الزين رأي"),
            (Kind.ANALYSIS, "تحليل"),
            (Kind.FACT_CHECK, "تدقيق معلومات مضلِّل"),
        ):
            with self.subTest(kind):
                self.assertEqual(self.card(kind), words)

    def test_the_page_of_each_says_so_over_the_headline_and_in_a_sentence(self):
        for kind, words in (
            (Kind.OPINION, "يعبّر عن كاتبه"),
            (Kind.ANALYSIS, "ويستخلص منه"),
            (Kind.FACT_CHECK, "نأخذ قولًا متداولًا"),
        ):
            with self.subTest(kind):
                self.card(kind)
                page = self.page()
                self.assertEqual(page.xpath("//main/article/@class"), [f"art--{kind}"])
                self.assertIn(words, page.xpath("string(//p[@class='art__what'])"))
                kicker = page.xpath("//header//p[contains(@class, 'kicker')]")[0]
                self.assertIn(str(kind.label), kicker.text_content())

    def test_news_is_plain(self):
        self.card(Kind.NEWS)
        page = self.page()
        self.assertEqual(page.xpath("//main/article/@class"), [])
        self.assertEqual(page.xpath("//p[@class='art__what'] | //header//p[@class='kicker']"), [])

    def test_an_opinion_ends_with_who_its_writer_is(self):
        self.card(Kind.OPINION)
        self.assertIn("روائية من المرسى", self.page().xpath("string(//div[@class='writer'])"))
        self.card(Kind.ANALYSIS)
        self.assertEqual(self.page().xpath("//div[@class='writer']"), [])

    def test_the_kind_is_an_edition_of_its_own_state(self):
        self.card(Kind.FACT_CHECK)
        article = self.edition.article
        self.assertEqual(article.state, State.PUBLISHED)
        self.assertEqual(Edition.objects.get(pk=self.edition.pk).stance, "fact_check")
