"""The stylesheets keep what the look promises: both directions, both lights, every name known."""

import gzip
import re
from itertools import combinations
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import SimpleTestCase

from newsroom.stylesheet import PARTS, joined

STATIC = Path(settings.BASE_DIR, "static")
TEMPLATES = Path(settings.BASE_DIR, "templates")
# Django's own admin pages are another house; the editors' stylesheet answers for them.
NOT_READERS = {"admin", "registration"}
# articles.editions.marks, articles.differences, articles.editions.shaping
MADE_BY_PYTHON = {"src", "visually-hidden", "dress", "scroll"}
MADE_BY_SCRIPTS = {"note"}  # static/js/notes.js

# What one page loads: a story, and a list that goes on.
SCRIPTS_OF_A_PAGE = (
    ("theme", "reading", "reader", "notes"),
    ("theme", "reading", "more"),
    ("theme", "reading", "search"),
)

TEXT, LARGE = 4.5, 3.0  # WCAG AA
PAIRS = (
    *(
        (ink, paper, TEXT)
        for ink in ("ink", "ink-2", "ink-3", "mark")
        for paper in ("paper", "wash")
    ),
    ("ink", "hit", TEXT),
    ("ink-2", "hit", TEXT),
    ("ink", "mark-wash", TEXT),
    ("ink-2", "mark-wash", TEXT),
    ("mark", "mark-wash", TEXT),
    ("paper", "ink", TEXT),
    ("ok", "paper", TEXT),
    ("bar-ink", "bar-paper", TEXT),
    ("bar-ink-2", "bar-paper", TEXT),
    ("bar-mark", "bar-paper", TEXT),
    ("focus", "paper", LARGE),
    ("focus", "wash", LARGE),
    ("rule-field", "paper", LARGE),
    ("rule-field", "wash", LARGE),
)


def sheet(name):
    text = (STATIC / "css" / f"{name}.css").read_text(encoding="utf-8")
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


def readers_css():
    return "\n".join(sheet(name) for name in PARTS)


def tokens(block):
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", block))


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


class DirectionTests(SimpleTestCase):
    PHYSICAL = re.compile(
        r"\b(?:left|right)\b"
        r"|(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:top|bottom)\b"
        r"|[;{]\s*(?:top|bottom)\s*:"
    )

    def test_no_stylesheet_knows_a_physical_side(self):
        for path in sorted((STATIC / "css").rglob("*.css")):
            name = str(path.relative_to(STATIC / "css").with_suffix(""))
            with self.subTest(name):
                self.assertEqual(self.PHYSICAL.findall(sheet(name)), [])

    def test_arabic_text_is_never_spaced_out_slanted_or_stretched(self):
        for rule in ("letter-spacing", "italic", "text-align: justify", "text-transform"):
            with self.subTest(rule):
                self.assertNotIn(rule, readers_css())


class ColourTests(SimpleTestCase):
    def setUp(self):
        css = sheet("tokens")
        self.light = tokens(css.partition(":root {")[2].partition("}")[0])
        self.system = re.search(r':root:not\(\[data-theme="light"\]\) \{(.*?)\}', css, re.DOTALL)[1]
        self.chosen = re.search(r':root\[data-theme="dark"\] \{(.*?)\}', css, re.DOTALL)[1]

    def test_dark_is_the_same_by_wish_and_by_choice(self):
        self.assertEqual(self.system.split(), self.chosen.split())

    def test_every_text_is_read_easily_in_light_and_dark(self):
        for light, values in (("light", self.light), ("dark", self.light | tokens(self.chosen))):
            for front, back, least in PAIRS:
                with self.subTest(light=light, front=front, back=back):
                    self.assertGreaterEqual(contrast(values[front], values[back]), least)

    def test_colours_stand_only_among_the_tokens(self):
        for name in PARTS:
            if name in ("tokens", "site/print"):
                continue
            with self.subTest(name):
                self.assertEqual(
                    re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", sheet(name)), []
                )


class NameTests(SimpleTestCase):
    def setUp(self):
        self.css = readers_css()
        selectors = re.sub(r"\{[^{}]*\}", "{}", self.css)
        self.known = set(re.findall(r"\.([a-zA-Z][\w-]*)", selectors)) - {"woff2"}
        self.used, self.beginnings = used_classes()

    def test_every_class_of_a_template_has_its_rule(self):
        self.assertEqual(self.used - self.known, set())
        for start in self.beginnings:
            with self.subTest(start):
                self.assertTrue([name for name in self.known if name.startswith(start)])

    def test_every_rule_has_a_template_that_uses_it(self):
        unused = {
            name
            for name in self.known - self.used - MADE_BY_PYTHON - MADE_BY_SCRIPTS
            if not name.startswith(tuple(self.beginnings))
        }
        self.assertEqual(unused, set())

    def test_every_size_and_style_of_a_story_has_its_rule(self):
        for path in readers_templates():
            for call in re.findall(r'\{% include "articles/_story.html"[^%]*%\}', path.read_text()):
                for value in re.findall(r'\b(?:size|style)="(\w+)"', call):
                    with self.subTest(template=path.name, value=value):
                        self.assertIn(f"story--{value}", self.known)

    def test_every_token_that_is_used_is_defined(self):
        defined = set(re.findall(r"(--[\w-]+):", self.css))
        self.assertEqual(set(re.findall(r"var\((--[\w-]+)", self.css)) - defined, set())

    def test_no_two_sheets_define_the_same_component(self):
        bases = {
            name: {found for found in re.findall(r"(?m)^  \.([a-z-]+) \{", sheet(name))}
            for name in PARTS
            if name not in ("tokens", "site/base", "site/print")
        }
        for one, other in combinations(bases, 2):
            with self.subTest(one=one, other=other):
                self.assertEqual(bases[one] & bases[other], set())


class OneSheetTests(SimpleTestCase):
    def test_every_sheet_of_the_readers_is_part_of_the_one_that_a_page_loads(self):
        names = {f"site/{path.stem}" for path in (STATIC / "css" / "site").glob("*.css")}
        self.assertEqual(names, set(PARTS) - {"tokens"})

    def test_the_one_sheet_is_found_and_has_every_rule_and_no_comment(self):
        css = Path(finders.find("css/site.css")).read_text(encoding="utf-8")
        self.assertEqual(css, joined())
        self.assertNotIn("/*", css)
        self.assertEqual(re.sub(r"\s+", "", css), re.sub(r"\s+", "", readers_css()))


class WeightTests(SimpleTestCase):
    def test_every_font_that_is_named_is_there_with_its_licence(self):
        fonts = STATIC / "fonts"
        named = set(re.findall(r'url\("\.\./fonts/([^"]+)"\)', sheet("tokens")))
        self.assertEqual(named, {path.name for path in fonts.glob("*.woff2")})
        for family in ("markazi-text", "ibm-plex-sans-arabic"):
            self.assertIn("Open Font License", (fonts / f"LICENSE-{family}.txt").read_text())

    def test_fonts_and_scripts_stay_light(self):
        fonts = sum(path.stat().st_size for path in (STATIC / "fonts").glob("*.woff2"))
        self.assertLess(fonts, 45_000)
        for names in SCRIPTS_OF_A_PAGE:
            # As they travel: the server keeps each compressed.
            files = [(STATIC / "js" / f"{name}.js").read_bytes() for name in names]
            scripts = sum(len(gzip.compress(file)) for file in files)
            self.assertLess(scripts, 8_192)


def readers_templates():
    return [
        path
        for path in sorted(TEMPLATES.rglob("*.html"))
        if path.relative_to(TEMPLATES).parts[0] not in NOT_READERS
    ]


def used_classes():
    """Return the classes templates write, and the beginnings of those they put together."""
    whole, beginnings = set(), set()
    for path in readers_templates():
        text = re.sub(r"\{\{.*?\}\}", "\0", re.sub(r"\{[%#].*?[%#]\}", " ", path.read_text()))
        for value in re.findall(r'\bclass="([^"]*)"', text):
            for name in value.split():
                start, variable, _rest = name.partition("\0")
                (beginnings if variable else whole).add(start)
    return whole, beginnings
