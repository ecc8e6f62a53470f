"""Measure what search finds and how long it takes, on a corpus whose answers are known."""

import json

from django.core.management.base import BaseCommand, CommandError

from articles.search import Search
from articles.search.evaluation import corpus, measure, naive, scratch

COMMON_WORDS = 20
WARM_UP = 50  # a new connection reads what later ones find read
HEADING = f"  {'set/kind':36}  n  recall@10  mrr@10  of clean     p50     p95     p99"


class Command(BaseCommand):
    help = (
        "Loads a corpus into a schema of its own, asks the queries, and prints recall@10, MRR@10, "
        "times and sizes. The newsroom's own texts are neither read nor touched."
    )

    def add_arguments(self, parser):
        parser.add_argument("corpus", help="texts, a JSON object a line; .gz is read too")
        parser.add_argument("queries", help="queries and the ids they should find")
        parser.add_argument(
            "--size", type=int, help="so many texts, made of the corpus's sentences"
        )
        parser.add_argument("--sample", type=int, help="ask only so many of the queries")
        parser.add_argument("--naive", action="store_true", help="ask plain PostgreSQL as well")
        parser.add_argument(
            "--keep", action="store_true", help="keep what was loaded for next time"
        )
        parser.add_argument(
            "--misses", action="store_true", help="name the queries that found nothing right"
        )
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *args, **options):
        try:
            texts = list(corpus.read_texts(options["corpus"]))
            queries = corpus.read_queries(options["queries"])
        except corpus.Unreadable as why:
            raise CommandError(str(why)) from None
        if not texts or not queries:
            raise CommandError("There is nothing to measure: no texts or no queries.")
        if options["sample"]:
            step = max(1, len(queries) // options["sample"])
            queries = queries[::step]
        size = options["size"] or len(texts)
        today = max(text.at for text in texts)
        search = Search(today=today)
        with scratch.schema(options["keep"]) as held:
            if held and held != size:
                raise CommandError(f"The kept schema holds {held} texts; say --size {held}.")
            if not held:
                self.fill(texts, size, options)
            report = {"texts": size, "bytes": scratch.sizes()}
            report["ours"] = self.ask(queries, lambda text: search.find(text).ids, options)
            if options["naive"]:
                report["naive"] = self.ask(queries, naive.find, options, rounds=1)
        if options["json"]:
            self.stdout.write(json.dumps(report, ensure_ascii=False, indent=1))
        else:
            self.print(report)

    def fill(self, texts, size, options):
        scratch.fill(corpus.grow(texts, size), self.tell)
        if options["naive"]:
            naive.make(corpus.grow(texts, size), self.tell)
        scratch.finish(size)

    def ask(self, queries, find, options, rounds=3):
        """Ask all queries and the commonest words alone; return the figures."""
        for one in queries[:WARM_UP]:
            find(one.text)
        results = measure.ask_all(queries, find)
        if options["misses"]:
            for one in results:
                if not one.recall:
                    self.stderr.write(
                        f"missed: {one.asked.group}/{one.asked.kind}: {one.asked.text}"
                    )
        common = measure.time_words(measure.commonest(COMMON_WORDS), find, rounds)
        return {
            "kinds": measure.by_kind(results),
            "all": measure.percentiles([one.seconds for one in results]),
            "one common word": measure.percentiles(common),
        }

    def tell(self, what):
        self.stderr.write(what)

    def print(self, report):
        for name in ("ours", "naive"):
            if name not in report:
                continue
            self.stdout.write(f"{name}: {report['texts']} texts; times in ms")
            self.stdout.write(HEADING)
            for kind, one in report[name]["kinds"].items():
                part = one.get("recall of clean")
                part = "-" if part is None else f"{part:.1%}"
                self.stdout.write(
                    f"  {kind:34}{one['queries']:5}{one['recall@10']:9.3f}{one['mrr@10']:8.3f}"
                    f"{part:>10}{one['p50']:8.1f}{one['p95']:8.1f}{one['p99']:8.1f}"
                )
            for group in ("all", "one common word"):
                times = "".join(f"{value:8.1f}" for value in report[name][group].values())
                self.stdout.write(f"  {group:66}{times}")
        sizes = ", ".join(f"{key} {value / 1e6:.1f} MB" for key, value in report["bytes"].items())
        self.stdout.write(f"sizes: {sizes}")
