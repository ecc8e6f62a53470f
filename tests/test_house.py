"""The house stays in order: catalogue, migrations, papers, templates, sizes."""

import re
import subprocess
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.test import SimpleTestCase, TestCase

ROOT = Path(settings.BASE_DIR)
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
README = ROOT / "README.md"
LONGEST_FILE = 300
TOP = {
    "manage.py", "pyproject.toml", "newsroom", "articles", "templates", "static", "tests",
    "docker-compose.yml", "Dockerfile", "Makefile", "README.md", "CHANGELOG.md",
    "CONTRIBUTING.md", "DECISIONS.md", "LICENSE", ".ci", ".env.example", ".gitignore",
    ".dockerignore",
}  # fmt: skip


def kept_files():
    """The files git keeps, or all of them in a copy without git."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).exists()]


def markup_of(template):
    """A template's HTML, without its tags, whose arguments look like attributes."""
    return re.sub(r"{%.*?%}", "", template.read_text("utf-8"))


class CatalogueTests(SimpleTestCase):
    def test_every_word_of_the_interface_is_arabic(self):
        call_command("messages", "--check", stdout=StringIO())


class MigrationTests(TestCase):
    def test_no_change_of_a_model_lacks_its_migration(self):
        call_command("makemigrations", "--check", "--dry-run", stdout=StringIO())


class TemplateTests(SimpleTestCase):
    def assert_nowhere(self, pattern, why):
        wrong = [
            f"{path.relative_to(ROOT)}: {found[0][:60]}"
            for path in TEMPLATES
            if (found := re.search(pattern, markup_of(path)))
        ]
        self.assertEqual(wrong, [], why)

    def test_no_inline_script_or_style(self):
        self.assert_nowhere(r"<style\b|\sstyle=|\son\w+=[\"']|javascript:", "the policy forbids it")
        self.assert_nowhere(
            r"<script(?![^>]*\bsrc=)(?! type=\"application/ld\+json\")", "give it a file"
        )

    def test_nothing_comes_from_another_host(self):
        loads = (
            r"<(?:script|link|img|source|iframe)\b[^>]*\s(?:src|srcset|href)=[\"'](?:https?:)?//"
        )
        self.assert_nowhere(loads, "no third party on a page")

    def test_partials_say_so_in_their_names(self):
        named = {
            name
            for path in TEMPLATES
            for name in re.findall(r"{% include \"([^\"]+)\"", path.read_text("utf-8"))
            if not name.startswith("admin/")  # Django's own
        }
        self.assertEqual([n for n in named if not n.rpartition("/")[2].startswith("_")], [])


class PapersTests(SimpleTestCase):
    def test_the_readme_names_every_command(self):
        text = README.read_text("utf-8")
        commands = (ROOT / "articles/management/commands").glob("[a-z]*.py")
        self.assertEqual([c.stem for c in commands if f"manage.py {c.stem}" not in text], [])

    def test_the_readme_names_every_target_of_make(self):
        text = README.read_text("utf-8")
        targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M)
        self.assertEqual([t for t in targets if f"make {t}" not in text], [])

    def test_the_readme_names_every_setting(self):
        text = README.read_text("utf-8")
        example = (ROOT / ".env.example").read_text("utf-8")
        names = re.findall(r"^#? ?([A-Z][A-Z0-9_]+)=", example, re.M)
        self.assertGreater(len(names), 10)
        self.assertEqual([name for name in names if f"`{name}`" not in text], [])


class SizeTests(SimpleTestCase):
    def test_no_module_holds_two_subjects(self):
        long = {
            str(path.relative_to(ROOT)): lines
            for path in kept_files()
            if path.suffix == ".py" and "migrations" not in path.parts
            if (lines := len(path.read_text("utf-8").splitlines())) > LONGEST_FILE
        }
        self.assertEqual(long, {}, "look for the second subject and make a package of it")

    def test_nothing_new_stands_at_the_top(self):
        tops = {path.relative_to(ROOT).parts[0] for path in kept_files()}
        self.assertEqual(tops - TOP, set(), "DESIGN names what may stand there")
