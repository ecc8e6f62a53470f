"""Django's calendar and clock beside fields that show days in words, in a real browser."""

from django.urls import reverse
from selenium.webdriver.common.keys import Keys

from tests.desk import DeskTestCase
from tests.makers import make_article


class DayFieldTests(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.clocks("Europe/London")
        article = make_article()  # 26 April 2024, 15:00 in Riyadh
        self.open(reverse("admin:articles_article_change", args=[article.pk]))
        self.day, self.hour = (self.find(f"#id_published_at_{part}") for part in (0, 1))

    def tearDown(self):
        self.clocks("")
        super().tearDown()

    def clocks(self, zone):
        self.browser.execute_cdp_cmd("Emulation.setTimezoneOverride", {"timezoneId": zone})

    def type_day(self, text):
        self.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", self.day)
        self.day.clear()
        self.day.send_keys(text, Keys.TAB)

    def shown(self, field):
        return field.get_property("value")

    def test_one_sees_at_once_which_number_was_taken_for_the_day(self):
        self.assertEqual(self.shown(self.day), "26 أبريل 2024")
        for typed in ("04/05/2024", "٤/٥/٢٠٢٤"):
            self.type_day(typed)
            self.assertEqual(self.shown(self.day), "4 مايو 2024")
        self.type_day("31/4/2024")
        self.assertEqual(self.shown(self.day), "31/4/2024")
        self.assert_quiet()

    def test_the_calendar_opens_at_the_day_shown_and_writes_in_words(self):
        self.press("#id_published_at_0 + .datetimeshortcuts [id^=calendarlink]")
        box = next(one for one in self.find_all(".calendarbox") if one.is_displayed())
        self.assertIn("أبريل 2024", box.text)
        self.assertEqual(box.find_element("css selector", ".selected").text, "26")
        days = [a for a in box.find_elements("css selector", ".calendar td a") if a.text == "9"]
        days[0].click()
        self.assertEqual(self.shown(self.day), "9 أبريل 2024")
        self.assert_quiet()

    def test_whoever_is_in_another_zone_is_told_in_arabic(self):
        told = next(one.text for one in self.find_all(".timezonewarning") if one.is_displayed())
        self.assertRegex(told, "^اكتب بتوقيت غرفة الأخبار: ساعتك تتأخر عنه (ساعتين|3 ساعات)\\.$")
