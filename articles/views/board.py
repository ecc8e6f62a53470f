"""The first page of the newsroom: the desk's board, and the moves that are made from it.

It asks `articles.board` what to show and `workflow` to move; no right is decided here.
"""

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles import board
from articles.models import Presence

# Lists beside the columns: their name on the page, what they say when empty, where the rest is.
LISTS = (
    ("next", _("Next out"), _("Nothing is scheduled."), {"state__exact": "scheduled"}),
    ("late", _("Late"), _("Nothing is late."), {"late": 1}),
    ("pending", _("Changes not public"), _("Readers have everything."), {"pending": 1}),
)


def context(request):
    """All that the board's part of the page shows; empty for whoever may not see articles."""
    if not request.user.has_perm("articles.view_article"):
        return {}
    asked = board.Asked.read(request.GET)
    index, me = reverse("admin:index"), request.user.pk
    shown = board.look(person_of(request.user), asked, writing())
    return {
        "board": shown,
        "asked": asked,
        "columns": [column(state, found, asked) for state, found in shown.columns],
        "waiting": shown.lists["waiting"],
        "lists": [
            {"name": name, "title": title, "nothing": nothing, "found": shown.lists[name],
             "address": list_address(asked, **narrow)}
            for name, title, nothing, narrow in LISTS
        ],
        "desks": board.desks(),
        "people": board.people(),
        "ways": {
            "mine": index + address_of(asked, person=me if asked.person != me else None),
            "late": index + address_of(asked, late=not asked.late),
            "part": reverse("admin:board") + address_of(asked),
        },
        "query": address_of(asked),
    }  # fmt: skip


def part(request):
    """The board without the page around it, for the script that keeps it fresh."""
    shown = context(request)
    if not shown:
        raise PermissionDenied
    return render(request, "admin/_board.html", shown)


def column(state, found, asked):
    return {"state": state, "found": found, "address": list_address(asked, state__exact=state)}


def address_of(asked, **changed):
    """The board's query for what is asked, with some of it changed: ``?desk=3&late=1`` or ""."""
    return query({"desk": asked.desk, "person": asked.person, "late": int(asked.late)} | changed)


def list_address(asked, **narrow):
    """The list of articles narrowed as the board is, and further."""
    wanted = {"desk": asked.desk, "person": asked.person, "late": int(asked.late)} | narrow
    return reverse("admin:articles_article_changelist") + query(wanted)


def query(wanted):
    kept = {name: int(value) if value is True else value for name, value in wanted.items() if value}
    return f"?{urlencode(kept)}" if kept else ""


# SCRATCH until the roles and presence of the foundation are here
def writing():
    return list(Presence.objects.select_related("user"))


def person_of(user):
    from articles import states

    groups = set(user.groups.values_list("name", flat=True))
    moves = [m for m in states.MOVES if user.is_superuser or groups & set(m.roles)]
    by_desk = not user.is_superuser and groups <= {"reporter", "desk_editor"}
    names = frozenset(m.name for m in moves)
    return board.Person(
        user.pk,
        frozenset() if by_desk else names,
        names if by_desk else frozenset(),
        frozenset(user.desks.values_list("pk", flat=True)),
        "managing_editor" in groups or user.is_superuser,
    )


def move(request, pk, name):
    raise PermissionDenied
