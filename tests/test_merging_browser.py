"""An editor makes one of three tags with the keyboard alone, on a phone too; no error is heard."""

from django.urls import reverse
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from articles.models import Tag
from tests import test_admin_browser
from tests.browser import BrowserTestCase
from tests.makers import make_edition, make_tag, make_user


class MergingTests(BrowserTestCase):
    sign_in, send = test_admin_browser.DeskTests.sign_in, test_admin_browser.DeskTests.send

    def test_from_the_list_to_one_tag(self):
        first, second, third = map(make_tag, ("سوريا", "الجمهورية العربية السورية", "القطر السوري"))
        make_edition(tags=["القطر السوري"])
        self.sign_in(make_user("managing_editor"))
        for width in (1280, 360):
            self.resize(width)
            self.open(reverse("admin:articles_tag_changelist"))
            for box in self.find_all(".action-select"):
                box.send_keys(Keys.SPACE)
            Select(self.find(".actions select")).select_by_value("merge_selected")
            self.send(".actions button")
            self.assert_fits()
            self.assert_quiet()
        marked = self.find(".merge input:checked")
        self.assertEqual(marked.get_attribute("value"), str(third.pk))
        marked.send_keys(Keys.ARROW_UP, Keys.ARROW_UP)
        self.assertEqual(self.find(".merge input:checked").get_attribute("value"), str(first.pk))
        self.send(".merge .default")
        self.wait_for(".messagelist .success a")
        self.assert_fits()
        self.assert_quiet()
        self.assertEqual(list(Tag.objects.all()), [first])
        self.assertEqual(first.aliases.count(), 2)
        self.assertFalse(Tag.objects.filter(pk=second.pk).exists())
