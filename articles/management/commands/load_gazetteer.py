"""Give the newsroom the names and house spellings it lacks. Changes no row that is there."""

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import transaction

from articles.recognition import starter
from articles.search import synonyms


class Command(BaseCommand):
    help = (
        "Adds well-known agencies, countries and bodies that are missing, with their spellings; "
        "and, where there are no house spellings yet, those of the starter list."
    )

    @transaction.atomic
    def handle(self, *args, **options):
        added = starter.load(apps) | {"house": synonyms.load()}
        self.stdout.write(
            "Added from the starter list: sources {sources}, names {entities},"
            " spellings {spellings}, house spellings {house}.".format(**added)
        )
