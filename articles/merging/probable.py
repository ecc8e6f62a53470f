"""Guess which tags, sources or names stand twice, for an editor to look at. Merges nothing."""

import re
from collections import defaultdict
from itertools import combinations

from articles.models import Alias, Entity
from articles.text.fold import fold

MOST = 20_000  # rows that are looked at, the newest: a second's work
SHORTEST = 5  # letters of a name that a slip of one letter leaves itself
CROWD = 8  # so many of one look are a series, not slips

_ARTICLE = re.compile(r"\bال(?=\w{2})")
_DIGITS = re.compile(r"\d+")


def twins(model):
    """Return {pk: {pk: name} of those it may be the same as} for the rows of a model.

    Equal but for «ال» and blanks, one letter apart, of one name in another language, or called
    what another is also called. Entities of two kinds are two.

    >>> make_tag("سوريا"), make_tag("سورية"), make_tag("السورية")
    >>> twins(Tag)
    {1: {2: 'سورية'}, 2: {1: 'سوريا', 3: 'السورية'}, 3: {2: 'سورية'}}
    """
    rows = list(model.objects.order_by("-pk")[:MOST])
    found = defaultdict(dict)
    for one, other in _alike(rows, _spellings(model)):
        if not isinstance(one, Entity) or not one.is_another_kind_than(other):
            found[one.pk][other.pk] = str(other)
            found[other.pk][one.pk] = str(one)
    return dict(found)


def _spellings(model):
    owner = f"{model._meta.model_name}_id"
    spelled = defaultdict(list)
    rows = Alias.objects.filter(**{f"{owner}__isnull": False}).values_list(owner, "folded")
    for pk, folded in rows:
        spelled[pk].append(folded)
    return spelled


def _alike(rows, spelled):
    """Yield pairs of rows that look alike, some of them more than once."""
    by_look, by_slip = defaultdict(dict), defaultdict(list)
    for row in rows:
        for text in (row.folded, fold(row.name_en or ""), *spelled[row.pk]):
            if text:
                by_look[bare(text)][row.pk] = row
        if len(row.folded) >= SHORTEST:
            for part in _without_one(row.folded):
                by_slip[part].append(row)
    for same in by_look.values():
        if len(same) <= CROWD:
            yield from combinations(same.values(), 2)
    for near in by_slip.values():
        if len(near) <= CROWD:
            for one, other in combinations(near, 2):
                if is_a_slip(one.folded, other.folded):
                    yield one, other


def bare(folded):
    """The letters of a folded name without «ال» and blanks: «الامم المتحده» is «اممالمتحده».

    >>> bare("الامم المتحده") == bare("امم متحده")
    True
    """
    return "".join(_ARTICLE.sub("", folded).split()) or folded


def is_a_slip(one, other):
    """Whether two folded names differ by one letter: put in, left out, another, or two swapped.

    Numbers tell things apart: «مونديال 2022» is not «مونديال 2026».

    >>> is_a_slip("سوريا", "سوريه"), is_a_slip("حلب", "حمص")
    (True, False)
    """
    if one == other or _DIGITS.findall(one) != _DIGITS.findall(other):
        return False
    short, long = sorted((one, other), key=len)
    start = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    if len(long) == len(short) + 1:
        return short[start:] == long[start + 1 :]
    if len(long) != len(short):
        return False
    swapped = long[start + 1 : start + 2] + long[start : start + 1] + long[start + 2 :]
    return short[start + 1 :] == long[start + 1 :] or short[start:] == swapped


def _without_one(text):
    """The text, and the text with each of its letters left out: what a slip has in common."""
    return {text} | {text[:at] + text[at + 1 :] for at in range(len(text))}
