"""What readers choose for themselves, and how numbers really stand: in a real browser."""

import re
from datetime import date

from django.core.cache import cache
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from articles.text import dates, digits
from tests.browser import PATIENCE, BrowserTestCase
from tests.makers import make_category, make_edition
from tests.test_text_figures import CASES, NAMES

MACHINE_FIELDS = """
const found = [document.querySelector("script[type='application/ld+json']").textContent];
for (const one of document.querySelectorAll("*")) for (const field of one.attributes)
  if (!/^(class|hidden|value|aria-pressed)$/.test(field.name) && one !== document.documentElement
      && !/reading[.\\w]*js/.test(one.src || "")) found.push(field.name + "=" + field.value);
return found;
"""
# The letters of a number from left to right as the screen shows them.
SEEN = """
return [...document.querySelectorAll(".prose > p")].map((line, index) => {
  const letters = [], walk = document.createTreeWalker(line, 4);
  while (walk.nextNode()) for (let at = 0; at < walk.currentNode.data.length; at++)
    letters.push([walk.currentNode, at]);
  const start = line.textContent.indexOf(arguments[0][index]);
  return letters.slice(start, start + arguments[0][index].length).map(([node, at]) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return [range.getClientRects()[0].left, node.data[at]];
  }).sort((one, other) => one[0] - other[0]).map((one) => one[1]).join("");
});
"""
INSERTED = """
const box = document.querySelector("main").appendChild(document.createElement("p"));
box.innerHTML = arguments[0].map((one) => `<time datetime="${one[0]}">${one[1]}</time>`).join("");
const done = arguments[1];
setTimeout(() => { done([...box.children].map((one) => one.textContent)); box.remove(); });
"""


EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def as_seen(number, way):
    """The number from left to right: its parts change places where it is read from the right."""
    if way != "rtl":
        return number
    if not re.search("[0-9]", number):
        return number[::-1]
    return "".join(reversed(re.split(r"( ?[-–/] ?)", number)))


class NumberTests(BrowserTestCase):
    def test_numbers_stand_where_they_should_whatever_stands_before_them(self):
        lines = [
            (f"{before}{line}", number, as_seen(number, way))
            for sentence, number, way, _why in CASES
            for before in ("", "قال CNN: ", "(")
            for line in (sentence.format(number), f"{number} كما قال المتحدث أمس")
            if "#" not in sentence  # a tag is moved as one
        ]
        lines += [(f"كانت {name} في الخبر كله هنا", name, name) for name in NAMES]
        body = "".join(f"<p>{line}</p>" for line, _number, _seen in lines)
        english = "".join(f"<p>The club said {one[1]} yesterday.</p>" for one in CASES)
        edition = make_edition(title_ar="أرقام", body_ar=body, title_en="Numbers", body_en=english)
        self.resize(1280)
        self.open(edition.get_absolute_url())
        seen = self.browser.execute_script(SEEN, [number for _line, number, _seen in lines])
        for (line, _number, expected), shown in zip(lines, seen, strict=True):
            with self.subTest(line):
                self.assertEqual(shown, expected)
        self.open(f"/en{edition.get_absolute_url()}")
        numbers = [number for _sentence, number, _way, _why in CASES]
        for number, shown in zip(numbers, self.browser.execute_script(SEEN, numbers), strict=True):
            if number.isascii():
                with self.subTest(f"English: {number}"):
                    self.assertEqual(shown, number)

    def test_eastern_digits_take_their_signs_with_them(self):
        numbers = {"-5%": "%٥-", "3 000 000": "٣ ٠٠٠ ٠٠٠", "3-1": "١-٣"}
        body = "".join(f"<p>بلغ الرقم {number} اليوم</p>" for number in numbers)
        edition = make_edition(title_ar="أرقام", body_ar=body)
        self.open("/")
        self.browser.execute_script("localStorage.setItem('digits', 'eastern')")
        self.open(edition.get_absolute_url())
        eastern = [number.translate(EASTERN) for number in numbers]
        WebDriverWait(self.browser, PATIENCE).until(lambda browser: "٥" in self.find(".prose").text)
        seen = dict(zip(numbers, self.browser.execute_script(SEEN, eastern), strict=True))
        for number, expected in numbers.items():
            with self.subTest(number):
                self.assertEqual(seen[number], expected)


class ChoiceTests(BrowserTestCase):
    LINES = (
        "قتل 1,250 شخصًا في 26/4/2024 عند 14:20 بنسبة 12.5% وكلفت 3,000.5 دولار.",
        "سقطت F-16 وقناة France 24 تقول إن 5 رحلات إلى www.example.org/2024 توقفت يوم 2024-04-26.",
        "اتصل +966 11 234 5678 أو 0112345678، والنسخة 3.11.2 للوسم #عام_2024 فاز 3-1.",
        "في عام ٢٠١٧ بلغت ٣٬٠٠٠ طن و١٢٫٥ في المئة.",
    )  # fmt: skip

    def setUp(self):
        super().setUp()
        cache.clear()
        body = "".join(f"<p>{line}</p>" for line in self.LINES) + "<p><code>12 رقم</code></p>"
        self.edition = make_edition(
            title_ar="طريق جديد بطول 12.5 كيلومتر", title_en="A road of 12.5 km", body_ar=body,
            body_en="<p>It is 12.5 km long.</p>", category=make_category("محليات", name_en="Local"),
        )  # fmt: skip
        self.path = self.edition.get_absolute_url()

    def choose(self, name, value):
        Select(self.find(f".looks [data-set={name}]")).select_by_value(value)

    def keep(self, **choices):
        for name, value in choices.items():
            self.browser.execute_script("localStorage.setItem(...arguments)", name, value)

    def size_of_text(self):
        return self.browser.execute_script(
            "return parseFloat(getComputedStyle(document.querySelector('.prose')).fontSize)"
        )

    def text_of(self, selector, wanted=None):
        read = f"return document.querySelector('{selector}').textContent"
        if wanted:
            WebDriverWait(self.browser, PATIENCE).until(
                lambda browser: browser.execute_script(read) == wanted
            )
        return self.browser.execute_script(read)

    def test_choices_are_worn_on_every_page_and_no_cookie_is_set(self):
        for width in (360, 1280):
            with self.subTest(width):
                self.resize(width)
                self.open(self.path)
                size = self.size_of_text()
                machines = self.browser.execute_script(MACHINE_FIELDS)
                self.open("/")
                self.choose("size", "largest")
                self.choose("digits", "eastern")
                self.choose("months", "sy")
                self.assert_fits()
                self.open(self.path)
                self.assertAlmostEqual(self.size_of_text(), size * 1.5, places=1)
                self.text_of(".byline time", "الجمعة، ٢٦ نيسان ٢٠٢٤، ١٥:٠٠")
                self.assertEqual(self.text_of("h1"), "طريق جديد بطول ١٢٫٥ كيلومتر")
                self.assertEqual(self.browser.execute_script(MACHINE_FIELDS), machines)
                self.assertEqual(Select(self.find("#size")).first_selected_option.text, "الأكبر")
                self.assert_fits()
                self.open(f"/en{self.path}")
                self.assertIn("12.5 km", self.text_of("h1"))
                self.assertEqual(self.find_all("[data-set=digits], [data-set=months]"), [])
                self.assertEqual(self.browser.get_cookies(), [])
                self.assert_quiet()
                self.open("/")
                for name in ("size", "digits", "months"):
                    self.choose(name, "")
                self.open(self.path)
                self.assertEqual(self.text_of(".byline time"), "الجمعة، 26 أبريل 2024، 15:00")
                self.assertEqual(self.size_of_text(), size)

    def test_digits_are_those_that_the_newsroom_would_write(self):
        self.open(self.path)
        for style in ("eastern", "western"):
            self.choose("digits", style)
            WebDriverWait(self.browser, PATIENCE).until(
                lambda browser, style=style: browser.execute_script(
                    "return /[٠-٩]/.test(document.querySelector('.art__top').textContent)"
                ) is (style == "eastern")
            )  # fmt: skip
            shown = [line.get_attribute("textContent") for line in self.find_all(".prose > p")]
            for line, text in zip(self.LINES, shown, strict=False):
                with self.subTest(line, style=style):
                    self.assertEqual(text, digits.write(line, style))
            self.assertEqual(shown[-1], "12 رقم")
        self.choose("digits", "")
        self.text_of(".prose > p:nth-of-type(4)", self.LINES[3])
        self.assertEqual(self.text_of(".prose > p"), self.LINES[0])

    def test_months_are_those_of_the_table_also_in_what_is_loaded_later(self):
        self.open(self.path)
        days = [date(2024, month, 9) for month in range(1, 13)]
        for style in dates.MONTH_STYLES:
            if style == "tn":
                continue  # it names them as Algeria does, and is not offered twice
            self.choose("months", style)
            for before in ("ar", "both", "dz"):
                rows = [
                    (day.isoformat(), dates.short_date(day, "ar", months=before)) for day in days
                ]
                WebDriverWait(self.browser, PATIENCE).until(
                    lambda _browser, style=style: (
                        dates.month_name(4, style) in self.text_of(".byline time")
                    )
                )
                shown = self.browser.execute_async_script(INSERTED, rows)
                with self.subTest(style, before=before):
                    self.assertEqual(
                        shown, [dates.short_date(day, "ar", months=style) for day in days]
                    )

    def test_the_keyboard_chooses_a_size_beside_the_article(self):
        self.open(self.path)
        self.browser.execute_script("document.querySelector('#size').focus()")
        self.browser.switch_to.active_element.send_keys(Keys.ARROW_DOWN)
        self.assertEqual(self.find("html").get_attribute("data-size"), "large")
        self.assertEqual(Select(self.find("#looks-size")).first_selected_option.text, "كبير")

    def test_nothing_is_offered_without_scripts_and_a_strange_choice_harms_nothing(self):
        self.open(self.path)
        self.keep(look="<b>", size="x", digits="roman", months="constructor")
        self.open(self.path)
        self.assertEqual(self.text_of("h1"), "طريق جديد بطول 12.5 كيلومتر")
        self.assertEqual(self.text_of(".byline time"), "الجمعة، 26 أبريل 2024، 15:00")
        self.assert_quiet()
        self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        self.open(self.path)
        for control in self.find_all("[data-set]"):
            self.assertFalse(control.is_displayed())

    def test_the_largest_text_fits_at_320_and_at_twice_the_size(self):
        self.open(self.path)
        self.keep(size="largest")
        for width in (320, 640, 1280):
            self.resize(width)
            for path in (self.path, "/", "/search/?q=طريق"):
                self.open(path)
                self.assert_fits()
