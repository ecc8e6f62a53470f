"""Hypothesis, set up for this house: the same texts on every machine, no clock, no files about.

@given(texts())
def test_folding_twice_changes_nothing(self, text):
    self.assertEqual(fold(fold(text)), fold(text))
"""

import unicodedata

from django.conf import settings as django_settings
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.configuration import set_hypothesis_home_dir

set_hypothesis_home_dir(django_settings.VAR_DIR / "hypothesis")
settings.register_profile(
    "newsroom",
    database=None,
    deadline=None,
    derandomize=True,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("newsroom")

NEWS = (
    "قال وزير الخارجية: «المحادثات ستُستأنف»، ثم غادر إلى أبو ظبي.",
    "وبحسب CNN وNew York Times فإن F-16 سقطت في دير الزور عام ٢٠١٧.",
    "عبد الله وعبد\u00a0الرحمن (د. سالم) — ٣٬٠٠٠ طن؛ 12.5%",
    "ذکرت مواقع أمريکية أن ترکیا\u200cها علی مقرها\u200f…",
    "ئەم کتێبە بۆ تۆیە؟ یہ کتاب آپ کے لیے ہے۔",
    "ﻗﺴﺪ ﻻ ﷲ \ufe77 مُـ\ufe77حمد Café ½ ﬁ İ ß",
    "Mr. Smith of the U.S. Army said: \u201cNo.\u201d\r\n\tEnd",
)
_NEWS_LETTERS = sorted(set("".join(NEWS)))


def arabic_letters():
    """One letter, mark or digit of the Arabic blocks, presentation forms included."""
    ranges = ((0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0xFB50, 0xFDFF))
    codes = [code for first, last in (*ranges, (0xFE70, 0xFEFC)) for code in range(first, last + 1)]
    return st.sampled_from([chr(code) for code in codes if unicodedata.name(chr(code), "")])


def texts(max_size=60):
    """Text of any kind: from all of Unicode, from the letters of news, from Arabic alone."""
    return st.one_of(
        st.text(max_size=max_size),
        st.text(st.sampled_from(_NEWS_LETTERS), max_size=max_size),
        st.text(arabic_letters(), max_size=max_size),
        st.lists(pieces(), max_size=8).map("".join),
    )


def pieces():
    """A piece of a real sentence."""
    return st.sampled_from(NEWS).flatmap(
        lambda sentence: st.tuples(
            st.integers(0, len(sentence)), st.integers(0, len(sentence))
        ).map(lambda cut: sentence[min(cut) : max(cut)])
    )
