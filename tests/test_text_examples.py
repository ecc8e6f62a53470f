"""The examples in the docstrings of the text rules are true."""

import doctest
import importlib
from pathlib import Path

from django.conf import settings
from django.test import SimpleTestCase

FOLDER = Path(settings.BASE_DIR) / "articles" / "text"


class ExampleTests(SimpleTestCase):
    def test_every_example_gives_what_it_says(self):
        tried = 0
        for path in sorted([*FOLDER.glob("[a-z]*.py"), *FOLDER.glob("compare/[a-z]*.py")]):
            name = ".".join(path.relative_to(FOLDER).with_suffix("").parts)
            module = importlib.import_module(f"articles.text.{name}")
            with self.subTest(name):
                found = doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE)
                self.assertEqual(found.failed, 0)
                tried += found.attempted
        self.assertGreater(tried, 20)
