"""Read a corpus and make a larger one of it. Plain values; knows no database.

A corpus has one JSON object a line (gzip or not): ``id``, ``title``, ``body``, ``section``,
``date`` (26/04/2024, or any that ``text.dates`` reads). Queries have ``q``, ``relevant`` (ids) and,
to group them by, ``set`` and ``kind``; those with one ``qid`` are ways to type one query, of which
that of the kind ``clean`` is the measure of the others.
"""

import gzip
import json
import random
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import NamedTuple

from articles.text.dates import read_date
from articles.text.words import sentences

SPAN = timedelta(days=3_650)  # made texts are spread over ten years


class Text(NamedTuple):
    """One text; ``pieces`` are its sentences, so that what is made of each is made once."""

    id: int
    title: str
    pieces: tuple
    section: str
    at: datetime


class Unreadable(Exception):
    """The file is not what it should be; the message says where, in one line."""


def read_lines(path):
    """Yield the objects of a file of JSON lines. Raises Unreadable."""
    opened = gzip.open if str(path).endswith(".gz") else open
    try:
        with opened(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield number, json.loads(line)
    except (OSError, EOFError, ValueError) as why:
        raise Unreadable(f"{path}: {why}") from None


def read_texts(path):
    """Yield the texts of a corpus in its order."""
    for number, row in read_lines(path):
        try:
            pieces = tuple(one.text for one in sentences(row["body"]))
            day = read_date(row.get("date") or "")
            at = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else _long_ago()
            yield Text(int(row["id"]), row["title"], pieces, row.get("section") or "", at)
        except (KeyError, TypeError, ValueError, AttributeError) as why:
            raise Unreadable(f"{path}, line {number}: {why!r}") from None


def grow(texts, size, seed=7):
    """Yield the texts, and then others of their sentences until there are ``size`` of them.

    A made text takes the length of one text, its sentences from anywhere, and its title from the
    halves of two: so every word stays as frequent as it was. The newest texts come last, as they
    do in a newsroom.
    """
    texts = list(texts)
    if size <= len(texts):
        yield from islice(texts, size)
        return
    chance = random.Random(seed)  # noqa: S311 - the same corpus every time
    pieces = [piece for text in texts for piece in text.pieces]
    newest = max(text.at for text in texts)
    number = max(text.id for text in texts)
    places = iter(sorted(chance.sample(range(size), len(texts))))
    ordered = iter(sorted(texts, key=lambda text: text.at))
    place = next(places)
    for at in range(size):
        if at == place:
            yield next(ordered)
            place = next(places, None)
            continue
        number += 1
        model = chance.choice(texts)
        first, second = chance.choice(texts).title.split(), chance.choice(texts).title.split()
        title = first[: (len(first) + 1) // 2] + second[len(second) // 2 :]
        yield Text(
            number,
            " ".join(title),
            tuple(chance.choices(pieces, k=max(1, len(model.pieces)))),
            model.section,
            newest - SPAN * (1 - at / size),
        )


def _long_ago():
    return datetime(2000, 1, 1, tzinfo=UTC)


class Asked(NamedTuple):
    """A query whose answer is known."""

    text: str
    relevant: frozenset
    group: str
    kind: str
    qid: int | None = None


def read_queries(path):
    """Return the queries of a file. Raises Unreadable."""
    found = []
    for number, row in read_lines(path):
        try:
            relevant = frozenset(map(int, row["relevant"]))
            group, kind = row.get("set", ""), row.get("kind", "")
            found.append(Asked(row["q"], relevant, group, kind, row.get("qid")))
        except (KeyError, TypeError, ValueError) as why:
            raise Unreadable(f"{path}, line {number}: {why!r}") from None
    return found
