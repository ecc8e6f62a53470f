"""An article with a history, for tests of what the newsroom shows of it."""

from django.test import TestCase
from django.urls import reverse

from articles import workflow
from articles.models import Article
from tests.makers import make_article, make_user

BODY = "<p>قالت وزارة النقل إن المرفأ استقبل 12.5 ألف حاوية.</p><p>ولم تعلق شركة المناولة.</p>"
PASSAGE = "المرفأ استقبل 12.5 ألف حاوية"


def page(name, article, *more):
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *more])


class HistoryTestCase(TestCase):
    def setUp(self):
        self.editor = make_user("managing_editor")
        self.client.force_login(self.editor)
        self.article = make_article(title_ar="مرفأ المرسى يستقبل الحاويات", body_ar=BODY)

    def edit(self, **values):
        workflow.edit(self.article, values, by=self.editor)
        self.article = Article.objects.get(pk=self.article.pk)

    def body(self, *replaced):
        self.edit(body_ar=self.article.body_ar.replace(*replaced))

    def look(self, name, *more, **query):
        return self.client.get(page(name, self.article, *more), query)

    def revision(self, number):
        return self.article.revisions.get(number=number)

    def restore(self, number, by=None):
        left_out = workflow.restore(self.article, self.revision(number), by=by)
        self.article = Article.objects.get(pk=self.article.pk)
        return left_out
