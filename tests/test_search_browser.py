"""The search field in a real browser: suggestions by keyboard and pointer, and without a script."""

import gzip
from pathlib import Path

from django.conf import settings
from django.test import SimpleTestCase
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from articles.search import vocabulary
from tests.browser import PATIENCE, BrowserTestCase
from tests.makers import make_category, make_edition, make_entity


class WeightTests(SimpleTestCase):
    def test_the_script_weighs_two_kilobytes_at_most(self):
        script = Path(settings.BASE_DIR, "static", "js", "search.js").read_bytes()
        self.assertLessEqual(len(gzip.compress(script)), 2_048)


class SuggestionsTests(BrowserTestCase):
    def setUp(self):
        super().setUp()
        # Suggestions may be kept for minutes: those of another test would lead astray.
        self.browser.execute_cdp_cmd("Network.clearBrowserCache", {})
        self.entity = make_entity("ميناء الشرق", name_en="East Port", kind="place")
        self.story = make_edition(
            title_ar="حركة ميناء الشرق تعود",
            title_en="East Port moves again",
            body_ar="<p>عاد ميناء الشرق إلى العمل.</p>",
            body_en="<p>East Port works.</p>",
            category=make_category("محليات", name_ar="محليات", name_en="Local"),
        )
        vocabulary.catch_up()

    def type(self, text, path="/search/"):
        self.open(path)
        self.find("#q").send_keys(text)
        self.wait_for("[role=listbox]:not([hidden]) [role=option]")
        return self.find("#q")

    def wait(self, claim):
        WebDriverWait(self.browser, PATIENCE).until(lambda _browser: claim())

    def offered(self):
        return [one.text for one in self.find_all("[role=option] b")]

    def test_the_field_is_a_combobox_and_says_how_many_there_are(self):
        field = self.type("مينا")
        self.assertEqual(field.get_attribute("role"), "combobox")
        self.assertEqual(field.get_attribute("aria-expanded"), "true")
        self.assertEqual(
            field.get_attribute("aria-controls"), self.find("[role=listbox]").get_attribute("id")
        )
        self.assertIn("ميناء الشرق", self.offered())
        number = len(self.offered())
        said = self.find("[role=status]").get_attribute("textContent")
        self.assertIn(said, {1: "اقتراح واحد", 2: "اقتراحان", 3: "3 اقتراحات"}[number])
        self.assert_quiet()

    def test_arrows_choose_escape_closes_and_enter_goes(self):
        field = self.type("مينا")
        field.send_keys(Keys.ARROW_DOWN)
        chosen = self.find("[aria-selected=true]")
        self.assertEqual(field.get_attribute("aria-activedescendant"), chosen.get_attribute("id"))
        field.send_keys(Keys.ARROW_UP)
        self.assertIsNone(field.get_attribute("aria-activedescendant"))
        self.assertEqual(self.find_all("[aria-selected=true]"), [])
        field.send_keys(Keys.ESCAPE)
        self.assertEqual(field.get_attribute("aria-expanded"), "false")
        self.assertEqual(field.get_attribute("value"), "مينا")
        field.send_keys(Keys.ARROW_DOWN, Keys.ENTER)
        self.wait(lambda: "/topic/" in self.browser.current_url)
        self.assertEqual(self.find("h1").text, "ميناء الشرق")

    def test_enter_without_a_choice_searches_for_what_was_typed(self):
        self.type("مينا").send_keys(Keys.ENTER)
        self.wait(lambda: "q=" in self.browser.current_url)
        self.assertEqual(self.find("#q").get_attribute("value"), "مينا")

    def test_a_pointer_chooses_too_and_the_list_fits_a_phone(self):
        for width in (1280, 360):
            with self.subTest(width):
                self.resize(width)
                self.type("مينا")
                self.assert_fits()
                self.find("[role=option]").click()
                self.wait(lambda: "/topic/" in self.browser.current_url)

    def test_leaving_the_field_closes_the_list(self):
        field = self.type("مينا")
        field.send_keys(Keys.TAB)
        self.assertFalse(self.find("[role=listbox]").is_displayed())

    def test_the_list_stands_under_the_field_from_both_sides(self):
        for path, text in (("/search/", "مينا"), ("/en/search/", "east")):
            with self.subTest(path):
                self.type(text, path)
                form, box = self.find("form.find").rect, self.find("[role=listbox]").rect
                self.assertEqual((box["x"], box["width"]), (form["x"], form["width"]))
                self.assertAlmostEqual(box["y"], form["y"] + form["height"], delta=2)
                self.assert_quiet()

    def test_without_scripts_everything_on_the_page_works(self):
        self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        self.open("/search/?q=ميناء")
        self.assertEqual(self.find_all("[role=listbox]"), [])
        self.follow(".sort a:last-child")
        self.assertIn("sort=new", self.browser.current_url)
        field = self.find("input[name=from]")
        field.send_keys("٢٠٢٤", Keys.ENTER)
        self.wait(lambda: "from=" in self.browser.current_url)
        self.assertIn("من 1 يناير 2024", self.find(".picked").text)
        self.assertEqual(len(self.browser.find_elements(By.CSS_SELECTOR, ".res")), 1)

    def test_no_state_of_the_page_hangs_over_its_side(self):
        long = "الميناءالطويلجدابلافراغات" * 12
        for width in (320, 360, 768, 1280):
            self.resize(width)
            for address in (
                "/search/", "/search/?q=ميناء&year=2024&from=2020", f"/search/?q={long}",
                f"/search/?q=ميناء مصدر:{long}", "/en/search/?q=port&lang=all",
            ):  # fmt: skip
                with self.subTest(address[:30], width=width):
                    self.open(address)
                    self.assert_fits()
                    self.assert_quiet()
