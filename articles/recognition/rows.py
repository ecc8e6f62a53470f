"""Keep an article's mentions and citations in step with its text. Leaves an editor's rows alone."""

from collections import defaultdict
from typing import NamedTuple

from django.conf import settings

from articles.models import Citation, Mention, Origin
from articles.recognition.attribution import cited
from articles.recognition.gazetteer import find
from articles.recognition.register import known_names
from articles.text.fold import fold
from articles.text.plain import plain_text
from articles.text.words import words

# Two passages with so many words in common are one, before and after an edit.
SAME_PASSAGE = 0.6
LONGEST_SPELLING = Mention._meta.get_field("spelling").max_length


class Passage(NamedTuple):
    """A citation as the text shows it."""

    language: str
    source: int
    passage: str
    how: str
    position: int


class Name(NamedTuple):
    """A mention as the text shows it."""

    language: str
    entity: int
    spelling: str
    start: int
    count: int


def refresh(article, gazetteer=None):
    """Bring the article's found mentions and citations up to date with its text.

    Rows that an editor set or rejected stay as they are and are not found a second time. Pass
    ``known_names()`` when many articles are refreshed in a row. The caller holds the article's row.
    """
    gazetteer = gazetteer or known_names()
    names, passages = [], []
    for language, _label in settings.LANGUAGES:
        title, lead = (getattr(article, f"{field}_{language}") or "" for field in ("title", "lead"))
        body = plain_text(getattr(article, f"body_{language}") or "")
        names += names_in(language, title, lead, body, gazetteer)
        passages += passages_in(language, lead, body, gazetteer)
    _bring_mentions(article, names)
    _bring_citations(article, passages)


def names_in(language, title, lead, body, gazetteer):
    """List the entities that title, lead or body name, each once, with how often.

    The spelling is one that stands in the body by itself where there is one: pages link it there.
    """
    text = "\n\n".join((title, lead, body))
    body_starts = len(text) - len(body)
    places = defaultdict(list)
    for found in find(text, gazetteer):
        if found.kind == "entity":
            places[found.pk].append(found)
    names = []
    for entity, found in places.items():
        best = min(found, key=lambda one: (one.start < body_starts, _is_written_onto(text, one)))
        spelling = best.spelling[:LONGEST_SPELLING]
        names.append(Name(language, entity, spelling, found[0].start, len(found)))
    return names


def passages_in(language, lead, body, gazetteer):
    """List the passages of the body that rest on a source, and those of the lead on any other."""
    passages = [
        Passage(language, one.pk, one.passage, one.how, one.passage_start)
        for one in cited(body, find(body, gazetteer))
    ]
    in_body = {passage.source for passage in passages}
    passages += [
        Passage(language, one.pk, one.passage, one.how, 0)
        for one in cited(lead, find(lead, gazetteer))
        if one.pk not in in_body
    ]
    unique = {(one.source, one.passage): one for one in reversed(passages)}
    return list(unique.values())[::-1]


def _is_written_onto(text, found):
    return found.start > 0 and text[found.start - 1].isalnum()


def _bring_mentions(article, names):
    rows = {(row.language, row.entity_id): row for row in article.mentions.all()}
    new, changed = [], []
    for name in names:
        row = rows.pop((name.language, name.entity), None)
        values = {"spelling": name.spelling, "start": name.start, "count": name.count}
        if row is None:
            row = Mention(article=article, language=name.language, entity_id=name.entity, **values)
            row.origin = Origin.FOUND
            new.append(row)
        elif row.origin == Origin.FOUND and _set(row, values):
            changed.append(row)
    _write(Mention, new, changed, rows.values(), ["spelling", "start", "count"])


def _bring_citations(article, passages):
    rows = list(article.citations.all())
    held = [row for row in rows if row.origin != Origin.FOUND]
    found = {_key(row): row for row in rows if row.origin == Origin.FOUND}
    wanted = [one for one in passages if not any(_is_same(row, one) for row in held)]
    new, changed = [], []
    # First what stands as it stood; what is left may be a sentence that was edited.
    exact = [(one, found.pop(_key(one))) for one in wanted if _key(one) in found]
    kept = {_key(one) for one, _row in exact}
    for one in wanted:
        if _key(one) not in kept:
            row = next((row for row in found.values() if _is_same(row, one)), None)
            if row is None:
                row = Citation(article=article, language=one.language, source_id=one.source)
                row.passage, row.origin = one.passage, Origin.FOUND
                new.append(row)
            else:
                del found[_key(row)]
            exact.append((one, row))
    for one, row in exact:
        values = {"passage": one.passage, "how": one.how, "position": one.position}
        if _set(row, values) and row.pk:
            changed.append(row)
    _write(Citation, new, changed, found.values(), ["passage", "how", "position"])


def _key(one):
    source = one.source if isinstance(one, Passage) else one.source_id
    return one.language, source, one.passage


def _is_same(row, one):
    """Whether a row stands for this passage, perhaps from before an edit of its sentence."""
    if (row.language, row.source_id) != (one.language, one.source):
        return False
    old, new = fold(row.passage), fold(one.passage)
    if old in new or new in old:
        return True
    left, right = ({word.text for word in words(text)} for text in (old, new))
    return len(left & right) >= SAME_PASSAGE * max(len(left), len(right))


def _set(row, values):
    """Set the values and say whether any was another before."""
    differs = any(getattr(row, name) != value for name, value in values.items())
    for name, value in values.items():
        setattr(row, name, value)
    return differs


def _write(model, new, changed, gone, fields):
    """Write at most three statements, and none when nothing changed."""
    if gone := [row.pk for row in gone if row.origin == Origin.FOUND]:
        model.objects.filter(pk__in=gone).delete()
    if changed:
        model.objects.bulk_update(changed, fields)
    if new:
        model.objects.bulk_create(new)
