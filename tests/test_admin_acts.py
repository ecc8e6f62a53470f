"""On the page of a live story an editor says what a change is, and loses nothing they typed."""

from django.core.cache import cache
from django.test import TestCase
from django.urls import reverse
from lxml import html as markup

from articles import workflow
from articles.models import Correction
from articles.states import State
from tests.makers import make_ready, make_user

TEXT = "<p>أظهرت النشرة أن الموانئ استقبلت 418 ألف حاوية، بزيادة 32.5% على العام الماضي.</p>"
RIGHT = TEXT.replace("32.5", "23.5")
SENTENCE = "ذكرت نسخة سابقة أن الزيادة 32.5%. الصحيح 23.5%."


class ActPageCase(TestCase):
    def setUp(self):
        cache.clear()
        self.editor = make_user("managing_editor")
        self.client.force_login(self.editor)
        self.article = make_ready(
            State.PUBLISHED,
            body_ar=TEXT,
            title_en="Coast ports win back half their traffic",
            lead_en="Nine months of figures show two lines returning.",
            body_en="<p>The bulletin showed that the ports took in 418,000 containers.</p>",
        )

    def change(self, **values):
        workflow.edit(self.article, values or {"body_ar": RIGHT}, by=self.editor)

    def page(self):
        address = reverse("admin:articles_article_change", args=[self.article.pk])
        response = self.client.get(address)
        self.assertEqual(response.status_code, 200)
        return markup.fromstring(response.content.decode())

    def press(self, **posted):
        """Post to the address of moves; return the page that comes back."""
        address = reverse("admin:articles_article_move", args=[self.article.pk])
        response = self.client.post(address, {"_move": "publish"} | posted)
        self.assertEqual(response.status_code, 302)
        self.answer = response["Location"]
        return self.page()

    def value(self, page, name):
        (field,) = page.xpath(f"//*[@name='{name}']")
        return field.text_content().strip() if field.tag == "textarea" else field.get("value")


class AskedTests(ActPageCase):
    def test_a_changed_live_story_shows_the_four_acts_and_what_differs(self):
        self.change()
        (sheet,) = self.page().xpath("//details[@id='act']")
        self.assertIsNotNone(sheet.get("open"))
        values = sheet.xpath(".//input[@type='radio']/@value")
        self.assertEqual(values, ["correction", "clarification", "update", "minor"])
        self.assertIn("«32.5» صار «23.5»", sheet.text_content())

    def test_each_language_that_readers_have_has_its_line(self):
        self.change()
        lines = self.page().xpath("//details[@id='act']//textarea")
        self.assertEqual(
            [(one.get("lang"), one.get("dir")) for one in lines], [("ar", "rtl"), ("en", "ltr")]
        )

    def test_every_field_has_a_label_and_what_explains_it(self):
        self.change()
        page = self.page()
        for one in page.xpath("//details[@id='act']//*[self::input or self::textarea]"):
            with self.subTest(one.get("name")):
                self.assertTrue(page.xpath(f"//label[@for='{one.get('id')}']"))
                for described in (one.get("aria-describedby") or "").split():
                    self.assertTrue(page.xpath(f"//*[@id='{described}']"))

    def test_a_story_that_nobody_reads_is_not_asked(self):
        self.article = make_ready()
        self.assertEqual(self.page().xpath("//details[@id='act']"), [])

    def test_who_may_not_publish_is_not_asked(self):
        self.change()
        self.client.force_login(make_user("reporter"))
        self.assertEqual(self.page().xpath("//details[@id='act']"), [])

    def test_who_comes_from_the_board_is_led_to_the_question(self):
        self.change()
        for name in ("publish", "schedule"):
            address = reverse("admin:articles_article_ask", args=[self.article.pk, name])
            self.assertTrue(self.client.get(address)["Location"].endswith("/change/#act"))


class AnsweredTests(ActPageCase):
    def test_a_correction_goes_out_with_its_sentence(self):
        self.change()
        page = self.press(_act="correction", _sentence_ar=SENTENCE)
        self.assertEqual(Correction.objects.get().sentence, SENTENCE)
        self.assertEqual(page.xpath("//input[@name='_act'][@checked]"), [])

    def test_a_refusal_stands_in_place_and_keeps_what_was_typed(self):
        self.change()
        page = self.press(_act="correction", _sentence_en="It was 23.5%.")
        self.assertTrue(self.answer.endswith("#id_sentence_ar"))
        (chosen,) = page.xpath("//input[@name='_act'][@checked]/@value")
        self.assertEqual(chosen, "correction")
        self.assertEqual(self.value(page, "_sentence_en"), "It was 23.5%.")
        (field,) = page.xpath("//textarea[@name='_sentence_ar']")
        self.assertEqual(field.get("aria-invalid"), "true")
        error = page.xpath(f"//*[@id='{field.get('aria-describedby')}']")
        self.assertIn("ما الخطأ وما الصواب", error[0].text_content())
        self.assertFalse(Correction.objects.exists())

    def test_without_an_act_the_page_says_what_changed_most(self):
        self.change()
        page = self.press()
        (error,) = page.xpath("//*[@id='act-error']")
        self.assertIn("23.5", error.text_content())

    def test_what_was_typed_is_shown_once(self):
        self.change()
        self.press(_act="correction", _sentence_en="It was 23.5%.")
        self.assertEqual(self.page().xpath("//input[@name='_act'][@checked]"), [])

    def test_mended_letters_that_are_more_want_their_reason_in_place(self):
        self.change()
        page = self.press(_act="minor")
        self.assertTrue(page.xpath("//input[@name='_act_note'][@aria-invalid='true']"))
        self.press(_act="minor", _act_note="رقم الجدول نفسه")
        self.assertEqual(self.article.events.first().note, "رقم الجدول نفسه")

    def test_saving_and_publishing_in_one_stroke_keeps_text_and_sentence(self):
        """The button on the form: the text is saved, the publication refused, nothing lost."""
        page = self.page()
        form = page.xpath("//form[@id='article_form']")[0]
        posted = {name: value or "" for name, value in form.form_values()}
        posted |= {"body_ar": RIGHT, "_move": "publish", "_sentence_ar": SENTENCE}
        address = reverse("admin:articles_article_change", args=[self.article.pk])
        response = self.client.post(address, posted)
        self.assertTrue(response["Location"].endswith("#act"))
        self.article.refresh_from_db()
        self.assertIn("23.5", self.article.body_ar)
        self.assertEqual(self.value(self.page(), "_sentence_ar"), SENTENCE)
        self.client.post(address, posted | {"_act": "correction", "_revision": ""})
        self.assertEqual(Correction.objects.get().sentence, SENTENCE)

    def test_a_scheduled_change_shows_what_it_will_be_told_as(self):
        self.change()
        at = {"_at_0": "5/1/2099", "_at_1": "14:00"}
        self.press(_move="schedule", _act="correction", _sentence_ar=SENTENCE, **at)
        self.article.refresh_from_db()
        self.assertEqual(self.article.state, State.SCHEDULED)
        page = self.page()
        self.assertEqual(page.xpath("//input[@name='_act'][@checked]/@value"), ["correction"])
        self.assertEqual(self.value(page, "_sentence_ar"), SENTENCE)


class WithdrawalTests(ActPageCase):
    def test_what_readers_are_told_is_asked_beside_the_note(self):
        self.press(_move="withdraw", _note="شكوى", _public_ar="وثيقة مزوّرة.")
        edition = self.article.editions.get(language="ar")
        self.assertEqual(edition.withdrawn_because, "وثيقة مزوّرة.")
        self.assertEqual(self.article.events.first().note, "شكوى")

    def test_there_is_a_line_for_each_language_that_readers_have(self):
        lines = self.page().xpath("//input[starts-with(@name,'_public_')]/@lang")
        self.assertEqual(lines, ["ar", "en"])


class ReadersTests(ActPageCase):
    def test_the_public_pages_know_nothing_of_a_proposed_sentence(self):
        self.change()
        self.press(_act="correction", _sentence_en="It was 23.5%.")
        edition = self.article.editions.get(language="en")
        self.assertNotIn(
            "It was 23.5%", self.client.get(edition.get_absolute_url()).content.decode()
        )
