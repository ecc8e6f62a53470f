"""The first page as people have it: its words and links, its filters, and who is kept out."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from articles import workers, workflow
from articles.board import Card
from articles.models import Article, Presence
from articles.states import State
from articles.templatetags.board import and_more, day_and_hour, late_stories, time_of
from articles.workflow import due
from tests.board import HOUR, BoardPageCase, change
from tests.makers import bring, make_article, make_author, make_desk, make_user


class PageTests(BoardPageCase):
    def test_the_columns_say_their_state_their_count_and_where_the_rest_is(self):
        for number in range(8):
            make_article(title_ar=f"مسودة رقم {number}")
        page = self.page()
        self.assertContains(page, "لوح المكتب")
        self.assertContains(page, "8 مواد")
        self.assertContains(page, "و3 مواد أخرى")
        self.assertContains(page, "?state__exact=draft")
        found = self.client.get(
            reverse("admin:articles_article_changelist"), {"state__exact": "draft"}
        )
        self.assertEqual(found.context["cl"].result_count, 8)

    def test_a_link_to_the_rest_leads_to_a_list_narrowed_as_the_board_is(self):
        desk, person = make_desk("اقتصاد"), make_user("reporter")
        author = make_author(user=person)
        for number in range(7):
            make_article(
                desk=desk, bylines=[(author, "writer")], due_at=timezone.now() - HOUR,
                title_ar=f"الميناء {number}",
            )  # fmt: skip
        make_article(desk=desk, title_ar="لغيره")
        page = self.page(desk=desk.pk, person=person.pk, late="1")
        column = page.context["columns"][0]
        self.assertEqual(column["found"].count, 7)
        self.assertContains(self.client.get(column["address"]), "7 نتائج")

    def test_the_choice_of_desk_and_person_stays_in_the_address(self):
        desk = make_desk("اقتصاد")
        page = self.page(desk=desk.pk)
        self.assertContains(page, f'<option value="{desk.pk}" selected>')
        self.assertContains(page, f'href="/admin/?desk={desk.pk}&amp;late=1"')
        self.assertContains(page, f'href="/admin/?desk={desk.pk}&amp;person={self.editor.pk}"')
        late = self.page(desk=desk.pk, late="1")
        self.assertContains(late, f'href="/admin/?desk={desk.pk}" aria-current="true"')
        self.assertContains(late, '<input type="hidden" name="late" value="1">')

    def test_an_address_that_makes_no_sense_narrows_nothing(self):
        make_article(title_ar="الميناء يعود")
        for query in ({"desk": "اقتصاد"}, {"person": "-1"}, {"late": "yes"}, {"desk": "9" * 30}):
            with self.subTest(query):
                self.assertContains(self.page(**query), "الميناء يعود")
        self.assertNotContains(self.page(desk="٩٩"), "الميناء يعود")

    def test_a_card_says_who_has_it_open_and_what_is_not_public(self):
        story = bring(make_article(title_ar="الجسر", published_at=None), State.PUBLISHED)
        workflow.edit(story, {"title_ar": "الجسر القديم"})
        writer = make_user("reporter")
        writer.first_name, writer.last_name = "نوال", "درويش"
        writer.save()
        Presence.objects.create(article=story, user=writer, seen_at=timezone.now())
        gone = make_article(title_ar="ميناء")
        Presence.objects.create(
            article=gone, user=self.editor, seen_at=timezone.now() - timedelta(minutes=2)
        )
        page = self.page()
        self.assertContains(page, "فيها تعديل لم يُنشر")
        self.assertContains(page, "فيها الآن: نوال درويش")
        self.assertNotContains(page, f"فيها الآن: {self.editor.username}")

    def test_what_did_not_go_out_at_its_hour_says_why(self):
        story = bring(make_article(title_ar="بلا توقيع"), State.SCHEDULED)
        change(story, scheduled_for=timezone.now() - HOUR, scheduled_by=self.editor)
        due.publish_due()
        page = self.page()
        self.assertEqual(change(story).state, State.SCHEDULED)
        self.assertContains(page, "فات موعد نشره")
        self.assertContains(page, f'<span class="why">{story.events.get(name="late").note}</span>')

    def test_with_no_worker_the_board_says_that_nothing_goes_out(self):
        workers.mark_published(timezone.now() - timedelta(minutes=3))
        self.assertContains(self.page(), "لا عامل يعمل")
        workers.mark_published(timezone.now())
        self.assertNotContains(self.page(), "لا عامل يعمل")

    def test_titles_are_text_and_never_markup(self):
        make_article(title_ar="<script>alert(1)</script>")
        page = self.page()
        self.assertNotContains(page, "<script>alert")
        self.assertContains(page, "&lt;script&gt;alert(1)")

    def test_the_rooms_of_the_newsroom_stay_reachable_below(self):
        page = self.page()
        for model in ("article", "desk", "revision"):
            self.assertContains(page, reverse(f"admin:articles_{model}_changelist"))

    def test_a_page_costs_the_same_for_three_stories_and_for_sixty(self):
        costs = []
        for number in (3, 57):
            for turn in range(number):
                bring(make_article(), [*State][turn % len(State)])
            with CaptureQueriesContext(connection) as queries:
                self.page()
            costs.append(len(queries))
        self.assertEqual(costs[0], costs[1])
        self.assertLessEqual(costs[1], 19)


class KeptOutTests(TestCase):
    def setUp(self):
        self.story = make_article(title_ar="سر التحرير")
        self.part = reverse("admin:board")
        self.moves = (
            reverse("admin:articles_article_move", args=[self.story.pk]),
            reverse("admin:articles_article_ask", args=[self.story.pk, "spike"]),
        )

    def test_who_may_not_see_articles_learns_nothing_of_them(self):
        user = User.objects.create_user("stranger", password="سر-للتجربة-فقط", is_staff=True)
        self.client.force_login(user)
        page = self.client.get(reverse("admin:index"))
        self.assertNotContains(page, "سر التحرير")
        self.assertNotIn("board", page.context)
        self.assertEqual(self.client.get(self.part).status_code, 403)
        for address in self.moves:
            with self.subTest(address):
                answer = self.client.post(address, {"_move": "spike"})
                self.assertEqual(answer.status_code, 403)

    def test_who_is_not_signed_in_is_sent_to_the_door(self):
        for address in (self.part, *self.moves):
            with self.subTest(address):
                answer = self.client.get(address)
                self.assertRedirects(answer, f"{reverse('admin:login')}?next={address}")


class WordTests(TestCase):
    def test_times_near_now_are_said_as_desks_say_them(self):
        now = timezone.make_aware(timezone.datetime(2026, 11, 22, 14, 0))
        with translation.override("ar"):
            for days, hour, said in (
                (0, 16, "اليوم 16:00"),
                (1, 7, "غدًا 07:00"),
                (-1, 22, "أمس 22:00"),
                (2, 12, "الثلاثاء 12:00"),
                (-3, 9, "الخميس 09:00"),
                (9, 18, "1 ديسمبر 18:00"),
                (60, 8, "21 يناير 2027 08:00"),
            ):
                moment = (now + timedelta(days=days)).replace(hour=hour)
                with self.subTest(said):
                    self.assertIn(f">{said}</time>", day_and_hour(moment, now))

    def test_an_old_story_published_anew_is_called_updated(self):
        now = timezone.make_aware(timezone.datetime(2026, 11, 22, 14, 0))
        story = Article(state=State.PUBLISHED, live_since=now - HOUR, published_at=now - HOUR)
        with translation.override("ar"):
            self.assertIn("نُشر <time", time_of(Card(story), now))
            story.published_at = now - 400 * HOUR
            updated = time_of(Card(story), now)
        self.assertIn("حُدّث <time", updated)
        self.assertIn(">13:00</time>", updated)

    def test_counted_stories_agree_with_their_number(self):
        with translation.override("ar"):
            late = [late_stories(count) for count in (1, 2, 3, 11, 100)]
            more = [and_more(count) for count in (1, 2, 3, 11)]
        self.assertEqual(
            late,
            [
                "مادة متأخرة",
                "مادتان متأخرتان",
                "3 مواد متأخرة",
                "11 مادة متأخرة",
                "100 مادة متأخرة",
            ],
        )  # fmt: skip
        self.assertEqual(more, ["ومادة أخرى", "ومادتان أخريان", "و3 مواد أخرى", "و11 مادة أخرى"])


class ChangeListTests(BoardPageCase):
    def found(self, **query):
        page = self.client.get(reverse("admin:articles_article_changelist"), query)
        self.assertEqual(page.status_code, 200)
        return sorted(one.title for one in page.context["cl"].result_list)

    def test_it_is_narrowed_by_the_questions_of_the_board(self):
        desk, person = make_desk("اقتصاد"), make_user("reporter")
        make_article(title_ar="للمكتب", desk=desk)
        make_article(title_ar="له", bylines=[(make_author(user=person), "writer")])
        make_article(title_ar="متأخرة", due_at=timezone.now() - HOUR)
        live = bring(make_article(title_ar="خرجت", published_at=None), State.PUBLISHED)
        old = bring(make_article(title_ar="قديمة"), State.PUBLISHED)
        change(old, live_since=timezone.now() - 40 * HOUR, pending=True)
        for query, expected in (
            ({"desk": desk.pk}, ["للمكتب"]),
            ({"person": person.pk}, ["له"]),
            ({"late": "1"}, ["متأخرة"]),
            ({"pending": "1"}, ["قديمة"]),
            ({"fresh": "1"}, [live.title]),
            ({"desk": desk.pk, "late": "1"}, []),
        ):
            with self.subTest(query):
                self.assertEqual(self.found(**query), expected)

    def test_a_search_looks_among_the_stories_of_whom_was_chosen(self):
        person = make_user("reporter")
        for title in ("الجسر القديم", "الجسر الجديد"):
            make_article(title_ar=title)
        signed = [(make_author(user=person), "writer")]
        make_article(title_ar="جسر ثالث", bylines=signed)
        make_article(title_ar="الميناء", bylines=signed)
        self.assertEqual(self.found(q="الجسر", person=person.pk), ["جسر ثالث"])

    def test_the_field_for_a_person_sends_what_else_was_chosen(self):
        make_article()
        page = self.client.get(
            reverse("admin:articles_article_changelist"), {"state__exact": "draft", "q": "الخبر"}
        )
        self.assertContains(page, '<input type="hidden" name="state__exact" value="draft">')
        self.assertContains(page, '<input type="hidden" name="q" value="الخبر">')

    def test_a_list_costs_the_same_for_three_stories_and_for_fifty(self):
        writer, costs = make_author(), []
        for number in (3, 46):
            for turn in range(number):
                state = [*State][turn % len(State)]
                bring(make_article(desk=make_desk(), bylines=[(writer, "writer")]), state)
            with CaptureQueriesContext(connection) as queries:
                self.client.get(reverse("admin:articles_article_changelist"))
            costs.append(len(queries))
        self.assertEqual(costs[0], costs[1])
        self.assertEqual(Article.objects.count(), 49)
