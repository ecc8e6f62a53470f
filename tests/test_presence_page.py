"""The addresses that an open article's page asks: who is here, what was saved, is one signed in."""

from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import presence, workflow
from articles.models import Presence
from articles.states import State
from tests.makers import bring, make_article, make_user
from tests.test_presence import age


class PresencePageTests(TestCase):
    def setUp(self):
        self.article = make_article(title_ar="الجسر القديم يُفتح للمشاة")
        self.nawal, self.huda = make_user("desk_editor"), make_user("managing_editor")
        for user, first, last in ((self.nawal, "نوال", "درويش"), (self.huda, "هدى", "قاسم")):
            user.first_name, user.last_name = first, last
            user.save()
        self.client.force_login(self.huda)

    def address(self, name="presence", pk=None):
        return reverse(f"admin:articles_article_{name}", args=[pk or self.article.pk])

    def test_the_page_learns_who_else_writes_and_is_seen_itself(self):
        presence.mark(self.article.pk, self.nawal)
        answer = self.client.post(self.address(), {"seen": "1"}).json()
        self.assertEqual(answer["others"], ["نوال درويش"])
        self.assertEqual(presence.others(self.article.pk, self.nawal), [self.huda])
        age(61, user=self.nawal)
        self.assertEqual(self.client.post(self.address()).json()["others"], [])

    def test_the_page_shows_who_writes_before_any_script_asks(self):
        presence.mark(self.article.pk, self.nawal)
        page = self.client.get(reverse("admin:articles_article_change", args=[self.article.pk]))
        self.assertContains(page, "<bdi>نوال درويش</bdi>")

    def test_a_newer_version_is_told_with_name_and_hour_before_anybody_saves(self):
        self.assertEqual(self.client.post(self.address(), {"seen": "1"}).json()["told"], "")
        workflow.edit(self.article, {"title_ar": "الجسر القديم يُغلق"}, by=self.nawal)
        answer = self.client.post(self.address(), {"seen": "1"}).json()
        self.assertRegex(answer["told"], r"حُفظت هذه المادة عند \d\d:\d\d باسم نوال درويش")
        self.assertEqual((answer["revision"], answer["saved_by"]), (2, "نوال درويش"))
        self.assertRegex(answer["saved_at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+")

    def test_what_one_saved_oneself_elsewhere_is_told_as_such(self):
        workflow.edit(self.article, {"title_ar": "الجسر القديم يُغلق"}, by=self.huda)
        answer = self.client.post(self.address(), {"seen": "1"}).json()
        self.assertIn("من نافذة أخرى", answer["told"])

    def test_a_move_made_meanwhile_is_told(self):
        workflow.move(self.article, "submit")
        answer = self.client.post(self.address()).json()
        self.assertEqual((answer["state"], answer["state_label"]), ("review", "قيد المراجعة"))

    def test_an_open_page_that_nobody_touches_is_nobodys(self):
        presence.mark(self.article.pk, self.nawal)
        answer = self.client.post(self.address(), {"away": "1"}).json()
        self.assertEqual(answer["others"], ["نوال درويش"])
        self.assertEqual(presence.others(self.article.pk, self.nawal), [])

    def test_leaving_is_seen_at_once(self):
        self.client.post(self.address())
        self.client.post(self.address("presence_leave"))
        self.assertFalse(Presence.objects.exists())

    def test_who_may_only_read_is_told_but_does_not_count_as_writing(self):
        spiked = bring(make_article(), State.SPIKED)
        self.client.force_login(make_user("reporter"))
        answer = self.client.post(self.address(pk=spiked.pk))
        self.assertEqual(answer.status_code, 200)
        self.assertFalse(Presence.objects.exists())

    def test_who_may_see_no_article_is_refused(self):
        stranger = make_user("reporter")
        stranger.groups.clear()
        self.client.force_login(stranger)
        for name in ("presence", "presence_leave"):
            self.assertEqual(self.client.post(self.address(name)).status_code, 403)
        self.assertFalse(Presence.objects.exists())

    def test_who_is_signed_out_is_told_so_and_not_sent_elsewhere(self):
        self.client.logout()
        for name in ("presence", "presence_leave"):
            self.assertEqual(self.client.post(self.address(name)).status_code, 401)
        answer = self.client.get(reverse("admin:articles_article_alive"))
        self.assertEqual((answer.status_code, answer.json()), (401, {"signed_in": False}))

    def test_a_page_learns_who_is_signed_in_and_gets_a_token_that_is_good(self):
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(self.huda)
        self.assertEqual(strict.post(self.address()).status_code, 403)
        answer = strict.get(reverse("admin:articles_article_alive")).json()
        self.assertEqual((answer["user"], answer["name"]), (self.huda.pk, "هدى قاسم"))
        body = {"csrfmiddlewaretoken": answer["csrf"]}
        self.assertEqual(strict.post(self.address(), body).status_code, 200)

    def test_asking_changes_nothing_by_get_and_never_touches_the_session(self):
        self.assertEqual(self.client.get(self.address()).status_code, 405)
        before = list(Session.objects.values())
        for _time in range(3):
            answer = self.client.post(self.address())
            self.client.get(reverse("admin:articles_article_alive"))
            self.assertNotIn("sessionid", answer.cookies)
        self.assertEqual(list(Session.objects.values()), before)

    def test_answers_are_never_kept_by_a_cache(self):
        self.assertIn("no-store", self.client.post(self.address()).headers["Cache-Control"])

    def test_there_is_nobody_at_an_article_that_is_not(self):
        self.assertEqual(self.client.post(self.address(pk=10**9)).status_code, 404)

    def test_the_cost_does_not_grow_with_people_or_versions(self):
        self.client.post(self.address())
        before = self.cost()
        for number in range(5):
            presence.mark(self.article.pk, make_user())
            workflow.edit(self.article, {"title_ar": f"عنوان {number}"})
        self.assertEqual(self.cost(), before)

    def cost(self):
        with CaptureQueriesContext(connection) as queries:
            self.client.post(self.address())
        return len(queries)
