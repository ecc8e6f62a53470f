"""Every setting that the program reads stands in .env.example, and nothing else does."""

import re

from django.conf import settings
from django.test import SimpleTestCase

READ_BY_PYTHON = re.compile(r"\benv\.\w+\(\s*\"([A-Z][A-Z_]+)\"")
READ_BY_COMPOSE = re.compile(r"\$\{([A-Z][A-Z_]+)")
WRITTEN = re.compile(r"^(?:# )?([A-Z][A-Z_]+)=", re.MULTILINE)


class EnvironmentTests(SimpleTestCase):
    def test_the_example_lists_exactly_what_is_read(self):
        base = settings.BASE_DIR
        sources = [*(base / "newsroom").rglob("*.py"), base / "tests" / "shared.py"]
        read = {
            name
            for path in sources
            for name in READ_BY_PYTHON.findall(path.read_text(encoding="utf-8"))
        }
        compose = (base / "docker-compose.yml").read_text(encoding="utf-8")
        read.update(READ_BY_COMPOSE.findall(compose))
        written = set(WRITTEN.findall((base / ".env.example").read_text(encoding="utf-8")))
        self.assertEqual(written, read)

    def test_only_the_reader_touches_the_environment(self):
        # postgres_programs hands it on to the server's programs, and starting points name the
        # settings module.
        allowed = {"env.py", "postgres_programs.py", "wsgi.py", "demo_server.py"}
        base = settings.BASE_DIR
        touching = {
            path.name
            for folder in ("newsroom", "articles")
            for path in (base / folder).rglob("*.py")
            if "os.environ" in path.read_text(encoding="utf-8")
        }
        self.assertLessEqual(touching, allowed)
