"""`make bench`: finding names among ten thousand, as a ratio within one run."""

import random

from django.test import SimpleTestCase, TestCase

from articles.models import Alias, Entity
from articles.recognition.gazetteer import Gazetteer, find
from articles.recognition.register import known_names, spellings
from articles.recognition.speakers import speakers
from articles.recognition.starter import alias_rows
from articles.text.fold import fold
from articles.text.words import words
from tests.bench_speed import seconds

MANY, FEW, LENGTH = 10_000, 100, 500
SYLLABLES = (
    "با تو ثير جم حا خيل دار رو زين سل شام صا ضيف طو ظل عم غا فر قو كير لا مي نور ها ود".split()
)


def invented(count, seed=3):
    """So many names of one to three words that no text holds, always the same."""
    chance = random.Random(seed)
    made = {}
    while len(made) < count:
        parts = ["".join(chance.choices(SYLLABLES, k=3)) for _part in range(chance.randint(1, 3))]
        made[" ".join(parts)] = None
    return list(made)


def report():
    """Five hundred words of news about places that the shipped names know."""
    places = [row.text for row in alias_rows() if row.type == "place" and not row.context]
    chance = random.Random(5)
    sentence = "وقال مسؤول في {} إن الوفد وصل من {} مساء الأحد، بحسب وكالة رويترز للأنباء.\n"
    text = ""
    while len(words(text)) < LENGTH:
        text += sentence.format(*chance.choices(places, k=2))
    return text


class FindBench(SimpleTestCase):
    def test_ten_thousand_names_cost_at_most_twice_a_hundred(self):
        shipped = alias_rows()
        extra = [(name, "entity", number) for number, name in enumerate(invented(MANY))]
        many = Gazetteer([*shipped, *extra][:MANY])
        few = Gazetteer(random.Random(1).sample(shipped, FEW))
        text = report()
        found = find(text, many)
        costs, costs_few, folds, speaks = (
            seconds(lambda: find(text, many)),
            seconds(lambda: find(text, few)),
            seconds(lambda: fold(text)),
            seconds(lambda: speakers(text, found)),
        )
        print(
            f"\nnames: {MANY} against {LENGTH} words in {costs * 1000:.1f} ms, {len(found)} found;"
            f" {costs / costs_few:.2f} × {FEW} names, {costs / folds:.0f} × folding;"
            f" who speaks: {speaks * 1000:.1f} ms on this machine"
        )
        self.assertLess(costs, 2 * costs_few)


class RegisterBench(TestCase):
    def test_asking_for_a_register_that_did_not_change_costs_a_tenth_of_building_it(self):
        Entity.objects.bulk_create(
            Entity(name=name, name_ar=name, slug=name) for name in invented(MANY)
        )
        Alias.objects.bulk_create(
            Alias(text=one.name_ar, folded=fold(one.name_ar), entity=one)
            for one in Entity.objects.all()
        )
        known_names()
        kept, built = seconds(known_names), seconds(lambda: Gazetteer(spellings()))
        print(f"\nregister: kept {kept * 1000:.1f} ms, built {built * 1000:.0f} ms, {MANY} names")
        self.assertLess(kept, built / 10)
