"""Who may do what: roles as groups, from one table. Assigns nobody to a role."""

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.utils.translation import gettext_lazy as _

WRITING = ("add_article", "change_article", "view_article", "view_category", "view_tag")
REFERENCES = tuple(
    f"{verb}_{model}"
    for model in ("citation", "mention", "byline")
    for verb in ("add", "change", "delete", "view")
)
NAMES = tuple(
    f"{verb}_{model}"
    for model in ("source", "entity", "alias", "tag", "author", "synonym")
    for verb in ("add", "change", "view")
)
PICTURES = ("add_image", "change_image", "view_image")
READING = (
    "view_edition", "view_revision", "view_event", "view_readcount", "view_source", "view_entity",
    "view_alias", "view_author", "view_image", "view_intakeitem", "view_address", "view_synonym",
)  # fmt: skip
STRUCTURE = tuple(
    f"{verb}_{model}"
    for model in (
        "category",
        "address",
        "alias",
        "tag",
        "source",
        "entity",
        "author",
        "image",
        "synonym",
    )
    for verb in ("add", "change", "delete", "view")
)


@dataclass(frozen=True)
class NewsroomRole:
    """One role: its group's name, its name for people, the permissions of `articles` it holds."""

    key: str
    label: str
    permissions: tuple
    is_superuser: bool = False


ROLES = (
    NewsroomRole("reporter", _("Reporter"), WRITING + REFERENCES + READING),
    NewsroomRole("copy_editor", _("Copy editor"), WRITING + REFERENCES + NAMES + READING),
    NewsroomRole("picture_editor", _("Picture editor"), WRITING + PICTURES + READING),
    NewsroomRole(
        "desk_editor",
        _("Desk editor"),
        WRITING + REFERENCES + NAMES + PICTURES + READING + ("publish_article",),
    ),
    NewsroomRole(
        "managing_editor",
        _("Managing editor"),
        WRITING + REFERENCES + NAMES + PICTURES + READING + STRUCTURE
        + ("publish_article", "withdraw_article"),
    ),
    NewsroomRole("administrator", _("Administrator"), (), is_superuser=True),
)  # fmt: skip


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
