"""What a file is, by its content: page or not, in which letters, and never too much of it."""

import os
import tempfile
from pathlib import Path
from unittest.mock import patch

from django.test import SimpleTestCase
from django.utils import translation

from articles.imports import detect
from articles.imports.encodings import decode
from articles.imports.formats import FORMATS
from articles.imports.item import Unreadable

PROSE = "قال رئيس البلدية إن أعمال الطريق تبدأ في مارس على مرحلتين، وإن الحركة لن تتوقف في الحي.\n"


class EncodingTests(SimpleTestCase):
    def setUp(self):
        self.enterContext(translation.override(None))

    READ = (
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "cp1256",
        "iso8859-6",
    )

    def test_arabic_is_read_in_every_encoding_that_proves_itself(self):
        for encoding in self.READ:
            with self.subTest(encoding):
                self.assertEqual(decode((PROSE * 3).encode(encoding)), PROSE * 3)

    def test_an_old_page_is_read_by_what_it_declares(self):
        page = f'<html><head><meta charset="windows-1256"></head><body><p>{PROSE}</p>'
        self.assertEqual(decode(page.encode("cp1256")), page)

    def test_arabic_that_declares_a_latin_encoding_is_read_as_arabic(self):
        page = f'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">{PROSE}'
        self.assertEqual(decode(page.encode("cp1256")), page)

    def test_a_latin_page_is_read_by_what_it_declares(self):
        page = '<meta charset="iso-8859-1"><p>The café on the harbour opens again in March.</p>'
        self.assertEqual(decode(page.encode("cp1252")), page)

    WRONG = (
        (PROSE.encode()[:-3], "UTF-8 cut in the middle of a letter"),
        (PROSE.encode().replace(b"\xd8", b"\xff", 2), "UTF-8 with broken bytes"),
        ("Привет, это текст на русском языке".encode("cp1251"), "another script's old encoding"),
        (b"\xe0\xe1\xe2" * 50, "bytes that are letters and no words"),
        (PROSE.encode().decode("cp1252", "ignore").encode("cp1252"), "UTF-8 saved once too often"),
        (b"\xff\xfe\x00", "half of a UTF-16 letter"),
    )

    def test_what_can_not_be_told_is_refused_as_wrong_encoding(self):
        for content, why in self.WRONG:
            with self.subTest(why), self.assertRaisesMessage(Unreadable, "wrong encoding"):
                decode(content)

    def test_bytes_that_are_no_text_are_refused(self):
        for content in (b"text\0text", bytes(range(256)) * 40, b"\x80\x01\x02\x03" * 100):
            with self.subTest(content[:8]), self.assertRaisesMessage(Unreadable, "not text"):
                decode(content)


class FileTests(SimpleTestCase):
    def setUp(self):
        self.enterContext(translation.override(None))
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, content, name="page.html"):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def assert_refused(self, path, words):
        with self.assertRaises(Unreadable) as caught:
            detect.look(path)
        self.assertIn(words, str(caught.exception))
        self.assertNotIn("\n", str(caught.exception))

    def test_the_content_decides_and_the_name_does_not(self):
        html = detect.look(self.write("<!DOCTYPE html><html><body><p>نص</p>", "page.txt"))
        text = detect.look(self.write(PROSE, "page.html"))
        kinds = [
            [name for name, format in FORMATS.items() if format.recognises(found)]
            for found in (html, text)
        ]
        self.assertEqual(kinds, [["page-html"], ["page-text"]])

    def test_a_part_of_a_page_is_html_too(self):
        found = detect.look(self.write("<h1>عنوان</h1><div><p>نص</p><p>نص<br>نص</p></div>"))
        self.assertTrue(found.is_markup)

    def test_text_that_mentions_a_tag_is_text(self):
        self.assertFalse(detect.look(self.write("يكتب المبرمج <p> قبل الفقرة.")).is_markup)

    def test_an_empty_file_is_refused(self):
        self.assert_refused(self.write(b""), "empty")
        self.assert_refused(self.write(" \n\u00a0\n"), "empty")

    def test_200_megabytes_are_refused_by_their_size(self):
        path = self.folder / "large.html"
        with open(path, "wb") as file:
            file.truncate(200 * 1024 * 1024)
        self.assert_refused(path, "too large: 200 MB; a page may have 10 MB")

    def test_the_largest_page_is_read_and_one_byte_more_is_not(self):
        path = self.folder / "edge.html"
        for size, fits in ((detect.LARGEST_FILE, True), (detect.LARGEST_FILE + 1, False)):
            with open(path, "wb") as file:
                file.truncate(size)
            if fits:
                self.assertEqual(len(detect.take(path)), size)
            else:
                self.assert_refused(path, "too large")

    OTHERS = (
        (b"%PDF-1.7 text", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x89PNG\r\n\x1a\n<html><body>", "picture"),
        (b"GIF89a<script>alert(1)</script>", "picture"),
        ('<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', "XML"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'><entry/></feed>", "XML"),
        ('{"headline": "خبر"}', "JSON"),
        ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n<html>", "web archive"),
    )

    def test_other_kinds_of_files_are_refused_by_name(self):
        for content, words in self.OTHERS:
            with self.subTest(words):
                self.assert_refused(self.write(content), words)

    def test_xhtml_is_a_page_although_it_is_xml(self):
        page = f'<?xml version="1.0"?>\n<!DOCTYPE html>\n<html><body><p>{PROSE}</p></body></html>'
        self.assertTrue(detect.look(self.write(page)).is_markup)

    def test_a_missing_file_is_refused(self):
        self.assert_refused(self.folder / "nowhere", "no such file")

    def test_a_name_that_no_system_takes_is_refused(self):
        self.assert_refused(self.folder / "a\0b", "can not be read")
        self.assert_refused(self.folder / ("ا" * 300), "can not be read")

    def test_a_link_that_leads_to_itself_is_refused(self):
        loop = self.folder / "loop"
        loop.symlink_to(loop)
        self.assert_refused(loop, "can not be read")

    def test_a_pipe_is_refused_and_not_waited_for(self):
        os.mkfifo(self.folder / "pipe")
        self.assert_refused(self.folder / "pipe", "not a file")

    def test_a_file_without_permission_is_refused(self):
        # Root may read everything, so the refusal is put on.
        with patch.object(detect.os, "open", side_effect=PermissionError(13, "Permission denied")):
            self.assert_refused(self.write(PROSE), "permissions")
