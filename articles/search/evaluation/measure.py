"""Ask the queries, time them, and count what came back. Writes nothing."""

import time
from collections import defaultdict
from dataclasses import dataclass
from statistics import mean

from django.db import connection

from articles.search.evaluation.corpus import Asked

DEPTH = 10
CLEAN = "clean"


@dataclass(frozen=True)
class Result:
    """What came of one query: the share of relevant texts in the first ten, one over the place of
    the first, and the seconds it took."""

    asked: Asked
    recall: float
    rank: float
    seconds: float

    @classmethod
    def of(cls, asked, ids, seconds):
        ids = ids[:DEPTH]
        first = next((place for place, one in enumerate(ids, 1) if one in asked.relevant), None)
        recall = len(asked.relevant.intersection(ids)) / min(len(asked.relevant), DEPTH)
        return cls(asked, recall, 1 / first if first else 0.0, seconds)


def ask_all(queries, find):
    """Ask every query of ``find`` (text to ids) and return the results in their order."""
    results = []
    for one in queries:
        start = time.perf_counter()
        ids = find(one.text)
        results.append(Result.of(one, ids, time.perf_counter() - start))
    return results


def by_kind(results):
    """Return figures by "set/kind": recall and reciprocal rank, as such and as parts of what the
    clean forms of the same queries reach, and times in milliseconds."""
    clean = {
        (one.asked.group, one.asked.qid): one
        for one in results
        if one.asked.kind == CLEAN and one.asked.qid is not None
    }
    kinds = defaultdict(list)
    for one in results:
        kinds[f"{one.asked.group}/{one.asked.kind}"].append(one)
    return {kind: _figures(kinds[kind], clean) for kind in sorted(kinds)}


def _figures(results, clean):
    figures = {
        "queries": len(results),
        "recall@10": mean(one.recall for one in results),
        "mrr@10": mean(one.rank for one in results),
        **percentiles([one.seconds for one in results]),
    }
    keys = [(one.asked.group, one.asked.qid) for one in results]
    if all(key in clean for key in keys):
        same = [clean[key] for key in keys]
        figures["recall of clean"] = _part(figures["recall@10"], [one.recall for one in same])
        figures["mrr of clean"] = _part(figures["mrr@10"], [one.rank for one in same])
    return figures


def _part(value, measures):
    whole = mean(measures)
    return value / whole if whole else 0.0


def percentiles(seconds):
    """Return p50, p95, p99 in milliseconds."""
    ordered = sorted(seconds)
    last = len(ordered) - 1
    shares = {"p50": 0.50, "p95": 0.95, "p99": 0.99}
    return {name: ordered[min(last, int(len(ordered) * at))] * 1000 for name, at in shares.items()}


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
