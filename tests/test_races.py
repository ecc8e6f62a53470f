"""Two people at once, on two real connections: one order or the other, never a mixture."""

import threading
from functools import partial

from django.db import connection
from django.test import TransactionTestCase

from articles import readership, workflow
from articles.models import Edition, Event, Listing, Placement, ReadCount, Tag
from articles.states import State
from tests.makers import (
    make_article,
    make_category,
    make_edition,
    make_ready,
    make_user,
    tomorrow,
)

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"


def at_once(*calls):
    """Run the calls in threads that start together; return what each returned or raised."""
    gate = threading.Barrier(len(calls))
    results = [None] * len(calls)

    def run(number, call):
        gate.wait(timeout=10)
        try:
            results[number] = call()
        except Exception as error:  # what was refused is part of the result
            results[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return results


class RaceTests(TransactionTestCase):
    def test_two_publishers_make_one_edition(self):
        for _round in range(5):
            article = make_article(tags=["طرق", "مدن"])
            results = at_once(*[partial(workflow.publish, article)] * 2)
            self.assertEqual([len(made) for made in results], [1, 1])
            edition = Edition.objects.get(article=article)
            self.assertEqual(edition.number, 1)
            self.assertEqual(edition.placements.count(), 7)

    def test_publish_against_withdraw_ends_in_one_of_the_two(self):
        for _round in range(5):
            edition = make_edition()
            article = edition.article
            workflow.edit(article, {"title_ar": "عنوان جديد"})
            results = at_once(
                partial(workflow.publish, article), partial(workflow.withdraw, article)
            )
            self.assertEqual([r for r in results if isinstance(r, Exception)], [])
            article.refresh_from_db()
            is_live = Edition.objects.live().filter(article=article).exists()
            placed = Placement.objects.filter(edition=edition).exists()
            self.assertEqual(is_live, article.state == State.PUBLISHED)
            self.assertEqual(placed, is_live)

    def test_publish_against_edit_publishes_one_whole_version(self):
        for _round in range(5):
            article = make_article(title_ar="أول", body_ar="<p>أول</p>")
            at_once(
                partial(workflow.publish, article),
                partial(workflow.edit, article, {"title_ar": "ثان", "body_ar": "<p>ثان</p>"}),
            )
            edition = Edition.objects.get(article=article)
            self.assertEqual(edition.body, f"<p>{edition.title}</p>")

    def test_two_editors_approve_a_story_once(self):
        editors = [make_user("desk_editor"), make_user("desk_editor")]
        for _round in range(5):
            article = make_ready(State.REVIEW)
            results = at_once(
                *[partial(workflow.move, article, "approve", editor) for editor in editors]
            )
            refused = [one for one in results if isinstance(one, workflow.NotAllowed)]
            self.assertEqual(len(refused), 1, results)
            self.assertEqual(article.events.filter(name="approve").count(), 1)

    def test_two_editors_publish_a_story_and_it_is_one_edition(self):
        editors = [make_user("desk_editor"), make_user("desk_editor")]
        for _round in range(5):
            article = make_ready()
            at_once(*[partial(workflow.publish, article, editor) for editor in editors])
            self.assertEqual(Edition.objects.get(article=article).number, 1)

    def test_what_an_editor_looked_at_goes_out_or_nothing_does(self):
        editor, other = make_user("desk_editor"), make_user("copy_editor")
        for _round in range(8):
            article = make_ready(title_ar="البلدية تبدأ أعمال الطريق")
            change = {"title_ar": "البلدية تؤجل أعمال الطريق"}
            published, edited = at_once(
                partial(workflow.publish, article, editor, seen=1),
                partial(workflow.edit, article, change, other),
            )
            edition = Edition.objects.filter(article=article).first()
            if edition:
                self.assertEqual(edition.title, "البلدية تبدأ أعمال الطريق")
                self.assertNotIsInstance(edited, Exception)
            else:
                self.assertIsInstance(published, workflow.Overtaken)

    def test_a_schedule_against_a_publication_ends_in_one_order(self):
        editor = make_user("desk_editor")
        for _round in range(5):
            article = make_ready()
            results = at_once(
                partial(workflow.publish, article, editor),
                partial(workflow.schedule, article, tomorrow(), editor),
            )
            article.refresh_from_db()
            self.assertEqual(article.state, State.PUBLISHED, results)
            self.assertIsNone(article.scheduled_for)

    def test_stories_of_one_section_can_go_out_together(self):
        category = make_category()
        articles = [make_article(category=category, tags=["أ", "ب", "ج"]) for _n in range(4)]
        results = at_once(*[partial(workflow.publish, article) for article in articles])
        self.assertEqual([r for r in results if isinstance(r, Exception)], [])
        self.assertEqual(Listing.objects.get(pk="ar/home").size, 4)
        self.assertEqual(Event.objects.filter(name="publish").count(), 4)

    def test_one_tag_written_twice_at_once_is_one_tag(self):
        first, second = make_article(), make_article()
        results = at_once(
            lambda: workflow.edit(first, {"tags": ["ترکيا"]}),
            lambda: workflow.edit(second, {"tags": ["تركيا"]}),
        )
        self.assertEqual([r for r in results if isinstance(r, Exception)], [])
        self.assertEqual(Tag.objects.count(), 1)

    def test_two_readers_at_once_both_count_and_one_reader_counts_once(self):
        article = make_edition().article
        at_once(
            lambda: readership.count_read(article.pk, "198.51.100.1", BROWSER),
            lambda: readership.count_read(article.pk, "198.51.100.2", BROWSER),
            lambda: readership.count_read(article.pk, "198.51.100.1", BROWSER),
        )
        self.assertEqual(ReadCount.objects.get(article=article).reads, 2)
