"""What tests of the board share: stories as the database may have them, a page and what it said."""

from datetime import timedelta

from django.contrib.messages import get_messages
from django.test import TestCase
from django.urls import reverse

from articles import board, roles
from articles.models import Article
from tests.makers import make_user

HOUR = timedelta(hours=1)


def change(article, **values):
    """Set fields as the database may have them; return the article as it then is."""
    Article.objects.filter(pk=article.pk).update(**values)
    return Article.objects.get(pk=article.pk)


def seen_by(user, asked=None, **options):
    return board.look(roles.rights_of(user), asked, **options)


def titles(listed):
    return [card.article.title for card in listed.cards]


class BoardPageCase(TestCase):
    def setUp(self):
        self.editor = make_user("managing_editor")
        self.client.force_login(self.editor)

    def page(self, **query):
        return self.client.get(reverse("admin:index"), query)

    def said(self, answer):
        return [str(one) for one in get_messages(answer.wsgi_request)]
