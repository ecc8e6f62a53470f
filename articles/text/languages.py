"""Know the languages of the newsroom and of its neighbours. It recognises; it translates nothing.

Arabic and English are written here and searched. Persian, Sorani Kurdish and Urdu are recognised,
so that nobody "corrects" their ک and ی, and otherwise left alone.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from articles.text.direction import is_rtl
from articles.text.fold import fold


@dataclass(frozen=True)
class Language:
    """A language: its code (BCP 47), its own name, its direction and its words.

    ``written`` is whether the newsroom writes and searches it. ``stop_words`` are folded; a search
    treats them as optional. ``telling`` words, as ``_plain`` spells them, are what the language is
    recognised by: frequent in it and strange to its neighbours.
    """

    code: str
    name: str
    direction: str
    written: bool = False
    stop_words: frozenset = frozenset()
    telling: frozenset = frozenset()


_ARABIC_STOP_WORDS = """
    في من على إلى عن مع حتى منذ خلال بين بعد قبل عند لدى لدي دون حول ضد نحو فوق تحت أمام وراء ضمن
    عبر أن إن أنه إنه أنها إنها أنهم إنهم لأن بأن كأن لكن لكنه ولكن أو أم بل ثم كما كي لكي إذا إذ
    لو لولا إلا إما أما سوى غير بينما عندما حيث حين حينما كلما لما ما ماذا لماذا متى أين كيف كم
    هل من أي أية لا لم لن ليس ليست لسنا قد لقد سوف التي الذي الذين اللذين اللذان اللتان اللتين
    اللاتي اللواتي هذا هذه هذان هذين هؤلاء ذلك تلك ذاك أولئك هنا هناك هنالك هو هي هم هن هما نحن
    أنا أنت أنتم كان كانت كانوا يكون تكون كل بعض جميع كلا أيضا فقط جدا ذات ذو به بها بهم بهذا
    بهذه له لها لهم لنا لي فيه فيها فيهم منه منها منهم عنه عنها عليه عليها عليهم إليه إليها معه
    معها لديه لديها وهو وهي وهذا وقد وما ولا فإن و ف ب ل ك
"""
_ENGLISH_STOP_WORDS = """
    a an the and or but nor so if then than as of at by for from in into of off on onto out over to
    under up with about after against before between during through until while within without
    i me my we us our you your he him his she her it its they them their this that these those
    who whom whose which what when where why how
    am is are was were be been being have has had do does did will would shall should can could may
    might must not no there here also just only very too all any both each few more most other some
    such own same
"""

# Sorani was long written with heh and a non-joiner for ە: ئه‌وه‌ is ئەوە.
_OLD_SORANI_E = "\u0647\u200c"
_PLAIN = {
    **dict.fromkeys(map(ord, "\u0640\u0670\u200c"), None),
    **dict.fromkeys(range(0x064B, 0x0660), None),
    **str.maketrans("یىکہھ", "ييكهه"),
}


def _plain(word):
    """Spell a word as every keyboard of the region can; milder than `fold`: أن is not ان here."""
    return word.replace(_OLD_SORANI_E, "ە").translate(_PLAIN)


def _plain_words(text):
    return frozenset(map(_plain, text.split()))


def _folded(text):
    return frozenset(map(fold, text.split()))


# What each is recognised by; ی is ي here, ک is ك, ھ and ہ are ه, and no word has marks.
_ARABIC = """
    في على إلى عن من أن إن أنه إنه أنها التي الذي الذين هذا هذه ذلك تلك كان كانت قد قال قالت بين
    خلال لم لن ليس كما حيث حول عند منذ لكن إذا أو ثم غير كل بعض مع حتى وفي ومن وقال وأن وهو وهي
    ضد نحو ان الى انه انها فيه فيها منه منها عليه عليها إليه هو هي يكون تكون كانوا أي أمام لدى
    بعد قبل
"""
_ENGLISH = """
    the of and to in is for that with was by from are this has its at be an have were which his will
    said not he it they their been who
"""
_PERSIAN = """
    از در با را كه براي اين است بود شده كرده كند كنند ميكند ميشود نميشود ميشوند نيست هستند بودند
    دارد دارند ندارد خواهد نخواهد بايد گفت نيز اگر چه يك پس ديگر آنها اينكه همين همچنين مي نمي
    هاي شود كردند چند چون هستيم درباره روي بيش همه هيچ آزادي مردم خود شدند داده دادند داشته كشور
    كشورهاي بزرگ گزارش گفته گفتگو پايان پاسخ بازگشت پيش چهار پنج آنان توانند ميتوان هنوز چگونه
"""
_SORANI = """
    لە بۆ كە بە دەكات دەكەن دەكرێت ئەو ئەم ئەوە ئەوەي ئەمە لەگەڵ بەڵام هەر هەموو كراوە نە نییە هەیە
    بوو بوون دەبێت دواي پێش ئێمە خۆي خۆ گەل وەك لەسەر دەڵێت گوتي چۆن لەو لەم ناو بێ
"""
_URDU = """
    كے كا ہے ہيں ميں نے سے كو اور پر نہيں يہ كہ ايك تها تهي تهے گيا گئي گئے كر كيا كہا تك ہوا
    ہوئے ہوئي ہو رہے رہا رہي جس وہ بهي ليے دے كرنے كرتے ہوتا ساتھ آپ اپنے اپني
"""

PROFILES = {
    language.code: language
    for language in (
        Language("ar", "العربية", "rtl", True, _folded(_ARABIC_STOP_WORDS), _plain_words(_ARABIC)),
        Language(
            "en", "English", "ltr", True, _folded(_ENGLISH_STOP_WORDS), _plain_words(_ENGLISH)
        ),
        Language("fa", "فارسی", "rtl", telling=_plain_words(_PERSIAN)),
        Language("ckb", "کوردیی ناوەندی", "rtl", telling=_plain_words(_SORANI)),
        Language("ur", "اردو", "rtl", telling=_plain_words(_URDU)),
    )
}

NEIGHBOURS = ("fa", "ckb", "ur")
# Letters that Arabic words do not have, whose they are and how much a word with one weighs.
# Arabic spells foreign names with پ چ ژ گ, so these weigh little; ڤ says nothing at all.
_LETTERS = (
    ("پچژگ", NEIGHBOURS, 1),
    ("ۆێڕڵ", ("ckb",), 2),
    ("ە", ("ckb",), 1),
    ("ٹڈڑےں", ("ur",), 2),
    ("ہ", ("ur",), 1),
    # Pashto, Sindhi, Uyghur: whatever else such a word holds, it is in no language of ours.
    ("ټډړښځڅېۍګڼڄڃڦڙڳڱٻڀٽٺۇۋڭ", ("",), 4),
)
_OWNERS = {letter: (codes, weight) for letters, codes, weight in _LETTERS for letter in letters}
_FOREIGN = re.compile(f"[{''.join(_OWNERS)}]")
# The article, also after a clitic; ة; a hamza on the first alef: no neighbour begins or ends so.
_ARTICLE = re.compile(r"(?:[وف]?[بك]?ال|[وف]?لل)\w{2}")
_ARABIC_SPELLING = re.compile(r"^[وفبلك]?[أإ]|ة$")
# Joined by a zero-width non-joiner, as می‌شود and کتاب‌های are; ئ begins a word in Sorani only.
_PERSIAN_JOINT = re.compile("^ن?می\u200c|\u200c(?:ها|های|هایی|ای|اند|تر|ترین)$")
_SORANI_START = re.compile("^ئ[ە\u0647اێۆوی]")
_TELLS, _HINTS = 2, 1

_WORD = re.compile("[^\\W\\d_](?:[^\\W\\d_]|[\u064b-\u065f\u0670\u0640\u200c])*")
_ARABIC_SCRIPT = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
LONG_ENOUGH = 4_000  # letters; more of a passage tells nothing new
ENGLISH_SHARE = 1 / 12  # of the words


def recognise(text):
    """Name the language of a passage: "ar", "en", "fa", "ckb", "ur", or "" for none of these.

    Meant for a paragraph, a sentence or a quotation of some words; `direction.language_of` names
    the script of a single word. Arabic typed with ک and ی stays Arabic: words decide, and letters
    only where Arabic never has them. A passage in Arabic letters without any sign is Arabic.

    >>> recognise("ذکرت مواقع أمريکية أن ترکیا تحقق"), recognise("این کتاب را برای تو خریدم")
    ('ar', 'fa')
    >>> recognise("ئەم کتێبە بۆ تۆیە"), recognise("یہ کتاب آپ کے لیے ہے"), recognise("CNN")
    ('ckb', 'ur', '')
    """
    text = text[:LONG_ENOUGH]
    found = _WORD.findall(text)
    if not is_rtl(text):
        telling = sum(word.lower() in PROFILES["en"].telling for word in found)
        return "en" if telling and telling >= len(found) * ENGLISH_SHARE else ""
    if not _ARABIC_SCRIPT.search(text):
        return ""
    score = Counter()
    for word in found:
        for code, weight in _evidence(word):
            score[code] += weight
    code, most = max(((code, score[code]) for code in (*NEIGHBOURS, "")), key=lambda pair: pair[1])
    return code if most >= _TELLS and most > score["ar"] else "ar"


@lru_cache(maxsize=50_000)
def _evidence(word):
    """List what one word says: pairs of a language and a weight."""
    plain = _plain(word)
    weights = Counter()
    for code, profile in PROFILES.items():
        if plain in profile.telling:
            weights[code] = _TELLS
    for letter in set(_FOREIGN.findall(word)):
        codes, weight = _OWNERS[letter]
        for code in codes:
            weights[code] = max(weights[code], weight)
    if _ARTICLE.match(plain):
        weights["ar"] = _TELLS
    elif _ARABIC_SPELLING.search(plain):
        weights["ar"] = max(weights["ar"], _HINTS)
    if _PERSIAN_JOINT.search(word):
        weights["fa"] = _TELLS
    if _SORANI_START.match(word):
        weights["ckb"] = _TELLS
    return tuple(weights.items())
