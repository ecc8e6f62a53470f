"""Whose turn it is, and what a card offers: the table of moves as the board reads it."""

from django.test import TestCase
from django.utils import timezone

from articles import board, roles, workflow
from articles.models import Article
from articles.states import State
from tests.board import HOUR, change, seen_by
from tests.makers import bring, make_article, make_author, make_desk, make_user


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
