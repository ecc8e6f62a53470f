"""What can be found is what readers can open, and the words of the archive are counted."""

from io import StringIO

from django.core.management import call_command
from django.db import connection
from django.test import TestCase

from articles import merging, workflow
from articles.models import ArticleIndex, EditionIndex, Lexeme, LexemeChange, Source
from articles.search import Search, vocabulary
from articles.search.asking import ARTICLES
from tests.background import run_tasks
from tests.makers import NOON, make_article, make_edition, make_source


def frequency(lexeme):
    return Lexeme.objects.filter(pk=lexeme).values_list("frequency", flat=True).first() or 0


def found(text, **options):
    return Search(today=NOON, **options).find(text).ids


class IndexTests(TestCase):
    def test_a_draft_is_found_by_the_newsroom_and_by_no_reader(self):
        article = make_article(title_ar="مسودة عن ميناء الصيد")
        self.assertEqual(found("مسودة الميناء", index=ARTICLES), [article.pk])
        self.assertEqual(found("مسودة الميناء"), [])

    def test_readers_find_the_published_words_and_not_those_being_written(self):
        edition = make_edition(title_ar="ميناء الصيد يفتح")
        workflow.edit(edition.article, {"title_ar": "ميناء السياحة يفتح"})
        self.assertEqual(found("ميناء الصيد يفتح")[:1], [edition.pk])
        self.assertNotIn("سياحه", str(EditionIndex.objects.get().lexemes))
        self.assertEqual(found("السياحة", index=ARTICLES), [edition.article_id])

    def test_publishing_that_fails_leaves_the_row_as_it_was(self):
        edition = make_edition(title_ar="ميناء الصيد يفتح")
        before = EditionIndex.objects.values().get()
        workflow.edit(edition.article, {"body_ar": ""})
        with self.assertRaises(workflow.NotReady):
            workflow.publish(edition.article)
        self.assertEqual(EditionIndex.objects.values().get(), before)

    def test_a_merged_source_filters_by_the_one_that_stayed(self):
        kept, gone = make_source("صحيفة المرفأ"), make_source("جريدة المرسى")
        edition = make_edition(body_ar="<p>ذكرت جريدة المرسى أن الجسر فُتح.</p>")
        self.assertEqual(EditionIndex.objects.get().sources, [gone.pk])
        merging.merge(Source.objects.get(pk=kept.pk), Source.objects.get(pk=gone.pk))
        run_tasks()
        self.assertEqual(EditionIndex.objects.get().sources, [kept.pk])
        self.assertEqual(found("الجسر مصدر:«صحيفة المرفأ»"), [edition.pk])


class VocabularyTests(TestCase):
    def test_words_are_counted_once_for_each_edition_that_has_them(self):
        edition = make_edition(title_ar="جسر", body_ar="<p>جسر على النهر، جسر آخر.</p>")
        make_edition(title_ar="جسر ثان")
        vocabulary.count_changes.enqueue()
        run_tasks()
        self.assertEqual((frequency("جسر"), frequency("@"), frequency("نهر")), (2, 2, 0))
        self.assertEqual((frequency("النهر"), frequency("~نهر")), (1, 1))
        workflow.withdraw(edition.article)
        vocabulary.catch_up()
        self.assertEqual((frequency("جسر"), frequency("النهر")), (1, 0))
        self.assertEqual(LexemeChange.objects.count(), 0)

    def test_publishing_the_same_again_changes_no_count(self):
        edition = make_edition()
        vocabulary.catch_up()
        workflow.publish(edition.article)
        self.assertEqual(LexemeChange.objects.count(), 0)

    def test_counting_everything_anew_gives_the_same(self):
        for _number in range(3):
            make_edition()
        vocabulary.catch_up()
        counted = dict(Lexeme.objects.filter(frequency__gt=0).values_list("text", "frequency"))
        vocabulary.recount()
        self.assertEqual(dict(Lexeme.objects.values_list("text", "frequency")), counted)

    def test_words_one_slip_away_are_known(self):
        make_edition(title_ar="المستشفيات والجامعات والأمطار")
        vocabulary.catch_up()
        for typed, meant, why in (
            ("والامظار", "والامطار", "another letter"),
            ("والامطا", "والامطار", "one missing"),
            ("والامططار", "والامطار", "one too many"),
            ("والامطرا", "والامطار", "two that changed places"),
            ("المسنشفياث", "المستشفيات", "two slips in a long word"),
        ):
            with self.subTest(why):
                near = dict(vocabulary.near([typed])[typed])
                self.assertIn(meant, near)


class ReindexTests(TestCase):
    def reindex(self, *options):
        out = StringIO()
        call_command("reindex", *options, stdout=out)
        return out.getvalue()

    def test_it_writes_what_is_missing_and_what_an_older_program_wrote(self):
        first, second = make_edition(title_ar="جسر أول"), make_edition(title_ar="جسر ثان")
        EditionIndex.objects.filter(pk=first.pk).delete()
        EditionIndex.objects.filter(pk=second.pk).update(version=0, lexemes="")
        ArticleIndex.objects.all().delete()
        said = self.reindex()
        self.assertIn("editions: 2 of 2", said)
        self.assertEqual(set(found("جسر")), {first.pk, second.pk})
        self.assertEqual(len(found("جسر", index=ARTICLES)), 2)
        self.assertEqual(frequency("جسر"), 2)

    def test_a_second_time_it_finds_nothing_to_do(self):
        make_edition()
        self.reindex()
        self.assertNotIn("editions: ", self.reindex())

    def test_all_can_be_gone_through_and_taken_up_again(self):
        first, _second = make_edition(), make_edition()
        self.assertIn("editions: 2 of 2", self.reindex("--all"))
        self.assertIn("editions: 1 of 1", self.reindex("--all", "--after", str(first.pk)))

    def test_a_row_that_is_right_is_not_written_again(self):
        make_edition()
        self.reindex()
        version = "SELECT xmin::text FROM articles_editionindex"
        with connection.cursor() as cursor:
            cursor.execute(version)
            before = cursor.fetchall()
            self.reindex("--all")
            cursor.execute(version)
            self.assertEqual(cursor.fetchall(), before)

    def test_a_withdrawn_text_that_was_left_is_taken_out(self):
        edition = make_edition(title_ar="جسر")
        edition.withdrawn_at = NOON
        edition.save()
        self.reindex()
        self.assertEqual(EditionIndex.objects.count(), 0)
