"""Two that are one become one: articles, spellings, lists, pages and addresses follow."""

from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.db import connection
from django.test import SimpleTestCase, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import merging, workflow
from articles.merging.rows import KINDS
from articles.models import (
    Alias,
    Citation,
    Edition,
    Entity,
    Listing,
    Mention,
    Origin,
    Placement,
    Source,
    Tag,
)
from tests.makers import make_edition, make_entity, make_source, make_tag, make_user

HARBOUR = "<p>ذكرت صحيفة المرفأ أن الطريق يصل مدينة المرسى بالجبل.</p>"
BOTH = "<p>تستعد المرسى لموسم الأمطار.</p><p>وقالت بلدية مدينة المرسى إن العمل بدأ.</p>"


def bilingual(**values):
    """An article in both languages; returns its Arabic and its English edition."""
    edition = make_edition(
        title_en="The road opens", body_en="<p>The road to the hills opens in March.</p>", **values
    )
    return edition, Edition.objects.get(article=edition.article, language="en")


class TagTests(TestCase):
    def setUp(self):
        self.kept, self.gone = make_tag("سوريا", name_en="Syria"), make_tag("الجمهورية السورية")

    def test_articles_come_to_the_one_that_stays_and_an_article_with_both_has_it_once(self):
        one = make_edition(tags=["الجمهورية السورية"]).article
        both = make_edition(tags=["سوريا", "الجمهورية السورية"]).article
        merging.merge(self.kept, self.gone)
        for article in (one, both):
            self.assertEqual(list(article.tags.all()), [self.kept])
        self.assertFalse(Tag.objects.filter(pk=self.gone.pk).exists())

    def test_pages_of_both_show_and_list_the_one_that_stays(self):
        one = make_edition(tags=["الجمهورية السورية", "مدن"])
        both = make_edition(tags=["سوريا", "الجمهورية السورية"])
        merging.merge(self.kept, self.gone)
        for edition in (one, both):
            edition.refresh_from_db()
        shown = {"tag": self.kept.pk, "name": "سوريا", "slug": "سوريا"}
        self.assertIn(shown, one.tagged)
        self.assertEqual(len(one.tagged), 2)
        self.assertEqual(both.tagged, [shown])
        page = self.client.get(self.kept.get_absolute_url())
        self.assertEqual({e.pk for e in page.context["page"].editions}, {one.pk, both.pk})
        self.assertNotContains(self.client.get(one.get_absolute_url()), "الجمهورية")

    def test_the_length_of_the_list_is_counted_and_nothing_is_left_of_the_other_list(self):
        make_edition(tags=["الجمهورية السورية"])
        make_edition(tags=["سوريا", "الجمهورية السورية"])
        merging.merge(self.kept, self.gone)
        self.assertEqual(Listing.objects.get(pk=f"ar/tag/{self.kept.pk}").size, 2)
        gone = f"ar/tag/{self.gone.pk}"
        self.assertFalse(Listing.objects.filter(pk=gone).exists())
        self.assertFalse(Placement.objects.filter(list=gone).exists())

    def test_an_english_page_shows_the_english_name(self):
        Tag.objects.filter(pk=self.gone.pk).update(name_en="Syrian Arab Republic")
        _arabic, english = bilingual(tags=["الجمهورية السورية"])
        merging.merge(self.kept, self.gone)
        english.refresh_from_db()
        self.assertEqual([one["name"] for one in english.tagged], ["Syria"])

    def test_what_was_called_so_is_called_the_other_from_now_on(self):
        merging.merge(self.kept, self.gone)
        article = make_edition(tags=["الجمهوريّة السّورية", "سورية"]).article
        self.assertEqual({one.name_ar for one in article.tags.all()}, {"سوريا", "سورية"})
        self.assertFalse(Tag.objects.filter(name_ar__contains="الجمهور").exists())

    def test_spellings_from_an_earlier_merge_come_along(self):
        oldest = make_tag("القطر السوري")
        merging.merge(self.gone, oldest)
        merging.merge(self.kept, self.gone)
        self.assertEqual(Tag.objects.named(["القطر السوري"]), [self.kept])

    def test_the_one_that_stays_takes_a_name_that_it_lacks(self):
        kept, gone = make_tag("الأمم المتحدة"), make_tag("هيئة الأمم", name_en="United Nations")
        _arabic, english = bilingual(tags=["هيئة الأمم"])
        merging.merge(kept, gone)
        kept.refresh_from_db()
        english.refresh_from_db()
        self.assertEqual(kept.name_en, "United Nations")
        self.assertEqual(english.tags[0]["url"], reverse("tag", args=["الأمم-المتحدة"]))

    def test_the_cost_is_the_same_for_many_articles(self):
        def cost(number):
            kept, gone = make_tag(f"أول {number}"), make_tag(f"ثان {number}")
            for _number in range(number):
                make_edition(tags=[f"ثان {number}"])
            with CaptureQueriesContext(connection) as queries:
                merging.merge(kept, gone)
            return len(queries)

        self.assertEqual(cost(1), cost(12))


class SourceTests(TestCase):
    def setUp(self):
        self.kept = make_source("وكالة الساحل", domain="")
        self.gone = make_source("صحيفة المرفأ", "المرفأ برس", domain="harbour.example")

    def cite(self, article, source, passage, **values):
        return Citation.objects.create(
            article=article, source=source, language="ar", passage=passage, **values
        )

    def test_citations_and_what_pages_say_of_them_come_to_the_one_that_stays(self):
        edition = make_edition(body_ar=HARBOUR)
        self.assertEqual([one["source"] for one in edition.cited], [self.gone.pk])
        merging.merge(self.kept, self.gone)
        edition.refresh_from_db()
        (one,) = edition.citations
        self.assertEqual(
            (one["source"], one["name"], one["url"]),
            (self.kept.pk, "وكالة الساحل", self.kept.get_absolute_url()),
        )
        self.assertTrue(one["passage"])
        self.assertEqual(edition.article.citations.get().source, self.kept)
        page = self.client.get(self.kept.get_absolute_url()).context["page"]
        self.assertEqual(page.editions, [edition])

    def test_its_spellings_name_the_one_that_stays_in_the_next_text(self):
        merging.merge(self.kept, self.gone)
        edition = make_edition(body_ar="<p>ذكرت صحيفة المرفأ أن المطر توقف.</p>")
        self.assertEqual([one["source"] for one in edition.cited], [self.kept.pk])
        self.assertTrue(Source.objects.spelled("المرفا برس").filter(pk=self.kept.pk).exists())

    def test_the_one_that_stays_takes_the_domain_that_it_lacks(self):
        merging.merge(self.kept, self.gone)
        self.kept.refresh_from_db()
        self.assertEqual(self.kept.domain, "harbour.example")

    def test_one_passage_rests_once_on_it_as_an_editor_said(self):
        article = make_edition().article
        self.cite(article, self.kept, "أعمال الطريق", origin=Origin.FOUND, url="https://k.example/")
        self.cite(article, self.gone, "أعمال الطريق", origin=Origin.EDITOR, note="بيان")
        merging.merge(self.kept, self.gone)
        row = article.citations.get()
        self.assertEqual(
            (row.source, row.origin, row.note, row.url),
            (self.kept, Origin.EDITOR, "بيان", "https://k.example/"),
        )

    def test_what_stood_in_an_article_stands_after_it(self):
        article = make_edition().article
        self.cite(article, self.kept, "أعمال الطريق", origin=Origin.REJECTED)
        self.cite(article, self.gone, "أعمال الطريق", origin=Origin.FOUND)
        merging.merge(self.kept, self.gone)
        self.assertEqual(article.citations.get().origin, Origin.FOUND)

    def test_readers_see_a_passage_of_both_once_and_the_marks_lead_to_their_sources(self):
        article = make_edition().article
        first, second = "أعمال الطريق تبدأ في مارس", "شهرين كاملين"
        self.cite(article, self.kept, first, position=1)
        self.cite(article, self.gone, first, position=2, url="https://harbour.example/1")
        self.cite(article, self.gone, second, position=3)
        (edition,) = workflow.publish(article)
        self.assertEqual(edition.body.count('class="src"'), 3)
        merging.merge(self.kept, self.gone)
        edition.refresh_from_db()
        shown = [(one["number"], one["passage"], one["link"]) for one in edition.cited]
        self.assertEqual(shown, [(1, first, "https://harbour.example/1"), (2, second, "")])
        self.assertEqual(edition.body.count('class="src"'), 2)
        self.assertIn('href="#s1" aria-label="المصدر 1">1</a>', edition.body)
        self.assertIn('href="#s2" aria-label="المصدر 2">2</a>', edition.body)
        self.assertNotIn("#s3", edition.body)


class EntityTests(TestCase):
    def setUp(self):
        self.kept = make_entity("مدينة المرسى", kind="place")
        self.gone = make_entity("المرسى", kind="place")

    def test_names_lists_and_links_lead_to_the_one_that_stays(self):
        edition, _english = bilingual(body_ar="<p>أمطار على المرسى اليوم.</p>")
        self.assertIn(self.gone.get_absolute_url(), edition.body)
        merging.merge(self.kept, self.gone)
        edition.refresh_from_db()
        self.assertEqual(edition.entity_ids, [self.kept.pk])
        self.assertIn(f'<a href="{self.kept.get_absolute_url()}">المرسى</a>', edition.body)
        self.assertNotIn(self.gone.get_absolute_url(), edition.body)
        page = self.client.get(edition.get_absolute_url())
        self.assertEqual(page.context["entities"], [self.kept])
        page = self.client.get(self.kept.get_absolute_url())
        self.assertEqual(page.context["page"].editions, [edition])

    def test_an_article_that_names_both_names_one_as_often_as_both(self):
        edition = make_edition(body_ar=BOTH)
        article = edition.article
        self.assertEqual(article.mentions.count(), 2)
        merging.merge(self.kept, self.gone)
        mention = article.mentions.get()
        self.assertEqual(
            (mention.entity, mention.count, mention.spelling), (self.kept, 2, "المرسى")
        )
        edition.refresh_from_db()
        self.assertEqual(edition.entity_ids, [self.kept.pk])
        self.assertEqual(Listing.objects.get(pk=f"ar/entity/{self.kept.pk}").size, 1)

    def test_what_an_editor_rejected_of_one_does_not_take_the_other_away(self):
        article = make_edition(body_ar=BOTH).article
        Mention.objects.filter(entity=self.kept).update(origin=Origin.REJECTED)
        merging.merge(self.kept, self.gone)
        mention = article.mentions.get()
        self.assertEqual((mention.origin, mention.count), (Origin.FOUND, 1))

    def test_a_withdrawn_edition_is_put_right_too_and_stays_out_of_the_lists(self):
        edition = make_edition(body_ar="<p>أمطار على المرسى اليوم.</p>")
        workflow.withdraw(edition.article)
        merging.merge(self.kept, self.gone)
        edition.refresh_from_db()
        self.assertEqual(edition.entity_ids, [self.kept.pk])
        self.assertFalse(edition.placements.exists())

    def test_reading_a_text_again_finds_the_one_that_stays_and_nothing_changes(self):
        article = make_edition(body_ar=BOTH).article
        merging.merge(self.kept, self.gone)
        workflow.edit(article, {"lead_ar": ""})
        mention = article.mentions.get()
        self.assertEqual((mention.entity, mention.count), (self.kept, 2))

    def test_a_person_and_a_place_of_one_name_stay_two(self):
        person = make_entity("صالح", kind="person")
        with self.assertRaisesMessage(merging.Refused, "شيئان"):
            merging.merge(self.kept, person)
        Entity.objects.filter(pk=person.pk).update(kind="topic")
        person.refresh_from_db()
        merging.merge(self.kept, person)
        self.assertTrue(Alias.objects.filter(folded="صالح", entity=self.kept).exists())


class EveryReferenceTests(SimpleTestCase):
    def test_whatever_points_at_a_thing_moves_with_it(self):
        """A new relation needs its statement in merging/rows.py, or a merge would lose it."""
        for model in (Tag, Source, Entity):
            statements = " ".join(KINDS[model._meta.model_name].rows)
            for relation in (one for one in model._meta.related_objects if one.one_to_many):
                table, column = relation.related_model._meta.db_table, relation.field.column
                with self.subTest(table):
                    self.assertIn(f"UPDATE {table} SET {column} = %(kept)s", statements)


class RefusalTests(TestCase):
    def test_a_thing_with_itself_or_with_another_sort_is_refused(self):
        one, source = make_tag("طرق"), make_source("طرق")
        other = Tag.objects.get(pk=one.pk)
        for pair in ((one, other), (one, source), (source, one)):
            with self.subTest(pair), self.assertRaises(merging.Refused):
                merging.merge(*pair)
        self.assertEqual((Tag.objects.count(), Source.objects.count()), (1, 1))

    def test_sections_are_not_merged(self):
        first, second = (make_edition().section for _number in range(2))
        with self.assertRaises(merging.Refused):
            merging.merge(first, second)

    def test_who_may_not_delete_may_not_merge(self):
        one, other = make_tag("طرق"), make_tag("الطرق")
        for role in ("reporter", "copy_editor", "desk_editor"):
            with self.subTest(role), self.assertRaises(merging.Refused):
                merging.merge(one, other, by=make_user(role))
        self.assertEqual(Tag.objects.count(), 2)

    def test_one_that_was_merged_meanwhile_is_refused_with_its_name(self):
        one, other, third = make_tag("طرق"), make_tag("الطرق"), make_tag("الطرقات")
        merging.merge(one, other)
        with self.assertRaisesMessage(merging.Refused, "«الطرق»"):
            merging.merge(third, other)


class RecordTests(TestCase):
    def test_the_record_says_who_made_one_of_which_two(self):
        editor = make_user("managing_editor")
        kept, gone = make_tag("طرق"), make_tag("الطرق")
        merging.merge(kept, gone, by=editor)
        change, deletion = (
            LogEntry.objects.get(action_flag=flag, user=editor) for flag in (CHANGE, DELETION)
        )
        self.assertEqual((change.object_id, deletion.object_id), (str(kept.pk), str(gone.pk)))
        self.assertEqual(deletion.object_repr, "الطرق")
        self.assertIn("«الطرق»", change.get_change_message())
