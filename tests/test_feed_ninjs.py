"""The list for other newsrooms keeps to IPTC's ninjs 3.0."""

import json

from django.test import TestCase, override_settings
from jsonschema import Draft202012Validator, FormatChecker

from articles.models import Edition
from tests.feeds import HOSTILE, correct, in_format, lists_of, make_story
from tests.shared import shared, shared_file

PICTURE = {"src": "/media/renditions/ا.webp", "srcset": "", "width": 1200, "height": 800,
           "alt": "رصيف", "caption": "الرصيف", "credit": "رسم: هدى"}  # fmt: skip


class NinjsTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.edition = correct(make_story(lead_ar=HOSTILE))
        Edition.objects.filter(pk=cls.edition.pk).update(picture=PICTURE)

    def feeds(self):
        addresses = [feed for _page, feed in lists_of(self.edition).values()]
        for address in (*addresses, "/en/feed/", "/corrections/feed/", "/search/feed/?q=المرسى"):
            yield address, json.loads(self.client.get(in_format(address, "ninjs")).content)

    def test_a_list_is_one_composite_of_stories_each_with_a_name_and_an_id(self):
        for address, whole in self.feeds():
            with self.subTest(address):
                self.assertEqual(
                    (whole["type"], whole["standard"]["version"]), ("composite", "3.0")
                )
                for story in whole["associations"]:
                    self.assertTrue(story["uri"].isascii() and story["uri"].startswith("http"))
                    self.assertTrue(story["name"])
                    self.assertEqual((story["type"], story["pubStatus"]), ("text", "usable"))

    @shared
    def test_every_list_is_valid_against_the_schemas(self):
        for name in ("3.0", "3.1"):
            schema = json.loads(
                shared_file(f"samples/wire/ninjs/ninjs-schema_{name}.json").read_text()
            )
            judge = Draft202012Validator(schema, format_checker=FormatChecker())
            for content in ("summary", "full"):
                with override_settings(FEED_CONTENT=content):
                    for address, whole in self.feeds():
                        with self.subTest(address, schema=name, content=content):
                            self.assertEqual([one.message for one in judge.iter_errors(whole)], [])

    @shared
    def test_the_schema_would_tell_of_a_word_that_is_not_its_own(self):
        schema = json.loads(shared_file("samples/wire/ninjs/ninjs-schema_3.0.json").read_text())
        _address, whole = next(self.feeds())
        whole["associations"][0]["body_html"] = "x"
        self.assertFalse(Draft202012Validator(schema).is_valid(whole))
