"""Print how well names and sources are found in a text that was labelled by hand."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.recognition import starter
from articles.recognition.evaluation import evaluate
from articles.recognition.gazetteer import Gazetteer
from articles.recognition.register import spellings

COUNTED = """\
Names: every label that is not anonymous, by its type; right when the same letters are found as the
same type. PER are people named behind words of attribution or by a given name: the shipped
register holds no persons.
Sources: every label with the role SOURCE; "named" has a name, "anonymous" is only described.
Meant: of the names found right, those that stand for the thing the label means."""


class Command(BaseCommand):
    help = (
        "Prints precision and recall of names by kind and of sources, named and anonymous, in TEXT"
        " against the labels in GOLD (JSON: mentions with start, end, text, type, canonical, role,"
        " anonymous). Uses the shipped names, or with --register those of this newsroom."
    )

    def add_arguments(self, parser):
        parser.add_argument("text", type=Path, help="the page as plain text, UTF-8")
        parser.add_argument("gold", type=Path, help="its labels")
        parser.add_argument("--json", action="store_true", help="print JSON")
        parser.add_argument("--register", action="store_true", help="use this newsroom's names")

    def handle(self, text, gold, **options):
        try:
            # As bytes: a line's end must stay as long as it was when the labels were set.
            page = text.read_bytes().decode("utf-8")
            mentions = json.loads(gold.read_text(encoding="utf-8"))["mentions"]
            wrong = [
                one["text"] for one in mentions if page[one["start"] : one["end"]] != one["text"]
            ]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise CommandError(f"Can not be read as a text and its labels: {error!r}") from error
        if wrong:
            raise CommandError(f"Labels that do not stand where they say: {', '.join(wrong[:5])}")
        rows = list(spellings() if options["register"] else starter.alias_rows())
        result = evaluate(page, mentions, rows, Gazetteer(rows))
        self.stdout.write(_as_json(result) if options["json"] else _as_table(result))


def _as_table(result):
    lines = [f"{'':22}{'labelled':>9}{'found':>7}{'right':>7}{'precision':>11}{'recall':>8}"]
    for group in ("names", "sources"):
        for kind, score in result[group].items():
            shares = f"{_share(score.precision):>11}{_share(score.recall):>8}"
            counts = f"{score.labelled:>9}{score.found:>7}{score.right:>7}"
            lines.append(f"{f'{group} · {kind}':22}{counts}{shares}")
    meant = result["meant"]
    lines.append(f"{'meant':22}{meant.labelled:>9}{meant.found:>7}{meant.right:>7}")
    for group in ("missed", "false"):
        named = " · ".join(f"{letters} ({kind})" for kind, letters in result[group])
        lines.append(f"{group}: {named or '-'}")
    return "\n".join([*lines, "", COUNTED])


def _as_json(result):
    scores = {
        group: {
            kind: score._asdict() | {"precision": score.precision, "recall": score.recall}
            for kind, score in result[group].items()
        }
        for group in ("names", "sources")
    }
    rest = {"meant": result["meant"]._asdict()} | {
        group: [{"kind": kind, "text": letters} for kind, letters in result[group]]
        for group in ("missed", "false")
    }
    return json.dumps(scores | rest, ensure_ascii=False, indent=1)


def _share(share):
    return "-" if share is None else f"{share:.3f}"
