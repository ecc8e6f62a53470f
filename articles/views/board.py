"""The first page of the newsroom: the desk's board. It asks `articles.board` what to show.

Its cards move at the address of a story's moves: articles/admin/moves.py and asking.py.
"""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles import board, clock, presence, roles, workers
from articles.workflow import due

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
    now = clock.now()
    shown = board.look(roles.rights_of(request.user), asked, presence.writing(), now)
    due.explain([card.article for card in shown.lists["late"].cards])
    return {
        "board": shown,
        "asked": asked,
        "columns": [column(state, found, asked) for state, found in shown.columns],
        "waiting": {"found": shown.lists["waiting"], "address": in_list(asked, waiting=1)},
        "lists": [
            {"name": name, "title": title, "nothing": nothing, "found": shown.lists[name],
             "address": in_list(asked, **narrow)}
            for name, title, nothing, narrow in LISTS
        ],
        "desks": board.desks(),
        "people": board.people(),
        "ways": {
            "mine": index + asked.address(person=me if asked.person != me else None),
            "late": index + asked.address(late=int(not asked.late)),
            "part": reverse("admin:board") + asked.address(),
        },
        "worker_absent_since": workers.absent_since(now),
        "query": asked.address(),
        "back": index + asked.address(),
    }  # fmt: skip


def part(request):
    """The board without the page around it, for the script that keeps it fresh."""
    shown = context(request)
    if not shown:
        raise PermissionDenied
    return render(request, "admin/_board.html", shown)


def column(state, found, asked):
    return {"state": state, "found": found, "address": in_list(asked, state__exact=state)}


def in_list(asked, **narrow):
    """The list of articles narrowed as the board is, and further."""
    return reverse("admin:articles_article_changelist") + asked.address(**narrow)
