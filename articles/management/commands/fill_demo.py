"""Fill the newsroom with the demo: stories, names, pictures and one login for each role."""

import json
import os

from django.conf import settings
from django.core.management.base import BaseCommand

from articles.demo import arranged, fill, underway


class Command(BaseCommand):
    help = "Fill the newsroom with invented stories to try it; a second run adds nothing twice."

    def handle(self, *args, **options):
        added = fill.fill(self.stdout.write)
        logins = fill.people(self.kept_passwords())
        self.keep(logins)
        added += underway.fill()
        arranged.fill()
        self.stdout.write(f"The demo is there; stories added: {added}.")

    @property
    def passwords_file(self):
        return settings.VAR_DIR / "demo-passwords.json"

    def kept_passwords(self):
        try:
            return json.loads(self.passwords_file.read_text("utf-8"))
        except (FileNotFoundError, ValueError):
            return {}

    def keep(self, logins):
        """Keep the passwords where only the operator can read them."""
        write_privately(
            self.passwords_file,
            json.dumps({name: password for name, (_role, password) in logins.items()}, indent=1),
        )
        lines = [f"{name:<18}{password:<16}{role}" for name, (role, password) in logins.items()]
        write_privately(settings.VAR_DIR / "demo-logins.txt", "\n".join(lines) + "\n")


def write_privately(path, text):
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(handle, "w", encoding="utf-8") as file:
        file.write(text)
