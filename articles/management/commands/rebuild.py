"""Rebuild what is derived: found names and sources, places in lists, pictures."""

from django.core.management.base import BaseCommand
from django.db import IntegrityError, transaction

from articles import cards, recognition, renditions, search, turns
from articles.editions import placing
from articles.models import Article, Edition, Image

TOLD_EVERY = 500


class Command(BaseCommand):
    help = "Rebuilds derived rows from articles and editions; readers see the site meanwhile."

    def handle(self, *args, **options):
        self.names = recognition.known_names()
        self.each("articles read for names", Article, self.read_for_names)
        self.each("editions placed", Edition, place_again)
        placing.recount()
        self.each("pictures drawn", Image, renditions.finish)
        self.each("share pictures drawn", Edition, cards.draw)

    def each(self, what, model, work):
        """Do the work on every row, one short transaction each, and say how far it is."""
        done = 0
        for pk in model.objects.order_by("pk").values_list("pk", flat=True).iterator():
            try:
                self.one(model, pk, work)
            except IntegrityError:
                # A name that we know was merged into another since we learnt them.
                self.names = recognition.known_names()
                self.one(model, pk, work)
            done += 1
            if done % TOLD_EVERY == 0:
                self.stdout.write(f"{what}: {done} …")
        self.stdout.write(f"{what}: {done}")

    @transaction.atomic
    def one(self, model, pk, work):
        turns.together()
        row = model.objects.select_for_update().filter(pk=pk).first()
        if row is not None:
            work(row)

    def read_for_names(self, article):
        recognition.refresh(article, self.names)
        # The newsroom's search asks for articles by the names in them.
        search.index_article(article)


def place_again(edition):
    keys = () if edition.withdrawn_at else placing.lists_of(edition)
    placing.place(edition, keys)
