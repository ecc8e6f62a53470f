"""A source opens beside its number: by mouse, by keyboard, on a phone; and without scripts."""

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from articles.models import Citation
from tests.browser import PATIENCE, BrowserTestCase
from tests.makers import make_edition, make_source

PASSAGES = ("أن الطريق يصل المدينة بالجبل", "إن العمل ينتهي في الربيع")
BODY = (
    f"<p>ذكرت الصحيفة {PASSAGES[0]}، وقال رئيس البلدية {PASSAGES[1]}.</p>"
    + "<p>وتستمر الأعمال شهرين كاملين، ويبقى جانب من الطريق مفتوحًا للحافلات.</p>" * 12
)


class NoteTests(BrowserTestCase):
    def setUp(self):
        super().setUp()
        citations = [
            {
                "source": make_source(name),
                "language": "ar",
                "passage": passage,
                "how": Citation.How.QUOTED,
                "url": "https://paper.example/7",
                "note": "العدد 7",
            }
            for name, passage in zip(("صحيفة المرفأ", "إذاعة الجبل"), PASSAGES, strict=True)
        ]
        self.edition = make_edition(body_ar=BODY, citations=citations)
        self.open(self.edition.get_absolute_url())
        self.marks = self.find_all(".prose .src")

    def note(self):
        """The note that is shown; none where none is."""
        shown = [one for one in self.find_all(".note") if one.is_displayed()]
        return shown[0] if shown else None

    def wait(self, condition):
        WebDriverWait(self.browser, PATIENCE).until(lambda _browser: condition())

    def focused(self):
        return self.browser.switch_to.active_element

    def height(self):
        return self.browser.execute_script("return document.documentElement.scrollHeight")

    def test_a_press_opens_it_in_place_and_another_press_anywhere_closes_it(self):
        for width in (1280, 360):
            with self.subTest(width):
                self.resize(width)
                before, address = self.height(), self.browser.current_url
                self.marks[0].click()
                self.wait(self.note)
                for words in ("صحيفة المرفأ", "نقل حرفي", "العدد 7", PASSAGES[0], "اقرأ الأصل"):
                    self.assertIn(words, self.note().text)
                link = self.note().find_element(By.CSS_SELECTOR, ".sources__more a")
                self.assertEqual(link.get_attribute("href"), "https://paper.example/7")
                self.assertEqual(self.marks[0].get_attribute("aria-expanded"), "true")
                self.assertEqual((self.height(), self.browser.current_url), (before, address))
                self.assert_fits()
                self.marks[0].click()
                self.wait(lambda: self.note() is None)
                self.wait(lambda: self.marks[0].get_attribute("aria-expanded") == "false")
                self.marks[1].click()
                self.wait(lambda: self.note() and "إذاعة الجبل" in self.note().text)
                self.find("h1").click()
                self.wait(lambda: self.note() is None)
        self.assert_quiet()

    def test_the_keyboard_opens_it_reads_it_and_returns_to_the_number(self):
        self.browser.execute_script("arguments[0].focus()", self.marks[0])
        self.marks[0].send_keys(Keys.ENTER)
        self.wait(self.note)
        self.assertEqual(self.focused(), self.note())
        self.assertEqual(self.note().get_attribute("aria-label"), "المصدر 1")
        self.focused().send_keys(Keys.TAB)
        self.assertEqual(self.focused().text, "صحيفة المرفأ")
        self.focused().send_keys(Keys.ESCAPE)
        self.wait(lambda: self.note() is None)
        self.assertEqual(self.focused(), self.marks[0])
        self.marks[0].send_keys(Keys.ENTER)
        self.wait(self.note)
        self.browser.execute_script("arguments[0].focus()", self.marks[1])
        self.wait(lambda: self.note() is None)
        self.assertEqual(self.focused(), self.marks[1])
        self.marks[1].send_keys(Keys.ENTER)
        self.wait(self.note)
        self.note().find_element(By.CSS_SELECTOR, "button").click()
        self.wait(lambda: self.note() is None)
        self.assertEqual(self.focused(), self.marks[1])

    def test_a_number_at_the_foot_of_the_screen_opens_a_note_that_is_seen_whole(self):
        self.browser.execute_script(
            "document.documentElement.style.scrollBehavior = 'auto';"
            "arguments[0].scrollIntoView({block: 'end'})", self.marks[0]
        )  # fmt: skip
        self.marks[0].click()
        self.wait(self.note)
        foot = "return arguments[0].getBoundingClientRect().bottom <= innerHeight"
        self.wait(lambda: self.browser.execute_script(foot, self.note()))

    def test_without_scripts_the_number_leads_to_the_list(self):
        self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        self.open(self.edition.get_absolute_url())
        self.find_all(".prose .src")[1].click()
        self.wait(lambda: self.browser.current_url.endswith("#s2"))
        self.assertIn("إذاعة الجبل", self.find(".sources li:target").text)
        self.assertEqual(self.find_all(".note"), [])
