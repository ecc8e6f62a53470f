"""Who may do what: the table of roles, their groups, and the rights of one person."""

from articles.roles.groups import repair
from articles.roles.rights import OPERATOR, Rights, owns, rights_of
from articles.roles.table import BY_KEY, ROLES, NewsroomRole

__all__ = [
    "BY_KEY",
    "OPERATOR",
    "ROLES",
    "NewsroomRole",
    "Rights",
    "owns",
    "repair",
    "rights_of",
]
