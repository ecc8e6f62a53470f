"""``import_articles``: one clear line for each file, never a traceback, an honest status."""

import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from unittest.mock import patch

from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.test import SimpleTestCase, TestCase
from django.utils import translation

from articles.imports import store
from articles.management.commands import import_articles
from articles.models import Article, Category, IntakeItem
from articles.states import State
from tests.makers import make_user
from tests.shared import shared, shared_file

SAMPLES = Path(__file__).parent / "samples" / "imports"
PAGE = SAMPLES / "page-ar.txt"


class CommandTests(TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        # The words of the program itself, whatever the catalogue says.
        self.enterContext(translation.override(None))

    def run_command(self, *arguments, **options):
        out, err = io.StringIO(), io.StringIO()
        status = 0
        try:
            call_command("import_articles", *map(str, arguments), stdout=out, stderr=err, **options)
        except SystemExit as ended:
            status = ended.code
        return status, out.getvalue().splitlines(), err.getvalue().splitlines()

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def test_a_page_gets_a_line_with_its_outcome_and_number(self):
        status, out, err = self.run_command(PAGE)
        article = Article.objects.get()
        self.assertEqual((status, err), (0, []))
        self.assertEqual(out[0], f"{PAGE}: created as article {article.pk}")
        self.assertIn("stands in", out[1] + out[2])
        self.assertEqual(article.state, State.DRAFT)

    def test_the_same_page_again_is_said_to_be_unchanged(self):
        self.run_command(PAGE)
        status, out, _err = self.run_command(PAGE)
        self.assertEqual(status, 0)
        self.assertEqual(out, [f"{PAGE}: unchanged; it is article {Article.objects.get().pk}"])

    def test_published_pages_say_where_readers_find_them(self):
        status, out, _err = self.run_command(PAGE, publish=True)
        article = Article.objects.get()
        address = article.editions.get().get_absolute_url()
        self.assertEqual(status, 0)
        expected = f"{PAGE}: created as article {article.pk}; published at {address}"
        self.assertEqual(out[0], expected)
        self.assertEqual(self.client.get(address).status_code, 200)

    def test_what_can_not_be_published_stays_a_draft_and_fails(self):
        text = PAGE.read_text("utf-8").split("\n")
        page = self.write("page.txt", "\n".join([text[0], *text[2:]]))
        status, out, _err = self.run_command(page, publish=True)
        self.assertEqual(status, 1)
        self.assertIn("not published", out[0])
        self.assertEqual(Article.objects.get().state, State.DRAFT)

    def test_a_folder_is_read_through_in_order_and_bad_files_do_not_stop_it(self):
        self.write("a-empty.html", b"")
        self.write("b/binary.html", b"\x00\x01\x02" * 99)
        self.write("b/encoding.txt", "خبر مهم".encode("utf-16")[:-1])
        self.write("c-scripts.html", "<html><script>alert(1)</script></html>")
        with open(self.folder / "d-large.html", "wb") as file:
            file.truncate(200 * 1024 * 1024)
        self.write("e-page.txt", PAGE.read_bytes())
        (self.folder / "f-loop").symlink_to(self.folder)
        (self.folder / "g-nowhere.html").symlink_to(self.folder / "nowhere")
        self.write(".hidden", b"")
        os.mkfifo(self.folder / "h-pipe")
        status, out, err = self.run_command(self.folder, self.folder / "missing.html", SAMPLES)
        self.assertEqual(status, 1)
        self.assertEqual(Article.objects.count(), 1)
        names = [Path(line.split(": ")[0]).name for line in err]
        expected = ["a-empty.html", "binary.html", "encoding.txt", "c-scripts.html", "d-large.html"]
        self.assertEqual(names, [*expected, "f-loop", "g-nowhere.html", "h-pipe", "missing.html"])
        self.assertEqual([line.startswith("    ") for line in err], [False] * 9)
        self.assertIn("Imported or found again: 3. Not imported or not published: 9.", out[-1])

    def test_what_a_browser_keeps_beside_a_page_is_not_read(self):
        self.write("page.html", (SAMPLES / "page-ar.html").read_bytes())
        self.write("page_files/script.js", "alert(1)")
        self.write("page_files/style.css", "p {}")
        self.assertEqual(self.run_command(self.folder)[0], 0)

    def test_a_dry_run_says_what_would_happen_and_changes_nothing(self):
        status, out, _err = self.run_command(PAGE, dry_run=True, publish=True)
        self.assertEqual(status, 0)
        self.assertEqual(out[0], f"{PAGE}: would be created")
        counts = [model.objects.count() for model in (Article, Category, IntakeItem)]
        self.assertEqual(counts, [0, 0, 0])

    def test_it_is_done_in_the_name_of_the_person_given(self):
        person = make_user("desk_editor")
        self.run_command(PAGE, by=person.username)
        self.assertEqual(Article.objects.get().created_by, person)

    def test_an_unknown_person_is_wrong_use(self):
        with self.assertRaises(CommandError) as caught:
            self.run_command(PAGE, by="لا-أحد")
        self.assertEqual(caught.exception.returncode, 2)

    def test_a_person_without_the_right_fails_with_a_reason(self):
        person = make_user("reporter")
        status, out, _err = self.run_command(PAGE, by=person.username, publish=True)
        self.assertEqual(status, 1)
        self.assertIn("not published", out[0])

    def test_even_a_mistake_of_ours_or_a_lost_database_is_one_line(self):
        for trouble in (
            ValueError("first\nsecond"),
            OperationalError("gone\naway"),
            RecursionError(),
        ):
            with self.subTest(trouble), patch.object(store, "store", side_effect=trouble):
                status, out, err = self.run_command(PAGE, PAGE)
                self.assertEqual((status, len(err), len(out)), (1, 2, 1))

    def test_a_database_that_does_not_answer_is_one_line(self):
        gone = patch.object(store, "known", side_effect=OperationalError("refused\nrunning?"))
        with gone, self.assertRaisesMessage(CommandError, "can not be used: refused"):
            self.run_command(PAGE)

    def test_names_of_files_can_not_play_with_the_terminal(self):
        path = self.write("a\x1b[31m\nb.html", b"")
        _status, _out, err = self.run_command(path)
        self.assertEqual(len(err), 1)
        self.assertNotIn("\x1b", err[0])

    @shared
    def test_the_seed_comes_in_with_one_command(self):
        status, out, _err = self.run_command(
            shared_file("seed/000_53785b917c2feb6c.txt"), publish=True
        )
        article = Article.objects.get()
        self.assertEqual(status, 0)
        self.assertIn(f"article {article.pk}; published at /n/{article.pk}/", out[0])
        page = self.client.get(article.editions.get().get_absolute_url())
        self.assertContains(page, article.title_ar)


class TerminalTests(SimpleTestCase):
    def test_a_terminal_without_arabic_gets_numbers_instead_of_an_error(self):
        stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
        import_articles.make_printable(stream)
        stream.write("خبر \udcff")
        stream.flush()
        self.assertTrue(stream.buffer.getvalue().startswith(b"\\u062e"))

    def test_wrong_use_is_status_2(self):
        ended = subprocess.run(
            [sys.executable, "manage.py", "import_articles"],
            cwd=settings.BASE_DIR,
            capture_output=True,
            timeout=120,
        )
        self.assertEqual(ended.returncode, 2, ended.stderr)
        self.assertNotIn(b"Traceback", ended.stderr)
