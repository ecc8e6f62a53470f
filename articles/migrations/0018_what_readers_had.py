"""Keep what readers had before; list what is published by day, month and year."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

NEVER_CHANGES = """
    CREATE TRIGGER former_edition_never_changes BEFORE UPDATE ON articles_formeredition
        FOR EACH ROW WHEN (
            (OLD.edition_id, OLD.number, OLD.title, OLD.lead, OLD.body, OLD.since, OLD.until,
                OLD.replaced_as)
            IS DISTINCT FROM
            (NEW.edition_id, NEW.number, NEW.title, NEW.lead, NEW.body, NEW.since, NEW.until,
                NEW.replaced_as)
        ) EXECUTE FUNCTION articles_history_never_changes();
"""
MAY_CHANGE = "DROP TRIGGER former_edition_never_changes ON articles_formeredition"

# What `editions.placing` does from now on, for all that is published already.
PLACE = """
    INSERT INTO articles_placement (list, edition_id, published_at)
    SELECT language || '/' || period.name || '/' || to_char(published_at AT TIME ZONE %s, pattern),
        id, published_at
    FROM articles_edition
    CROSS JOIN (VALUES ('year', 'YYYY'), ('month', 'YYYY-MM'), ('day', 'YYYY-MM-DD'))
        AS period(name, pattern)
    WHERE withdrawn_at IS NULL
    ON CONFLICT (list, edition_id) DO NOTHING
"""
COUNT = """
    INSERT INTO articles_listing (key, size)
    SELECT list, count(*) FROM articles_placement WHERE list ~ %s GROUP BY list
    ON CONFLICT (key) DO UPDATE SET size = excluded.size
"""
FORGET = (
    "DELETE FROM articles_placement WHERE list ~ %s",
    "DELETE FROM articles_listing WHERE key ~ %s",
)
OF_THE_ARCHIVE = "^[a-z-]+/(year|month|day)/"


def place(apps, schema_editor):
    """The day is of the newsroom's clock."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(PLACE, [settings.TIME_ZONE])
        cursor.execute(COUNT, [OF_THE_ARCHIVE])


def forget(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        for statement in FORGET:
            cursor.execute(statement, [OF_THE_ARCHIVE])


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0017_standing_pages_and_facts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="earlier",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="edition",
            name="since",
            field=models.DateTimeField(null=True, verbose_name="from"),
        ),
        migrations.CreateModel(
            name="FormerEdition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="number")),
                ("title", models.CharField(max_length=250, verbose_name="title")),
                ("lead", models.TextField(blank=True, verbose_name="lead")),
                ("body", models.TextField(verbose_name="text")),
                ("since", models.DateTimeField(verbose_name="from")),
                ("until", models.DateTimeField(verbose_name="until")),
                (
                    "replaced_as",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("correction", "Correction"),
                            ("clarification", "Clarification"),
                            ("update", "Update"),
                            ("minor", "Mended letters"),
                        ],
                        max_length=20,
                        verbose_name="replaced by",
                    ),
                ),
                (
                    "hidden_because",
                    models.TextField(blank=True, verbose_name="hidden from readers because"),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="former",
                        to="articles.edition",
                        verbose_name="story",
                    ),
                ),
                (
                    "hidden_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="hidden by",
                    ),
                ),
            ],
            options={
                "verbose_name": "former edition",
                "verbose_name_plural": "former editions",
                "ordering": ["-until", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("edition", "number"), name="former_edition_once"
                    )
                ],
            },
        ),
        migrations.RunSQL(NEVER_CHANGES, MAY_CHANGE),
        migrations.RunPython(place, forget),
    ]
