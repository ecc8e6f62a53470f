"""Keep what readers had: the words of an edition when a newer one takes their place."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from articles.editions.marks import unmark
from articles.models import FormerEdition


def words_of(edition):
    """The words of an edition by field, its body without our marks and links."""
    return {"title": edition.title, "lead": edition.lead, "body": unmark(edition.body)}


def keep(edition, number, had, at, act=""):
    """Keep the words ``had`` of an edition, which had this number until now, and count them.

    ``edition`` has its new words already and is saved by the caller; ``at`` is when readers get
    them. Whatever was taken from readers and comes back with other words stays hidden: it was
    withdrawn for a reason. An editor may show it.
    """
    until = edition.withdrawn_at or at
    since = edition.since or edition.changed_at or edition.published_at
    with translation.override(settings.LANGUAGE_CODE):
        because = gettext("It was withdrawn with its story.") if edition.withdrawn_at else ""
    if because:
        edition.former.filter(hidden_because="").update(hidden_because=because)
    FormerEdition.objects.create(
        edition=edition,
        number=number,
        since=min(since, until),
        until=until,
        replaced_as=act,
        hidden_because=because,
        **had,
    )
    edition.earlier += 1
    edition.since = at
