"""Who else speaks in a text: bodies, people behind their office, and people without a name."""

from django.test import SimpleTestCase

from articles.recognition.gazetteer import Gazetteer, find
from articles.recognition.speakers import speakers
from articles.recognition.starter import alias_rows
from tests.patience import no_trap

STARTER = Gazetteer(alias_rows())


def spoken(text):
    """List (what, the letters) of each speaker."""
    return [(one.what, text[one.start : one.end]) for one in speakers(text, find(text, STARTER))]


class SpeakerTests(SimpleTestCase):
    CASES = (
        ("وقال مسؤول محلي إن الطريق أغلق.", "described", "مسؤول محلي"),
        ("وأفاد شهود عيان بأن النار التهمت السوق.", "described", "شهود عيان"),
        ("ونقلت رويترز عن مصدر أمني رفيع قوله إن الحدود مغلقة.", "described", "مصدر أمني رفيع"),
        ("ونقلت سي إن إن عن دبلوماسيين غربيين أن اللقاء تأجل.", "described", "دبلوماسيين غربيين"),
        ("وذكرت وسائل إعلام محلية أن المطر توقف.", "described", "وسائل إعلام محلية"),
        ("وبحسب مصادر طبية، نُقل الجرحى ليلًا.", "described", "مصادر طبية"),
        ("وفقًا لمسؤولين محليين فإن الطريق آمن.", "described", "مسؤولين محليين"),
        ("وكان خبير اقتصادي أكد أن الأسعار سترتفع.", "described", "خبير اقتصادي"),
        ("وقال مصدر في الوفد السوداني إن الجولة انتهت.", "described", "مصدر في الوفد السوداني"),
        ("ونفى المتحدث وجود خلاف.", "described", "المتحدث"),
        ("أُغلق الطريق، وفق ما أكده مصدر أمني للمراسل.", "described", "مصدر أمني"),
        ("وقال وزير الصناعة والتجارة إن المصنع يفتح غدًا.", "described", "وزير الصناعة والتجارة"),
        ("وقال وزير النقل هاني المصلح إن الجسر جاهز.", "person", "هاني المصلح"),
        ("وأكد وزير النقل، هاني المصلح، أن الجسر جاهز.", "person", "هاني المصلح"),
        ("وقالت الطبيبة ليلى عبد القادر إن اللقاح متوفر.", "person", "ليلى عبد القادر"),
        ("وتقول الباحثة «رنا الساعدي» في دراسة جديدة.", "person", "رنا الساعدي"),
        ("وقال المتحدث باسم الوزارة العقيد سامي نور إن الطريق آمن.", "person", "سامي نور"),
        ("وأعلن الاتحاد الأوروبي أن المراقبين وصلوا.", "body", "الاتحاد الأوروبي"),
        ("بحسب الأمم المتحدة، نزح ألف شخص.", "body", "الأمم المتحدة"),
        ("وذكرت صحيفة «مرآة الساحل» أن الميناء فُتح.", "outlet", "مرآة الساحل"),
        ("ونقل موقع مرآة الساحل عن بحارة أن الميناء فُتح.", "outlet", "مرآة الساحل"),
    )

    def test_who_says_something_is_found_with_the_words_that_say_who(self):
        for text, what, letters in self.CASES:
            with self.subTest(text):
                self.assertIn((what, letters), spoken(text))

    NOBODY = (
        ("قُتل مسؤول محلي في الانفجار.", "a victim"),
        ("التقى الوزير مسؤولين محليين في المدينة.", "somebody who was met"),
        ("أقالت الحكومة وزير النقل أمس.", "somebody who was dismissed"),
        ("دخل الاتحاد الأوروبي في مفاوضات.", "a body that acts"),
        ("اشترى صحيفة الصباح وخرج.", "a paper that was bought"),
        ("تضم اللجنة خبراء ومزارعين.", "members"),
    )

    def test_who_is_only_spoken_of_is_no_speaker(self):
        for text, why in self.NOBODY:
            with self.subTest(why):
                self.assertEqual(spoken(text), [])

    def test_the_object_of_a_denial_is_no_name(self):
        self.assertEqual(spoken("ونفى الوزير امتلاك أدلة تشير إلى ذلك."), [("described", "الوزير")])

    def test_an_outlet_that_is_registered_is_left_to_the_citations(self):
        self.assertEqual(spoken("وذكرت صحيفة الغارديان أن المصنع أغلق."), [])

    def test_the_passage_is_the_sentence_word_for_word(self):
        text = "هدأت الحدود. وقال مسؤول محلي: «عدنا. لن نغادر». ثم غادر."
        (one,) = speakers(text, [])
        self.assertEqual(
            text[one.passage_start : one.passage_end], "وقال مسؤول محلي: «عدنا. لن نغادر»"
        )

    def test_a_sentence_of_a_thousand_names_is_no_trap(self):
        text = "قال الاتحاد الأوروبي إن رويترز " * 1_000
        with no_trap():
            self.assertGreater(len(spoken(text)), 900)

    def test_a_page_of_offices_is_no_trap(self):
        text = "وزير وزير الوزير باسم " * 5_000
        with no_trap():
            self.assertEqual(spoken(text), [])
