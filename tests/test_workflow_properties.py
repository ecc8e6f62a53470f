"""What holds after any sequence of acts by anybody: nothing goes out without someone entitled."""

from contextlib import suppress
from datetime import timedelta

from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles import roles, states, workflow
from articles.models import Article, Edition
from articles.states import EDITORS, State
from tests.makers import make_ready, make_user
from tests.properties import NEWS

TITLES = [
    *(f"البلدية تبدأ أعمال الطريق {n}" for n in ("الساحلي", "الجبلي", "الدائري", "القديم")),
    NEWS[0],
]
PEOPLE = (
    "reporter", "reporter", "copy_editor", "picture_editor", "desk_editor", "desk_editor",
    "managing_editor",
)  # fmt: skip
# Each act: the number of a person, then a move by its name or an edit by the number of a title.
ACTS = st.tuples(
    st.integers(0, len(PEOPLE) - 1),
    st.one_of(st.sampled_from(states.names()), st.integers(0, len(TITLES) - 1)),
)


class SequenceTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.people = [make_user(role) for role in PEOPLE]

    def act(self, article, person, what):
        """Do it as the person, or be refused; what is refused has changed nothing."""
        before = Article.objects.values().get(pk=article.pk)
        try:
            if isinstance(what, int):
                workflow.edit(article, {"title_ar": TITLES[what]}, by=person)
            else:
                at = timezone.now() + timedelta(hours=2)
                workflow.move(article, what, person, note="سبب مكتوب", at=at, act="update")
        except workflow.Refused:
            self.assertEqual(Article.objects.values().get(pk=article.pk), before)

    @settings(max_examples=30, deadline=None)
    @given(
        st.lists(st.tuples(st.integers(0, 1), ACTS.map(lambda act: act[1])), max_size=14),
        st.sampled_from([None, 0, 1]),
    )
    def test_reporters_alone_never_make_an_edition(self, acts, writer):
        article = make_ready(State.DRAFT)
        Article.objects.filter(pk=article.pk).update(
            created_by=None if writer is None else self.people[writer]
        )
        for number, what in acts:
            self.act(article, self.people[number], what)
        self.assertFalse(Edition.objects.exists())
        self.assertIn(Article.objects.get().state, (State.DRAFT, State.REVIEW, State.SPIKED))

    @settings(max_examples=20, deadline=None)
    @given(st.lists(st.tuples(st.integers(0, 1), ACTS.map(lambda act: act[1])), max_size=14))
    def test_reporters_alone_never_change_what_readers_have(self, acts):
        article = make_ready(State.PUBLISHED)
        before = list(Edition.objects.values())
        for number, what in acts:
            self.act(article, self.people[number], what)
        self.assertEqual(list(Edition.objects.values()), before)

    @settings(max_examples=40, deadline=None)
    @given(st.lists(ACTS, max_size=20), st.integers(0, len(PEOPLE) - 1))
    def test_every_edition_has_an_event_by_someone_entitled(self, acts, writer):
        article = make_ready(State.DRAFT)
        Article.objects.filter(pk=article.pk).update(created_by=self.people[writer])
        for number, what in acts:
            self.act(article, self.people[number], what)
        article = Article.objects.get()
        self.assert_true_to_itself(article)
        for edition in Edition.objects.live():
            event = article.events.filter(name="publish").first()
            held = roles.rights_of(event.by)
            self.assertTrue(held.roles & set(EDITORS))
            self.assertEqual(event.details["revision"], edition.revision.number)
            self.assertEqual(edition.title, edition.revision.content["title_ar"])
            if event.by.pk == self.people[writer].pk:
                self.assertIn("managing_editor", held.roles)

    def assert_true_to_itself(self, article):
        """What the row says of itself is so."""
        live = list(article.editions.live())
        self.assertEqual(article.is_live, bool(live))
        self.assertEqual(article.scheduled_for is not None, article.state == State.SCHEDULED)
        newest = article.revisions.first()
        behind = any(edition.revision.content != newest.content for edition in live)
        self.assertEqual(article.pending, behind)
        with suppress(workflow.Refused):
            self.assertTrue(workflow.choices(article, self.people[-1]))
