"""On whom a text rests: cited outlets, the passage, and whether it is their words."""

from django.test import SimpleTestCase

from articles.recognition.attribution import cited
from articles.recognition.gazetteer import Gazetteer, find
from articles.recognition.starter import alias_rows
from tests.patience import no_trap

STARTER = Gazetteer(alias_rows())


def attributions(text):
    return cited(text, find(text, STARTER))


def sources(text):
    return sorted({one.pk for one in attributions(text)})


class CitedTests(SimpleTestCase):
    CASES = (
        ("ونقلت رويترز عن مصدر حكومي أن المحادثات توقفت.", "رويترز"),
        ("توقفت المحادثات، بحسب رويترز.", "رويترز"),
        ("توقفت المحادثات وفق ما ذكرته وكالة رويترز.", "رويترز"),
        ("توقفت المحادثات وفقًا لوكالة رويترز للأنباء.", "رويترز"),
        ("وقال المتحدث لرويترز إن المحادثات توقفت.", "رويترز"),
        ("ولرويترز قال المتحدث إن المحادثات توقفت، حسب رويترز.", "رويترز"),
        ("وقال الوزير، الذي طلب ألا يُذكر اسمه، لـ(رويترز) إن الاتفاق قريب.", "رويترز"),
        ("وأكد مسؤول كبير لرويترز أن الاتفاق قريب.", "رويترز"),
        ("وأبلغ دبلوماسي رويترز بأن الاتفاق قريب.", "رويترز"),
        ("الاتفاق قريب، نقلًا عن وكالة الأنباء الفرنسية (أ ف ب).", "فرانس برس"),
        ("ونقل الموقع عن رويترز قولها إن الاتفاق قريب.", "رويترز"),
        ("وفي تقرير لوكالة أسوشيتد برس أن الأسعار سترتفع.", "أسوشيتد برس"),
        ("في تصريحات خاصة لقناة الجزيرة، دعا إلى الهدوء.", "الجزيرة"),
        ("ودعا في مقابلة مع شبكة سي إن إن إلى الهدوء.", "سي إن إن"),
        ("وأفاد مراسل الجزيرة بأن الطريق مقطوع.", "الجزيرة"),
        ("وأفادت مراسلة قناة العربية بأن الطريق مقطوع.", "العربية"),
        ("وكانت صحيفة نيويورك تايمز قد ذكرت أن المصنع أغلق.", "نيويورك تايمز"),
        ("وكان موقع «أكسيوس»، ومقره واشنطن، كشف في تقرير أن الوفد غادر.", "أكسيوس"),
        ("وكشفت صحيفة «واشنطن بوست» الأمريكية عن وثائق جديدة.", "واشنطن بوست"),
        ("في تحقيق نشرته أمس صحيفة الغارديان البريطانية.", "الغارديان"),
        ("وقالت بي بي سي إن التحقيق مستمر.", "بي بي سي"),
        ("وذكرت وكالة الأنباء السعودية (واس) أن الحركة عادت.", "وكالة الأنباء السعودية"),
        ("وأوردت سانا خبرًا عن افتتاح الجسر.", "سانا"),
        ("رويترز: المحادثات توقفت", "رويترز"),
        ("المصدر: رويترز", "رويترز"),
        ("دمشق (رويترز) - قال سكان إن الجسر افتتح.", "رويترز"),
        ("عاد الهدوء إلى المدينة (فرانس برس)", "فرانس برس"),
        ("وقال المبعوث لـ«الشرق الأوسط» إن الجولة انتهت.", "الشرق الأوسط"),
        ("وبحسب ترجمة موقعنا نقلا عن صحيفة لوموند الفرنسية، أغلق الميناء.", "لوموند"),
        ("وحسب CNN فإن الوفد غادر.", "سي إن إن"),
        ("The talks stopped, according to Reuters.", "رويترز"),
        ("A minister told the Reuters news agency that talks stopped.", "رويترز"),
        ("CNN has reported that the delegation left.", "سي إن إن"),
        ("He said in an interview with Al Jazeera that calm was needed.", "الجزيرة"),
        ("The mill closed, The New York Times reported on Friday.", "نيويورك تايمز"),
        ("توقفت المحادثات، حسب ما نقلت رويترز.", "رويترز"),
        ("في رسالة اطلعت عليها رويترز أمس.", "رويترز"),
        ("في حوار خص به قناة الجزيرة.", "الجزيرة"),
        ("ووفقًا لما جاء بصحيفة الغارديان البريطانية، أغلق المصنع.", "الغارديان"),
        ("وأشارت «نيويورك تايمز» إلى تأخر القرار.", "نيويورك تايمز"),
        ("وأوضحت (سي.إن.إن)، الأحد، أن القرار تأخر.", "سي إن إن"),
        ("مضيفًا لشبكة «سكاي نيوز» أن القرار تأخر.", "سكاي نيوز عربية"),
        ("LONDON (Reuters) - Prices rose.", "رويترز"),
    )

    def test_an_outlet_is_cited_where_words_of_attribution_stand(self):
        for text, source in self.CASES:
            with self.subTest(text):
                self.assertEqual(sources(text), [source])

    NOT_CITED = (
        ("تراجعت أسهم شركة رويترز في البورصة.", "its shares"),
        ("اتهم الوزير رويترز بالتحيز وقال إن التقرير كاذب.", "accused"),
        ("قُتل مراسل رويترز في القصف.", "its reporter as the news"),
        ("أكدت المحكمة مقتل مراسل الجزيرة.", "the same, after a verb of saying"),
        ("أعلنت رويترز تسريح مئة موظف.", "its own affairs"),
        ("نقلت رويترز مقرها إلى مبنى جديد.", "it moved"),
        ("رفع دعوى ضد صحيفة نيويورك تايمز.", "it is sued"),
        ("زار الوفد مقر قناة الجزيرة في الدوحة.", "it is visited"),
        ("قال إن القرار ضربة لرويترز.", "inside what was said"),
        ("قال مسؤول أمريكي إنه لا يثق بتقارير رويترز.", "not trusted"),
        ("أكد مسؤول دعمه لرويترز.", "support"),
        ("قال المبعوث الأمريكي للشرق الأوسط إن الجولة انتهت.", "a region"),
        ("الأوضاع في الشرق الأوسط، قال الوزير، صعبة.", "a region beside a verb"),
        ("يعمل صحفيًا في بي بي سي.", "an employer"),
        ("فازت صورة من وكالة الأناضول بالجائزة.", "a prize"),
        ("وقعت وكالة شينخوا اتفاقًا مع الوزارة.", "a contract"),
        ("قالت وأم الطفل إن الجسر مقطوع.", "a word that folds like an agency"),
        ("زار مقر وكالة الأنباء السعودية (واس).", "a bracket that only explains"),
        ("Reuters shares fell and a minister said so.", "English: shares"),
        ("The ministry sued Reuters and said it would appeal.", "English: sued"),
    )

    def test_an_outlet_that_is_only_talked_about_is_not_cited(self):
        for text, why in self.NOT_CITED:
            with self.subTest(why):
                self.assertEqual(sources(text), [])

    def test_outlets_joined_by_and_are_cited_together(self):
        text = "توقفت المحادثات، بحسب رويترز وفرانس برس ووكالة الأناضول."
        self.assertEqual(sources(text), ["رويترز", "فرانس برس", "وكالة الأناضول"])


class PassageTests(SimpleTestCase):
    def test_the_passage_is_the_sentence_word_for_word(self):
        text = "هدأت الحدود.\n\nوقالت  رويترز إن الوفد غادر. ثم عاد الهدوء."
        (one,) = attributions(text)
        self.assertEqual(one.passage, "وقالت  رويترز إن الوفد غادر.")
        self.assertEqual(text[one.passage_start : one.passage_end], one.passage)
        self.assertEqual(text[one.start : one.end], "رويترز")

    def test_the_passage_does_not_end_within_a_quotation(self):
        text = "وقال لرويترز: «انتهينا. لن نعود إلى هذا». ثم غادر."
        (one,) = attributions(text)
        self.assertEqual(one.passage, "وقال لرويترز: «انتهينا. لن نعود إلى هذا»")

    def test_a_passage_never_reaches_over_its_paragraph(self):
        text = "وقال لرويترز: «انتهينا.\n\nثم غادر» المكان."
        (one,) = attributions(text)
        self.assertEqual(one.passage, "وقال لرويترز: «انتهينا.")

    def test_a_credit_stands_for_the_sentence_before_it(self):
        text = "وصل الوفد.\n\nثم عاد الهدوء. (رويترز)"
        (one,) = attributions(text)
        self.assertEqual(one.passage, "ثم عاد الهدوء. (رويترز)")

    def test_a_page_of_quotation_marks_is_no_trap(self):
        text = "«" * 100_000 + " بحسب رويترز."
        with no_trap():
            self.assertEqual(len(attributions(text)), 1)

    def test_one_row_for_each_source_and_passage(self):
        text = "وقالت رويترز إن الوفد غادر، بحسب رويترز. وأضافت رويترز أنه لن يعود."
        self.assertEqual(len(attributions(text)), 2)

    HOW = (
        ("وقال لرويترز: «لن نعود إلى هذا المكان».", "quoted"),
        ('وقال لرويترز "لن نعود إلى هذا المكان".', "quoted"),
        ("Reuters quoted him: “we will not return”.", "quoted"),
        ("وقال لرويترز إنهم لن يعودوا.", "paraphrased"),
        ("ونقلت «رويترز» عن مسؤول أنهم لن يعودوا.", "paraphrased"),
        ("وقال لرويترز إن “قوات سوريا الديمقراطية/قسد” لن تعود.", "paraphrased"),
        ("وقال لرويترز إن “المتعاقدين” لن يعودوا.", "paraphrased"),
    )

    def test_speech_in_quotation_marks_is_quoted_and_names_in_them_are_not(self):
        for text, how in self.HOW:
            with self.subTest(text):
                (one,) = attributions(text)
                self.assertEqual(one.how, how)
