"""The week calendar shows what goes out when, and moves it by workflow alone."""

from datetime import date, datetime, time, timedelta
from html.parser import HTMLParser
from urllib.parse import quote

from django.db import connection
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import clock, workers, workflow
from articles.admin import week as weeks
from articles.models import Article
from articles.states import State
from tests.makers import make_article, make_desk, make_ready, make_user

WEEK = "2030-11-24"  # a Sunday


def at(day, hour, minute=0):
    """A time in that week by the newsroom's clock; day 0 is its first."""
    days = date.fromisoformat(WEEK) + timedelta(day)
    return timezone.make_aware(datetime.combine(days, time(hour, minute)))


def make_scheduled(moment, **values):
    article = make_ready(State.SCHEDULED, **values)
    Article.objects.filter(pk=article.pk).update(scheduled_for=moment)
    article.refresh_from_db()
    return article


class CalendarTestCase(TestCase):
    def setUp(self):
        self.editor = make_user("managing_editor")
        self.client.force_login(self.editor)
        self.address = reverse("admin:articles_article_calendar")

    def page(self, query=f"?week={WEEK}"):
        return self.client.get(self.address + query)

    def cards(self, page):
        """Every card by the day and the first hour of its slot."""
        return {
            (str(day.date), slot.hours.start): [card.article.pk for card in slot.cards]
            for day in page.context["days"]
            for slot in day.slots
            if slot.cards
        }


class WeekTests(CalendarTestCase):
    def test_a_story_stands_on_its_day_and_hour_in_the_newsroom_s_time_zone(self):
        first = make_scheduled(at(1, 14, 5))
        last = make_scheduled(at(1, 23, 59))  # still the 25th, though 20:59 in UTC
        night = make_scheduled(at(2, 1, 30))  # the 26th, though the 25th in UTC
        make_scheduled(at(7, 0))
        page = self.page()
        self.assertEqual(
            self.cards(page),
            {
                ("2030-11-25", 14): [first.pk],
                ("2030-11-25", 23): [last.pk],
                ("2030-11-26", 0): [night.pk],
            },
        )
        self.assertContains(page, first.title_ar)
        self.assertContains(page, "3 مواد مجدولة")

    def test_the_week_of_any_of_its_days_begins_as_in_the_country(self):
        for asked, first in (("2030-11-24", 24), ("2030-11-30", 24), ("2030-12-01", 1)):
            self.assertEqual(self.page(f"?week={asked}").context["first"].day, first)
        with override_settings(TIME_ZONE="Asia/Damascus"):
            self.assertEqual(self.page("?week=2030-11-24").context["first"].day, 23)

    def test_what_is_no_day_shows_this_week(self):
        for asked in ("", "غدا", "2030-02-31", "0001-01-01", "9999-12-31", "2030-11-24 'x"):
            page = self.page(f"?week={quote(asked)}")
            self.assertTrue(page.context["holds_today"], asked)

    def test_one_desk_shows_its_stories_only(self):
        desk = make_desk("اقتصاد")
        its = make_scheduled(at(0, 9), desk=desk)
        make_scheduled(at(0, 9))
        make_article(title_ar="بلا مكتب", due_at=at(0, 9))
        page = self.page(f"?week={WEEK}&desk={desk.pk}")
        self.assertEqual(self.cards(page), {(WEEK, 9): [its.pk]})
        self.assertNotContains(page, "بلا مكتب")
        self.assertContains(page, f"?week=2030-12-01&amp;desk={desk.pk}")
        for wrong in ("0", "x", "9" * 30):
            self.assertIsNone(self.page(f"?week={WEEK}&desk={wrong}").context["desk"])

    def test_deadlines_and_what_is_out_stand_beside_and_many_are_counted(self):
        for minute in range(5):
            make_article(title_ar=f"قيد الكتابة {minute}", due_at=at(3, 12, minute))
        make_article(title_ar="موعد الليل", due_at=at(3, 2))
        make_article(title_ar="موعد الليل أيضًا", due_at=at(3, 4))
        workflow.publish(make_article(title_ar="خبر منشور", published_at=at(-7, 10)))
        slots = self.page().context["days"][3].slots
        noon = next(slot for slot in slots if slot.hours.start == 12)
        self.assertEqual([mark.hour for mark in noon.deadlines.shown], ["12:00", "12:01", "12:02"])
        self.assertEqual((noon.deadlines.count, noon.deadlines.more), (5, 2))
        self.assertEqual((slots[0].deadlines.count, slots[0].deadlines.more), (2, 0))
        self.assertContains(self.page(), "وموعدان آخران")
        before = self.page("?week=2030-11-17")
        self.assertContains(before, "نُشرت:")
        self.assertContains(before, "خبر منشور")

    def test_a_published_story_has_no_deadline_any_more(self):
        workflow.publish(make_article(title_ar="وصل في وقته", due_at=at(2, 12)))
        self.assertNotContains(self.page(), "وصل في وقته")

    def test_an_embargo_shows_its_hour_and_warns_when_it_ends_too_late(self):
        make_scheduled(at(0, 9), embargo_until=at(0, 8, 30))
        make_scheduled(at(1, 9), embargo_until=at(1, 12))
        make_scheduled(at(2, 9), embargo_until=at(3, 12))
        page = self.page()
        self.assertContains(page, "محظورة حتى 08:30")
        self.assertContains(page, "ينتهي حظرها بعد موعدها: 12:00")
        self.assertContains(page, "ينتهي حظرها بعد موعدها: 27 نوفمبر، 12:00")

    def test_a_late_story_says_why(self):
        passed = clock.now() - timedelta(minutes=30)
        make_scheduled(passed, embargo_until=clock.now() + timedelta(days=1))
        workflow.publish_due()
        page = self.page(f"?week={timezone.localdate(passed)}")
        self.assertContains(page, "متأخر: المادة محظورة النشر حتى")

    def test_the_story_s_own_page_says_so_too(self):
        passed = clock.now() - timedelta(minutes=30)
        article = make_scheduled(passed, embargo_until=clock.now() + timedelta(days=1))
        address = reverse("admin:articles_article_change", args=[article.pk])
        self.assertContains(self.client.get(address), "متأخرة ولم تُنشر بعد.")
        workflow.publish_due()
        self.assertContains(self.client.get(address), "متأخرة ولم تُنشر بعد: المادة محظورة النشر")

    def test_it_says_that_no_worker_works(self):
        workers.mark_published(clock.now() - timedelta(minutes=5))
        self.assertContains(self.page(), "لا عامل يعمل منذ")
        workers.mark_published(clock.now())
        self.assertNotContains(self.page(), "لا عامل يعمل")

    def test_the_cost_does_not_grow_with_the_week(self):
        desks = [make_desk() for _n in range(2)]

        def fill(hours):
            for hour in hours:
                make_scheduled(at(hour % 7, hour), desk=desks[hour % 2])
                make_article(due_at=at(hour % 7, hour, 30))
                workflow.publish(make_article(published_at=at(hour % 7, hour, 10)))

        def cost():
            with CaptureQueriesContext(connection) as queries:
                self.assertEqual(self.page().status_code, 200)
            return len(queries)

        fill(range(2))
        self.page()
        few = cost()
        fill(range(2, 16))
        self.assertEqual(cost(), few)
        self.assertLessEqual(few, 17)

    def test_nothing_on_the_page_breaks_the_strict_policy(self):
        make_scheduled(at(1, 14))

        class Attributes(HTMLParser):
            def handle_starttag(self, tag, attrs):
                names = [name for name, _value in attrs]
                assert "style" not in names, tag
                assert not [name for name in names if name.startswith("on")], tag
                assert tag != "style" and (tag != "script" or "src" in names), tag

        Attributes().feed(self.page().content.decode())

    def test_every_hour_has_one_slot(self):
        hours = [hour for slot in weeks.SLOTS for hour in slot]
        self.assertEqual(hours, list(range(24)))


class MovingTests(CalendarTestCase):
    def setUp(self):
        super().setUp()
        self.article = make_scheduled(at(1, 14, 5))

    def move(self, day, hour, **headers):
        back = f"{self.address}?week={WEEK}"
        return self.client.post(
            reverse("admin:articles_article_move", args=[self.article.pk]),
            {"_move": "schedule", "_at_0": day, "_at_1": hour, "_next": back},
            headers=headers,
        )

    def ask(self, day, hour):
        """Move it as the script does; return the code of the answer and what it says."""
        answer = self.move(day, hour, accept="application/json")
        said = answer.json()
        return answer.status_code, said.get("done") or " ".join(said["problems"])

    def stands(self):
        self.article.refresh_from_db()
        return self.article.scheduled_for

    def test_the_form_on_a_card_moves_it_and_comes_back(self):
        self.assertContains(self.page(), 'value="25 نوفمبر 2030"')
        answer = self.move("٢٦ تشرين الثاني ٢٠٣٠", "٧ مساءً")
        self.assertRedirects(answer, f"{self.address}?week={WEEK}", fetch_redirect_response=False)
        self.assertEqual(self.stands(), at(2, 19))
        self.assertEqual(self.article.scheduled_by, self.editor)

    def test_a_script_is_answered_and_the_move_is_in_the_history(self):
        code, said = self.ask("2030-11-26", "09:05")
        self.assertEqual((code, said), (200, "دخلت الجدول."))
        self.assertEqual(self.stands(), at(2, 9, 5))
        self.assertEqual(self.article.events.first().details["for"], at(2, 9, 5).isoformat())

    def test_what_workflow_refuses_is_said_and_nothing_moves(self):
        for day, hour, told in (
            ("2020-11-26", "09:05", "مضى"),
            ("31 نيسان 2030", "09:05", "لا يوم بهذا التاريخ"),
            ("2030-11-26", "", "تنقص الساعة"),
        ):
            code, said = self.ask(day, hour)
            self.assertEqual(code, 409)
            self.assertIn(told, said)
            self.assertEqual(self.stands(), at(1, 14, 5))

    def test_an_embargo_is_no_obstacle_only_once_it_is_over(self):
        Article.objects.filter(pk=self.article.pk).update(embargo_until=at(2, 12))
        self.assertIn("محظورة النشر", self.ask("2030-11-26", "11:59")[1])
        self.assertEqual(self.ask("2030-11-26", "12:00")[0], 200)

    def test_who_may_not_schedule_sees_no_way_to_and_is_refused_by_hand(self):
        for role in ("reporter", "copy_editor", "picture_editor"):
            self.client.force_login(make_user(role))
            page = self.page()
            self.assertContains(page, self.article.title_ar)
            self.assertNotContains(page, "انقل إلى</summary>")
            self.assertNotContains(page, "slot-card--movable")
            self.assertEqual(self.ask("2030-11-26", "09:05")[0], 409)
            self.assertEqual(self.stands(), at(1, 14, 5))

    def test_an_editor_of_another_desk_may_not_nor_one_whose_own_story_it_is(self):
        stranger = make_user("desk_editor")
        self.client.force_login(stranger)
        for change, told in (
            ({"desk": make_desk("رياضة")}, "مكتب"),
            ({"desk": None, "created_by": stranger}, "شخص آخر"),
        ):
            Article.objects.filter(pk=self.article.pk).update(**change)
            self.assertNotContains(self.page(), "slot-card--movable")
            code, said = self.ask("2030-11-26", "9:05")
            self.assertEqual(code, 409)
            self.assertIn(told, said)
            self.assertEqual(self.stands(), at(1, 14, 5))

    def test_a_stranger_to_the_newsroom_sees_nothing(self):
        self.client.logout()
        self.assertEqual(self.page().status_code, 302)
