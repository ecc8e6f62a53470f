"""A story is moved in the week, in a real browser: by hand, by keyboard, by form, on a phone."""

from django.urls import reverse
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from articles.models import Article
from tests.browser import PATIENCE
from tests.desk import DeskTestCase
from tests.test_calendar import WEEK, at, make_scheduled

REFUSED = "#calendar-refuses:not([hidden])"


class CalendarBrowserTests(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.article = make_scheduled(at(1, 14, 5))
        self.other = make_scheduled(at(1, 14, 20))
        self.open(reverse("admin:articles_article_calendar") + f"?week={WEEK}")
        self.card = self.find(f"#story-{self.article.pk}")

    def slot(self, day, hour):
        return self.find(f'[data-day="2030-11-{day}"] .slot[data-from="{hour}"]')

    def says(self, text, place="#calendar-says"):
        WebDriverWait(self.browser, PATIENCE).until(lambda _b: text in self.find(place).text)

    def holds(self, slot):
        return [card.get_attribute("id") for card in slot.find_elements("css selector", "article")]

    def stands(self, moment):
        """The database has this time, and the card stands in its slot and shows it."""
        WebDriverWait(self.browser, PATIENCE).until(
            lambda _b: Article.objects.get(pk=self.article.pk).scheduled_for == moment
        )

    def press_keys(self, *keys):
        self.browser.execute_script("arguments[0].focus()", self.card)
        self.card.send_keys(*keys)

    def drag(self, slot):
        self.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", self.card)
        hour = self.card.find_element("css selector", ".slot-card__hour")
        hold = ActionChains(self.browser).move_to_element(hour).click_and_hold()
        hold.move_by_offset(10, 10).move_to_element(slot).release().perform()

    def test_the_arrows_move_by_hour_and_day_and_enter_keeps_it(self):
        self.press_keys(Keys.ARROW_LEFT, Keys.ARROW_UP)
        self.says("الثلاثاء 26 نوفمبر، 13:05. Enter يثبّت")
        self.assertEqual(self.holds(self.slot(26, 13)), [self.card.get_attribute("id")])
        self.assertEqual(self.browser.switch_to.active_element, self.card)
        self.assertEqual(Article.objects.get(pk=self.article.pk).scheduled_for, at(1, 14, 5))
        self.card.send_keys(Keys.ENTER)
        self.says("نُقلت إلى الثلاثاء 26 نوفمبر، 13:05")
        self.stands(at(2, 13, 5))
        self.press_keys(Keys.SHIFT, Keys.ARROW_DOWN, Keys.NULL, Keys.ENTER)
        self.says("13:20")
        self.stands(at(2, 13, 20))
        self.assert_quiet()

    def test_escape_and_leaving_give_it_up(self):
        for leave in (Keys.ESCAPE, Keys.TAB):
            self.press_keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN)
            self.says("16:05")
            self.card.send_keys(leave)
            self.says("بقيت في الاثنين 25 نوفمبر، 14:05")
            self.assertEqual(
                self.holds(self.slot(25, 14)),
                [f"story-{self.article.pk}", f"story-{self.other.pk}"],
            )
        self.assertEqual(Article.objects.get(pk=self.article.pk).scheduled_for, at(1, 14, 5))

    def test_the_first_day_is_at_the_right_and_the_week_has_an_end(self):
        days = [day.location["x"] for day in self.find_all(".week__day")]
        self.assertEqual(days, sorted(days, reverse=True))
        self.press_keys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
        self.says("هنا ينتهي الأسبوع")
        self.assertEqual(self.holds(self.slot(24, 14)), [f"story-{self.article.pk}"])

    def test_a_story_is_dragged_to_another_day_and_hour(self):
        self.drag(self.slot(27, 15))
        self.says("نُقلت إلى الأربعاء 27 نوفمبر، 15:05")
        self.stands(at(3, 15, 5))
        self.assertEqual(self.holds(self.slot(27, 15)), [f"story-{self.article.pk}"])
        # The press that ended the drag opened no link, and the next one does.
        self.assertIn("/calendar/", self.browser.current_url)
        self.assert_quiet()

    def test_a_refusal_is_said_and_the_card_goes_back(self):
        Article.objects.filter(pk=self.article.pk).update(embargo_until=at(3, 12))
        self.press_keys(Keys.ARROW_LEFT, Keys.ENTER)
        self.says("محظورة النشر حتى", REFUSED)
        self.assertEqual(len(self.holds(self.slot(25, 14))), 2)
        self.drag(self.slot(26, 9))
        self.says("محظورة النشر حتى", REFUSED)
        self.assertEqual(self.holds(self.slot(26, 9)), [])
        self.assertEqual(Article.objects.get(pk=self.article.pk).scheduled_for, at(1, 14, 5))

    def test_whose_login_has_ended_is_told_and_the_card_goes_back(self):
        self.browser.delete_all_cookies()
        self.press_keys(Keys.ARROW_LEFT, Keys.ENTER)
        self.says("انتهى تسجيل دخولك", REFUSED)
        self.assertEqual(len(self.holds(self.slot(25, 14))), 2)

    def test_without_scripts_a_form_moves_it_to_any_week(self):
        self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        self.browser.refresh()
        card = self.find(f"#story-{self.article.pk}")
        card.find_element("css selector", "summary").click()
        day, hour = card.find_elements("css selector", "input[type=text]")
        for field, typed in ((day, "٢ كانون الأول ٢٠٣٠"), (hour, "٧ مساءً")):
            field.clear()
            field.send_keys(typed)
        card.find_element("css selector", "button").click()
        self.stands(at(8, 19))

    def test_on_a_phone_it_is_a_list_by_day_that_fits(self):
        self.resize(360)
        self.assert_fits()
        self.assertFalse(self.find(".week__hours").is_displayed())
        self.assertFalse(self.slot(25, 9).is_displayed())
        self.assertTrue(self.card.is_displayed())
