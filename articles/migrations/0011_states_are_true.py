"""Let the database hold that a state says what is so: scheduled has a time, published is live."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_what_readers_have")]
    operations = [
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "scheduled"), _negated=True),
                    ("scheduled_for__isnull", False),
                    _connector="OR",
                ),
                name="article_scheduled_has_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "published"), _negated=True),
                    ("live_since__isnull", False),
                    _connector="OR",
                ),
                name="article_published_is_live",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["withdrawn", "spiked"]), _negated=True),
                    ("live_since__isnull", True),
                    _connector="OR",
                ),
                name="article_withdrawn_is_not_live",
            ),
        ),
    ]
