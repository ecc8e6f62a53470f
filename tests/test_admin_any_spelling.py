"""The newsroom finds what it looks for, whatever keyboard or habit spelled it."""

from django.contrib import admin
from django.test import RequestFactory, TestCase
from django.urls import reverse

from articles import workflow
from articles.admin.search import MOST_WORDS, matching
from articles.models import Article, Author, Category, Edition, Entity, Source, Tag
from tests.makers import make_author, make_edition, make_entity, make_source, make_user


class AnySpellingTests(TestCase):
    """Names and other short rows: a part of them, in any letters."""

    def found(self, model, fields, typed):
        return set(model.objects.filter(matching(fields, typed)))

    def test_a_name_as_it_was_written_is_found_in_any_spelling(self):
        author = make_author("أنَس الترجمان")
        make_author("سلمى الحداد")
        for typed in ("انس", "أنس", "انس الترجمان", "التّرجمان"):
            with self.subTest(typed):
                self.assertEqual(self.found(Author, ("name_ar",), typed), {author})

    def test_every_word_has_to_be_found(self):
        make_author("جسر المرسى")
        self.assertEqual(self.found(Author, ("name_ar",), "جسر الوادي"), set())

    def test_signs_are_looked_for_as_they_stand(self):
        Tag.objects.named(["خبر"])
        for typed in ("(", "[", "*", ".", "\\", "%", "_", "خبر)", "َ", "\x00", "9" * 40):
            with self.subTest(typed):
                fields = ("folded", "name_en", "=pk")
                expected = {*Tag.objects.all()} if typed in ("َ", "\x00") else set()
                self.assertEqual(self.found(Tag, fields, typed), expected)

    def test_an_endless_query_is_cut(self):
        condition = matching(("folded",), "كلمة " * 500)
        self.assertEqual(len(condition.children), MOST_WORDS)


class ListTests(TestCase):
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

    def test_editions_are_found_as_readers_find_them_and_withdrawn_ones_by_their_title(self):
        live = make_edition(title_ar="الجسر القديم", body_ar="<p>يعبره المشاة كل يوم.</p>")
        gone = make_edition(title_ar="المشاة على الجسر")
        workflow.withdraw(gone.article)
        address = reverse("admin:articles_edition_changelist")
        rows = self.client.get(address, {"q": "والمشاه"}).context["cl"].result_list
        self.assertEqual(list(rows), [live])
        rows = self.client.get(address, {"q": "المشاه"}).context["cl"].result_list
        self.assertEqual(list(rows), [live, gone])

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

    def test_a_field_that_would_find_articles_or_editions_asks_their_search(self):
        edition = make_edition(title_ar="زيارة إلى المرسى")
        request = RequestFactory().get("/", {"term": "المرسي"})
        for model, row in ((Article, edition.article), (Edition, edition)):
            page = admin.site.get_model_admin(model)
            found, doubled = page.get_search_results(request, model.objects.all(), "والمرسي")
            self.assertEqual((list(found), doubled), ([row], False))

    def test_sections_and_tags_are_found_too(self):
        Category.objects.create(name_ar="العالم العربي", slug="العالم-العربي")
        Tag.objects.named(["ترکيا"])
        for name, typed in (("category", "العربى"), ("tag", "تركيا")):
            page = self.client.get(reverse(f"admin:articles_{name}_changelist"), {"q": typed})
            self.assertEqual(len(page.context["cl"].result_list), 1)
