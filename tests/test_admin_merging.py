"""An editor makes one of several from a list: sees what each is, says which stays."""

from unittest import mock
from urllib.parse import unquote

from django.test import Client, TestCase
from django.urls import reverse

from articles.admin import merging as page
from articles.models import Entity, Source, Tag
from tests.makers import make_edition, make_entity, make_source, make_user


class MergePageTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user("managing_editor"))
        self.kept, self.gone = (
            Tag.objects.named([name])[0] for name in ("سوريا", "الجمهورية السورية")
        )
        make_edition(tags=["سوريا", "الجمهورية السورية"])
        make_edition(tags=["الجمهورية السورية"])

    def act(self, *tags):
        return self.client.post(
            reverse("admin:articles_tag_changelist"),
            {"action": "merge_selected", "_selected_action": [one.pk for one in tags]},
        )

    def address(self, *things):
        name = things[0]._meta.model_name
        numbers = "&".join(f"one={one.pk}" for one in things)
        return f"{reverse(f'admin:articles_{name}_merge')}?{numbers}"

    def test_the_action_leads_to_a_page_that_shows_what_each_is(self):
        self.kept.aliases.create(text="القطر السوري")
        answer = self.client.get(self.act(self.kept, self.gone).headers["Location"])
        for told in ("القطر السوري", "مادتان", "مادة واحدة", "/tag/الجمهورية-السورية/"):
            self.assertContains(answer, told)
        # What more articles have is marked before anybody chose.
        self.assertContains(answer, f'value="{self.gone.pk}" required checked')
        self.assertEqual(Tag.objects.count(), 2)

    def test_the_one_that_was_marked_stays_and_the_page_says_so_with_a_link(self):
        answer = self.client.post(
            self.address(self.kept, self.gone), {"kept": self.kept.pk}, follow=True
        )
        self.assertEqual(list(Tag.objects.all()), [self.kept])
        self.assertEqual(self.kept.tagged.count(), 2)
        self.assertContains(answer, "«الجمهورية السورية»")
        self.assertContains(answer, reverse("admin:articles_tag_change", args=[self.kept.pk]))
        self.assertContains(answer, f'href="{self.kept.get_absolute_url()}"')
        self.assertRedirects(answer, reverse("admin:articles_tag_changelist"))

    def test_several_go_at_once_or_none(self):
        (third,) = Tag.objects.named(["القطر السوري"])
        address = self.address(self.kept, self.gone, third)
        real = page.merging.merge

        def fails_late(kept, gone, by):
            if gone == third:
                raise page.merging.Refused("لا")
            return real(kept, gone, by=by)

        with mock.patch.object(page.merging, "merge", fails_late):
            self.assertContains(self.client.post(address, {"kept": self.kept.pk}), "لا")
        self.assertEqual(Tag.objects.count(), 3)
        self.client.post(address, {"kept": self.kept.pk})
        self.assertEqual(Tag.objects.get(), self.kept)

    def test_what_was_not_marked_merges_nothing(self):
        for kept in ("", "x", "99999999", str(make_source("غيرها").pk + 10**6)):
            with self.subTest(kept):
                answer = self.client.post(self.address(self.kept, self.gone), {"kept": kept})
                self.assertContains(answer, "حدد أيها يبقى.")
        self.assertEqual(Tag.objects.count(), 2)

    def test_one_alone_or_more_than_anybody_reads_is_refused_with_a_sentence(self):
        many = Tag.objects.named([f"وسم {number}" for number in range(page.MOST + 1)])
        for chosen in ([self.kept], many):
            answer = self.client.get(self.act(*chosen).headers.get("Location") or "/admin/")
            self.assertContains(answer, "حدد ")
        answer = self.client.get(self.address(self.kept, self.kept), follow=True)
        self.assertContains(answer, "حدد اثنين على الأقل")

    def test_an_address_that_somebody_garbled_leads_back_to_the_list(self):
        for query in ("", "one=x&one=", "one=99999999999999999999999&one=1", "one=١&one=٢"):
            answer = self.client.get(f"{reverse('admin:articles_tag_merge')}?{query}")
            self.assertRedirects(answer, reverse("admin:articles_tag_changelist"))

    def test_who_may_not_is_not_offered_it_and_is_refused_when_asking_anyway(self):
        for role in ("reporter", "copy_editor", "desk_editor"):
            self.client.force_login(make_user(role))
            with self.subTest(role):
                listed = self.client.get(reverse("admin:articles_tag_changelist"))
                self.assertNotContains(listed, "merge_selected")
                address = self.address(self.kept, self.gone)
                self.assertEqual(self.client.get(address).status_code, 403)
                answer = self.client.post(address, {"kept": self.kept.pk})
                self.assertEqual(answer.status_code, 403)
        self.assertEqual(Tag.objects.count(), 2)

    def test_a_form_from_elsewhere_merges_nothing(self):
        client = Client(enforce_csrf_checks=True)
        client.force_login(make_user("managing_editor"))
        answer = client.post(self.address(self.kept, self.gone), {"kept": self.kept.pk})
        self.assertEqual((answer.status_code, Tag.objects.count()), (403, 2))

    def test_a_person_and_a_place_are_told_apart_before_anybody_presses(self):
        pair = make_entity("صالح", kind="person"), make_entity("صالح ٢", kind="place")
        answer = self.client.get(self.address(*pair))
        self.assertContains(answer, "شيئان")
        self.assertNotContains(answer, 'type="radio"')
        self.client.post(self.address(*pair), {"kept": pair[0].pk})
        self.assertEqual(Entity.objects.count(), 2)

    def test_sources_and_names_have_it_too(self):
        pairs = [
            (make_source("وكالة الساحل"), make_source("صحيفة المرفأ")),
            (make_entity("مدينة المرسى"), make_entity("المرسى")),
        ]
        for kept, gone in pairs:
            self.client.post(self.address(kept, gone), {"kept": kept.pk})
            self.assertEqual(type(kept).objects.get(), kept)
            former = self.client.get(gone.get_absolute_url())
            self.assertEqual(former.headers["Location"], kept.get_absolute_url())
        self.assertEqual(unquote(Source.objects.get().get_absolute_url())[:8], "/source/")

    def test_the_page_asks_little_however_many_are_chosen(self):
        many = Tag.objects.named([f"وسم {number}" for number in range(page.MOST)])
        for chosen in (many[:2], many):
            with self.assertNumQueries(6):  # session, person, two of rights, rows, spellings
                self.client.get(self.address(*chosen))
