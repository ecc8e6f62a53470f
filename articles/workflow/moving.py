"""Make the moves of the table with a story. Every state a story takes, it takes here."""

from functools import partial

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import editions, revisions, roles, search, states
from articles.models import DateBasis, Event
from articles.readership import RANKING_KEYS
from articles.states import Note, State
from articles.workflow import correcting, requirements
from articles.workflow.errors import NotAllowed, NotReady, Problem
from articles.workflow.restoring import put_back
from articles.workflow.writing import keep, lock, not_overtaken

ORDER = [language for language, _name in settings.LANGUAGES]


@transaction.atomic
def move(article, name, by=None, note="", *, seen=None, **given):
    """Make one move of the table, record it with its note, and return the article.

    ``seen``: the number of the version that was looked at; a newer one refuses the move. ``given``
    is what the move asks for besides: ``at`` for a schedule; ``act`` and ``sentences`` for a change
    of a live story (see `correcting`), ``sentences`` for readers of what is withdrawn. Raises
    NotAllowed, NotReady or Overtaken, having changed nothing.
    """
    article = lock(article)
    step = permitted(article, name, by)
    if seen is not None:
        not_overtaken(article, seen)
    if step.note == Note.MUST and by is not None and not note.strip():
        raise NotReady([Problem("note", _("Write why: it stays in the story's history."), "note")])
    return carry_out(article, step, by, note, given)


def carry_out(article, step, by, note="", given=None):
    """Make a move that is permitted. The caller holds the article's row.

    ``given`` may also hold ``moment``, the time that counts as now, and ``details`` for the event.
    """
    given = {"note": note} | (given or {})
    before = article.state
    article.state = step.end
    details = {"from": before, "to": str(step.end)} | given.get("details", {})
    if effect := EFFECTS.get(step.name):
        details |= effect(article, step, by, given)
    if article.state != State.SCHEDULED:
        article.scheduled_for = article.scheduled_by = None
        article.publishing_as = {}
    article.save()
    search.index_article(article)
    Event.objects.create(article=article, name=step.name, by=by, note=note, details=details)
    return article


def publish(article, by=None, note="", **given):
    """Turn the article into one edition per complete language and return them.

    Languages that are no longer complete lose their edition. Refuses as `move` does.
    """
    article = move(article, "publish", by, note, **given)
    return sorted(article.editions.live(), key=lambda edition: ORDER.index(edition.language))


def withdraw(article, by=None, note="", **given):
    """Take the article from readers: every edition and every place in a list goes at once."""
    return move(article, "withdraw", by, note, **given)


def schedule(article, at, by=None, note="", **given):
    """Let the article go out by itself at the time ``at``; the worker publishes it."""
    return move(article, "schedule", by, note, at=at, **given)


def choices(article, by, pending=None):
    """Return the moves this person may make with the story as it is, as rows of the table.

    ``pending``: what to take for granted of changes that are not public; as it is, unless said.
    Asks nothing of what publishing requires.
    """
    held = roles.rights_of(by)
    pending = article.pending if pending is None else pending
    found = {}
    for step in states.moves_from(article.state):
        if _fits(step, article, pending) and held.may(step, article):
            found.setdefault(step.name, step)
    return list(found.values())


def permitted(article, name, by):
    """Return the row of the move of that name, or raise NotAllowed with a sentence for people."""
    held = roles.rights_of(by)
    refusals = []
    for step in states.rows(article.state, name):
        refusal = _misfit(step, article) or held.refusal(step, article)
        if not refusal:
            return step
        refusals.append(refusal)
    if not refusals:
        raise NotAllowed(
            _("An article in the state “%(state)s” can not be moved so.")
            % {"state": article.get_state_display()}
        )
    raise NotAllowed(refusals[0])


def _fits(step, article, pending):
    return step.live in (None, article.is_live) and (pending or not step.pending)


def _misfit(step, article):
    """Say why the story is not one that the move is for; empty when it is."""
    if step.live is True and not article.is_live:
        return _("Readers see nothing of this story.")
    if step.live is False and article.is_live:
        return _("Readers see this story: withdraw it first.")
    if step.pending and not article.pending:
        return _("Nothing was changed since it was published.")
    return ""


def _publish(article, step, by, given):
    moment = given.get("moment") or timezone.now()
    settled = correcting.settle(article, by, given)
    _require(article, moment, by, settled.problems)
    if article.published_at is None:
        article.published_at, article.date_basis = moment, DateBasis.SET
    revision = revisions.take(article, by)
    languages = editions.complete_languages(article)
    made = [
        editions.make(article, language, revision, moment, act=settled.act, **settled.how(language))
        for language in languages
    ]
    editions.link(made)
    for edition in [*made, *editions.remove(article, keeping=languages)]:
        search.index_edition(edition)
    correcting.tell(made, settled, by)
    if article.live_revision_id != revision.pk or not article.is_live:
        article.live_since = timezone.now()
    article.live_revision, article.pending = revision, False
    transaction.on_commit(partial(after_change_of_editions, article.pk))
    number = max(edition.number for edition in made)
    return {"edition": number, "revision": revision.number} | settled.details


def _withdraw(article, step, by, given):
    sentences = correcting.public_sentences(given)
    for edition in editions.remove(article, because=sentences):
        search.index_edition(edition)
    correcting.stand(article.pk)
    article.live_since = article.live_revision = None
    article.pending = False
    transaction.on_commit(partial(after_change_of_editions, article.pk))
    return {"sentences": sentences} if sentences else {}


def _schedule(article, step, by, given):
    at = given.get("at")
    if at is None:
        raise NotReady([Problem("time", _("Say at which day and hour it shall go out."), "at")])
    if at <= timezone.now():
        raise NotReady([Problem("time", _("This time is past. Choose one that is ahead."), "at")])
    settled = correcting.settle(article, by, given)
    _require(article, at, by, settled.problems)
    article.publishing_as = correcting.kept(settled)
    article.scheduled_for, article.scheduled_by = at, by
    return {"for": at.isoformat()}


def _drop(article, step, by, given):
    left_out = put_back(article, article.live_revision.content)
    keep(article, by)
    return {"revision": article.live_revision.number, "left_out": left_out}


def _require(article, moment, by, further=()):
    problems = [*requirements.missing(article, moment, by_operator=by is None), *further]
    if problems:
        raise NotReady(problems)


# What a move does beside changing the state: a function of the held article, the row of the table,
# the person and what was given; it returns details for the event.
EFFECTS = {
    "publish": _publish,
    "withdraw": _withdraw,
    "schedule": _schedule,
    "drop": _drop,
}


def after_change_of_editions(article_id):
    """What happens once readers' pages changed and the data is safe: new rankings."""
    cache.delete_many(RANKING_KEYS)
