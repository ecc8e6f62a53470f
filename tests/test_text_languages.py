"""Which language a passage is in, and that Arabic is never taken for a neighbour."""

import gzip
import json
import re

from django.test import SimpleTestCase

from articles.text.direction import is_rtl
from articles.text.fold import fold
from articles.text.languages import NEIGHBOURS, PROFILES, recognise
from articles.text.words import sentences
from tests.shared import shared, shared_file

PASSAGES = {
    "ar": (
        "قال وزير الخارجية إن المحادثات ستستأنف الأسبوع المقبل",
        "نزاع حدودي يعرقل مرور شاحنات القمح",
        "قسد",
        "إصابات في حريق",
        # Typed on Persian, Kurdish or Urdu keyboards, as many pages are.
        "ذکرت مواقع أمريکية أن ترکیا تحقق في الهجوم علی مقرها",
        "یوسف کریم یلتقی مبعوث الامم المتحدة فی دمشق",
        "اعلنت الحکومۃ ان ہذا القرار لا یشمل اللاجئین",
        # Foreign names and the dialects of Iraq and the Gulf.
        "پوتين يصل إلى چاد للقاء رئيس شركة گوگل",
        "قناة الجزيرة نقلت عن صحيفة «همشهری» أن پژاك نفى ذلك",
        "سي آن آن: والي تونس يستقيل بسبب خلاف",
        "السلام عليكم",
    ),
    "en": (
        "The minister said the talks would resume next week.",
        "Wheat trucks held at the border, قال مراسلنا",
    ),
    "fa": (
        "وزیر امور خارجه گفت که گفتگوها هفته آینده از سر گرفته می‌شود",
        "این کتاب را برای تو خریدم",
        "زن زندگی آزادی",
        "دولت باید به مردم پاسخ دهد",
        "کتاب‌های تازه",
        # On an Arabic keyboard.
        "اين قانون براي همه مردم است",
    ),
    "ckb": (
        "وەزیری دەرەوە ڕایگەیاند کە گفتوگۆکان هەفتەی داهاتوو دەست پێ دەکەنەوە",
        "ئەم کتێبە بۆ تۆیە",
        "ژن، ژیان، ئازادی",
        "حکومەت لە هەولێر کۆدەبێتەوە",
        # As it was typed before ە had a key.
        "ئه‌وه‌ش له‌لایه‌ن حکومه‌ته‌وه‌ ڕاگه‌یه‌ندرا",
    ),
    "ur": (
        "وزیر خارجہ نے کہا ہے کہ مذاکرات اگلے ہفتے دوبارہ شروع ہوں گے",
        "یہ کتاب آپ کے لیے ہے",
        "حکومت عوام کو جواب دے",
        "سیلاب سے ہزاروں گھر تباہ",
        "وزير اعظم نے اس كے خلاف بيان ديا",
    ),
    "": (
        "Le ministre a déclaré que les discussions reprendraient",
        "CNN",
        "2024",
        "",
        "שר החוץ אמר כי השיחות יתחדשו",
        "د بهرنیو چارو وزیر وویل چې خبرې به بیا پیل شي",
    ),
}
MARKUP = re.compile(r"<!\[CDATA\[|\]\]>")


class RecogniseTests(SimpleTestCase):
    def test_each_passage_is_named_by_its_language(self):
        for code, passages in PASSAGES.items():
            for passage in passages:
                with self.subTest(passage):
                    self.assertEqual(recognise(passage), code)

    def test_a_quotation_of_some_words_is_enough(self):
        for code in NEIGHBOURS:
            for passage in PASSAGES[code]:
                words = passage.split()
                halves = " ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])
                with self.subTest(passage):
                    self.assertIn(code, [recognise(half) for half in halves])

    def test_an_arabic_sentence_that_quotes_a_neighbour_stays_arabic(self):
        text = "وهتف المحتجون في طهران «زن، زندگی، آزادی» قبل أن تتدخل قوات الأمن وتفرق المظاهرة"
        self.assertEqual(recognise(text), "ar")

    def test_languages_and_directions_agree(self):
        for code, passages in PASSAGES.items():
            if code:
                for passage in passages:
                    self.assertEqual(PROFILES[code].direction == "rtl", is_rtl(passage), passage)

    @shared
    def test_no_arabic_article_or_sentence_is_taken_for_a_neighbour(self):
        wrong = []
        with gzip.open(shared_file("arabic/corpus.jsonl.gz"), "rt", encoding="utf-8") as lines:
            for article in map(json.loads, lines):
                texts = [article["title"], article["body"]]
                texts += [sentence.text for sentence in sentences(article["body"])]
                wrong += [text for text in texts if recognise(text) in NEIGHBOURS]
        self.assertEqual(wrong, [])

    @shared
    def test_the_seed_is_arabic_for_all_its_persian_letters(self):
        page = shared_file("seed/000_53785b917c2feb6c.txt").read_text("utf-8")
        lines = [line for line in page.splitlines() if is_rtl(line)]
        self.assertEqual({recognise(line) for line in lines}, {"ar"})

    @shared
    def test_an_urdu_feed_is_urdu_line_by_line(self):
        feed = shared_file("samples/feeds/miniflux/urdu_UTF8.xml").read_text("utf-8")
        lines = re.findall(r"<(?:title|description)>(.*?)</", feed, re.DOTALL)
        self.assertGreater(len(lines), 50)
        self.assertEqual({recognise(MARKUP.sub("", line)) for line in lines}, {"ur"})


class ProfileTests(SimpleTestCase):
    def test_what_is_written_here_has_stop_words_and_they_are_folded(self):
        for profile in PROFILES.values():
            self.assertEqual(bool(profile.stop_words), profile.written, profile.code)
            self.assertEqual({fold(word) for word in profile.stop_words}, profile.stop_words)

    def test_common_words_are_stop_words_and_names_are_not(self):
        stop_words = PROFILES["ar"].stop_words
        for word in ("في", "على", "إلى", "الذي", "هذه", "لا"):
            self.assertIn(fold(word), stop_words)
        for word in ("سوريا", "اليمن", "لبنان", "الصين", "قطر", "حماس", "فتح", "الأمم"):
            self.assertNotIn(fold(word), stop_words)
