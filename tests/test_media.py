"""Uploaded pictures are served as pictures, and nothing else is served at all."""

import tempfile
from pathlib import Path

from django.test import TestCase, override_settings


class MediaTests(TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        (self.root / "media").mkdir()
        media = override_settings(MEDIA_ROOT=self.root / "media")
        media.enable()
        self.addCleanup(media.disable)

    def put(self, name, content=b"x"):
        (self.root / "media" / name).write_bytes(content)

    def get(self, address):
        response = self.client.get(f"/media/{address}")
        if response.streaming:
            b"".join(response.streaming_content)  # Reading to the end closes the file.
        return response

    def test_a_picture_is_served_to_be_kept(self):
        self.put("صورة.JPG")
        response = self.get("صورة.JPG")
        self.assertEqual(response.status_code, 200)
        self.assertEqual(response.headers["Content-Type"], "image/jpeg")
        self.assertIn("immutable", response.headers["Cache-Control"])
        self.assertEqual(response.headers["X-Content-Type-Options"], "nosniff")

    def test_what_is_not_a_picture_is_not_there(self):
        for name in ("page.html", "drawing.svg", "script.js", "notes", "picture.jpg.html"):
            self.put(name, b"<script>alert(1)</script>")
            with self.subTest(name):
                self.assertEqual(self.get(name).status_code, 404)

    def test_nothing_outside_the_folder_is_served(self):
        (self.root / "secret.jpg").write_bytes(b"x")
        for address in ("../secret.jpg", "%2e%2e/secret.jpg", "..%2fsecret.jpg", "/etc/x.jpg"):
            with self.subTest(address):
                self.assertEqual(self.get(address).status_code, 404)
