"""Names, tags and sections in the admin: twins are refused, addresses live on."""

from django.test import TestCase
from django.urls import reverse

from articles.models import Alias, Entity, Source, Tag
from tests.makers import make_category, make_edition, make_entity, make_source, make_user

NO_SPELLINGS = {
    "aliases-TOTAL_FORMS": "0", "aliases-INITIAL_FORMS": "0",
    "facts-TOTAL_FORMS": "0", "facts-INITIAL_FORMS": "0",
}  # fmt: skip


class NamesTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user("managing_editor"))

    def test_a_tag_that_exists_in_other_letters_is_refused_with_a_sentence(self):
        Tag.objects.named(["ترکيا"])
        answer = self.client.post(
            reverse("admin:articles_tag_add"),
            {"name_ar": "تركيا", "name_en": "", "slug": ""} | NO_SPELLINGS,
        )
        self.assertContains(answer, "هذا الوسم موجود، وربما بحروف أخرى.")
        self.assertEqual(Tag.objects.count(), 1)

    def test_a_source_or_name_that_exists_in_other_letters_is_refused_with_a_sentence(self):
        make_source("وكالة أنباء تركيا")
        make_entity("تركيا", kind="place")
        typed = {
            "name_en": "",
            "description_ar": "",
            "description_en": "",
            "slug": "",
            "domain": "",
        }
        typed |= NO_SPELLINGS
        for page, values, sentence in (
            ("source", {"name_ar": "وکالة انباء ترکیا", "kind": "agency"}, "هذا المصدر موجود"),
            ("entity", {"name_ar": "ترکیا", "kind": "place"}, "اسم من هذا النوع موجود"),
        ):
            with self.subTest(page):
                answer = self.client.post(reverse(f"admin:articles_{page}_add"), typed | values)
                self.assertContains(answer, sentence)
        self.assertEqual((Source.objects.count(), Entity.objects.count()), (1, 1))

    def test_a_name_that_is_a_spelling_of_another_is_refused_with_its_name(self):
        make_source("هيئة الإذاعة البريطانية", "بي بي سي")
        (tag,) = Tag.objects.named(["سوريا"])
        tag.aliases.create(text="القطر السوري")
        typed = {
            "name_en": "",
            "description_ar": "",
            "description_en": "",
            "slug": "",
            "domain": "",
        }
        typed |= {"kind": "radio"} | NO_SPELLINGS
        for page, name, other in (
            ("source", "بی بی سی", "هيئة الإذاعة البريطانية"),
            ("tag", "القُطر السوري", "سوريا"),
        ):
            with self.subTest(page):
                address = reverse(f"admin:articles_{page}_add")
                answer = self.client.post(address, typed | {"name_ar": name})
                self.assertContains(answer, f"هذه الكتابة تخص «{other}»")

    def test_a_tag_takes_a_spelling_unless_another_tag_is_called_so(self):
        first, _second = (Tag.objects.named([name])[0] for name in ("سوريا", "دمشق"))
        page = reverse("admin:articles_tag_change", args=[first.pk])
        typed = {"name_ar": "سوريا", "name_en": "", "slug": "سوريا"}
        typed |= NO_SPELLINGS | {"aliases-TOTAL_FORMS": "1"}
        refused = self.client.post(page, typed | {"aliases-0-text": "دِمشق"})
        self.assertContains(refused, "هذه الكتابة تخص «دمشق»")
        self.assertEqual(
            self.client.post(page, typed | {"aliases-0-text": "الشام"}).status_code, 302
        )
        self.assertEqual(Tag.objects.named(["الشّام"]), [first])

    def test_an_address_is_made_from_the_arabic_name(self):
        self.client.post(
            reverse("admin:articles_entity_add"),
            NO_SPELLINGS |
            {"name_ar": "هيئة المیاه", "name_en": "", "description_ar": "", "description_en": "",
             "kind": "organisation", "slug": "", "aliases-TOTAL_FORMS": "1",
             "aliases-INITIAL_FORMS": "0", "aliases-0-text": "هيئة المياه"},
        )  # fmt: skip
        entity = Entity.objects.get()
        self.assertEqual(entity.slug, "هيئة-المياه")
        self.assertEqual(entity.aliases.get().folded, "هييه المياه")

    def test_a_name_without_spellings_is_found_by_itself(self):
        self.client.post(
            reverse("admin:articles_source_add"),
            {"name_ar": "وكالة الساحل", "name_en": "", "description_ar": "", "description_en": "",
             "kind": "agency", "domain": "", "slug": "", "aliases-TOTAL_FORMS": "0",
             "aliases-INITIAL_FORMS": "0"},
        )  # fmt: skip
        edition = make_edition(body_ar="<p>أفادت وكالة الساحل بأن المطر توقف.</p>")
        self.assertEqual([one["name"] for one in edition.citations], ["وكالة الساحل"])

    def test_a_spelling_of_two_names_is_refused_with_a_sentence(self):
        first = make_entity("قوات سوريا الديمقراطية", "قسد")
        other = make_entity("غيرها")
        answer = self.client.post(
            reverse("admin:articles_entity_change", args=[other.pk]),
            NO_SPELLINGS |
            {"name_ar": "غيرها", "name_en": "", "description_ar": "", "description_en": "",
             "kind": "topic", "slug": other.slug, "aliases-TOTAL_FORMS": "1",
             "aliases-INITIAL_FORMS": "0", "aliases-0-text": "قَسَد"},
        )  # fmt: skip
        self.assertEqual(answer.status_code, 200)
        self.assertContains(answer, "errorlist")
        self.assertEqual(Alias.objects.get(folded="قسد").entity, first)

    def test_a_moved_section_keeps_its_old_address(self):
        category = make_category()
        old = category.get_absolute_url()
        self.client.post(
            reverse("admin:articles_category_change", args=[category.pk]),
            {"name_ar": "الاقتصاد", "name_en": "", "description_ar": "", "description_en": "",
             "parent": "", "position": "10", "slug": "الاقتصاد"},
        )  # fmt: skip
        category.refresh_from_db()
        answer = self.client.get(old)
        self.assertRedirects(answer, category.get_absolute_url(), status_code=301)
