"""What publishing requires of people: each check says what is missing and where to mend it."""

from datetime import timedelta

from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles import workflow
from articles.models import Edition, Image, Kind
from articles.states import State
from tests.makers import make_author, make_ready, make_user, tomorrow


def make_image(**values):
    defaults = {"title": "طريق", "alt_ar": "طريق ساحلي", "credit_ar": "وكالة", "rights": "own"}
    return Image.objects.create(**defaults | values)


class RequirementTests(TestCase):
    def missing(self, **values):
        article = make_ready(**values)
        return [(one.name, one.field) for one in workflow.missing(article)]

    def test_a_whole_story_lacks_nothing(self):
        self.assertEqual(self.missing(), [])

    def test_each_check_names_its_field(self):
        later = tomorrow()
        for values, wanted in (
            ({"title_ar": "طريق"}, ("title", "title_ar")),
            ({"title_ar": "طريق " * 30}, ("title", "title_ar")),
            ({"lead_ar": ""}, ("lead", "lead_ar")),
            ({"lead_ar": "قريبًا."}, ("lead", "lead_ar")),
            ({"lead_ar": "طريق " * 100}, ("lead", "lead_ar")),
            ({"category": None}, ("section", "category")),
            ({"bylines": []}, ("byline", "bylines")),
            ({"citations": []}, ("source", "citations")),
            ({"image": make_image(rights="unclear")}, ("rights", "image")),
            ({"embargo_until": later}, ("embargo", "embargo_until")),
            ({"published_at": later}, ("date", "published_at")),
        ):
            with self.subTest(values):
                self.assertEqual(self.missing(**values), [wanted])

    def test_a_story_without_text_says_only_that(self):
        self.assertEqual(self.missing(body_ar="<p> </p>"), [("text", "body_ar")])

    def test_what_a_writer_left_to_fill_in_is_found(self):
        for text in (
            "<p>قُتل ؟؟؟ أشخاص في الهجوم.</p>",
            "<p>وقال المتحدث TK إن الأعمال بدأت.</p>",
            "<p>بلغت الكلفة XXX مليون دولار.</p>",
            "<p>وقال [الاسم] إن الطريق أُغلق.</p>",
            "<p>يبدأ العمل في ____ المقبل.</p>",
            "<p>تفاصيل (للتدقيق) أخرى.</p>",
            "<p>Lorem ipsum dolor</p>",
        ):
            with self.subTest(text):
                self.assertEqual(self.missing(body_ar=text), [("placeholder", "body_ar")])

    def test_an_ordinary_question_or_name_is_nothing_to_fill_in(self):
        for text in (
            "<p>هل انتهت الحرب؟ لا أحد يعرف!</p>",
            "<p>قال «حقًا؟!» ثم سكت؟؟</p>",
            "<p>وصلت طائرة TK1980 تابعة للخطوط التركية، وموقع XX.com.</p>",
            "<p>[ترجمة: المحرر] قال… ثم (كما يقول) انصرف.</p>",
        ):
            with self.subTest(text):
                self.assertEqual(self.missing(body_ar=text), [])

    def test_an_opinion_cites_whom_it_will(self):
        self.assertEqual(self.missing(kind=Kind.OPINION, citations=[]), [])

    def test_the_other_language_is_asked_the_same(self):
        english = {"title_en": "Road works begin in March", "body_en": "<p>In March.</p>"}
        self.assertEqual(self.missing(**english), [("lead", "lead_en")])

    def test_who_publishes_is_told_all_at_once_and_nothing_changes(self):
        article = make_ready(title_ar="طريق", lead_ar="", bylines=[])
        with self.assertRaises(workflow.NotReady) as refusal:
            workflow.publish(article, by=make_user("desk_editor"))
        names = [one.name for one in refusal.exception.problems]
        self.assertEqual(names, ["title", "lead", "byline"])
        self.assertFalse(Edition.objects.exists())

    def test_nobody_publishes_before_the_embargo(self):
        article = make_ready(embargo_until=timezone.now() + timedelta(minutes=5))
        for person in (None, make_user("administrator"), make_user("managing_editor")):
            with self.assertRaises(workflow.NotReady):
                workflow.publish(article, by=person)

    def test_a_schedule_before_the_embargo_is_refused_and_one_behind_it_is_not(self):
        editor, until = make_user("desk_editor"), timezone.now() + timedelta(hours=3)
        article = make_ready(embargo_until=until)
        with self.assertRaises(workflow.NotReady):
            workflow.schedule(article, until - timedelta(minutes=1), editor)
        article = workflow.schedule(article, until, editor)
        self.assertEqual((article.state, article.scheduled_for), (State.SCHEDULED, until))

    def test_a_time_that_is_past_is_refused(self):
        with self.assertRaises(workflow.NotReady):
            workflow.schedule(make_ready(), timezone.now(), make_user("desk_editor"))


class WaiverTests(TestCase):
    def test_the_managing_editor_sets_one_aside_with_a_reason_that_stays(self):
        chief, article = make_user("managing_editor"), make_ready(bylines=[])
        workflow.waive(article, "byline", "تقرير وكالة بلا اسم", chief)
        workflow.publish(article, by=make_user("desk_editor"))
        event = article.events.get(name="waive")
        self.assertEqual(event.by, chief)
        self.assertIn("تقرير وكالة بلا اسم", event.note)

    def test_without_a_reason_or_the_right_nothing_is_set_aside(self):
        article = make_ready(bylines=[])
        with self.assertRaises(workflow.NotReady):
            workflow.waive(article, "byline", "  ", make_user("managing_editor"))
        with self.assertRaises(workflow.NotAllowed):
            workflow.waive(article, "byline", "سبب", make_user("desk_editor"))
        self.assertFalse(article.waivers.exists())
        self.assertFalse(article.events.filter(name="waive").exists())

    def test_the_embargo_the_rights_the_text_and_the_section_can_not_be_set_aside(self):
        article = make_ready()
        for name in ("embargo", "rights", "text", "section", "date", "nothing"):
            with self.assertRaises(workflow.NotAllowed):
                workflow.waive(article, name, "سبب", make_user("administrator"))


class PageTests(TestCase):
    def page(self, article):
        return self.client.get(reverse("admin:articles_article_change", args=[article.pk]))

    def test_the_page_links_what_is_missing_to_its_field(self):
        self.client.force_login(make_user("desk_editor"))
        page = self.page(make_ready(lead_ar="", bylines=[]))
        self.assertContains(page, 'href="#id_lead_ar"')
        self.assertContains(page, 'href="#bylines-group"')
        self.assertContains(page, 'id="bylines-group"')
        self.assertNotContains(page, "_waive")

    def test_one_press_sets_aside_and_saves_what_was_typed(self):
        chief, article = make_user("managing_editor"), make_ready(bylines=[])
        self.client.force_login(chief)
        self.assertContains(self.page(article), 'name="_waive" value="byline"')
        move = reverse("admin:articles_article_move", args=[article.pk])
        self.client.post(move, {"_waive": "byline", "_reason_byline": "تقرير وكالة"})
        self.assertEqual(article.waivers.get().reason, "تقرير وكالة")
        self.assertContains(self.page(article), "تقرير وكالة")

    def test_a_hand_made_waiver_by_a_reporter_is_refused(self):
        article = make_ready(bylines=[(make_author(), "writer")])
        self.client.force_login(make_user("reporter"))
        move = reverse("admin:articles_article_move", args=[article.pk])
        answer = self.client.post(move, {"_waive": "byline", "_reason_byline": "لا"}, follow=True)
        self.assertContains(answer, "لمدير التحرير وحده")
        self.assertFalse(article.waivers.exists())
