"""Nobody is overwritten: a form that was overtaken is asked about, and nothing typed is lost."""

import json
from datetime import timedelta

from django.test import SimpleTestCase
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from articles import workflow
from articles.admin.parts import TagsPart
from articles.models import Citation, Mention, Origin
from articles.text.fold import fold
from tests.makers import (
    make_author,
    make_category,
    make_desk,
    make_entity,
    make_source,
)
from tests.overtaken import BODY, LEAD, OvertakenTestCase, fields_of


class OvertakenTests(OvertakenTestCase):
    def test_what_only_they_changed_is_taken_over_and_told(self):
        self.theirs(title_ar="البلدية تؤجل أعمال الطريق")
        page = self.mine(lead_ar="تبدأ الأعمال في أبريل.")
        self.assertContains(page, "هدى قاسم")
        self.assertEqual(self.field("title_ar"), "البلدية تؤجل أعمال الطريق")
        self.assertEqual(self.field("lead_ar"), "تبدأ الأعمال في أبريل.")
        self.assertEqual([one.name for one in page.context["overtaken"]["taken"]], ["title_ar"])
        self.assertEqual(self.article.lead_ar, LEAD)
        self.mine()
        self.assertEqual(self.article.title_ar, "البلدية تؤجل أعمال الطريق")
        self.assertEqual(self.article.lead_ar, "تبدأ الأعمال في أبريل.")

    def test_two_changes_of_one_text_are_shown_word_by_word_and_brought_together(self):
        self.theirs(body_ar=BODY.replace("مارس", "أبريل"))
        page = self.mine(body_ar=BODY.replace("ولم تعلق", "ولم ترد"))
        self.assertContains(page, "<del>", count=None)
        (one,) = page.context["overtaken"]["disputes"]
        self.assertEqual((one.name, one.clashes), ("body_ar", 0))
        self.assertEqual(self.field("body_ar"), BODY.replace("ولم تعلق", "ولم ترد"))
        self.mine()
        self.assertEqual(
            self.article.body_ar, BODY.replace("مارس", "أبريل").replace("ولم تعلق", "ولم ترد")
        )

    def test_of_two_titles_one_has_to_choose(self):
        self.theirs(title_ar="البلدية تؤجل أعمال الطريق")
        self.mine(title_ar="البلدية تلغي أعمال الطريق")
        page = self.mine()
        self.assertEqual([one.name for one in page.context["overtaken"]["disputes"]], ["title_ar"])
        self.assertEqual(self.article.title_ar, "البلدية تؤجل أعمال الطريق")
        self.assertEqual(self.field("title_ar"), "البلدية تلغي أعمال الطريق")
        self.mine(_choice_title_ar="mine")
        self.assertEqual(self.article.title_ar, "البلدية تلغي أعمال الطريق")

    def test_their_text_can_be_chosen_and_mine_stays_where_i_typed_it_until_then(self):
        self.theirs(title_ar="البلدية تؤجل أعمال الطريق")
        self.mine(title_ar="البلدية تلغي أعمال الطريق", dateline_ar="المرسى")
        self.assertEqual(self.field("title_ar"), "البلدية تلغي أعمال الطريق")
        self.mine(_choice_title_ar="theirs")
        self.assertEqual(self.article.title_ar, "البلدية تؤجل أعمال الطريق")
        self.assertEqual(self.article.dateline_ar, "المرسى")

    def test_of_one_sentence_both_stand_when_one_asks_for_both(self):
        self.theirs(lead_ar="تبدأ الأعمال في أبريل وتستمر شهرين كاملين.")
        page = self.mine(lead_ar="تبدأ الأعمال في مايو وتستمر شهرين كاملين.")
        (one,) = page.context["overtaken"]["disputes"]
        self.assertEqual(one.clashes, 1)
        self.mine(_choice_lead_ar="merged")
        self.assertIn("أبريل", self.article.lead_ar)
        self.assertIn("مايو", self.article.lead_ar)

    def test_a_third_save_while_one_chooses_is_seen_too(self):
        self.theirs(title_ar="البلدية تؤجل أعمال الطريق")
        self.mine(title_ar="البلدية تلغي أعمال الطريق")
        self.theirs(lead_ar="تؤجل الأعمال إلى الصيف.")
        page = self.mine(_choice_title_ar="mine")
        self.assertEqual([one.name for one in page.context["overtaken"]["taken"]], ["lead_ar"])
        self.assertEqual(page.context["overtaken"]["disputes"], [])
        self.mine()
        self.assertEqual(self.article.title_ar, "البلدية تلغي أعمال الطريق")
        self.assertEqual(self.article.lead_ar, "تؤجل الأعمال إلى الصيف.")

    def test_the_same_change_twice_and_a_body_in_other_tags_are_no_dispute(self):
        changed = BODY.replace("مارس", "أبريل")
        self.theirs(body_ar=changed, title_ar="عنوان واحد للاثنين")
        page = self.mine(
            body_ar=changed.replace("</p><p>", "</p>\r\n<p>"), title_ar=" عنوان واحد للاثنين "
        )
        self.assertEqual(page.status_code, 302)
        self.assertEqual(self.article.title_ar, "عنوان واحد للاثنين")

    def test_a_second_press_of_save_is_no_second_opinion(self):
        form = fields_of(self.page) | {"title_ar": "عنواني"}
        answers = [self.client.post(self.address, form).status_code for _press in range(2)]
        self.assertEqual(answers, [302, 302])

    def test_every_text_of_either_side_is_in_the_form_or_in_a_version(self):
        self.theirs(lead_ar="مقدمة هدى.", body_ar="<p>نص هدى.</p>")
        page = self.mine(lead_ar="مقدمتي.", body_ar="<p>نصي.</p>", title_ar="عنواني أنا")
        for mine in ("مقدمتي.", "نصي.", "عنواني أنا"):
            self.assertContains(page, mine)
        kept = json.dumps(self.article.revisions.first().content, ensure_ascii=False)
        for theirs in ("مقدمة هدى.", "نص هدى."):
            self.assertIn(theirs, kept)
            self.assertContains(page, theirs)

    def test_a_save_that_nobody_overtook_asks_nothing(self):
        page = self.mine(title_ar="البلدية تلغي أعمال الطريق")
        self.assertEqual(page.status_code, 302)
        self.assertEqual(self.article.title_ar, "البلدية تلغي أعمال الطريق")

    def test_numbers_that_no_version_has_break_nothing(self):
        for seen in ("", "x", "٣", "-1", "999999999", "9" * 40):
            with self.subTest(seen):
                self.page = self.client.get(self.address)
                page = self.mine(_revision=seen, _base=seen, _asked="title_ar x", title_ar="عنوان")
                self.assertEqual(page.status_code, 302)


class BesideTheTextTests(OvertakenTestCase):
    def test_their_section_is_taken_over_and_named(self):
        there = make_category("اقتصاد")
        self.theirs(category=there)
        page = self.mine(title_ar="البلدية تلغي أعمال الطريق")
        self.assertContains(page, there.name)
        self.mine()
        self.assertEqual(self.article.category, there)

    def test_of_two_sections_one_has_to_choose(self):
        theirs, mine = make_category("اقتصاد"), make_category("مدن")
        self.theirs(category=theirs)
        page = self.mine(category=mine.pk)
        self.assertContains(page, theirs.name)
        self.mine(_choice_category="theirs")
        self.assertEqual(self.article.category, theirs)

    def test_times_are_compared_as_the_form_shows_them(self):
        """The database keeps microseconds, the form minutes: nobody changed them."""
        workflow.edit(self.article, {"published_at": self.article.changed_at}, by=self.me)
        self.page = self.client.get(self.address)
        self.theirs(title_ar="البلدية تؤجل أعمال الطريق")
        page = self.mine(lead_ar="مقدمة أخرى.")
        names = [one.name for one in page.context["overtaken"]["taken"]]
        self.assertEqual(names, ["title_ar"])
        self.assertEqual(page.context["overtaken"]["disputes"], [])

    def test_their_hour_is_taken_over(self):
        self.theirs(published_at=self.article.created_at)
        self.mine(title_ar="البلدية تلغي أعمال الطريق")
        self.mine()
        self.assertEqual(
            self.article.published_at.replace(second=0, microsecond=0),
            self.article.created_at.replace(second=0, microsecond=0),
        )

    def test_tags_that_either_added_or_took_away_hold(self):
        self.theirs(tags=["طرق", "ميزانية"])
        self.mine(tags="طرق، مدن، جسور")
        self.mine()
        self.assertEqual({tag.name for tag in self.article.tags.all()}, {"طرق", "جسور", "ميزانية"})

    def test_their_bylines_are_taken_over(self):
        author = make_author("نوال درويش")
        self.theirs(bylines=[(author, "writer")])
        page = self.mine(title_ar="البلدية تلغي أعمال الطريق")
        self.assertContains(page, "نوال درويش")
        self.mine()
        self.assertEqual([one.author for one in self.article.bylines.all()], [author])

    def test_of_two_bylines_one_has_to_choose_and_either_can_be_had(self):
        for choice in ("mine", "theirs"):
            with self.subTest(choice):
                names = {"mine": make_author("أنس الترجمان"), "theirs": make_author("نوال درويش")}
                workflow.edit(self.article, {"bylines": []})
                self.page = self.client.get(self.address)
                self.theirs(bylines=[(names["theirs"], "writer")])
                self.mine(**self.byline(names["mine"]))
                self.mine(_choice_bylines=choice)
                signed = [one.author for one in self.article.bylines.all()]
                self.assertEqual(signed, [names[choice]])

    def test_a_desk_and_a_deadline_that_they_set_stay_and_are_told(self):
        """No version holds them; the form says how they were when it was opened."""
        desk = make_desk("الاقتصاد")
        due = timezone.now() + timedelta(hours=3)
        self.theirs(desk=desk, due_at=due)
        answer = self.mine(title_ar="البلدية تلغي أعمال الطريق")
        self.assertEqual(answer.status_code, 302)
        self.assertEqual(self.article.desk, desk)
        self.assertEqual(self.article.due_at, due)
        self.assertContains(self.client.get(self.address), "تغيّر في الأثناء وبقي")

    def test_of_two_desks_mine_holds_and_theirs_is_told(self):
        theirs, mine = make_desk("الاقتصاد"), make_desk("المدن")
        self.theirs(desk=theirs)
        self.mine(desk=mine.pk)
        self.assertEqual(self.article.desk, mine)
        self.assertContains(self.client.get(self.address), theirs.name)

    def test_a_desk_that_nobody_else_touched_is_changed_without_a_word(self):
        mine = make_desk("المدن")
        self.mine(desk=mine.pk)
        self.assertEqual(self.article.desk, mine)
        self.assertNotContains(self.client.get(self.address), "تغيّر في الأثناء")

    def byline(self, author):
        row = {"id": "", "article": self.article.pk, "author": author.pk, "role": "writer"}
        row |= {"language": "", "position": "0"}
        rows = {f"bylines-0-{name}": value for name, value in row.items()}
        return rows | {"bylines-TOTAL_FORMS": "1", "bylines-INITIAL_FORMS": "0"}


class GoneRowTests(OvertakenTestCase):
    def test_rows_that_are_gone_meanwhile_block_no_save(self):
        make_entity("مدينة المرسى", "المرسى")
        source = make_source("صحيفة المرفأ")
        set_by_me = {"source": source, "language": "ar", "passage": "ما قالته الصحيفة"}
        named = BODY.replace("البلدية", "بلدية المرسى")
        workflow.edit(self.article, {"body_ar": named, "citations": [set_by_me]})
        self.assertTrue(Mention.objects.filter(article=self.article, origin=Origin.FOUND).exists())
        self.page = self.client.get(self.address)
        Citation.objects.filter(article=self.article).delete()
        Mention.objects.filter(article=self.article).delete()
        page = self.mine(title_ar="البلدية تلغي أعمال الطريق")
        self.assertEqual(page.status_code, 302)
        self.assertEqual(self.article.citations.get().passage, "ما قالته الصحيفة")
        self.assertEqual(self.article.mentions.get().origin, Origin.FOUND)

    def test_a_byline_that_was_made_anew_is_not_doubled(self):
        author = make_author("نوال درويش")
        workflow.edit(self.article, {"bylines": [(author, "writer")]})
        self.page = self.client.get(self.address)
        workflow.edit(self.article, {"bylines": [(author, "writer")]})
        page = self.mine(title_ar="البلدية تلغي أعمال الطريق")
        self.assertEqual(page.status_code, 302)
        self.assertEqual(self.article.bylines.count(), 1)


class TagsTests(SimpleTestCase):
    names = st.lists(st.sampled_from(["طرق", "مدن", "تركيا", "ترکيا", "قسد"]), unique_by=fold)

    @given(names, names, names)
    def test_what_either_side_added_is_there_and_what_either_took_away_is_not(
        self, was, mine, theirs
    ):
        joined = set(map(fold, TagsPart("").join(was, mine, theirs)))
        was, mine, theirs = (set(map(fold, side)) for side in (was, mine, theirs))
        self.assertEqual(joined, (was & mine & theirs) | (mine - was) | (theirs - was))
