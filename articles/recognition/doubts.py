"""When a registered spelling is not a name: Muscat is also a birthplace, Rabat a ligament.

Tables of folded words and the few questions asked of them. What has no row is not doubted.
"""

import re
from typing import NamedTuple


class Doubt(NamedTuple):
    """Patterns of the folded neighbours of a word within its phrase.

    ``not_after`` and ``only_after`` ask about the word before when nothing is written onto the
    name, ``not_and_after`` when "and" is. A preposition written onto it settles both.
    """

    not_after: str = ""
    not_before: str = ""
    only_after: str = ""
    not_and_after: str = ""


# A definite noun before an adjective: الحكومة السعودية, جدة السعودية. But التزام and إلغاء only
# begin like one.
_NO_ARTICLE = r"ي$|ت(?:زام|قاء|حاق|ماس|هام|فاف)$|(?:غ|ق)اء$|حاق$|زام$"
_DEFINITE = rf"[وفبك]{{0,2}}ال(?!{_NO_ARTICLE})\w+|لل\w+|ارامكو|جده|مكه|\w+”"
_ADJECTIVE = r"\w+ي|\w+يه|\w+ين|\w+يتين"
_PREPOSITIONS = (
    r"[وف]?(?:في|من|الي|علي|عن|مع|بين|ضد|لدي|نحو|تجاه|عبر|داخل|خارج|حول|بشان|ان|بان|مثل|غير"
    r"|شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|وسط|انحاء|عموم|حدود|كامل)"
)
DOUBTS = {
    "السعوديه": Doubt(not_after=_DEFINITE, not_and_after=_ADJECTIVE),
    "سوريه": Doubt(only_after=_PREPOSITIONS, not_and_after=_ADJECTIVE),
    "قطر": Doubt(
        not_after=r"\w*نصف|اي|كل",
        not_before=r"\d+|دايره|الدايره|الانبوب|الكره|عربي|كبير|صغير|يبلغ|يصل|يتراوح|يزيد",
    ),
    "مصر علي": Doubt(not_after=r"\w*انه|\w*انني|وهو|هو|انا|زال|يزال|كان"),
    "المغرب": Doubt(
        not_after=r"\w*صلاه|\w*اذان|وقت|عند|قبيل|بعيد|حتي|موعد",
        not_before=r"والعشاء|العربي|الفاسي|التطواني",
    ),
    "الاتحاد الافريقي": Doubt(not_after="كاس", not_before="لكره|للكره"),
    "الاتحاد الاوروبي": Doubt(not_before="لكره|للكره"),
    "اليمن": Doubt(not_before=r"والبركات?|والبركه"),
    "الرباط": Doubt(not_before=r"الصليبي\w*|الداخلي|الخارجي|المقدس|الجانبي|الوثيق"),
    "القاهره": Doubt(not_after=r"[وفبك]{0,2}ال(?:قوه|ظروف|اسباب|ظرف)|لل(?:قوه|ظروف)"),
    "مسقط": Doubt(not_before=r"راس\w*|الراس|الطايره|مايي"),
    "عدن": Doubt(not_after=r"\w*جنه|\w*جنات|جنتي"),
    "الهند": Doubt(not_after=r"جوز|تمر"),
    "الفرات": Doubt(not_after=r"[وفبل]?ابن"),
    "القصرين": Doubt(not_after="بين"),
    "ينبع": Doubt(not_before="من"),
    "حلب": Doubt(not_before=r"ال(?:ابقار|بقر|نوق|ماشيه|اغنام)"),
}

# What a short name begins with when it may end a longer phrase: السياسة الخارجية الروسية.
_ENDS_A_PHRASE = Doubt(not_after=r"[وفبك]{0,2}ال(?!ي$)\w+|لل\w+")
BEGINNINGS = {
    word: _ENDS_A_PHRASE for word in ("الخارجيه", "الداخليه", "الدفاع", "الصحه", "الخزانه")
}

# A place behind one of these nouns is part of the name of what stands there.
INSTITUTIONS = frozenset(
    "جامعه كليه معهد مستشفي مشفي بنك مصرف نادي ناد بورصه مطار متحف اوبرا مسرح معرض مهرجان"
    " فندق ملعب استاد ستاد ماراثون شارع نهج".split()
)

# Words by which a text goes on naming a body that it named in full.
_BODIES = "تحالف اتحاد حلف مجلس منظمه حركه محكمه مفوضيه وكاله ولايات ضفه صندوق بنك جامعه حزب مرصد"
HEADS = frozenset(f"ال{word}" for word in _BODIES.split())

# محمد السادس goes on as the king, not as "the sixth".
ORDINALS = frozenset("الاول الثاني الثالث الرابع الخامس السادس السابع الثامن".split())


def allow(tokens, first, after, words, peeled):
    """Say whether the words from ``first`` to ``after`` may be the name they look like."""
    before = ""
    if first and tokens[first].continues_phrase:
        # «عكاظ» السعودية: after a closing mark it is an adjective too.
        mark = "”" if re.search(r"[\"”»’)]", tokens[first].gap) else ""
        before = tokens[first - 1].word + mark
    behind = ""
    if after < len(tokens) and tokens[after].continues_phrase:
        behind = tokens[after].word
    name = " ".join(words)
    doubt = DOUBTS.get(name) or DOUBTS.get(f"{name} {behind}") or BEGINNINGS.get(words[0])
    if doubt is None:
        return True
    if _is(doubt.not_before, behind):
        return False
    written_on = tokens[first].word[:peeled]
    if not written_on:
        needs = doubt.only_after
        return not _is(doubt.not_after, before) and not (
            needs and before and not _is(needs, before)
        )
    return written_on not in ("و", "ف") or not _is(doubt.not_and_after, before)


def is_qualified(tokens, at):
    """Whether the next word says which one is meant: "the Alliance" but "the Arab Alliance"."""
    if at + 1 == len(tokens) or not tokens[at + 1].continues_phrase:
        return False
    return tokens[at + 1].word.startswith("ال")


def _is(pattern, word):
    return bool(pattern and word and re.fullmatch(pattern, word))
