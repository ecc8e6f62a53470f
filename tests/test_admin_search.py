"""The list of articles is searched as readers search: every form, the nearest first, drafts too."""

from datetime import timedelta
from io import StringIO

from django.core.management import call_command
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import merging, workflow
from articles.models import Article, ArticleIndex, Tag
from articles.search import rank, vocabulary
from tests.background import run_tasks
from tests.makers import (
    NOON,
    make_article,
    make_author,
    make_category,
    make_edition,
    make_entity,
    make_source,
    make_user,
)

ARTICLES = "admin:articles_article_changelist"


class ListCase(TestCase):
    """Somebody signed in who looks for articles."""

    def setUp(self):
        self.editor = make_user("administrator")
        self.client.force_login(self.editor)

    def page(self, typed, **params):
        return self.client.get(reverse(ARTICLES), {"q": typed, **params})

    def found(self, typed, **params):
        return list(self.page(typed, **params).context["cl"].result_list)


class ArticleListTests(ListCase):
    def test_a_draft_is_found_in_whatever_form_its_words_are_typed(self):
        draft = make_article(
            title_ar="رئيس تركيا في القامشليّة: ٣ أسئلة",
            body_ar="<p>وقال المرصد إن الوزراء اجتمعوا في الحسكة.</p>",
        )
        make_article(title_ar="خبر آخر")
        for typed in (
            "ترکیا", "القامشليه", "رئيس القامشلية", "3 اسئله", "وللقامشلية", "مرصد", "الوزير",
            "والحسكه", '"رئيس تركيا"', str(draft.pk), "٣ أسئلة رئيس",
        ):  # fmt: skip
            with self.subTest(typed):
                self.assertEqual(self.found(typed), [draft])

    def test_a_slip_and_a_wrong_keyboard_are_forgiven_where_readers_know_the_word(self):
        article = make_edition(title_ar="الفيضانات تغلق جسر المرسى").article
        vocabulary.catch_up()
        self.assertEqual(self.found("الفيضنات"), [article])
        self.assertEqual(self.found("[sv hglvsn"), [article])
        self.assertContains(self.page("[sv hglvsn"), "«جسر المرسى»")

    def test_a_slip_is_named_in_the_letters_of_the_texts(self):
        for number in range(3):
            make_edition(title_ar=f"الأمطار تغلق الطريق {number}")
        vocabulary.catch_up()
        page = self.page("الاطمار", state__exact="published")
        self.assertContains(page, ">الأمطار</a>")
        self.assertEqual(len(page.context["cl"].result_list), 3)

    def test_the_beginning_of_a_word_finds_when_nothing_has_it_whole(self):
        article = make_edition(title_ar="انتخابات الجامعة").article
        vocabulary.catch_up()
        for typed in ("انتخ", "انتخابات الجا"):
            self.assertEqual(self.found(typed), [article])
            self.assertContains(self.page(typed), "أقرب ما وُجد")
        for typed in ("زلزال قسم:انتخ", "زلزال -انتخ", "زلزال «انتخ", "انتخ "):
            self.assertEqual(self.found(typed), [])

    def test_a_number_in_any_digits_finds_by_number_first(self):
        article = make_article(title_ar="أول")
        naming = make_article(title_ar=f"الدورة {article.pk} للمعرض")
        eastern = str(article.pk).translate({48 + n: 0x660 + n for n in range(10)})
        for typed in (str(article.pk), eastern):
            self.assertEqual(self.found(typed), [article, naming])

    def test_a_changed_title_is_found_by_its_new_words_only(self):
        article = make_article(title_ar="قديم", body_ar="")
        workflow.edit(article, {"title_ar": "أنباء"})
        self.assertEqual((self.found("انباء"), self.found("قديم")), ([article], []))

    def test_english_is_found_too(self):
        article = make_article(title_en="Floods close the bridge", body_en="<p>Text.</p>")
        self.assertEqual(self.found("flood bridges"), [article])

    def test_filters_in_the_query_find_drafts(self):
        section = make_category("اقتصاد", name_ar="اقتصاد")
        below = make_category("أسواق", parent=section)
        source, entity = make_source("صحيفة المرفأ"), make_entity("مدينة المرسى")
        author = make_author("أنس الترجمان")
        article = make_article(
            title_ar="القمح",
            body_ar="<p>ذكرت صحيفة المرفأ أن مدينة المرسى تستورد القمح.</p>",
            category=below,
            bylines=[(author, "writer", "")],
            tags=["حبوب"],
        )
        self.assertTrue(article.mentions.filter(entity=entity).exists())
        self.assertTrue(article.citations.filter(source=source).exists())
        make_article(title_ar="القمح")
        for typed in (
            "قسم:اقتصاد", "القمح مصدر:«صحيفة المرفأ»", "موضوع:«مدينة المرسى»", "موضوع:حبوب",
            "كاتب:«انس الترجمان» قمح", "من:2024-04 إلى:2024-04 قسم:الاقتصاد",
        ):  # fmt: skip
            with self.subTest(typed):
                self.assertEqual(self.found(typed), [article])

    def test_a_name_that_is_registered_later_finds_after_a_rebuild(self):
        article = make_article(body_ar="<p>افتتحت بلدية المرسى الجسر.</p>")
        make_entity("بلدية المرسى")
        self.assertEqual(self.found("موضوع:«بلدية المرسى»"), [])
        call_command("rebuild", stdout=StringIO())
        self.assertEqual(self.found("موضوع:«بلدية المرسى»"), [article])

    def test_what_was_merged_is_found_by_the_one_that_stayed(self):
        kept, gone = Tag.objects.named(["حبوب", "غلال"])
        article = make_article(title_ar="القمح", tags=["غلال"])
        make_article(title_ar="القمح")
        self.assertEqual(self.found("موضوع:حبوب"), [])
        merging.merge(kept, gone)
        run_tasks()
        self.assertEqual(self.found("موضوع:حبوب"), [article])

    def test_a_filter_that_names_nothing_is_said_so(self):
        self.assertContains(self.page("قسم:فلك"), "لا قسم باسم «فلك»")

    def test_signs_alone_leave_the_list_whole(self):
        make_article()
        for typed in ("(", "؟", "%", "َ", "  "):
            with self.subTest(typed):
                self.assertEqual(len(self.found(typed)), 1)

    def test_what_is_not_there_is_not_found(self):
        make_article(title_ar="خبر")
        for typed in ("زلزال", "9" * 40, "-خبر", "قسم:فلك"):
            with self.subTest(typed):
                self.assertEqual(self.found(typed), [])

    def test_articles_that_search_does_not_know_yet_come_with_a_rebuild(self):
        article = make_article(title_ar="قبل الترقية")
        ArticleIndex.objects.all().delete()
        self.assertEqual(self.found("الترقية"), [])
        call_command("reindex", stdout=StringIO())
        self.assertEqual(self.found("الترقية"), [article])


class OrderTests(ListCase):
    def setUp(self):
        super().setUp()
        self.titled = make_article(title_ar="القطار السريع يعود", body_ar="")
        self.passing = make_article(title_ar="ميزانية النقل", body_ar="<p>وتشمل القطار السريع.</p>")

    def column(self, name):
        page = self.page("القطار السريع").context["cl"]
        return page.list_display.index(name)

    def test_the_nearest_stand_first_although_others_changed_later(self):
        self.assertEqual(self.found("القطار السريع"), [self.titled, self.passing])
        self.assertNotContains(self.page("القطار السريع"), 'class="order"')

    def test_a_column_that_is_pressed_orders_what_was_found(self):
        newest = f"-{self.column('changed_at')}"
        self.assertEqual(self.found("القطار السريع", o=newest), [self.passing, self.titled])
        page = self.page("القطار السريع", o=newest)
        self.assertContains(page, 'class="order"')
        self.assertContains(page, "الأقرب أولًا")

    def test_without_a_search_the_list_is_as_ever(self):
        page = self.client.get(reverse(ARTICLES))
        self.assertEqual(list(page.context["cl"].result_list), [self.passing, self.titled])
        self.assertNotContains(page, "الأقرب أولًا")

    def test_equal_ones_are_on_one_page_each(self):
        made = [make_article(title_ar="القطار السريع") for _number in range(60)]
        first, second = self.found("القطار السريع"), self.found("القطار السريع", p="2")
        self.assertEqual(len({*first, *second}), len(made) + 2)


class NarrowedTests(ListCase):
    def test_filters_choose_among_all_that_is_found_and_not_among_the_best_alone(self):
        for number in range(4):
            make_edition(title_ar=f"الحكومة تجتمع {number}")
        draft = make_article(title_ar="موازنة", body_ar="<p>تدرس الحكومة موازنتها.</p>")
        few, rank.SHOWN = rank.SHOWN, 3
        self.addCleanup(setattr, rank, "SHOWN", few)
        self.assertNotIn(draft, self.found("الحكومة"))
        self.assertContains(self.page("الحكومة"), "الأقرب فقط")
        self.assertEqual(self.found("الحكومة", state__exact="draft"), [draft])
        self.assertEqual(self.found("الحكومة", category__id__exact=draft.category_id), [draft])

    def test_a_move_is_known_at_once(self):
        article = make_article(title_ar="الحكومة تستقيل")
        for move, state in (("submit", "review"), ("return", "draft"), ("submit", "review")):
            workflow.move(article, move)
            self.assertEqual(self.found("الحكومة", state__exact=state), [article])
        workflow.publish(article)
        self.assertEqual(self.found("الحكومة", state__exact="published"), [article])
        workflow.withdraw(article)
        self.assertEqual(self.found("الحكومة", state__exact="published"), [])
        self.assertEqual(self.found("الحكومة", state__exact="withdrawn"), [article])

    def test_mine_are_those_i_began_or_sign(self):
        author = make_author(user=self.editor)
        signed = make_article(title_ar="الميناء يعمل", bylines=[(author, "writer", "")])
        begun = workflow.create({"title_ar": "الميناء يتوسع"}, by=self.editor)
        make_article(title_ar="الميناء مغلق")
        self.assertEqual({*self.found("الميناء", whose="mine")}, {signed, begun})

    def test_a_kind_and_a_hand_made_filter(self):
        report = make_article(title_ar="الميناء", kind="report")
        make_article(title_ar="الميناء")
        self.assertEqual(self.found("الميناء", kind__exact="report"), [report])
        for value in ("x' | 'y", "!", "‏"):
            self.assertEqual(self.page("الميناء", state__exact=value).status_code, 200)


class CostTests(ListCase):
    def cost(self, **params):
        with CaptureQueriesContext(connection) as queries:
            answer = self.client.get(reverse(ARTICLES), params)
        self.assertEqual(answer.status_code, 200)
        return len(queries)

    def test_a_search_costs_the_same_for_two_rows_and_for_fifty(self):
        for number in range(2):
            make_article(title_ar=f"افتتاح الجسر {number}", published_at=NOON)
        before = self.cost(q="الجسر")
        for number in range(48):
            make_article(title_ar=f"الجسر {number}", published_at=NOON - timedelta(number))
        self.assertLessEqual(self.cost(q="الجسر"), before)
        self.assertLessEqual(before, 14)

    def test_no_query_costs_more_than_a_fixed_number_of_questions(self):
        for number in range(3):
            make_edition(title_ar=f"افتتاح الجسر {number}")
        vocabulary.catch_up()
        for typed in ("افتتح الجسور المتحركة", "كلمات لا يجدها أحد " * 60, "قسم:فلك مصدر:كذا الجس"):
            with self.subTest(typed[:30]):
                self.assertLessEqual(self.cost(q=typed), 30)

    def test_no_more_numbers_than_a_reader_pages_through_go_to_the_list(self):
        section = make_category()
        Article.objects.bulk_create(
            Article(title_ar=f"الجسر {n}", category=section) for n in range(rank.SHOWN + 20)
        )
        call_command("reindex", stdout=StringIO())
        self.assertEqual(self.page("الجسر").context["cl"].result_count, rank.SHOWN)
