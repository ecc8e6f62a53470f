"""Moves made from the board, by button and by hand: allowed, asked about, refused in one voice."""

from django.urls import reverse
from django.utils import timezone, translation

from articles import workflow
from articles.models import Event
from articles.states import State
from tests.board import HOUR, BoardPageCase, change
from tests.makers import bring, make_article, make_desk, make_ready, make_user


class MoveTests(BoardPageCase):
    def post(self, article, name, **values):
        address = reverse("admin:articles_article_move", args=[article.pk])
        return self.client.post(address, {"_move": name, "_next": "/admin/?late=1", **values})

    def test_a_plain_move_is_one_button_that_comes_back_to_the_board(self):
        story = make_article()
        page = self.page(late="0")
        self.assertContains(page, 'name="_move" value="submit" data-end="review"')
        answer = self.post(story, "submit")
        self.assertRedirects(answer, "/admin/?late=1")
        self.assertEqual(self.said(answer), ["أُرسلت للمراجعة."])
        self.assertEqual(change(story).state, State.REVIEW)

    def test_a_move_that_asks_is_a_link_to_its_page(self):
        story = bring(make_article(), State.REVIEW)
        page = self.page()
        for name, end in (("return", "draft"), ("publish", "published"), ("spike", "spiked")):
            address = reverse("admin:articles_article_ask", args=[story.pk, name])
            self.assertContains(page, f'<a href="{address}" data-end="{end}">')

    def test_a_card_offers_nothing_that_this_person_may_not_do(self):
        story = change(make_article(desk=make_desk("ثقافة")), state=State.REVIEW)
        self.client.force_login(make_user("desk_editor"))
        page = self.page()
        self.assertContains(page, story.title)
        self.assertNotContains(page, "data-end=")

    def test_posted_by_hand_it_is_refused_in_the_words_that_the_page_would_say(self):
        story = change(make_article(desk=make_desk("ثقافة")), state=State.REVIEW)
        editor = make_user("desk_editor")
        self.client.force_login(editor)
        with translation.override("ar"), self.assertRaises(workflow.NotAllowed) as refused:
            workflow.move(story, "approve", editor)
        sentence = str(refused.exception)
        self.assertIn("ولست من العاملين فيه", sentence)
        self.assertEqual(self.said(self.post(story, "approve")), [sentence])
        ask = reverse("admin:articles_article_ask", args=[story.pk, "approve"])
        for answer in (self.client.get(ask), self.client.post(ask)):
            self.assertRedirects(answer, "/admin/")
            self.assertEqual(self.said(answer)[-1], sentence)
        self.assertEqual(change(story).state, State.REVIEW)
        self.assertFalse(Event.objects.filter(article=story, name="approve").exists())

    def test_a_script_hears_the_same_as_json(self):
        story = make_article()
        address = reverse("admin:articles_article_move", args=[story.pk])
        headers = {"Accept": "application/json"}
        answer = self.client.post(address, {"_move": "submit"}, headers=headers)
        self.assertEqual(answer.json(), {"done": "أُرسلت للمراجعة."})
        answer = self.client.post(address, {"_move": "submit"}, headers=headers)
        self.assertEqual(answer.status_code, 409)
        self.assertIn("قيد المراجعة", answer.json()["problems"][0])


class AskingTests(BoardPageCase):
    def ask(self, article, name, query=""):
        return reverse("admin:articles_article_ask", args=[article.pk, name]) + query

    def test_what_goes_back_needs_its_reason_and_keeps_it(self):
        story = bring(make_article(title_ar="ميزانية الوادي"), State.REVIEW)
        address = self.ask(story, "return", "?late=1")
        self.assertContains(self.client.get(address), "ميزانية الوادي")
        refused = self.client.post(address, {"_note": "  "})
        self.assertContains(refused, "اكتب السبب")
        self.assertEqual(change(story).state, State.REVIEW)
        made = self.client.post(address, {"_note": "ينقصها رد البلدية."})
        self.assertRedirects(made, "/admin/?late=1")
        self.assertEqual(change(story).state, State.DRAFT)
        self.assertEqual(story.events.first().note, "ينقصها رد البلدية.")

    def test_a_schedule_asks_for_its_hour_in_any_digits(self):
        story = make_ready(State.READY)
        address = self.ask(story, "schedule")
        page = self.client.get(address)
        self.assertContains(page, "متى تُنشر؟")
        self.assertContains(page, 'aria-label="تُنشر في: ', 2)
        missed = self.client.post(address, {"_at_0": "2024-04-26", "_at_1": "07:00"})
        self.assertEqual(missed.status_code, 200)
        self.assertEqual(change(story).state, State.READY)
        ahead = timezone.localtime(timezone.now() + 30 * HOUR).replace(second=0, microsecond=0)
        hour = f"{ahead:%H:%M}".translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
        made = self.client.post(address, {"_at_0": f"{ahead:%Y-%m-%d}", "_at_1": hour})
        self.assertRedirects(made, "/admin/")
        self.assertEqual(change(story).scheduled_for, ahead)

    def test_nothing_goes_out_without_a_yes_and_what_is_missing_is_said_first(self):
        lacking = bring(make_article(), State.READY)
        page = self.client.get(self.ask(lacking, "publish"))
        self.assertContains(page, "ما يحول دون ذلك")
        self.assertContains(page, reverse("admin:articles_article_change", args=[lacking.pk]))
        self.client.post(self.ask(lacking, "publish"))
        self.assertEqual(change(lacking).state, State.READY)
        story = make_ready(State.READY)
        page = self.client.get(self.ask(story, "publish"))
        self.assertNotContains(page, "ما يحول دون ذلك")
        self.assertEqual(change(story).state, State.READY)
        self.assertRedirects(self.client.post(self.ask(story, "publish")), "/admin/")
        self.assertEqual(change(story).state, State.PUBLISHED)

    def test_a_withdrawal_may_tell_readers_why(self):
        story = make_ready(State.PUBLISHED)
        address = self.ask(story, "withdraw")
        self.assertContains(self.client.get(address), "_public_ar")
        values = {"_move": "withdraw", "_note": "طلب قانوني", "_public_ar": "سُحبت لخطأ في الاسم."}
        self.assertRedirects(self.client.post(address, values), "/admin/")
        self.assertEqual(change(story).state, State.WITHDRAWN)
        told = self.client.get(story.editions.get().get_absolute_url())
        self.assertContains(told, "سُحبت لخطأ في الاسم.", status_code=410)

    def test_a_change_that_readers_will_see_is_named_on_the_page_of_the_story(self):
        story = make_ready(State.PUBLISHED)
        workflow.edit(story, {"title_ar": "البلدية تؤجّل أعمال الطريق الساحلي"})
        answer = self.client.get(self.ask(story, "publish"))
        page = reverse("admin:articles_article_change", args=[story.pk])
        self.assertRedirects(answer, f"{page}#act")

    def test_a_version_that_came_meanwhile_is_not_moved_unseen(self):
        story = bring(make_article(), State.REVIEW)
        page = self.client.get(self.ask(story, "return"))
        workflow.edit(story, {"title_ar": "عنوان أحدث"})
        answer = self.client.post(
            self.ask(story, "return"), {"_note": "أعدها", "_seen": page.context["seen"]}
        )
        self.assertEqual(answer.status_code, 200)
        self.assertEqual(change(story).state, State.REVIEW)
