"""`make bench`: the text rules take news by the megabyte, and no hostile text costs more than long.

Speeds are of this machine; growth is a ratio within one run.
"""

import time

from django.test import SimpleTestCase

from articles.text.fold import fold, fold_map
from articles.text.languages import recognise
from articles.text.slugs import slugify
from articles.text.tidy import tidy
from articles.text.words import sentences, words
from tests.bench_speed import PAGE, seconds

MEGABYTES_A_SECOND = 1
LENGTH, TIMES_LONGER = 20_000, 4
# Four times as long takes four times as long; with the square it would be sixteen.
MOST_GROWTH = 9
HOSTILE = (
    "وقال الوزير. ",
    "عبد الله ",
    "عبد ",
    "دير\u00a0",
    "ابو  ",
    "\u200c",
    "س\u200c",
    "مُ\u0651",
    "د. ",
    "!؟",
    ".”",
    "\n \n",
    "_",
    "ﷺ",
    "AT&T ",
)


def busy_seconds(call):
    """The least processor time of some rounds: the quiet one, whatever else the machine does."""
    taken = []
    for _round in range(5):
        start = time.process_time()
        call()
        taken.append(time.process_time() - start)
    return min(taken)


class SpeedBench(SimpleTestCase):
    def test_a_megabyte_of_news_takes_at_most_a_second(self):
        megabytes = len(PAGE.encode()) / 1_000_000
        for call in (fold, fold_map, words, sentences, tidy, slugify):
            speed = megabytes / busy_seconds(lambda call=call: call(PAGE))
            print(f"\n{call.__name__}: {speed:.1f} MB/s", end="")
            self.assertGreaterEqual(speed, MEGABYTES_A_SECOND, call.__name__)

    def test_recognising_paragraphs_keeps_up_with_folding_them(self):
        paragraphs = [PAGE[at : at + 400] for at in range(0, len(PAGE), 400)]
        ours, folds = (
            seconds(lambda: [recognise(paragraph) for paragraph in paragraphs]),
            seconds(lambda: [fold(paragraph) for paragraph in paragraphs]),
        )
        print(f"\nrecognise: {ours / folds:.1f} × fold")
        self.assertLess(ours, 10 * folds)


class GrowthBench(SimpleTestCase):
    def test_time_grows_with_the_length_and_not_with_its_square(self):
        worst = 0, ""
        for piece in HOSTILE:
            short = piece * (LENGTH // len(piece))
            for call in (fold, fold_map, words, sentences, tidy, slugify):
                once = busy_seconds(lambda call=call, text=short: call(text))
                longer = busy_seconds(lambda call=call, text=short * TIMES_LONGER: call(text))
                worst = max(worst, (longer / once, f"{call.__name__} of {piece!r}"))
        print(f"\n{TIMES_LONGER} × as long: at most {worst[0]:.1f} × the time ({worst[1]})")
        self.assertLess(worst[0], MOST_GROWTH)
