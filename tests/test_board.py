"""The desk's board: what stands where, what is late, what waits for whom; and it stays cheap."""

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
from tests.makers import bring, make_article, make_author, make_desk, make_ready, make_user

HOUR = timedelta(hours=1)


def change(article, **values):
    """Set fields as the database may have them; return the article as it then is."""
    Article.objects.filter(pk=article.pk).update(**values)
    return Article.objects.get(pk=article.pk)


def seen_by(user, asked=None, **options):
    return board.look(roles.rights_of(user), asked, **options)


def titles(listed):
    return [card.article.title for card in listed.cards]


class ColumnTests(TestCase):
    def columns(self, *arguments, **options):
        return dict(seen_by(make_user("managing_editor"), *arguments, **options).columns)

    def test_every_open_state_is_a_column_and_what_rests_is_not_on_the_board(self):
        for state in State:
            bring(make_article(title_ar=f"مادة {state.label}"), state)
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
            published = bring(make_article(title_ar=title), State.PUBLISHED)
            change(published, live_since=now - hours * HOUR)
        column = self.columns()[State.PUBLISHED]
        self.assertEqual(titles(column), ["قبل ساعة", "أمس"])
        self.assertEqual(column.count, 2)

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
        for passed, expected in ((timedelta(seconds=90), False), (timedelta(minutes=3), True)):
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


class WaitingTests(TestCase):
    """Whose turn it is. Each line is what a newsroom would say of the table."""

    @classmethod
    def setUpTestData(cls):
        cls.reporter, cls.colleague = make_user("reporter"), make_user("reporter")
        cls.editor, cls.neighbour = make_user("desk_editor"), make_user("desk_editor")
        cls.copy_editor, cls.chief = make_user("copy_editor"), make_user("managing_editor")
        cls.desk = make_desk("اقتصاد", cls.reporter, cls.editor)
        make_desk("ثقافة", cls.neighbour)
        cls.story = change(
            make_article(title_ar="ميزانية الوادي", desk=cls.desk), created_by=cls.reporter
        )

    def waiting(self, user):
        waiting = seen_by(user).lists["waiting"]
        self.assertEqual(waiting.count, len(waiting.cards))
        return [card.article.pk for card in waiting.cards]

    def assert_waits_for(self, *users, **values):
        change(self.story, **values)
        everybody = (
            self.reporter, self.colleague, self.editor, self.neighbour, self.copy_editor, self.chief
        )  # fmt: skip
        for user in everybody:
            with self.subTest(user.username, **values):
                self.assertEqual(self.waiting(user), [self.story.pk] if user in users else [])

    def test_a_draft_waits_for_its_own_writer_alone(self):
        self.assert_waits_for(self.reporter, state=State.DRAFT)

    def test_a_review_waits_for_the_editors_of_its_desk_and_for_the_chief(self):
        self.assert_waits_for(self.editor, self.chief, state=State.REVIEW)

    def test_nobody_is_asked_to_approve_an_own_story_but_who_may(self):
        self.assert_waits_for(self.chief, state=State.REVIEW, created_by=self.editor)
        self.assert_waits_for(self.editor, self.chief, state=State.REVIEW, created_by=self.chief)

    def test_a_review_without_a_desk_waits_for_every_desk_editor(self):
        self.assert_waits_for(
            self.editor, self.neighbour, self.chief, state=State.REVIEW, desk=None
        )

    def test_the_language_waits_for_copy_editors_not_for_who_may_publish_at_once(self):
        self.assert_waits_for(self.copy_editor, self.chief, state=State.LANGUAGE)

    def test_what_is_ready_waits_for_who_may_let_it_out(self):
        self.assert_waits_for(self.editor, self.chief, state=State.READY)

    def test_what_is_scheduled_waits_for_the_clock(self):
        self.assert_waits_for(state=State.SCHEDULED, scheduled_for=timezone.now() + HOUR)

    def test_a_change_of_a_live_story_waits_for_whoever_wrote_it_to_be_sent(self):
        live = {"state": State.PUBLISHED, "live_since": timezone.now()}
        self.assert_waits_for(**live)
        self.assert_waits_for(self.reporter, **live, pending=True)

    def test_what_rests_waits_for_nobody(self):
        self.assert_waits_for(state=State.SPIKED)
        self.assert_waits_for(state=State.WITHDRAWN)

    def test_what_waits_is_never_refused_for_lack_of_rights(self):
        author = make_author(user=self.colleague)
        for state in State:
            bring(make_article(desk=self.desk, bylines=[(author, "writer")]), state)
            bring(make_article(), state)
        for user in (self.reporter, self.colleague, self.editor, self.copy_editor, self.chief):
            for article in Article.objects.filter(board.waits_for(roles.rights_of(user))):
                with self.subTest(user=user.username, state=article.state):
                    self.assertTrue(workflow.choices(article, user))


class ChoiceTests(TestCase):
    def test_a_card_offers_what_workflow_would_let_this_person_do(self):
        people = [make_user(role.key) for role in roles.ROLES]
        desk, other = make_desk("اقتصاد", *people), make_desk("ثقافة")
        author = make_author(user=people[0])
        for state in State:
            for home in (desk, other, None):
                bring(make_article(desk=home), state)
            bring(make_article(desk=other, bylines=[(author, "writer")]), state)
        live = bring(make_article(desk=desk), State.PUBLISHED)
        for state in (State.PUBLISHED, State.DRAFT, State.SCHEDULED):
            story = change(
                bring(make_article(desk=desk), State.PUBLISHED), state=state, pending=True,
                scheduled_for=timezone.now() + HOUR if state == State.SCHEDULED else None,
            )  # fmt: skip
            self.assertTrue(story.is_live)
        self.assertFalse(live.pending)
        for person in people:
            held = roles.rights_of(person)
            for article in Article.objects.for_rights():
                with self.subTest(role=person.username, state=article.state, desk=article.desk):
                    offered = [move.name for move in board.choices(held, article)]
                    allowed = [move.name for move in workflow.choices(article, person)]
                    self.assertEqual(offered, allowed)


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
