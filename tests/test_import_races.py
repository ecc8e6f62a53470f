"""Two imports at once, on two real connections: one page is one article, one name one section."""

from functools import partial

from django.test import TransactionTestCase

from articles import workflow
from articles.imports import store
from articles.imports.store import Kind
from articles.models import Article, Author, Category, IntakeItem, Tag
from tests.test_import_store import CHANGED, OTHER, make_item
from tests.test_races import at_once


class ImportRaceTests(TransactionTestCase):
    def clear(self):
        IntakeItem.objects.all().delete()
        Article.objects.all().delete()
        Category.objects.all().delete()

    def test_one_page_imported_twice_at_once_is_one_article(self):
        for _round in range(5):
            results = at_once(*[partial(store.store, make_item())] * 3)
            kinds = sorted(str(getattr(result, "kind", result)) for result in results)
            self.assertEqual(kinds, [Kind.CREATED, Kind.UNCHANGED, Kind.UNCHANGED])
            self.assertEqual((Article.objects.count(), Category.objects.count()), (1, 2))
            self.clear()

    def test_pages_of_one_new_section_author_and_tag_share_them(self):
        for _round in range(5):
            common = {"byline": (("ليلى الحسن", "writer"),), "tags": ("أسواق", "مدن")}
            items = [make_item(title=f"خبر رقم {number}", **common) for number in range(4)]
            results = at_once(*[partial(store.store, item) for item in items])
            self.assertEqual([r for r in results if isinstance(r, Exception)], [])
            counts = [model.objects.count() for model in (Article, Category, Author, Tag)]
            self.assertEqual(counts, [4, 2, 1, 2])
            self.clear()

    def test_two_pages_of_one_title_at_once_are_two_articles(self):
        for _round in range(5):
            items = make_item(), make_item(paragraphs=OTHER)
            results = at_once(*[partial(store.store, item) for item in items])
            self.assertEqual([result.kind for result in results], [Kind.CREATED] * 2)
            self.assertEqual(Article.objects.count(), 2)
            self.clear()

    def test_an_editor_and_a_changed_page_at_once_never_lose_the_editors_words(self):
        for _round in range(5):
            article = store.store(make_item()).article
            edited, outcome = at_once(
                partial(workflow.edit, article, {"title_ar": "عنوان المحرر"}),
                partial(store.store, make_item(paragraphs=CHANGED)),
            )
            self.assertNotIsInstance(edited, Exception)
            self.assertIn(outcome.kind, (Kind.UPDATED, Kind.EDITED))
            article.refresh_from_db()
            self.assertEqual(article.title_ar, "عنوان المحرر")
            self.clear()
