"""The demo site as in production: gunicorn, hashed and compressed files, a database of its own."""

import contextlib
import http.client
import os
import subprocess
import sys
import time
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from articles import workflow
from articles.models import Article, Edition
from newsroom import private_postgres
from newsroom.companion import end_with_parent
from tests.crawl import Answer

REASON = {
    "ar": "بُني الخبر على وثيقة تبيّن أنها مزوّرة.",
    "en": "The story rested on a paper that proved to be forged.",
}
PATIENCE = 60  # seconds until the server answers
TEXT = ("text/", "application/json", "application/xml", "application/rss", "application/atom",
        "application/feed", "image/svg")  # fmt: skip


def prepare():
    """Fill a fresh newsroom with the demo; one story of both languages is withdrawn."""
    private_postgres.hold()
    call_command("migrate", interactive=False, verbosity=0)
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        call_command("fill_demo", stdout=nowhere)
    call_command("collectstatic", interactive=False, verbosity=0)
    english = Edition.objects.live().filter(language="en").order_by("published_at").first()
    workflow.withdraw(Article.objects.get(pk=english.article_id), sentences=REASON)
    connections.close_all()


@contextlib.contextmanager
def served():
    """Serve the site for a while with the site's own server; it ends with us."""
    with open(settings.VAR_DIR / "server.log", "w", encoding="utf-8") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "newsroom.server"],
            cwd=settings.BASE_DIR,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            preexec_fn=end_with_parent,
        )
    try:
        _wait_for(server)
        yield settings.SITE_URL
    finally:
        server.terminate()
        try:
            server.wait(30)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


class Client:
    """Ask the site over one connection that stays open."""

    def __init__(self, origin):
        self.connection = http.client.HTTPConnection(urlsplit(origin).netloc, timeout=30)

    def get(self, path):
        self.connection.request("GET", path, headers={"Accept-Encoding": "identity"})
        response = self.connection.getresponse()
        body = response.read()
        kind = response.headers.get("Content-Type", "")
        text = body.decode("utf-8") if kind.startswith(TEXT) else ""
        return Answer(response.status, kind, text, response.headers.get("Location", ""))

    def close(self):
        self.connection.close()


def _wait_for(server):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        client = Client(settings.SITE_URL)
        with contextlib.suppress(OSError), contextlib.closing(client):
            if client.get("/health/ready").status == 200:
                return
        time.sleep(0.2)
    raise RuntimeError("the site did not start")
