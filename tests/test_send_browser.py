"""What is sent is not lost: not with the login, not with the network, not at the door."""

from unittest import mock

from django.conf import settings
from django.contrib.sessions.models import Session
from selenium.webdriver.common.keys import Keys

from tests.keeping import SAVE, TITLE, TYPED, KeepTestCase
from tests.makers import make_user


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
