"""Change a story in substance: a figure, a negation, a name, who said it, a sentence.

Each function takes a story and a source of chance and returns the changed text, or None when the
text has no place for it.
"""

import re
from functools import cache

from articles.text.fold import fold
from articles.text.substance.pairs import are_near
from articles.text.substance.tokens import tokens
from articles.text.words import sentences, words
from tests.changed_texts import archive, names, place, put, some_word, vocabulary, write

NEGATIONS = {"ar": ("لا", "لم", "لن", "ليس", "غير"), "en": ("not", "never", "no")}
SAYING = {
    "ar": (
        "قال",
        "قالت",
        "وقال",
        "وقالت",
        "أكد",
        "نفى",
        "زعم",
        "أعلن",
        "ورأت",
        "حذّر",
        "طالب",
        "وعد",
    ),
    "en": ("said", "says", "denied", "claimed", "warned", "promised", "demanded", "admitted"),
}
SAYING = {
    "ar": (
        "قال",
        "قالت",
        "وقال",
        "وقالت",
        "أكد",
        "نفى",
        "زعم",
        "أعلن",
        "ورأت",
        "حذّر",
        "طالب",
        "وعد",
    ),
    "en": ("said", "says", "denied", "claimed", "warned", "promised", "demanded", "admitted"),
}
MONTHS = {
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(),
    "en": (
        "January February March April May June July August September October November December"
    ).split(),
}
FIGURES = {
    "ar": "واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة مئة ألف نصف ثلث ربع".split(),
    "en": "two three four five six seven eight nine ten twelve twenty half third quarter".split(),
}


def figure(story, chance):
    """One digit of a number becomes another."""
    match = place(story.text, chance, "[0-9]")
    other = [one for one in "0123456789" if match and one != match.group()]
    return match and put(story.text, match, chance.choice(other))


def figure_in_letters(story, chance):
    listed = FIGURES[story.language]
    match = place(story.text, chance, rf"(?<!\w)(?:{'|'.join(listed)})(?!\w)")
    if match is None:
        return None
    return put(story.text, match, chance.choice([one for one in listed if one != match.group()]))


def negation_in(story, chance):
    word = some_word(story.text, chance)
    return word and write(
        story.text, word, f"{chance.choice(NEGATIONS[story.language])} {word.text}"
    )


def negation_out(story, chance):
    match = place(story.text, chance, rf"(?<!\w)(?:{'|'.join(NEGATIONS[story.language])})\s(?=\w)")
    return match and put(story.text, match, "")


def month(story, chance):
    listed = MONTHS[story.language]
    match = place(story.text, chance, rf"(?<!\w)(?:{'|'.join(listed)})(?!\w)")
    if match is None:
        return None
    return put(story.text, match, chance.choice([one for one in listed if one != match.group()]))


def name(story, chance):
    """A name of the text becomes another of its kind."""
    found = [
        (one, kind)
        for kind, listed in names(story.language).items()
        for one in listed
        if one in story.text
    ]
    if not found:
        return None
    old, kind = chance.choice(found)
    others = [
        one
        for one in names(story.language)[kind]
        if one != old and not set(one.split()) <= set(old.split())
    ]
    match = place(story.text, chance, re.escape(old))
    return put(story.text, match, chance.choice(others))


def speaker(story, chance):
    """Who speaks, or how: قال becomes نفى."""
    listed = SAYING[story.language]
    match = place(story.text, chance, rf"(?<!\w)(?:{'|'.join(listed)})(?!\w)")
    if match is None:
        return None
    others = [
        one for one in listed if one[-2:] != match.group()[-2:] and one[-3:-1] not in match.group()
    ]
    return put(story.text, match, chance.choice(others))


def sentence_out(story, chance):
    one = chance.choice(sentences(story.text))
    return story.text[: one.start] + story.text[one.end :]


def sentence_in(story, chance):
    others = [one for one in archive() if one.language == story.language and one.name != story.name]
    new = chance.choice(sentences(chance.choice(others).text)).text
    at = chance.choice(sentences(story.text)).end
    return f"{story.text[:at]} {new}{story.text[at:]}"


def word_in_quotation(story, chance):
    match = place(story.text, chance, "[«“](?=[^»”\n]{12})[^»”\n]+[»”]")
    if match is None:
        return None
    quoted = story._replace(text=match.group())
    changed = chance.choice((another_word, word_out))(quoted, chance)
    return changed and put(story.text, match, changed)


def quotation_undone(story, chance):
    """What somebody said word by word becomes our words."""
    match = place(story.text, chance, r"[«“]((?:[^\s»”]+\s+){2,}[^\s»”]+)[»”]")
    return match and put(story.text, match, match.group(1))


def another_word(story, chance):
    """A word becomes one that has nothing to do with it."""
    word = some_word(story.text, chance)
    if word is None:
        return None
    while True:
        new = chance.choice(vocabulary(story.language))
        kinds = [one.kind for one in tokens(new)]
        if kinds == ["word"] and not are_near(fold(new), fold(word.text)):
            return write(story.text, word, new)


def word_out(story, chance):
    word = some_word(story.text, chance)
    return word and write(story.text, word, "")


def word_one_letter_away(story, chance):
    """A word becomes another of the archive one letter away: قتل, قبل. The hardest of all."""
    pairs = near_words(story.language)
    found = [one for one in words(story.text) if one.text in pairs]
    if not found:
        return None
    word = chance.choice(found)
    return write(story.text, word, chance.choice(pairs[word.text]))


@cache
def near_words(language):
    """Words of the archive, and those that differ from each in one letter within the word."""
    held = [word for word in vocabulary(language) if tokens(word)[0].kind == "word"]
    alike = {}
    for word in held:
        folded = fold(word)
        for at in range(1, len(folded) - 1):
            alike.setdefault((at, folded[:at], folded[at + 1 :]), set()).add(word)
    found = {}
    for group in alike.values():
        for word in group:
            others = (other for other in group if fold(other) != fold(word))
            found.setdefault(word, set()).update(others)
    return {word: sorted(others) for word, others in found.items() if others}


SUBSTANCE = (
    figure, figure_in_letters, negation_in, negation_out, month, name, speaker, sentence_out,
    sentence_in, word_in_quotation, quotation_undone, another_word, word_out, word_one_letter_away,
)  # fmt: skip
