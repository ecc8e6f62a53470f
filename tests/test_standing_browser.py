"""A standing page in a real browser: written in the editor, then read on a desk and on a phone."""

from django.urls import reverse

from articles.models import EntityFact, Page
from tests.desk import DeskTestCase
from tests.makers import (
    make_author,
    make_category,
    make_edition,
    make_entity,
    make_page,
    make_source,
)


class StandingTests(DeskTestCase):
    def test_it_is_written_in_the_editor_and_readers_have_it_at_once(self):
        self.open(reverse("admin:articles_page_add"))
        field = self.wait_for(".ProseMirror")
        self.assertEqual((field.get_attribute("dir"), field.get_attribute("lang")), ("rtl", "ar"))
        self.find("#id_title_ar").send_keys("سياسة التصحيح")
        field.click()
        self.write("نصحّح في ")
        self.shape("غامق")
        self.write("الساعة نفسها")
        self.press("#id_is_live")
        self.assert_fits()
        self.send('[name="_save"]')
        self.assert_quiet()
        page = Page.objects.get()
        self.open(page.get_absolute_url())
        self.assertEqual(self.find("h1").text, "سياسة التصحيح")
        self.assertEqual(self.find(".prose strong").text, "الساعة نفسها")

    def test_every_page_of_names_fits_a_desk_and_a_phone(self):
        source = make_source("صحيفة المرفأ", kind="newspaper", name_en="Al-Marfa")
        entity = make_entity("مدينة المرسى", kind="place", name_en="Marsa")
        EntityFact.objects.create(entity=entity, label_ar="السكان", value_ar="610 آلاف")
        author = make_author(
            name_en="Salma Haddad", position_ar="مراسلة الموانئ والنقل البحري", on_masthead=True
        )
        opinion = make_category("رأي", name_en="Opinion", is_opinion=True)
        make_edition(
            category=opinion,
            bylines=[(author, "writer", "")],
            body_ar="<p>ذكرت صحيفة المرفأ أن الطريق يصل مدينة المرسى، وكذا Harbor Ledger.</p>",
        )
        for slug in ("about", "masthead"):
            make_page(slug, title_en="Of us", body_en="<p>A paper.</p>")
        arabic = [thing.get_absolute_url() for thing in (source, entity, author, opinion)]
        arabic += ["/topics/", "/topics/place/", "/sources/", "/about/", "/masthead/"]
        for width in (1280, 320):
            self.resize(width)
            for address in [*arabic, *(f"/en{one}" for one in arabic)]:
                with self.subTest(address, width=width):
                    self.open(address)
                    self.assertEqual(len(self.find_all("h1")), 1)
                    self.assert_fits()
                    self.assert_quiet()
