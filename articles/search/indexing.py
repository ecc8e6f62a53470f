"""Write what search reads: one row for each edition and each working copy. Decides no ranking.

Called in the transaction that makes or changes the text, so that what readers can open can be
found, and what was withdrawn can not.
"""

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from articles.models import Article, ArticleIndex, Edition, EditionIndex, LexemeChange
from articles.search import clauses
from articles.search.lexemes import VERSION, label_of, month, vectors, year
from articles.tasks import task
from articles.text.plain import plain_text

BATCH = 200
# The texts of a working copy that are found as its body is.
WORDS = ("body", "claim", "claimant", "verdict_sentence", "box_title", "box")
LEXEMES = "SELECT tsvector_to_array(lexemes) FROM articles_editionindex WHERE edition_id = %s"
# A row that would stay as it is is not written: a rebuild costs what it changes.
WRITE = """
    INSERT INTO {table} AS row ({key}, language, published_at, section, sources, title_key, version,
        head, lexemes)
    VALUES (%(key)s, %(language)s, %(published_at)s, %(section)s, %(sources)s::bigint[],
        %(title_key)s, %(version)s, %(head)s::tsvector, %(lexemes)s::tsvector)
    ON CONFLICT ({unique}) DO UPDATE SET
        language = excluded.language, published_at = excluded.published_at,
        section = excluded.section, sources = excluded.sources, title_key = excluded.title_key,
        version = excluded.version, head = excluded.head, lexemes = excluded.lexemes
    WHERE (row.language, row.published_at, row.section, row.sources, row.title_key, row.version,
        row.head, row.lexemes) IS DISTINCT FROM (excluded.language, excluded.published_at,
        excluded.section, excluded.sources, excluded.title_key, excluded.version, excluded.head,
        excluded.lexemes)
"""


def index_edition(edition, tell=True):
    """Write the row of an edition, or take it away when readers may not see the edition.

    ``tell`` leaves word of new and vanished words for the one who counts them; who counts
    everything anew afterwards needs none.
    """
    before = _lexemes(edition.pk) if tell else ()
    if edition.withdrawn_at is not None:
        EditionIndex.objects.filter(pk=edition.pk).delete()
    else:
        _write(
            EditionIndex,
            edition.pk,
            vectors(
                edition.title,
                edition.lead,
                f"{edition.plain}\n{edition.beside}",
                labels_of(edition),
            ),
            language=edition.language,
            published_at=edition.published_at,
            section=edition.section_id,
            sources=sorted({one["source"] for one in edition.cited}),
        )
    if tell:
        _tell(before, _lexemes(edition.pk))


def labels_of(edition):
    """Return the labels of an edition: its sections, names, sources, authors, tags, its date."""
    trail = edition.section.trail if edition.section_id else ()
    day = timezone.localtime(edition.published_at, timezone.get_default_timezone())
    return [
        *(label_of("section", section.pk) for section in trail),
        *(label_of("entity", pk) for pk in edition.entity_ids),
        *(label_of("source", one["source"]) for one in edition.cited),
        *(label_of("author", one["author"]) for one in edition.people),
        *(label_of("tag", one["tag"]) for one in edition.tagged),
        year(day),
        month(day),
    ]


@task
def index_labelled(label):
    """Index again, in the background, every text whose row has a label that the text itself no
    longer has: what the label named was merged into another."""
    for model, key, taken, write, labels in (
        (EditionIndex, "edition_id", held, index_edition, labels_of),
        (ArticleIndex, "article_id", held_articles, index_article, labels_of_article),
    ):
        rows = model.objects.extra(where=["lexemes @@ %s::tsquery"], params=[clauses.label(label)])
        while batch := list(rows.order_by(key).values_list(key, flat=True)[:BATCH]):
            with transaction.atomic():
                for text in taken(batch):
                    write(text)
                    if label in labels(text):
                        raise ValueError(f"{text._meta.model_name} {text.pk} has {label} still")


def held(pks):
    """Return editions as they are now, their rows held: a publication waits or goes first."""
    return (
        Edition.objects.select_for_update(of=["self"])
        .select_related("section__parent__parent")
        .filter(pk__in=pks)
        .order_by("pk")
    )


def held_articles(pks):
    """Return working copies as they are now, their rows held: an edit waits or goes first."""
    return Article.objects.select_for_update().filter(pk__in=pks).order_by("pk")


def index_article(article):
    """Write the rows of a working copy, one for each language it is written in."""
    labels = labels_of_article(article)
    written = []
    for language, _name in settings.LANGUAGES:
        title = getattr(article, f"title_{language}") or ""
        text = "\n".join(
            plain_text(getattr(article, f"{name}_{language}") or "") for name in WORDS
        ).strip()
        if not (title or text):
            continue
        lead = getattr(article, f"lead_{language}") or ""
        _write(
            ArticleIndex,
            article.pk,
            vectors(title, lead, text, labels),
            language=language,
            published_at=article.published_at,
            section=article.category_id,
            sources=sorted(int(one[1:]) for one in labels if one.startswith("o")),
        )
        written.append(language)
    ArticleIndex.objects.filter(article_id=article.pk).exclude(language__in=written).delete()


def labels_of_article(article):
    """Return the labels of a working copy: those of an edition, and what the newsroom asks for.

    ``in_draft`` its state, ``is_news`` its kind, ``u3`` a person whose it is: who began it or, as
    one of its authors, signs it.
    """
    trail = article.category.trail if article.category_id else ()
    bylines = list(article.bylines.values_list("author", "author__user"))
    people = {article.created_by_id, *(user for _author, user in bylines)} - {None}
    # A draft without a date belongs to the newest texts, which a search of a common word asks.
    day = article.published_at or timezone.now()
    return [
        *(label_of("section", section.pk) for section in trail),
        *(label_of("entity", pk) for pk in _named(article.mentions, "entity")),
        *(label_of("source", pk) for pk in _named(article.citations, "source")),
        *(label_of("author", author) for author, _user in bylines),
        *(label_of("tag", pk) for pk in article.tagged.values_list("tag", flat=True)),
        year(day),
        month(day),
        in_state(article.state),
        of_kind(article.kind),
        *map(of_person, people),
    ]


def _named(references, name):
    return set(references.standing().values_list(name, flat=True))


def in_state(state):
    """Name the label of a state of the newsroom: ``in_draft``."""
    return f"in_{state}"


def of_kind(kind):
    """Name the label of a kind of text: ``is_news``."""
    return f"is_{kind}"


def of_person(pk):
    """Name the label of whoever began or signs a text: ``u3``."""
    return f"u{pk}"


def _write(model, key, made, **values):
    """Write one row of an index, unless it stands so already."""
    is_edition = model is EditionIndex
    statement = WRITE.format(
        table=model._meta.db_table,
        key="edition_id" if is_edition else "article_id",
        unique="edition_id" if is_edition else "article_id, language",
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, {"key": key, "version": VERSION} | values | made._asdict())


def _lexemes(pk):
    with connection.cursor() as cursor:
        cursor.execute(LEXEMES, [pk])
        row = cursor.fetchone()
    return set(row[0]) if row else set()


def _tell(before, after):
    """Leave word of what came and went for the one who counts."""
    added, removed = sorted(after - before), sorted(before - after)
    if added or removed:
        LexemeChange.objects.create(added=added, removed=removed)
