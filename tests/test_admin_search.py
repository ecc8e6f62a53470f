"""The newsroom finds what it looks for, whatever keyboard or habit spelled it."""

from django.contrib import admin
from django.test import TestCase
from django.urls import reverse

from articles.admin.search import MOST_WORDS, matching
from articles.models import Article, Author, Category, Entity, Source, Tag
from tests.makers import make_article, make_author, make_entity, make_source, make_user


class FoundTests(TestCase):
    def found(self, model, fields, typed):
        return set(model.objects.filter(matching(fields, typed)))

    def test_a_title_is_found_in_other_letters(self):
        article = make_article(title_ar="رئيس تركيا في القامشليّة: ٣ أسئلة")
        make_article(title_ar="خبر آخر")
        for typed in ("ترکیا", "القامشليه", "رئيس القامشلية", "3 اسئله", str(article.pk)):
            with self.subTest(typed):
                fields = admin.site.get_model_admin(Article).search_fields
                self.assertEqual(self.found(Article, fields, typed), {article})

    def test_a_changed_title_is_found_by_its_new_words(self):
        article = make_article(title_ar="قديم")
        article.title_ar = "أنباء"
        article.save()
        self.assertEqual(self.found(Article, ("folded_title",), "انباء"), {article})
        self.assertEqual(self.found(Article, ("folded_title",), "قديم"), set())

    def test_a_name_as_it_was_written_is_found_in_any_spelling(self):
        author = make_author("أنَس الترجمان")
        make_author("سلمى الحداد")
        for typed in ("انس", "أنس", "انس الترجمان", "التّرجمان"):
            with self.subTest(typed):
                self.assertEqual(self.found(Author, ("name_ar",), typed), {author})

    def test_every_word_has_to_be_found(self):
        make_article(title_ar="جسر المرسى")
        self.assertEqual(self.found(Article, ("folded_title",), "جسر الوادي"), set())

    def test_signs_are_looked_for_as_they_stand(self):
        make_article(title_ar="خبر")
        for typed in ("(", "[", "*", ".", "\\", "%", "_", "خبر)", "َ", "\x00", "9" * 40):
            with self.subTest(typed):
                fields = ("folded_title", "title_en", "=pk")
                expected = {*Article.objects.all()} if typed in ("َ", "\x00") else set()
                self.assertEqual(self.found(Article, fields, typed), expected)

    def test_an_endless_query_is_cut(self):
        condition = matching(("folded_title",), "كلمة " * 500)
        self.assertEqual(len(condition.children), MOST_WORDS)


class SearchPageTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user("administrator"))

    def test_every_list_takes_a_query(self):
        for model, page in admin.site._registry.items():
            if page.search_fields:
                address = reverse(
                    f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
                )
                with self.subTest(address):
                    answer = self.client.get(address, {"q": "أنباء 5 x"})
                    self.assertEqual(answer.status_code, 200)

    def test_a_name_with_many_spellings_is_listed_once(self):
        entity = make_entity("قوات سوريا الديمقراطية", "قسد", "القسد")
        source = make_source("رويترز", "وكالة رويترز")
        for model, typed, wanted in ((Entity, "قسد", entity), (Source, "رویترز", source)):
            address = reverse(f"admin:articles_{model._meta.model_name}_changelist")
            rows = self.client.get(address, {"q": typed}).context["cl"].result_list
            self.assertEqual(list(rows), [wanted])

    def test_fields_that_find_use_the_same_search(self):
        author = make_author("أنس الترجمان")
        answer = self.client.get(
            reverse("admin:autocomplete"),
            {
                "app_label": "articles",
                "model_name": "byline",
                "field_name": "author",
                "term": "انس",
            },
        )
        self.assertEqual([row["id"] for row in answer.json()["results"]], [str(author.pk)])

    def test_sections_and_tags_are_found_too(self):
        Category.objects.create(name_ar="العالم العربي", slug="العالم-العربي")
        Tag.objects.named(["ترکيا"])
        for name, typed in (("category", "العربى"), ("tag", "تركيا")):
            page = self.client.get(reverse(f"admin:articles_{name}_changelist"), {"q": typed})
            self.assertEqual(len(page.context["cl"].result_list), 1)
