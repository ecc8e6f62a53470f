"""The only entrance for a change to an article: write, publish, withdraw. Draws no page."""

from functools import partial

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles import editions, recognition, revisions, search, states, turns
from articles.models import Article, Byline, Citation, DateBasis, Event, Image, Origin
from articles.readership import RANKING_KEYS
from articles.text.dates import long_date

WRITABLE = frozenset(
    [
        f"{field}_{language}"
        for field in revisions.TRANSLATED
        for language, _name in settings.LANGUAGES
    ]
    + ["kind", "category", "image", "published_at", "date_basis", "embargo_until"]
)


class NotAllowed(Exception):
    """The state of the article or the rights of the person forbid the move; nothing was changed."""


class NotReady(Exception):
    """The article lacks what publishing requires; ``problems`` says what, for people."""

    def __init__(self, problems):
        self.problems = problems
        super().__init__(" ".join(problems))


@transaction.atomic
def create(values, by=None, note=""):
    """Write a new draft and return it.

    ``values``: translated fields by column (``title_ar``, ``body_en`` …), ``kind``, ``category``,
    ``image``, ``published_at``, ``date_basis``, ``embargo_until``; ``bylines`` as (author, role)
    or, in one language only, (author, role, language); ``tags`` as names; ``citations`` as dicts of
    Citation's own fields, an editor's from then on. ``by`` None is the operator's command line.
    """
    require(by, "articles.add_article")
    turns.together()
    article = Article(created_by=by)
    _write(article, values)
    return record(article, "create", by, note)


@transaction.atomic
def edit(article, values, by=None, note=""):
    """Change the working copy; readers see nothing of it until it is published."""
    require(by, "articles.change_article")
    article = lock(article)
    _write(article, values)
    return record(article, "edit", by, note)


def hold(article, by):
    """Open an edit that a form makes row by row: check the right, hold the article's row.

    ``record`` closes it, in the same transaction.
    """
    require(by, "articles.change_article" if article.pk else "articles.add_article")
    if article.pk:
        # The form read the row before it was held: a move made meanwhile must not be undone.
        article.state = lock(article).state
    else:
        turns.together()
        article.created_by = by


def record(article, name, by=None, note=""):
    """Close an edit: bring derived rows up to date, save the version, say who did what."""
    recognition.refresh(article)
    search.index_article(article)
    revisions.take(article, by)
    _event(article, name, by, note)
    return article


@transaction.atomic
def move(article, name, by=None, note=""):
    """Make one editorial move that concerns the newsroom only, and record it.

    Raises NotAllowed, having changed nothing, when state or rights forbid it.
    """
    article = lock(article)
    step = permitted(article, name, by)
    article.state = step.end
    article.save(update_fields=["state", "changed_at"])
    search.index_article(article)
    _event(article, name, by, note)
    return article


@transaction.atomic
def publish(article, by=None, note=""):
    """Turn the article into one edition per complete language and return them.

    Languages that are no longer complete lose their edition. Raises NotAllowed or NotReady, having
    changed nothing.
    """
    article = lock(article)
    step = permitted(article, "publish", by)
    problems = obstacles(article)
    if problems:
        raise NotReady(problems)
    if article.published_at is None:
        article.published_at, article.date_basis = timezone.now(), DateBasis.SET
    article.state = step.end
    article.save(update_fields=["state", "published_at", "date_basis", "changed_at"])
    revision = revisions.take(article, by)
    languages = editions.complete_languages(article)
    made = [editions.make(article, language, revision) for language in languages]
    editions.link(made)
    for edition in [*made, *editions.remove(article, keeping=languages)]:
        search.index_edition(edition)
    search.index_article(article)
    _event(article, "publish", by, note)
    transaction.on_commit(partial(after_change_of_editions, article.pk))
    return made


@transaction.atomic
def withdraw(article, by=None, note=""):
    """Take the article from readers: every edition and every place in a list goes at once."""
    article = lock(article)
    step = permitted(article, "withdraw", by)
    article.state = step.end
    article.save(update_fields=["state", "changed_at"])
    for edition in editions.remove(article):
        search.index_edition(edition)
    search.index_article(article)
    _event(article, "withdraw", by, note)
    transaction.on_commit(partial(after_change_of_editions, article.pk))
    return article


def after_change_of_editions(article_id):
    """What happens once readers' pages changed and the data is safe: new rankings."""
    cache.delete_many(RANKING_KEYS)


def obstacles(article):
    """Return what stands between the article and readers, as sentences; empty when nothing does."""
    problems = []
    if not editions.complete_languages(article):
        problems.append(_("The article has no text yet."))
    if article.category_id is None:
        problems.append(_("Choose a section for the article."))
    if article.embargo_until and article.embargo_until > timezone.now():
        until = timezone.localtime(article.embargo_until)
        problems.append(
            _("The article is under embargo until %(time)s.")
            % {"time": f"{long_date(until, get_language())}، {until:%H:%M}"}
        )
    if article.image_id and article.image.rights == Image.Rights.UNCLEAR:
        problems.append(_("The rights of the picture are not cleared."))
    return problems


def lock(article):
    """Return the article as the database has it, its row held to the end of the transaction.

    Until then no tag, source or name is merged into another.
    """
    turns.together()
    return Article.objects.select_for_update().get(pk=article.pk)


def permitted(article, name, by):
    """Return the move of that name, or raise NotAllowed with a sentence for people."""
    step = states.find(article.state, name)
    if step is None:
        raise NotAllowed(
            _("An article in the state “%(state)s” can not be moved so.")
            % {"state": article.get_state_display()}
        )
    require(by, step.permission)
    return step


def require(by, permission):
    """Refuse a person who lacks the permission; None is the operator, who holds the server."""
    if by is not None and not by.has_perm(permission):
        raise NotAllowed(_("You have no right to do this. Ask an editor."))


def _write(article, values):
    """Set the given fields and save; bylines and tags follow the row they hang on."""
    values = dict(values)
    bylines, tags = values.pop("bylines", None), values.pop("tags", None)
    citations = values.pop("citations", None)
    if unknown := values.keys() - WRITABLE:
        raise ValueError(f"not a field of an article: {', '.join(sorted(unknown))}")
    for name, value in values.items():
        setattr(article, name, value)
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
    if citations is not None:
        article.citations.exclude(origin=Origin.REJECTED).delete()
        Citation.objects.bulk_create(
            Citation(article=article, origin=Origin.EDITOR, position=position, **one)
            for position, one in enumerate(citations)
        )


def _event(article, name, by, note):
    Event.objects.create(article=article, name=name, by=by, note=note)
