"""Change the demo's stories in two ways: slips of letters, and changes of substance.

Each way of changing takes a text and a source of chance and returns the changed text, or None when
the text has no place for it. The same chance gives the same change on every machine.
"""

import random
import re
from functools import cache
from typing import NamedTuple

from articles.demo.story import body_html, stories, world
from articles.text.fold import fold
from articles.text.lint import apply, lint
from articles.text.plain import plain_text
from articles.text.substance.pairs import are_near
from articles.text.substance.tokens import tokens
from articles.text.words import sentences, words

TIMES = 2  # changes of each kind in each story
VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءةى"
LATIN = "abcdefghijklmnopqrstuvwxyz"
# Keys that lie beside each other, the usual slip of a finger; from the Arabic (101) layout.
KEYS = ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ", "qwertyuiop", "asdfghjkl", "zxcvbnm")
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


class Story(NamedTuple):
    name: str
    language: str
    text: str


@cache
def archive():
    """Every text of the demo, one for each story and language: title, lead and body as lines."""
    return [
        Story(
            name,
            language,
            f"{text['title']}\n{text['lead']}\n{plain_text(body_html(text['body']))}",
        )
        for name, values in stories()
        for language in ("ar", "en")
        if (text := values.get(language))
    ]


@cache
def words_of(story):
    return frozenset(one.folded for one in tokens(story.text))


def known_elsewhere(story):
    """A judge of words that knows all stories but this one, as a newsroom's archive would."""

    def known(asked):
        others = (words_of(one) for one in archive() if one.name != story.name)
        held = set()
        for one in others:
            held |= asked & one
        return held

    return known


@cache
def vocabulary(language):
    """The words of all stories, the most letters first, for putting one in another's place."""
    found = {w.text for one in archive() if one.language == language for w in words(one.text)}
    return sorted(word for word in found if len(word) > 2 and not any(map(str.isdigit, word)))


@cache
def names(language):
    """The registered names of people, places and bodies, by kind."""
    found = {}
    for one in world()["entity"]:
        found.setdefault(one["kind"], []).append(one[f"name_{language}"])
    return found


def _place(text, chance, pattern):
    found = list(re.finditer(pattern, text))
    return chance.choice(found) if found else None


def _put(text, match, new):
    return text[: match.start()] + new + text[match.end() :]


def _word(text, chance, shortest=3, kind="word"):
    """Some word of the text that is no number and no negation, with its place."""
    found = [
        one for one in words(text)
        if len(one.text) >= shortest and [t.kind for t in tokens(one.text)] == [kind]
    ]  # fmt: skip
    return chance.choice(found) if found else None


def _write(text, word, new):
    return text[: word.start] + new + text[word.end :]


# ── Slips of letters ──


def slip(story, chance):
    """One letter too many, missing, another one, or two that changed places."""
    word = _word(story.text, chance)
    return word and _write(story.text, word, _slipped(word.text, chance))


def _slipped(word, chance):
    at = chance.randrange(len(word))
    match chance.randrange(4):
        case 0:
            return word[:at] + word[at + 1 :]
        case 1:
            return word[:at] + word[at] + word[at:]
        case 2:
            row = next((row for row in KEYS if word[at].lower() in row), ARABIC)
            place = row.find(word[at].lower())
            beside = row[max(0, place - 1) : place] + row[place + 1 : place + 2]
            return word[:at] + chance.choice(beside) + word[at + 1 :]
        case _:
            at = min(at, len(word) - 2)
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def five_slips(story, chance):
    """A text typed in haste: five slips in it."""
    text = story.text
    for _time in range(5):
        text = slip(story._replace(text=text), chance) or text
    return text


def persian_letters(story, chance):
    return "".join(
        {"ك": "ک", "ي": "ی"}.get(one, one) if chance.random() < 0.3 else one for one in story.text
    )


def hamza_and_endings(story, chance):
    """Hamzas that are missing, ه for ة, ى for ي: what the doctor suggests to mend."""
    swapped = {"أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي", "ؤ": "ؤ"}
    return "".join(swapped.get(one, one) if chance.random() < 0.3 else one for one in story.text)


def vowel_marks(story, chance):
    def vowelled(letter):
        return letter.group() + (chance.choice(VOWELS) if chance.random() < 0.1 else "")

    return re.sub("[\u0628-\u064a]", vowelled, re.sub(f"[{VOWELS}]", "", story.text))


def blanks(story, chance):
    return "".join(
        one * 2 if one == " " and chance.random() < 0.05 else one for one in story.text
    ).replace("،", " ،")


def punctuation(story, chance):
    """Commas and stops: dropped, Latin, one for the other; no mark of a quotation."""
    swapped = {"،": ",", "؛": "،", "؟": "?", ".": "،", ",": "", ":": "،"}
    return re.sub(
        r"[،؛؟.:,](?=\s)",
        lambda m: swapped[m.group()] if chance.random() < 0.3 else m.group(),
        story.text,
    )


def hidden_signs(story, chance):
    return "".join(
        one
        + (chance.choice("\u0640\u200b\u200f") if one.isalpha() and chance.random() < 0.02 else "")
        for one in story.text
    )


def doubled_word(story, chance):
    word = _word(story.text, chance)
    return word and _write(story.text, word, f"{word.text} {word.text}")


def lost_blank(story, chance):
    match = _place(story.text, chance, r"(?<=[^\W\d_]{2}) (?=[^\W\d_]{2})")
    return match and _put(story.text, match, "")


def quotation_marks(story, chance):
    """“ ” for « », and straight ones."""
    left, right = chance.choice((("“", "”"), ('"', '"'), ("«", "»")))
    return re.sub("[«“]", left, re.sub("[»”]", right, story.text))


def doctored(story, chance):
    """All that the text doctor finds, put right."""
    ill = hamza_and_endings(story, chance)
    ill = persian_letters(story._replace(text=ill), chance)
    ill = blanks(story._replace(text=ill), chance)
    return apply(ill, lint(ill), suggestions=True)


LETTERS = (
    slip, five_slips, persian_letters, hamza_and_endings, vowel_marks, blanks, punctuation,
    hidden_signs, doubled_word, lost_blank, quotation_marks, doctored,
)  # fmt: skip


# ── Changes of substance ──


def figure(story, chance):
    """One digit of a number becomes another."""
    match = _place(story.text, chance, "[0-9]")
    other = [one for one in "0123456789" if match and one != match.group()]
    return match and _put(story.text, match, chance.choice(other))


def figure_in_letters(story, chance):
    listed = FIGURES[story.language]
    match = _place(story.text, chance, rf"(?<!\w)(?:{'|'.join(listed)})(?!\w)")
    if match is None:
        return None
    return _put(story.text, match, chance.choice([one for one in listed if one != match.group()]))


def negation_in(story, chance):
    word = _word(story.text, chance)
    return word and _write(
        story.text, word, f"{chance.choice(NEGATIONS[story.language])} {word.text}"
    )


def negation_out(story, chance):
    match = _place(story.text, chance, rf"(?<!\w)(?:{'|'.join(NEGATIONS[story.language])})\s(?=\w)")
    return match and _put(story.text, match, "")


def month(story, chance):
    listed = MONTHS[story.language]
    match = _place(story.text, chance, rf"(?<!\w)(?:{'|'.join(listed)})(?!\w)")
    if match is None:
        return None
    return _put(story.text, match, chance.choice([one for one in listed if one != match.group()]))


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
    match = _place(story.text, chance, re.escape(old))
    return _put(story.text, match, chance.choice(others))


def speaker(story, chance):
    """Who speaks, or how: قال becomes نفى."""
    listed = SAYING[story.language]
    match = _place(story.text, chance, rf"(?<!\w)(?:{'|'.join(listed)})(?!\w)")
    if match is None:
        return None
    others = [
        one for one in listed if one[-2:] != match.group()[-2:] and one[-3:-1] not in match.group()
    ]
    return _put(story.text, match, chance.choice(others))


def sentence_out(story, chance):
    one = chance.choice(sentences(story.text))
    return story.text[: one.start] + story.text[one.end :]


def sentence_in(story, chance):
    others = [one for one in archive() if one.language == story.language and one.name != story.name]
    new = chance.choice(sentences(chance.choice(others).text)).text
    at = chance.choice(sentences(story.text)).end
    return f"{story.text[:at]} {new}{story.text[at:]}"


def word_in_quotation(story, chance):
    match = _place(story.text, chance, "[«“](?=[^»”\n]{12})[^»”\n]+[»”]")
    if match is None:
        return None
    quoted = story._replace(text=match.group())
    changed = chance.choice((another_word, word_out))(quoted, chance)
    return changed and _put(story.text, match, changed)


def quotation_undone(story, chance):
    """What somebody said word by word becomes our words."""
    match = _place(story.text, chance, r"[«“]((?:[^\s»”]+\s+){2,}[^\s»”]+)[»”]")
    return match and _put(story.text, match, match.group(1))


def another_word(story, chance):
    """A word becomes one that has nothing to do with it."""
    word = _word(story.text, chance)
    if word is None:
        return None
    while True:
        new = chance.choice(vocabulary(story.language))
        kinds = [one.kind for one in tokens(new)]
        if kinds == ["word"] and not are_near(fold(new), fold(word.text)):
            return _write(story.text, word, new)


def word_out(story, chance):
    word = _word(story.text, chance)
    return word and _write(story.text, word, "")


def word_one_letter_away(story, chance):
    """A word becomes another of the archive one letter away: قتل, قبل. The hardest of all."""
    pairs = near_words(story.language)
    found = [one for one in words(story.text) if one.text in pairs]
    if not found:
        return None
    word = chance.choice(found)
    return _write(story.text, word, chance.choice(pairs[word.text]))


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


def changes(kind, times=TIMES, every=1):
    """Yield (story, changed text) of one way of changing; ``every`` third story for 3."""
    for story in archive()[::every]:
        for time in range(times):
            chance = random.Random(f"{kind.__name__} {story.name} {story.language} {time}")
            changed = kind(story, chance)
            if changed is not None and changed != story.text:
                yield story, changed
