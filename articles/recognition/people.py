"""Find people whom nobody registered, by given names that are hardly ever another word.

For suggestions and measuring only: a name found here has no row. Given names that are ordinary
words too (سعيد, أمل, عمر, and علي, which folds like على) begin no name by themselves.
"""

from typing import NamedTuple

from articles.recognition import voices
from articles.recognition.doubts import INSTITUTIONS
from articles.recognition.tokens import Cover, read
from articles.text.clitics import readings
from articles.text.fold import fold


def _listed(text):
    return frozenset(fold(text).split())


ARAB = _listed(
    "محمد أحمد محمود مصطفى إبراهيم إسماعيل يوسف يونس يعقوب داود سليمان موسى هارون زكريا يحيى"
    " عيسى خالد حسين حسنين عثمان عمرو طارق هشام هيثم بشار زياد مروان إياد إيهاب أيمن أسامة أنس"
    " باسل بسام بلال تامر ثامر جابر جاسم حاتم حازم حمزة حمدي خليل رياض زهير سامر صلاح صهيب"
    " ضرار طلال عاطف عبد عبدالله عدنان عصام عماد غسان فؤاد فيصل قصي قيس كاظم لؤي مازن مهند"
    " مؤيد نزار نضال نوري هاني وائل وسام ياسين فاطمة عائشة خديجة زينب مريم ليلى سلمى رانيا رنا"
    " ريم دينا سوسن شيماء عبير غادة لمى لمياء منى نادين نجلاء نهى هالة هبة هند ياسمين سعاد"
)
FOREIGN = _listed(
    "دونالد كيم جونغ جورج جيمس جون جوزيف جاك جيمي مايكل ميشيل ميشال ديفيد دافيد روبرت ريتشارد"
    " ويليام وليام توماس تشارلز كريستوفر كريستيان دانيال دانييل ستيفن ستيفان ستيف بيتر باتريك أندرو"
    " أندريه أنطوني أنتوني أنطونيو أنتونيو أنطوان باراك هيلاري بيل بوريس تيريزا ريشي كير"
    " إيمانويل فرانسوا فرنسوا نيكولا جان لوران إيف هنري برنار كلود أنجيلا أنغيلا أولاف فرانك"
    " هايكو سيرغي سيرجي فلاديمير دميتري ديمتري ألكسندر ألكسي يفغيني ميخائيل إيغور فولوديمير"
    " بنيامين بنجامين إيهود يائير أفيغدور رجب هاكان مولود جواد كارلوس خوسيه لويس ماريو ماريا"
    " لويز نيكولاس فيديل راؤول ليونيل كريستيانو ألكسندرا أورسولا كريستين كامالا نانسي مارك"
    " مارتن ماتيو سيلفيو جورجيا شينزو ناريندرا مارين إدوارد آدم إليزابيث فيكتور لارس ينس يان"
    " كارل إريك إيلون"
)
GIVEN = ARAB | FOREIGN
BETWEEN = _listed("بن ابن بنت آل أبو أبي بو دي فان فون دا دو لو طيب")
# What is called after people.
THINGS = INSTITUTIONS | _listed("شارع نهج ساحة ميدان مدرسة محافظة ولاية جسر مسجد جامع مركب حي سانت")
_LONGEST = 5
# Behind a given name these are no surname.
_NO_SURNAME = (
    voices.ENDS
    | (voices.NOUNS - voices.TITLES)
    | _listed(
        "هو هي كان كانت وهو وهي بعد قبل رئيس مدير وزير نائب عضو أحد كل بعض هذا هذه كما حول ضد"
        " سنة عام يوم شهر سيد باشا بسبب أيضا معا وحده نفسه"
    )
)


class Person(NamedTuple):
    """Somebody's name: ``text[start:end]``."""

    start: int
    end: int


def people(text, taken=()):
    """List the names of people in ``text`` that overlap none of the ``taken`` (start, end).

    >>> people("التقى دونالد كيم جونغ ترامب نظيره في جنيف")
    [Person(start=6, end=18)]
    """
    tokens = read(text)
    cover = Cover(len(text), taken)
    free = [not cover.touches(token.start, token.end) for token in tokens]
    found, at = [], 0
    while at < len(tokens):
        begins = _is_given(tokens[at].word) and not _names_a_thing(tokens, at)
        after = _after(tokens, free, at) if begins else at
        if after - at >= 2:
            found.append(Person(tokens[at].start, tokens[after - 1].end))
        at = max(after, at + 1)
    return found


def _names_a_thing(tokens, at):
    """Whether a street or a university is called so: جامعة محمد الخامس."""
    before = readings(tokens[at - 1].word) if at and tokens[at].continues_name else ()
    return not THINGS.isdisjoint(before)


def _after(tokens, free, at):
    """Where the name that begins at ``at`` ends; at once when no surname follows."""
    after, has_surname = at, False
    while after < len(tokens) and after - at < _LONGEST and free[after]:
        word = tokens[after].word
        if after > at and not tokens[after].continues_name:
            break
        if _is_given(word) or word in BETWEEN:
            has_surname = has_surname or (after > at and word not in BETWEEN)
        elif _is_surname(tokens, at, after):
            after, has_surname = after + 1, True
            break
        else:
            break
        after += 1
    return after if has_surname and tokens[after - 1].word not in BETWEEN else at


def _is_given(word):
    """A listed name, or servant of one of God's: folding writes عبد العزيز as one word."""
    return word in GIVEN or (word.startswith("عبدال") and len(word) > 6)


def _is_surname(tokens, at, after):
    """Behind a foreign given name any word that ends no phrase; behind an Arab one with ال."""
    word = tokens[after].word
    if after == at or word in _NO_SURNAME or word.startswith(("وال", "بال", "لل", "فال")):
        return False
    if word.startswith("ال") and word.endswith("يه"):
        # سانت لويس الأمريكية: an adjective of a place.
        return False
    if word.startswith("و") and word.endswith(("ه", "ها", "هم")):
        # كارلوس وشقيقه: somebody of his.
        return False
    return word.startswith("ال") or tokens[at].word in FOREIGN or tokens[after - 1].word in BETWEEN
