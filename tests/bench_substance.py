"""`make bench`: how well the measure of a change tells letters from substance, at each threshold.

.venv/bin/python -m manage test tests.bench_substance      # this one alone: TESTS= in make
"""

import gzip
import json
from collections import Counter

from django.test import SimpleTestCase

from articles.search.lexemes import cut
from articles.text.substance import THRESHOLD, compare, weight
from tests.changed_letters import LETTERS, slip
from tests.changed_substance import SUBSTANCE, word_one_letter_away
from tests.changed_texts import changes, known_elsewhere
from tests.shared import shared, shared_file

THRESHOLDS = (0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1.0, 1.5, 2.0)


def weights(kind, **how):
    """What each change of one kind weighs, sorted, with the archive's words and without them."""
    found, blind = [], []
    for story, changed in changes(kind, **how):
        # A slip is mended, substance is changed: the story as it stands is the text that is right.
        old, new = (changed, story.text) if kind in LETTERS else (story.text, changed)
        found.append(weight(compare(old, new, known_elsewhere(story))))
        blind.append(weight(compare(old, new)))
    return sorted(found), sorted(blind)


def of_a_large_archive():
    """A judge of words that knows what stands in two or more of the sample's 5,000 pages."""
    counted = Counter()
    with gzip.open(shared_file("arabic/corpus.jsonl.gz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            page = json.loads(line)
            counted.update(set(cut(f"{page['title']} {page['body']}")))
    known = {word for word, number in counted.items() if number > 1}
    return lambda asked: asked & known


def share(values, threshold):
    """How many of a hundred reach the threshold."""
    return 100 * sum(value >= threshold for value in values) / len(values)


class SubstanceBench(SimpleTestCase):
    def test_letters_and_substance_lie_on_two_sides_of_the_threshold(self):
        errors = {}
        for title, kinds in (("letters", LETTERS), ("substance", SUBSTANCE)):
            print(
                f"\n{title:<22}{'n':>6}{'5%':>7}{'50%':>7}{'95%':>7}{'max':>8}   at or above "
                + "".join(f"{one:>7}" for one in THRESHOLDS)
            )
            both = [], []
            for kind in kinds:
                found, blind = weights(kind)
                both[0].extend(found)
                both[1].extend(blind)
                print(_row(kind.__name__, found))
            print(_row("all", sorted(both[0])))
            print(_row("all, empty archive", sorted(both[1])))
            errors[title] = share(both[0], THRESHOLD)
        self.assertLess(errors["letters"], 5)
        self.assertGreater(errors["substance"], 97)

    @shared
    def test_a_large_archive_knows_more_slips_and_more_words(self):
        known = of_a_large_archive()
        for kind in (slip, word_one_letter_away):
            values = []
            for story, changed in changes(kind):
                if story.language == "ar":
                    old, new = (changed, story.text) if kind is slip else (story.text, changed)
                    values.append(weight(compare(old, new, known)))
            print("\nwith the words of 5,000 pages:", _row(kind.__name__, sorted(values)))


def _row(name, values):
    at = [values[int(part * (len(values) - 1))] for part in (0.05, 0.5, 0.95, 1)]
    shares = "".join(f"{share(values, one):>6.1f}%" for one in THRESHOLDS)
    return (
        f"{name:<22}{len(values):>6}{at[0]:>7.2f}{at[1]:>7.2f}{at[2]:>7.2f}{at[3]:>8.2f}"
        f"{'':>15}{shares}"
    )
