"""Every static file that a page names exists: with hashed names a missing one is an error page."""

import re

from django.conf import settings
from django.contrib import admin
from django.contrib.staticfiles import finders
from django.test import SimpleTestCase

from newsroom.stylesheet import SCRIPTS

NAMED = re.compile(r"""\{%\s*static\s+["']([^"']+)["']""")


class StaticFileTests(SimpleTestCase):
    def assertIsThere(self, name):
        with self.subTest(name):
            self.assertIsNotNone(finders.find(name), f"no static file {name}")

    def test_those_of_templates(self):
        for template in sorted((settings.BASE_DIR / "templates").rglob("*.html")):
            for name in NAMED.findall(template.read_text(encoding="utf-8")):
                self.assertIsThere(name)

    def test_those_of_the_admin(self):
        for model_admin in admin.site._registry.values():
            media = model_admin.media
            for asset in [*media._js, *(path for paths in media._css.values() for path in paths)]:
                self.assertIsThere(getattr(asset, "_path", asset))

    def test_the_icon_of_pages_that_name_none(self):
        response = self.client.get("/favicon.ico")
        self.assertEqual(response.status_code, 302)
        self.assertIsThere(response.headers["Location"].removeprefix(settings.STATIC_URL))

    def test_readers_scripts_go_out_without_comments_and_with_every_statement(self):
        for name in SCRIPTS:
            written = (settings.BASE_DIR / "static" / "js" / f"{name}.js").read_text("utf-8")
            lines = [line.strip() for line in written.splitlines()]
            kept = [line for line in lines if line and not line.startswith("//")]
            with self.subTest(name), open(finders.find(f"js/{name}.js"), encoding="utf-8") as sent:
                self.assertEqual(sent.read().split("\n"), [*kept, ""])
