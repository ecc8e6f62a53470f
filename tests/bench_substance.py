"""`make bench`: how well the measure of a change tells letters from substance, at each threshold.

.venv/bin/python -m manage test tests.bench_substance      # this one alone: TESTS= in make
"""

from django.test import SimpleTestCase

from articles.text.substance import THRESHOLD, compare, weight
from tests.changed_letters import LETTERS
from tests.changed_substance import SUBSTANCE
from tests.changed_texts import changes, known_elsewhere

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
        self.assertLess(errors["letters"], 3)
        self.assertGreater(errors["substance"], 97)


def _row(name, values):
    at = [values[int(part * (len(values) - 1))] for part in (0.05, 0.5, 0.95, 1)]
    shares = "".join(f"{share(values, one):>6.1f}%" for one in THRESHOLDS)
    return (
        f"{name:<22}{len(values):>6}{at[0]:>7.2f}{at[1]:>7.2f}{at[2]:>7.2f}{at[3]:>8.2f}"
        f"{'':>15}{shares}"
    )
