import articles.models.fields
from django.db import migrations


class Migration(migrations.Migration):
    """The newsroom's list asks ArticleIndex; the folded title and its trigrams serve nobody."""

    dependencies = [
        ("articles", "0006_search_in_every_form"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="article",
            name="article_title_trgm_idx",
        ),
        # Undone, the column comes back for rows that exist, so it needs a value.
        migrations.AlterField(
            model_name="article",
            name="folded_title",
            field=articles.models.fields.FoldedField(default="", max_length=250, of="title_ar"),
        ),
        migrations.RemoveField(
            model_name="article",
            name="folded_title",
        ),
    ]
