"""The editors' page of the front: who opens it, what its buttons do, two editors at once."""

from datetime import timedelta

from django.contrib.admin.models import LogEntry
from django.core.cache import cache
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles import front, roles, workflow
from articles.models import Place
from tests.makers import make_edition, make_ready, make_user

MAY = {"desk_editor", "managing_editor", "administrator"}
PAGE = reverse("admin:articles_front_change", args=["ar"])


def form_of(page, **changes):
    """What a browser would send of the page that a test looks at, with changes."""
    context = page.context
    sent = {"version": context["seen"], "rows": len(context["rows"]), "_into": "strip"}
    for at, row in enumerate(context["rows"]):
        sent |= {f"s{at}-{name}": value for name, value in row.items() if name != "index"}
    return sent | changes


class FrontPageTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.editor = make_user("desk_editor")
        cls.first, cls.second, cls.third = (
            make_edition(title_ar=f"المجلس يقرّ خطة المياه رقم {number}") for number in range(3)
        )

    def setUp(self):
        cache.clear()
        self.client.force_login(self.editor)

    def send(self, page, **changes):
        return self.client.post(PAGE, form_of(page, **changes))

    def put(self, *editions, place="strip"):
        """Open the page, put stories in one after the other, as its buttons do; keep nothing."""
        page = self.client.get(PAGE)
        for edition in editions:
            page = self.send(page, _add=edition.article_id, _into=place)
        return page

    def kept(self):
        return [(pin.place.value, pin.article_id) for pin in front.kept(front.front_of("ar"))]


class RightsTests(FrontPageTestCase):
    def test_only_editors_arrange_the_front_and_break_news(self):
        pages = (
            PAGE,
            reverse("admin:articles_front_changelist"),
            reverse("admin:articles_front_breaking", args=["ar"]),
            reverse("admin:articles_front_found", args=["ar"]),
        )
        for role in roles.ROLES:
            self.client.force_login(make_user(role.key))
            for address in pages:
                with self.subTest(role=role.key, address=address):
                    answer = self.client.get(address)
                    wanted = (200, 302) if role.key in MAY else (403,)
                    self.assertIn(answer.status_code, wanted)

    def test_a_reporter_who_sends_the_form_changes_nothing(self):
        self.client.force_login(make_user("reporter"))
        story = {"s0-article": self.first.article_id, "s0-place": "lead", "rows": 1}
        answer = self.client.post(PAGE, story | {"version": 0, "_save": 1})
        address = reverse("admin:articles_front_breaking", args=["ar"])
        said = self.client.post(address, {"sentence": "عاجل", "lasts": 120, "_announce": 1})
        self.assertEqual((answer.status_code, said.status_code), (403, 403))
        self.assertEqual(self.kept(), [])
        self.assertIsNone(front.running("ar"))

    def test_whoever_is_not_signed_in_is_sent_to_the_door(self):
        self.client.logout()
        self.assertEqual(self.client.get(PAGE).status_code, 302)

    def test_a_language_that_the_newsroom_does_not_have_has_no_front(self):
        answer = self.client.get(reverse("admin:articles_front_change", args=["fr"]))
        self.assertEqual(answer.status_code, 404)


class ArrangingTests(FrontPageTestCase):
    def test_nothing_is_kept_until_it_is_saved(self):
        page = self.put(self.first, place="lead")
        self.assertContains(page, "غير محفوظ")
        self.assertEqual(self.kept(), [])
        self.assertRedirects(self.send(page, _save=1), PAGE)
        self.assertEqual(self.kept(), [("lead", self.first.article_id)])

    def test_the_buttons_move_a_story_within_its_place(self):
        page = self.put(self.third, self.second, self.first)
        page = self.send(page, _down=0)
        page = self.send(page, _up=2)
        order = [row["article"] for row in page.context["rows"]]
        wanted = [self.second.article_id, self.third.article_id, self.first.article_id]
        self.assertEqual(order, wanted)
        self.assertIn("الصف الأول، 2", page.context["said"])

    def test_a_typed_number_moves_a_story_in_the_digits_of_any_keyboard(self):
        page = self.put(self.third, self.second, self.first)
        page = self.send(page, **{"s2-number": "١", "_find": 1})
        order = [row["article"] for row in page.context["rows"]]
        wanted = [self.third.article_id, self.first.article_id, self.second.article_id]
        self.assertEqual(order, wanted)
        page = self.send(page, **{"s0-number": "3", "_find": 1})
        self.assertEqual(page.context["rows"][2]["article"], self.third.article_id)

    def test_a_story_goes_to_another_place_and_off_the_page(self):
        page = self.put(self.second, self.first)
        page = self.send(page, **{"s1-place": "lead", "_find": 1})
        self.assertEqual(page.context["rows"][0]["article"], self.second.article_id)
        self.send(self.send(page, _remove=1), _save=1)
        self.assertEqual(self.kept(), [("lead", self.second.article_id)])

    def test_a_story_that_is_on_the_page_moves_and_is_not_doubled(self):
        page = self.put(self.second, self.first)
        page = self.send(page, _add=self.second.article_id, _into="lead")
        self.send(page, _save=1)
        wanted = [("lead", self.second.article_id), ("strip", self.first.article_id)]
        self.assertEqual(self.kept(), wanted)

    def test_what_fills_a_place_can_be_kept_there(self):
        page = self.client.get(PAGE)
        strip = next(one for one in page.context["groups"] if one["place"] == "strip")
        story = strip["fill"][0].article_id
        self.send(self.send(page, _pin=f"{story} strip"), _save=1)
        self.assertEqual(self.kept(), [("strip", story)])

    def test_a_headline_and_an_end_are_kept_and_change_only_when_touched(self):
        page = self.put(self.first, place="lead")
        changes = {"s0-headline": "  خطة   المياه ", "s0-until_0": "غدًا", "s0-until_1": "18:30"}
        self.send(page, _save=1, **changes)
        (pin,) = front.kept(front.front_of("ar"))
        self.assertEqual(pin.headline, "خطة المياه")
        tomorrow = timezone.localdate() + timedelta(days=1)
        until = timezone.localtime(pin.until)
        self.assertEqual((until.date(), f"{until:%H:%M}"), (tomorrow, "18:30"))
        page = self.client.get(PAGE)
        self.assertFalse(page.context["is_unsaved"])

    def test_an_end_that_has_passed_or_can_not_be_read_is_refused_and_stays_as_typed(self):
        page = self.put(self.first)
        for typed, why in ((("1/1/2020", "10:00"), "مضى"), (("بعد المغرب", "10:00"), "بعد المغرب")):
            with self.subTest(typed):
                changes = {"s0-until_0": typed[0], "s0-until_1": typed[1], "_save": 1}
                answer = self.send(page, **changes)
                self.assertContains(answer, why)
                self.assertContains(answer, typed[0])
        self.assertEqual(self.kept(), [])

    def test_what_readers_do_not_have_is_not_put_in(self):
        draft = make_ready()
        page = self.client.get(PAGE)
        page = self.send(page, _add=draft.pk)
        answer = self.send(page, _save=1)
        self.assertContains(answer, "ليست عند القراء")
        self.assertEqual(self.kept(), [])

    def test_a_withdrawn_story_is_shown_as_such_and_may_stay(self):
        self.send(self.put(self.first, place="lead"), _save=1)
        workflow.withdraw(self.first.article)
        page = self.client.get(PAGE)
        self.assertContains(page, "مسحوبة")
        self.assertEqual(self.send(page, _save=1).status_code, 302)
        self.assertEqual(self.kept(), [("lead", self.first.article_id)])

    def test_each_change_is_recorded_with_what_it_was(self):
        self.send(self.put(self.first, place="lead"), _save=1)
        self.send(self.client.get(PAGE), **{"s0-headline": "خطة المياه", "_save": 1})
        self.send(self.client.get(PAGE), _remove=0)  # not kept
        page = self.send(self.client.get(PAGE), _remove=0)
        self.send(page, _save=1)
        said = [entry.get_change_message() for entry in LogEntry.objects.order_by("pk")]
        self.assertEqual(len(said), 3)
        self.assertIn("وُضعت", said[0])
        self.assertIn("خطة المياه", said[1])
        self.assertIn("رُفعت", said[2])
        history = self.client.get(reverse("admin:articles_front_history", args=["ar"]))
        self.assertContains(history, "رُفعت")

    def test_of_two_editors_the_later_is_told_who_was_faster_and_may_insist(self):
        mine = self.put(self.first, place="lead")
        other = make_user("managing_editor")
        theirs = front.Pin(Place.LEAD, self.second.article_id)
        front.arrange("ar", [theirs], other, 0)
        answer = self.send(mine, _save=1)
        self.assertContains(answer, other.username)
        self.assertContains(answer, "لم يُحفظ ترتيبك")
        self.assertEqual(self.kept(), [("lead", self.second.article_id)])
        self.send(answer, _save=1)
        self.assertEqual(self.kept(), [("lead", self.first.article_id)])

    def test_a_form_made_by_hand_never_breaks_the_page(self):
        hostile = (
            {"rows": "9" * 30, "version": "x", "_save": 1},
            {"rows": "1", "s0-article": "-1", "s0-place": "nowhere", "_save": 1},
            {"rows": "1", "s0-article": "9" * 18, "s0-place": "lead", "version": 0, "_save": 1},
            {"rows": "1", "s0-article": str(self.first.article_id), "s0-was": "--", "_up": "7"},
            {"_add": "<b>", "_into": "lead"},
            {"_pin": "\x00 lead"},
            {"_q": "\x00" * 9, "_find": 1},
        )
        for sent in hostile:
            with self.subTest(sent):
                self.assertEqual(self.client.post(PAGE, sent).status_code, 200)
        self.assertEqual(self.kept(), [])


class FindingTests(FrontPageTestCase):
    def test_live_stories_are_found_in_any_spelling_and_drafts_never(self):
        make_ready(title_ar="المجلس يقرّ خطة المياه السرية")
        address = reverse("admin:articles_front_found", args=["ar"])
        answer = self.client.get(address, {"q": "خطه المياة"})
        self.assertContains(answer, self.first.title)
        self.assertNotContains(answer, "السرية")

    def test_before_anything_is_typed_the_newest_are_offered(self):
        answer = self.client.get(reverse("admin:articles_front_found", args=["ar"]))
        self.assertContains(answer, self.third.title)

    def test_markup_that_is_typed_is_text(self):
        answer = self.client.post(PAGE, {"_q": "<script>", "_find": 1})
        self.assertNotContains(answer, "<script>&lt;", html=False)
        self.assertContains(answer, "&lt;script&gt;")
