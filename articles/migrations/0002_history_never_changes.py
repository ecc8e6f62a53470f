"""Let the database refuse to rewrite history: revisions and events are only added."""

from django.db import migrations

REFUSE = """
    CREATE FUNCTION articles_history_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION '% rows are never changed', TG_TABLE_NAME USING ERRCODE = 'check_violation';
    END $$;
    CREATE TRIGGER revision_never_changes BEFORE UPDATE ON articles_revision
        FOR EACH ROW EXECUTE FUNCTION articles_history_never_changes();
    CREATE TRIGGER event_never_changes BEFORE UPDATE ON articles_event
        FOR EACH ROW EXECUTE FUNCTION articles_history_never_changes();
"""
ALLOW = """
    DROP TRIGGER event_never_changes ON articles_event;
    DROP TRIGGER revision_never_changes ON articles_revision;
    DROP FUNCTION articles_history_never_changes();
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_newsroom")]
    operations = [migrations.RunSQL(REFUSE, ALLOW)]
