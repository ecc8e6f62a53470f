"""Set aside one thing that publishing requires, for one article and with a reason."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles import roles
from articles.models import Event, Waiver
from articles.workflow.errors import NotAllowed, NotReady, Problem
from articles.workflow.requirements import BY_NAME
from articles.workflow.writing import lock


@transaction.atomic
def waive(article, name, reason, by=None):
    """Set aside the requirement called ``name``; the reason stays in the history.

    Raises NotAllowed for who may not or for a requirement that none may set aside, NotReady
    without a reason. A second waiver of one requirement changes nothing.
    """
    article = lock(article)
    requirement = BY_NAME.get(name)
    if requirement is None or not requirement.waivable:
        raise NotAllowed(_("Nobody can set this aside."))
    if not roles.rights_of(by).may_waive():
        raise NotAllowed(_("Only the managing editor can set this aside."))
    if not reason.strip():
        raise NotReady([Problem("reason", _("Write why this is set aside."), "reason")])
    waiver, made = Waiver.objects.get_or_create(
        article=article, check_name=name, defaults={"reason": reason.strip(), "by": by}
    )
    if made:
        Event.objects.create(
            article=article,
            name="waive",
            by=by,
            note=f"{requirement.label}: {waiver.reason}",
            details={"requirement": name},
        )
    return waiver
