"""The groups of the roles: made and repaired from the table. Assigns nobody to a role."""

from django.contrib.auth.models import Group, Permission

from articles.roles.table import ROLES


def repair():
    """Make the groups of the table, or put their permissions right again; return how many changed.

    Permissions of other apps that an operator added to a group stay.
    """
    ours = Permission.objects.filter(content_type__app_label="articles")
    by_name = {permission.codename: permission for permission in ours}
    changed = 0
    for role in ROLES:
        group, made = Group.objects.get_or_create(name=role.key)
        wanted = {by_name[name] for name in role.permissions}
        held = set(group.permissions.filter(content_type__app_label="articles"))
        group.permissions.add(*(wanted - held))
        group.permissions.remove(*(held - wanted))
        changed += made or wanted != held
    return changed
