"""Measure recognition against a text whose names and sources somebody labelled by hand.

Names are what the gazetteer finds, the people and outlets that stand behind words of attribution
without being registered, and people known by their given names. Sources are cited outlets, bodies
and named people that speak, and those who are only described (مسؤول أمريكي): labelled as
``anonymous``, counted apart and with the others. A find is right when it covers the very letters of
a label of its kind.
"""

from typing import NamedTuple

from articles.recognition.attribution import cited
from articles.recognition.gazetteer import find
from articles.recognition.people import people
from articles.recognition.speakers import DESCRIBED, OUTLET, PERSON, speakers
from articles.text.fold import fold

TYPES = {"place": "LOC", "person": "PER", "organisation": "ORG", "event": "EVENT"}
NAMED, ANONYMOUS, ALL = "named", "anonymous", "all"


class Score(NamedTuple):
    """How many of one kind were labelled, found, and found right."""

    labelled: int
    found: int
    right: int

    @property
    def precision(self):
        """The share of the found that is right; None when nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self):
        """The share of the labelled that was found; None when nothing was labelled."""
        return self.right / self.labelled if self.labelled else None


def evaluate(text, mentions, rows, gazetteer):
    """Return {"names": {kind: Score}, "sources": {kind: Score}, "meant": Score, "missed", "false"}.

    ``mentions`` are the labels of a gold file, ``rows`` the ``Spelling`` rows of the gazetteer.
    "meant" counts, among the right names, those that stand for the labelled thing: of a labelled
    طرابلس, the city that the label means. "missed" and "false" list (what, the letters).
    """
    found = find(text, gazetteer)
    others = speakers(text, found)
    named = _labelled(mentions, lambda one: not one.get("anonymous"), lambda one: one["type"])
    names = {(one.start, one.end): _type(one) for one in found}
    names |= {
        (one.start, one.end): {PERSON: "PER", OUTLET: "ORG"}[one.what]
        for one in others
        if one.what in (PERSON, OUTLET)
    }
    names |= {(one.start, one.end): "PER" for one in people(text, names)}
    sourced = _labelled(
        mentions,
        lambda one: one.get("role") == "SOURCE",
        lambda one: ANONYMOUS if one.get("anonymous") else NAMED,
    )
    sources = {(one.start, one.end): NAMED for one in cited(text, found)}
    sources |= {
        (one.start, one.end): ANONYMOUS if one.what == DESCRIBED else NAMED for one in others
    }
    return {
        "names": _scores(named, names),
        "sources": _scores(sourced, sources),
        "meant": _meant(mentions, found, rows),
        "missed": [(kind, text[slice(*place)]) for place, kind in _without(named, names)]
        + [("source", text[slice(*place)]) for place, _kind in _without(sourced, sources)],
        "false": [(kind, text[slice(*place)]) for place, kind in _without(names, named)]
        + [("source", text[slice(*place)]) for place, _kind in _without(sources, sourced)],
    }


def _labelled(mentions, chosen, kind):
    return {(one["start"], one["end"]): kind(one) for one in mentions if chosen(one)}


def _type(found):
    return "ORG" if found.kind == "source" else TYPES.get(found.type, found.type.upper())


def _scores(labelled, found):
    """Score each kind, and all together under ALL."""
    right = [kind for place, kind in found.items() if labelled.get(place) == kind]
    kinds = sorted({*labelled.values(), *found.values()})
    scores = {
        kind: Score(
            sum(one == kind for one in labelled.values()),
            sum(one == kind for one in found.values()),
            right.count(kind),
        )
        for kind in kinds
    }
    return scores | {ALL: Score(len(labelled), len(found), len(right))}


def _meant(mentions, found, rows):
    """Of the names found where they were labelled, how many are the thing that was meant."""
    spellings = {}
    for row in rows:
        spellings.setdefault((row.kind, row.pk), set()).add(fold(row.text))
    canonical = {
        (one["start"], one["end"]): fold(one.get("canonical") or one["text"]) for one in mentions
    }
    places = {}
    for one in found:
        if (one.start, one.end) in canonical:
            places.setdefault((one.start, one.end), set()).update(spellings[one.kind, one.pk])
    right = sum(canonical[place] in names for place, names in places.items())
    return Score(len(places), len(places), right)


def _without(ours, theirs):
    return sorted((place, kind) for place, kind in ours.items() if theirs.get(place) != kind)
