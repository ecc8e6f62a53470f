"""Find registered names in a text, whatever is written onto them. Plain values in and out.

>>> russia = Gazetteer([("روسيا", "entity", 1)])
>>> find("مع إيران وبروسيا", russia)
[Found(kind='entity', pk=1, start=11, end=16, spelling='روسيا')]
"""

from collections import defaultdict
from typing import NamedTuple

from articles.recognition import doubts
from articles.recognition.tokens import read
from articles.text.clitics import peel
from articles.text.fold import fold
from articles.text.words import words


class Found(NamedTuple):
    """A name in a text: whose it is, and ``text[start:end]`` without what is written onto it."""

    kind: str
    pk: int
    start: int
    end: int
    spelling: str


class Name(NamedTuple):
    """One registered spelling, and everything it names."""

    words: tuple
    spelling: str
    things: list


class Hit(NamedTuple):
    """A registered spelling at a place in the text, ``peeled`` letters into its first word."""

    name: Name
    first: int
    peeled: int

    @property
    def after(self):
        return self.first + len(self.name.words)


class Gazetteer:
    """Every known spelling, by its first folded word, the longest first."""

    def __init__(self, rows):
        """Take rows of (spelling, "entity" or "source", pk)."""
        by_words = {}
        for spelling, kind, pk in rows:
            parts = tuple(word.text for word in words(fold(spelling)))
            if parts:
                # Capitals tell US from us, so they are kept apart; Arabic letters have none.
                key = (parts, spelling if spelling.isascii() else "")
                name = by_words.setdefault(key, Name(parts, spelling, []))
                if (kind, pk) not in name.things:
                    name.things.append((kind, pk))
        self.by_first = defaultdict(list)
        for name in sorted(by_words.values(), key=lambda name: -len(name.words)):
            self.by_first[name.words[0]].append(name)

    def hit(self, text, tokens, at):
        """Return the longest name that begins at the word ``at``, or None."""
        best = None
        for reading in peel(tokens[at].word):
            for name in self.by_first.get(reading.word, ()):
                if best and len(name.words) <= len(best.name.words):
                    break
                hit = Hit(name, at, reading.length)
                if _fits(text, tokens, hit):
                    best = hit
                    break
        return best


def find(text, gazetteer):
    """List the names in ``text`` in their order; of overlapping names the longest stands."""
    tokens, hits, at = read(text), [], 0
    while at < len(tokens):
        hit = gazetteer.hit(text, tokens, at)
        if hit:
            hits.append(hit)
        at = hit.after if hit else at + 1
    hits = [hit for hit in hits if _is_sure(hit, hits)]
    hits = sorted(hits + _short_forms(tokens, hits), key=lambda hit: hit.first)
    return [found for hit in hits for found in _found(text, tokens, hit)]


def _fits(text, tokens, hit):
    """Whether the name's other words follow, its capitals agree, and nothing speaks against it."""
    following = tokens[hit.first + 1 : hit.after]
    if tuple(token.word for token in following) != hit.name.words[1:]:
        return False
    if not all(token.continues_name for token in following):
        return False
    if not _capitals_agree(hit.name.spelling, text[slice(*_span(tokens, hit))]):
        return False
    return doubts.allow(tokens, hit.first, hit.after, hit.name.words, hit.peeled)


def _capitals_agree(spelling, written):
    """US is not us and Turkey no turkey: a capital in the register is one in the text."""
    if spelling.isupper():
        return written.isupper()
    return written[:1].isupper() or not spelling[:1].isupper()


def _is_sure(hit, hits):
    """A spelling that is mostly an ordinary word counts beside a surer one of the same thing."""
    if hit.name.words not in doubts.NEEDS_COMPANY:
        return True
    return any(
        other.name.words not in doubts.NEEDS_COMPANY
        and any(thing in hit.name.things for thing in other.name.things)
        for other in hits
    )


def _short_forms(tokens, hits):
    """Find how a text goes on naming what it named in full: "the Alliance", "the Council"."""
    full, taken = {}, set()
    for hit in hits:
        taken.update(range(hit.first, hit.after))
        head = hit.name.words[0]
        head = head if head.startswith("ال") else f"ال{head}"
        if len(hit.name.words) > 1 and head in doubts.HEADS:
            full.setdefault(head, []).append(hit)
    found = []
    for at, token in enumerate(tokens):
        if at in taken:
            continue
        for reading in peel(token.word):
            named = full.get(reading.word, ())
            if len({tuple(hit.name.things) for hit in named}) != 1 or at < named[0].first:
                continue
            if not doubts.is_qualified(tokens, at):
                entities = [thing for thing in named[0].name.things if thing[0] == "entity"]
                name = Name((reading.word,), token.word, entities)
                found.append(Hit(name, at, reading.length))
            break
    return found


def _span(tokens, hit):
    return tokens[hit.first].offsets[hit.peeled], tokens[hit.after - 1].end


def _found(text, tokens, hit):
    start, end = _span(tokens, hit)
    return [Found(kind, pk, start, end, text[start:end]) for kind, pk in hit.name.things]
