"""Put an Arabic noun beside its number, where no catalogue reaches. It knows no noun by itself.

Which form a number takes is CLDR's plural rule for Arabic (by Babel): one, two, few (3 to 10 in the
last two digits), many (11 to 99 there), other (whole hundreds, 101, 102, fractions). What each form
is follows the grammar of number and noun (تمييز العدد): 3 to 10 take a genitive plural, 11 to 99
an accusative singular, hundreds a genitive singular; one and two are said without a digit.

    >>> story = Noun("مادة", "مواد")
    >>> [counted(number, story) for number in (1, 2, 3, 11, 100, 103)]
    ['مادة', 'مادتان', '3 مواد', '11 مادة', '100 مادة', '103 مواد']
"""

from dataclasses import dataclass

from babel import Locale

from articles.text.digits import write

CASES = ("nominative", "oblique")
_ENDING = {"nominative": "ان", "oblique": "ين"}
_BEFORE_ENDING = {"ة": "ت", "ى": "ي"}
_NEVER_JOINED = set("دذرز")
_category = Locale("ar").plural_form


@dataclass(frozen=True)
class Noun:
    """A noun as it stands beside numbers.

    ``plural`` is what 3 take, in the genitive: مواد, and صحفيين rather than صحفيون. The duals
    (مادتان as a subject, مادتين otherwise) and ``accusative``, what 11 take (يومًا), follow from
    the singular where they are not given. قاضٍ needs them (قاضيان, قاضيين, قاضيًا), and a noun
    with its adjective. ``zero`` says that there are none (لا مواد), else it is "0 مادة".
    """

    singular: str
    plural: str
    dual: str = ""
    oblique_dual: str = ""
    accusative: str = ""
    zero: str = ""


def counted(number, noun, *, case="nominative", digits="western"):
    """Write ``number`` of ``noun``; ``case`` ("oblique" after a verb or preposition) shows in two.

    ``number`` is whole, or a Decimal for fractions. A negative one keeps its digits. KeyError for
    another case or style of digits.

    >>> counted(2, Noun("يوم", "أيام"), case="oblique"), counted(25, Noun("يوم", "أيام"))
    ('يومين', '25 يومًا')
    """
    ending = _ENDING[case]
    if number == 0 and noun.zero:
        return noun.zero
    if number == 1:
        return noun.singular
    if number == 2:
        given = noun.dual if case == "nominative" else noun.oblique_dual
        return given or _dual(noun.singular, ending)
    category = _category(abs(number))
    form = {"few": noun.plural, "many": noun.accusative or _accusative(noun.singular)}.get(category)
    return f"{write(number, digits)} {form or noun.singular}"


def _dual(singular, ending):
    """Join an ending of two: مادتان, مستشفيان, لقاءان, شيئان; a hamza meets its alef in جزآن."""
    stem, last = singular[:-1], singular[-1:]
    if last in _BEFORE_ENDING:
        return stem + _BEFORE_ENDING[last] + ending
    on_alef = last == "أ" or (last == "ء" and stem[-1:] in _NEVER_JOINED)
    if on_alef:
        return stem + ("آن" if ending == "ان" else "أ" + ending)
    return _seated(singular) + ending


def _accusative(singular):
    """Tanwin with its alef, where the spelling shows one: يومًا, شيئًا, but مادة, مبنى and لقاء."""
    if singular.endswith(("ة", "ى", "ا", "أ", "اء")):
        return singular
    return _seated(singular) + "ًا"


def _seated(singular):
    """Put a last hamza on the line that its neighbours make, when both of them join: شيئ, عبئ."""
    if singular.endswith("ء") and singular[-2:-1] not in _NEVER_JOINED | set("او"):
        return singular[:-1] + "ئ"
    return singular
