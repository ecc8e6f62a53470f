"""Write PostgreSQL's text queries from lexemes. Plain strings in and out; asks no database."""

from articles.search.lexemes import LABEL, STEM, TITLE

# What may stand before a word without making it another: "and", "by", "for", "as".
BEFORE = ("", "و", "ف", "ب", "ك", "ل", "وب", "ول")
BEFORE_ARTICLE = ("", "و", "ف", "ب", "ك", "وب")


def word(text, weight=""):
    """``'قسد'`` or, in the title, ``'قسد':A``."""
    return _lexeme(text, weight)


def stem(text, weight=""):
    return _lexeme(STEM + text, weight)


def title_stem(text):
    return _lexeme(TITLE + text)


def label(text):
    return _lexeme(LABEL + text)


def either(clauses):
    """Any of them; an empty string for none."""
    return _joined(clauses, "|")


def every(clauses):
    """All of them; an empty string for none."""
    return _joined(clauses, "&")


def but_not(clause, excluded):
    """The clause without what any of ``excluded`` says."""
    return every([clause, *(f"!{one}" for one in excluded)])


def phrase(words, weight=""):
    """The words one after the other; "and", "by" or "for" may be written onto the first."""
    first = either(_lexeme(form, weight) for form in _forms(words[0]))
    return "(" + " <-> ".join([first, *(_lexeme(one, weight) for one in words[1:])]) + ")"


def _forms(text):
    if text.isascii():
        return (text,)
    if text.startswith("ال"):
        bare = text.removeprefix("ال")
        return (*(clitic + text for clitic in BEFORE_ARTICLE), f"لل{bare}", f"ولل{bare}")
    return tuple(clitic + text for clitic in BEFORE)


def _lexeme(text, weight=""):
    quoted = text.replace("\\", "\\\\").replace("'", "''")
    return f"'{quoted}'" + (f":{weight}" if weight else "")


def _joined(clauses, sign):
    found = list(dict.fromkeys(clause for clause in clauses if clause))
    return found[0] if len(found) == 1 else f"({sign.join(found)})" if found else ""
