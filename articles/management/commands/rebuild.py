"""Rebuild what is derived: found names and sources, places in lists, picture sizes."""

from django.core.management.base import BaseCommand
from django.db import transaction

from articles import recognition, renditions, search
from articles.editions import placing
from articles.models import Article, Edition, Image

TOLD_EVERY = 500


class Command(BaseCommand):
    help = "Rebuilds derived rows from articles and editions; readers see the site meanwhile."

    def handle(self, *args, **options):
        names = recognition.known_names()
        self.each("articles read for names", Article, lambda one: read_again(one, names))
        self.each("editions placed", Edition, place_again)
        placing.recount()
        self.each("pictures drawn", Image, renditions.draw)

    def each(self, what, model, work):
        """Do the work on every row, one short transaction each, and say how far it is."""
        done = 0
        for pk in model.objects.order_by("pk").values_list("pk", flat=True).iterator():
            with transaction.atomic():
                row = model.objects.select_for_update().filter(pk=pk).first()
                if row is not None:
                    work(row)
            done += 1
            if done % TOLD_EVERY == 0:
                self.stdout.write(f"{what}: {done} …")
        self.stdout.write(f"{what}: {done}")


def read_again(article, names):
    """Find its names anew; the newsroom's search asks for articles by them."""
    recognition.refresh(article, names)
    search.index_article(article)


def place_again(edition):
    keys = () if edition.withdrawn_at else placing.lists_of(edition)
    placing.place(edition, keys)
