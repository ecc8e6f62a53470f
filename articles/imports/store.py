"""Make drafts of incoming items, each page once. Nothing else in this room touches models."""

import html
from dataclasses import dataclass, replace

from django.db import IntegrityError, OperationalError, transaction
from django.db.models import Q, TextChoices
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from articles import turns, workflow
from articles.imports.dating import date_of
from articles.imports.identity import digest, likeness, title_key
from articles.imports.item import Known, Remark
from articles.models import Article, Author, Category, DateBasis, IntakeItem
from articles.readership import record_imported_shares
from articles.states import State
from articles.text.fold import fold
from articles.text.plain import paragraphs
from articles.text.slugs import slugify

ARABIC = "ar"
SAME_PAGE = 0.3  # so much of a text is left when a page was changed; another page shares less
ATTEMPTS = 4
EDITED_HERE = _("it was edited here since; publish it in the newsroom")
COLLISIONS = ("23505", "40P01", "40001")  # unique violation, deadlock, serialization failure


class Kind(TextChoices):
    """What became of an item."""

    CREATED = "created", _("created as article %(number)s")
    UPDATED = "updated", _("the page has changed; draft %(number)s updated")
    UNCHANGED = "unchanged", _("unchanged; it is article %(number)s")
    EDITED = (
        "edited_since",
        _("the page has changed, but article %(number)s was edited here; nothing overwritten"),
    )
    LEFT_DESK = (
        "left_desk",
        _("the page has changed, but article %(number)s is no longer a draft; nothing overwritten"),
    )
    REFUSED = "refused", _("not imported")


@dataclass(frozen=True)
class Outcome:
    """What became of an item, in words for the operator, and what its editor should know."""

    kind: Kind
    article: Article | None = None
    problem: str = ""  # why it was refused, or not published
    notes: tuple[Remark, ...] = ()
    address: str = ""  # where readers find it

    @property
    def message(self):
        """One line in the reader's language."""
        return str(self.kind.label) % {"number": self.article.pk if self.article else ""}


def known():
    """What readers of formats may know: the time zone and the names of the sections."""
    names = Category.objects.exclude(name_ar="").values_list("name_ar", flat=True)
    return Known(timezone.get_default_timezone(), tuple(names))


def store(item, by=None, note=""):
    """Make or update the draft of an item; the same page again changes nothing.

    What an editor has touched, or what has left the desk, is never overwritten: the outcome says
    so. Two imports of one page at once make one article.
    """
    if item.language != ARABIC:
        return Outcome(
            Kind.REFUSED,
            problem=str(_("An article begins in Arabic, and this page is not Arabic.")),
        )
    for attempt in range(ATTEMPTS):
        try:
            with transaction.atomic():
                return _store(item, by, note)
        except workflow.NotAllowed as refusal:
            return Outcome(Kind.REFUSED, problem=str(refusal))
        except (IntegrityError, OperationalError) as collision:
            # Somebody else imported the page, or made the same section, a moment ago: look again.
            code = getattr(collision.__cause__, "pgcode", None)
            if code not in COLLISIONS or attempt == ATTEMPTS - 1:
                raise
    raise AssertionError("not reached")


def publish(outcome, by=None, note=""):
    """Publish what an import has just made or found untouched, never an editor's work."""
    if outcome.article is None:
        return outcome
    try:
        with transaction.atomic():
            article = workflow.lock(outcome.article)
            if article.state == State.DRAFT:
                if not _is_untouched(article):
                    return replace(outcome, problem=str(EDITED_HERE))
                workflow.publish(article, by=by, note=_for_history(note, ()))
    except (workflow.NotAllowed, workflow.NotReady) as refusal:
        return replace(outcome, problem=str(refusal))
    return replace(outcome, address=_address(article))


def _store(item, by, note):
    turns.together()
    row = _row_of(item)
    if row is None:
        return _create(item, by, note)
    article = Article.objects.select_for_update().get(pk=row.article_id)
    row.refresh_from_db()
    if row.digest == digest(item):
        IntakeItem.objects.filter(pk=row.pk).update(seen_at=timezone.now())
        return Outcome(Kind.UNCHANGED, article)
    if article.state != State.DRAFT:
        return Outcome(Kind.LEFT_DESK, article, notes=item.warnings)
    if not _is_untouched(article):
        return Outcome(Kind.EDITED, article, notes=item.warnings)
    return _update(article, item, by, note)


def _row_of(item):
    """Find the page among those taken in: by its address, else by its title and its text."""
    rows = list(
        IntakeItem.objects.filter(Q(key=item.key) | Q(key__startswith=title_key(item.title)))
        .select_related("revision")
        .order_by("pk")
    )
    if item.address and (own := [row for row in rows if row.key == item.key]):
        return own[0]
    if same := [row for row in rows if row.digest == digest(item)]:
        return same[0]
    # Two addresses are two pages, however alike they are; a daily headline is not one page either.
    rows = [row for row in rows if not (item.address and row.address)]
    alike = [(likeness(item.paragraphs, _imported(row)), row) for row in rows]
    best = max(alike, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] >= SAME_PAGE else None


def _imported(row):
    """The text as it was taken in, whatever editors made of it."""
    return paragraphs(row.revision.content.get("body_ar") or "") if row.revision_id else ()


def _is_untouched(article):
    """Whether the newest version of an article is the one that an import wrote."""
    newest = article.revisions.order_by("-number").values_list("pk", flat=True).first()
    return article.intake_items.filter(revision=newest).exists()


def _create(item, by, note):
    values, notes = _text(item), list(item.warnings)
    values |= date_of(item, notes)
    values["category"] = _category(item.categories)
    values["tags"] = list(item.tags)
    values["bylines"] = [(_author(name), role) for name, role in item.byline]
    if item.picture:
        notes.append(
            Remark(
                _("The page has a picture, which was not fetched: %(address)s"),
                address=item.picture,
            )
        )
    article = workflow.create(values, by=by, note=_for_history(note, notes))
    if item.shares is not None:
        record_imported_shares(article, item.shares)
    _remember(article, item)
    return Outcome(Kind.CREATED, article, notes=tuple(notes))


def _update(article, item, by, note):
    """Write the page's new text into an untouched draft; its section and tags are as they were."""
    values, notes = _text(item), list(item.warnings)
    if item.published and article.date_basis != DateBasis.STATED:
        values |= date_of(item, notes)
    article = workflow.edit(article, values, by=by, note=_for_history(note, notes))
    _remember(article, item)
    return Outcome(Kind.UPDATED, article, notes=tuple(notes))


def _remember(article, item):
    """Note which page this article is, and which version of it the page became."""
    noted = {
        "digest": digest(item),
        "revision": article.revisions.order_by("-number").first(),
        "seen_at": timezone.now(),
    }
    article.intake_items.update(**noted)
    first = {"format": item.format, "address": item.address, "read_on": item.read_on}
    for key in _keys(item):
        if not article.intake_items.filter(key=key).exists():
            # Not get_or_create: a key that another import took meanwhile must stop this one.
            IntakeItem.objects.create(article=article, key=key, **first, **noted)


def _keys(item):
    """The keys by which the page is found again: its address, and its title for a bare copy."""
    by_title = title_key(item.title)
    others = IntakeItem.objects.filter(key=by_title).exclude(digest=digest(item))
    if others.exists():
        by_title = f"{by_title}:{digest(item)[:16]}"
    return [item.key, by_title] if item.address else [by_title]


def _text(item):
    body = "".join(f"<p>{html.escape(text, quote=False)}</p>" for text in item.paragraphs)
    return {"title_ar": item.title, "lead_ar": item.lead, "body_ar": body}


def _category(path):
    """Return the section at the end of a path of names from the root, making what is missing."""
    if len(path) == 1 and (only := _only_one(path[0])):
        return only
    parent = None
    for name in path:
        found = Category.objects.filter(parent=parent, folded=fold(name)).first()
        parent = found or Category.objects.create(
            parent=parent, name_ar=name, slug=_free_slug(parent, name)
        )
    return parent


def _only_one(name):
    """A page that names one section may mean one deep in the tree, if no other bears the name."""
    found = list(Category.objects.filter(folded=fold(name))[:2])
    return found[0] if len(found) == 1 else None


def _free_slug(parent, name):
    slug = wanted = slugify(name) or "section"
    number = 1
    while Category.objects.filter(parent=parent, slug=slug).exists():
        number += 1
        slug = f"{wanted}-{number}"
    return slug


def _author(name):
    """Return the author of that name in whatever letters, or a new one."""
    found = Author.objects.filter(folded=fold(name)).order_by("pk").first()
    return (
        found
        or Author.objects.get_or_create(slug=slugify(name) or "author", defaults={"name_ar": name})[
            0
        ]
    )


def _for_history(note, notes):
    """What the article's history keeps about the import, in the newsroom's language."""
    with translation.override(ARABIC):
        return "\n".join(text for text in map(str, (note, *notes)) if text)


def _address(article):
    """Where readers find the article now, or nothing."""
    edition = article.editions.live().filter(language=ARABIC).first()
    return edition.get_absolute_url() if edition else ""
