"""Suggest while a query is typed: names, words of the archive, titles. Reads index ranges only.

Three questions at most, each bounded, whatever the size of the archive.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db import connection

from articles.search import clauses
from articles.search.lexemes import LABEL, LONGEST, cut
from articles.text.fold import fold
from articles.text.stems import ARTICLE, bases, stem
from articles.text.words import words

MOST_LETTERS = 80  # nobody types so long before looking at the results
MOST_WORDS = 6
SHORTEST_NAME, SHORTEST_WORD = 2, 3  # letters without the article; fewer say nothing
MOST = 8
NAMES, WORDS, TITLES = 4, 3, 3
RANKED = 300  # names that begin so, of which the most written of are suggested
LOOKED_AT = 200  # texts whose titles hold the words, of which the newest are suggested
READ = 40  # titles that show how the archive writes a word
RECENT_MONTHS = 3

# Names as people know them, with how often editions name them: the frequency of their label.
NAMED = """
WITH begun AS (
    (SELECT CASE WHEN entity_id IS NOT NULL THEN 'e' WHEN source_id IS NOT NULL THEN 'o' ELSE 't'
            END AS mark, coalesce(entity_id, source_id, tag_id) AS id, text AS spelling
     FROM articles_alias WHERE {begins} LIMIT %(most)s)
    UNION ALL
    (SELECT 't', id, name_{language} FROM articles_tag WHERE {begins} LIMIT %(most)s)
    UNION ALL
    (SELECT 's', id, name_{language} FROM articles_category WHERE {begins} LIMIT %(most)s)
), ranked AS (
    SELECT mark, id, max(frequency) AS frequency, min(spelling) AS spelling
    FROM begun JOIN articles_lexeme AS known ON known.text = %(label)s || mark || id
    WHERE frequency > 0 GROUP BY mark, id ORDER BY frequency DESC, mark, id LIMIT %(shown)s
)
SELECT mark, coalesce(e.name_{language}, o.name_{language}, t.name_{language}, s.name_{language}),
    coalesce(e.slug, o.slug, t.slug, concat_ws('/', over.slug, above.slug, s.slug)),
    coalesce(e.kind, o.kind, ''), spelling
FROM ranked
LEFT JOIN articles_entity AS e ON mark = 'e' AND e.id = ranked.id
LEFT JOIN articles_source AS o ON mark = 'o' AND o.id = ranked.id
LEFT JOIN articles_tag AS t ON mark = 't' AND t.id = ranked.id
LEFT JOIN articles_category AS s ON mark = 's' AND s.id = ranked.id
LEFT JOIN articles_category AS above ON above.id = s.parent_id
LEFT JOIN articles_category AS over ON over.id = above.parent_id
ORDER BY ranked.frequency DESC, mark, ranked.id
"""
COMMON = """
SELECT text, frequency FROM articles_lexeme
WHERE ({begins}) AND frequency > 0 ORDER BY frequency DESC, text LIMIT %(shown)s
"""
# The recent months first: of a common word no more is read than of a rare one.
TITLED = """
-- The planner knows nothing of what fetching a long vector costs, and would read them all.
SET LOCAL enable_seqscan = off;
SELECT edition.article_id, edition.slug, edition.title, edition.language
FROM (
    (SELECT edition_id, published_at FROM articles_editionindex
     WHERE lexemes @@ %(recent)s::tsquery AND language = %(language)s LIMIT %(looked_at)s)
    UNION
    (SELECT edition_id, published_at FROM articles_editionindex
     WHERE lexemes @@ %(ever)s::tsquery AND language = %(language)s LIMIT %(looked_at)s)
) AS held JOIN articles_edition AS edition ON edition.id = held.edition_id
WHERE edition.withdrawn_at IS NULL
ORDER BY held.published_at DESC, edition.id DESC LIMIT %(read)s
"""
KINDS = {"e": "entity", "o": "source", "t": "tag", "s": "section"}


@dataclass(frozen=True)
class Suggestion:
    """Something to go to, or a query to go on with.

    ``kind``: "entity", "source", "tag", "section", "title" or "query"; ``place``: the slug, the
    path of a section or (article, slug) of a title; ``subkind``: which kind of name;
    ``spelling``: the other spelling that was typed the beginning of, if it was another.
    """

    kind: str
    text: str
    place: object = ""
    subkind: str = ""
    spelling: str = ""


def suggest(typed, language, today=None):
    """Return at most MOST suggestions for what was typed so far, the last word perhaps half.

    Names whose spelling begins so, the commonest words of the archive that begin like the last
    word, and the newest titles that hold all words.
    """
    typed = " ".join(typed[:MOST_LETTERS].split())
    folded = cut(typed)[:MOST_WORDS]
    if not folded:
        return []
    last = folded[-1]
    names = _names(" ".join(folded), language)
    is_long = len(last.removeprefix(ARTICLE)) >= SHORTEST_WORD
    titles = _titles(folded, language, today or datetime.now(UTC).date()) if is_long else []
    completed = _completed(typed, last, titles) if is_long else []
    named = {fold(one.text) for one in names}
    completed = [one for one in completed if fold(one.text) not in named]
    return [*names, *completed[:WORDS], *titles[:TITLES]][:MOST]


def begins_with(folded):
    """Return the beginnings that a folded spelling may have: as typed, with its article, without.

    >>> begins_with("ولايات")
    ['ولايات', 'الولايات']
    """
    bare = folded.removeprefix(ARTICLE)
    return [one for one in dict.fromkeys((folded, bare, ARTICLE + bare)) if one]


def _names(folded, language):
    if len(folded.removeprefix(ARTICLE)) < SHORTEST_NAME:
        return []
    values = {"most": RANKED, "label": LABEL, "shown": NAMES * 2}
    rows = _ask(NAMED, "folded", begins_with(folded), values, language=language)
    found = {}
    for mark, name, slug, subkind, spelling in rows:
        if name:
            is_other = not fold(name).startswith(tuple(begins_with(folded)))
            made = Suggestion(KINDS[mark], name, slug, subkind, spelling if is_other else "")
            # An outlet, a tag and a name may be called alike: the most written of stands for all.
            found.setdefault(fold(name), made)
    return list(found.values())[:NAMES]


def _completed(typed, last, titles):
    """Finish the last word with common words of the archive, spelled as its titles spell them."""
    rows = _ask(COMMON, "text", begins_with(last), {"shown": READ})
    written = {}
    for title in titles:
        for word in words(title.text):
            written.setdefault(fold(word.text), word.text)
    start = words(typed)[-1].start
    return [
        Suggestion("query", typed[:start] + written[text])
        for text, _frequency in rows
        if text in written and text != last
    ]


def _titles(folded, language, today):
    parts = [
        clauses.either([clauses.title_stem(stem(base)) for base in bases(word).own])
        for word in folded[:-1]
    ]
    parts.append(beginning(folded[-1]))
    ever = clauses.every(parts)
    months = [clauses.label(f"m{month}") for month in _months(today)]
    values = {
        "ever": ever,
        "recent": clauses.every([ever, clauses.either(months)]),
        "language": language,
        "looked_at": LOOKED_AT,
        "read": READ,
    }
    with connection.cursor() as cursor:
        cursor.execute(TITLED, values)
        rows = cursor.fetchall()
    return [Suggestion("title", title, (pk, slug), code) for pk, slug, title, code in rows]


def beginning(word):
    """Return the clause of titles that hold a word which begins so, or another form of it."""
    stems = [stem(base) for base in bases(word).own]
    begun = [f"{clauses.title_stem(base)}:*" for base in {word.removeprefix(ARTICLE)[:LONGEST]}]
    return clauses.either([*begun, *(clauses.title_stem(one) for one in stems)])


def _months(today):
    at = today.year * 12 + today.month - 1
    for back in range(RECENT_MONTHS):
        yield f"{date((at - back) // 12, (at - back) % 12 + 1, 1):%Y-%m}"


def _ask(statement, column, starts, values, language="ar"):
    """Run a statement whose {begins} says that a column begins with one of ``starts``."""
    begins = " OR ".join(f"{column} LIKE %(start{at})s" for at in range(len(starts)))
    values |= {f"start{at}": _pattern(start) for at, start in enumerate(starts)}
    with connection.cursor() as cursor:
        cursor.execute(statement.format(begins=begins, language=language), values)
        return cursor.fetchall()


def _pattern(start):
    for sign in "\\%_":
        start = start.replace(sign, f"\\{sign}")
    return f"{start}%"
