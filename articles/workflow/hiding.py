"""Hide from readers what they had before, and show it again. The words stay in the newsroom."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles import roles
from articles.models import Event, FormerEdition
from articles.workflow.errors import NotAllowed, NotReady, Problem
from articles.workflow.writing import lock


def hide(former, because, by=None):
    """Hide a former edition from readers; the reason stays in its story's history.

    Raises NotAllowed for who may not, NotReady without a reason. Hiding it again for the same
    reason changes nothing.
    """
    if not because.strip():
        raise NotReady([Problem("reason", _("Write why it is hidden."), "hidden_because")])
    return _set(former, "hide", because.strip(), by)


def show(former, by=None):
    """Show readers a former edition again. Raises NotAllowed for who may not."""
    return _set(former, "show", "", by)


@transaction.atomic
def _set(former, name, because, by):
    if not roles.rights_of(by).may_hide():
        raise NotAllowed(_("Only the managing editor can hide what readers had."))
    article = lock(former.edition.article)
    former = FormerEdition.objects.select_related("edition").get(pk=former.pk)
    if former.hidden_because == because:
        return former
    former.hidden_because, former.hidden_by = because, by if because else None
    former.save(update_fields=["hidden_because", "hidden_by"])
    details = {"edition": former.number, "language": former.edition.language}
    Event.objects.create(article=article, name=name, by=by, note=because, details=details)
    return former
