"""Tell how long a text takes to read. An estimate for readers; it does not look at pictures."""

from articles.text.direction import is_rtl
from articles.text.words import count

# Arabic words carry their articles and pronouns with them, so fewer are read in a minute.
ARABIC_WORDS_A_MINUTE = 180
LATIN_WORDS_A_MINUTE = 230


def minutes(text):
    """Estimate the whole minutes that reading ``text`` takes; never less than one."""
    pace = ARABIC_WORDS_A_MINUTE if is_rtl(text) else LATIN_WORDS_A_MINUTE
    return max(1, round(count(text) / pace))
