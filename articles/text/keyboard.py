"""Read what was typed with the keyboard on the wrong language. It moves keys and knows no words.

    >>> to_arabic("hglrv"), to_arabic("jsldm lfu,e Hlld gdfdh")
    ('المقر', 'تسمية مبعوث أممي ليبيا')

The keys are those of CLDR's Windows layouts: Arabic (101) and Arabic (102) over the American
QWERTY, and Arabic (102) AZERTY over the French keyboard, as they are sold in the Maghreb.
"""

import re
from itertools import product

# Row by row, first alone and then with shift. A key that types nothing is a ·.
_QWERTY = (
    "` 1 2 3 4 5 6 7 8 9 0 - =  q w e r t y u i o p [ ]  a s d f g h j k l ; ' \\"
    "  z x c v b n m , . /",
    '~ ! @ # $ % ^ & * ( ) _ +  Q W E R T Y U I O P { }  A S D F G H J K L : " |'
    "  Z X C V B N M < > ?",
)
_AZERTY = (
    "² & é \" ' ( - è _ ç à ) =  a z e r t y u i o p ^ $  q s d f g h j k l m ù *"
    "  w x c v b n , ; : !",
    "· 1 2 3 4 5 6 7 8 9 0 ° +  A Z E R T Y U I O P ¨ £  Q S D F G H J K L M % µ"
    "  W X C V B N ? . / §",
)
_TOP = "1 2 3 4 5 6 7 8 9 0 - =", "! @ # $ % ^ & * ) ( _ +"
_FRENCH_TOP = "& é \" ' ( - è _ ç à ) =", "1 2 3 4 5 6 7 8 9 0 ° +"
_DAD, _SHEEN, _HAMZA = "ض ص ث ق ف غ ع ه خ ح ج د", "ش س ي ب ل ا ت ن م ك ط", "ئ ء ؤ ر لا ى ة و ز ظ"
_FATHA = "\u064e \u064b \u064f \u064c لإ إ ‘ ÷ × ؛"
_MIDDLE = '] [ لأ أ ـ ، / : "'
_MADDA = "لآ آ ’ , . ؟"
_ARABIC_101 = (
    f"ذ {_TOP[0]} {_DAD} {_SHEEN} \\ {_HAMZA}",
    f"\u0651 {_TOP[1]} {_FATHA} < > \u0650 \u064d {_MIDDLE} | ~ \u0652 }} {{ {_MADDA}",
)
_ARABIC_102 = (
    f"> {_TOP[0]} {_DAD} {_SHEEN} ذ {_HAMZA}",
    f"< {_TOP[1]} {_FATHA} }} {{ \\ · {_MIDDLE} \u0651 ~ \u0652 \u0650 \u064d {_MADDA}",
)
_ARABIC_AZERTY = (
    f"> {_FRENCH_TOP[0]} {_DAD} {_SHEEN} ذ {_HAMZA}",
    f"< {_FRENCH_TOP[1]} {_FATHA} }} {{ \\ · {_MIDDLE} \u0651 ~ \u0652 \u0650 \u064d {_MADDA}",
)


def _keys(latin, arabic):
    pairs = zip(" ".join(latin).split(), " ".join(arabic).split(), strict=True)
    return tuple(pair for pair in pairs if "·" not in pair)


LAYOUTS = {
    "101": _keys(_QWERTY, _ARABIC_101),
    "102": _keys(_QWERTY, _ARABIC_102),
    "fr": _keys(_AZERTY, _ARABIC_AZERTY),
}
# The circumflex of a French keyboard waits for its vowel: the keys ^ and a come out as â.
_CIRCUMFLEX = {"fr": dict(zip("âêîôû", "aeiou", strict=True))}
# Linux types these as one sign.
_LIGATURES = {"ﻻ": "لا", "ﻵ": "لآ", "ﻷ": "لأ", "ﻹ": "لإ"}
# Their letters can also be typed one by one; without shift both ways are as likely.
_DOUBTFUL = "لا"
MOST_READINGS = 16


def _arabic_of(layout):
    keys = dict(LAYOUTS[layout])
    for accented, vowel in _CIRCUMFLEX.get(layout, {}).items():
        keys[accented] = keys["^"] + keys[vowel]
    return str.maketrans(keys)


def _latin_of(layout):
    keys = {}
    for latin, arabic in LAYOUTS[layout]:
        keys.setdefault(arabic, latin)
    return keys | {sign: keys[letters] for sign, letters in _LIGATURES.items()}


_ARABIC_OF = {layout: _arabic_of(layout) for layout in LAYOUTS}
_LATIN_OF = {layout: _latin_of(layout) for layout in LAYOUTS}
_STROKE = {
    layout: re.compile("|".join(map(re.escape, sorted(keys, key=len, reverse=True))))
    for layout, keys in _LATIN_OF.items()
}


def to_arabic(text, layout="101"):
    """Read Latin keys as if the Arabic layout had been on: "101", "102" or "fr" (AZERTY).

    What no key types stays. Any Latin text is read, sense or not: the caller decides.

    >>> to_arabic("lh]dm hGl'hv"), to_arabic("hgfghù", "fr")
    ('مادية الأمطار', 'البلاط')
    """
    return text.translate(_ARABIC_OF[layout])


def to_latin(text, layout="101"):
    """Read Arabic keys as if the Latin layout had been on; لا counts as the one key it has.

    >>> to_latin("ىثصس"), to_latin("لاقهثب")
    ('news', 'brief')
    """
    keys = _LATIN_OF[layout]
    latin = _STROKE[layout].sub(lambda stroke: keys[stroke.group()], text)
    for accented, vowel in _CIRCUMFLEX.get(layout, {}).items():
        latin = latin.replace("^" + vowel, accented)
    return latin


def latin_readings(text, layout="101"):
    """List what Arabic keys may have meant, likeliest first: لا is one key (b) or two (g and h).

    At most ``MOST_READINGS``, so that a long text costs no more than a short one.

    >>> latin_readings("لاشىش")
    ['bana', 'ghana']
    """
    keys = _LATIN_OF[layout]
    first, *others = (to_latin(piece, layout) for piece in text.split(_DOUBTFUL))
    one, two = keys[_DOUBTFUL], "".join(map(keys.get, _DOUBTFUL))
    doubts = [(one, two)] * min(len(others), MOST_READINGS.bit_length() - 1)
    sure = [(one,)] * (len(others) - len(doubts))
    return [
        first + "".join(map(str.__add__, strokes, others)) for strokes in product(*doubts, *sure)
    ]
