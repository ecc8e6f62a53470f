"""`make bench`: what search costs in a larger archive, as ratios within one run."""

import time
from statistics import median

from django.test import TestCase

from articles.demo.story import stories
from articles.search import Search
from articles.search.evaluation import corpus, measure, naive, scratch
from articles.text.words import sentences
from tests.makers import NOON

SMALL, LARGE = 5_000, 50_000
GROWTH = 3
GROWTH_OF_THE_WORST = 8  # a phrase that stands nowhere is looked for in three steps
QUERIES = (
    "رئيس البلدية", "أسعار الزيت", "مدارس الجبل", "وزراء النقل", "سباق الجسور", "تأجيل التصويت",
    "الميناء الشرقي", "مياه الشرب في القرى", "بالمجلس والبلدية", "مستشفي المدينه",
    "السيارت الجديدة", "hglv;.", "قال", "في", '"مجلس البلدية"', "مدينة -ميناء",
    "قرارات المحكمة الأخيرة بشأن الأراضي",
)  # fmt: skip


def texts():
    """The stories of the demo as texts to make a larger archive of."""
    return [
        corpus.Text(
            number,
            story["ar"]["title"],
            tuple(one.text for one in sentences(story["ar"]["body"])),
            story["category"],
            NOON,
        )
        for number, (_name, story) in enumerate(stories(), start=1)
    ]


def cost(find):
    """The median and the worst of the median seconds of each query."""
    taken = []
    for query in QUERIES:
        rounds = []
        for _round in range(5):
            start = time.perf_counter()
            find(query)
            rounds.append(time.perf_counter() - start)
        taken.append(median(rounds))
    return median(taken), max(taken)


class SearchBench(TestCase):
    def test_an_archive_ten_times_as_large_costs_at_most_three_times_as_much(self):
        search = Search(today=NOON)
        figures = {}
        for size in (SMALL, LARGE):
            with scratch.schema():
                scratch.fill(corpus.grow(texts(), size), tell=lambda what: None)
                naive.make(corpus.grow(texts(), size), tell=lambda what: None)
                common = measure.time_words(measure.commonest(10), search.find)
                figures[size] = (*cost(search.find), median(common), *cost(naive.find))
        for name, small, large in zip(
            ("a query", "the slowest", "a common word", "naive: a query", "naive: the slowest"),
            figures[SMALL],
            figures[LARGE],
            strict=True,
        ):
            times = large / small
            print(f"\n{name}: {1000 * large:.1f} ms in {LARGE} texts, {times:.1f} × {SMALL}")
        for place, most in enumerate((GROWTH, GROWTH_OF_THE_WORST, GROWTH)):
            self.assertLess(figures[LARGE][place], most * figures[SMALL][place])
