"""The pages of a name, a source, a writer and a section: what each adds to a bare list."""

from datetime import timedelta

from django.test import TestCase
from django.urls import reverse

from articles import merging
from articles.models import Citation, EntityFact, Kind
from tests.makers import (
    NOON,
    make_author,
    make_category,
    make_edition,
    make_entity,
    make_source,
    make_user,
)
from tests.test_pages import words_of

PORT = "هيئة الموانئ"


def fact(entity, label, value, **english):
    return EntityFact.objects.create(entity=entity, label_ar=label, value_ar=value, **english)


class DossierTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.entity = make_entity(PORT, kind="organisation")
        cls.source = make_source("صحيفة المرفأ")
        cls.made = [
            make_edition(
                title_ar=f"{PORT} {year}",
                body_ar=f"<p>قالت {PORT} إن الرسوم ترتفع.</p>",
                published_at=NOON.replace(year=year),
            )
            for year in (2019, 2022, 2024)
        ]

    def page(self, query="", language=""):
        return self.client.get(f"{language}{self.entity.get_absolute_url()}{query}")

    def titles(self, page):
        return [edition.title for edition in page.context["page"].editions]

    def test_it_says_its_kind_its_facts_and_since_when_we_write_of_it(self):
        fact(self.entity, "المقر", "المرسى")
        page = self.page()
        self.assertContains(page, 'href="/topics/organisation/">مؤسسات')
        self.assertContains(page, "<dt>المقر</dt><dd>المرسى</dd>")
        self.assertIn("3 مواد منذ 2019", words_of(page))

    def test_a_fact_without_its_translation_is_not_on_the_english_page(self):
        self.entity.name_en = "Ports Authority"
        self.entity.save()
        fact(self.entity, "المقر", "المرسى")
        fact(self.entity, "التأسيس", "2011", label_en="Founded", value_en="2011")
        page = self.page(language="/en")
        self.assertContains(page, "<dt>Founded</dt><dd>2011</dd>")
        self.assertNotContains(page, "المقر")

    def test_it_is_read_from_either_end_and_every_story_stands_once(self):
        self.assertEqual(self.titles(self.page()), [f"{PORT} {y}" for y in (2024, 2022, 2019)])
        old = self.page("?order=old")
        self.assertEqual(self.titles(old), [f"{PORT} {y}" for y in (2019, 2022, 2024)])
        self.assertContains(old, 'content="noindex, follow"')
        for number in range(40):
            make_edition(
                body_ar=f"<p>عادت {PORT} إلى العمل.</p>",
                published_at=NOON - timedelta(days=number // 2),
            )
        seen, address = [], f"{self.entity.get_absolute_url()}?order=old"
        while address:
            page = self.client.get(address).context["page"]
            seen += [(edition.published_at, edition.pk) for edition in page.editions]
            address = page.next_url
        self.assertEqual((len(seen), seen), (43, sorted(set(seen))))

    def test_a_key_story_says_on_how_many_sources_it_rests(self):
        passages = ("إن الرسوم ترتفع", "ورفضها التجار")
        make_edition(
            kind=Kind.REPORT,
            body_ar=f"<p>قالت {PORT} إن الرسوم ترتفع. ورفضها التجار.</p>",
            citations=[
                {"source": self.source, "language": "ar", "passage": passage}
                for passage in passages
            ],
        )
        self.assertIn("مصدر واحد", words_of(self.page()))

    def test_facts_follow_when_two_names_become_one_and_none_is_said_twice(self):
        other = make_entity("الهيئة الإقليمية للموانئ", kind="organisation")
        fact(self.entity, "المقر", "المرسى")
        fact(other, "المقر", "مدينة المرسى")
        fact(other, "التأسيس", "2011")
        merging.merge(self.entity, other)
        facts = [(one.label, one.value) for one in self.entity.facts.all()]
        self.assertEqual(facts, [("المقر", "المرسى"), ("التأسيس", "2011")])

    def test_an_editor_writes_facts_on_the_names_own_page(self):
        self.client.force_login(make_user("desk_editor"))
        page = self.client.get(reverse("admin:articles_entity_change", args=[self.entity.pk]))
        self.assertContains(page, 'name="facts-0-label_ar"')
        self.assertContains(page, "البند بالعربية")


class IndexTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.port = make_entity(
            PORT, "Ports Authority", kind="organisation", name_en="Ports Authority"
        )
        cls.unread = make_entity("جهة لم نكتب عنها", kind="organisation")
        cls.source = make_source("صحيفة المرفأ", kind="newspaper")
        make_edition(
            title_ar="الموانئ",
            title_en="Ports",
            body_ar=f"<p>ذكرت صحيفة المرفأ أن {PORT} عادت.</p>",
            body_en="<p>The Ports Authority is back.</p>",
        )

    def test_names_in_the_news_stand_under_their_kind(self):
        for name, thing in (("topics", self.port), ("sources", self.source)):
            page = self.client.get(reverse(name))
            self.assertContains(page, f'href="{thing.get_absolute_url()}"')
            self.assertNotContains(page, self.unread.name)

    def test_a_kind_lists_the_names_that_have_stories_page_by_page(self):
        names = [f"جهة {letter}" for letter in "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"]
        for name in names:
            for number in range(4):
                make_entity(f"{name}{number}", kind="organisation")
        body = "".join(f"<p>قالت {name}{n} نعم.</p>" for name in names for n in range(4))
        make_edition(body_ar=body)
        seen, address, pages = [], reverse("topics_of", args=["organisation"]), 0
        while address:
            page = self.client.get(address)
            seen += [one.name for one in page.context["names"]]
            address, pages = page.context["next_url"], pages + 1
        self.assertEqual(len(seen), len(set(seen)))
        self.assertEqual((len(seen), pages), (len(names) * 4 + 1, 2))
        self.assertNotIn(self.unread.name, seen)

    def test_english_readers_find_english_names(self):
        page = self.client.get("/en/topics/organisation/")
        self.assertContains(page, "Ports Authority")
        self.assertNotContains(page, PORT)

    def test_an_unknown_kind_or_a_garbled_cursor_is_not_found(self):
        for address in (
            "/topics/x/", "/sources/%27/", "/topics/person/?after=x", "/topics/person/?after=~1",
            "/topics/person/?after=a~%00", "/topics/person/?after=a%00~1", "/sources/radio/?after=",
        ):  # fmt: skip
            with self.subTest(address):
                self.assertEqual(self.client.get(address).status_code, 404)


class SourcePageTests(TestCase):
    def test_each_story_shows_what_was_taken_from_it_and_how(self):
        source, other = make_source("رويترز", kind="agency"), make_source("صحيفة المرفأ")
        rows = [
            (source, "إن الرسوم ترتفع", Citation.How.QUOTED, "نشرة الصباح"),
            (other, "ورفضها التجار", Citation.How.PARAPHRASED, "عدد أمس"),
        ]
        edition = make_edition(
            body_ar="<p>قال الوزير إن الرسوم ترتفع. ورفضها التجار.</p>",
            citations=[
                {"source": one, "language": "ar", "passage": passage, "how": how, "note": note}
                for one, passage, how, note in rows
            ],
        )
        page = self.client.get(source.get_absolute_url())
        text = words_of(page)
        for words in ("ما نقلناه عن رويترز", edition.title, "نقل حرفي", "إن الرسوم ترتفع",
                      "نشرة الصباح", "مادة واحدة من 2024"):  # fmt: skip
            with self.subTest(words):
                self.assertIn(words, text)
        self.assertNotIn("عدد أمس", text)
        self.assertIn("cited", page.context["page"].editions[0].get_deferred_fields())


class AuthorPageTests(TestCase):
    def test_it_says_what_the_writer_does_and_since_when(self):
        author = make_author("سلمى الحداد", position_ar="مراسلة الموانئ")
        make_edition(bylines=[(author, "writer", "")])
        text = words_of(self.client.get(author.get_absolute_url()))
        self.assertIn("مراسلة الموانئ", text)
        self.assertIn("مادة واحدة من 2024", text)


class SectionPageTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.top = make_category("اقتصاد")
        cls.below = [make_category(name, parent=cls.top) for name in ("موانئ", "طاقة")]
        for number in range(24):
            make_edition(
                category=cls.below[number % 2], published_at=NOON + timedelta(minutes=number)
            )

    def test_its_first_page_opens_the_sections_below_and_tells_no_story_twice(self):
        context = self.client.get(self.top.get_absolute_url()).context
        blocks = context["blocks"]
        self.assertEqual([block["category"] for block in blocks], self.below)
        shown = [e.pk for e in context["page"].editions]
        shown += [e.pk for block in blocks for e in block["editions"]]
        self.assertEqual((len(shown), len(set(shown))), (8 + 6, 14))

    def test_its_list_goes_on_without_a_gap(self):
        seen, address = [], self.top.get_absolute_url()
        while address:
            page = self.client.get(address).context["page"]
            seen += [edition.pk for edition in page.editions]
            address = page.next_url
        self.assertEqual((len(seen), len(set(seen))), (24, 24))

    def test_opinion_names_the_writer_before_what_is_said(self):
        opinion = make_category("رأي", is_opinion=True)
        writer = make_author("مها الزين", position_ar="روائية")
        edition = make_edition(
            category=opinion, kind=Kind.OPINION, bylines=[(writer, "writer", "")]
        )
        html = self.client.get(opinion.get_absolute_url()).content.decode()
        main = html.partition("<main")[2]
        self.assertLess(main.index("مها الزين"), main.index(edition.title))
        self.assertIn("روائية", main)
