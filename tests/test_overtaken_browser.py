"""Two people in two browsers: they see each other, and their two saves are brought together."""

from contextlib import contextmanager

from django.urls import reverse
from selenium.webdriver.support.ui import WebDriverWait

from articles import workflow
from articles.models import Article, Presence
from tests.browser import PATIENCE
from tests.desk import DeskTestCase
from tests.makers import make_article, make_user
from tests.test_presence import age

TITLE = "البلدية تبدأ أعمال الطريق"
BODY = (
    "<p>قال رئيس البلدية إن أعمال الطريق تبدأ في مارس.</p>"
    "<p>وتستمر شهرين كاملين.</p><p>ولم تعلق الشركة على الخبر.</p>"
)
# The page asks every twelve seconds; coming into the net is one more reason to ask.
ASK = "window.dispatchEvent(new Event('online'))"
ASKED = """
    return performance.getEntriesByType("resource")
        .filter((one) => one.name.endsWith("/presence/") && one.responseEnd).length
"""
SAVE = '[name="_continue"]'


class TwoPeopleTestCase(DeskTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.mine = cls.browser
        cls.hers = cls.start_browser()

    def setUp(self):
        super().setUp()
        self.huda = make_user("managing_editor")
        self.huda.first_name, self.huda.last_name = "هدى", "قاسم"
        self.huda.save()
        self.editor.first_name, self.editor.last_name = "نوال", "درويش"
        self.editor.save()
        self.article = make_article(title_ar=TITLE, body_ar=BODY)
        self.address = reverse("admin:articles_article_change", args=[self.article.pk])
        with self.at_hers():
            origin = {"origin": self.live_server_url, "storageTypes": "all"}
            self.browser.execute_cdp_cmd("Storage.clearDataForOrigin", origin)
            self.browser.get_log("browser")
            self.resize(self.width)
            self.sign_in(self.huda)

    def tearDown(self):
        self.hers.get("about:blank")
        super().tearDown()

    @contextmanager
    def at_hers(self):
        self.browser = self.hers
        try:
            yield
        finally:
            self.browser = self.mine

    def come(self):
        self.open(self.address)
        self.wait_for(".ProseMirror")

    def wait(self, until):
        return WebDriverWait(self.browser, PATIENCE).until(lambda _browser: until())

    def told(self, selector):
        """What the page says there once it has asked, until it says something."""

        def said():
            self.browser.execute_script(ASK)
            return self.find(selector).text

        return self.wait(said)

    def type_title(self, text):
        self.find("#id_title_ar").clear()
        self.find("#id_title_ar").send_keys(text)

    def title(self):
        return self.find("#id_title_ar").get_attribute("value")

    def saved(self):
        return Article.objects.get(pk=self.article.pk)


class CompanyTests(TwoPeopleTestCase):
    def test_each_sees_the_other_come_and_go(self):
        self.come()
        self.assertEqual(self.find(".company__others").text, "")
        with self.at_hers():
            self.come()
            self.assertEqual(self.told(".company__others"), "يحرّر الآن: نوال درويش")
        self.assertEqual(self.told(".company__others"), "يحرّر الآن: هدى قاسم")
        with self.at_hers():
            self.open(reverse("admin:index"))
        self.wait(lambda: self.gone())
        self.assert_quiet()

    def test_who_went_without_a_word_is_forgotten_within_a_minute(self):
        with self.at_hers():
            self.come()
        self.come()
        self.told(".company__others")
        with self.at_hers():
            self.browser.execute_cdp_cmd("Network.enable", {})
            off = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
            conditions = "Network.emulateNetworkConditions"
            self.browser.execute_cdp_cmd(conditions, off | {"offline": True})
            age(61, user=self.huda)
        self.wait(lambda: self.gone())
        with self.at_hers():
            self.browser.execute_cdp_cmd(conditions, off | {"offline": False})

    def test_a_page_that_nobody_touches_is_nobodys_until_somebody_does(self):
        self.come()
        self.wait(lambda: Presence.objects.exists())
        Presence.objects.all().delete()
        before = self.browser.execute_script(ASKED)
        later = "const real = Date.now; Date.now = () => real() + arguments[0];"
        self.browser.execute_script(later + ASK, 6 * 60_000)
        self.wait(lambda: self.browser.execute_script(ASKED) > before)
        self.assertFalse(Presence.objects.exists())
        self.find("#id_title_ar").send_keys(" ")
        self.wait(lambda: Presence.objects.exists())

    def gone(self):
        self.browser.execute_script(ASK)
        return self.find(".company__others").text == ""

    def test_a_save_of_the_other_is_told_before_one_saves(self):
        with self.at_hers():
            self.come()
        self.come()
        with self.at_hers():
            self.type_title("البلدية تؤجل أعمال الطريق")
            self.send(SAVE)
        self.assertRegex(self.told(".company__saved"), r"عند \d\d:\d\d باسم هدى قاسم")
        self.assert_fits()
        self.open(
            self.find("[data-compare]").get_attribute("href").removeprefix(self.live_server_url)
        )
        self.assertIn("تؤجل", self.wait_for(".diff ins").text)

    def test_a_move_of_the_other_is_told(self):
        self.come()
        workflow.move(self.article, "submit")
        self.assertIn("قيد المراجعة", self.told(".company__moved"))


class TwoSavesTests(TwoPeopleTestCase):
    def both_save(self):
        """She saves a title and a word of the body, then I save another title and another word."""
        self.come()
        with self.at_hers():
            self.come()
            self.type_title("البلدية تؤجل أعمال الطريق")
            self.replace_in_body("مارس", "أبريل")
            self.send(SAVE)
        self.type_title("البلدية تلغي أعمال الطريق")
        self.replace_in_body("تعلق", "ترد")
        self.send(SAVE)
        self.wait_for(".overtaken")

    def replace_in_body(self, old, new):
        script = """
            const field = document.querySelector("#id_body_ar");
            field.value = field.value.replace(arguments[0], arguments[1]);
            field.dispatchEvent(new CustomEvent("newsroom:fill"));
            field.dispatchEvent(new Event("input", {bubbles: true}));
        """
        self.browser.execute_script(script, old, new)

    def test_both_texts_are_shown_and_what_does_not_clash_is_joined_in_the_editor(self):
        self.both_save()
        self.assertIn("هدى قاسم", self.find(".overtaken h2").text)
        words = [one.text for one in self.find_all('[data-dispute="body_ar"] :is(ins, del)')]
        self.assertEqual(len(words), 4)
        self.assertIn("أبريل", self.find(".ProseMirror").text)
        self.assertIn("ولم ترد", self.find(".ProseMirror").text)
        self.assertIn("أبريل", self.body())
        self.assert_fits()
        self.press('[data-dispute="title_ar"] [value="mine"]')
        self.send(SAVE)
        self.assertEqual(self.saved().title_ar, "البلدية تلغي أعمال الطريق")
        self.assertEqual(self.saved().body_ar, BODY.replace("مارس", "أبريل").replace("تعلق", "ترد"))
        self.assert_quiet()

    def test_what_was_typed_under_one_choice_is_there_again(self):
        self.both_save()
        self.press('[data-dispute="title_ar"] [value="theirs"]')
        self.assertEqual(self.title(), "البلدية تؤجل أعمال الطريق")
        self.find("#id_title_ar").send_keys(" شهرًا")
        self.press('[data-dispute="title_ar"] [value="mine"]')
        self.assertEqual(self.title(), "البلدية تلغي أعمال الطريق")
        self.press('[data-dispute="title_ar"] [value="theirs"]')
        self.assertEqual(self.title(), "البلدية تؤجل أعمال الطريق شهرًا")
        self.send(SAVE)
        self.assertEqual(self.saved().title_ar, "البلدية تؤجل أعمال الطريق شهرًا")

    def test_mine_is_kept_in_the_browser_while_i_look_at_theirs(self):
        self.both_save()
        self.press('[data-dispute="title_ar"] [value="theirs"]')
        self.wait(lambda: self.browser.execute_script("return Object.keys(localStorage).length"))
        self.open(reverse("admin:index"))
        self.come()
        self.wait_for(".kept")
        self.press(".kept [data-restore]")
        self.assertEqual(self.title(), "البلدية تلغي أعمال الطريق")
        self.send(SAVE)
        self.wait_for('[data-dispute="title_ar"]')
        self.assertEqual(self.saved().title_ar, "البلدية تؤجل أعمال الطريق")

    def test_without_scripts_one_chooses_and_saves_all_the_same(self):
        workflow.edit(self.article, {}, by=self.editor)
        self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        self.open(self.address)
        workflow.edit(
            self.article,
            {"title_ar": "البلدية تؤجل أعمال الطريق", "body_ar": BODY.replace("مارس", "أبريل")},
            by=self.huda,
        )
        self.type_title("البلدية تلغي أعمال الطريق")
        body = self.find("#id_body_ar")
        body.clear()
        body.send_keys(BODY.replace("تعلق", "ترد"))
        self.press(SAVE)
        self.wait_for(".overtaken")
        self.press('[data-dispute="title_ar"] [value="theirs"]')
        self.press(SAVE)
        self.wait(lambda: not self.find_all(".overtaken"))
        self.assertEqual(self.saved().title_ar, "البلدية تؤجل أعمال الطريق")
        self.assertEqual(self.saved().body_ar, BODY.replace("مارس", "أبريل").replace("تعلق", "ترد"))

    def test_the_page_fits_a_phone(self):
        self.both_save()
        self.resize(360)
        self.assert_fits()
