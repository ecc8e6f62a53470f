"""Show a finding of the text doctor to people: in its word, with what is hidden made visible."""

import unicodedata

LONGEST_WORD = 40

# Signs for what the eye can not see; words of Unicode, since nobody has better ones.
SIGNS = {
    "\u00a0": "⍽", "\n": "⏎", "\u200b": "⟨ZWSP⟩", "\u200c": "⟨ZWNJ⟩", "\u200d": "⟨ZWJ⟩",
    "\u00ad": "⟨SHY⟩", "\ufeff": "⟨BOM⟩", "\u2060": "⟨WJ⟩", "\u200e": "⟨LRM⟩", "\u200f": "⟨RLM⟩",
    "\u061c": "⟨ALM⟩", "\u202a": "⟨LRE⟩", "\u202b": "⟨RLE⟩", "\u202c": "⟨PDF⟩", "\u202d": "⟨LRO⟩",
    "\u202e": "⟨RLO⟩", "\u2066": "⟨LRI⟩", "\u2067": "⟨RLI⟩", "\u2068": "⟨FSI⟩", "\u2069": "⟨PDI⟩",
}  # fmt: skip


def in_its_word(text, one):
    """Return the word around a finding as it is and as it would be; of a long word, a part.

    >>> from articles.text.lint import Finding
    >>> in_its_word("مواقع امريكية", Finding("hamza", 6, 7, "ا", "أ"))
    ('امريكية', 'أمريكية')
    """
    start, end = one.start, one.end
    while start and one.start - start < LONGEST_WORD and _is_of_a_word(text[start - 1]):
        start -= 1
    while end < len(text) and end - one.end < LONGEST_WORD and _is_of_a_word(text[end]):
        end += 1
    return text[start:end], text[start : one.start] + one.after + text[one.end : end]


def visible(text, blank=" "):
    """Return the text on one line, with signs for what nobody sees; ``blank`` shows a blank.

    >>> visible("حقل\\u00a0 العمر", blank="␣")
    'حقل⍽␣العمر'
    """
    return "".join(_sign(letter, blank) for letter in text)


def _sign(letter, blank):
    if letter == " ":
        return blank
    if letter in SIGNS:
        return SIGNS[letter]
    return "?" if unicodedata.category(letter) in ("Cc", "Zl", "Zp", "Cs") else letter


def _is_of_a_word(letter):
    return letter.isalpha() or unicodedata.category(letter) == "Mn"
