"""From an item to a draft: each page once, no editor's work overwritten, nothing made up."""

from datetime import UTC, date, datetime
from unittest.mock import patch
from zoneinfo import ZoneInfo

from django.core.exceptions import ObjectDoesNotExist
from django.test import TestCase, override_settings

from articles import workflow
from articles.imports import page_text, store
from articles.imports.detect import Found
from articles.imports.identity import address_key, title_key
from articles.imports.item import IncomingItem, Known
from articles.imports.store import Kind
from articles.models import Article, Author, Category, DateBasis, IntakeItem, ReadCount
from articles.states import State
from tests.makers import make_category, make_user
from tests.shared import shared, shared_file

TITLE = "البلدية تبدأ ترميم السوق القديم"
TEXT = (
    "بدأت البلدية أمس ترميم السوق القديم الذي أغلق أبوابه قبل ثلاث سنوات بعد تصدع في سقفه.",
    "وقال المهندس المشرف إن السقف سيعاد إلى ما كان عليه وإن كل قطعة سترقم قبل فكها.",
    "وطالب أصحاب المحال بتعويض عن أشهر العمل ووعدت البلدية بمحال بديلة في الساحة.",
)
OTHER = ("نص آخر تماما عن حادث سير على الطريق الساحلي أسفر عن إصابة شخصين بجروح طفيفة مساء أمس.",)
CHANGED = (*TEXT[:2], "وأعلنت البلدية اليوم أن العمل سينتهي في الخريف.")


def make_item(**values):
    address = values.get("address", "")
    title = values.get("title", TITLE)
    defaults = {
        "format": "page-text",
        "key": address_key(address) if address else title_key(title),
        "title": title,
        "paragraphs": TEXT,
        "categories": ("أخبار وتقارير", "العالم العربي"),
        "read_on": date(2024, 4, 26),
    }
    return IncomingItem(**defaults | values)


@override_settings(TIME_ZONE="Asia/Riyadh")
class CreateTests(TestCase):
    def test_a_new_page_becomes_a_draft_with_its_whole_text(self):
        outcome = store.store(make_item())
        article = Article.objects.get()
        self.assertEqual((outcome.kind, outcome.article), (Kind.CREATED, article))
        self.assertEqual(article.state, State.DRAFT)
        self.assertEqual(article.title_ar, TITLE)
        self.assertEqual(article.body_ar, "".join(f"<p>{text}</p>" for text in TEXT))
        self.assertIn(str(article.pk), outcome.message)

    def test_sections_are_made_from_the_root_and_found_again_in_other_letters(self):
        store.store(make_item())
        child = Category.objects.get(name_ar="العالم العربي")
        self.assertEqual(child.parent.name_ar, "أخبار وتقارير")
        self.assertIsNone(child.parent.parent)
        store.store(
            make_item(
                title="خبر ثان", paragraphs=OTHER, categories=("اخبار وتقاریر", "العالم العربی")
            )
        )
        self.assertEqual(Category.objects.count(), 2)
        self.assertEqual(Article.objects.filter(category=child).count(), 2)

    def test_a_single_section_may_lie_deep_in_the_tree(self):
        deep = make_category("محليات", parent=make_category("أخبار"), name_ar="محليات المدينة")
        article = store.store(make_item(categories=("محليات المدينة",))).article
        self.assertEqual(article.category, deep)

    def test_two_names_with_one_slug_get_two_sections(self):
        make_category(name_ar="أخبار", slug="أخبار-محلية")
        store.store(make_item(categories=("أخبار محلية",)))
        self.assertEqual(Category.objects.count(), 2)

    def test_the_day_of_reading_stands_in_and_the_editor_is_told(self):
        outcome = store.store(make_item())
        article = outcome.article
        noon = datetime(2024, 4, 26, 12, tzinfo=ZoneInfo("Asia/Riyadh"))
        self.assertEqual((article.published_at, article.date_basis), (noon, DateBasis.READ))
        told = " ".join(map(str, outcome.notes))
        self.assertIn("26", told)
        self.assertIn(told, article.events.get().note)
        self.assertEqual(IntakeItem.objects.get().read_on, date(2024, 4, 26))

    def test_a_page_read_today_is_not_dated_later_than_now(self):
        morning = datetime(2024, 4, 26, 6, tzinfo=UTC)
        with patch.object(store.timezone, "now", return_value=morning):
            article = store.store(make_item()).article
        self.assertEqual(article.published_at, morning)

    def test_a_stated_date_is_better_than_the_day_of_reading(self):
        stated = datetime(2018, 2, 9, 10, tzinfo=UTC)
        outcome = store.store(make_item(published=stated))
        article = outcome.article
        self.assertEqual((article.published_at, article.date_basis), (stated, DateBasis.STATED))
        self.assertEqual(outcome.notes, ())

    def test_a_stated_day_is_its_noon_here(self):
        article = store.store(make_item(published=date(2018, 2, 9))).article
        noon = datetime(2018, 2, 9, 12, tzinfo=ZoneInfo("Asia/Riyadh"))
        self.assertEqual((article.published_at, article.date_basis), (noon, DateBasis.STATED))

    def test_a_stated_date_to_come_is_not_taken(self):
        article = store.store(make_item(published=date(2100, 1, 1))).article
        self.assertEqual(article.date_basis, DateBasis.READ)

    def test_without_any_date_none_is_made_up(self):
        article = store.store(make_item(read_on=None)).article
        self.assertEqual((article.published_at, article.date_basis), (None, DateBasis.SET))

    def test_shares_are_kept_and_none_is_a_number(self):
        for shares, rows in ((12, 1), (0, 1), (None, 0)):
            with self.subTest(shares):
                title = f"خبر نال {shares}"
                article = store.store(make_item(title=title, shares=shares)).article
                self.assertEqual(ReadCount.objects.filter(article=article).count(), rows)
                self.assertEqual(ReadCount.objects.shares_of(article), shares or 0)

    def test_names_and_tags_come_along(self):
        byline = (("ليلى الحسن", "writer"), ("سمير عون", "translator"))
        article = store.store(make_item(byline=byline, tags=("ترکيا", "تركيا", "أسواق"))).article
        found = [(line.author.name_ar, line.role) for line in article.bylines.all()]
        self.assertEqual(found, list(byline))
        self.assertEqual(article.tags.count(), 2)
        letters = (("لیلی الحَسن", "writer"), ("سمير عون", "translator"))
        store.store(make_item(title="خبر ثان", paragraphs=OTHER, byline=letters))
        self.assertEqual(Author.objects.count(), 2)

    def test_words_that_look_like_markup_stay_words(self):
        nasty = '<script>alert("1")</script> & <b>خبر</b> عن السوق القديم في المدينة.'
        outcome = store.publish(store.store(make_item(paragraphs=(nasty, *TEXT), title=nasty)))
        edition = outcome.article.editions.get()
        self.assertNotIn("<script", edition.body)
        self.assertIn(nasty, edition.plain)

    def test_an_english_page_is_refused_and_leaves_nothing(self):
        outcome = store.store(make_item(language="en"))
        self.assertEqual((outcome.kind, outcome.article), (Kind.REFUSED, None))
        self.assertEqual(Category.objects.count(), 0)

    def test_whoever_may_not_write_imports_nothing(self):
        person = make_user("picture_editor")
        person.groups.clear()
        outcome = store.store(make_item(), by=person)
        self.assertEqual(outcome.kind, Kind.REFUSED)
        self.assertTrue(outcome.problem)
        self.assertEqual((Article.objects.count(), Category.objects.count()), (0, 0))


class PublishTests(TestCase):
    def test_an_import_is_published_and_says_where(self):
        outcome = store.publish(store.store(make_item(shares=12)))
        edition = outcome.article.editions.get()
        self.assertEqual(outcome.address, edition.get_absolute_url())
        self.assertTrue(outcome.address.startswith(f"/n/{outcome.article.pk}/"))
        self.assertEqual(edition.shares, 12)
        self.assertTrue(edition.date_is_stand_in)

    def test_publishing_the_same_page_again_changes_nothing(self):
        first = store.publish(store.store(make_item()))
        before = first.article.editions.values().get()
        again = store.publish(store.store(make_item()))
        self.assertEqual((again.kind, again.address), (Kind.UNCHANGED, first.address))
        self.assertEqual(again.article.editions.values().get(), before)

    def test_a_draft_imported_before_is_published_while_untouched(self):
        store.store(make_item())
        self.assertTrue(store.publish(store.store(make_item())).address)

    def test_an_editors_work_is_not_published_by_an_import(self):
        article = store.store(make_item()).article
        workflow.edit(article, {"title_ar": "عنوان لم يكتمل"})
        outcome = store.publish(store.store(make_item()))
        self.assertEqual((outcome.address, article.editions.count()), ("", 0))
        self.assertTrue(outcome.problem)

    def test_what_was_withdrawn_stays_withdrawn(self):
        article = store.publish(store.store(make_item())).article
        workflow.withdraw(article)
        self.assertEqual(store.publish(store.store(make_item())).address, "")
        article.refresh_from_db()
        self.assertEqual(article.state, State.WITHDRAWN)

    def test_without_a_section_it_stays_a_draft_and_says_why(self):
        outcome = store.publish(store.store(make_item(categories=())))
        self.assertEqual(outcome.article.state, State.DRAFT)
        self.assertTrue(outcome.problem)

    def test_whoever_may_not_publish_gets_a_draft(self):
        reporter = make_user("reporter")
        outcome = store.publish(store.store(make_item(), by=reporter), by=reporter)
        self.assertEqual((outcome.kind, outcome.address), (Kind.CREATED, ""))
        self.assertTrue(outcome.problem)


@shared
class SeedTests(TestCase):
    def test_the_seed_page_becomes_a_published_article(self):
        page = shared_file("seed/000_53785b917c2feb6c.txt").read_text("utf-8")
        item = page_text.read(Found("seed.txt", page), Known())
        article = store.publish(store.store(item)).article
        edition = article.editions.get(language="ar")
        self.assertEqual(edition.plain.count("\n\n"), 8)
        self.assertEqual([step.name_ar for step in edition.section.trail], list(item.categories))
        self.assertEqual(edition.shares, 0)
        with self.assertRaises(ObjectDoesNotExist):
            article.editions.get(language="en")
