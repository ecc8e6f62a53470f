"""Former addresses of what was merged lead to what stayed: one hop, every language, feeds too."""

from urllib.parse import unquote

from django.test import TestCase
from django.urls import reverse

from articles import addresses, merging
from articles.models import Address, Tag
from tests.makers import make_edition, make_entity, make_source, make_tag, make_user


class AddressTests(TestCase):
    def setUp(self):
        self.kept, self.gone = (
            make_tag("سوريا", name_en="Syria"),
            make_tag("القطر السوري", name_en="Sham"),
        )
        make_edition(title_en="The road opens", body_en="<p>It opens.</p>", tags=["القطر السوري"])

    def hop(self, path):
        """Where one address leads, which must be a page."""
        answer = self.client.get(path)
        self.assertEqual(answer.status_code, 301, path)
        target = unquote(answer.headers["Location"])
        self.assertEqual(self.client.get(target).status_code, 200, target)
        return target

    def test_former_addresses_and_their_feeds_lead_there_in_one_hop_in_every_language(self):
        merging.merge(self.kept, self.gone)
        for prefix in ("", "/en"):
            for feed in ("", "feed/"):
                with self.subTest(prefix + feed):
                    target = self.hop(f"{prefix}/tag/القطر-السوري/{feed}")
                    self.assertEqual(target, f"{prefix}/tag/سوريا/{feed}")

    def test_a_chain_of_merges_and_a_later_move_are_still_one_hop(self):
        addresses.remember("/tag/الشام/", self.gone.get_absolute_url())
        merging.merge(self.kept, self.gone)
        last = make_tag("الجمهورية العربية السورية")
        merging.merge(last, self.kept)
        self.client.force_login(make_user("managing_editor"))
        page = reverse("admin:articles_tag_change", args=[last.pk])
        typed = {"name_ar": last.name_ar, "name_en": "Syria", "slug": "سورية"}
        typed |= {"aliases-TOTAL_FORMS": "0", "aliases-INITIAL_FORMS": "0"}
        self.assertEqual(self.client.post(page, typed).status_code, 302)
        for former in ("الشام", "القطر-السوري", "سوريا", "الجمهورية-العربية-السورية"):
            with self.subTest(former):
                self.assertEqual(self.hop(f"/tag/{former}/"), "/tag/سورية/")

    def test_an_address_that_comes_into_use_again_is_a_page_and_no_loop(self):
        merging.merge(self.kept, self.gone)
        addresses.remember(self.kept.get_absolute_url(), "/tag/القطر-السوري/")
        Tag.objects.filter(pk=self.kept.pk).update(slug="القطر-السوري")
        self.assertEqual(self.client.get("/tag/القطر-السوري/").status_code, 200)
        self.assertFalse(Address.objects.filter(path="/tag/القطر-السوري/").exists())

    def test_every_kind_of_thing_leaves_its_address(self):
        pairs = [
            (make_source("وكالة الساحل"), make_source("صحيفة المرفأ")),
            (make_entity("مدينة المرسى"), make_entity("المرسى")),
        ]
        for kept, gone in pairs:
            former = gone.get_absolute_url()
            merging.merge(kept, gone)
            self.assertEqual(self.hop(former), unquote(kept.get_absolute_url()))
            self.assertEqual(self.hop(f"{former}feed/"), unquote(f"{kept.get_absolute_url()}feed/"))

    def test_a_former_address_costs_one_query(self):
        merging.merge(self.kept, self.gone)
        for path in ("/tag/القطر-السوري/", "/tag/القطر-السوري/feed/"):
            # One for the page that is not there any more, one for where it went.
            with self.assertNumQueries(2):
                self.client.get(path)
