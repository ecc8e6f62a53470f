"""The table of moves, whole: every state, move, role, desk and story; what matters most by hand."""

from itertools import product
from unittest import mock

from django.conf import settings
from django.test import SimpleTestCase
from django.utils import translation

from articles import roles, states
from articles.management.commands import document_moves
from articles.models import Article, Desk
from articles.models.history import EVENT_LABELS
from articles.roles import Rights, document
from articles.states import (
    MANAGING_EDITOR,
    REPORTER,
    State,
)
from tests.makers import tomorrow
from tests.who_may import LETTERS, OTHERS_STORY, OWN_STORY, WRITING, table

ME, SOMEBODY = 1, 2
MY_DESK, OTHER_DESK = 10, 20


def story(state, desk=MY_DESK, own=False, live=None, pending=True):
    """A story as the tables see it, with nothing in a database."""
    is_live = state == State.PUBLISHED if live is None else live
    article = Article(pk=7, state=state, created_by_id=ME if own else SOMEBODY, pending=pending)
    article.desk = desk and Desk(pk=desk, name_ar="مكتب")
    article.live_since = tomorrow() if is_live else None
    article._prefetched_objects_cache = {"bylines": []}
    return article


def holder(role):
    return Rights(
        ME, frozenset([role]), frozenset([MY_DESK]), everything=roles.BY_KEY[role].is_superuser
    )


def allowed(article, name, rights):
    """Whether some row of the table lets this person make the move, as workflow asks it."""
    return any(
        rights.may(step, article)
        for step in states.rows(article.state, name)
        if step.live in (None, article.is_live) and (article.pending or not step.pending)
    )


class TableTests(SimpleTestCase):
    def test_who_may_move_what_is_what_we_wrote_down(self):
        for text, own in ((OTHERS_STORY, False), (OWN_STORY, True)):
            wanted = table(text)
            for state, name in product(State, states.names()):
                may = {
                    role
                    for role in roles.BY_KEY
                    if allowed(story(state, own=own), name, holder(role))
                }
                with self.subTest(state=state, move=name, own=own):
                    self.assertEqual(may, wanted.get((state, name), set()))

    def test_who_may_write_what_is_what_we_wrote_down(self):
        for line in WRITING.strip().splitlines():
            state, *letters = line.split()
            half = letters.index("A") + 1
            for own, who in ((False, letters[:half]), (True, letters[half:])):
                article = story(State(state), own=own)
                may = {role for role in roles.BY_KEY if holder(role).may_write(article)}
                with self.subTest(state=state, own=own):
                    self.assertEqual(may, {LETTERS[one] for one in who})

    def test_another_desk_takes_from_the_roles_by_desk_what_is_not_their_own(self):
        for state, name, role, own in product(State, states.names(), roles.BY_KEY, (False, True)):
            here = allowed(story(state, MY_DESK, own), name, holder(role))
            there = allowed(story(state, OTHER_DESK, own), name, holder(role))
            nobodys = allowed(story(state, None, own), name, holder(role))
            with self.subTest(state=state, move=name, role=role, own=own):
                self.assertEqual(nobodys, here)
                self.assertEqual(there, here and (own or not roles.BY_KEY[role].by_desk))

    def test_no_role_may_nothing_and_who_left_may_nothing(self):
        stranger = Rights(ME, frozenset())
        for state, name in product(State, states.names()):
            self.assertFalse(allowed(story(state), name, stranger))

    def test_a_story_that_readers_see_is_not_spiked_and_one_they_do_not_is_not_withdrawn(self):
        chief = holder(MANAGING_EDITOR)
        for state in states.BEFORE_APPROVAL:
            self.assertTrue(allowed(story(state, live=True), "withdraw", chief))
            self.assertTrue(allowed(story(state, live=True), "drop", chief))
            self.assertFalse(allowed(story(state, live=True), "spike", chief))
            self.assertFalse(allowed(story(state, live=False), "withdraw", chief))
            self.assertFalse(allowed(story(state, live=False), "drop", chief))

    def test_a_change_that_is_none_is_neither_sent_nor_scheduled(self):
        unchanged = story(State.PUBLISHED, pending=False)
        for name in ("submit", "schedule", "drop"):
            self.assertFalse(allowed(unchanged, name, holder(MANAGING_EDITOR)))

    def test_every_state_can_be_left_and_is_reached(self):
        ends = {move.end for move in states.MOVES} | {State.DRAFT}
        for state in State:
            with self.subTest(state):
                self.assertTrue(states.moves_from(state))
                self.assertIn(state, ends)

    def test_every_move_by_which_a_text_goes_out_is_checked_and_takes_four_eyes(self):
        for move in states.MOVES:
            if move.name in ("publish", "schedule"):
                self.assertTrue(move.checked and move.four_eyes, move)
                self.assertLessEqual(set(move.roles), set(states.EDITORS), move)
            if move.end == State.PUBLISHED:
                self.assertIn(move.name, ("publish", "drop"), move)

    def test_every_move_has_a_name_in_the_history(self):
        unnamed = [name for name in states.names() if name not in EVENT_LABELS]
        self.assertEqual(unnamed, [])


class DocumentTests(SimpleTestCase):
    def test_the_readme_has_the_table_as_it_is(self):
        readme = (settings.BASE_DIR / "README.md").read_text("utf-8")
        with translation.override("en"):
            self.assertIn(document_moves.BEGIN + document.markdown(), readme)

    def test_a_new_row_is_told_at_once(self):
        row = states.Move("park", "Park", "Parked.", (State.DRAFT,), State.SPIKED, (REPORTER,))
        with mock.patch.object(states, "MOVES", (*states.MOVES, row)):
            self.assertIn("Park", [one.label for one in document.told()])
            self.assertIn("park", states.names())
            self.assertTrue(allowed(story(State.DRAFT), "park", holder(REPORTER)))
