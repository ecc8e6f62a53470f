"""Read the way to a page, from home through its sections. Takes names apart only with evidence."""

import re
from functools import lru_cache
from itertools import pairwise

from django.utils.translation import gettext_lazy as _

from articles.imports.furniture import HOME_FIRST
from articles.imports.item import DEEPEST, NAME_LENGTH, one_line
from articles.text.fold import fold, fold_map

# Names that sections of Arabic news sites bear, so that "سياسةاقتصاد" can be told apart.
COUNTRIES = (
    "سوريا، سورية، العراق، إيران، تركيا، مصر، لبنان، الأردن، فلسطين، اليمن، السعودية، الإمارات، "
    "قطر، الكويت، البحرين، عمان، المغرب، الجزائر، تونس، ليبيا، السودان، موريتانيا، روسيا، أمريكا"
).split("، ")
USUAL = (
    *"""
    أخبار، الأخبار، أخبار وتقارير، تقارير، التقارير، تقارير وتحقيقات، تحقيقات، أخبار عربية،
    أخبار دولية، أخبار عالمية، أخبار محلية، أخبار العالم، العالم، العالم العربي، الوطن العربي، عربي،
    عربي ودولي، عربية ودولية، دولي، دولية، عالمي، محليات، محلي، سياسة، السياسة، سياسي، اقتصاد،
    الاقتصاد، مال وأعمال،
    اقتصاد وأعمال، أسواق، طاقة، رياضة، الرياضة، كرة القدم، ثقافة، الثقافة، ثقافة وفن، ثقافة وفنون،
    فن، فنون، أدب، كتب، سينما، موسيقى، مجتمع، صحة، الصحة، علوم، العلوم، تكنولوجيا، التكنولوجيا،
    علوم وتكنولوجيا، تقنية، بيئة، مناخ، تعليم، سفر، سياحة، منوعات، مقالات، المقالات، رأي، الرأي،
    آراء، مقالات الرأي، تحليلات، دراسات، حوارات، مقابلات، ملفات، وثائق، فيديو، صور، مرأة، المرأة،
    أسرة، دين،
    حقوق الإنسان، الخليج، الخليج العربي، المغرب العربي، الشرق الأوسط، أوروبا، أفريقيا، آسيا
    """.split("،"),
    *COUNTRIES,
    *(f"أخبار {country}" for country in COUNTRIES),
)
# One letter is said before a word and never after its end.
_ALWAYS_LAST = re.compile(r"(?<=[ةىﺓﺔ])(?=[^\W\d_])")
_SCRIPTS_MEET = re.compile(
    r"(?<=[\u0621-\u06d3])(?=[A-Za-z])|(?<=[A-Za-z])(?=[\u0621-\u06d3])"
    r"|(?<=[\u0621-\u06d3])(?=\d)|(?<=\d)(?=[\u0621-\u06d3])"
)
# Hamza under alef stands first in a word, after at most these: والإ، بالإ، للإ …
_HAMZA_BELOW = re.compile(r"إ")
_BEFORE_ALEF = frozenset("و ف ب ك ل ال وال فال بال كال ول فل وب لل ولل وبال وكال أ س وس".split())
_ARTICLE = re.compile(r"ال(?=[\u0621-\u06d3]{3})")
# What may follow an inner "ال" inside one word: اتصالاتها, العماليون, الاحتماليات.
_ENDINGS = tuple("يات يون يين اته اتك اتن اتي ياته ياتك ياتن يته يتن يتك تها تنا تهم".split())
# Names written solid: ديرالزور, عبدالله, نورالدين. There is one name on both sides.
_COMPOUNDS = frozenset(
    map(fold, "عبد دير أبو ابو أبا أبي بيت رأس جبل تل ذو ذي شرم عين وادي أم بني".split())
)
_COMPOUND_ENDS = ("الدين", "الله", "الرحمن", "الزهراء")
_SEPARATOR = re.compile(r"\s*[›»>/\\|‹«<←→•·⟩⟨❯❮]+\s*|\s+[-–—]\s+")
_CUT = re.compile(r"\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])$")
SHORTEST_CUT = 12
LONGEST_LINE = 1_000
GUESSED = _(
    "Check the section: the page runs its names together, and they were read as “%(path)s”."
)


def after_home(line):
    """What a breadcrumb line says after "الرئيسية"; None when the line does not begin with home."""
    if len(line) > LONGEST_LINE:
        return None
    folded, offsets = fold_map(line)
    match = HOME_FIRST.match(folded)
    if match is None:
        return None
    return line[offsets[match.end()] :].strip() if match.end() < len(offsets) else ""


def without_title(trail, title):
    """The trail before the title that ends it; None when it does not end with the title.

    Blanks and spelling may differ, and a long title may be cut short with dots.
    """
    trail_letters, offsets = _letters(trail)
    title_letters, _at = _letters(title)
    if title_letters and trail_letters.endswith(title_letters):
        return _until(trail, offsets, len(trail_letters) - len(title_letters))
    if cut := _CUT.search(trail):
        trail_letters, offsets = _letters(trail[: cut.start()])
        for length in range(min(len(title_letters), len(trail_letters)), SHORTEST_CUT - 1, -1):
            if trail_letters.endswith(title_letters[:length]):
                return _until(trail, offsets, len(trail_letters) - length)
    return None


def _letters(text):
    """Folded letters without blanks, and where each stood."""
    folded, offsets = fold_map(text)
    kept = [
        (letter, at) for letter, at in zip(folded, offsets, strict=True) if not letter.isspace()
    ]
    return "".join(letter for letter, _at in kept), [at for _letter, at in kept]


def _until(text, offsets, index):
    return text[: offsets[index]].strip() if index else ""


def sections(trail, known=()):
    """Take a trail apart into section names; also say whether each name is one we know.

    >>> sections("أخبار وتقاريرالعالم العربي")
    (('أخبار وتقارير', 'العالم العربي'), True)
    """
    trail = one_line(trail)
    names = _folded(USUAL) | _folded(tuple(known))
    parts = []
    for piece in _SEPARATOR.split(trail):
        parts.extend(_take_apart(piece, names) if piece else ())
    parts = [name for part in parts if (name := one_line(part))]
    fitting = [part for part in parts if len(part) <= NAME_LENGTH][:DEEPEST]
    sure = len(fitting) == len(parts) and all(fold(part) in names for part in fitting)
    return tuple(fitting), sure


@lru_cache(maxsize=8)
def _folded(names):
    return frozenset(fold(one_line(name)) for name in names)


def _take_apart(text, names):
    if fold(text) in names:
        return [text]
    joints = _joints(text)
    if whole := _into_known(text, joints, names):
        return whole
    parts = []
    for part in _cut(text, sorted(_ruled(text))):
        parts.extend(_into_known(part, _joints(part), names) or _peel(part, names))
    # More levels than any site has, or scraps of words: the rules misread it.
    misread = len(parts) > DEEPEST + 1 or any(len(part) < 3 for part in parts)
    return [text] if misread else parts


def title_after(trail, known=()):
    """Take known sections off the front of a trail that ends in a title: (sections, title)."""
    names = _folded(USUAL) | _folded(tuple(known))
    found, rest = [], one_line(trail)
    while len(found) < DEEPEST:
        ends = [at for at in _joints(rest) if fold(rest[:at]) in names and " " in rest[at:]]
        if not ends:
            break
        found.append(rest[: ends[-1]])
        rest = rest[ends[-1] :]
    return tuple(found), rest


def _joints(text):
    """Where one name could be glued to the next: between two letters, never at a blank."""
    return [
        at for at in range(1, len(text)) if not text[at - 1].isspace() and not text[at].isspace()
    ]


def _into_known(text, joints, names, deepest=DEEPEST):
    """The fewest known names that make up the text, or None."""
    if fold(text) in names:
        return [text]
    if deepest == 1:
        return None
    best = None
    for at in joints:
        if fold(text[:at]) in names:
            rest = _into_known(text[at:], _joints(text[at:]), names, deepest - 1)
            if rest and (best is None or len(rest) < len(best) - 1):
                best = [text[:at], *rest]
    return best


def _peel(text, names):
    """Separate a known name glued to an unknown one, where no ending explains the rest."""
    for at in _joints(text):
        before, after = text[:at], text[at:]
        if len(before) < 3 or len(after.split()[0]) < 4 or after.startswith(_ENDINGS):
            continue
        if fold(before) in names or (fold(after) in names and len(before.split()[-1]) >= 4):
            return [before, after]
    return [text]


def _ruled(text):
    """Where the letters themselves prove that a word ended."""
    at = {match.start() for match in _ALWAYS_LAST.finditer(text)}
    at |= {match.start() for match in _SCRIPTS_MEET.finditer(text)}
    for match in _HAMZA_BELOW.finditer(text):
        before = _word_before(text, match.start())
        if len(before) >= 3 and before not in _BEFORE_ALEF:
            at.add(match.start())
    for match in _ARTICLE.finditer(text):
        if _begins_a_name(text, match.start()):
            at.add(match.start())
    return at


def _begins_a_name(text, at):
    """Whether "ال" inside a word is the article of the next name, not letters of this one."""
    before = _word_before(text, at).removeprefix("و").removeprefix("ال")
    after = re.match(r"\w+", text[at:])[0]
    if len(before) < 3 or fold(before) in _COMPOUNDS or after.startswith(_COMPOUND_ENDS):
        return False
    return not after.removeprefix("ال").startswith(_ENDINGS)


def _word_before(text, at):
    return re.search(r"\w*$", text[:at])[0]


def _cut(text, places):
    edges = [0, *places, len(text)]
    return [part for start, end in pairwise(edges) if (part := text[start:end].strip())]
