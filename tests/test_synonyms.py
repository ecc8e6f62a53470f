"""House spellings: an editor writes them once, and every search finds one by the other."""

from io import StringIO

from django.core.management import call_command
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Synonym
from articles.search import Search, synonyms, vocabulary
from articles.text import spellings
from tests.makers import make_edition, make_user

LIST, ADD = "admin:articles_synonym_changelist", "admin:articles_synonym_add"


class StarterTests(TestCase):
    def test_a_fresh_newsroom_gets_the_whole_list(self):
        self.assertEqual(synonyms.load(), len(spellings.groups()))
        wagner = Synonym.objects.get(folded__contains=["واغنر"])
        self.assertEqual(wagner.spellings, "فاغنر، واغنر، فاغنير، فاجنر")
        self.assertEqual(wagner.folded, ["فاغنر", "واغنر", "فاغنير", "فاجنر"])

    def test_a_loaded_row_is_as_one_that_was_saved(self):
        synonyms.load()
        before = dict(Synonym.objects.values_list("pk", "folded"))
        for row in Synonym.objects.all():
            row.full_clean()
            row.save()
        self.assertEqual(dict(Synonym.objects.values_list("pk", "folded")), before)

    def test_what_an_editor_removed_or_changed_stays_so(self):
        synonyms.load()
        Synonym.objects.filter(folded__contains=["واغنر"]).delete()
        changed = Synonym.objects.first()
        changed.spellings = "نفط، بترول خام"
        changed.save()
        many = Synonym.objects.count()
        self.assertEqual(synonyms.load(), 0)
        self.assertEqual(Synonym.objects.count(), many)
        changed.refresh_from_db()
        self.assertEqual(changed.spellings, "نفط، بترول خام")

    def test_it_comes_with_the_gazetteer_in_two_statements(self):
        said = StringIO()
        call_command("load_gazetteer", stdout=said)
        self.assertIn(f"house spellings {len(spellings.groups())}.", said.getvalue())
        Synonym.objects.all().delete()
        with self.assertNumQueries(2):
            synonyms.load()


class OccurrenceTests(TestCase):
    def test_texts_are_counted_by_any_form_of_a_spelling(self):
        make_edition(title_ar="انسحاب فاغنر")
        make_edition(title_ar="وفاغنر تعود", body_ar="<p>لفاغنر قاعدة، ومن هونغ كونغ خبر.</p>")
        make_edition(title_ar="قوات واغنر")
        vocabulary.catch_up()
        with self.assertNumQueries(1):
            found = synonyms.occurrences(["فاغنر", "واغنر", "فاغنير", "هونغ كونغ", "هونغ هونغو"])
        self.assertEqual(
            found, {"فاغنر": 2, "واغنر": 1, "فاغنير": 0, "هونغ كونغ": 1, "هونغ هونغو": 0}
        )

    def test_nothing_is_asked_for_nothing(self):
        self.assertEqual(synonyms.occurrences([]), {})


class PageTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user("copy_editor"))

    def add(self, typed):
        return self.client.post(reverse(ADD), {"spellings": typed})

    def rows(self, typed):
        page = self.client.get(reverse(LIST), {"q": typed})
        return [row.spellings for row in page.context["cl"].result_list]

    def test_whatever_comma_was_typed_the_list_is_written_in_one_way(self):
        self.add(" فاغنر,واغنر؛\nفاغنير ، Wagner ")
        self.assertEqual(Synonym.objects.get().spellings, "فاغنر، واغنر، فاغنير، Wagner")

    def test_a_search_by_one_finds_the_other_from_then_on(self):
        edition = make_edition(title_ar="ارتفاع أسعار النفط")
        vocabulary.catch_up()
        self.assertEqual(Search().find("للبترول").ids, [])
        self.add("نفط، بترول")
        self.assertEqual(Search().find("للبترول").ids, [edition.pk])

    def test_a_spelling_with_a_hyphen_is_met_by_its_words(self):
        edition = make_edition(title_ar="لقاح كورونا")
        vocabulary.catch_up()
        self.add("كوفيد-19، كورونا")
        self.assertEqual(Search().find("كوفيد 19").ids, [edition.pk])

    def test_what_can_not_be_is_refused_in_arabic(self):
        Synonym.objects.create(spellings="نفط، بترول")
        for typed, said in (
            ("", "هذا الحقل"),
            ("فاغنر", "كتابتين على الأقل"),
            ("أحمد، احمد", "كتابتين على الأقل"),
            ("بترول، زيت", "نفط، بترول"),
            ("ا ب ت ث ج ح، خ", "خمس كلمات"),
            ("ا" * 300 + "، خ", "خمس كلمات"),
            ("خ، " * 300, "500"),
        ):
            with self.subTest(typed[:20]):
                answer = self.add(typed)
                self.assertContains(answer, "errorlist")
                self.assertContains(answer, said)
        self.assertEqual(Synonym.objects.count(), 1)

    def test_a_row_may_be_saved_again(self):
        row = Synonym.objects.create(spellings="نفط، بترول")
        page = reverse("admin:articles_synonym_change", args=[row.pk])
        self.client.post(page, {"spellings": "نفط، بترول، زيت خام"})
        row.refresh_from_db()
        self.assertEqual(row.folded, ["نفط", "بترول", "زيت خام"])

    def test_the_form_shows_an_example(self):
        self.assertContains(self.client.get(reverse(ADD)), "فاغنر، واغنر، فاغنير")

    def test_a_group_is_found_by_any_letters_of_one_of_its_words(self):
        Synonym.objects.create(spellings="إنجلترا، إنكلترا")
        Synonym.objects.create(spellings="نفط، بترول")
        self.assertEqual(self.rows("انکلترا"), ["إنجلترا، إنكلترا"])

    def test_the_list_says_how_many_published_texts_have_each_in_one_query_for_the_page(self):
        Synonym.objects.create(spellings="فاغنر، واغنر")
        make_edition(title_ar="انسحاب فاغنر")
        vocabulary.catch_up()
        page = self.client.get(reverse(LIST))
        self.assertContains(page, '<bdi>فاغنر</bdi> <span class="number">1</span>')
        self.assertContains(page, '<bdi>واغنر</bdi> <span class="number">0</span>')
        before = self.cost()
        synonyms.load()
        Synonym.objects.bulk_create(
            Synonym(spellings=f"كلمة{n}، لفظة{n}", folded=[f"كلمة{n}", f"لفظة{n}"])
            for n in range(90)
        )
        self.assertEqual(self.cost(), before)

    def cost(self):
        with CaptureQueriesContext(connection) as queries:
            self.assertEqual(self.client.get(reverse(LIST)).status_code, 200)
        return len(queries)


class RightsTests(TestCase):
    def test_who_edits_texts_edits_spellings_and_a_reporter_reads_them(self):
        row = Synonym.objects.create(spellings="نفط، بترول")
        change = reverse("admin:articles_synonym_change", args=[row.pk])
        delete = reverse("admin:articles_synonym_delete", args=[row.pk])
        for role, adds, deletes in (
            ("reporter", 403, 403),
            ("picture_editor", 403, 403),
            ("copy_editor", 200, 403),
            ("desk_editor", 200, 403),
            ("managing_editor", 200, 200),
        ):
            with self.subTest(role):
                self.client.force_login(make_user(role))
                self.assertEqual(self.client.get(reverse(LIST)).status_code, 200)
                self.assertEqual(self.client.get(change).status_code, 200)
                self.assertEqual(self.client.get(reverse(ADD)).status_code, adds)
                self.assertEqual(self.client.get(delete).status_code, deletes)

    def test_it_stands_among_the_daily_work_under_its_arabic_name(self):
        self.client.force_login(make_user("copy_editor"))
        page = self.client.get(reverse("admin:index"))
        self.assertContains(page, "الكتابات المتكافئة")
        work = page.context["app_list"][0]["models"]
        self.assertIn("Synonym", [one["object_name"] for one in work])
