"""Know every lexeme of the archive and how common it is. Counts editions; reads no text.

Publishing writes what changed as rows of LexemeChange; a worker counts them every minute, and
everything anew from the index every night.
"""

from zlib import crc32

from django.db import connection, transaction
from rapidfuzz.distance import OSA

from articles.models import Lexeme
from articles.search.lexemes import LABEL, STEM, TITLE
from articles.tasks import task

MARKS = (STEM, TITLE, LABEL)
LOCK = 7_240_113  # any number, the same in every process
BATCH = 500
ROWS = 5_000
# A slip in a shorter word makes any other word; a long one may have two.
SHORTEST, LONG = 3, 8

ADD = """
    INSERT INTO articles_lexeme AS known (text, frequency, slips)
    SELECT text, number, slips::int[]
    FROM unnest(%s::text[], %s::int[], %s::text[]) AS changed (text, number, slips)
    ORDER BY text
    ON CONFLICT (text) DO UPDATE
    SET frequency = greatest(0, known.frequency + excluded.frequency)
"""
TAKE = """
    DELETE FROM articles_lexemechange WHERE id IN (
        SELECT id FROM articles_lexemechange ORDER BY id LIMIT %s FOR UPDATE SKIP LOCKED
    ) RETURNING added, removed
"""
NEAR = """
-- The planner believes that so many hashes are in every row, and would read them all.
SET LOCAL enable_seqscan = off;
SELECT text, frequency FROM articles_lexeme WHERE slips && %s::int[] AND frequency > 0
"""
COUNT = """
    SELECT word, ndoc FROM ts_stat('SELECT lexemes FROM articles_editionindex')
    WHERE length(word) <= 64 ORDER BY word
"""


def frequencies(lexemes):
    """Return in how many editions each lexeme stands; those in none are left out."""
    rows = Lexeme.objects.filter(text__in=set(lexemes), frequency__gt=0)
    return dict(rows.values_list("text", "frequency"))


def near(words):
    """Return for each of the words those of the archive one slip away, as (word, frequency), the
    nearest and then the commonest first.

    A slip is a letter too many, one missing, another one, or two that changed places; from eight
    letters on there may be two.
    """
    asked = {word: slips(word) for word in words if len(word) >= SHORTEST and not word.isdecimal()}
    hashes = sorted({one for many in asked.values() for one in many})
    found = {word: [] for word in words}
    if not hashes:
        return found
    with connection.cursor() as cursor:
        cursor.execute(NEAR, [hashes])
        rows = cursor.fetchall()
    for word in asked:
        most = 2 if len(word) >= LONG else 1
        scored = [
            (distance, -frequency, text)
            for text, frequency in rows
            if text != word
            and abs(len(text) - len(word)) <= most
            and (distance := OSA.distance(word, text, score_cutoff=most)) <= most
        ]
        found[word] = [(text, -frequency) for _distance, frequency, text in sorted(scored)]
    return found


def slips(word):
    """Return hashes of the word with one letter left out in turn, and of the word itself.

    Two words one slip apart share one (the neighbourhoods of Mor and Fraenkel, 1982); from eight
    letters on two letters are left out, so that two slips are bridged.
    """
    shorter = {word, *_without_one(word)}
    if len(word) >= LONG:
        shorter |= {two for one in shorter for two in _without_one(one)}
    return sorted(crc32(one.encode()) - 2**31 for one in shorter)


def _without_one(word):
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


@task
def count_changes():
    """Count what was published since the last time, in the background."""
    catch_up()


@task
def count_all():
    """Count everything anew, in the background: what a dead process left uncounted comes in."""
    recount()


def catch_up(most=BATCH):
    """Count what was published since the last time; return how many changes were taken.

    One process counts at a time; another one that comes meanwhile returns 0 at once.
    """
    taken = 0
    while True:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
            if not cursor.fetchone()[0]:
                return taken
            cursor.execute(TAKE, [most])
            rows = cursor.fetchall()
            changed = {}
            for added, removed in rows:
                for one in added:
                    changed[one] = changed.get(one, 0) + 1
                for one in removed:
                    changed[one] = changed.get(one, 0) - 1
            changed = {one: number for one, number in changed.items() if number}
            _add(cursor, list(changed.items()))
        taken += len(rows)
        if len(rows) < most:
            return taken


def recount():
    """Count every lexeme anew from the index; readers search with the old counts meanwhile."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        # What the index holds now is counted below, these changes with it.
        cursor.execute("DELETE FROM articles_lexemechange")
        cursor.execute("DELETE FROM articles_lexeme")
        cursor.execute(COUNT)
        rows = cursor.fetchall()
        for start in range(0, len(rows), ROWS):
            _add(cursor, rows[start : start + ROWS])


def _add(cursor, rows):
    """Add numbers to the frequencies of lexemes; new ones get their slips, marks have none."""
    if rows:
        arrays = ["{" + ",".join(map(str, _slips_of(text))) + "}" for text, _number in rows]
        texts, numbers = zip(*rows, strict=True)
        cursor.execute(ADD, [list(texts), list(numbers), arrays])


def _slips_of(lexeme):
    is_word = not lexeme.startswith(MARKS) and len(lexeme) >= SHORTEST
    return slips(lexeme) if is_word and not lexeme.isdecimal() else ()
