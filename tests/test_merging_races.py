"""A merge beside other work, on real connections: whatever the order, nothing points at nobody."""

import threading
from functools import partial
from io import StringIO
from unittest import mock

from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client, TransactionTestCase
from django.urls import reverse

from articles import merging, recognition, turns, workflow
from articles.models import Edition, Listing, Placement, Tag
from tests.makers import make_article, make_edition, make_entity, make_user
from tests.test_races import at_once


def tags(*names):
    return [Tag.objects.named([name])[0] for name in names]


class MergeRaceTests(TransactionTestCase):
    def check_lists(self, kept, gone):
        """Every edition stands where it says, and every list is as long as it says."""
        for edition in Edition.objects.live():
            self.assertNotIn(gone.pk, [one["tag"] for one in edition.tagged])
            self.assertFalse(edition.placements.filter(list__endswith=f"/tag/{gone.pk}").exists())
        for listing in Listing.objects.exclude(size=0):
            held = Placement.objects.filter(list=listing.pk).count()
            self.assertEqual(listing.size, held, listing.pk)

    def assert_no_error(self, results):
        self.assertEqual([one for one in results if isinstance(one, Exception)], [])

    def test_two_merges_of_the_same_two_make_one_and_refuse_the_other(self):
        for first, second in (((0, 1), (0, 1)), ((0, 1), (1, 0))):
            with self.subTest(second):
                pair = tags("سوريا", "الجمهورية السورية")
                make_edition(tags=["سوريا", "الجمهورية السورية"])
                results = at_once(
                    *[partial(merging.merge, *(pair[one] for one in o)) for o in (first, second)]
                )
                refused = [one for one in results if isinstance(one, merging.Refused)]
                self.assertEqual(len(refused), 1)
                self.assertEqual(Tag.objects.count(), 1)
                Tag.objects.all().delete()

    def test_a_chain_merged_at_once_ends_in_whoever_is_left(self):
        for _round in range(3):
            first, second, third = tags("أول", "ثان", "ثالث")
            edition = make_edition(tags=["أول", "ثان", "ثالث"])
            results = at_once(
                partial(merging.merge, second, first), partial(merging.merge, third, second)
            )
            self.assertTrue(
                all(isinstance(one, merging.Merged | merging.Refused) for one in results)
            )
            edition.refresh_from_db()
            left = set(Tag.objects.values_list("pk", flat=True))
            self.assertEqual({one["tag"] for one in edition.tagged}, left)
            Tag.objects.all().delete()

    def test_a_publication_during_a_merge_shows_the_one_that_stays(self):
        for _round in range(5):
            kept, gone = tags("سوريا", "الجمهورية السورية")
            article = make_article(tags=["الجمهورية السورية"])
            self.assert_no_error(
                at_once(partial(merging.merge, kept, gone), partial(workflow.publish, article))
            )
            edition = Edition.objects.get(article=article)
            self.assertEqual([one["tag"] for one in edition.tagged], [kept.pk])
            self.check_lists(kept, gone)
            Tag.objects.all().delete()

    def test_an_article_tagged_during_a_merge_gets_the_one_that_stays(self):
        for _round in range(5):
            kept, gone = tags("سوريا", "الجمهورية السورية")
            old, new = make_article(), {"title_ar": "خبر", "tags": ["الجمهورية السورية"]}
            self.assert_no_error(
                at_once(
                    partial(merging.merge, kept, gone),
                    partial(workflow.edit, old, {"tags": ["الجمهورية السورية"]}),
                    partial(workflow.create, new),
                )
            )
            self.assertEqual(list(old.tags.all()), [kept])
            self.assertEqual(list(Tag.objects.all()), [kept])
            Tag.objects.all().delete()

    def test_a_name_found_in_a_text_during_a_merge_is_the_one_that_stays(self):
        for _round in range(5):
            kept, gone = make_entity("مدينة المرسى"), make_entity("المرسى")
            article = make_article(body_ar="<p>أمطار على المرسى.</p>")
            self.assert_no_error(
                at_once(
                    partial(merging.merge, kept, gone),
                    partial(workflow.edit, article, {"lead_ar": "المرسى تغرق"}),
                    partial(workflow.publish, article),
                )
            )
            self.assertEqual(article.mentions.get().entity, kept)
            self.assertEqual(Edition.objects.get(article=article).entity_ids, [kept.pk])
            article.mentions.all().delete()
            kept.delete()

    def test_a_rebuild_that_learnt_the_names_before_a_merge_learns_them_anew(self):
        kept, gone = make_entity("مدينة المرسى"), make_entity("المرسى")
        article = make_article(body_ar="<p>أمطار على المرسى.</p>")
        article.mentions.all().delete()
        before = recognition.known_names()
        merging.merge(kept, gone)
        after = recognition.known_names()
        with mock.patch("articles.recognition.known_names", side_effect=[before, after]):
            call_command("rebuild", stdout=StringIO())
        self.assertEqual(article.mentions.get().entity, kept)

    def test_an_address_that_moves_during_a_merge_is_reached_in_one_hop(self):
        editor = make_user("managing_editor")
        for moving in (0, 1):
            pair = tags("سوريا", "القطر السوري")
            make_edition(tags=["سوريا", "القطر السوري"])
            former = [one.get_absolute_url() for one in pair]
            client = Client()
            client.force_login(editor)
            page = reverse("admin:articles_tag_change", args=[pair[moving].pk])
            typed = {"name_ar": pair[moving].name_ar, "name_en": "", "slug": "الشام"}
            typed |= {"aliases-TOTAL_FORMS": "0", "aliases-INITIAL_FORMS": "0"}
            saved, merged = at_once(
                partial(client.post, page, typed), partial(merging.merge, *pair)
            )
            self.assertEqual((saved.status_code, merged.kept), (302, pair[0]))
            present = Tag.objects.get().get_absolute_url()
            for path in former:
                answer = self.client.get(path)
                moved = answer.headers.get("Location", path)
                wanted = 200 if path == present else 301
                self.assertEqual((moved, answer.status_code), (present, wanted))
            Tag.objects.all().delete()

    def test_stories_go_out_side_by_side_whatever_their_tags(self):
        """Writers share their turn: one that is not finished holds no other up."""
        first, second = make_article(), make_article()
        held, done = threading.Event(), threading.Event()

        def writes_slowly():
            with transaction.atomic():
                workflow.lock(first)
                held.set()
                return done.wait(timeout=10)

        def writes_meanwhile():
            held.wait(timeout=10)
            workflow.publish(second)
            done.set()

        self.assertEqual(at_once(writes_slowly, writes_meanwhile), [True, None])

    def test_a_merge_that_can_not_begin_is_refused_with_a_sentence_and_changes_nothing(self):
        pair = tags("سوريا", "الجمهورية السورية")
        article = make_article()
        held, done = threading.Event(), threading.Event()

        def writes_slowly():
            with transaction.atomic():
                workflow.lock(article)
                held.set()
                done.wait(timeout=10)

        def merges():
            held.wait(timeout=10)
            try:
                merging.merge(*pair)
            finally:
                done.set()

        patience, turns.PATIENCE = turns.PATIENCE, "100ms"
        try:
            _nothing, refusal = at_once(writes_slowly, merges)
        finally:
            turns.PATIENCE = patience
        self.assertIsInstance(refusal, merging.Refused)
        self.assertEqual(Tag.objects.count(), 2)
        self.assertIsInstance(merging.merge(*pair), merging.Merged)
        with connection.cursor() as cursor:
            cursor.execute("SHOW lock_timeout")
            self.assertEqual(cursor.fetchone(), ("0",))
