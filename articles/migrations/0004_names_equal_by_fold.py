"""Let sources and names be equal by fold, and tags have spellings. Twins become one first."""

import django.db.models.deletion
from django.db import migrations, models

import articles.models.fields
from articles.text.fold import fold

LANGUAGES = ("ar", "en")
BATCH = 500

# What a twin leaves to the one that stays. The rules are those of articles/merging as it was when
# this was written; a migration keeps its own.
REFERENCES = {
    "source": (
        """
        DELETE FROM articles_citation AS double USING articles_citation AS held
        WHERE double.source_id = %(gone)s AND held.source_id = %(kept)s
        AND held.article_id = double.article_id AND held.language = double.language
        AND held.passage = double.passage AND NOT (
            double.origin = 'editor' AND held.origin <> 'editor'
            OR double.origin = 'found' AND held.origin = 'rejected'
        )
        """,
        """
        DELETE FROM articles_citation AS double USING articles_citation AS held
        WHERE double.source_id = %(kept)s AND held.source_id = %(gone)s
        AND held.article_id = double.article_id AND held.language = double.language
        AND held.passage = double.passage
        """,
        "UPDATE articles_citation SET source_id = %(kept)s WHERE source_id = %(gone)s",
        "UPDATE articles_alias SET source_id = %(kept)s WHERE source_id = %(gone)s",
        """
        UPDATE articles_edition SET cited = (
            SELECT jsonb_agg(
                CASE WHEN (one.item->'source')::bigint = %(gone)s
                THEN one.item || jsonb_build_object('source', %(kept)s, 'slug', %(kept_slug)s)
                ELSE one.item END ORDER BY one.turn
            )
            FROM jsonb_array_elements(cited) WITH ORDINALITY AS one(item, turn)
        )
        WHERE cited @> jsonb_build_array(jsonb_build_object('source', %(gone)s))
        """,
        """
        UPDATE articles_source AS kept SET
            name_en = coalesce(nullif(kept.name_en, ''), gone.name_en),
            description_ar = coalesce(nullif(kept.description_ar, ''), gone.description_ar),
            description_en = coalesce(nullif(kept.description_en, ''), gone.description_en),
            domain = coalesce(nullif(kept.domain, ''), gone.domain)
        FROM articles_source AS gone WHERE kept.id = %(kept)s AND gone.id = %(gone)s
        """,
        "DELETE FROM articles_source WHERE id = %(gone)s",
    ),
    "entity": (
        """
        UPDATE articles_mention AS one SET
            count = one.count + other.count, start = least(one.start, other.start)
        FROM articles_mention AS other
        WHERE one.entity_id IN (%(kept)s, %(gone)s) AND other.entity_id IN (%(kept)s, %(gone)s)
        AND one.entity_id <> other.entity_id
        AND one.article_id = other.article_id AND one.language = other.language
        AND one.origin <> 'rejected' AND other.origin <> 'rejected'
        """,
        """
        DELETE FROM articles_mention AS double USING articles_mention AS held
        WHERE double.entity_id = %(gone)s AND held.entity_id = %(kept)s
        AND held.article_id = double.article_id AND held.language = double.language AND NOT (
            double.origin = 'editor' AND held.origin <> 'editor'
            OR double.origin = 'found' AND held.origin = 'rejected'
        )
        """,
        """
        DELETE FROM articles_mention AS double USING articles_mention AS held
        WHERE double.entity_id = %(kept)s AND held.entity_id = %(gone)s
        AND held.article_id = double.article_id AND held.language = double.language
        """,
        "UPDATE articles_mention SET entity_id = %(kept)s WHERE entity_id = %(gone)s",
        "UPDATE articles_alias SET entity_id = %(kept)s WHERE entity_id = %(gone)s",
        """
        UPDATE articles_edition SET entity_ids = CASE
            WHEN array_position(entity_ids, %(kept)s) < array_position(entity_ids, %(gone)s)
            THEN array_remove(entity_ids, %(gone)s)
            ELSE array_replace(array_remove(entity_ids, %(kept)s), %(gone)s, %(kept)s) END
        WHERE %(gone)s = ANY(entity_ids)
        """,
        """
        UPDATE articles_entity AS kept SET
            name_en = coalesce(nullif(kept.name_en, ''), gone.name_en),
            description_ar = coalesce(nullif(kept.description_ar, ''), gone.description_ar),
            description_en = coalesce(nullif(kept.description_en, ''), gone.description_en)
        FROM articles_entity AS gone WHERE kept.id = %(kept)s AND gone.id = %(gone)s
        """,
        "DELETE FROM articles_entity WHERE id = %(gone)s",
    ),
}
LIST = (
    """
    DELETE FROM articles_placement AS double USING articles_placement AS held
    WHERE double.list = %(goes)s AND held.list = %(stays)s
    AND held.edition_id = double.edition_id
    """,
    "UPDATE articles_placement SET list = %(stays)s WHERE list = %(goes)s",
    """
    INSERT INTO articles_listing (key, size)
    SELECT %(stays)s, count(*) FROM articles_placement WHERE list = %(stays)s
    ON CONFLICT (key) DO UPDATE SET size = excluded.size
    """,
    "DELETE FROM articles_listing WHERE key = %(goes)s",
    # The former address leads to the present one in one hop, whatever led to it before.
    "DELETE FROM articles_address WHERE path = %(kept_path)s",
    "UPDATE articles_address SET target = %(kept_path)s WHERE target = %(gone_path)s",
    """
    INSERT INTO articles_address (path, target, added_at) VALUES (%(gone_path)s, %(kept_path)s, now())
    ON CONFLICT (path) DO UPDATE SET target = excluded.target
    """,
)


def fold_and_unite(apps, schema_editor):
    """Fill the folded columns; of twins the one that more articles rest on stays."""
    with schema_editor.connection.cursor() as cursor:
        # Reference checks at once: what they postpone to the end would forbid the constraints.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        fill(apps.get_model("articles", "author"))  # two people may share a name
        for kind, route, referring in (
            ("source", "source", "citation"),
            ("entity", "topic", "mention"),
        ):
            model = apps.get_model("articles", kind)
            fill(model)
            for kept, gone in twins(apps, model, kind, referring):
                unite(cursor, kind, route, kept, gone)


def fill(model):
    for row in model.objects.only("pk", "name_ar").iterator(chunk_size=BATCH):
        model.objects.filter(pk=row.pk).update(folded=fold(row.name_ar or "")[:250])


def twins(apps, model, kind, referring):
    """Yield (the one that stays, one that goes) of every name that is there twice."""
    by = ("kind", "folded") if kind == "entity" else ("folded",)
    double = model.objects.values(*by).annotate(times=models.Count("pk")).filter(times__gt=1)
    for one in list(double.order_by(*by)):
        same = model.objects.filter(**{name: one[name] for name in by}).annotate(
            used=models.Count(f"{referring}s")
        )
        kept, *others = same.order_by("-used", "pk")
        for gone in others:
            yield kept, gone


def unite(cursor, kind, route, kept, gone):
    values = {"kept": kept.pk, "gone": gone.pk, "kept_slug": kept.slug}
    for statement in REFERENCES[kind]:
        cursor.execute(statement, values)
    for language in LANGUAGES:
        prefix = "" if language == "ar" else f"/{language}"
        paths = {
            "stays": f"{language}/{kind}/{kept.pk}",
            "goes": f"{language}/{kind}/{gone.pk}",
            "kept_path": f"{prefix}/{route}/{kept.slug}/",
            "gone_path": f"{prefix}/{route}/{gone.slug}/",
        }
        for statement in LIST:
            cursor.execute(statement, paths)


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_background_tasks")]

    operations = [
        migrations.AddField(
            model_name="entity",
            name="folded",
            field=articles.models.fields.FoldedField(default="", max_length=250, of="name_ar"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="source",
            name="folded",
            field=articles.models.fields.FoldedField(default="", max_length=250, of="name_ar"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="author",
            name="folded",
            field=articles.models.fields.FoldedField(default="", max_length=250, of="name_ar"),
            preserve_default=False,
        ),
        migrations.RunPython(fold_and_unite, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="author",
            index=models.Index(fields=["folded"], name="author_folded_idx"),
        ),
        migrations.AddConstraint(
            model_name="entity",
            constraint=models.UniqueConstraint(
                fields=("kind", "folded"),
                name="entity_once_per_kind_whatever_the_letters",
                violation_error_message="A name of this kind exists already, perhaps in other letters.",
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.UniqueConstraint(
                fields=("folded",),
                name="source_once_whatever_the_letters",
                violation_error_message="This source exists already, perhaps in other letters.",
            ),
        ),
        migrations.RemoveConstraint(model_name="alias", name="alias_names_one_thing"),
        migrations.AddField(
            model_name="alias",
            name="tag",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="aliases",
                to="articles.tag",
            ),
        ),
        # On the way back, spellings of tags have no place.
        migrations.RunSQL(
            migrations.RunSQL.noop, "DELETE FROM articles_alias WHERE tag_id IS NOT NULL"
        ),
        migrations.AddConstraint(
            model_name="alias",
            constraint=models.CheckConstraint(
                condition=models.Q(entity__isnull=False, source__isnull=True, tag__isnull=True)
                | models.Q(entity__isnull=True, source__isnull=False, tag__isnull=True)
                | models.Q(entity__isnull=True, source__isnull=True, tag__isnull=False),
                name="alias_names_one_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="alias",
            constraint=models.UniqueConstraint(
                condition=models.Q(tag__isnull=False),
                fields=("folded",),
                name="alias_of_one_tag",
                violation_error_message="This spelling already belongs to another tag.",
            ),
        ),
    ]
