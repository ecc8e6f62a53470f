"""Write search's rows anew while people search: after an upgrade or a change of the fold."""

from django.core.management.base import BaseCommand
from django.db import transaction

from articles.models import Article, ArticleIndex, Edition, EditionIndex
from articles.search import indexing, vocabulary
from articles.search.lexemes import VERSION

BATCH = indexing.BATCH


class Command(BaseCommand):
    help = (
        "Brings search up to date: texts that are missing, or that an older program wrote. Search "
        "answers meanwhile. Stopped and started again it goes on where it was."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--all", action="store_true", help="look at every text, also those that are up to date"
        )
        parser.add_argument(
            "--after", type=int, default=0, help="with --all: go on after this number"
        )

    def handle(self, *args, **options):
        written = self.each(
            "editions", Edition.objects.live(), EditionIndex, "edition_id", write_editions, options
        )
        gone = EditionIndex.objects.filter(edition__withdrawn_at__isnull=False).delete()[0]
        written += gone
        self.each(
            "articles", Article.objects.all(), ArticleIndex, "article_id", write_articles, options
        )
        if written or options["all"]:
            self.stdout.write("counting the words …")
            vocabulary.recount()
        else:
            vocabulary.catch_up()
        self.stdout.write("search is up to date")

    def each(self, what, texts, rows, key, write, options):
        """Write the texts that need it, batch by batch, and say how far it is."""
        done, last = 0, options["after"] if options["all"] else 0
        left = texts.order_by("pk")
        if not options["all"]:
            left = left.exclude(pk__in=rows.objects.filter(version=VERSION).values(key))
        total = left.filter(pk__gt=last).count()
        while batch := list(left.filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
            with transaction.atomic():
                write(batch)
            done, last = done + len(batch), batch[-1]
            self.stdout.write(f"{what}: {done} of {total}, up to number {last}")
        return done


def write_editions(pks):
    for edition in indexing.held(pks):
        indexing.index_edition(edition, tell=False)


def write_articles(pks):
    for article in Article.objects.select_for_update().filter(pk__in=pks).order_by("pk"):
        indexing.index_article(article)
