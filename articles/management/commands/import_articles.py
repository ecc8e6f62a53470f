"""Import pages from files as drafts; one line for each says what became of it. Fetches nothing."""

import sys
from collections import Counter

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.imports import files, store
from articles.imports.formats import read_file
from articles.imports.item import Remark, Unreadable
from articles.management.printing import first_line, make_printable, printable
from articles.models import Alias
from articles.recognition import starter

NOTE = gettext_lazy("Imported from the file %(name)s.")


class Command(BaseCommand):
    help = (
        "Imports news pages saved as HTML or as text and makes a draft of each. The same page again"
        " changes nothing. Exit status: 0 all is well, 1 something was not imported, 2 wrong use."
    )

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, or a folder of them")
        parser.add_argument(
            "--publish", action="store_true", help="publish what was imported and nobody edited"
        )
        parser.add_argument(
            "--by", metavar="USERNAME", help="in whose name; the operator's if not given"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would happen and change nothing"
        )

    def handle(self, **options):
        make_printable(sys.stdout, sys.stderr)
        # As all commands do, it speaks English to the operator; the history stays Arabic.
        with translation.override("en"):
            self.import_all(**options)

    def import_all(self, *, paths, publish, by, dry_run, **options):
        self.publish, self.dry_run = publish, dry_run
        try:
            store.known()
            self.by = self.person(by)
        except DatabaseError as trouble:
            why = first_line(trouble)
            raise CommandError(_("The database can not be used: %(why)s") % {"why": why}) from None
        self.count = Counter()
        if not dry_run and not Alias.objects.in_texts().exists():
            # On an empty list of names the first import would cite nobody.
            starter.load(apps)
        for path, problem in files.find(paths):
            self.take(path, problem)
        if sum(self.count.values()) > 1:
            self.stdout.write(
                _("Imported or found again: %(done)d. Not imported or not published: %(failed)d.")
                % {"done": self.count["done"], "failed": self.count["failed"]}
            )
        if self.count["failed"]:
            sys.exit(1)

    def person(self, username):
        if username is None:
            return None
        person = get_user_model().objects.filter(username=username, is_active=True).first()
        if person is None:
            raise CommandError(
                _("Nobody here is called “%(name)s”.") % {"name": username}, returncode=2
            )
        return person

    def take(self, path, problem):
        """Import one file and say so in one line; whatever is wrong with it, the next follows."""
        try:
            if problem:
                raise problem
            outcome = self.store(read_file(path, store.known()), path)
        except Unreadable as refusal:
            return self.fail(path, str(refusal))
        except DatabaseError as trouble:
            return self.fail(path, first_line(trouble))
        except Exception as mistake:  # a page that we did not foresee must not stop the others
            return self.fail(path, f"{type(mistake).__name__}: {first_line(mistake)}")
        return self.tell(path, outcome)

    def store(self, item, path):
        note = Remark(NOTE, name=printable(path.name))
        if self.dry_run:
            with transaction.atomic():
                outcome = store.store(item, self.by, note)
                transaction.set_rollback(True)
                return outcome
        outcome = store.store(item, self.by, note)
        return store.publish(outcome, self.by, note) if self.publish else outcome

    def tell(self, path, outcome):
        if outcome.kind == store.Kind.REFUSED:
            return self.fail(path, outcome.problem)
        line = f"{printable(path)}: {self.said(outcome)}"
        self.count["failed" if outcome.problem else "done"] += 1
        self.stdout.write(line)
        for note in outcome.notes:
            self.stdout.write(f"    {printable(note)}")

    def said(self, outcome):
        if self.dry_run and outcome.kind == store.Kind.CREATED:
            return _("would be created")
        if self.dry_run:
            return _("would be so: %(outcome)s") % {"outcome": outcome.message}
        if outcome.address:
            return _("%(outcome)s; published at %(address)s") % {
                "outcome": outcome.message,
                "address": outcome.address,
            }
        if outcome.problem:
            return _("%(outcome)s; not published: %(problem)s") % {
                "outcome": outcome.message,
                "problem": outcome.problem,
            }
        return outcome.message

    def fail(self, path, reason):
        self.count["failed"] += 1
        self.stderr.write(f"{printable(path)}: {reason}")
