"""Older entries come into the list in place, by keyboard and without losing the reader's place."""

from datetime import timedelta
from unittest import mock

from django.core.cache import cache
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from articles import workflow
from articles.models import Act
from articles.views import changes, corrections
from tests.browser import PATIENCE, BrowserTestCase
from tests.makers import NOON, make_category, make_edition, make_entity, make_ready, make_user

MORE = ".pager [rel=next]"


class MoreTests(BrowserTestCase):
    def setUp(self):
        super().setUp()
        cache.clear()
        self.section = make_category("محليات")
        self.entity = make_entity("مدينة المرسى")

    def publish(self, number):
        """So many stories of one section and one name, ten days apart, over two years."""
        return [
            make_edition(
                title_ar=f"طريق جديد {one}",
                body_ar="<p>يصل الطريق مدينة المرسى بالجبل.</p>",
                category=self.section,
                published_at=NOON - timedelta(days=10 * one),
            )
            for one in range(number)
        ]

    def press_more(self, selector, key=Keys.ENTER):
        """Press the way on with the keyboard; return how many entries came, and what was said."""
        before = len(self.find_all(selector))
        self.find(MORE).send_keys(key)
        WebDriverWait(self.browser, PATIENCE).until(
            lambda _browser: len(self.find_all(selector)) > before
        )
        said = self.find("body > [role=status]").get_attribute("textContent")
        return len(self.find_all(selector)) - before, said

    def go_on(self, address):
        """Press the way on and wait for the page that it leads to."""
        self.find(MORE).send_keys(Keys.ENTER)
        WebDriverWait(self.browser, PATIENCE).until(
            lambda browser: browser.current_url == address and not self.find_all(MORE)
        )

    def focused(self):
        element = self.browser.switch_to.active_element
        return element.tag_name, element.text

    def test_a_section_grows_in_place_and_going_back_returns_to_it(self):
        made = self.publish(43)
        for width in (1280, 360):
            self.resize(width)
            self.open(self.section.get_absolute_url())
            self.assertEqual(self.press_more("[data-older] article"), (20, "ظهر 20 بندًا أقدم"))
            self.assertEqual(self.focused(), ("h2", made[20].title))
            self.assertIn("?after=", self.browser.current_url)
            self.assertEqual(self.press_more("[data-older] article"), (3, "ظهرت 3 بنود أقدم"))
            self.assertEqual(self.find_all(MORE), [])
            titles = [one.text for one in self.find_all("[data-older] article h2")]
            self.assertEqual(titles, [one.title for one in made])
            place = self.browser.current_url
            self.follow("[data-older] article:last-child h2 a")
            self.browser.back()
            WebDriverWait(self.browser, PATIENCE).until(
                lambda browser, place=place: browser.current_url == place
            )
            self.assertTrue(self.find_all("[data-older] article"))
            self.assert_fits()
        self.assert_quiet()

    def test_the_years_of_a_dossier_are_not_written_twice(self):
        self.publish(38)
        self.open(self.entity.get_absolute_url())
        came, _said = self.press_more(".time-line li")
        self.assertEqual(came, 18)
        years = [one.text for one in self.find_all(".time-line h3")]
        self.assertEqual(years, ["2024", "2023"])
        self.assertEqual(self.focused()[0], "h4")
        self.assert_quiet()

    def test_days_of_corrections_and_editions_of_a_story_go_on_too(self):
        editor, article = make_user("managing_editor"), make_ready()
        workflow.publish(article)
        for number in range(5):
            workflow.edit(article, {"body_ar": f"<p>بلغت الزيادة {number}%.</p>"}, by=editor)
            (edition,) = workflow.publish(
                article, by=editor, act=Act.CORRECTION, sentences={"ar": f"الصحيح {number}."},
                moment=NOON + timedelta(hours=number),
            )  # fmt: skip
        with mock.patch.object(corrections, "SIZE", 3), mock.patch.object(changes, "SIZE", 4):
            self.open("/corrections/")
            self.assertEqual(self.press_more(".mended li")[0], 2)
            self.assertEqual(len(self.find_all(".mended h2")), 1)
            self.assertEqual(self.focused()[0], "li")
            self.open(edition.changes_url)
            self.assertEqual(self.press_more(".changes > li")[0], 2)
            self.assertEqual(self.focused()[0], "h2")
            self.assert_fits()
        self.assert_quiet()

    def test_on_any_trouble_the_link_is_followed(self):
        self.publish(21)
        self.open(self.section.get_absolute_url())
        address = self.find(MORE).get_attribute("href")
        self.browser.execute_script("window.fetch = () => Promise.reject(Error('no network'))")
        self.go_on(address)
        self.assertEqual(len(self.find_all("[data-older] article")), 1)

    def test_without_scripts_the_link_leads_on(self):
        self.publish(21)
        self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        self.open(self.section.get_absolute_url())
        address = self.find(MORE).get_attribute("href")
        self.go_on(address)
        self.assertEqual(len(self.find_all("[data-older] article")), 1)
