"""An article with all that may stand in it: on desk and phone, in both lights, without scripts."""

from django.test import override_settings

from articles import workflow
from tests.browser import BrowserTestCase
from tests.makers import make_checked, make_picture
from tests.test_figures import BODY, MEMORY

TABLE = (
    "<table><caption>الحاويات</caption><tbody><tr>"
    + "".join(f"<td>سفينة{number}الأسبوعية</td>" for number in range(12))
    + "</tr></tbody></table>"
)


@override_settings(STORAGES=MEMORY)
class WholeArticleTests(BrowserTestCase):
    def setUp(self):
        super().setUp()
        self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        self.addCleanup(self.browser.execute_cdp_cmd, "Emulation.setEmulatedMedia", {"media": ""})
        figures = [
            {"image": make_picture(name), "after": after, "caption_ar": f"{name} مع Blue Strait"}
            for name, after in (("السوق", 1), ("الترام", None), ("المسرح", None), ("المرفأ", None))
        ]
        article = make_checked(
            body_ar=BODY + TABLE, figures=figures, box_ar="<ul><li><b>5</b> سفن</li></ul>"
        )
        (self.edition,) = workflow.publish(article)

    def test_nothing_hangs_over_and_only_the_table_moves(self):
        for width in (320, 360, 768, 1280, 1920):
            for light in ("light", "dark"):
                with self.subTest(width=width, light=light):
                    look = [{"name": "prefers-color-scheme", "value": light}]
                    self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": look})
                    self.resize(width)
                    self.open(self.edition.get_absolute_url())
                    self.assert_fits()
                    frame = self.find(".prose .scroll")
                    wide = int(frame.get_property("scrollWidth"))
                    self.assertGreater(wide, int(frame.get_property("clientWidth")))

    def test_the_box_leaves_the_measure_only_where_there_is_room(self):
        sides = {}
        for width in (360, 1280):
            self.resize(width)
            self.open(self.edition.get_absolute_url())
            box, side = self.find(".box").rect, self.find(".prose").rect
            sides[width] = box["x"] < side["x"]
        self.assertEqual(sides, {360: False, 1280: True})

    def test_a_picture_of_the_gallery_leads_to_the_large_one(self):
        self.open(self.edition.get_absolute_url())
        links = self.find_all(".gallery a")
        large = [one["large"] for one in self.edition.gallery]
        self.assertEqual(
            [one.get_attribute("href") for one in links],
            [self.live_server_url + address for address in large],
        )
        self.assertEqual(
            [one.text for one in self.find_all(".gallery figcaption bdi")][:1], ["Blue Strait"]
        )
