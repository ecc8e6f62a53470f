"""What is typed is not lost: not with the login, not with the network, not with the window."""

from django.urls import reverse

from articles import workflow
from articles.models import Article
from tests.keeping import SAVE, TITLE, TYPED, KeepTestCase
from tests.makers import make_author, make_user


class KeepTests(KeepTestCase):
    def test_what_was_typed_before_a_crash_is_offered_restored_and_saved(self):
        self.open(self.address)
        self.wait_for(".ProseMirror").send_keys("زيادة ")
        self.type_title()
        self.crash()
        self.open(self.address)
        self.assertIn("لديك نص لم يُحفظ من", self.wait_for(".kept").text)
        self.assertEqual(self.find("#id_title_ar").get_attribute("value"), TITLE)
        self.press(".kept summary")
        self.assertIn(TYPED, self.find(".kept dl").text)
        self.press(".kept [data-restore]")
        self.assertEqual(self.find("#id_title_ar").get_attribute("value"), TYPED)
        self.assertIn("زيادة", self.find(".ProseMirror").text)
        self.assertIn("زيادة", self.body())
        self.send(SAVE)
        self.assertEqual(self.saved_title(), TYPED)
        self.assertIn("زيادة", Article.objects.get(pk=self.article.pk).body_ar)
        self.wait(lambda: self.kept() == [])
        self.assertEqual(self.find_all(".kept"), [])
        self.assert_quiet()

    def test_what_is_given_up_is_gone_unless_one_takes_that_back(self):
        self.open(self.address)
        self.type_title()
        self.crash()
        self.open(self.address)
        self.wait_for(".kept")
        self.press(".kept [data-forget]")
        self.assertEqual(self.kept(), [])
        self.press(".kept [data-undo]")
        self.assertEqual(self.kept()[0]["fields"]["title_ar"], TYPED)
        self.press(".kept [data-forget]")
        self.open(self.address)
        self.wait_for(".ProseMirror")
        self.assertEqual(self.find_all(".kept"), [])

    def test_a_new_article_is_kept_too_with_its_section_byline_and_tags(self):
        author = make_author("أنس الترجمان")
        self.open(reverse("admin:articles_article_add"))
        self.choose("id_category", self.article.category.name)
        self.choose("id_bylines-0-author", "الترجمان")
        self.find("#id_tags").send_keys("جسور، ترميم")
        self.type_title()
        self.crash()
        self.open(reverse("admin:articles_article_add"))
        self.wait_for(".kept")
        self.press(".kept [data-restore]")
        self.send(SAVE)
        article = Article.objects.exclude(pk=self.article.pk).get()
        self.assertEqual((article.title_ar, article.category), (TYPED, self.article.category))
        self.assertEqual(article.bylines.get().author, author)
        self.assertEqual(article.tags.count(), 2)
        self.wait(lambda: self.kept() == [])

    def test_rows_that_were_added_come_back_as_rows(self):
        author, second = make_author("أنس الترجمان"), make_author("نوال درويش")
        workflow.edit(self.article, {"bylines": [(author, "writer")]})
        self.open(self.address)
        self.wait_for(".ProseMirror")
        self.choose("id_bylines-1-author", "درويش")
        self.type_title()
        self.crash()
        self.open(self.address)
        self.wait_for(".kept")
        self.press(".kept [data-restore]")
        self.send(SAVE)
        self.assertEqual({one.author for one in self.article.bylines.all()}, {author, second})

    def test_a_window_that_still_writes_is_not_offered_in_another(self):
        self.open(self.address)
        self.type_title()
        first = self.browser.current_window_handle
        self.browser.switch_to.new_window("tab")
        self.open(self.address)
        self.wait_for(".ProseMirror")
        self.assertEqual(self.find_all(".kept"), [])
        self.browser.close()
        self.browser.switch_to.window(first)

    def test_a_form_that_came_back_with_errors_is_kept_as_one(self):
        self.open(self.address)
        self.wait_for(".ProseMirror")
        self.type_title()
        self.find("#id_published_at_0").clear()
        self.find("#id_published_at_0").send_keys("غدا")
        self.send(SAVE)
        self.wait_for(".errornote")
        self.assertEqual(self.find_all(".kept"), [])
        self.assertEqual(len(self.kept()), 1)
        self.crash()
        self.open(self.address)
        self.wait_for(".kept")
        self.press(".kept [data-restore]")
        self.assertEqual(self.find("#id_title_ar").get_attribute("value"), TYPED)
        self.assertEqual(self.find("#id_published_at_0").get_attribute("value"), "غدا")

    def test_what_is_undone_by_hand_is_not_kept(self):
        self.open(self.address)
        self.type_title()
        title = self.find("#id_title_ar")
        title.clear()
        title.send_keys(TITLE)
        self.wait(lambda: self.kept() == [])

    def test_where_one_may_no_longer_write_the_text_can_still_be_read(self):
        reporter = make_user("reporter")
        article = workflow.create({"title_ar": TITLE, "body_ar": "<p>نص.</p>"}, by=reporter)
        self.sign_in(reporter)
        address = reverse("admin:articles_article_change", args=[article.pk])
        self.open(address)
        self.type_title()
        workflow.move(article, "spike")
        self.send(SAVE)
        self.assertIn("لديك نص لم يُحفظ", self.wait_for(".kept").text)
        self.assertEqual(self.find_all(".kept [data-restore]"), [])
        self.press(".kept summary")
        self.assertIn(TYPED, self.find(".kept dl").text)

    def test_old_texts_go_and_many_have_room(self):
        self.open(self.address)
        self.wait_for(".ProseMirror")
        days = 15 * 86400_000
        script = """
            const put = (id, at, body_ar) =>
                newsroomKept.put("9", "9", id, {at, fields: {body_ar}});
            put("old", Date.now() - arguments[0], "قديم");
            const long = "ن".repeat(500000);
            for (let n = 0; n < 6; n += 1) put("n" + n, Date.now() + n, long);
        """
        self.browser.execute_script(script, days)
        sizes = "return Object.values({...localStorage}).reduce((sum, one) => sum + one.length, 0)"
        self.assertLess(self.browser.execute_script(sizes), 2_000_000)
        self.open(self.address)
        self.wait_for(".ProseMirror")
        keys = self.browser.execute_script("return Object.keys({...localStorage})")
        self.assertNotIn("newsroom:kept:9:9:old", keys)
        self.assertIn("newsroom:kept:9:9:n5", keys)
        self.assertNotIn("newsroom:kept:9:9:n0", keys)

    def test_nobody_sees_what_another_kept_here(self):
        self.open(self.address)
        self.type_title()
        self.crash()
        self.sign_in(make_user("managing_editor"))
        self.open(self.address)
        self.wait_for(".ProseMirror")
        self.assertEqual(self.find_all(".kept"), [])
        self.sign_in(self.editor)
        self.open(self.address)
        self.wait_for(".kept")
