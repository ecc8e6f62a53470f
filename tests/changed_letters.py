"""Change a story by slips of letters only: what fingers, keyboards and copying do to a text.

Each function takes a story and a source of chance and returns the changed text, or None when the
text has no place for it.
"""

import re

from articles.text.lint import apply, lint
from tests.changed_texts import place, put, some_word, write

VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءةى"
# Keys that lie beside each other, the usual slip of a finger; from the Arabic (101) layout.
KEYS = ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ", "qwertyuiop", "asdfghjkl", "zxcvbnm")


def slip(story, chance):
    """One letter too many, missing, another one, or two that changed places."""
    word = some_word(story.text, chance)
    return word and write(story.text, word, _slipped(word.text, chance))


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
    word = some_word(story.text, chance)
    return word and write(story.text, word, f"{word.text} {word.text}")


def lost_blank(story, chance):
    match = place(story.text, chance, r"(?<=[^\W\d_]{2}) (?=[^\W\d_]{2})")
    return match and put(story.text, match, "")


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
