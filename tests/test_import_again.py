"""The same page again: found whatever it came with, and no editor's work overwritten."""

from datetime import date

from django.test import TestCase

from articles import workflow
from articles.imports import store
from articles.imports.identity import address_key
from articles.imports.store import Kind
from articles.models import Article, DateBasis
from tests.makers import make_category
from tests.test_import_store import CHANGED, OTHER, TEXT, make_item


class AgainTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.article = store.store(make_item()).article

    def assert_only_article(self, outcome, kind):
        self.assertEqual((outcome.kind, outcome.article), (kind, self.article))
        self.assertEqual(Article.objects.count(), 1)

    def body(self):
        return Article.objects.get().body_ar

    def test_the_same_page_changes_nothing_and_says_so(self):
        before = Article.objects.values().get()
        outcome = store.store(make_item())
        self.assert_only_article(outcome, Kind.UNCHANGED)
        self.assertEqual(Article.objects.values().get(), before)
        self.assertEqual(self.article.revisions.count(), 1)
        self.assertEqual(self.article.events.count(), 1)

    def test_another_day_another_share_count_is_the_same_page(self):
        again = make_item(read_on=date(2024, 5, 1), shares=40, categories=())
        self.assert_only_article(store.store(again), Kind.UNCHANGED)

    def test_a_changed_page_updates_the_untouched_draft(self):
        self.assert_only_article(store.store(make_item(paragraphs=CHANGED)), Kind.UPDATED)
        self.assertIn(CHANGED[2], self.body())
        self.assertNotIn(TEXT[2], self.body())
        self.assertEqual(self.article.revisions.count(), 2)
        self.assert_only_article(store.store(make_item(paragraphs=CHANGED)), Kind.UNCHANGED)
        self.assert_only_article(store.store(make_item()), Kind.UPDATED)

    def test_an_update_keeps_the_first_day_of_reading(self):
        store.store(make_item(paragraphs=CHANGED, read_on=date(2024, 6, 1)))
        self.article.refresh_from_db()
        self.assertEqual(self.article.published_at.date(), date(2024, 4, 26))

    def test_an_update_takes_a_date_that_the_page_states_now(self):
        store.store(make_item(paragraphs=CHANGED, published=date(2018, 2, 9)))
        self.article.refresh_from_db()
        self.assertEqual(self.article.date_basis, DateBasis.STATED)

    def test_what_an_editor_touched_is_reported_and_not_overwritten(self):
        for values in ({"title_ar": "عنوان المحرر"}, {"category": make_category()}):
            with self.subTest(values.keys()):
                workflow.edit(self.article, values)
                before = Article.objects.values().get()
                outcome = store.store(make_item(paragraphs=CHANGED))
                self.assert_only_article(outcome, Kind.EDITED)
                self.assertEqual(Article.objects.values().get(), before)
                self.assertIn(str(self.article.pk), outcome.message)

    def test_it_is_reported_each_time_until_the_page_is_as_it_was(self):
        workflow.edit(self.article, {"title_ar": "عنوان المحرر"})
        store.store(make_item(paragraphs=CHANGED))
        self.assert_only_article(store.store(make_item(paragraphs=CHANGED)), Kind.EDITED)
        self.assert_only_article(store.store(make_item()), Kind.UNCHANGED)

    def test_what_has_left_the_desk_is_never_changed(self):
        for move in ("submit", "publish", "withdraw"):
            if move == "submit":
                workflow.move(self.article, move)
            else:
                getattr(workflow, move)(self.article)
            with self.subTest(move):
                before = Article.objects.values().get()
                outcome = store.store(make_item(paragraphs=CHANGED))
                self.assert_only_article(outcome, Kind.LEFT_DESK)
                self.assertEqual(Article.objects.values().get(), before)

    def test_a_page_deleted_here_can_come_in_anew(self):
        self.article.delete()
        self.assertEqual(store.store(make_item()).kind, Kind.CREATED)


class IdentityTests(TestCase):
    ADDRESS = "https://news.example/n/1"

    def test_a_daily_headline_over_another_text_is_another_page(self):
        first = store.store(make_item()).article
        second = store.store(make_item(paragraphs=OTHER))
        self.assertEqual(second.kind, Kind.CREATED)
        self.assertEqual(store.store(make_item()).article, first)
        self.assertEqual(store.store(make_item(paragraphs=OTHER)).article, second.article)

    def test_an_editors_rewriting_does_not_hide_the_page(self):
        article = store.store(make_item()).article
        workflow.edit(article, {"body_ar": f"<p>{OTHER[0]}</p>"})
        outcome = store.store(make_item(paragraphs=CHANGED))
        self.assertEqual((outcome.kind, outcome.article), (Kind.EDITED, article))

    def test_a_page_with_an_address_is_itself_under_a_new_title(self):
        article = store.store(make_item(address=self.ADDRESS)).article
        changed = make_item(
            address=self.ADDRESS, key=address_key(self.ADDRESS), title="عنوان جديد للخبر"
        )
        outcome = store.store(changed)
        self.assertEqual((outcome.kind, outcome.article), (Kind.UPDATED, article))

    def test_an_address_is_one_whatever_it_came_with(self):
        for address in (
            "http://www.news.example/n/1/",
            "https://news.example/n/1?utm_source=x&fbclid=y#top",
        ):
            self.assertEqual(address_key(address), address_key(self.ADDRESS))
        self.assertNotEqual(address_key(f"{self.ADDRESS}?id=2"), address_key(self.ADDRESS))

    def test_saved_as_html_or_as_text_it_is_one_page(self):
        with_address = make_item(address=self.ADDRESS, format="page-html")
        for first, second in ((with_address, make_item()), (make_item(), with_address)):
            with self.subTest(first.format):
                article = store.store(first).article
                again = store.store(second)
                self.assertEqual((again.kind, again.article), (Kind.UNCHANGED, article))
                article.delete()

    def test_one_title_at_two_addresses_is_two_pages(self):
        store.store(make_item(address=self.ADDRESS))
        outcome = store.store(make_item(address="https://other.example/9", paragraphs=CHANGED))
        self.assertEqual(outcome.kind, Kind.CREATED)
