"""Keep the Arabic catalogue: ``make messages``. The work is in articles/management/catalogue.py."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.management import catalogue


class Command(BaseCommand):
    help = "Collects the messages of the program and its templates, and compiles the Arabic ones."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument(
            "--check", action="store_true", help="change nothing; fail if unfinished"
        )
        parser.add_argument(
            "--merge", type=Path, action="append", default=[], help="a .po or .json to fill in from"
        )

    def handle(self, *, check, merge, **options):
        if check:
            return self.check_only()
        messages = catalogue.updated()
        for path in merge:
            self.stdout.write(f"{path}: {catalogue.merge(messages, path)} translations taken")
        catalogue.write(messages)
        missing = catalogue.untranslated(messages)
        for message in missing:
            self.stdout.write(f"not translated: {catalogue.key_of(message)}")
        self.stdout.write(f"{len(messages.live)} messages, {len(missing)} not translated")

    def check_only(self):
        if faults := catalogue.faults(catalogue.kept()):
            raise CommandError(
                "\n".join([*faults, "Run make messages, then fill in the .po file."])
            )
        self.stdout.write("The Arabic catalogue is complete.")
