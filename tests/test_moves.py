"""Every move through the one entrance: refused it changes nothing, made it is recorded."""

from itertools import product

from django.db import transaction
from django.test import TestCase

from articles import roles, states, workflow
from articles.models import Article, Edition
from articles.states import (
    MANAGING_EDITOR,
    Asks,
    Note,
    State,
)
from tests.makers import bring, make_desk, make_ready, make_user, tomorrow
from tests.who_may import OTHERS_STORY, table


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
            # Another desk matters to roles that are bound to theirs; test_states holds the rest.
            people = {
                role: person
                for role, person in self.people.items()
                if desk == self.desk or roles.BY_KEY[role].by_desk
            }
            for name, (role, person) in product(states.names(), people.items()):
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

    def test_a_dropped_change_leaves_the_text_that_readers_have(self):
        article = make_ready(State.PUBLISHED)
        before = article.lead_ar
        workflow.edit(article, {"lead_ar": "تبدأ الأعمال في نيسان وتستمر شهرين."})
        article = workflow.move(article, "drop", self.people["desk_editor"])
        self.assertEqual((article.state, article.lead_ar), (State.PUBLISHED, before))
        article.refresh_from_db()
        self.assertFalse(article.pending)
        self.assertEqual(article.revisions.count(), 3)
        self.assertEqual(article.events.first().name, "drop")
