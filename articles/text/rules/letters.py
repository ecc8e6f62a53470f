"""Letters of another keyboard that look like ours: ک ی ھ, presentation forms. Safe rules only.

In an Arabic passage these are code points, not spellings: what the reader sees stays the same. The
one question is what a final ی stands for, since Arabic ends words in ي and in ى alike. Persian,
Kurdish and Urdu passages never come here, and words with پ چ ژ گ keep all their letters.
"""

import re

from articles.text.rules.lexicon import BARE, DEFINITE, both_spellings, sections, with_clitics
from articles.text.rules.page import FORMS

_lists = sections("endings.txt")
_VERBS = ("", "و", "ف", "ل", "ول", "فل")


def _sure(ending):
    nouns = both_spellings(_lists[f"{ending} ال"])
    words = with_clitics(both_spellings(_lists[ending]), _VERBS) | with_clitics(nouns)
    return {word[:-1] for word in words | with_clitics(nouns, DEFINITE)}


# The words without their last letter. What both lists can make is sure of neither.
_doubtful = {word[:-1] for word in with_clitics(_lists["both ال"], BARE + DEFINITE)}
_doubtful.add("وال")  # والى, and والي the governor
_maqsura, _yeh = _sure("ى"), _sure("ي")
SURE = {"ى": _maqsura - _yeh - _doubtful, "ي": _yeh - _maqsura - _doubtful}

# Adjectives of relation: الإيراني, and without the article those behind a long ا: قضائي. Nouns in ى
# with the article are a closed class, but for participles in م and elatives in أ. ال of ألقى, with
# its hamza forgotten, is no article.
_RELATION = re.compile(
    r"[وف]?(?:[بك]?ال|لل)(?![تم]|[أا]..$)(?!(?:ق|غ|ه|و|ف|ح)$)\w{3,}"
    r"|[وفبكل]?(?![تينأإاسم])\w{2,}ا[^\Wاو]"
)

# على or the name علي: a surname, ending in ي as a rule, may follow only the name.
_ALA = frozenset(["علی", "وعلی"])
_AFTER_ALA = re.compile(
    "(?:[بك]?ال|لل)\\w+[^\\Wيىی]|\\w{2,}(?:ة|ات|ها|هم|هما|ين)"
    "|أن|ان|أنه|انه|هذا|هذه|هذين|ذلك|تلك|ما|كل|أي|اي|أحد|احد|إثر|اثر|مدى|مستوى|يد|عدد|بعد|طول|شكل|متن"
    "|غرار|نحو|قيد|مقر|رأس|من"
)
_NAMES = frozenset(
    "محمد بن ابن أبو ابو الحاج الشيخ سيدي السيد حسين حسن أحمد احمد سالم ولد الإمام الامام".split()
)

_KEHEH = re.compile("[کڪ]")
_HEH = re.compile("[ھہۃ]|ە(?![^\\W\\d_])")
_HEH_IS = {"ھ": "ه", "ہ": "ه", "ە": "ه", "ۃ": "ة"}
_PRESENTATION = re.compile(f"[{re.escape(''.join(FORMS))}]")
_VOWEL_OF = {
    "\u0651": "ي",
    "\u0650": "ي",
    "\u064f": "ي",
    "\u064d": "ي",
    "\u064c": "ي",
    "\u0670": "ى",
}

# So many words in ي show that the writer's keyboard has it; fewer could be pasted.
ENOUGH = 5


def keheh(page):
    """ک and the swash ڪ, which Persian keyboards type for ك."""
    for word in page.odd_words:
        if not word.foreign:
            yield from _swap(page, word, _KEHEH, {"ک": "ك", "ڪ": "ك"})


def heh(page):
    """ھ ہ ە ۃ, which Urdu and Kurdish keyboards type for ه and ة."""
    for word in page.odd_words:
        if not word.foreign:
            yield from _swap(page, word, _HEH, _HEH_IS)


def medial_yeh(page):
    """ی that is joined to a letter behind it has its dots: it is ي."""
    for word in page.odd_words:
        if word.foreign:
            continue
        final = word.place(-1) if word.spelt[-1] == "ی" else None
        for place in range(word.start, word.end):
            if page.view[place] == "ی" and place != final:
                yield place, place + 1, "ي"


def final_yeh(page):
    """A final ی that is ي or ى beyond doubt: by its vowel, by the lists, by the whole text."""
    readings = final_readings(page)
    maqsura = stands_for_maqsura(page, [ending for _word, ending in readings])
    for word, ending in readings:
        if ending or maqsura:
            place = word.place(-1)
            yield place, place + 1, ending or "ى"


def final_readings(page):
    """List each word in ی with ي or ى if it is sure of one, else with an empty string."""
    found, words = [], page.words
    for number, word in enumerate(words):
        if word.spelt[-1] == "ی" and not word.foreign:
            ending = sure_ending(word, page.view)
            if word.spelt in _ALA and _is_preposition(page, number):
                ending = "ى"
            found.append((word, ending))
    return found


def sure_ending(word, view):
    """ي or ى for a word that ends in ی, or an empty string where it may be either."""
    for mark in view[word.place(-1) + 1 : word.end]:
        if mark in _VOWEL_OF:
            return _VOWEL_OF[mark]
    stem = word.spelt[:-1]
    for ending, stems in SURE.items():
        if stem in stems:
            return ending
    if stem in _doubtful or not _RELATION.fullmatch(stem):
        return ""
    return "ي"


def _is_preposition(page, number):
    """Whether this is على and not the name: by the word behind it, and none of a name before it."""
    words = page.words
    if number and words[number - 1].spelt in _NAMES and page.are_beside(number - 1):
        return False
    if number + 1 == len(words) or not page.are_beside(number):
        return False
    return _AFTER_ALA.fullmatch(words[number + 1].spelt) is not None


def stands_for_maqsura(page, endings):
    """Whether the text types every ي as ي, so that its ی can only be ى.

    It must show so itself: by words in ي, by a ی that is surely ى, by none that is surely ي, by no
    ی inside a word, and by hardly an ى. Once the sure ones are put right the text shows it no
    more, so a second look can not decide otherwise than the first.
    """
    if "ى" not in endings or "ي" in endings:
        return False
    if any(True for _ in medial_yeh(page)):
        return False
    written = [word.spelt[-1] for word in page.words]
    return written.count("ي") >= ENOUGH and written.count("ى") < len(endings)


def presentation(page):
    """Letters stored as the shape they have in print: ﻹ for لإ."""
    for match in _PRESENTATION.finditer(page.text):
        yield match.start(), match.end(), FORMS[match.group()]


def _swap(page, word, pattern, into):
    for match in pattern.finditer(page.view, word.start, word.end):
        yield match.start(), match.end(), into[match.group()]
