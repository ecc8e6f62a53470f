"""Let the newsroom find a title in whatever letters it is typed."""

import django.contrib.postgres.indexes
from django.db import migrations

import articles.models.fields
from articles.text.fold import fold

LENGTH = 250
BATCH = 500


def fill(apps, schema_editor):
    article = apps.get_model("articles", "Article")
    rows = article._base_manager.exclude(title_ar=None).only("pk", "title_ar")
    batch = []
    for row in rows.iterator(chunk_size=BATCH):
        row.folded_title = fold(row.title_ar)[:LENGTH]
        batch.append(row)
        if len(batch) == BATCH:
            article._base_manager.bulk_update(batch, ["folded_title"])
            batch = []
    article._base_manager.bulk_update(batch, ["folded_title"])


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_history_never_changes")]

    operations = [
        migrations.AddField(
            model_name="article",
            name="folded_title",
            field=articles.models.fields.FoldedField(default="", max_length=LENGTH, of="title_ar"),
            preserve_default=False,
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="article",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["folded_title"],
                name="article_title_trgm_idx",
                opclasses=["gin_trgm_ops"],
            ),
        ),
    ]
