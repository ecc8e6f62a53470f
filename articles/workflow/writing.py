"""Write the working copy of an article. Readers see nothing of it until it is published."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import recognition, revisions, roles, search, states, turns
from articles.models import Article, Byline, Citation, Event, Figure, Origin
from articles.workflow.errors import NotAllowed, Overtaken

WRITABLE = frozenset(
    [
        f"{field}_{language}"
        for field in revisions.TRANSLATED
        for language, _name in settings.LANGUAGES
    ]
    + ["kind", "category", "image", "published_at", "date_basis", "embargo_until", "desk", "due_at"]
    + ["verdict", "claim_at", "claim_url"]
)
# What a form does not hold and must not bring back from the time when it was opened.
KEPT = (
    "state", "scheduled_for", "scheduled_by_id", "live_since", "live_revision_id", "pending",
    "created_by_id", "publishing_as",
)  # fmt: skip


@transaction.atomic
def create(values, by=None, note=""):
    """Write a new draft and return it.

    ``values``: translated fields by column (``title_ar``, ``body_en`` …) and the other ``WRITABLE``
    ones; ``bylines`` as (author, role) or, in one language only, (author, role, language);
    ``tags`` as names; ``citations`` as dicts of Citation's own fields, an editor's from then on;
    ``figures`` as dicts of Figure's, in their order.
    ``by`` None is the operator's command line.
    """
    require_to_write(None, by)
    turns.together()
    article = Article(created_by=by)
    write(article, values)
    return record(article, "create", by, note)


@transaction.atomic
def edit(article, values, by=None, note="", seen=None):
    """Change the working copy; readers see nothing of it until it is published.

    ``seen``: the number of the version that was looked at. Raises NotAllowed where state or rights
    forbid it, Overtaken when somebody saved a newer version.
    """
    article = lock(article)
    require_to_write(article, by)
    if seen is not None:
        not_overtaken(article, seen)
    write(article, values)
    return record(article, "edit", by, note)


def hold(article, by, seen=None):
    """Open an edit that a form makes row by row: check the right, hold the article's row.

    ``record`` closes it, in the same transaction. Refuses as `edit` does.
    """
    if not article.pk:
        require_to_write(None, by)
        turns.together()
        article.created_by = by
    else:
        standing = lock(article)
        require_to_write(standing, by)
        if seen is not None:
            not_overtaken(standing, seen)
        # The form read the row before it was held: a move made meanwhile must not be undone.
        for name in KEPT:
            setattr(article, name, getattr(standing, name))
    _settle(article)


def record(article, name, by=None, note="", details=None):
    """Close an edit: bring derived rows up to date, save the version, say who did what."""
    keep(article, by)
    Event.objects.create(article=article, name=name, by=by, note=note, details=details or {})
    return article


def keep(article, by=None):
    """Bring derived rows up to date and save the version, for whoever writes the event."""
    recognition.refresh(article)
    revision = revisions.take(article, by)
    live = article.live_revision
    pending = live is not None and not revisions.same(live.content, revision.content)
    if pending != article.pending:
        article.pending = pending
        article.save(update_fields=["pending", "changed_at"])
    search.index_article(article)


def lock(article):
    """Return the article as the database has it, its row held to the end of the transaction.

    Until then no tag, source or name is merged into another.
    """
    turns.together()
    return Article.objects.select_for_update().get(pk=article.pk)


def may_edit(article, by):
    """Whether this person may change the text of the article as it stands."""
    return roles.rights_of(by).may_write(article)


def require_to_write(article, by):
    """Raise NotAllowed unless this person may write: the article, or a new one for None."""
    held = roles.rights_of(by)
    if article is None:
        if not (held.everything or held.roles & set(states.WRITERS)):
            raise NotAllowed(_("You have no right to do this. Ask an editor."))
    elif refusal := held.refusal_to_write(article):
        raise NotAllowed(refusal)


def not_overtaken(article, seen):
    """Raise Overtaken when a newer version than number ``seen`` was saved. The row is held."""
    newest = article.revisions.select_related("by").first()
    if newest is not None and newest.number > seen:
        raise Overtaken(
            newest,
            _("%(name)s saved this article at %(time)s, after you opened it. Look at it again.")
            % {
                "name": newest.by or _("The system"),
                "time": f"{timezone.localtime(newest.at):%H:%M}",
            },
        )


def _settle(article):
    """Give a story that has no desk to the desk of its section."""
    if article.desk_id is None and article.category_id:
        article.desk_id = article.category.desk_in_charge


def write(article, values):
    """Set the given fields and save; bylines and tags follow the row they hang on."""
    values = dict(values)
    bylines, tags = values.pop("bylines", None), values.pop("tags", None)
    citations, figures = values.pop("citations", None), values.pop("figures", None)
    if unknown := values.keys() - WRITABLE:
        raise ValueError(f"not a field of an article: {', '.join(sorted(unknown))}")
    for name, value in values.items():
        setattr(article, name, value)
    _settle(article)
    article.save()
    if bylines is not None:
        article.bylines.all().delete()
        Byline.objects.bulk_create(
            Byline(
                article=article, position=position, author=author, role=role, language="".join(only)
            )
            for position, (author, role, *only) in enumerate(bylines)
        )
    if tags is not None:
        article.tags.set(tags)
    if figures is not None:
        article.figures.all().delete()
        Figure.objects.bulk_create(
            Figure(article=article, position=position, **one)
            for position, one in enumerate(figures)
        )
    if citations is not None:
        article.citations.exclude(origin=Origin.REJECTED).delete()
        Citation.objects.bulk_create(
            Citation(article=article, origin=Origin.EDITOR, position=position, **one)
            for position, one in enumerate(citations)
        )
