"""`make bench`: what the board costs in a larger archive, as ratios within one run."""

import time
from datetime import timedelta

from django.db import connection
from django.test import TestCase
from django.utils import timezone

from articles import board, roles
from articles.models import Article, Byline, ReadCount
from articles.states import State
from tests.makers import make_author, make_category, make_desk, make_user

SMALL, LARGE = 2_000, 40_000
UNDER_WAY = 500
GROWTH = 2


class BoardSpeedTests(TestCase):
    def grow(self, published):
        """Bring the archive to so many published stories, four of them an hour."""
        there = Article.objects.filter(state=State.PUBLISHED).count()
        made = Article.objects.bulk_create(
            Article(
                title_ar=f"من الأرشيف {number}", category=self.section, desk=self.desk,
                state=State.PUBLISHED, created_by=self.people[number % 3],
                live_since=self.now - number * timedelta(minutes=15),
                published_at=self.now - number * timedelta(minutes=15),
            )
            for number in range(there, published)
        )  # fmt: skip
        Byline.objects.bulk_create(Byline(article=one, author=self.author) for one in made)
        ReadCount.objects.bulk_create(
            ReadCount(article=one, hour=self.hour - timedelta(hours=turn), reads=turn + 1)
            for turn, one in enumerate(made[:1_000])
        )
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def cost(self, asked):
        """The shortest of many looks: what else the machine does only adds to it."""
        rounds = []
        for _round in range(15):
            start = time.perf_counter()
            board.look(self.held, asked)
            rounds.append(time.perf_counter() - start)
        return min(rounds)

    def test_an_archive_twenty_times_as_large_costs_at_most_twice_as_much(self):
        self.now = timezone.now()
        self.hour = self.now.replace(minute=0, second=0, microsecond=0)
        self.people = [make_user(role) for role in ("reporter", "desk_editor", "managing_editor")]
        self.desk, self.section = make_desk("اقتصاد", *self.people), make_category()
        self.author = make_author(user=self.people[0])
        self.held = roles.rights_of(self.people[1])
        open_states = [state for state in State if state.is_open and state != State.PUBLISHED]
        Article.objects.bulk_create(
            Article(
                title_ar=f"قيد العمل {number}", category=self.section, desk=self.desk,
                state=open_states[number % len(open_states)], created_by=self.people[number % 3],
                due_at=self.now + timedelta(hours=number % 90 - 5) if number % 2 else None,
                scheduled_for=self.now + timedelta(hours=number),
            )
            for number in range(UNDER_WAY)
        )  # fmt: skip
        questions = {
            "everything": board.Asked(),
            "a desk": board.Asked(desk=self.desk.pk),
            "late": board.Asked(late=True),
        }
        self.grow(SMALL)
        before = {name: self.cost(asked) for name, asked in questions.items()}
        self.grow(LARGE)
        for name, asked in questions.items():
            with self.subTest(name):
                after = self.cost(asked)
                self.assertLess(
                    after / before[name], GROWTH, f"{before[name]:.4f} s, then {after:.4f} s"
                )
