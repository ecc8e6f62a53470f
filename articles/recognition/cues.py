"""The words by which Arabic and English say who is quoted. Tables of folded words, nothing else."""

import re


def _listed(text):
    return frozenset(text.split())


def _forms(*stems):
    """Past and present of a verb with a third-person subject: نقل نقلت نقلوا ينقل تنقل."""
    forms = set()
    for stem in stems:
        past, present = stem.split("/")
        forms |= {past, f"{past}ت", f"{past}وا", f"ي{present}", f"ت{present}"}
    return frozenset(forms)


def _with_object(*stems):
    """The same with "it" or "them" behind: نشرته, أوردتها, ينقله."""
    forms = set()
    for stem in stems:
        past, present = stem.split("/")
        bare = (past, f"{past}ت", f"ي{present}", f"ت{present}")
        forms |= {form + suffix for form in bare for suffix in ("ه", "ها", "هم", "هما")}
    return frozenset(forms)


# Who speaks after such a verb is quoted, whatever follows.
SAYING = _forms("قال/قول", "ذكر/ذكر", "افاد/فيد", "اورد/ورد")
# After these only when a statement follows: "confirmed that", "revealed", "reported a speech".
STATING = _forms(
    "نقل/نقل", "نشر/نشر", "كتب/كتب", "بث/بث", "كشف/كشف", "اكد/وكد", "اشار/شير", "اوضح/وضح",
    "اضاف/ضيف", "لفت/لفت", "قدر/قدر", "زعم/زعم", "رصد/رصد", "نسب/نسب", "رجح/رجح", "علم/علم",
    "خلص/خلص", "نوه/نوه", "توقع/توقع", "حذر/حذر", "تحدث/تحدث", "اعتبر/عتبر",
)  # fmt: skip
# Its own affairs, unless a relative clause says that the statement came before: "as … announced".
ANNOUNCING = _forms("اعلن/علن")
# "Pointed to": these need no "that".
POINTING = _forms("اشار/شير", "لفت/لفت", "نوه/نوه", "خلص/خلص", "تطرق/تطرق")
# A relative clause: "in an inquiry that the agency published".
PUBLISHING = _with_object(
    "نشر/نشر", "اورد/ورد", "بث/بث", "اجر/جري", "اعد/عد", "كتب/كتب", "نقل/نقل", "ذكر/ذكر",
    "قال/قول", "اذاع/ذيع", "عرض/عرض", "حاور/حاور", "كشف/كشف", "اصدر/صدر", "احص/حصي",
)  # fmt: skip
# "Said … to the agency", however much stands between.
SPEAKING = (
    SAYING
    | _forms("صرح/صرح", "تحدث/تحدث", "ادل/دلي")
    | _listed("ادلي قاله قالته ذكره ذكرته اكده اكدته اوضحه اوضحته")
)
# The same, but these have other uses: "confirmed his support for the agency".
TELLING = SPEAKING | _forms(
    "اكد/وكد", "اضاف/ضيف", "اوضح/وضح", "كشف/كشف", "روي/روي", "نفي/نفي", "اشار/شير", "بين/بين",
    "شرح/شرح", "كتب/كتب", "اعترف/عترف",
) | _listed("مضيفا قايلا موكدا موضحا مشيرا مصرحا لافتا مضيفه قايله موكده موضحه")  # fmt: skip
# "A document that the agency has seen."
SEEING = _listed("اطلعت اطلع حصلت حصل خص خصت")
OF_IT = _listed("عليها عليه به بها عنه عنها")
# "As appeared in the paper."
APPEARING = _listed("جاء ورد ورود جاءت وردت")
# "Told the agency that": the outlet is the object.
INFORMING = _forms("ابلغ/بلغ", "اخبر/خبر", "افاد/فيد")

AS = _listed("ما كما حسبما وفقما مثلما بما فيما")
ACCORDING = _listed("حسب بحسب وفق")
ACCORDING_TO = _listed("وفقا طبقا استنادا تبعا")
CITING = _listed("نقلا نقل نقلت ينقل تنقل نقله نقلته منقول منقوله نسب نسبت")

# An outlet's own words: "in a report by", "a poll by", "statements to", "an interview with".
CONTENT = _listed(
    "تقرير تحقيق مقال مقاله خبر تصريح تصريحات حديث احاديث مقابله لقاء حوار استطلاع احصاء احصاءات"
    " بيانات حصيله تعداد مداخله اتصال افتتاحيه تعليق تغطيه برقيه رساله تدوينه تغريده متابعه رصد"
)
MEETING = _listed("مقابله لقاء حوار حديث مقابلات اتصال مكالمه")
CREDIT = _listed("المصدر مصدر المصادر المصدران")
# What may be said of it: "special statements to".
QUALITIES = _listed(
    "خاص خاصه حصري حصريه سابق سابقه صحفي صحفيه صحافي صحافيه مطول مطوله هاتفي هاتفيه متلفز متلفزه"
    " مصور مصوره موسع اعده منفصل منفصله اخر اخري حديث جديد جديده اخير عاجل لاحق"
)
# What kind of outlet it is, and its reporter; these stand before its name.
OUTLETS = _listed(
    "وكاله صحيفه جريده موقع قناه شبكه مجله اذاعه تلفزيون محطه راديو منصه بوابه فضاييه يوميه هييه"
    " مراسل مراسله مراسلو مراسلي موفد موفده مندوب مندوبه"
    " الصحيفه الوكاله القناه الشبكه المجله الموقع"
)
# Of these, the ones that are no part of a name: قناة الجزيرة is الجزيرة.
KINDS = _listed("صحيفه جريده موقع قناه مجله شبكه الصحيفه الموقع القناه المجله الشبكه")
BETWEEN = _listed("انباء الانباء اخبار الاخبار الاخباريه اخباريه الصحافه الاذاعيه التلفزيونيه")
# May stand between a verb and who speaks: "said yesterday".
ASIDE = _listed(
    "امس اليوم الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت معه معها معهم مساء صباح لاحقا"
    " ايضا قد بدورها بدوره يوم عنه عنها حينها به بها فجر ظهر عصر ليل ليله"
)
# A clause begins after these: "and … had reported".
OPENING = _listed("كان كانت وكان وكانت لكن ولكن ان بان وان اما واما فيما بينما حيث كما فان اذ")
# After these نشر and كشف are nouns: "behind the disclosure of".
PREPOSITIONS = _listed("في عن من علي الي وراء بعد قبل خلال عند حول دون بين")
# After these a statement has begun, and "to the agency" belongs to what was said.
THAT = _listed("ان بان انه بانه انها بانها انهم بانهم اني بانني انني باني انا باننا")
# Proof that a statement follows the verb.
STATEMENT = THAT | _listed(
    "عن قوله قولها قولهم تقريرا خبرا تحقيقا مقالا صورا صوره مقطعا تسجيلا فيديو بيانات نص وثايق"
    " رساله مقابله تصريحات تقارير معلومات تفاصيل تقرير"
)

# Names that are ordinary words or regions too: "to the Middle East" speaks of no paper.
ORDINARY = _listed(
    "الجزيره العربيه الاناضول الحدث الاخبار الوطن النهار الراي الشروق الحره المستقبل"
)
ORDINARY_NAMES = frozenset((word,) for word in ORDINARY) | {("الشرق", "الاوسط")}
# Short names that count only with "agency" before them, or in brackets: "and mother" is no agency.
SHORT_NAMES = _listed("وام واس وات وفا كونا بنا قنا ارنا معا بترا عكاظ")

# English
EN_BEFORE = re.compile(
    r"(?:according to|citing|told|tells|informed"
    r"|(?:quoted|reported|published|cited|obtained|seen|broadcast|confirmed|aired)"
    r"(?: as saying| on \w+| first)? by"
    r"|(?:interviews?|conversation) with"
    r"|(?:reports?|story|article|analysis|investigation|poll|tally|interview|review)"
    r" (?:by|in|from|for|on)"
    r"|(?:statements?|remarks|comments|spoke|speaking|said) to)$"
)
EN_OBJECT_OF = _listed("of for against at sued and from with")
EN_OUTLETS = _listed(
    "the news agency agencies newspaper paper daily network channel website site magazine"
    " broadcaster broadcasting state run owned outlet us american british russian arabic its press"
)
EN_ASIDE = _listed(
    "has had have also later first earlier on monday tuesday wednesday thursday friday saturday"
    " sunday today yesterday exclusively separately correspondent reporter correspondents"
)
EN_SAYING = _listed(
    "reported reports said says wrote writes quoted quotes cited revealed noted reporting citing"
)
