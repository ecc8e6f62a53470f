"""Draw the pictures that other sites show of pages that are no story, one for each language.

They are committed for our own name; a newsroom of another name runs this once.
"""

from django.conf import settings
from django.core.management.base import BaseCommand

from articles import cards


class Command(BaseCommand):
    help = "Draws the standing share pictures into static/img with the newsroom's name."

    def handle(self, **options):
        for language, _name in settings.LANGUAGES:
            path = cards.standing_path(language)
            path.write_bytes(cards.standing(language))
            self.stdout.write(f"{path.name} {path.stat().st_size:,} bytes")
