"""Make the edition of one article in one language. Called by workflow inside its transaction."""

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext

from articles.editions.beside import box_of, claim_of, figures_of
from articles.editions.clean import clean
from articles.editions.former import keep, words_of
from articles.editions.marks import mark
from articles.editions.placing import lists_of, place
from articles.editions.shaping import shape
from articles.models import Edition, Kind, ReadCount
from articles.text.plain import paragraphs, plain_text
from articles.text.reading import minutes
from articles.text.slugs import slugify

SUMMARY_LENGTH = 220
# Readers are told of new words or another picture, not of a link of ours.
TOLD = ("title", "lead", "plain", "picture", "claim", "box", "figures")


def complete_languages(article):
    """Return the languages in which the article has both a title and a text."""
    return [
        language
        for language, _name in settings.LANGUAGES
        if getattr(article, f"title_{language}")
        and plain_text(clean(getattr(article, f"body_{language}") or ""))
    ]


def make(article, language, revision, at=None, told=TOLD, always=False, act=""):
    """Replace the edition of the article in this language and its places; return it.

    The caller holds the article's row. A first edition takes number 1; a changed one counts on
    and remembers when it changed; publishing the same again leaves number and date alone.
    ``at``: the time that counts as now. ``told``: the fields whose change gives it a new date;
    ``always``: it gets one in any case. ``act``: what the change is called, for `former.keep`.
    """
    at = at or timezone.now()
    edition = article.editions.select_for_update().filter(language=language).first()
    is_new = edition is None
    if is_new:
        shares = ReadCount.objects.shares_of(article)
        edition = Edition(article=article, language=language, number=0, shares=shares, since=at)
    had = None if is_new else words_of(edition)
    changed_at, number = edition.changed_at, edition.number
    with translation.override(language):
        values = compose(article, language)
    if not is_new and (always or any(getattr(edition, name) != values[name] for name in told)):
        edition.changed_at = at
    if is_new or edition.revision_id != revision.pk:
        edition.number += 1
    for name, value in values.items():
        setattr(edition, name, value)
    if had and edition.number > number:
        is_told = edition.changed_at != changed_at
        if is_told or words_of(edition) != had:
            keep(edition, number, had, at, act)
    edition.revision = revision
    edition.withdrawn_at, edition.withdrawn_because = None, ""
    edition.save()
    place(edition, lists_of(edition))
    return edition


def link(made):
    """Tell each of one article's editions where the same story stands in the other languages."""
    for edition in made:
        edition.alternates = {
            other.language: other.slug for other in made if other.language != edition.language
        }
        edition.save(update_fields=["alternates"])


def remove(article, keeping=(), because=None):
    """Take the article's editions from readers and out of every list, save in languages to keep.

    The rows stay, so that their addresses can say that something was withdrawn, and ``because``,
    a sentence by language. Returns them.
    """
    removed = []
    for edition in article.editions.live().exclude(language__in=keeping).select_for_update():
        place(edition, ())
        edition.withdrawn_at = timezone.now()
        edition.withdrawn_because = (because or {}).get(edition.language, "")
        edition.save(update_fields=["withdrawn_at", "withdrawn_because"])
        removed.append(edition)
    return removed


def compose(article, language):
    """Return the values of an edition: everything a public page shows, finished.

    The language is active while this runs, so that labels come out in it.
    """
    title = getattr(article, f"title_{language}").strip()
    lead = (getattr(article, f"lead_{language}") or "").strip()
    body = clean(getattr(article, f"body_{language}") or "")
    mentions = _mentions(article, language)
    citations = _citations(article, language)
    text = plain_text(body)
    shaped, breaks = shape(_marked(body, citations, mentions), gettext("Table"))
    return {
        "kind": article.kind,
        "slug": slugify(title) or Kind.NEWS.value,
        "title": title,
        "lead": lead,
        "summary": lead or _opening(body),
        "body": shaped,
        "breaks": breaks,
        "plain": text,
        "section": article.category,
        "published_at": article.published_at,
        "date_is_stand_in": article.date_is_stand_in,
        "reading_minutes": minutes(text),
        "dateline": getattr(article, f"dateline_{language}") or "",
        "people": _people(article, language),
        "picture": _picture(article, language),
        "figures": figures_of(article, language, _snapshot),
        "claim": claim_of(article, language),
        "box": box_of(article, language),
        "cited": citations,
        "tagged": _tagged(article, language),
        "entity_ids": [mention.entity_id for mention in mentions],
    }


def _opening(body):
    """The first paragraph, cut at a word: what a card says when nobody wrote a lead."""
    first = next(iter(paragraphs(body)), "")
    if len(first) <= SUMMARY_LENGTH:
        return first
    return first[:SUMMARY_LENGTH].rpartition(" ")[0].rstrip("،, ") + "…"


def _mentions(article, language):
    """The names of the article, the most named first; only those with a name in the language."""
    standing = article.mentions.standing().filter(language=language).select_related("entity")
    named = [mention for mention in standing if getattr(mention.entity, f"name_{language}")]
    return sorted(named, key=lambda mention: (-mention.count, mention.start))


def _citations(article, language):
    """The article's citations as plain values, numbered in the order of the text."""
    rows = article.citations.standing().filter(language=language).select_related("source")
    return [
        {
            "number": number,
            "source": row.source_id,
            "name": getattr(row.source, f"name_{language}") or row.source.name_ar,
            "slug": row.source.slug,
            "link": row.url,
            "how": row.how,
            "note": row.note,
            "passage": row.passage,
        }
        for number, row in enumerate(rows.order_by("position", "pk"), start=1)
    ]


def _marked(body, citations, mentions):
    return mark(
        body,
        citations=[
            (
                one["number"],
                one["passage"],
                gettext("Source %(number)s") % {"number": one["number"]},
            )
            for one in citations
        ],
        names=[(one.spelling, one.entity.get_absolute_url()) for one in mentions if one.spelling],
    )


def _people(article, language):
    rows = article.bylines.filter(language__in=("", language)).select_related("author")
    return [
        {
            "name": getattr(row.author, f"name_{language}") or row.author.name_ar,
            "slug": row.author.slug,
            "author": row.author_id,
            "role": row.role,
        }
        # Whose opinion one reads is part of it.
        | ({"bio": bio} if (bio := _bio(article, row.author, language)) else {})
        for row in rows.order_by("position", "pk")
    ]


def _bio(article, author, language):
    return (
        (getattr(author, f"bio_{language}") or "").strip() if article.kind == Kind.OPINION else ""
    )


def _tagged(article, language):
    tags = article.tags.all()
    named = [(tag, getattr(tag, f"name_{language}")) for tag in tags]
    return [{"tag": tag.pk, "name": name, "slug": tag.slug} for tag, name in named if name]


def _picture(article, language):
    if article.image is None:
        return None
    return _snapshot(article.image, getattr(article, f"caption_{language}") or "", language)


def _snapshot(image, caption, language):
    """One picture as a page shows it, with what is said under it."""
    sizes = list(image.renditions.order_by("width"))
    widest = sizes[-1] if sizes else None
    return {
        "image": image.pk,
        "src": (widest or image).file.url,
        "srcset": ", ".join(f"{size.file.url} {size.width}w" for size in sizes),
        "width": (widest or image).width,
        "height": (widest or image).height,
        "alt": getattr(image, f"alt_{language}") or image.alt_ar,
        "credit": getattr(image, f"credit_{language}") or image.credit_ar,
        "caption": caption,
    }
