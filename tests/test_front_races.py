"""Two editors at the front at the same moment, on two real connections: one passes, one is told."""

from functools import partial

from django.test import TransactionTestCase

from articles import front
from articles.models import Breaking, Place
from tests.makers import make_edition, make_user
from tests.test_races import at_once

ROUNDS = 4


class FrontRaceTests(TransactionTestCase):
    def setUp(self):
        self.editors = [make_user("managing_editor") for _number in range(3)]
        self.story = make_edition()

    def arrange(self, editor, seen):
        try:
            front.arrange("ar", [front.Pin(Place.LEAD, self.story.article_id)], editor, seen)
        except front.Overtaken as late:
            return late.now.changed_by
        return editor

    def announce(self, editor, seen):
        try:
            front.announce("ar", editor, sentence="إغلاق الطريق الساحلي", seen=seen)
        except front.Overtaken as late:
            return late.now.by
        return editor

    def test_of_arrangements_at_once_one_is_kept_and_the_others_hear_whose(self):
        for seen in range(ROUNDS):
            answers = at_once(*[partial(self.arrange, one, seen) for one in self.editors])
            page = front.front_of("ar")
            self.assertEqual((page.version, page.slots.count()), (seen + 1, 1))
            self.assertEqual(answers, [page.changed_by] * 3)

    def test_of_breaking_lines_at_once_one_runs(self):
        seen = None
        for number in range(ROUNDS):
            answers = at_once(*[partial(self.announce, one, seen) for one in self.editors])
            row = Breaking.objects.order_by("-pk").first()
            self.assertEqual(Breaking.objects.count(), number + 1)
            self.assertEqual(answers, [row.by] * 3)
            seen = row.pk
