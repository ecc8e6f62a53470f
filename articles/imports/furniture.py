"""Tell what on a page is not the article: share counts, menus, dates, headings of other lists.

Every rule looks at one whole line. A sentence that merely mentions such words is never furniture.
"""

import re
from functools import lru_cache

from articles.imports.item import MOST_SHARES, MOST_TAGS, NAME_LENGTH, TAG_LENGTH, fitting
from articles.text.dates import read_date
from articles.text.digits import western
from articles.text.fold import fold, fold_map

HOME = frozenset(map(fold, ("الرئيسية", "الصفحة الرئيسية", "الصفحة الأولى", "Home", "Homepage")))
_home = "|".join(sorted((re.escape(name) for name in HOME), key=len, reverse=True))
# The word, then the end, a separator, or a letter glued to it. A blank alone starts a sentence.
HOME_FIRST = re.compile(rf"(?:{_home})(?=\s*$|\s*[^\w\s]|\w)")

# Headings of what follows an article: from there on it is about other articles.
OTHERS = tuple(
    map(
        fold,
        (
            "مقالات ذات صلة", "أخبار ذات صلة", "مواضيع ذات صلة", "موضوعات ذات صلة", "مواد ذات صلة",
            "مقالات مشابهة", "أخبار مشابهة", "مواضيع مشابهة", "مقالات متعلقة", "أخبار متعلقة",
            "مواضيع متعلقة", "الأكثر قراءة", "الأكثر مشاهدة", "الأكثر تداولا", "الأكثر شعبية",
            "الأكثر تعليقا", "قد يعجبك أيضا", "قد يهمك أيضا", "أحدث الأخبار", "آخر الأخبار",
            "المزيد من الأخبار", "اترك تعليقا", "اترك ردا", "أضف تعليقا", "Related articles",
            "Related posts", "Related stories", "Related news", "Most read", "Most popular",
            "You may also like", "Leave a comment", "Leave a reply",
        ),
    )
)  # fmt: skip
_others = "|".join(sorted(map(re.escape, OTHERS), key=len, reverse=True))
# Scrapers glue a heading to the list below it: "مقالات ذات صلةعنوان". A blank continues a sentence.
OTHERS_FIRST = re.compile(rf"(?:{_others})(?:\s*[:…|]?\s*$|(?=\w))")
RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright|جميع الحقوق محفوظه|الحقوق محفوظه|all rights reserved).{0,120}"
)
# A link to another article in the middle of a text.
SEE_ALSO = re.compile(
    r"(?:اقرا|اقراي|شاهد|طالع|انظر) ?(?:ايضا|المزيد)(?P<title>\s*[:|«-].{0,300})?\s*[:.]?"
)

BUTTONS = frozenset(
    map(
        fold,
        (
            "شارك", "شاركها", "شاركه", "مشاركة", "شارك هذا الخبر", "شارك المقال", "شارك الموضوع",
            "شارك على", "فيسبوك", "تويتر", "إكس", "واتساب", "واتس آب", "تلغرام", "تيليغرام",
            "تيليجرام", "لينكدإن", "بينتيريست", "ماسنجر", "طباعة", "اطبع", "إرسال", "نسخ الرابط",
            "البريد الإلكتروني", "بريد إلكتروني", "حفظ", "متابعة", "تابعنا", "استمع", "بحث",
            "القائمة", "تسجيل الدخول", "اشترك", "Facebook", "Twitter", "X", "WhatsApp",
            "Telegram", "LinkedIn", "Pinterest", "Messenger", "Email", "Print", "Copy link",
            "Share", "Tweet", "Menu", "Search", "Subscribe", "Shares",
        ),
    )
)  # fmt: skip
_buttons = "|".join(sorted(map(re.escape, BUTTONS), key=len, reverse=True))
BUTTON_ROW = re.compile(rf"(?:(?:{_buttons})[\s|·•,/+-]*)+")

_number = r"(?P<number>\d+(?:[.,]\d+)*)\s*(?P<unit>k|m|الف|الاف|مليون)?"
_shares = r"(?:shares?|مشاركات|مشاركه|مشاركاتها)"
_SHARE_WORD = re.compile(_shares)
SHARES = tuple(
    re.compile(shape)
    for shape in (
        rf"{_number}\s*{_shares}(?:{BUTTON_ROW.pattern})?",
        rf"(?:total |عدد )?(?:ال)?{_shares}\s*[:：]?\s*{_number}",
    )
)
IN_WORDS = {"مشاركه واحده": 1, "مشاركتان": 2, "مشاركتين": 2, "لا مشاركات": 0, "لا توجد مشاركات": 0}
UNITS = {"": 1, "k": 1_000, "الف": 1_000, "الاف": 1_000, "m": 1_000_000, "مليون": 1_000_000}

_TODAY = re.compile(r"^(?:تاريخ )?(?:اليوم|today)\s*:?\s*", re.IGNORECASE)
PUBLISHED = re.compile(
    r"(?:تاريخ النشر|تم النشر|نشر(?:ت)?|published(?: on| at)?|date)(?: في| بتاريخ| يوم)?"
    r"\s*[:|]?\s*(?P<day>.+)"
)
CHANGED = re.compile(
    r"(?:اخر تحديث|تم التحديث|تحديث|(?:last )?updated(?: on)?)(?: في| بتاريخ)?"
    r"\s*[:|]?\s*(?P<day>.+)"
)
CREDITS = tuple(
    (role, re.compile(opening))
    for role, opening in (
        (
            "writer",
            r"بقلم\s*[:/|-]?\s*|(?:كتبه|كتبها|كتب|كتبت|الكاتب|الكاتبه|المولف|اعداد|المحرر)\s*[:/|]\s*",
        ),
        ("writer", r"by\s*:?\s+|author\s*:\s*"),
        ("translator", r"(?:ترجمه|ترجمها|نقله الي العربيه)\s*[:/|]\s*|translated by\s*:?\s+"),
        ("photographer", r"(?:تصوير|عدسه)\s*[:/|]\s*|photos? by\s*:?\s+"),
    )
)
NAMES = re.compile(r"[^\d:.؟!?]{3,120}")
TAGS = re.compile(
    r"(?:الوسوم|وسوم|الوسم|وسم|الكلمات المفتاحيه|كلمات مفتاحيه|الكلمات الدلاليه|كلمات دلاليه"
    r"|الكلمات الداله|كلمات داله|tags?|keywords?)\s*(?::\s*|$)"
)
HASHTAGS = re.compile(r"#[\w_]+(?:\s*[,،|]?\s*#[\w_]+)*")
_BETWEEN_TAGS = re.compile(r"[,،؛;|#/•·]+")


# Every rule asks for the same line's folded form, one after the other.
_folded = lru_cache(maxsize=32)(fold)


def shares(line):
    """Read a share count from a line of nothing else: "0Shares", "1.2K Shares", "٣ مشاركات"."""
    if len(line) > 120:
        return None
    line = western(_folded(line))
    if line in IN_WORDS:
        return IN_WORDS[line]
    for shape in SHARES:
        if match := shape.fullmatch(line):
            return _count(match["number"], match["unit"] or "")
    return None


def is_share_word(line):
    """Whether the line is the word that belongs to a share count."""
    return len(line) <= 20 and _SHARE_WORD.fullmatch(_folded(line)) is not None


def _count(number, unit):
    """A comma before one or two digits is a decimal one when thousands are meant: "1,2K"."""
    if unit and re.fullmatch(r"\d+[.,]\d{1,2}", number):
        count = float(number.replace(",", ".")) * UNITS[unit]
    else:
        count = int(re.sub(r"[.,]", "", number)[:12]) * UNITS[unit]
    return min(round(count), MOST_SHARES)


def is_home(line):
    """Whether the line is the first step of a breadcrumb and nothing else."""
    return len(line) <= 40 and _folded(line).strip(" ›»>/|") in HOME


def opens_others(line):
    """Whether the line is the heading of a list of other articles."""
    return OTHERS_FIRST.match(fold(line[:120])) is not None


def closes_page(line):
    """Whether the line is the foot of the page, such as its copyright."""
    return len(line) <= 200 and RIGHTS.fullmatch(_folded(line)) is not None


def see_also(line):
    """Whether the line sends readers elsewhere: "bare" without a title, "whole" with it."""
    match = SEE_ALSO.fullmatch(_folded(line)) if len(line) <= 320 else None
    return match and ("whole" if (match["title"] or "").strip(" :|«-") else "bare")


def is_button(line):
    """Whether the line is made of share buttons or the like."""
    return len(line) <= 200 and BUTTON_ROW.fullmatch(_folded(line)) is not None


def day(line):
    """Read a line that is a date and nothing else, perhaps in two calendars or with a time."""
    if len(line) > 100:
        return None
    line = _TODAY.sub("", line)
    for part in (line, *re.split(r"\s[-–—|/]\s|\||هـ|ه\s", line)):
        if found := read_date(part):
            return found
    return None


def published(line):
    """Read "نشر في 9 فبراير 2018": a day that the line itself calls that of publishing."""
    match = PUBLISHED.fullmatch(_folded(line)) if len(line) <= 120 else None
    return match and day(match["day"])


def is_change(line):
    """Whether the line tells when the page was last changed."""
    match = CHANGED.fullmatch(_folded(line)) if len(line) <= 120 else None
    return bool(match and day(match["day"]))


def credits(line):
    """Read the names of a byline: "بقلم: ليلى الحسن" gives (("ليلى الحسن", "writer"),)."""
    for role, opening in CREDITS:
        names = _after(opening, line) if len(line) <= 160 else None
        if names and NAMES.fullmatch(names):
            return tuple((name, role) for name in names_of(names))
    return ()


def _after(opening, line):
    """What stands after an opening, as written; None when the line does not begin so."""
    match = opening.match(_folded(line))
    if match is None:
        return None
    _letters, offsets = fold_map(line)
    return line[offsets[match.end()] :] if match.end() < len(offsets) else ""


def names_of(text):
    """Split the names of a byline; what is longer than any name is not one."""
    parts = fitting(re.split(r"\s*[،,|/]\s*|\s+and\s+", text), NAME_LENGTH, 6)
    return tuple(part for part in parts if len(part) <= 60 and len(part.split()) <= 6)


def tags(line):
    """Read a line of tags; None when it is none, an empty tuple for a heading without tags."""
    if len(line) > 1000:
        return None
    names = _after(TAGS, line)
    if names is not None:
        return split_tags(names)
    return split_tags(line) if HASHTAGS.fullmatch(line) else None


def split_tags(text):
    """Split tags at the comma of either script; the underscore of a hashtag is a blank."""
    parts = (part.replace("_", " ") for part in _BETWEEN_TAGS.split(text))
    return fitting(parts, TAG_LENGTH, MOST_TAGS)
