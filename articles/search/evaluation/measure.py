"""Ask the queries, time them, and count what came back. Writes nothing."""

import time
from collections import defaultdict
from dataclasses import dataclass, field
from statistics import mean

from django.db import connection

DEPTH = 10


@dataclass
class Figures:
    """What came of the queries of one kind: recall and reciprocal rank of each, and seconds."""

    recalls: list = field(default_factory=list)
    ranks: list = field(default_factory=list)
    seconds: list = field(default_factory=list)

    def add(self, relevant, ids, seconds):
        first = next((place for place, one in enumerate(ids, 1) if one in relevant), None)
        self.recalls.append(len(relevant.intersection(ids)) / min(len(relevant), DEPTH))
        self.ranks.append(1 / first if first else 0.0)
        self.seconds.append(seconds)

    def summary(self):
        return {
            "queries": len(self.ranks),
            "recall@10": mean(self.recalls),
            "mrr@10": mean(self.ranks),
            **percentiles(self.seconds),
        }


def percentiles(seconds):
    """Return p50, p95, p99 in milliseconds."""
    ordered = sorted(seconds)
    at = lambda share: ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000  # noqa: E731
    return {"p50": at(0.50), "p95": at(0.95), "p99": at(0.99)}


def ask_all(queries, find):
    """Ask every query of ``find`` (text to ids) and return figures by (set, kind)."""
    figures = defaultdict(Figures)
    for one in queries:
        start = time.perf_counter()
        ids = find(one.text)[:DEPTH]
        figures[one.group, one.kind].add(one.relevant, ids, time.perf_counter() - start)
    return figures


def time_words(words, find, rounds=3):
    """Return the seconds of each of the words alone, the median of some rounds."""
    seconds = []
    for word in words:
        taken = []
        for _round in range(rounds):
            start = time.perf_counter()
            find(word)
            taken.append(time.perf_counter() - start)
        seconds.append(sorted(taken)[rounds // 2])
    return seconds


def commonest(number):
    """Return the words that stand in most texts."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT text FROM articles_lexeme WHERE text !~ '^[~^@]'"
            " ORDER BY frequency DESC LIMIT %s",
            [number],
        )
        return [text for (text,) in cursor.fetchall()]
