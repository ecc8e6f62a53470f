"""What is typed is not lost: not with the login, not with the network, not with the window."""

from unittest import mock

from django.conf import settings
from django.contrib.sessions.models import Session
from django.urls import reverse
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from articles import workflow
from articles.models import Article
from tests.browser import PATIENCE
from tests.desk import DeskTestCase
from tests.makers import make_article, make_author, make_user

TITLE = "البلدية تبدأ أعمال الطريق"
TYPED = "البلدية تلغي أعمال الطريق"
KEPT = """
    return Object.keys(localStorage).filter((key) => key.startsWith("newsroom:kept:"))
        .map((key) => JSON.parse(localStorage.getItem(key)))
"""
SAVE = '[name="_continue"]'


class KeepTestCase(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.article = make_article(title_ar=TITLE)
        self.address = reverse("admin:articles_article_change", args=[self.article.pk])

    def wait(self, until):
        return WebDriverWait(self.browser, PATIENCE).until(lambda _browser: until())

    def kept(self):
        return self.browser.execute_script(KEPT)

    def type_title(self, text=TYPED, field="#id_title_ar"):
        title = self.wait_for(field)
        title.clear()
        title.send_keys(text)
        self.wait(lambda: any(one["fields"].get("title_ar") == text for one in self.kept()))

    def crash(self):
        """The window is gone without a word: no event, no question, the lock let go."""
        self.browser.get_log("browser")
        windows = set(self.browser.window_handles)
        self.browser.switch_to.new_window("tab")
        (lost,) = windows
        self.browser.execute_cdp_cmd("Target.closeTarget", {"targetId": lost})
        self.wait(lambda: len(self.browser.window_handles) == 1)
        self.resize(self.width)

    def offline(self, is_offline=True):
        self.browser.execute_cdp_cmd("Network.enable", {})
        self.browser.execute_cdp_cmd(
            "Network.emulateNetworkConditions",
            {"offline": is_offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1},
        )

    def shown(self, selector):
        return [one for one in self.find_all(selector) if one.is_displayed()]

    def saved_title(self):
        return Article.objects.get(pk=self.article.pk).title_ar


class KeepTests(KeepTestCase):
    def test_what_was_typed_before_a_crash_is_offered_restored_and_saved(self):
        self.open(self.address)
        self.wait_for(".ProseMirror").send_keys("زيادة ")
        self.type_title()
        self.crash()
        self.open(self.address)
        self.assertIn("لديك نص لم يُحفظ من", self.wait_for(".kept").text)
        self.assertEqual(self.find("#id_title_ar").get_attribute("value"), TITLE)
        self.press(".kept summary")
        self.assertIn(TYPED, self.find(".kept dl").text)
        self.press(".kept [data-restore]")
        self.assertEqual(self.find("#id_title_ar").get_attribute("value"), TYPED)
        self.assertIn("زيادة", self.find(".ProseMirror").text)
        self.assertIn("زيادة", self.body())
        self.send(SAVE)
        self.assertEqual(self.saved_title(), TYPED)
        self.assertIn("زيادة", Article.objects.get(pk=self.article.pk).body_ar)
        self.wait(lambda: self.kept() == [])
        self.assertEqual(self.find_all(".kept"), [])
        self.assert_quiet()

    def test_what_is_given_up_is_gone_unless_one_takes_that_back(self):
        self.open(self.address)
        self.type_title()
        self.crash()
        self.open(self.address)
        self.wait_for(".kept")
        self.press(".kept [data-forget]")
        self.assertEqual(self.kept(), [])
        self.press(".kept [data-undo]")
        self.assertEqual(self.kept()[0]["fields"]["title_ar"], TYPED)
        self.press(".kept [data-forget]")
        self.open(self.address)
        self.wait_for(".ProseMirror")
        self.assertEqual(self.find_all(".kept"), [])

    def test_a_new_article_is_kept_too_with_its_section_byline_and_tags(self):
        author = make_author("أنس الترجمان")
        self.open(reverse("admin:articles_article_add"))
        self.choose("id_category", self.article.category.name)
        self.choose("id_bylines-0-author", "الترجمان")
        self.find("#id_tags").send_keys("جسور، ترميم")
        self.type_title()
        self.crash()
        self.open(reverse("admin:articles_article_add"))
        self.wait_for(".kept")
        self.press(".kept [data-restore]")
        self.send(SAVE)
        article = Article.objects.exclude(pk=self.article.pk).get()
        self.assertEqual((article.title_ar, article.category), (TYPED, self.article.category))
        self.assertEqual(article.bylines.get().author, author)
        self.assertEqual(article.tags.count(), 2)
        self.wait(lambda: self.kept() == [])

    def test_rows_that_were_added_come_back_as_rows(self):
        author, second = make_author("أنس الترجمان"), make_author("نوال درويش")
        workflow.edit(self.article, {"bylines": [(author, "writer")]})
        self.open(self.address)
        self.wait_for(".ProseMirror")
        self.choose("id_bylines-1-author", "درويش")
        self.type_title()
        self.crash()
        self.open(self.address)
        self.wait_for(".kept")
        self.press(".kept [data-restore]")
        self.send(SAVE)
        self.assertEqual({one.author for one in self.article.bylines.all()}, {author, second})

    def test_a_window_that_still_writes_is_not_offered_in_another(self):
        self.open(self.address)
        self.type_title()
        first = self.browser.current_window_handle
        self.browser.switch_to.new_window("tab")
        self.open(self.address)
        self.wait_for(".ProseMirror")
        self.assertEqual(self.find_all(".kept"), [])
        self.browser.close()
        self.browser.switch_to.window(first)

    def test_a_form_that_came_back_with_errors_is_kept_as_one(self):
        self.open(self.address)
        self.wait_for(".ProseMirror")
        self.type_title()
        self.find("#id_published_at_0").clear()
        self.find("#id_published_at_0").send_keys("غدا")
        self.send(SAVE)
        self.wait_for(".errornote")
        self.assertEqual(self.find_all(".kept"), [])
        self.assertEqual(len(self.kept()), 1)
        self.crash()
        self.open(self.address)
        self.wait_for(".kept")
        self.press(".kept [data-restore]")
        self.assertEqual(self.find("#id_title_ar").get_attribute("value"), TYPED)
        self.assertEqual(self.find("#id_published_at_0").get_attribute("value"), "غدا")

    def test_what_is_undone_by_hand_is_not_kept(self):
        self.open(self.address)
        self.type_title()
        title = self.find("#id_title_ar")
        title.clear()
        title.send_keys(TITLE)
        self.wait(lambda: self.kept() == [])

    def test_where_one_may_no_longer_write_the_text_can_still_be_read(self):
        reporter = make_user("reporter")
        article = workflow.create({"title_ar": TITLE, "body_ar": "<p>نص.</p>"}, by=reporter)
        self.sign_in(reporter)
        address = reverse("admin:articles_article_change", args=[article.pk])
        self.open(address)
        self.type_title()
        workflow.move(article, "spike")
        self.send(SAVE)
        self.assertIn("لديك نص لم يُحفظ", self.wait_for(".kept").text)
        self.assertEqual(self.find_all(".kept [data-restore]"), [])
        self.press(".kept summary")
        self.assertIn(TYPED, self.find(".kept dl").text)

    def test_old_texts_go_and_many_have_room(self):
        self.open(self.address)
        self.wait_for(".ProseMirror")
        days = 15 * 86400_000
        script = """
            const put = (id, at, body_ar) =>
                newsroomKept.put("9", "9", id, {at, fields: {body_ar}});
            put("old", Date.now() - arguments[0], "قديم");
            const long = "ن".repeat(500000);
            for (let n = 0; n < 6; n += 1) put("n" + n, Date.now() + n, long);
        """
        self.browser.execute_script(script, days)
        sizes = "return Object.values({...localStorage}).reduce((sum, one) => sum + one.length, 0)"
        self.assertLess(self.browser.execute_script(sizes), 2_000_000)
        self.open(self.address)
        self.wait_for(".ProseMirror")
        keys = self.browser.execute_script("return Object.keys({...localStorage})")
        self.assertNotIn("newsroom:kept:9:9:old", keys)
        self.assertIn("newsroom:kept:9:9:n5", keys)
        self.assertNotIn("newsroom:kept:9:9:n0", keys)

    def test_nobody_sees_what_another_kept_here(self):
        self.open(self.address)
        self.type_title()
        self.crash()
        self.sign_in(make_user("managing_editor"))
        self.open(self.address)
        self.wait_for(".ProseMirror")
        self.assertEqual(self.find_all(".kept"), [])
        self.sign_in(self.editor)
        self.open(self.address)
        self.wait_for(".kept")


class SendTests(KeepTestCase):
    def test_a_login_that_ended_is_said_in_place_and_the_text_is_saved_after_a_new_one(self):
        self.open(self.address)
        self.type_title()
        Session.objects.all().delete()
        self.press(SAVE)
        self.wait(lambda: self.shown('[data-say="signed-out"]'))
        self.assertEqual(self.find("#id_title_ar").get_attribute("value"), TYPED)
        page = self.browser.current_window_handle
        self.press("#sending a")
        self.wait(lambda: len(self.browser.window_handles) == 2)
        (login,) = set(self.browser.window_handles) - {page}
        self.browser.switch_to.window(login)
        self.wait_for("#id_username").send_keys(self.editor.username)
        self.find("#id_password").send_keys("سر-للتجربة-فقط", Keys.ENTER)
        self.wait_for("#user-tools")
        self.browser.close()
        self.browser.switch_to.window(page)
        self.send(SAVE)
        self.assertEqual(self.saved_title(), TYPED)
        self.wait(lambda: self.kept() == [])

    def test_a_network_that_is_gone_is_said_in_place_and_nothing_is_lost(self):
        self.open(self.address)
        self.type_title()
        self.offline()
        self.press(SAVE)
        self.wait(lambda: self.shown('[data-say="unreachable"]'))
        self.assertEqual(self.find("#id_title_ar").get_attribute("value"), TYPED)
        self.find("#id_title_ar").send_keys(" غدًا")
        self.wait(lambda: self.kept()[0]["fields"]["title_ar"] == f"{TYPED} غدًا")
        self.offline(False)
        self.wait(lambda: self.shown('[data-say="back"]'))
        self.send(SAVE)
        self.assertEqual(self.saved_title(), f"{TYPED} غدًا")

    def test_save_pressed_three_times_saves_once(self):
        self.open(self.address)
        self.type_title()
        page = self.find("html")
        press = (
            "const button = document.querySelector(arguments[0]); button.click(); button.click();"
        )
        self.browser.execute_script(f"{press} setTimeout(() => button.click(), 50)", SAVE)
        self.wait(lambda: self.find("html") != page)
        self.wait_for(".messagelist .success")
        self.assertEqual(self.article.events.filter(name="edit").count(), 1)
        self.assertEqual(self.saved_title(), TYPED)

    def test_a_network_that_goes_between_asking_and_sending_loses_nothing(self):
        self.open(self.address)
        self.type_title()
        says_ready = """
            const answer = {user: arguments[0], csrf: "", signed_in: true, others: []};
            window.fetch = async () => ({status: 200, ok: true, json: async () => answer});
        """
        self.browser.execute_script(says_ready, self.editor.pk)
        self.offline()
        self.press(SAVE)
        self.wait(lambda: not self.find_all("#article_form"))
        self.offline(False)
        self.open(self.address)
        self.wait_for(".kept")
        self.press(".kept [data-restore]")
        self.send(SAVE)
        self.assertEqual(self.saved_title(), TYPED)

    def test_who_signed_in_under_another_name_does_not_save_in_it(self):
        self.open(self.address)
        self.type_title()
        other = make_user("managing_editor")
        client = self.client_class()
        client.force_login(other)
        name = settings.SESSION_COOKIE_NAME
        self.browser.add_cookie({"name": name, "value": client.cookies[name].value})
        self.press(SAVE)
        self.wait(lambda: self.shown('[data-say="another"]'))
        self.assertIn(other.username, self.find("#sending").text)
        self.assertEqual(self.saved_title(), TITLE)

    def test_a_form_whose_token_is_out_of_date_is_saved_all_the_same(self):
        self.open(self.address)
        self.type_title()
        self.browser.add_cookie({"name": settings.CSRF_COOKIE_NAME, "value": "a" * 32})
        self.send(SAVE)
        self.assertEqual(self.saved_title(), TYPED)

    def test_a_server_that_breaks_while_saving_loses_nothing(self):
        self.open(self.address)
        self.type_title()
        with mock.patch("articles.workflow.record", side_effect=RuntimeError):
            self.press(SAVE)
            self.wait(lambda: not self.find_all("#article_form"))
        self.assertEqual(self.saved_title(), TITLE)
        self.open(self.address)
        self.wait_for(".kept")
        self.press(".kept [data-restore]")
        self.send(SAVE)
        self.assertEqual(self.saved_title(), TYPED)

    def test_a_form_that_is_refused_as_forged_loses_nothing(self):
        """The token that was asked for is spoilt between asking and sending."""
        self.open(self.address)
        self.type_title()
        spoil = (
            "document.addEventListener('formdata', (e) => e.formData.delete('csrfmiddlewaretoken'))"
        )
        self.browser.execute_script(spoil)
        self.press(SAVE)
        self.wait(lambda: not self.find_all("#article_form"))
        self.open(self.address)
        self.wait_for(".kept")
        self.press(".kept [data-restore]")
        self.assertEqual(self.find("#id_title_ar").get_attribute("value"), TYPED)


class SignOutTests(KeepTestCase):
    def test_without_unsaved_text_nobody_is_asked(self):
        self.open(self.address)
        self.press("#logout-form button")
        self.wait(lambda: "logout" in self.browser.current_url)
        self.assertEqual(self.kept(), [])

    def test_unsaved_text_is_named_and_kept_or_deleted_as_one_says(self):
        for choice, left in (("keep", [TYPED]), ("forget", [])):
            with self.subTest(choice):
                self.sign_in(self.editor)
                self.open(self.address)
                self.type_title()
                self.press("#logout-form button")
                self.assertIn(TYPED, self.wait_for("#leaving[open]").text)
                self.press('#leaving [value=""]')
                self.assertEqual(self.find_all("#leaving[open]"), [])
                self.press("#logout-form button")
                self.press(f'#leaving [value="{choice}"]')
                self.wait(lambda: "logout" in self.browser.current_url)
                self.assertEqual([one["title"] for one in self.kept()], left)
                self.browser.execute_script("localStorage.clear()")
