"""The desk's board: what stands in which column, what is late, what is listed; it stays cheap."""

from datetime import timedelta
from itertools import product

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import board, roles, workflow
from articles.board.conditions import is_late
from articles.models import Article, Presence, ReadCount
from articles.states import State
from tests.board import HOUR, change, seen_by, titles
from tests.makers import bring, make_article, make_author, make_desk, make_ready, make_user


class ColumnTests(TestCase):
    def columns(self, *arguments, **options):
        return dict(seen_by(make_user("managing_editor"), *arguments, **options).columns)

    def test_every_open_state_is_a_column_and_what_rests_is_not_on_the_board(self):
        for state in State:
            bring(make_article(title_ar=f"مادة {state.label}", published_at=None), state)
        columns = self.columns()
        self.assertEqual(list(columns), [state for state in State if state.is_open])
        for state, column in columns.items():
            with self.subTest(state):
                self.assertEqual(column.count, 1)
                self.assertEqual(titles(column), [f"مادة {state.label}"])

    def test_the_most_urgent_stand_first_and_the_others_are_counted(self):
        now = timezone.now()
        due = {"بلا موعد": None, "غدًا": now + 24 * HOUR, "متأخرة": now - HOUR, "اليوم": now + HOUR}
        for title, moment in due.items():
            make_article(title_ar=title, due_at=moment)
        for number in range(4):
            make_article(title_ar=f"مسودة {number}", due_at=now + 48 * HOUR)
        column = self.columns()[State.DRAFT]
        self.assertEqual(titles(column)[:3], ["متأخرة", "اليوم", "غدًا"])
        self.assertEqual((column.count, column.more), (8, 8 - board.CARDS))

    def test_what_was_published_stays_for_a_day_newest_first(self):
        now = timezone.now()
        for hours, title in ((1, "قبل ساعة"), (23, "أمس"), (25, "قبل يوم وساعة")):
            moment = now - hours * HOUR
            published = bring(make_article(title_ar=title, published_at=moment), State.PUBLISHED)
            change(published, live_since=moment)
        column = self.columns()[State.PUBLISHED]
        self.assertEqual(titles(column), ["قبل ساعة", "أمس"])
        self.assertEqual(column.count, 2)

    def test_an_archive_brought_in_is_no_news_but_an_old_story_published_anew_is(self):
        old = bring(make_article(title_ar="من الأرشيف"), State.PUBLISHED)
        self.assertEqual(self.columns()[State.PUBLISHED].count, 0)
        workflow.edit(old, {"title_ar": "من الأرشيف، بعد التصحيح"})
        workflow.publish(old)
        self.assertEqual(titles(self.columns()[State.PUBLISHED]), ["من الأرشيف، بعد التصحيح"])

    def test_a_live_story_on_which_one_works_again_stands_in_the_column_of_its_state(self):
        back = change(bring(make_article(), State.PUBLISHED), state=State.REVIEW, pending=True)
        columns = self.columns()
        self.assertEqual([one.article.pk for one in columns[State.REVIEW].cards], [back.pk])
        self.assertEqual(columns[State.PUBLISHED].count, 0)

    def test_a_card_names_its_writers_and_not_the_photographer(self):
        writer, photographer = make_author("نوال درويش"), make_author("قسم الصورة")
        make_article(bylines=[(photographer, "photographer"), (writer, "writer")])
        make_article(title_ar="ألبوم", bylines=[(photographer, "photographer")])
        cards = {one.article.title: one for one in self.columns()[State.DRAFT].cards}
        self.assertEqual(cards.pop("ألبوم").names, [photographer])
        self.assertEqual([one.names for one in cards.values()], [[writer]])

    def test_it_is_narrowed_to_a_desk_a_person_and_what_is_late(self):
        desk, writer = make_desk("اقتصاد"), make_user("reporter")
        author = make_author(user=writer)
        make_article(title_ar="للمكتب", desk=desk)
        make_article(title_ar="بتوقيعه", bylines=[(author, "writer")])
        make_article(title_ar="متأخرة", due_at=timezone.now() - HOUR)
        for asked, expected in (
            (board.Asked(desk=desk.pk), ["للمكتب"]),
            (board.Asked(person=writer.pk), ["بتوقيعه"]),
            (board.Asked(late=True), ["متأخرة"]),
            (board.Asked(desk=desk.pk, late=True), []),
        ):
            with self.subTest(asked):
                column = self.columns(asked)[State.DRAFT]
                self.assertEqual(titles(column), expected)
                self.assertEqual(column.count, len(expected))


class LateTests(TestCase):
    def test_a_missed_deadline_is_late_until_the_story_is_out(self):
        now = timezone.now()
        late = make_article(due_at=now - HOUR)
        self.assertTrue(is_late(late, now))
        make_article(due_at=now + HOUR)
        make_article()
        published = bring(make_article(), State.PUBLISHED)
        change(published, due_at=now - HOUR)
        bring(make_article(due_at=now - HOUR), State.SPIKED)
        self.assertEqual([*Article.objects.filter(board.late(now))], [late])

    def test_a_schedule_that_passed_is_late_once_the_worker_should_have_come(self):
        now = timezone.now()
        scheduled = bring(make_article(), State.SCHEDULED)
        for passed, expected in ((timedelta(seconds=30), False), (timedelta(minutes=2), True)):
            scheduled = change(scheduled, scheduled_for=now - passed)
            with self.subTest(passed):
                self.assertEqual(is_late(scheduled, now), expected)
                self.assertEqual(Article.objects.filter(board.late(now)).exists(), expected)

    def test_a_live_story_is_late_again_only_by_a_deadline_that_came_after_it(self):
        now = timezone.now()
        story = change(bring(make_article(), State.PUBLISHED), state=State.DRAFT, pending=True)
        for due, expected in ((-3, False), (-1, True)):
            story = change(story, live_since=now - 2 * HOUR, due_at=now + due * HOUR)
            with self.subTest(due=due):
                self.assertEqual(is_late(story, now), expected)
                self.assertEqual(Article.objects.filter(board.late(now)).exists(), expected)

    def test_the_query_and_the_rule_at_hand_say_the_same(self):
        now = timezone.now()
        stories = [bring(make_article(), state) for state in State]
        times = (None, now - 3 * HOUR, now + HOUR)
        for story, due, live in product(stories, times, times[:2]):
            fixed = story.state in (State.PUBLISHED, State.WITHDRAWN, State.SPIKED)
            changed = change(story, due_at=due, **({} if fixed else {"live_since": live}))
            with self.subTest(state=story.state, due=due, live=live):
                found = Article.objects.filter(board.late(now), pk=story.pk).exists()
                self.assertEqual(found, is_late(changed, now))


class ListTests(TestCase):
    def setUp(self):
        self.editor = make_user("desk_editor")

    def test_next_out_is_what_the_clock_brings_soonest_first(self):
        now = timezone.now()
        for hours in (5, 1, 30):
            story = bring(make_article(title_ar=f"بعد {hours}"), State.SCHEDULED)
            change(story, scheduled_for=now + hours * HOUR)
        self.assertEqual(titles(seen_by(self.editor).lists["next"]), ["بعد 1", "بعد 5", "بعد 30"])

    def test_changes_that_readers_do_not_see_are_listed_wherever_they_are(self):
        story = bring(make_article(title_ar="جسر المرسى"), State.PUBLISHED)
        workflow.edit(story, {"title_ar": "جسر المرسى يُفتح"})
        listed = seen_by(self.editor).lists["pending"]
        self.assertEqual((titles(listed), listed.count), (["جسر المرسى يُفتح"], 1))

    def test_being_read_counts_the_last_hours_and_only_what_readers_can_see(self):
        now = timezone.now()
        hour = now.replace(minute=0, second=0, microsecond=0)
        read, gone = (bring(make_article(), state) for state in (State.PUBLISHED, State.WITHDRAWN))
        old = bring(make_article(), State.PUBLISHED)
        ReadCount.objects.create(article=read, hour=hour, reads=7)
        ReadCount.objects.create(article=read, hour=hour - HOUR, reads=5)
        ReadCount.objects.create(article=read, hour=hour - 30 * HOUR, reads=900)
        ReadCount.objects.create(article=gone, hour=hour, reads=50)
        ReadCount.objects.create(article=old, hour=hour - 5 * HOUR, reads=50)
        reading = [
            (card.article.pk, reads) for card, reads in seen_by(self.editor, now=now).reading
        ]
        self.assertEqual(reading, [(read.pk, 12)])

    def test_who_is_writing_what_is_said_on_the_card_and_in_the_list(self):
        story, writer = make_article(), make_user("reporter")
        present = [Presence(article=story, user=writer, seen_at=timezone.now())]
        seen = seen_by(self.editor, present=present)
        self.assertEqual([(one.article.pk, one.writers) for one in seen.writing],
                         [(story.pk, (writer,))])  # fmt: skip
        self.assertEqual(dict(seen.columns)[State.DRAFT].cards[0].writers, (writer,))
        self.assertEqual(seen_by(self.editor, board.Asked(late=True), present=present).writing, ())


class CostTests(TestCase):
    def test_a_look_costs_the_same_for_three_stories_and_for_sixty(self):
        desk, writer = make_desk(), make_author()
        editor = make_user("desk_editor")
        hour = timezone.now().replace(minute=0, second=0, microsecond=0)
        costs = []
        for number in (3, 57):
            for turn in range(number):
                state = [*State][turn % len(State)]
                story = bring(make_article(desk=desk, bylines=[(writer, "writer")]), state)
                ReadCount.objects.create(article=story, hour=hour, reads=turn + 1)
            held = roles.rights_of(editor)
            present = [
                Presence(article=one, user=editor, seen_at=hour) for one in Article.objects.all()
            ]
            with CaptureQueriesContext(connection) as queries:
                seen = board.look(held, present=present)
                for _state, column in seen.columns:
                    for card in column.cards:
                        self.assertIsNotNone((card.names, card.moves, card.article.desk.name))
            costs.append(len(queries))
        self.assertEqual(costs, [6, 6])

    def test_the_columns_are_read_by_their_indexes(self):
        """An archive is a hundred times the work under way: no column may read all of it."""
        make_ready()
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            for condition, order, index in (
                (board.conditions.under_way(), ("state", "due_at", "-changed_at", "-pk"),
                 "article_under_way_idx"),
                (board.fresh(timezone.now()), ("-live_since", "-pk"), "article_went_out_idx"),
                (board.pending(), ("-changed_at",), "article_pending_idx"),
            ):  # fmt: skip
                with self.subTest(index):
                    plan = Article.objects.filter(condition).order_by(*order).values("pk").explain()
                    self.assertIn(index, plan)
