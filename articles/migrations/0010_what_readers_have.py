"""Say for every article what readers have of it: since when, which version, whether it differs."""

from django.db import migrations

FILL = """
    UPDATE articles_article AS article
    SET live_since = live.since,
        live_revision_id = live.revision_id,
        pending = newest.content IS DISTINCT FROM made_from.content
    FROM (
        SELECT article_id, max(revision_id) AS revision_id,
               max(coalesce(changed_at, published_at)) AS since
        FROM articles_edition WHERE withdrawn_at IS NULL GROUP BY article_id
    ) AS live
    JOIN articles_revision AS made_from ON made_from.id = live.revision_id
    JOIN LATERAL (
        SELECT content FROM articles_revision
        WHERE article_id = live.article_id ORDER BY number DESC LIMIT 1
    ) AS newest ON true
    WHERE article.id = live.article_id
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0009_desks_and_the_table_of_moves")]
    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
