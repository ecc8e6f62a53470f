"""Moves from the newsroom's pages: buttons from the table, the same refusal however it is asked."""

from unittest import mock

from django.test import TestCase
from django.urls import reverse

from articles import states, workflow
from articles.models import Article, Edition
from articles.states import State
from tests.makers import make_category, make_desk, make_ready, make_user
from tests.test_admin import article_form


class MovePageTests(TestCase):
    def setUp(self):
        self.editor = make_user("desk_editor")
        self.client.force_login(self.editor)

    def address(self, article, name="change"):
        return reverse(f"admin:articles_article_{name}", args=[article.pk])

    def move(self, article, name, **values):
        return self.client.post(self.address(article, "move"), {"_move": name} | values)

    def buttons(self, article):
        page = self.client.get(self.address(article))
        return [name for name in states.names() if f'name="_move" value="{name}"' in page.text]

    def test_the_buttons_are_those_of_the_table(self):
        wanted = {
            State.DRAFT: ["submit", "spike"],
            State.REVIEW: ["return", "approve", "publish", "spike"],
            State.LANGUAGE: ["return", "publish", "spike"],
            State.READY: ["return", "schedule", "publish", "spike"],
            State.SCHEDULED: ["schedule", "unschedule", "publish"],
            State.PUBLISHED: ["submit", "schedule", "publish", "drop"],
            State.WITHDRAWN: ["reopen"],
            State.SPIKED: ["revive"],
        }
        for state, names in wanted.items():
            with self.subTest(state):
                self.assertEqual(self.buttons(make_ready(state)), names)

    def test_a_new_row_of_the_table_is_a_button_and_a_bulk_action(self):
        row = states.Move(
            "park", "إلى الرف", "على الرف.", (State.READY,), State.SPIKED, states.EDITORS
        )
        article = make_ready()
        with mock.patch.object(states, "MOVES", (*states.MOVES, row)):
            self.assertIn("park", self.buttons(article))
            listing = self.client.get(reverse("admin:articles_article_changelist"))
            self.assertContains(listing, 'value="move_park"')
            self.move(article, "park")
        article.refresh_from_db()
        self.assertEqual(article.state, State.SPIKED)

    def test_a_move_is_made_and_told(self):
        article = make_ready(State.REVIEW)
        answer = self.client.post(self.address(article, "move"), {"_move": "approve"}, follow=True)
        self.assertContains(answer, "التدقيق اللغوي")
        article.refresh_from_db()
        self.assertEqual(article.state, State.LANGUAGE)

    def test_a_refusal_is_the_same_by_button_by_hand_and_for_a_script(self):
        mine = make_ready(State.REVIEW)
        Article.objects.filter(pk=mine.pk).update(created_by=self.editor)
        sentence = "لا بد أن يجيزها شخص آخر"
        by_hand = self.client.post(self.address(mine, "move"), {"_move": "approve"}, follow=True)
        self.assertContains(by_hand, sentence)
        form = article_form(_move="approve", category=mine.category_id)
        self.assertContains(self.client.post(self.address(mine), form, follow=True), sentence)
        script = self.client.post(
            self.address(mine, "move"), {"_move": "approve"}, headers={"accept": "application/json"}
        )
        self.assertEqual(script.status_code, 409)
        self.assertIn(sentence, script.json()["problems"][0])
        mine.refresh_from_db()
        self.assertEqual(mine.state, State.REVIEW)

    def test_a_script_is_told_what_was_done(self):
        answer = self.client.post(
            self.address(make_ready(State.REVIEW), "move"),
            {"_move": "approve"},
            headers={"accept": "application/json"},
        )
        self.assertIn("أُجيزت", answer.json()["done"])

    def test_what_was_changed_since_it_was_looked_at_does_not_go_out_unread(self):
        article = make_ready()
        seen = article.revisions.first().number
        workflow.edit(article, {"lead_ar": "تبدأ الأعمال في نيسان وتستمر شهرين."})
        self.move(article, "publish", _seen=str(seen))
        self.assertFalse(Edition.objects.exists())
        self.move(article, "publish", _seen=str(seen + 1))
        self.assertTrue(Edition.objects.exists())

    def test_a_schedule_reads_what_arabs_type(self):
        article = make_ready()
        self.move(article, "schedule", _at_0="٢٦/٤/٢٠٣٠", _at_1="١٤:٣٠")
        article.refresh_from_db()
        self.assertEqual(f"{article.scheduled_for:%Y-%m-%d %H:%M}", "2030-04-26 11:30")
        self.assertEqual(article.scheduled_by, self.editor)

    def test_a_time_that_nobody_can_read_is_told_and_nothing_changes(self):
        article = make_ready()
        answer = self.client.post(
            self.address(article, "move"),
            {"_move": "schedule", "_at_0": "قريبًا", "_at_1": "ظهرًا"},
            follow=True,
        )
        self.assertContains(answer, 'class="error"')
        article.refresh_from_db()
        self.assertEqual(article.state, State.READY)

    def test_it_leads_back_only_to_pages_of_ours(self):
        article = make_ready(State.REVIEW)
        answer = self.move(article, "approve", _next="https://evil.example/")
        self.assertEqual(answer["Location"], self.address(article))
        answer = self.move(make_ready(State.REVIEW), "approve", _next="/admin/")
        self.assertEqual(answer["Location"], "/admin/")

    def test_only_a_post_of_someone_of_the_newsroom_moves(self):
        article = make_ready(State.REVIEW)
        self.assertEqual(self.client.get(self.address(article, "move")).status_code, 405)
        self.client.logout()
        self.assertEqual(self.move(article, "approve").status_code, 302)
        article.refresh_from_db()
        self.assertEqual(article.state, State.REVIEW)

    def test_who_may_not_write_still_sees_the_story_and_may_take_it_back(self):
        reporter = make_user("reporter")
        article = make_ready(State.REVIEW)
        Article.objects.filter(pk=article.pk).update(created_by=reporter)
        self.client.force_login(reporter)
        page = self.client.get(self.address(article))
        self.assertNotContains(page, 'name="title_ar"')
        self.assertContains(page, "تقرؤها الآن ولا تعدّلها")
        self.assertContains(page, 'value="recall"')
        self.move(article, "recall")
        article.refresh_from_db()
        self.assertEqual(article.state, State.DRAFT)

    def test_a_text_sent_for_a_story_that_may_not_be_changed_is_answered_with_the_reason(self):
        article = make_ready(State.SPIKED)
        form = article_form(category=article.category_id)
        answer = self.client.post(self.address(article), form, follow=True)
        self.assertContains(answer, "لا تُحرَّر")
        self.assertEqual(article.revisions.count(), 1)

    def test_a_story_of_another_desk_is_read_and_not_written(self):
        article = make_ready(State.DRAFT, desk=make_desk("رياضة"))
        page = self.client.get(self.address(article))
        self.assertNotContains(page, 'name="title_ar"')
        article.desk.members.add(self.editor)
        self.assertContains(self.client.get(self.address(article)), 'name="title_ar"')

    def test_many_are_moved_at_once_and_each_refusal_is_told(self):
        good, bad = make_ready(State.REVIEW), make_ready(State.DRAFT)
        answer = self.client.post(
            reverse("admin:articles_article_changelist"),
            {"action": "move_approve", "_selected_action": [good.pk, bad.pk]},
            follow=True,
        )
        self.assertContains(answer, "نُقلت مادة واحدة")
        self.assertContains(answer, "لا تصح هذه الخطوة")
        good.refresh_from_db()
        bad.refresh_from_db()
        self.assertEqual((good.state, bad.state), (State.LANGUAGE, State.DRAFT))

    def test_the_table_is_a_page(self):
        page = self.client.get(reverse("admin:articles_article_moves"))
        self.assertContains(page, "كيف تنتقل المادة")
        self.assertContains(page, "مدير التحرير")
        self.assertNotRegex(page.text.split("<main")[1], r">\s*[A-Za-z]{4,}")


class DeskTests(TestCase):
    def test_a_story_belongs_to_the_desk_of_its_section_or_of_the_one_above(self):
        desk = make_desk("العالم")
        top = make_category("أخبار", desk=desk)
        below = make_category("العالم العربي", parent=top)
        self.assertEqual(make_ready(State.DRAFT, category=below).desk, desk)
        other = make_desk("رياضة")
        self.assertEqual(make_ready(State.DRAFT, category=below, desk=other).desk, other)

    def test_people_are_put_on_desks_from_their_account(self):
        chief, person = make_user("administrator"), make_user("reporter")
        desk = make_desk("اقتصاد")
        self.client.force_login(chief)
        address = reverse("admin:auth_user_change", args=[person.pk])
        self.assertContains(self.client.get(address), str(desk))
        self.client.post(
            address,
            {
                "username": person.username, "is_active": "on", "is_staff": "on", "desks": desk.pk,
                "groups": [group.pk for group in person.groups.all()], "first_name": "",
                "last_name": "", "email": "",
            },
        )  # fmt: skip
        self.assertEqual(list(person.desks.all()), [desk])

    def test_the_fields_of_the_list_are_named_for_those_who_hear_it(self):
        make_desk("اقتصاد")
        self.client.force_login(make_user("administrator"))
        page = self.client.get(reverse("admin:articles_desk_changelist"))
        self.assertRegex(page.text, r'name="form-0-position"[^>]*aria-label="الترتيب"')

    def test_what_a_desk_has_keeps_it(self):
        desk = make_desk("اقتصاد")
        make_ready(State.DRAFT, desk=desk)
        self.client.force_login(make_user("administrator"))
        address = reverse("admin:articles_desk_delete", args=[desk.pk])
        self.client.post(address, {"post": "yes"})
        self.assertTrue(type(desk).objects.filter(pk=desk.pk).exists())


class ReadingTests(TestCase):
    def test_who_may_not_write_reads_a_text_and_not_its_markup(self):
        hostile = "<p>نص <strong>أول</strong></p><script>alert(1)</script>"
        article = make_ready(State.REVIEW, body_ar=hostile)
        self.client.force_login(make_user("reporter"))
        page = self.client.get(reverse("admin:articles_article_change", args=[article.pk]))
        self.assertContains(page, "<p>نص <strong>أول</strong></p>")
        self.assertNotContains(page, "&lt;p&gt;")
        self.assertNotContains(page, "alert(1)")
