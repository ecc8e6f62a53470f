"""How Arabic says that an outlet is quoted: small rules, in the order in which they are asked.

Knows nothing of English and nothing of who the outlets are.
"""

from articles.recognition import cues

_FAR = 14
_NEAR = 8
_DASHES = "-–—−"
# The cue of an outlet that stands in brackets where news agencies are credited.
CREDIT = "()"


def cue(phrase, cited_ends):
    """Name the words by which the phrase is quoted, or return an empty string.

    ``cited_ends``: the cue of each source that is known to be quoted, by where its name ends.
    """
    if phrase.is_too_short:
        # Behind "according to" no other word can stand: بحسب واس. Elsewhere it is "and …".
        return according(phrase)
    for rule in RULES:
        if found := rule(phrase):
            return found
    return _joined(phrase, cited_ends)


def according(phrase):
    """بحسب رويترز، وفقا لرويترز، نقلا عن رويترز"""
    if not phrase.joins_before:
        return ""
    before = phrase.before()
    if not phrase.prefix and (word := _one(before, cues.ACCORDING)):
        return word
    if _is_to(phrase) and (word := _one(phrase.before(_first_step(phrase)), cues.ACCORDING_TO)):
        return f"{word} ل"
    if phrase.prefix == "ب" and (word := _one(before, cues.APPEARING)):
        return f"{word} ب"
    if not phrase.prefix and "عن" in before:
        for _steps, word in _back(phrase, 2, _NEAR):
            if word in cues.CITING and (word.startswith("نقلا") or _states(phrase, 4)):
                return f"{word} عن"
    if not phrase.prefix and "في" in before:
        return _first(phrase, 2, 3, cues.APPEARING, "في")
    return ""


def verb_before(phrase):
    """ذكرت رويترز، نقلت صحيفة بوليتيكو عن، نشرته وكالة رويترز"""
    steps = 1
    while steps < 5 and _one(phrase.before(steps), cues.ASIDE):
        steps += 1
    if phrase.prefix or not (phrase.joins_before or steps > 1):
        return ""
    words = phrase.before(steps)
    if found := _one(words, cues.SAYING | cues.PUBLISHING):
        return found
    if found := _one(words, cues.POINTING):
        return found if "الي" in [word for word, _gap in phrase.behind()[:4]] else ""
    found = _one(words, cues.STATING)
    # "As … reported", "that … revealed": the statement came before.
    relates = _one(phrase.before(steps + 1), cues.AS) or _one(phrase.before(), cues.OF_IT)
    if relates and (announced := _one(words, cues.ANNOUNCING)):
        return announced
    return found if found and (relates or _states(phrase, _NEAR)) else ""


def seen(phrase):
    """رسالة اطلعت عليها رويترز، حوار خص به قناة الجزيرة"""
    if phrase.prefix or not _one(phrase.before(), cues.OF_IT):
        return ""
    return _one(phrase.before(2), cues.SEEING)


def told(phrase):
    """قال مسؤول لرويترز، صرح لقناة الجزيرة"""
    if not _is_to(phrase):
        return ""
    first = _first_step(phrase)
    for steps, word in _back(phrase, first, _FAR):
        if word not in cues.TELLING:
            continue
        if phrase.is_ordinary and steps > first:
            return ""
        surely = word in cues.SPEAKING or steps == first or _states(phrase, 3)
        # "Confirmed to the channel Y the death of": but not "confirmed his support for it".
        surely = surely or (phrase.has_outlet and not _is_his(phrase.before(first)))
        return f"{word} ل" if surely else ""
    return ""


def informed(phrase):
    """أبلغ مسؤول رويترز أن"""
    behind = phrase.behind()
    if phrase.prefix or not behind:
        return ""
    word, gap = behind[0]
    if word not in cues.THAT and ":" not in gap:
        return ""
    return next((word for _, word in _back(phrase, 1, _NEAR) if word in cues.INFORMING), "")


def own_words(phrase):
    """في تقرير لرويترز، تصريحات خاصة لقناة الجزيرة، في مقابلة مع رويترز"""
    if not phrase.joins_before or phrase.is_ordinary:
        return ""
    if not phrase.prefix and (particle := _one(phrase.before(), ("مع", "علي", "عبر"))):
        return _first(phrase, 2, 4, cues.MEETING, particle)
    if _is_to(phrase):
        first = _first_step(phrase)
        last = first + 1 if _one(phrase.before(first), cues.QUALITIES) else first
        return _first(phrase, first, last, cues.CONTENT, "ل")
    rests = not phrase.prefix and _one(phrase.before(2), cues.ACCORDING | {"في"})
    return _one(phrase.before(), cues.CONTENT) if rests else ""


def speaks(phrase):
    """وكان موقع فونتانكا قد ذكر أن"""
    opens = not phrase.joins_before or _one(phrase.before(), cues.OPENING)
    if phrase.prefix.strip("وف") or not opens or phrase.is_ordinary:
        return ""
    behind = phrase.behind()
    for at, (word, gap) in enumerate(behind[:11]):
        if any(mark in gap for mark in ":؛"):
            return ""
        earlier = behind[at - 1][0] if at else ""
        is_verb = word in cues.SAYING or word in cues.STATING
        if is_verb and earlier not in cues.PREPOSITIONS and earlier != "ثم":
            following = behind[at + 1 : at + 7]
            if any(_is_statement(*one) for one in following):
                return word
    return ""


def headline(phrase):
    """«رويترز: …» and «المصدر: رويترز»"""
    if phrase.head == 0 and not phrase.prefix:
        behind = phrase.behind()
        gap = behind[0][1] if behind else phrase.tail
        if ":" in gap:
            return ":"
    if not phrase.prefix and ":" in phrase.tokens[phrase.head].gap:
        return _one(phrase.before(), cues.CREDIT)
    return ""


def credit(phrase):
    """«انتهى الخبر (رويترز)» and «دمشق (رويترز) - …»"""
    gap = phrase.tokens[phrase.first].gap
    if phrase.is_alone and (gap + phrase.tail).strip(" .") in ("()", "--", "––", "[]"):
        return CREDIT
    if phrase.prefix or phrase.has_outlet or "(" not in gap or ")" not in phrase.gap_after:
        return ""
    if phrase.after == len(phrase.tokens):
        return CREDIT if gap.strip() == "(" else ""
    dashed = any(dash in phrase.gap_after for dash in _DASHES)
    return CREDIT if dashed and phrase.first <= 6 else ""


RULES = (according, verb_before, seen, told, informed, own_words, speaks, headline, credit)


def _joined(phrase, cited_ends):
    """«بحسب رويترز وفرانس برس»: the second is quoted as the first."""
    if phrase.prefix not in ("و", "") or phrase.is_ordinary:
        return ""
    at = phrase.head - 1
    if not phrase.prefix:
        if at < 0 or phrase.tokens[at].word != "و":
            return ""
        at -= 1
    for token in reversed(phrase.tokens[max(at - 2, 0) : at + 1]):
        if token.end + phrase.offset in cited_ends:
            return cited_ends[token.end + phrase.offset]
        if not (token.word.startswith("ال") and token.word.endswith(("ي", "يه"))):
            return ""
    return ""


def _is_to(phrase):
    """Whether ل is written onto the phrase or stands before it by itself: لرويترز، لـ (رويترز)"""
    return phrase.prefix.lstrip("وف") in ("ل", "لل") or _to_stands_alone(phrase)


def _first_step(phrase):
    """How far back the first word before "to" stands."""
    return 2 if _to_stands_alone(phrase) else 1


def _is_his(words):
    """Whether the word may end in "his" or "their": دعمه, ثقتهم."""
    return any(word.endswith(("ه", "هم", "ها")) for word in words)


def _to_stands_alone(phrase):
    return not phrase.prefix and phrase.head > 0 and phrase.tokens[phrase.head - 1].word == "ل"


def _back(phrase, nearest, farthest):
    """Yield (steps, reading) backwards from the phrase, as far as one statement reaches."""
    for steps in range(nearest, farthest + 1):
        words = phrase.before(steps)
        if not words or cues.THAT.intersection(words):
            return
        yield from ((steps, word) for word in words)
        if any(mark in phrase.tokens[phrase.head - steps].gap for mark in ":؛"):
            return


def _first(phrase, nearest, farthest, wanted, particle):
    for steps in range(nearest, farthest + 1):
        if word := _one(phrase.before(steps), wanted):
            return f"{word} {particle}"
    return ""


def _states(phrase, reach):
    """Whether a statement follows the name: أن, عن, a colon, an opened quotation."""
    behind = phrase.behind()
    return any(_is_statement(*one) for one in behind[:reach])


def _is_statement(word, gap):
    return word in cues.STATEMENT or any(mark in gap for mark in ":“«„")


def _one(words, wanted):
    return next((word for word in words if word in wanted), "")
