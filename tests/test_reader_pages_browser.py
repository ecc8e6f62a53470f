"""Every kind of page of the reader's site in a real browser: both languages, lights and widths."""

from urllib.parse import unquote

from django.urls import resolve
from django.utils import translation
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from articles.models import Edition
from newsroom.middleware import language_of
from tests import demo_site
from tests.browser import BrowserTestCase

WIDTHS = (320, 360, 1280)
# A page at 200 % on a desk of 1280 px has 640 of its own.
ENLARGED = 640
MOST_STOPS = 300  # of the tabulator on one page
LOOKS = (
    {},
    {"prefers-color-scheme": "dark"},
    {"forced-colors": "active"},
    {"prefers-reduced-motion": "reduce", "prefers-color-scheme": "dark"},
)
WHAT_IS_WRONG = """
const wrong = [], root = document.documentElement, name = arguments[0];
const say = (what, where) => wrong.push(what + (where ? ': ' + where.outerHTML.slice(0, 120) : ''));
if (root.lang !== name) say('lang ' + root.lang);
if (root.dir !== (name === 'ar' ? 'rtl' : 'ltr')) say('dir ' + root.dir);
if (getComputedStyle(document.body).direction !== root.dir) say('direction');
const over = root.scrollWidth - root.clientWidth;
if (over > 0) say('hangs over by ' + over);
if (document.querySelectorAll('h1').length !== 1) say('not one h1');
if (document.querySelectorAll('main').length !== 1) say('not one main');
document.querySelectorAll('img:not([alt])').forEach(one => say('no alt', one));
document.querySelectorAll('img').forEach(one => {
  if (one.complete && !one.naturalWidth) say('picture not there', one);
});
if (!getComputedStyle(document.body).fontFamily.startsWith('"Ghurfa Text"')) say('not our face');
return wrong;
"""
FOCUS = """
const one = document.activeElement, style = getComputedStyle(one);
if (one === document.body) return null;
const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
const box = one.getBoundingClientRect();
if (!one.dataset.stop) one.dataset.stop = String(arguments[0]);
return {stop: one.dataset.stop, seen, inside: box.right > 0 && box.left < innerWidth,
        named: Boolean(one.textContent.trim() || one.ariaLabel || one.labels?.length),
        html: one.outerHTML.slice(0, 120)};
"""


class ReaderPagesTests(BrowserTestCase):
    """One browser, one newsroom; every promise is looked at on every page that is open."""

    def setUp(self):
        super().setUp()
        demo_site.fill_with(demo_site.of_each_kind())
        self.addCleanup(self.look_like, {})

    def look_like(self, features):
        told = [{"name": name, "value": value} for name, value in features.items()]
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": told})

    def test_every_kind_of_page(self):
        kinds = self.kinds()
        self.assertGreaterEqual(len(kinds), 24)
        for (name, language), path in kinds.items():
            with self.subTest(name, language=language):
                self.open(path)
                for width in (*WIDTHS, ENLARGED):
                    self.resize(width)
                    for look in LOOKS if width == WIDTHS[1] else LOOKS[:2]:
                        self.look_like(look)
                        wrong = self.browser.execute_script(WHAT_IS_WRONG, language)
                        self.assertEqual(wrong, [], f"{path} at {width}, {look}")
                self.look_like({})
                self.assert_says_only_what_it_should(path, name)

    def test_the_keyboard_goes_through_a_page_and_out_again_and_shows_where_it_is(self):
        self.resize(1280)
        kinds = self.kinds()
        for key in (("home", "ar"), ("article, opinion", "ar"), ("search", "ar"), ("topic", "en")):
            with self.subTest(key):
                self.open(kinds[key])
                self.walk_by_keyboard()

    def kinds(self):
        """One address of each kind, by (name, language): all that home leads to in two steps."""
        found = {}
        for language, prefix, word in (("ar", "", "المرسى"), ("en", "/en", "port")):
            looked_at = set()
            self.add(found, language, [f"{prefix}/", f"{prefix}/corrections/"])
            for edition in Edition.objects.filter(language=language).order_by("kind", "-pk"):
                gone = ", withdrawn" if edition.withdrawn_at else f", {edition.kind}"
                found.setdefault((f"article{gone}", language), edition.get_absolute_url())
                if f"article{gone}" not in looked_at:
                    looked_at.add(f"article{gone}")
                    self.add(found, language, self.named_on(edition.get_absolute_url()))
            self.add(found, language, self.named_on(f"{prefix}/"))
            search = f"{prefix}/search/"
            found[("search, start", language)] = search
            found[("search", language)] = f"{search}?q={word}"
            found[("search, nothing", language)] = f"{search}?q=zzqqxx"
            found[("not found", language)] = f"{prefix}/no/such-page/"
        return found

    def add(self, found, language, paths):
        for path in paths:
            with translation.override(language_of(path)):
                name = resolve(path).url_name
            if language_of(path) == language and name not in ("article", "search", "article_short"):
                found.setdefault((name, language), path)

    def named_on(self, path):
        """The addresses of pages that a page links to."""
        page = self.client.get(path)
        links = page.content.decode().split('<a href="')[1:]
        paths = [link.partition('"')[0] for link in links]
        paths = [unquote(one) for one in paths if one.startswith("/")]
        return [one for one in paths if "/feed" not in one and "?" not in one and "#" not in one]

    def assert_says_only_what_it_should(self, path, name):
        """A page that is missing on purpose says so in the console; nothing else is said."""
        lines = [line["message"] for line in self.browser.get_log("browser")]
        if name in ("not found", "article, withdrawn"):
            lines = [one for one in lines if "Failed to load resource" not in one]
        self.assertEqual(lines, [], path)

    def walk_by_keyboard(self):
        """From the first stop, which is the skip link, to the last, each seen and named."""
        body = self.browser.find_element(By.TAG_NAME, "body")
        stops = []
        body.send_keys(Keys.TAB)
        for number in range(MOST_STOPS):
            stop = self.browser.execute_script(FOCUS, number)
            if stop is None or stop["stop"] in stops:
                break
            self.assertTrue(stop["seen"], f"no outline: {stop['html']}")
            self.assertTrue(stop["named"], f"no name: {stop['html']}")
            self.assertTrue(stop["inside"], f"out of sight: {stop['html']}")
            if not stops:
                self.assertIn('href="#main"', stop["html"])
            stops.append(stop["stop"])
            self.browser.switch_to.active_element.send_keys(Keys.TAB)
        else:
            self.fail("the keyboard never leaves the page")
        reachable = self.browser.execute_script(
            "return [...document.querySelectorAll('a[href], button, input, summary')].filter(one =>"
            " one.checkVisibility({visibilityProperty: true}) && one.tabIndex >= 0"
            " && one.type !== 'hidden').filter(one => !one.dataset.stop)"
            ".map(one => one.outerHTML.slice(0, 120))"
        )
        self.assertEqual(reachable, [], "never reached by the keyboard")
