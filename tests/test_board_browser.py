"""The board under real fingers: by key, by mouse, on a phone, in the dark; and it stays fresh."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from articles import workflow
from articles.models import Article
from articles.states import State
from tests.browser import PATIENCE
from tests.desk import DeskTestCase
from tests.makers import bring, make_article

FOCUSED = "return document.activeElement.textContent.trim()"
# The board asks again each 25 seconds, and at once when somebody comes back to it after that time.
BACK_LATER = """
    const real = Date.now;
    Date.now = () => real() + 60000;
    document.dispatchEvent(new Event('visibilitychange'));
"""


class BoardCase(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.draft = make_article(title_ar="لماذا يغلو زيت الزيتون؟")
        self.other = make_article(title_ar="خط الحافلات التاسع")
        self.review = bring(make_article(title_ar="ميزانية الوادي"), State.REVIEW)
        self.language = bring(make_article(title_ar="القمح يملأ الصوامع"), State.LANGUAGE)

    def open_board(self):
        self.open(reverse("admin:index"))
        self.wait_for("#board.alive")

    def card(self, article):
        return self.find(f'.card[data-story="{article.pk}"]')

    def title(self, article):
        return self.find(f'.card[data-story="{article.pk}"] h3 a')

    def column_of(self, article):
        column = "return arguments[0].closest('.col').dataset.state"
        return self.browser.execute_script(column, self.card(article))

    def wait_until(self, claim):
        return WebDriverWait(self.browser, PATIENCE).until(lambda _browser: claim())

    def wait_until_said(self, words):
        self.wait_until(lambda: words in self.find("#board-said").text)

    def press_keys(self, *keys):
        self.browser.switch_to.active_element.send_keys(*keys)

    def focused(self):
        return self.browser.execute_script(FOCUSED)

    def state(self, article):
        return Article.objects.get(pk=article.pk).state


class KeyTests(BoardCase):
    def test_arrows_lead_from_card_to_card_and_enter_opens_it(self):
        self.open_board()
        self.browser.execute_script("arguments[0].focus()", self.title(self.other))
        self.press_keys(Keys.ARROW_DOWN)
        self.assertEqual(self.focused(), self.draft.title)
        # On a page that runs from the right, the next column is to the left.
        self.press_keys(Keys.ARROW_LEFT)
        self.assertEqual(self.focused(), self.review.title)
        self.press_keys(Keys.ARROW_LEFT)
        self.assertEqual(self.focused(), self.language.title)
        self.press_keys(Keys.ARROW_LEFT)
        self.assertEqual(self.focused(), self.language.title)
        self.press_keys(Keys.ARROW_RIGHT, Keys.NULL)
        self.press_keys(Keys.ENTER)
        self.wait_until(lambda: f"/{self.review.pk}/change/" in self.browser.current_url)

    def test_one_key_opens_the_moves_and_a_move_keeps_the_focus_on_its_card(self):
        self.open_board()
        self.browser.execute_script("arguments[0].focus()", self.title(self.draft))
        self.press_keys("m")
        self.assertEqual(self.focused(), "أرسل للمراجعة")
        self.press_keys(Keys.ESCAPE)
        self.assertEqual(self.focused(), self.draft.title)
        self.press_keys("m")
        self.press_keys(Keys.ENTER)
        self.wait_until_said("أُرسلت للمراجعة")
        self.assertEqual(self.column_of(self.draft), "review")
        self.assertEqual(self.focused(), self.draft.title)
        self.assertEqual(self.state(self.draft), State.REVIEW)
        self.assert_quiet()

    def test_the_key_is_a_letter_like_any_other_elsewhere(self):
        self.open_board()
        self.browser.execute_script("document.querySelector('.narrow select').focus()")
        self.press_keys("m")
        self.assertEqual(self.find_all(".moves[open]"), [])

    def test_a_move_that_asks_leads_to_its_page_and_comes_back(self):
        self.open(f"{reverse('admin:index')}?person={self.editor.pk}")
        Article.objects.filter(pk=self.review.pk).update(created_by=self.editor)
        self.browser.refresh()
        self.press(f'.card[data-story="{self.review.pk}"] .moves summary')
        self.follow(f'.card[data-story="{self.review.pk}"] .moves a[href*="/return/"]')
        self.assert_fits()
        self.find("#id_note").send_keys("ينقصها رد البلدية.")
        self.send(".ask button[type=submit]")
        self.assertIn(f"?person={self.editor.pk}", self.browser.current_url)
        self.assertEqual(self.column_of(self.review), "draft")
        self.assert_quiet()


class HandTests(BoardCase):
    def carry(self, article, state):
        """Take a card by its middle and hold it over a column."""
        card, column = self.card(article), self.find(f'.col[data-state="{state}"] h2')
        hand = ActionChains(self.browser, duration=60)
        hand.move_to_element(card).click_and_hold().move_by_offset(-12, 6)
        hand.move_to_element(column).perform()
        return hand

    def test_a_card_is_carried_to_the_column_that_its_move_leads_to(self):
        self.open_board()
        self.carry(self.draft, "review")
        lit = [column.get_attribute("data-state") for column in self.find_all(".col.accepts")]
        self.assertIn("review", lit)
        self.assertNotIn("language", lit)
        self.assertEqual(len(self.find_all(".ghost")), 1)
        ActionChains(self.browser).release().perform()
        self.wait_until_said("أُرسلت للمراجعة")
        self.assertEqual(self.column_of(self.draft), "review")
        self.assertEqual(self.find_all(".ghost, .accepts, .held"), [])
        self.assertEqual(self.state(self.draft), State.REVIEW)
        self.assert_quiet()

    def test_where_no_move_leads_it_goes_back_and_says_so(self):
        self.open_board()
        self.carry(self.draft, "ready")
        ActionChains(self.browser).release().perform()
        self.wait_until_said("لا خطوة لك تؤدي إلى هناك")
        self.assertEqual(self.column_of(self.draft), "draft")
        self.wait_until(lambda: not self.find_all(".ghost"))
        self.assertEqual(self.state(self.draft), State.DRAFT)
        # The press that ended the drag opened nothing.
        self.assertTrue(self.browser.current_url.endswith(reverse("admin:index")))

    def test_what_somebody_else_moved_meanwhile_is_refused_and_shown_where_it_is(self):
        self.open_board()
        workflow.move(self.draft, "spike")
        self.carry(self.draft, "review")
        ActionChains(self.browser).release().perform()
        self.wait_until(lambda: "refused" in self.find("#board-said").get_attribute("class"))
        self.wait_until(lambda: not self.find_all(f'.card[data-story="{self.draft.pk}"]'))
        self.assertEqual(self.state(self.draft), State.SPIKED)

    def test_what_readers_would_see_is_asked_about_first(self):
        self.open_board()
        self.carry(self.language, "published")
        ActionChains(self.browser).release().perform()
        self.wait_until(lambda: "/move/publish/" in self.browser.current_url)
        self.assertEqual(self.state(self.language), State.LANGUAGE)

    def test_escape_puts_a_card_back(self):
        self.open_board()
        self.carry(self.draft, "review")
        ActionChains(self.browser).send_keys(Keys.ESCAPE).release().perform()
        self.wait_until(lambda: not self.find_all(".ghost"))
        self.assertEqual(self.state(self.draft), State.DRAFT)


class FreshTests(BoardCase):
    def test_it_shows_what_others_did_and_says_what_now_waits(self):
        self.open_board()
        late = bring(
            make_article(title_ar="العبّارات القديمة", due_at=timezone.now() - timedelta(hours=1)),
            State.REVIEW,
        )
        self.browser.execute_script(BACK_LATER)
        self.wait_until(lambda: self.find_all(f'.card[data-story="{late.pk}"]'))
        self.wait_until_said("العبّارات القديمة")
        self.assert_quiet()

    def test_it_waits_while_somebody_is_at_a_card(self):
        self.open_board()
        self.browser.execute_script("arguments[0].focus()", self.title(self.draft))
        new = make_article(title_ar="مادة جديدة تمامًا")
        self.browser.execute_script(BACK_LATER)
        self.assertEqual(self.focused(), self.draft.title)
        self.assertEqual(self.find_all(f'.card[data-story="{new.pk}"]'), [])
        self.browser.execute_script("document.activeElement.blur()")
        self.browser.execute_script("document.dispatchEvent(new Event('visibilitychange'))")
        self.wait_until(lambda: self.find_all(f'.card[data-story="{new.pk}"]'))

    def test_it_says_when_nobody_is_signed_in_any_more(self):
        self.open_board()
        self.browser.delete_all_cookies()
        self.browser.execute_script(BACK_LATER)
        self.wait_until_said("انتهى دخولك")


class LookTests(BoardCase):
    def test_it_fits_every_width_and_the_console_stays_quiet(self):
        for number in range(6):
            make_article(title_ar=f"الانتخابات البلدية في المدينة الساحلية {number}")
        for width in (320, 360, 640, 900, 1024, 1280, 1440):
            with self.subTest(width):
                self.resize(width)
                self.open_board()
                self.assert_fits()
                self.assert_quiet()

    def test_on_a_phone_a_list_of_the_columns_leads_to_each(self):
        self.resize(360)
        self.open_board()
        links = [link.get_attribute("href") for link in self.find_all(".jump a")]
        targets = [self.find(f"#{link.partition('#')[2]}") for link in links]
        self.assertGreater(len(targets), 6)
        summary = self.find(".moves summary")
        self.assertGreaterEqual(summary.size["height"], 44)

    def test_in_the_dark_the_paper_is_dark_and_lateness_still_red(self):
        Article.objects.filter(pk=self.draft.pk).update(due_at=timezone.now() - timedelta(hours=1))
        self.open_board()
        paper = "return getComputedStyle(document.body).backgroundColor"
        colour = "return getComputedStyle(arguments[0]).color"
        for expected in (("rgb(255, 255, 255)", "rgb(176, 42, 26)"),
                         ("rgb(18, 21, 24)", "rgb(255, 138, 115)")):  # fmt: skip
            late = self.find(".card .late")
            seen = (self.browser.execute_script(paper), self.browser.execute_script(colour, late))
            self.assertEqual(seen, expected)
            self.press(".theme-toggle")

    def test_without_scripts_a_press_moves_a_story_and_comes_back(self):
        self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        self.open(reverse("admin:index"))
        self.press(f'.card[data-story="{self.draft.pk}"] .moves summary')
        self.press(f'.card[data-story="{self.draft.pk}"] .moves button[value="submit"]')
        self.wait_for(".messagelist .success")
        self.assertEqual(self.state(self.draft), State.REVIEW)
