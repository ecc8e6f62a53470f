"""The table of roles: what each is called, which pages it opens, how far its moves reach.

Which role may make which move stands in articles/states.py.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from articles import states

WRITING = ("add_article", "change_article", "view_article", "view_category", "view_tag")
REFERENCES = tuple(
    f"{verb}_{model}"
    for model in ("citation", "mention", "byline", "figure")
    for verb in ("add", "change", "delete", "view")
)
NAMES = tuple(
    f"{verb}_{model}"
    for model in ("source", "entity", "entityfact", "alias", "tag", "author", "synonym")
    for verb in ("add", "change", "view")
)
PICTURES = (
    "add_image", "change_image", "view_image", "add_figure", "change_figure", "delete_figure",
    "view_figure",
)  # fmt: skip
READING = (
    "view_edition", "view_formeredition", "view_revision", "view_event", "view_readcount",
    "view_source", "view_entity", "view_alias", "view_author", "view_image", "view_intakeitem",
    "view_address", "view_synonym", "view_desk", "view_entityfact",
)  # fmt: skip
# Whoever changes the front page also says what is breaking.
FRONT = ("view_front", "change_front")
# What readers had before; workflow asks for the role once more.
HIDING = ("change_formeredition",)
STRUCTURE = tuple(
    f"{verb}_{model}"
    for model in (
        "category",
        "address",
        "alias",
        "tag",
        "source",
        "entity",
        "entityfact",
        "author",
        "image",
        "synonym",
        "desk",
        "page",
    )
    for verb in ("add", "change", "delete", "view")
)


@dataclass(frozen=True)
class NewsroomRole:
    """One role: its group's name, its name for people, the permissions of `articles` it holds.

    ``by_desk``: it reaches stories of one's own desks, those of no desk, and one's own; the others
    reach every desk. ``passes_own``: it may stand alone behind a story of its own, which others
    leave to a second pair of eyes.
    """

    key: str
    label: str
    permissions: tuple
    by_desk: bool = False
    passes_own: bool = False
    is_superuser: bool = False


ROLES = (
    NewsroomRole(states.REPORTER, _("Reporter"), WRITING + REFERENCES + READING, by_desk=True),
    NewsroomRole(states.COPY_EDITOR, _("Copy editor"), WRITING + REFERENCES + NAMES + READING),
    NewsroomRole(states.PICTURE_EDITOR, _("Picture editor"), WRITING + PICTURES + READING),
    NewsroomRole(
        states.DESK_EDITOR,
        _("Desk editor"),
        WRITING + REFERENCES + NAMES + PICTURES + READING + FRONT,
        by_desk=True,
    ),
    NewsroomRole(
        states.MANAGING_EDITOR,
        _("Managing editor"),
        WRITING + REFERENCES + NAMES + PICTURES + READING + FRONT + HIDING + STRUCTURE,
        passes_own=True,
    ),
    NewsroomRole(states.ADMINISTRATOR, _("Administrator"), (), passes_own=True, is_superuser=True),
)
BY_KEY = {role.key: role for role in ROLES}
