"""The newsroom's tables, as they stand at the first release."""

import articles.models.fields
import articles.states
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import taggit.managers
from django.conf import settings
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        # Trigrams find near spellings; see the boot check for what they need of the cluster.
        TrigramExtension(),
        migrations.CreateModel(
            name="Listing",
            fields=[
                ("key", models.CharField(max_length=80, primary_key=True, serialize=False)),
                ("size", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "list",
                "verbose_name_plural": "lists",
            },
        ),
        migrations.CreateModel(
            name="Address",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "path",
                    models.CharField(max_length=500, unique=True, verbose_name="former address"),
                ),
                ("target", models.CharField(max_length=500, verbose_name="present address")),
                ("added_at", models.DateTimeField(auto_now_add=True, verbose_name="added")),
            ],
            options={
                "verbose_name": "former address",
                "verbose_name_plural": "former addresses",
                "ordering": ["path"],
                "indexes": [models.Index(fields=["target"], name="address_target_idx")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("path", models.F("target")), _negated=True),
                        name="address_not_to_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("path__startswith", "/"),
                            ("target__startswith", "/"),
                            models.Q(("target__startswith", "//"), _negated=True),
                        ),
                        name="address_within_the_site",
                        violation_error_message="Both addresses begin with / and lie on this site.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Article",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=250, verbose_name="title")),
                ("title_ar", models.CharField(max_length=250, null=True, verbose_name="title")),
                ("title_en", models.CharField(max_length=250, null=True, verbose_name="title")),
                ("folded_title", articles.models.fields.FoldedField(max_length=250, of="title_ar")),
                ("lead", models.TextField(blank=True, verbose_name="lead")),
                ("lead_ar", models.TextField(blank=True, null=True, verbose_name="lead")),
                ("lead_en", models.TextField(blank=True, null=True, verbose_name="lead")),
                ("body", models.TextField(blank=True, verbose_name="text")),
                ("body_ar", models.TextField(blank=True, null=True, verbose_name="text")),
                ("body_en", models.TextField(blank=True, null=True, verbose_name="text")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("news", "News"),
                            ("report", "Report"),
                            ("investigation", "Investigation"),
                            ("analysis", "Analysis"),
                            ("opinion", "Opinion"),
                            ("interview", "Interview"),
                        ],
                        default="news",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("dateline", models.CharField(blank=True, max_length=80, verbose_name="dateline")),
                (
                    "dateline_ar",
                    models.CharField(blank=True, max_length=80, null=True, verbose_name="dateline"),
                ),
                (
                    "dateline_en",
                    models.CharField(blank=True, max_length=80, null=True, verbose_name="dateline"),
                ),
                ("caption", models.CharField(blank=True, max_length=300, verbose_name="caption")),
                (
                    "caption_ar",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="caption"),
                ),
                (
                    "caption_en",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="caption"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=articles.states.state_choices,
                        default="draft",
                        editable=False,
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="publication date"),
                ),
                (
                    "date_basis",
                    models.CharField(
                        choices=[
                            ("set", "Set by the newsroom"),
                            ("stated", "Stated by the page it came from"),
                            ("read", "The day the page was read, for want of a better one"),
                        ],
                        default="set",
                        max_length=10,
                        verbose_name="what the date rests on",
                    ),
                ),
                (
                    "embargo_until",
                    models.DateTimeField(
                        blank=True,
                        help_text="Nobody can publish it before.",
                        null=True,
                        verbose_name="embargo until",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="changed")),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="created by",
                    ),
                ),
            ],
            options={
                "verbose_name": "article",
                "verbose_name_plural": "articles",
                "ordering": ["-changed_at", "-pk"],
                "permissions": [
                    ("publish_article", "Can publish articles"),
                    ("withdraw_article", "Can withdraw articles"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Author",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("name_ar", models.CharField(max_length=120, null=True, verbose_name="name")),
                ("name_en", models.CharField(max_length=120, null=True, verbose_name="name")),
                ("slug", models.CharField(max_length=120, unique=True, verbose_name="slug")),
                ("bio", models.TextField(blank=True, verbose_name="about")),
                ("bio_ar", models.TextField(blank=True, null=True, verbose_name="about")),
                ("bio_en", models.TextField(blank=True, null=True, verbose_name="about")),
                (
                    "user",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="author",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="login",
                    ),
                ),
            ],
            options={
                "verbose_name": "author",
                "verbose_name_plural": "authors",
                "ordering": ["name_ar"],
            },
        ),
        migrations.CreateModel(
            name="Byline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("writer", "Writer"),
                            ("translator", "Translator"),
                            ("photographer", "Photographer"),
                            ("illustrator", "Illustrator"),
                            ("editor", "Editor"),
                        ],
                        default="writer",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        choices=[("ar", "العربية"), ("en", "English")],
                        help_text="Left empty, it stands over the article in every language.",
                        max_length=7,
                        verbose_name="language",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bylines",
                        to="articles.article",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bylines",
                        to="articles.author",
                        verbose_name="author",
                    ),
                ),
            ],
            options={
                "verbose_name": "byline",
                "verbose_name_plural": "bylines",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Category",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveIntegerField(db_index=True, default=0)),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("name_ar", models.CharField(max_length=120, null=True, verbose_name="name")),
                ("name_en", models.CharField(max_length=120, null=True, verbose_name="name")),
                ("folded", articles.models.fields.FoldedField(max_length=250, of="name_ar")),
                ("slug", models.CharField(max_length=120, verbose_name="slug")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                (
                    "description_ar",
                    models.TextField(blank=True, null=True, verbose_name="description"),
                ),
                (
                    "description_en",
                    models.TextField(blank=True, null=True, verbose_name="description"),
                ),
                (
                    "is_opinion",
                    models.BooleanField(
                        default=False,
                        help_text="Shown apart from the news, on purpose.",
                        verbose_name="opinion",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="children",
                        to="articles.category",
                        verbose_name="parent",
                    ),
                ),
            ],
            options={
                "verbose_name": "section",
                "verbose_name_plural": "sections",
                "ordering": ["position"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="article",
            name="category",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="articles",
                to="articles.category",
                verbose_name="section",
            ),
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("ar", "العربية"), ("en", "English")],
                        max_length=7,
                        verbose_name="language",
                    ),
                ),
                ("number", models.PositiveIntegerField(default=1, verbose_name="number")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("news", "News"),
                            ("report", "Report"),
                            ("investigation", "Investigation"),
                            ("analysis", "Analysis"),
                            ("opinion", "Opinion"),
                            ("interview", "Interview"),
                        ],
                        default="news",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("slug", models.CharField(max_length=120, verbose_name="slug")),
                ("title", models.CharField(max_length=250, verbose_name="title")),
                ("lead", models.TextField(blank=True, verbose_name="lead")),
                ("summary", models.TextField(blank=True, verbose_name="summary")),
                ("body", models.TextField(verbose_name="text")),
                ("plain", models.TextField(verbose_name="plain text")),
                ("folded_title", models.TextField(editable=False)),
                ("folded_text", models.TextField(editable=False)),
                ("published_at", models.DateTimeField(verbose_name="publication date")),
                ("changed_at", models.DateTimeField(null=True, verbose_name="changed")),
                ("withdrawn_at", models.DateTimeField(null=True, verbose_name="withdrawn")),
                ("date_is_stand_in", models.BooleanField(default=False)),
                ("reading_minutes", models.PositiveSmallIntegerField(default=1)),
                ("dateline", models.CharField(blank=True, max_length=80, verbose_name="dateline")),
                ("people", models.JSONField(default=list)),
                ("picture", models.JSONField(null=True)),
                ("cited", models.JSONField(default=list)),
                ("tagged", models.JSONField(default=list)),
                ("alternates", models.JSONField(default=dict)),
                (
                    "entity_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("shares", models.PositiveIntegerField(default=0)),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.CombinedSearchVector(
                            django.contrib.postgres.search.SearchVector(
                                "folded_title", config="simple", weight="A"
                            ),
                            "||",
                            django.contrib.postgres.search.SearchVector(
                                "folded_text", config="simple", weight="C"
                            ),
                            django.contrib.postgres.search.SearchConfig("simple"),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="editions",
                        to="articles.article",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="editions",
                        to="articles.category",
                        verbose_name="section",
                    ),
                ),
            ],
            options={
                "verbose_name": "edition",
                "verbose_name_plural": "editions",
                "ordering": ["-published_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Entity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=160, verbose_name="name")),
                ("name_ar", models.CharField(max_length=160, null=True, verbose_name="name")),
                ("name_en", models.CharField(max_length=160, null=True, verbose_name="name")),
                ("slug", models.CharField(max_length=180, unique=True, verbose_name="slug")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person", "Person"),
                            ("organisation", "Organisation"),
                            ("place", "Place"),
                            ("event", "Event"),
                            ("topic", "Topic"),
                        ],
                        default="topic",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("description", models.TextField(blank=True, verbose_name="description")),
                (
                    "description_ar",
                    models.TextField(blank=True, null=True, verbose_name="description"),
                ),
                (
                    "description_en",
                    models.TextField(blank=True, null=True, verbose_name="description"),
                ),
            ],
            options={
                "verbose_name": "name in the news",
                "verbose_name_plural": "names in the news",
                "ordering": ["name_ar"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("name_ar__isnull", False), models.Q(("name_ar", ""), _negated=True)
                        ),
                        name="entity_has_an_arabic_name",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=30, verbose_name="what")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="at")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="events",
                        to="articles.article",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "events",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Image",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "file",
                    models.ImageField(
                        height_field="height",
                        upload_to="images/%Y/%m/",
                        verbose_name="file",
                        width_field="width",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="For the newsroom only.", max_length=160, verbose_name="title"
                    ),
                ),
                (
                    "alt",
                    models.CharField(
                        help_text="Read aloud to those who do not see it.",
                        max_length=300,
                        verbose_name="what it shows",
                    ),
                ),
                (
                    "alt_ar",
                    models.CharField(
                        help_text="Read aloud to those who do not see it.",
                        max_length=300,
                        null=True,
                        verbose_name="what it shows",
                    ),
                ),
                (
                    "alt_en",
                    models.CharField(
                        help_text="Read aloud to those who do not see it.",
                        max_length=300,
                        null=True,
                        verbose_name="what it shows",
                    ),
                ),
                ("credit", models.CharField(max_length=160, verbose_name="credit")),
                ("credit_ar", models.CharField(max_length=160, null=True, verbose_name="credit")),
                ("credit_en", models.CharField(max_length=160, null=True, verbose_name="credit")),
                (
                    "rights",
                    models.CharField(
                        choices=[
                            ("own", "Our own"),
                            ("agency", "Agency contract"),
                            ("licensed", "Licensed"),
                            ("free", "Free licence"),
                            ("unclear", "Not cleared"),
                        ],
                        default="unclear",
                        max_length=20,
                        verbose_name="rights",
                    ),
                ),
                (
                    "focal_x",
                    models.PositiveSmallIntegerField(
                        default=50,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="focus across",
                    ),
                ),
                (
                    "focal_y",
                    models.PositiveSmallIntegerField(
                        default=50,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="focus down",
                    ),
                ),
                (
                    "width",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="width"),
                ),
                (
                    "height",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="height"),
                ),
                ("added_at", models.DateTimeField(auto_now_add=True, verbose_name="added")),
            ],
            options={
                "verbose_name": "picture",
                "verbose_name_plural": "pictures",
                "ordering": ["-added_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("focal_x__lte", 100), ("focal_y__lte", 100)),
                        name="image_focus_in_frame",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("alt_ar__isnull", False),
                            models.Q(("alt_ar", ""), _negated=True),
                            ("credit_ar__isnull", False),
                            models.Q(("credit_ar", ""), _negated=True),
                        ),
                        name="image_described_and_credited",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="article",
            name="image",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="articles",
                to="articles.image",
                verbose_name="picture",
            ),
        ),
        migrations.CreateModel(
            name="Mention",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("ar", "العربية"), ("en", "English")],
                        max_length=7,
                        verbose_name="language",
                    ),
                ),
                (
                    "spelling",
                    models.CharField(blank=True, max_length=200, verbose_name="as written"),
                ),
                ("start", models.PositiveIntegerField(default=0, verbose_name="first place")),
                ("count", models.PositiveIntegerField(default=1, verbose_name="times named")),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("found", "Found in the text"),
                            ("editor", "Set by an editor"),
                            ("rejected", "Rejected by an editor"),
                        ],
                        default="editor",
                        max_length=10,
                        verbose_name="origin",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions",
                        to="articles.article",
                    ),
                ),
                (
                    "entity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="articles.entity",
                        verbose_name="name in the news",
                    ),
                ),
            ],
            options={
                "verbose_name": "mention",
                "verbose_name_plural": "mentions",
                "ordering": ["language", "start", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Placement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("list", models.CharField(max_length=80)),
                ("published_at", models.DateTimeField()),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="placements",
                        to="articles.edition",
                    ),
                ),
            ],
            options={
                "verbose_name": "place in a list",
                "verbose_name_plural": "places in lists",
            },
        ),
        migrations.CreateModel(
            name="ReadCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("hour", models.DateTimeField(verbose_name="hour")),
                ("reads", models.PositiveIntegerField(default=0, verbose_name="reads")),
                ("shares", models.PositiveIntegerField(default=0, verbose_name="shares")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="read_counts",
                        to="articles.article",
                    ),
                ),
            ],
            options={
                "verbose_name": "read count",
                "verbose_name_plural": "read counts",
                "ordering": ["-hour", "article"],
            },
        ),
        migrations.CreateModel(
            name="ReadMark",
            fields=[
                ("digest", models.UUIDField(primary_key=True, serialize=False)),
                ("day", models.DateField(verbose_name="day")),
            ],
            options={
                "verbose_name": "read mark",
                "verbose_name_plural": "read marks",
                "indexes": [models.Index(fields=["day"], name="readmark_day_idx")],
            },
        ),
        migrations.CreateModel(
            name="Rendition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("width", models.PositiveIntegerField()),
                ("height", models.PositiveIntegerField()),
                ("file", models.FileField(upload_to="renditions/%Y/%m/")),
                (
                    "image",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="renditions",
                        to="articles.image",
                    ),
                ),
            ],
            options={
                "verbose_name": "picture size",
                "verbose_name_plural": "picture sizes",
                "ordering": ["image", "width"],
            },
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="number")),
                ("content", models.JSONField(verbose_name="content")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="at")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="revisions",
                        to="articles.article",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "revision",
                "verbose_name_plural": "revisions",
                "ordering": ["-number"],
            },
        ),
        migrations.CreateModel(
            name="IntakeItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=250, unique=True, verbose_name="key")),
                ("format", models.CharField(max_length=30, verbose_name="format")),
                ("digest", models.CharField(max_length=64, verbose_name="digest")),
                (
                    "address",
                    models.CharField(blank=True, max_length=500, verbose_name="outside address"),
                ),
                ("read_on", models.DateField(blank=True, null=True, verbose_name="read on")),
                ("taken_at", models.DateTimeField(auto_now_add=True, verbose_name="taken in")),
                ("seen_at", models.DateTimeField(auto_now=True, verbose_name="last seen")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="intake_items",
                        to="articles.article",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="articles.revision",
                    ),
                ),
            ],
            options={
                "verbose_name": "imported item",
                "verbose_name_plural": "imported items",
                "ordering": ["-taken_at", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="edition",
            name="revision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="articles.revision",
            ),
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("name_ar", models.CharField(max_length=120, null=True, verbose_name="name")),
                ("name_en", models.CharField(max_length=120, null=True, verbose_name="name")),
                ("slug", models.CharField(max_length=140, unique=True, verbose_name="slug")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("agency", "News agency"),
                            ("newspaper", "Newspaper"),
                            ("television", "Television"),
                            ("radio", "Radio"),
                            ("website", "Website"),
                            ("official", "Official body"),
                            ("organisation", "Organisation"),
                            ("research", "Research"),
                        ],
                        default="website",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("domain", models.CharField(blank=True, max_length=120, verbose_name="domain")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                (
                    "description_ar",
                    models.TextField(blank=True, null=True, verbose_name="description"),
                ),
                (
                    "description_en",
                    models.TextField(blank=True, null=True, verbose_name="description"),
                ),
            ],
            options={
                "verbose_name": "source",
                "verbose_name_plural": "sources",
                "ordering": ["name_ar"],
                "indexes": [models.Index(fields=["domain"], name="source_domain_idx")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("name_ar__isnull", False), models.Q(("name_ar", ""), _negated=True)
                        ),
                        name="source_has_an_arabic_name",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Citation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("ar", "العربية"), ("en", "English")],
                        max_length=7,
                        verbose_name="language",
                    ),
                ),
                (
                    "passage",
                    models.TextField(
                        help_text="The words of the article that rest on the source.",
                        verbose_name="passage",
                    ),
                ),
                (
                    "how",
                    models.CharField(
                        choices=[("quoted", "Quoted"), ("paraphrased", "Paraphrased")],
                        default="paraphrased",
                        max_length=15,
                        verbose_name="how",
                    ),
                ),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="link")),
                ("note", models.CharField(blank=True, max_length=250, verbose_name="note")),
                ("position", models.PositiveIntegerField(default=0, verbose_name="order")),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("found", "Found in the text"),
                            ("editor", "Set by an editor"),
                            ("rejected", "Rejected by an editor"),
                        ],
                        default="editor",
                        max_length=10,
                        verbose_name="origin",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="articles.article",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citations",
                        to="articles.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "citation",
                "verbose_name_plural": "citations",
                "ordering": ["language", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Alias",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=160, verbose_name="spelling")),
                ("folded", articles.models.fields.FoldedField(max_length=250, of="text")),
                (
                    "entity",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="articles.entity",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="articles.source",
                    ),
                ),
            ],
            options={
                "verbose_name": "spelling",
                "verbose_name_plural": "spellings",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Tag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("name_ar", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("name_en", models.CharField(max_length=100, null=True, verbose_name="name")),
                ("folded", articles.models.fields.FoldedField(max_length=250, of="name_ar")),
                ("slug", models.CharField(max_length=120, unique=True, verbose_name="slug")),
            ],
            options={
                "verbose_name": "tag",
                "verbose_name_plural": "tags",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("folded",),
                        name="tag_once_whatever_the_letters",
                        violation_error_message="This tag exists already, perhaps in other letters.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("name_ar__isnull", False), models.Q(("name_ar", ""), _negated=True)
                        ),
                        name="tag_has_an_arabic_name",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TaggedArticle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "content_object",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tagged",
                        to="articles.article",
                    ),
                ),
                (
                    "tag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tagged",
                        to="articles.tag",
                    ),
                ),
            ],
            options={
                "verbose_name": "tag of an article",
                "verbose_name_plural": "tags of articles",
            },
        ),
        migrations.AddField(
            model_name="article",
            name="tags",
            field=taggit.managers.TaggableManager(
                blank=True,
                help_text="Separate them with a comma, Arabic or Latin.",
                through="articles.TaggedArticle",
                to="articles.Tag",
                verbose_name="tags",
            ),
        ),
        migrations.AddConstraint(
            model_name="author",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("name_ar__isnull", False), models.Q(("name_ar", ""), _negated=True)
                ),
                name="author_has_an_arabic_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="byline",
            constraint=models.UniqueConstraint(
                fields=("article", "author", "role", "language"), name="byline_once_per_role"
            ),
        ),
        migrations.AddConstraint(
            model_name="category",
            constraint=models.UniqueConstraint(
                fields=("parent", "slug"),
                name="category_slug_once_per_parent",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="category",
            constraint=models.UniqueConstraint(
                fields=("parent", "folded"),
                name="category_name_once_per_parent",
                nulls_distinct=False,
                violation_error_message="A section of this name is already here.",
            ),
        ),
        migrations.AddConstraint(
            model_name="category",
            constraint=models.CheckConstraint(
                condition=models.Q(("parent", models.F("id")), _negated=True),
                name="category_not_its_own_parent",
            ),
        ),
        migrations.AddConstraint(
            model_name="category",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("name_ar__isnull", False), models.Q(("name_ar", ""), _negated=True)
                ),
                name="category_has_an_arabic_name",
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["article", "-at"], name="event_article_idx"),
        ),
        migrations.AddConstraint(
            model_name="mention",
            constraint=models.UniqueConstraint(
                fields=("article", "language", "entity"), name="mention_once_per_entity"
            ),
        ),
        migrations.AddIndex(
            model_name="placement",
            index=models.Index(
                fields=["list", "-published_at", "-edition"], name="placement_list_idx"
            ),
        ),
        migrations.AddConstraint(
            model_name="placement",
            constraint=models.UniqueConstraint(
                fields=("list", "edition"), name="placement_once_per_list"
            ),
        ),
        migrations.AddIndex(
            model_name="readcount",
            index=models.Index(
                fields=["hour"], include=("article", "reads"), name="readcount_hour_idx"
            ),
        ),
        migrations.AddConstraint(
            model_name="readcount",
            constraint=models.UniqueConstraint(
                fields=("article", "hour"), name="readcount_once_per_hour"
            ),
        ),
        migrations.AddConstraint(
            model_name="rendition",
            constraint=models.UniqueConstraint(
                fields=("image", "width"), name="rendition_once_per_width"
            ),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.UniqueConstraint(
                fields=("article", "number"), name="revision_number_once"
            ),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["search"], name="edition_search_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["language", "id"], name="edition_language_idx"),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.UniqueConstraint(
                fields=("article", "language"), name="edition_once_per_language"
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True), name="edition_has_a_title"
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(("body", ""), _negated=True), name="edition_has_a_text"
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)), name="edition_counts_from_1"
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                models.F("article"),
                models.F("language"),
                models.F("source"),
                django.db.models.functions.text.MD5("passage"),
                name="citation_once_per_passage",
            ),
        ),
        migrations.AddConstraint(
            model_name="alias",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("entity__isnull", False), ("source__isnull", True)),
                    models.Q(("entity__isnull", True), ("source__isnull", False)),
                    _connector="OR",
                ),
                name="alias_names_one_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="alias",
            constraint=models.UniqueConstraint(
                condition=models.Q(("entity__isnull", False)),
                fields=("folded",),
                name="alias_of_one_entity",
                violation_error_message="This spelling already belongs to another name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="alias",
            constraint=models.UniqueConstraint(
                condition=models.Q(("source__isnull", False)),
                fields=("folded",),
                name="alias_of_one_source",
                violation_error_message="This spelling already belongs to another source.",
            ),
        ),
        migrations.AddConstraint(
            model_name="alias",
            constraint=models.CheckConstraint(
                condition=models.Q(("folded", ""), _negated=True), name="alias_says_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="taggedarticle",
            constraint=models.UniqueConstraint(
                fields=("content_object", "tag"), name="tag_once_per_article"
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["-changed_at", "-id"], name="article_changed_idx"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["state", "-changed_at"], name="article_state_idx"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["folded_title"], name="article_title_trgm_idx", opclasses=["gin_trgm_ops"]
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("title_ar__isnull", False), models.Q(("title_ar", ""), _negated=True)
                ),
                name="article_has_an_arabic_title",
                violation_error_message="An article needs an Arabic title.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("date_basis", "set"), ("published_at__isnull", False), _connector="OR"
                ),
                name="article_date_basis_has_a_date",
            ),
        ),
    ]
