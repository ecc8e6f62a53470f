"""The text doctor for people and pipes: one line for each finding. Changes a file only if asked."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand

from articles.management.printing import make_printable, printable
from articles.text.lint import apply, lint
from articles.text.lint_html import lint_html
from articles.text.rules import BY_NAME, RULES
from articles.text.showing import in_its_word, visible

CLEAN, FOUND, UNREADABLE = 0, 1, 2
LARGEST = 4_000_000  # bytes: a book and more; a file beyond that is no article
STANDARD_INPUT = "-"
MARKUP = {".html", ".htm", ".xhtml"}


class Unreadable(Exception):
    """The file holds no text that could be read; the message is the reason."""


class Command(BaseCommand):
    help = (
        "Finds what is wrong in Arabic texts: one line for each finding, file:line:column. Exit"
        " status: 0 nothing found, 1 something found, 2 something could not be read."
    )
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument(
            "files", nargs="*", metavar="FILE", help="a text or HTML file; - is standard input"
        )
        parser.add_argument(
            "--fix", action="store_true", help="write the text with the safe findings put right"
        )
        parser.add_argument(
            "--in-place", action="store_true", help="with --fix: write it to the file itself"
        )
        parser.add_argument("--json", action="store_true", help="one JSON object a finding")
        parser.add_argument(
            "--house", action="store_true", help="also the rules of the house's style"
        )
        parser.add_argument("--html", action="store_true", help="read standard input as HTML")
        parser.add_argument("--rules", action="store_true", help="list the rules and stop")

    def handle(self, *, files, rules, **options):
        make_printable(sys.stdout, sys.stderr)
        if rules:
            return self.list_rules(options["json"])
        if not files:
            self.stderr.write("lint_text: name a file, or - for standard input")
            sys.exit(UNREADABLE)
        status = max([self.take(name, options) for name in files])
        if status:
            sys.exit(status)

    def take(self, name, options):
        """Look at one file; whatever is wrong with it, the next follows."""
        try:
            text = read(name)
        except Unreadable as reason:
            self.stderr.write(f"{printable(name)}: {reason}")
            return UNREADABLE
        is_html = Path(name).suffix.lower() in MARKUP or (
            name == STANDARD_INPUT and options["html"]
        )
        found = lint_html(text, options["house"]) if is_html else lint(text, house=options["house"])
        if options["fix"] or options["in_place"]:
            return self.fix(name, text, found, options)
        lines = Lines(text)
        for one in found:
            self.stdout.write(self.line_of(name, text, lines, one, options["json"]))
        return FOUND if found else CLEAN

    def fix(self, name, text, found, options):
        fixed = apply(text, found)
        if not options["in_place"] or name == STANDARD_INPUT:
            self.stdout.write(fixed, ending="")
        elif fixed != text:
            try:
                Path(name).write_bytes(fixed.encode())
            except OSError as trouble:
                self.stderr.write(f"{printable(name)}: {trouble.strerror}")
                return UNREADABLE
        return FOUND if any(not one.is_safe for one in found) else CLEAN

    def line_of(self, name, text, lines, one, as_json):
        rule, (line, column) = BY_NAME[one.rule], lines.place(one.start)
        if as_json:
            return json.dumps(
                {
                    "file": name, "line": line, "column": column, "start": one.start,
                    "end": one.end, "rule": one.rule, "class": rule.kind, "before": one.before,
                    "after": one.after, "title": rule.title, "why": rule.why,
                },
                ensure_ascii=False,
            )  # fmt: skip
        before, after = in_its_word(text, one)
        return (
            f"{printable(name)}:{line}:{column} {one.rule} {visible(before)} → {visible(after)}:"
            f" {rule.why}"
        )

    def list_rules(self, as_json):
        for rule in RULES:
            if as_json:
                row = {
                    "rule": rule.name, "class": rule.kind, "house": rule.house,
                    "title": rule.title, "why": rule.why, "bad": rule.bad, "good": rule.good,
                }  # fmt: skip
                self.stdout.write(json.dumps(row, ensure_ascii=False))
                continue
            house = ", house" if rule.house else ""
            self.stdout.write(f"{rule.name} ({rule.kind}{house}): {rule.title}. {rule.why}")
            for bad, right in rule.bad:
                self.stdout.write(f"    ✗ {visible(bad)}\n    ✓ {visible(right)}")
            for good in rule.good:
                self.stdout.write(f"    ✓ {visible(good)}")


class Lines:
    """Line and column of a place in a text, both counted from 1, for places in order."""

    def __init__(self, text):
        self.text, self.line, self.begins = text, 1, 0

    def place(self, at):
        self.line += self.text.count("\n", self.begins, at)
        self.begins = self.text.rfind("\n", 0, at) + 1
        return self.line, at - self.begins + 1


def read(name):
    """Return the text of a file or of standard input; raises Unreadable with a reason."""
    try:
        if name == STANDARD_INPUT:
            content = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(name).open("rb") as file:
                content = file.read(LARGEST + 1)
    except (OSError, ValueError) as trouble:
        raise Unreadable(getattr(trouble, "strerror", None) or "not a name of a file") from None
    if len(content) > LARGEST:
        raise Unreadable(f"longer than {LARGEST // 1_000_000} MB, which no article is")
    if b"\0" in content:
        raise Unreadable("not a text")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as trouble:
        raise Unreadable(f"not UTF-8: byte {trouble.start} is wrong") from None
