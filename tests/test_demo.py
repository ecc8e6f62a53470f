"""The demo reads like a newspaper: whole, consistent, and filled only once."""

import re
import tempfile
import tomllib
from collections import Counter
from io import StringIO
from pathlib import Path
from unittest import mock

from django.core.management import call_command
from django.db import connection
from django.test import SimpleTestCase, TestCase, override_settings
from django.utils import timezone

from articles import front, merging, workflow
from articles.demo import arranged, fill, story, underway
from articles.demo.pictures import PICTURES
from articles.models import (
    Alias,
    Article,
    Author,
    Category,
    Citation,
    Edition,
    Entity,
    EntityFact,
    Event,
    Image,
    IntakeItem,
    Mention,
    Origin,
    Page,
    Source,
    Tag,
)
from articles.states import State
from articles.text.fold import fold
from articles.text.plain import paragraphs

WORLD = story.world()
STORIES = dict(story.stories())


class StoryTests(SimpleTestCase):
    def test_it_is_as_large_as_a_paper(self):
        english = [one for one in STORIES.values() if one.get("en")]
        self.assertGreaterEqual(len(STORIES), 60)
        self.assertGreaterEqual(len(english), 20)
        self.assertGreaterEqual(len(WORLD["source"]), 20)
        self.assertGreaterEqual(len(WORLD["entity"]), 80)
        self.assertEqual(len(WORLD["category"]), 10)
        self.assertEqual({c.get("parent") is None for c in WORLD["category"]}, {True, False})

    def test_every_story_has_150_to_500_words(self):
        counts = {name: len(one["ar"]["body"].split()) for name, one in STORIES.items()}
        self.assertEqual({n: c for n, c in counts.items() if not 150 <= c <= 520}, {})

    def test_every_key_leads_to_something(self):
        keys = {
            kind: {row["key"] for row in WORLD[kind]} for kind in ("category", "source", "author")
        }
        tags = {row["name_ar"] for row in WORLD["tag"]}
        for name, one in STORIES.items():
            with self.subTest(name):
                self.assertIn(one["category"], keys["category"])
                self.assertLessEqual({key for key, _role in one["authors"]}, keys["author"])
                self.assertLessEqual({c["source"] for c in one.get("citation", [])}, keys["source"])
                self.assertLessEqual(set(one["tags"]), tags)
                self.assertIn(one.get("picture", "port"), PICTURES)

    def test_every_cited_passage_stands_in_its_story(self):
        for name, one in STORIES.items():
            for language in ("ar", "en"):
                body = paragraphs(story.body_html(one.get(language, {}).get("body", "")))
                for citation in one.get("citation", []):
                    passage = citation.get(f"passage_{language}")
                    if passage and body:
                        with self.subTest(name, passage=passage[:40]):
                            self.assertTrue(any(passage in text for text in body))

    def test_no_two_stories_share_a_title_and_no_two_names_a_spelling(self):
        titles = Counter(fold(one["ar"]["title"]) for one in STORIES.values())
        self.assertEqual([title for title, times in titles.items() if times > 1], [])
        for kind in ("entity", "source"):
            spellings = Counter(
                spelling
                for row in WORLD[kind]
                for spelling in {fold(text) for text in [row["name_ar"], *row.get("aliases", [])]}
            )
            self.assertEqual([text for text, times in spellings.items() if times > 1], [])

    def test_it_is_set_like_arabic(self):
        """Arabic marks, Western digits, no joining stroke inside words."""
        for name, one in STORIES.items():
            text = one["ar"]["title"] + one["ar"]["lead"] + one["ar"]["body"]
            with self.subTest(name):
                self.assertNotRegex(text, r"[\u0660-\u0669\u06f0-\u06f9کیە]")
                self.assertNotRegex(text, r"[\u0621-\u064a][,;?]")
                self.assertNotRegex(text, r"[\u0621-\u064a]\u0640+[\u0621-\u064a]")
                self.assertNotRegex(text, r"\bتم\b|\?")

    def test_nobody_outside_the_invented_country_is_a_source(self):
        self.assertTrue(all(row["domain"].endswith(".example") for row in WORLD["source"]))
        for one in STORIES.values():
            for citation in one.get("citation", []):
                self.assertRegex(
                    citation.get("url") or "https://x.example", r"^https://[\w.-]+\.example"
                )


@override_settings(
    STORAGES={
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
)
class FillTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        few = list(STORIES.items())[:6]
        with (
            mock.patch("articles.demo.fill.stories", return_value=few),
            mock.patch("articles.demo.cast.images", return_value={}),
        ):
            fill.fill(lambda line: None)
        # As a running database does by itself: believing in empty tables it takes minutes.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def again(self):
        few = list(STORIES.items())[:6]
        with (
            mock.patch("articles.demo.fill.stories", return_value=few),
            mock.patch("articles.demo.cast.images", return_value={}),
        ):
            return fill.fill(lambda line: None)

    def test_stories_are_published_with_real_citations_and_mentions(self):
        self.assertEqual(Edition.objects.live().filter(language="ar").count(), 6)
        self.assertGreater(Citation.objects.filter(origin=Origin.EDITOR).count(), 6)
        self.assertGreater(Mention.objects.count(), 20)
        edition = Edition.objects.filter(language="ar").exclude(cited=[]).first()
        self.assertIn('class="src"', edition.body)
        self.assertIn('href="/topic/', edition.body)

    def test_a_second_start_adds_nothing_and_keeps_what_people_wrote(self):
        article = Article.objects.first()
        workflow.edit(article, {"title_ar": "عنوان كتبه محرر"})
        Category.objects.filter(slug="اقتصاد").update(name_ar="الاقتصاد والناس")
        self.assertEqual(self.again(), 0)
        article.refresh_from_db()
        self.assertEqual(article.title_ar, "عنوان كتبه محرر")
        self.assertTrue(Category.objects.filter(name_ar="الاقتصاد والناس").exists())
        self.assertEqual(Article.objects.count(), 6)

    def test_a_second_start_brings_back_nothing_that_was_merged(self):
        for model in (Tag, Source, Entity):
            # Of one kind, from the list of names that a fresh newsroom knows and from the demo.
            for kept, gone in ((0, 1), (0, -1)):
                rows = list(model.objects.order_by("pk"))
                same = [
                    one for one in rows if getattr(one, "kind", "") == getattr(rows[0], "kind", "")
                ]
                merging.merge(same[kept], same[gone])
        counts = [model.objects.count() for model in (Tag, Source, Entity, Alias)]
        self.again()
        self.assertEqual([model.objects.count() for model in (Tag, Source, Entity, Alias)], counts)

    def test_the_newspaper_says_who_it_is_in_both_languages_once(self):
        self.again()
        for language in ("ar", "en"):
            slugs = set(Page.objects.written_in(language).values_list("slug", flat=True))
            self.assertEqual(slugs, {row["slug"] for row in story.standing_pages()})
            self.assertLessEqual({"about", "masthead", "contact"}, slugs)
        with_facts = Entity.objects.filter(facts__isnull=False).distinct()
        self.assertGreaterEqual(with_facts.count(), 6)
        self.assertEqual(
            EntityFact.objects.count(), sum(len(row.get("facts", [])) for row in WORLD["entity"])
        )
        self.assertFalse(Author.objects.filter(position_ar=None).exists())

    def test_a_demo_of_before_gets_job_titles_and_keeps_what_people_wrote(self):
        Author.objects.update(position_ar=None, position_en=None, on_masthead=False)
        Author.objects.filter(slug="سلمى-الحداد").update(position_ar="كبيرة المراسلين")
        Page.objects.filter(slug="about").update(title_ar="عنوان كتبه محرر")
        self.again()
        self.assertTrue(Author.objects.filter(on_masthead=True).exists())
        self.assertTrue(Author.objects.filter(position_ar="كبيرة المراسلين").exists())
        self.assertTrue(Page.objects.filter(title_ar="عنوان كتبه محرر").exists())

    def test_logins_have_passwords_of_their_own_that_are_kept(self):
        with tempfile.TemporaryDirectory() as folder, override_settings(VAR_DIR=Path(folder)):
            with (
                mock.patch("articles.demo.fill.fill", return_value=0),
                mock.patch("articles.demo.underway.fill", return_value=0),
            ):
                call_command("fill_demo", stdout=StringIO())
                first = (Path(folder) / "demo-passwords.json").read_text()
                call_command("fill_demo", stdout=StringIO())
            self.assertEqual((Path(folder) / "demo-passwords.json").read_text(), first)
            mode = (Path(folder) / "demo-logins.txt").stat().st_mode & 0o777
        self.assertEqual(mode, 0o600)
        passwords = re.findall(r'": "([^"]+)"', first)
        self.assertEqual((len(passwords), len(set(passwords))), (6, 6))
        self.assertTrue(self.client.login(username="reporter", password=passwords[0]))

    def test_its_home_pages_are_arranged_once_and_something_is_breaking(self):
        fill.people({})
        told = tomllib.loads((story.FOLDER / "front.toml").read_text("utf-8"))
        names = {row["story"] for one in told.values() for row in one["slot"]}
        self.assertLessEqual(names | {one["breaking"] for one in told.values()}, set(STORIES))
        arranged.fill()
        self.assertEqual(arranged.fill(), 0)
        here = [pin.article_id for pin in front.kept(front.front_of("ar"))]
        wanted = [row["story"] for row in told["ar"]["slot"]]
        held = IntakeItem.objects.filter(key__in=map(fill.key_of, wanted))
        self.assertEqual(set(here), set(held.values_list("article", flat=True)))

    def test_the_board_has_stories_in_every_state_made_by_people_who_may(self):
        fill.people({})
        self.assertEqual(underway.fill(), 12)
        self.assertEqual(underway.fill(), 0)
        standing = Counter(Article.objects.values_list("state", flat=True))
        self.assertEqual({state for state in State if state.is_open}, set(standing))
        late = Article.objects.filter(due_at__lt=timezone.now())
        self.assertEqual(late.count(), 1)
        self.assertEqual(Article.objects.filter(pending=True).count(), 1)
        movers = Event.objects.filter(name="approve").values_list("by__username", flat=True)
        self.assertEqual(set(movers), {"desk-editor", "managing-editor"})
        for article in Article.objects.filter(state__in=(State.READY, State.SCHEDULED)):
            self.assertEqual(workflow.missing(article), [])


class PictureInDemoTests(TestCase):
    def test_the_world_names_exactly_the_pictures_that_are_drawn(self):
        self.assertEqual({row["key"] for row in WORLD["picture"]}, set(PICTURES))
        self.assertFalse(Image.objects.exists())
