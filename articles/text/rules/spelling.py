"""Spellings that readers stumble over: hamza, ة and ه, ى and ي. Suggestions only: a letter of these
makes another word, and only the writer knows which was meant."""

import re

from articles.text.rules.letters import SURE, final_readings
from articles.text.rules.lexicon import (
    BARE,
    BARE_ALEF,
    DEFINITE,
    both_spellings,
    sections,
    with_clitics,
)

# Shorter words with a clitic are other words: واحد, باي, كان.
_LONG_ENOUGH = 4

_hamza = sections("hamza.txt")
_right = (
    set(_hamza["words"] + _hamza["nouns"])
    | with_clitics([w for w in _hamza["words"] + _hamza["nouns"] if len(w) >= _LONG_ENOUGH], BARE)
    | with_clitics(_hamza["nouns"] + _hamza["definite"], DEFINITE)
)
# What is written without its hamza, and how it is right.
HAMZA = {bare: word for word in sorted(_right) if (bare := word.translate(BARE_ALEF)) != word}

# Behind قال stands إن; behind these words stands أن.
_SAYING = re.compile("[وف]?(?:قال|قالت|قالوا|يقول|تقول|يقولون|قائلا|قائلة|قلت)$")
_BEFORE_AN = frozenset(
    """
    على إلى الى بعد قبل منذ دون بدون غير رغم من عن يجب يمكن ينبغي أكد أكدت اكد اكدت أضاف أضافت اضاف
    اضافت أعلن أعلنت اعلن اعلنت أوضح أوضحت اوضح اوضحت يذكر مؤكدا مضيفا مشيرا موضحا معتبرا مبينا يبدو
    """.split()
)
_IN_FRONT = re.compile("[وف]?امام$")
_IMAMS = frozenset("مسجد المسجد جامع الجامع الحرم وخطيب خطيب المسلمين".split())

_teh = sections("teh.txt")
_STAYS = frozenset(both_spellings(_teh["stays ه with the article"]))
_VERBS = frozenset(_teh["verbs"])
_TEH = dict(pair.split("=") for pair in _teh["ة"])
# والده is no word with the article, nor is what ends in a plural or a hamza: بالتزاماته، إلغاؤه.
_DEFINITE = re.compile(
    "[وف]?(?:[بك]?ال|لل)(?<!^وال(?=د))(?P<stem>(?!ت\\w*[^ي]ه$)\\w+(?<!ات)[^\\Wؤئء])ه$"
)
_ALA_OR_NAME = frozenset(["علی", "وعلی"])
_ALSO_YEH = with_clitics(both_spellings(sections("endings.txt")["may end in ي"]))
_ALSO_YEH |= with_clitics(sections("endings.txt")["may end in ي"], DEFINITE)
_TO = {"الي": "إلى", "والي": "وإلى"}
_SHADDA = "\u0651"
_LATE_HAMZA = re.compile("ىء$")


def hamza(page):
    """A hamza or madda that is missing in a word with one reading."""
    for number, word in enumerate(page.words):
        right = HAMZA.get(word.spelt)
        if right is not None and not _is_god_willing(page, number):
            for index, (written, wanted) in enumerate(zip(word.spelt, right, strict=True)):
                if written != wanted:
                    place = word.place(index)
                    yield place, place + 1, wanted


def _is_god_willing(page, number):
    """Whether this is انشاء of إن شاء الله, and not إنشاء."""
    spelt = [word.spelt for word in page.words[number : number + 2]]
    return spelt[0].endswith("انشاء") and spelt[1:] == ["الله"]


def hamza_by_context(page):
    """ان behind قال or على, امام before a noun: the word beside it tells the hamza."""
    for before, word, after in _in_context(page):
        index = word.spelt.rfind("ا", 0, 2) if word.spelt.endswith("امام") else 0
        place = word.place(index)
        if word.spelt in ("ان", "انه", "انها", "انهم") and before:
            if _SAYING.match(before.spelt):
                yield place, place + 1, "إ"
            elif word.spelt == "ان" and before.spelt in _BEFORE_AN:
                yield place, place + 1, "أ"
        elif _IN_FRONT.match(word.spelt) and after and after.spelt not in _IMAMS:
            yield place, place + 1, "أ"


def _in_context(page):
    """Each short word with a bare alef, between its neighbours if only a blank stands between."""
    words = page.words
    for number, word in enumerate(words):
        if word.spelt not in _WITH_CONTEXT:
            continue
        before = words[number - 1] if number else None
        after = words[number + 1] if number + 1 < len(words) else None
        if before and not page.are_beside(number - 1):
            before = None
        if after and not page.are_beside(number):
            after = None
        yield before, word, after


_WITH_CONTEXT = frozenset("ان انه انها انهم امام وامام فامام".split())


def teh_marbuta(page):
    """ه for ة behind the article, where no pronoun can stand; ة for ه in words that have none."""
    for word in page.words:
        if word.spelt.endswith("ه"):
            match = _DEFINITE.match(word.spelt)
            if (
                not match
                or match["stem"].translate(BARE_ALEF) + "ه" in _STAYS
                or match["stem"] in _VERBS
            ):
                continue
        elif word.spelt not in _TEH:
            continue
        place = word.place(-1)
        yield place, place + 1, "ة" if word.spelt.endswith("ه") else "ه"


def final_letter(page):
    """ى where the word ends in ي, and the other way round, for words that are sure."""
    for word in page.words:
        stem, last = word.spelt[:-1], word.spelt[-1]
        other = {"ى": "ي", "ي": "ى"}.get(last)
        if not other or stem not in SURE[other] or word.spelt in _ALSO_YEH:
            continue
        # A marked letter was looked at: إلّي is dialect, not إلى.
        if word.places is not None and _SHADDA in page.text[word.start : word.end]:
            continue
        if word.spelt in _TO:
            yield word.start, word.end, _TO[word.spelt]
        else:
            place = word.place(-1)
            yield place, place + 1, other


def doubtful_yeh(page):
    """A final ی of which neither lists nor text say whether it is ي or ى; ي is commoner."""
    for word, ending in final_readings(page):
        if not ending:
            place = word.place(-1)
            yield place, place + 1, "ى" if word.spelt in _ALA_OR_NAME else "ي"


def late_hamza(page):
    """A hamza on the line behind ى, which belongs on it: الطوارىء."""
    for word in page.words:
        if _LATE_HAMZA.search(word.spelt):
            yield word.place(-2), word.place(-1) + 1, "ئ"
