"""The Arabic catalogue is collected, kept and compiled without GNU gettext."""

import gettext
import json
import tempfile
from io import BytesIO
from pathlib import Path
from unittest import mock

from babel.messages.extract import extract
from django.test import SimpleTestCase

from articles.management import catalogue

TEMPLATE = """
{% load i18n %}
<h1>{% translate "Most read" %}</h1>
    {% blocktranslate trimmed count shown=total %}
        {{ shown }} story of {{ day }}
    {% plural %}
        {{ shown }} stories of {{ day }}
    {% endblocktranslate %}
  <a title="{% translate 'Search' context 'verb' %}">{{ _("Tags")|upper }} {# nothing #}</a>
"""
FORMS = ("لا مواد", "مادة", "مادتان", "%(n)s مواد", "%(n)s مادةً", "%(n)s مادة")


class CollectTests(SimpleTestCase):
    def test_templates_give_their_messages(self):
        source = BytesIO(catalogue.as_python(TEMPLATE).encode())
        found = {
            (context, message)
            for _line, message, _comments, context in extract("python", source, catalogue.KEYWORDS)
        }
        story = ("%(shown)s story of %(day)s", "%(shown)s stories of %(day)s")
        self.assertEqual(
            found, {(None, "Most read"), (None, story), ("verb", "Search"), (None, "Tags")}
        )


class KeepTests(SimpleTestCase):
    """Each test has a catalogue of its own, of a program with two messages."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.po = Path(folder.name) / "django.po"
        for name, value in {"po_path": lambda: self.po, "used": self.used}.items():
            patch = mock.patch.object(catalogue, name, value)
            patch.start()
            self.addCleanup(patch.stop)
        self.messages = ["Draft", ("%(n)s story", "%(n)s stories")]

    def used(self):
        found = catalogue.Catalogue()
        for message in self.messages:
            found.add(message, None, [("articles/states.py", 0)])
        return found

    def collect(self, **translations):
        messages = catalogue.updated()
        source = self.po.with_name("given.json")
        source.write_text(json.dumps(translations), encoding="utf-8")
        catalogue.merge(messages, source)
        catalogue.write(messages)
        return messages

    def test_six_forms_are_those_that_django_counts_with(self):
        self.collect(**{"Draft": "مسودة", "%(n)s story": FORMS})
        self.assertEqual(catalogue.faults(catalogue.kept()), [])
        with open(self.po.with_suffix(".mo"), "rb") as compiled:
            arabic = gettext.GNUTranslations(compiled)
        for number, form in ((0, 0), (1, 1), (2, 2), (10, 3), (11, 4), (99, 4), (100, 5), (102, 5)):
            with self.subTest(number):
                shown = arabic.ngettext("%(n)s story", "%(n)s stories", number)
                self.assertEqual(shown, FORMS[form])

    def test_what_is_translated_is_kept_and_a_second_run_changes_nothing(self):
        self.collect(Draft="مسودة")
        first = self.po.read_bytes()
        self.collect()
        self.assertEqual(self.po.read_bytes(), first)
        self.assertIn("مسودة", first.decode())

    def test_what_is_no_longer_used_sinks_and_comes_back(self):
        self.collect(Draft="مسودة")
        self.messages.remove("Draft")
        self.collect()
        self.assertIn('#~ msgid "Draft"', self.po.read_text(encoding="utf-8"))
        self.messages.append("Draft")
        self.assertEqual(self.collect().get("Draft").string, "مسودة")

    def test_what_is_unfinished_is_named(self):
        self.collect(**{"%(n)s story": FORMS[:5], "Draft": "مسودة"})
        self.messages.append("Published")
        self.po.with_suffix(".mo").write_bytes(b"")
        self.assertEqual(
            catalogue.faults(catalogue.kept()),
            [
                "not collected yet: Published",
                "not translated: %(n)s story",
                "the compiled .mo file is stale",
            ],
        )

    def test_a_wrong_placeholder_is_named(self):
        wrong = [form.replace("%(n)s", "%(m)s") for form in FORMS]
        self.collect(**{"%(n)s story": wrong, "Draft": "مسودة"})
        (fault,) = catalogue.faults(catalogue.kept())
        self.assertIn("wrong placeholder: %(n)s story", fault)
