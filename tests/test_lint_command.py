"""`manage.py lint_text`: a line for each finding, pipes, a clear word for what is no text."""

import json
import subprocess
import sys
import tempfile
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from unittest import mock

from django.conf import settings
from django.core.management import call_command
from django.test import SimpleTestCase

from articles.text.rules import RULES
from tests.patience import no_trap
from tests.shared import shared, shared_file

TEXT = "العنوان\nذکرت مواقع امريكية أن الخبر صحيح\n"
FIXED = "العنوان\nذكرت مواقع امريكية أن الخبر صحيح\n"


class LintCommandTests(SimpleTestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def file(self, content, name="خبر.txt"):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def run_on(self, *arguments, stdin=b""):
        """Run the command and return its exit status, its lines and its complaints."""
        out, complaints = StringIO(), StringIO()
        with mock.patch("sys.stdin", TextIOWrapper(BytesIO(stdin))):
            try:
                call_command("lint_text", *arguments, stdout=out, stderr=complaints)
                status = 0
            except SystemExit as end:
                status = end.code
        return status, out.getvalue(), complaints.getvalue()

    def test_each_finding_is_a_line_with_its_place_word_and_reason(self):
        path = self.file(TEXT)
        status, out, _ = self.run_on(path)
        first, second = out.splitlines()
        self.assertEqual(status, 1)
        self.assertTrue(first.startswith(f"{path}:2:2 keheh ذکرت → ذكرت: الحرف «ک»"), first)
        self.assertTrue(second.startswith(f"{path}:2:12 hamza امريكية → أمريكية: "), second)

    def test_a_clean_text_says_nothing(self):
        self.assertEqual(self.run_on(self.file("قال المصدر ذلك.\n")), (0, "", ""))

    def test_fix_writes_the_text_with_the_safe_ones_put_right(self):
        path = self.file(TEXT)
        self.assertEqual(self.run_on("--fix", path)[:2], (1, FIXED))
        self.assertEqual(Path(path).read_text("utf-8"), TEXT)

    def test_fix_in_place_changes_the_file_and_keeps_its_line_ends(self):
        path = self.file(TEXT.replace("\n", "\r\n"))
        self.assertEqual(self.run_on("--fix", "--in-place", path), (1, "", ""))
        self.assertEqual(Path(path).read_bytes().decode(), FIXED.replace("\n", "\r\n"))

    def test_a_pipe_gives_its_text_and_takes_it_back(self):
        self.assertEqual(self.run_on("--fix", "-", stdin=TEXT.encode())[:2], (1, FIXED))

    def test_html_is_read_as_html(self):
        page = '<p title="ک">ذکرت <bdi>ک</bdi></p>'
        _, out, _ = self.run_on("--fix", self.file(page, "خبر.html"))
        self.assertEqual(out, '<p title="ک">ذكرت <bdi>ک</bdi></p>')

    def test_json_is_one_object_a_finding(self):
        path = self.file(TEXT)
        _, out, _ = self.run_on("--json", path)
        rows = [json.loads(line) for line in out.splitlines()]
        self.assertEqual([row["rule"] for row in rows], ["keheh", "hamza"])
        self.assertEqual([row["class"] for row in rows], ["safe", "suggestion"])
        self.assertEqual(TEXT[rows[0]["start"] : rows[0]["end"]], rows[0]["before"])

    def test_the_rules_are_listed_with_reason_and_examples(self):
        status, out, _ = self.run_on("--rules")
        self.assertEqual(status, 0)
        for rule in RULES:
            self.assertIn(f"{rule.name} ({rule.kind}", out)
            self.assertIn(rule.why, out)

    def test_what_is_no_text_gets_one_line_and_the_next_file_its_turn(self):
        cases = (
            (self.file(b"\x7fELF\0\0\0", "برنامج"), "not a text"),
            (self.file("خبر".encode("cp1256"), "قديم.txt"), "not UTF-8: byte 0 is wrong"),
            (self.file(b"a" * 4_000_001, "كبير.txt"), "longer than 4 MB"),
            (str(self.folder), "Is a directory"),
            (str(self.folder / "ليس هنا"), "No such file"),
            ("اسم\0غريب", "not a name of a file"),
        )
        good = self.file(TEXT)
        for path, reason in cases:
            with self.subTest(reason):
                status, out, complaints = self.run_on(path, good)
                self.assertEqual(status, 2)
                self.assertEqual(len(out.splitlines()), 2)
                self.assertEqual(len(complaints.splitlines()), 1)
                self.assertIn(reason, complaints)

    def test_without_a_file_it_says_what_it_wants(self):
        status, _, complaints = self.run_on()
        self.assertEqual(status, 2)
        self.assertIn("name a file", complaints)

    def test_it_needs_no_database_and_minds_no_closed_pipe(self):
        path = self.file("ک\n" * 20_000)
        command = f'"{sys.executable}" manage.py lint_text "{path}" | head -n 1'
        with tempfile.TemporaryDirectory() as var:
            done = subprocess.run(
                ["/bin/sh", "-c", command],
                cwd=settings.BASE_DIR,
                env={"PATH": "/usr/bin:/bin", "TRIAL": "1", "VAR_DIR": var, "PYTHONUTF8": "1"},
                capture_output=True,
                text=True,
            )
            self.assertEqual(list(Path(var).glob("postgres*")), [])
        self.assertEqual(len(done.stdout.splitlines()), 1)
        self.assertEqual(done.stderr, "")

    @shared
    def test_hostile_texts_are_answered_and_quickly(self):
        with no_trap():
            for path in shared_file("samples/hostile").rglob("*"):
                if path.is_file():
                    with self.subTest(path.name):
                        status, _, complaints = self.run_on(str(path))
                        self.assertIn(status, (0, 1))
                        self.assertEqual(complaints, "")
