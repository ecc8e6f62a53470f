"""`make bench`: comparing and merging cost a bounded number of times what folding costs."""

import re
from random import Random

from django.test import SimpleTestCase

from articles.text.compare import compare, compare_html, merge, merge_html
from articles.text.fold import fold
from tests.bench_text import busy_seconds

WORDS = 10_000
# So many times folding both texts, on the worst of these pairs; some tenths of a second.
MOST_FOLDS = 120
RANDOM = Random(4)
VOCABULARY = [f"كلمة{number}" for number in range(3000)]


def some(words, between=" ", every=1):
    """Random words; ``between`` stands behind each ``every``-th."""
    chosen = (RANDOM.choice(VOCABULARY) for _ in range(words))
    return "".join(
        word + (between if place % every == every - 1 else " ") for place, word in enumerate(chosen)
    )


def edited(text):
    """The text with a third of its words changed."""
    return re.sub(
        r"\S+", lambda word: word[0] if RANDOM.random() < 0.67 else RANDOM.choice(VOCABULARY), text
    )


ONE, STORY = some(WORDS), some(WORDS, "\n\n", 80)
PAIRS = {
    "one paragraph, all new": (ONE, some(WORDS)),
    "one paragraph, a third new": (ONE, edited(ONE)),
    "a story, a third new": (STORY, edited(STORY)),
    "a story, all new": (STORY, some(WORDS, "\n\n", 80)),
    "every word a paragraph": (some(WORDS, "\n"), some(WORDS, "\n")),
    "one word again and again": ("أ " * WORDS, "أ ب " * (WORDS // 2)),
    "marks": ("، " * WORDS, "؛ ، " * (WORDS // 2)),
}


def marked_up(text):
    return "".join(f"<p>{part}</p>" for part in text.split("\n"))


class CompareBench(SimpleTestCase):
    def test_ten_thousand_words_a_side_cost_a_bounded_number_of_folds(self):
        for name, (old, new) in PAIRS.items():
            unit = busy_seconds(lambda old=old, new=new: fold(old + new))
            plain = (old, new, edited(old))
            bodies = tuple(map(marked_up, plain))
            for call, texts in (
                (compare, plain[:2]),
                (compare_html, bodies[:2]),
                (merge, plain),
                (merge_html, bodies),
            ):
                taken = busy_seconds(lambda call=call, texts=texts: call(*texts))
                told = f"{name}: {call.__name__} {taken:.2f} s, {taken / unit:.0f} folds"
                print(f"\n{told}", end="")
                self.assertLessEqual(taken / unit, MOST_FOLDS, told)
