"""What tests of feeds have in common: one story in every list, and the addresses of the feeds."""

import json
from datetime import timedelta

import feedparser
from django.test import TestCase
from django.urls import reverse

from articles import workflow
from articles.models import Act, Entity
from tests.makers import NOON, make_author, make_category, make_edition, make_entity, make_source

FORMATS = ("rss", "atom", "json", "ninjs")
PARSED = ("rss", "atom")  # what feedparser knows
CONTENT_TYPES = {
    "rss": "application/rss+xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "json": "application/feed+json; charset=utf-8",
    "ninjs": "application/json; charset=utf-8",
}
# Markup, the end of a CDATA section, overrides of direction, and what XML 1.0 can not carry.
HOSTILE = "أسعار <b>«القمح»</b> ]]> &amp; \u202eCNN\u202c\x0b\x1b\ufffe </title></script><script>x"


def make_story(**values):
    """An edition that stands in every kind of list, in English too."""
    source = make_source("صحيفة المرفأ", name_en="Harbour Paper")
    make_entity("مدينة المرسى", "Marsa", kind="place", name_en="Marsa")
    top = make_category("أخبار", name_en="News")
    defaults = {
        "title_ar": "طريق جديد في المرسى",
        "title_en": "A new road in Marsa",
        "lead_ar": "يفتح الطريق في مارس.",
        "body_ar": (
            "<p>ذكرت صحيفة المرفأ أن الطريق يصل مدينة المرسى بالجبل.</p>"
            '<p>اقرأ <a href="/n/1/">ما سبق</a>.</p>'
        ),
        "body_en": "<p>The road reaches Marsa in March.</p>",
        "dateline_ar": "المرسى",
        "kind": "report",
        "category": make_category("العالم", parent=top, name_en="World"),
        "tags": ["طرق"],
        "bylines": [(make_author(name_en="Salma Haddad"), "writer", "")],
        "citations": [
            {"source": source, "language": "ar", "passage": "أن الطريق يصل مدينة المرسى بالجبل"}
        ],
    }
    return make_edition(**defaults | values)


def correct(edition, sentence="طول الطريق 12 كم، لا 21."):
    """Correct a live story and tell its readers; return its edition."""
    workflow.edit(edition.article, {"lead_ar": "يفتح الطريق في أبريل."})
    made = workflow.publish(
        edition.article,
        act=Act.CORRECTION,
        sentences={"ar": sentence},
        moment=NOON + timedelta(hours=1),
    )
    return next(one for one in made if one.language == "ar")


def lists_of(edition):
    """The page and the plain feed of every kind of list in which a story stands."""
    subjects = {
        "section": edition.section.path,
        "topic": Entity.objects.get(pk=edition.entity_ids[0]).slug,
        "source": edition.cited[0]["slug"],
        "tag": edition.tagged[0]["slug"],
        "author": edition.people[0]["slug"],
    }
    lists = {"home": (reverse("home"), reverse("home_feed"))}
    for name, slug in subjects.items():
        lists[name] = reverse(name, args=[slug]), reverse(f"{name}_feed", args=[slug])
    return lists


def in_format(feed_url, form):
    """The address of a feed in a format."""
    path, mark, query = feed_url.partition("?")
    return feed_url if form == "rss" else f"{path}{form}/{mark}{query}"


class FeedCase(TestCase):
    def get(self, address, form="rss", **headers):
        response = self.client.get(in_format(address, form), headers=headers)
        self.assertEqual(response.status_code, 200, address)
        self.assertEqual(response.headers["Content-Type"], CONTENT_TYPES[form])
        return response

    def parsed(self, address, form="rss"):
        found = feedparser.parse(self.get(address, form).content, sanitize_html=False)
        self.assertFalse(found.bozo, found.get("bozo_exception"))
        return found

    def json(self, address, form="json"):
        return json.loads(self.get(address, form).content)
