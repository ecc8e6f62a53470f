"""Write the table of moves into the README, where its marks stand."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from articles.roles import document

BEGIN, END = "<!-- moves -->\n", "<!-- /moves -->"


class Command(BaseCommand):
    help = "Writes the table of moves and roles (articles/states.py) into the README; --print only."

    def add_arguments(self, parser):
        parser.add_argument("--print", action="store_true", help="print it and write nothing")
        parser.add_argument("--language", default="en", choices=dict(settings.LANGUAGES))

    def handle(self, *, language, **options):
        with translation.override(language):
            table = document.markdown()
        if options["print"]:
            return self.stdout.write(table)
        readme = settings.BASE_DIR / "README.md"
        try:
            text = readme.read_text("utf-8")
            before, rest = text.split(BEGIN)
            after = rest.split(END)[1]
        except (OSError, ValueError, IndexError) as error:
            raise CommandError(f"{readme.name} has no place for the table: {BEGIN}{END}") from error
        readme.write_text(f"{before}{BEGIN}{table}{END}{after}", "utf-8")
        return self.stdout.write("The table of moves stands in the README.")
