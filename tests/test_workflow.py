"""One entrance for every change: what it makes, what it leaves alone, what it refuses."""

from datetime import timedelta

from django.db import DatabaseError, transaction
from django.test import TestCase
from django.utils import timezone

from articles import workflow
from articles.models import DateBasis, Edition, Image, Listing, Placement
from articles.states import State
from tests.makers import (
    BODY,
    make_article,
    make_category,
    make_edition,
    make_entity,
    make_ready,
    make_user,
)


class PublishTests(TestCase):
    def test_an_article_becomes_one_edition_for_each_complete_language(self):
        article = make_article(title_en="Road works start in March", body_en="<p>In March.</p>")
        made = workflow.publish(article)
        self.assertEqual([edition.language for edition in made], ["ar", "en"])

    def test_a_language_without_a_text_gets_no_edition(self):
        made = workflow.publish(make_article(title_en="Only a title", body_en="<p> </p>"))
        self.assertEqual([edition.language for edition in made], ["ar"])

    def test_a_language_that_is_no_longer_complete_leaves_readers(self):
        article = make_article(title_en="Roads", body_en="<p>In March.</p>")
        workflow.publish(article)
        workflow.edit(article, {"body_en": ""})
        workflow.publish(article)
        self.assertEqual(list(Edition.objects.live().values_list("language", flat=True)), ["ar"])
        self.assertFalse(Placement.objects.filter(list__startswith="en/").exists())

    def test_editing_a_live_story_changes_nothing_that_readers_see(self):
        edition = make_edition(title_ar="العنوان الأول")
        before = Edition.objects.values().get(pk=edition.pk)
        workflow.edit(edition.article, {"title_ar": "العنوان الثاني", "body_ar": "<p>غيره</p>"})
        self.assertEqual(Edition.objects.values().get(pk=edition.pk), before)
        workflow.publish(edition.article)
        edition.refresh_from_db()
        self.assertEqual(edition.title, "العنوان الثاني")
        self.assertEqual(edition.number, 2)
        self.assertIsNotNone(edition.changed_at)

    def test_publishing_the_same_again_makes_no_new_number(self):
        edition = make_edition()
        (again,) = workflow.publish(edition.article)
        self.assertEqual((again.pk, again.number, again.changed_at), (edition.pk, 1, None))

    def test_a_link_of_ours_is_not_told_as_a_change_of_the_story(self):
        edition = make_edition(body_ar="<p>افتُتح طريق في مدينة المرسى.</p>")
        make_entity("مدينة المرسى")
        workflow.edit(edition.article, {})
        (again,) = workflow.publish(edition.article)
        self.assertIn('href="/topic/', again.body)
        self.assertIsNone(again.changed_at)

    def test_the_body_is_cleaned_when_the_edition_is_made(self):
        hostile = '<p onclick="x()">خبر</p><script>alert(1)</script><a href="javascript:x">ر</a>'
        edition = make_edition(body_ar=hostile)
        self.assertEqual(edition.body, '<p>خبر</p><a rel="noopener">ر</a>')

    def test_an_edition_stands_in_every_list_it_belongs_to(self):
        top = make_category("أخبار")
        below = make_category("العالم", parent=top)
        make_entity("مدينة المرسى")
        edition = make_edition(
            category=below, tags=["طرق"], body_ar="<p>افتُتح طريق في مدينة المرسى.</p>"
        )
        lists = set(edition.placements.values_list("list", flat=True))
        self.assertLessEqual({"ar/home", f"ar/section/{top.pk}", f"ar/section/{below.pk}"}, lists)
        kinds = sorted(name.split("/")[1] for name in lists)
        self.assertEqual(
            kinds, ["day", "entity", "home", "month", "section", "section", "tag", "year"]
        )

    def test_the_publication_date_is_now_when_nobody_set_one(self):
        article = make_article(published_at=None)
        before = timezone.now()
        (edition,) = workflow.publish(article)
        self.assertGreaterEqual(edition.published_at, before)

    def test_lists_know_how_long_they_are(self):
        edition = make_edition()
        make_edition()
        self.assertEqual(Listing.objects.get(pk="ar/home").size, 2)
        workflow.withdraw(edition.article)
        self.assertEqual(Listing.objects.get(pk="ar/home").size, 1)


class WithdrawTests(TestCase):
    def test_withdrawing_removes_every_place_at_once(self):
        edition = make_edition(tags=["طرق"])
        workflow.withdraw(edition.article)
        self.assertFalse(Placement.objects.filter(edition=edition).exists())
        self.assertFalse(Edition.objects.live().exists())
        edition.article.refresh_from_db()
        self.assertEqual(edition.article.state, State.WITHDRAWN)

    def test_a_withdrawn_story_can_be_published_again_at_its_address(self):
        edition = make_edition()
        workflow.withdraw(edition.article)
        (again,) = workflow.publish(edition.article)
        self.assertEqual(again.get_absolute_url(), edition.get_absolute_url())
        self.assertTrue(Placement.objects.filter(edition=again, list="ar/home").exists())


class RefusalTests(TestCase):
    def assert_refused(self, article, error, **given):
        before = (article.events.count(), article.revisions.count())
        with self.assertRaises(error):
            workflow.publish(article, **given)
        article.refresh_from_db()
        self.assertEqual(article.state, State.DRAFT)
        self.assertFalse(Edition.objects.exists())
        self.assertEqual((article.events.count(), article.revisions.count()), before)

    def test_a_reporter_can_not_publish(self):
        self.assert_refused(make_article(), workflow.NotAllowed, by=make_user("reporter"))

    def test_a_desk_editor_can(self):
        made = workflow.publish(make_ready(), by=make_user("desk_editor"))
        self.assertEqual(len(made), 1)

    def test_an_article_without_text_or_section_is_not_ready(self):
        self.assert_refused(make_article(body_ar=""), workflow.NotReady)
        self.assert_refused(make_article(category=None), workflow.NotReady)

    def test_nothing_goes_out_before_its_embargo(self):
        later = timezone.now() + timedelta(minutes=1)
        self.assert_refused(make_article(embargo_until=later), workflow.NotReady)

    def test_a_picture_without_rights_does_not_go_out(self):
        image = Image.objects.create(title="صورة", alt_ar="طريق", credit_ar="وكالة")
        self.assert_refused(make_article(image=image), workflow.NotReady)

    def test_a_draft_can_not_be_withdrawn(self):
        with self.assertRaises(workflow.NotAllowed):
            workflow.withdraw(make_article())

    def test_a_field_that_is_none_is_a_mistake_of_ours(self):
        with self.assertRaises(ValueError):
            workflow.edit(make_article(), {"state": "published"})


class FormTests(TestCase):
    def test_a_form_that_was_opened_before_does_not_undo_a_publication(self):
        opened = make_article()
        workflow.publish(opened)
        with transaction.atomic():
            workflow.hold(opened, make_user())
            opened.lead_ar = "مقدمة جديدة"
            opened.save()
            workflow.record(opened, "edit")
        opened.refresh_from_db()
        self.assertEqual((opened.state, opened.lead_ar), (State.PUBLISHED, "مقدمة جديدة"))


class HistoryTests(TestCase):
    def test_every_change_is_a_revision_and_every_act_an_event(self):
        editor = make_user("managing_editor")
        article = make_ready(State.DRAFT)
        workflow.edit(article, {"title_ar": "البلدية تؤجل أعمال الطريق"}, by=editor)
        workflow.publish(article, by=editor, note="بعد مراجعة")
        self.assertEqual(list(article.revisions.values_list("number", flat=True)), [2, 1])
        self.assertEqual(
            list(article.events.order_by("pk").values_list("name", "by", "note")),
            [("create", None, ""), ("edit", editor.pk, ""), ("publish", editor.pk, "بعد مراجعة")],
        )

    def test_saving_without_a_change_adds_no_revision(self):
        article = make_article(body_ar=BODY)
        workflow.edit(article, {"body_ar": BODY})
        self.assertEqual(article.revisions.count(), 1)

    def test_the_database_refuses_to_rewrite_history(self):
        article = make_article()
        for rows in (article.revisions, article.events):
            with self.assertRaises(DatabaseError), transaction.atomic():
                rows.update(at=timezone.now())

    def test_a_stand_in_date_is_told_by_the_edition(self):
        read_on = timezone.now()
        edition = make_edition(published_at=read_on, date_basis=DateBasis.READ)
        self.assertTrue(edition.date_is_stand_in)
