"""Write search's rows anew while people search: after an upgrade or a change of the fold."""

from django.core.management.base import BaseCommand
from django.db import transaction

from articles import search
from articles.models import Article, ArticleIndex, Edition, EditionIndex
from articles.search import vocabulary
from articles.search.lexemes import VERSION

BATCH = 200


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
            "editions", Edition.objects.live(), EditionIndex, "edition_id", write_edition, options
        )
        gone = EditionIndex.objects.filter(edition__withdrawn_at__isnull=False).delete()[0]
        written += gone
        self.each(
            "articles", Article.objects.all(), ArticleIndex, "article_id", write_article, options
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
                for pk in batch:
                    write(pk)
            done, last = done + len(batch), batch[-1]
            self.stdout.write(f"{what}: {done} of {total}, up to number {last}")
        return done


def write_edition(pk):
    """Index one edition as it is now, its row held: a publication waits or goes first."""
    edition = (
        Edition.objects.select_for_update(of=["self"])
        .select_related("section__parent__parent")
        .filter(pk=pk)
        .first()
    )
    if edition is not None:
        search.index_edition(edition, tell=False)


def write_article(pk):
    article = Article.objects.select_for_update().filter(pk=pk).first()
    if article is not None:
        search.index_article(article)
