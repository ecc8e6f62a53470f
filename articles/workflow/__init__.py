"""The only entrance for a change to an article: write it, move it, publish it. Draws no page."""

from articles.workflow.due import publish_due
from articles.workflow.errors import NotAllowed, NotReady, Overtaken, Problem, Refused
from articles.workflow.hiding import hide, show
from articles.workflow.moving import (
    after_change_of_editions,
    carry_out,
    choices,
    move,
    permitted,
    publish,
    schedule,
    withdraw,
)
from articles.workflow.requirements import REQUIREMENTS, missing
from articles.workflow.restoring import put_back, restore
from articles.workflow.waiving import waive
from articles.workflow.writing import create, edit, hold, lock, may_edit, record

__all__ = [
    "REQUIREMENTS",
    "NotAllowed",
    "NotReady",
    "Overtaken",
    "Problem",
    "Refused",
    "after_change_of_editions",
    "carry_out",
    "choices",
    "create",
    "edit",
    "hide",
    "hold",
    "lock",
    "may_edit",
    "missing",
    "move",
    "permitted",
    "publish",
    "publish_due",
    "put_back",
    "record",
    "restore",
    "schedule",
    "show",
    "waive",
    "withdraw",
]
