"""The table of moves, whole: every state, move, role, desk and story; what matters most by hand."""

from itertools import product
from unittest import mock

from django.conf import settings
from django.db import transaction
from django.test import SimpleTestCase, TestCase
from django.utils import translation

from articles import roles, states, workflow
from articles.management.commands import document_moves
from articles.models import Article, Desk, Edition
from articles.models.history import EVENT_LABELS
from articles.roles import Rights, document
from articles.states import (
    ADMINISTRATOR,
    COPY_EDITOR,
    DESK_EDITOR,
    MANAGING_EDITOR,
    PICTURE_EDITOR,
    REPORTER,
    Asks,
    Note,
    State,
)
from tests.makers import bring, make_desk, make_ready, make_user, tomorrow

LETTERS = {
    "R": REPORTER,
    "C": COPY_EDITOR,
    "P": PICTURE_EDITOR,
    "D": DESK_EDITOR,
    "M": MANAGING_EDITOR,
    "A": ADMINISTRATOR,
}
ME, SOMEBODY = 1, 2
MY_DESK, OTHER_DESK = 10, 20

# Who may do what with a colleague's story of one's own desk. Written by hand: a change of the table
# that changes this is a change of how the newsroom works.
OTHERS_STORY = """
    draft      submit      R C P D M A
    draft      publish     M A
    draft      spike       D M A
    review     recall      A
    review     return      D M A
    review     approve     D M A
    review     publish     D M A
    review     spike       D M A
    language   return      C D M A
    language   pass        C M A
    language   publish     D M A
    language   spike       D M A
    ready      return      D M A
    ready      schedule    D M A
    ready      publish     D M A
    ready      spike       D M A
    scheduled  schedule    D M A
    scheduled  unschedule  D M A
    scheduled  publish     D M A
    published  submit      R C P D M A
    published  schedule    D M A
    published  publish     D M A
    published  drop        D M A
    published  withdraw    M A
    withdrawn  publish     M A
    withdrawn  reopen      D M A
    spiked     revive      D M A
"""
# The same with a story of one's own: more to take back, less to approve.
OWN_STORY = """
    draft      submit      R C P D M A
    draft      publish     M A
    draft      spike       R C P D M A
    review     recall      R C P D M A
    review     return      D M A
    review     approve     M A
    review     publish     M A
    review     spike       D M A
    language   return      C D M A
    language   pass        M A
    language   publish     M A
    language   spike       D M A
    ready      return      D M A
    ready      schedule    M A
    ready      publish     M A
    ready      spike       D M A
    scheduled  schedule    M A
    scheduled  unschedule  D M A
    scheduled  publish     M A
    published  submit      R C P D M A
    published  schedule    M A
    published  publish     M A
    published  drop        D M A
    published  withdraw    M A
    withdrawn  publish     M A
    withdrawn  reopen      D M A
    spiked     revive      R C P D M A
"""
# Who may change the text of a colleague's story, and of one's own.
WRITING = """
    draft      R C P D M A    R C P D M A
    review     C P D M A      C P D M A
    language   C P D M A      C P D M A
    ready      C P D M A      C P D M A
    scheduled  D M A          M A
    published  R C P D M A    R C P D M A
    withdrawn  D M A          D M A
    spiked     A              A
"""


def table(text):
    """Read a table above as {(state, move): set of roles}."""
    rows = (line.split() for line in text.strip().splitlines())
    return {(state, move): {LETTERS[one] for one in who} for state, move, *who in rows}


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


class Undo(Exception):
    """Take back what a subtest did."""


class EntranceTests(TestCase):
    """The same through the entrance: what is refused changes nothing, what is made is recorded."""

    @classmethod
    def setUpTestData(cls):
        cls.people = {role: make_user(role) for role in roles.BY_KEY}
        cls.desk = make_desk("اقتصاد", *cls.people.values())
        cls.other = make_desk("رياضة")

    def test_every_state_move_and_role_on_ones_own_desk_and_on_another(self):
        wanted = table(OTHERS_STORY)
        for desk, state in product((self.desk, self.other), State):
            article = make_ready(State.DRAFT, desk=desk)
            if state == State.PUBLISHED:
                bring(article, state)
                workflow.edit(article, {"lead_ar": "تبدأ الأعمال في نيسان وتستمر شهرين."})
                article.refresh_from_db()
            else:
                article = bring(article, state)
            for name, (role, person) in product(states.names(), self.people.items()):
                reached = desk == self.desk or not roles.BY_KEY[role].by_desk
                may = reached and role in wanted.get((state, name), set())
                with self.subTest(desk=str(desk), state=state, move=name, role=role):
                    self.assert_answer(article, name, person, may)

    def assert_answer(self, article, name, person, may):
        before = self.standing(article)
        rows = states.rows(article.state, name)
        given = {"note": "سبب مكتوب", "act": "update"}
        if any(row.asks == Asks.TIME for row in rows):
            given["at"] = tomorrow()
        try:
            with transaction.atomic():
                if may:
                    workflow.move(article, name, person, **given)
                    after = Article.objects.get(pk=article.pk)
                    self.assertIn(after.state, [row.end for row in rows])
                    event = after.events.first()
                    self.assertEqual((event.name, event.by), (name, person))
                    raise Undo
                with self.assertRaises(workflow.NotAllowed) as refusal:
                    workflow.move(article, name, person, **given)
                self.assertRegex(str(refusal.exception), "[ء-ي]")
        except Undo:
            return
        self.assertEqual(self.standing(article), before)

    def standing(self, article):
        return (
            Article.objects.values().get(pk=article.pk),
            article.events.count(),
            article.revisions.count(),
            list(Edition.objects.filter(article=article).values()),
        )

    def test_a_move_that_wants_a_reason_is_refused_without_one(self):
        for move in states.MOVES:
            if move.note != Note.MUST:
                continue
            for state in move.starts:
                article = make_ready(State.DRAFT)
                if move.live and state != State.PUBLISHED:
                    workflow.publish(article)
                article = bring(article, state)
                with self.subTest(move=move.name, state=state):
                    self.assert_wants_a_reason(article, move.name)

    def assert_wants_a_reason(self, article, name):
        before = self.standing(article)
        with self.assertRaises(workflow.NotReady) as refusal:
            workflow.move(article, name, self.people[MANAGING_EDITOR], note="  ")
        self.assertEqual([one.name for one in refusal.exception.problems], ["note"])
        self.assertEqual(self.standing(article), before)


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
