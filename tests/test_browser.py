"""The whole path in a real browser: home, section, article, topic; on a desk and on a phone."""

from django.core.cache import cache
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from articles.models import ReadCount
from tests.browser import PATIENCE, BrowserTestCase
from tests.makers import make_author, make_category, make_edition, make_entity, make_source


class ReaderTests(BrowserTestCase):
    def setUp(self):
        super().setUp()
        cache.clear()
        top = make_category("أخبار", slug="أخبار", name_ar="أخبار", name_en="News")
        section = make_category(
            "العالم العربي", parent=top, slug="العالم-العربي", name_ar="العالم العربي"
        )
        make_source("صحيفة المرفأ")
        self.entity = make_entity("مدينة المرسى", name_en="Marsa")
        author = make_author("سلمى الحداد")
        for number in range(8):
            self.edition = make_edition(
                title_ar=f"طريق جديد إلى مدينة المرسى رقم {number}",
                lead_ar="يفتح الطريق في مارس بعد عامين من العمل.",
                body_ar="<p>ذكرت صحيفة المرفأ أن الطريق يصل مدينة المرسى، وكذا Harbor Ledger.</p>"
                "<p>وقال رئيس البلدية إن العمل ينتهي في الربيع.</p>",
                category=section,
                tags=["طرق"],
                bylines=[(author, "writer", "")],
            )

    def test_from_home_to_section_to_article_to_topic(self):
        for width in (1280, 360):
            with self.subTest(width):
                self.resize(width)
                self.open("/")
                self.assert_arabic()
                self.follow(".nav li:nth-child(2) a")
                self.assertIn("/section/", self.browser.current_url)
                self.assert_arabic()
                self.follow(
                    "main .story a[href*='/n/'], main h2 a[href*='/n/'], main h3 a[href*='/n/']"
                )
                self.assert_arabic()
                self.assertIn("طريق جديد", self.find("h1").text)
                self.follow(".prose a[href^='/topic/']")
                self.assert_arabic()
                self.assertEqual(self.find("h1").text, self.entity.name_ar)

    def assert_arabic(self):
        root = self.find("html")
        self.assertEqual((root.get_attribute("lang"), root.get_attribute("dir")), ("ar", "rtl"))
        self.assertEqual(
            self.browser.execute_script("return getComputedStyle(document.body).direction"), "rtl"
        )
        self.assertEqual(len(self.find_all("h1")), 1)
        self.assert_fits()
        self.assert_quiet()

    def test_our_own_faces_are_used(self):
        self.open(self.edition.get_absolute_url())
        loaded = self.browser.execute_async_script(
            "const done = arguments[0];"
            "document.fonts.ready.then(() => done([...document.fonts]"
            ".filter(face => face.status === 'loaded').map(face => face.family)))"
        )
        self.assertGreaterEqual(len(loaded), 2, loaded)

    def test_the_keyboard_reaches_the_text_at_once(self):
        self.open("/")
        self.find("body").send_keys(Keys.TAB)
        skip = self.browser.switch_to.active_element
        self.assertEqual(skip.get_attribute("href").rpartition("#")[2], "main")
        skip.send_keys(Keys.ENTER)
        self.assertEqual(self.browser.switch_to.active_element.get_attribute("id"), "main")

    def test_a_search_works_without_scripts(self):
        self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        self.open("/search/")
        field = self.find("input[name=q]")
        field.send_keys("الطریق الجدید")
        field.send_keys(Keys.ENTER)
        WebDriverWait(self.browser, PATIENCE).until(lambda _b: "q=" in self.browser.current_url)
        field = self.find("input[name=q]")
        self.assertEqual(field.get_attribute("value"), "الطریق الجدید")

    def test_the_theme_is_kept_in_the_browser_without_a_cookie(self):
        self.open("/")
        self.press("[data-set=look][value=dark]")
        self.open(self.edition.get_absolute_url())
        self.assertEqual(self.find("html").get_attribute("data-theme"), "dark")
        paper = self.browser.execute_script(
            "return getComputedStyle(document.documentElement).backgroundColor"
        )
        self.assertEqual(paper, "rgb(18, 21, 24)")
        self.assertEqual(self.browser.get_cookies(), [])

    def test_a_reading_is_reported_and_counted_once(self):
        agent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36"
        self.browser.execute_cdp_cmd("Network.setUserAgentOverride", {"userAgent": agent})
        headless = {"userAgent": self.browser.execute_script("return navigator.userAgent")}
        self.addCleanup(self.browser.execute_cdp_cmd, "Network.setUserAgentOverride", headless)
        for _time in range(2):
            self.open(self.edition.get_absolute_url())
            WebDriverWait(self.browser, 20).until(lambda _browser: self.reads() >= 1)
        self.assertEqual(self.reads(), 1)
        self.assert_quiet()

    def reads(self):
        counts = ReadCount.objects.filter(article=self.edition.article)
        return sum(counts.values_list("reads", flat=True))

    def test_the_english_site_mirrors_by_direction_alone(self):
        make_edition(
            title_ar="الميناء", title_en="The port works again", body_en="<p>It does.</p>",
            category=make_category("اقتصاد", name_en="Economy"),
        )  # fmt: skip
        self.open("/en/")
        self.assertEqual(self.find("html").get_attribute("dir"), "ltr")
        self.follow("main a[href*='/en/n/']")
        self.assertEqual(self.find("h1").text, "The port works again")
        self.assert_fits()
        self.assert_quiet()

    def test_latin_names_stand_isolated_in_arabic_text(self):
        self.open(self.edition.get_absolute_url())
        names = [one.text for one in self.browser.find_elements(By.CSS_SELECTOR, ".prose bdi")]
        self.assertIn("Harbor Ledger", names)
