"""Make the groups of the newsroom's roles, or put their rights right again."""

from django.core.management.base import BaseCommand

from articles import roles


class Command(BaseCommand):
    help = "Makes the groups of the roles in articles/roles; a second run repairs them."

    def handle(self, *args, **options):
        changed = roles.repair()
        self.stdout.write(f"Roles: {len(roles.ROLES)}, made or repaired: {changed}.")
