"""Names that a text shows and the register lacks are one click away on the article's page."""

from django.test import TestCase
from django.urls import reverse

from articles.models import Alias, Entity, Source
from articles.recognition import candidates
from tests.makers import make_article, make_source, make_user
from tests.test_admin import article_form

REPORT = (
    "<p>وذكرت صحيفة «مرآة الساحل» أن الميناء فُتح.</p>"
    "<p>وقال وزير النقل هاني المصلح إن الجسر جاهز.</p>"
    "<p>ونقلت صحيفة «المحور» عن بحارة أن الريح هدأت، بحسب صحيفة المرفأ.</p>"
)


class SuggestedTests(TestCase):
    def setUp(self):
        make_source("صحيفة المرفأ")
        self.article = make_article(body_ar=REPORT)

    def test_unregistered_outlets_and_people_are_suggested_once(self):
        listed = {one.name: (one.kind, one.type) for one in candidates(self.article)}
        self.assertEqual(
            listed,
            {
                "مرآة الساحل": ("source", "newspaper"),
                "هاني المصلح": ("entity", "person"),
                "المحور": ("source", "newspaper"),
            },
        )

    def press(self, key, role="desk_editor"):
        self.client.force_login(make_user(role))
        address = reverse("admin:articles_article_change", args=[self.article.pk])
        page = self.client.get(address)
        values = article_form(
            title_ar=self.article.title_ar,
            body_ar=REPORT,
            category=self.article.category_id,
            _register=key,
        )
        return page, self.client.post(address, values, follow=True)

    def test_one_click_registers_the_name_and_cites_it(self):
        page, answer = self.press("source:مرآة الساحل")
        self.assertContains(page, 'value="source:مرآة الساحل"')
        source = Source.objects.get(name_ar="مرآة الساحل")
        self.assertEqual((source.kind, source.slug), ("newspaper", "مرآة-الساحل"))
        self.assertTrue(self.article.citations.filter(source=source).exists())
        self.assertNotContains(answer, 'value="source:مرآة الساحل"')

    def test_a_name_of_one_word_gets_the_outlets_noun_for_a_context(self):
        self.press("source:المحور")
        self.assertEqual(Alias.objects.get(text="المحور").context, "صحيفة")

    def test_who_may_not_add_sees_no_button_and_adds_nothing(self):
        page, _answer = self.press("entity:هاني المصلح", role="reporter")
        self.assertNotContains(page, "_register")
        self.assertFalse(Entity.objects.filter(name_ar="هاني المصلح").exists())

    def test_a_name_that_the_text_does_not_show_is_not_registered(self):
        self.press("source:جريدة مختلقة")
        self.assertFalse(Source.objects.filter(name_ar="جريدة مختلقة").exists())
