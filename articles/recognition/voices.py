"""Who speaks in the news without being an outlet: nouns of people and media. Folded tables only."""

from articles.recognition import cues
from articles.text.fold import fold


def _listed(text):
    return frozenset(fold(text).split())


# Offices and professions. A name may follow once it is definite: المدرب وليد, وزير الاقتصاد نديم.
OFFICES = _listed(
    "وزير وزيرة رئيس رئيسة مدير مديرة قائد نائب نائبة عضو سفير سفيرة مستشار مستشارة مبعوث مبعوثة"
    " أمين أمينة متحدث متحدثة ناطق ناطقة محافظ عمدة حاكم ممثل ممثلة منسق منسقة مفوض مفوضة وكيل"
    " وكيلة نقيب نقيبة مدرب مدربة طبيب طبيبة محامي محامية صاحب صاحبة مؤسس مؤسسة قائم مساعد كبير"
)
PEOPLE = OFFICES | _listed(
    "مسؤول مسؤولة ضابط دبلوماسي دبلوماسية مصدر ناشط ناشطة شاهد شاهدة محلل محللة خبير خبيرة باحث"
    " باحثة مراقب مراقبة قيادي قيادية صحفي صحفية صحافي صحافية كاتب كاتبة قاض قاضي قاضية لاعب لاعبة"
    " مزارع تاجر عامل مقاتل جندي شرطي عميد عقيد لواء رائد مقدم ملازم فريق جنرال مهندس مهندسة أستاذ"
    " أستاذة دكتور دكتورة بروفيسور مقيم مقيمة مسعف مسعفة سائق صياد محام مؤرخ مؤرخة اقتصادي"
)
GROUPS = _listed(
    "مسؤولون مسؤولين ضباط دبلوماسيون دبلوماسيين مصادر ناشطون ناشطين ناشطات نشطاء شهود سكان أهالي"
    " أهال محللون محللين خبراء باحثون باحثين مراقبون مراقبين متحدثون تجار مزارعون مزارعين أطباء"
    " عمال صيادون صيادين طلاب نازحون نازحين لاجئون لاجئين محامون محامين نواب وزراء قادة موظفون"
    " موظفين مسعفون مسعفين أوساط جهات دوائر مقربون مقربين حقوقيون حقوقيين صحفيون صحفيين"
    " اقتصاديون اقتصاديين وسائل مواقع صحف صفحات تقارير منظمات جمعيات"
)
_INDEFINITE = PEOPLE | GROUPS
# A team is no lieutenant general, "the great" no senior official: these only with the article.
ONLY_DEFINITE = _listed("فريق كبير مقدم صاحب صاحبة قائم مؤسسة")
NOUNS = (_INDEFINITE - ONLY_DEFINITE) | frozenset(
    f"ال{noun}" for noun in _INDEFINITE - _listed("كبير صاحب صاحبة مؤسسة قائم")
)
TITLES = frozenset(f"ال{noun}" for noun in PEOPLE)
# What completes the noun without an article: an eyewitness, the media.
COMPLEMENTS = _listed("عيان إعلام أنباء")
# May follow an indefinite noun beside adjectives in ي: a senior, a well-informed one.
ADJECTIVES = _listed(
    "رفيع رفيعة كبير كبيرة كبار مطلع مطلعة مطلعون مطلعين بارز بارزة سابق سابقة سابقون مقرب مقربة"
    " متقاعد متقاعدة خاص خاصة موثوق موثوقة مختلفة عدة متطابقة متعددة مستقل مستقلة مستقلون متخصص"
    " متخصصة متخصصون حالي حالية ميداني"
)
# Who denies or announces is a source too, also without "that".
DECLARING = cues._forms("نف/نف", "اعلن/علن", "صرح/صرح", "شدد/شدد", "نبه/نبه", "روا/رو") | _listed(
    "نفى نفت ينفي تنفي رأى رأت يرى ترى رأوا روى روت يروي تروي أبدى أبدت"
)
# "As a source confirmed it": the statement came before.
RELATING = cues.PUBLISHING | cues._with_object(
    "اكد/وكد", "اعلن/علن", "اوضح/وضح", "بين/بين", "روا/رو", "اضاف/ضيف", "افاد/فيد"
)
DENYING = _listed("نفى نفت نفوا ينفي تنفي")
# An outlet's name may stand behind these.
OUTLETS = _listed("صحيفة جريدة موقع قناة شبكة مجلة إذاعة تلفزيون محطة راديو وكالة منصة فضائية")
# What is said begins with these.
TIGHT = cues.THAT | _listed("قوله قولها قولهم الذي التي")
# A phrase ends before these.
ENDS = (
    cues.STATEMENT
    | cues.PREPOSITIONS
    | cues.SAYING
    | cues.STATING
    | cues.AS
    | _listed(
        "الذي التي الذين اللذين قوله قولها قولهم لم لن لا قد مع بأن إلى حتى منذ ثم أو بعدما"
        " الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت اليوم أمس"
    )
)
