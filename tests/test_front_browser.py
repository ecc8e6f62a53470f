"""The front in a real browser: arranged by hand and by key, without scripts too, and read."""

from django.core.cache import cache
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from articles import front, workflow
from articles.models import Act, Place, ReadCount
from tests.browser import PATIENCE, BrowserTestCase
from tests.desk import DeskTestCase
from tests.makers import NOON, make_author, make_category, make_edition

PAGE = reverse("admin:articles_front_change", args=["ar"])
TITLES = ("البلدية تفتح الطريق الساحلي", "المجلس يقرّ خطة المياه", "الميناء يستقبل ثاني خط")


class ArrangingTests(DeskTestCase):
    def setUp(self):
        super().setUp()
        cache.clear()
        self.stories = [make_edition(title_ar=title) for title in TITLES]

    def titles(self):
        return [one.text for one in self.find_all(".slot__title")]

    def until(self, titles):
        # Read while the page is being replaced, a title may be gone: then it is looked for again.
        waiting = WebDriverWait(
            self.browser, PATIENCE, ignored_exceptions=[StaleElementReferenceException]
        )
        waiting.until(lambda _browser: self.titles() == titles)

    def held(self):
        return [(pin.place, pin.article_id) for pin in front.kept(front.front_of("ar"))]

    def test_a_story_is_found_while_one_types_put_in_moved_by_key_and_kept(self):
        road, water, _port = self.stories
        self.open(PAGE)
        self.find("#front-q").send_keys("خطه المياة")
        found = "#front-found li:only-child button"
        WebDriverWait(self.browser, PATIENCE).until(lambda _browser: self.find_all(found))
        self.press(found)
        self.until([TITLES[1]])
        self.find("#front-q").clear()
        self.find("#front-q").send_keys("الطريق الساحلي")
        WebDriverWait(self.browser, PATIENCE).until(
            lambda _browser: TITLES[0] in self.find("#front-found").text and self.find_all(found)
        )
        self.press(found)
        self.until([TITLES[0], TITLES[1]])
        # The focus stays with what was put in: Enter moves it down, and it keeps the focus.
        focused = self.browser.switch_to.active_element
        self.assertEqual(focused.get_attribute("name"), "_down")
        focused.send_keys(Keys.ENTER)
        self.until([TITLES[1], TITLES[0]])
        self.assertEqual(self.browser.switch_to.active_element.get_attribute("name"), "_up")
        self.assertIn("الصف الأول، 2", self.find("#front-said").get_attribute("textContent"))
        self.assertEqual(self.held(), [])
        self.send("[name=_save]")
        strip = [(Place.STRIP, water.article_id), (Place.STRIP, road.article_id)]
        self.assertEqual(self.held(), strip)
        self.assert_quiet()
        self.resize(360)
        self.assert_fits()

    def test_it_is_arranged_without_scripts(self):
        self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        self.open(PAGE)
        self.find(f"[name=_add][value='{self.stories[0].article_id}']").click()
        self.until([TITLES[0]])
        self.find(f"[name=_add][value='{self.stories[1].article_id}']").click()
        self.until([TITLES[1], TITLES[0]])
        number = self.find("#id_s1-number")
        number.clear()
        number.send_keys("1", Keys.ENTER)
        self.until([TITLES[0], TITLES[1]])
        self.find("[name=_save]").click()
        WebDriverWait(self.browser, PATIENCE).until(lambda _browser: self.held())
        self.assertEqual(self.held()[0], (Place.STRIP, self.stories[0].article_id))

    def test_a_breaking_line_is_said_and_ended(self):
        self.open(reverse("admin:articles_front_breaking", args=["ar"]))
        self.press("#front-found li:first-child button")
        self.wait_for("[name=_nostory]")
        self.send("[name=_announce]")
        self.assertIn(front.running("ar").words, self.find(".runs").text)
        self.send("[name=_end]")
        self.assertIsNone(front.running("ar"))
        self.assert_quiet()


@override_settings(HIJRI=True)
class HomeTests(BrowserTestCase):
    def test_the_home_page_at_every_width_empty_with_one_story_and_full(self):
        self.look("an empty newsroom", leads=0)
        section = make_category("محليات", name_en="Local")
        author = make_author()
        first = self.write(0, section, author)
        self.look("one story", leads=1)
        for number in range(1, 10):
            self.write(number, section, author)
        opinion = make_category("رأي", is_opinion=True)
        for number in range(10, 13):
            self.write(number, opinion, author, kind="opinion")
        body = "<p>قال رئيس البلدية إن أعمال الطريق تبدأ في أبريل.</p><p>وتستمر شهرين كاملين.</p>"
        workflow.edit(first.article, {"body_ar": body})
        fixed = {"ar": "تبدأ الأعمال في أبريل، لا في مارس."}
        workflow.publish(first.article, act=Act.CORRECTION, sentences=fixed)
        ReadCount.objects.create(article=first.article, hour=timezone.now(), reads=9)
        front.announce("ar", None, article_id=first.article_id)
        front.announce("en", None, sentence="The road is closed until further notice")
        self.look("a full page", leads=1)
        self.assertEqual(len(self.find_all(".breaking a")), 1)
        self.assertIn("تبدأ الأعمال في أبريل", self.find(".fixes").text)
        self.assertIn("هـ", self.find(".mast__date").text)
        self.open("/en/")
        self.assertIn(" AH", self.find(".mast__date").text)
        self.assert_fits()

    def write(self, number, section, author, **values):
        return make_edition(
            title_ar=f"بلدية المرسى تبدأ أعمال الطريق الساحلي بعد عامين من الانتظار {number}",
            lead_ar="تبدأ الأعمال في مارس وتستمر شهرين كاملين.",
            category=section,
            bylines=[(author, "writer", "")],
            published_at=NOON,
            **values,
        )

    def look(self, what, leads):
        cache.clear()
        for width in (320, 360, 768, 1280, 1920):
            with self.subTest(what, width=width):
                self.resize(width)
                self.open("/")
                self.assert_fits()
                self.assertEqual(len(self.find_all("h1")), 1)
                self.assertEqual(len(self.find_all("article.lead")), leads)
        self.assert_quiet()

    def test_the_section_one_is_in_stands_in_view_on_a_phone(self):
        for number in range(9):
            last = make_category(f"قسم له اسم طويل {number}")
        self.resize(360)
        self.open(last.get_absolute_url())
        current = self.find(".nav [aria-current=page]")
        at = current.rect
        self.assertGreaterEqual(at["x"], 0)
        self.assertLessEqual(at["x"] + at["width"], 360)
        self.assertEqual(len(self.browser.find_elements(By.CSS_SELECTOR, ".nav [aria-current]")), 1)
