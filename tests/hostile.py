"""Hostile strings and a visitor who sends them anywhere in a request, as bytes, past any client.

The visitor speaks WSGI, so nothing is quoted, refused or mended before our own code sees it.
"""

import gzip
import itertools
import json
import re
import sys
from io import BytesIO

import brotli
from django.core.signals import got_request_exception, request_finished, request_started
from django.db import close_old_connections
from lxml import html as markup

from newsroom.requests import Handler
from tests.shared import shared_file
from tests.test_search_hostile import STRINGS as SEARCHED

# What an address, a header or a body may be made of, besides what may be searched for.
SENT = (
    "//evil.example/", "/\\evil.example/", "..;/", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "%00", "%",
    "%zz", "%25%32%32%3E%3Cscript%3E", "a\\..\\b", "?after=1", "#<svg onload=1>", "feed",
    "feed/atom", " ", "\t",
    "x\r\nX-Injected: 1", "x\nLocation: //evil.example", "*/*;q=a", "bytes=0-,0-,0-", "bytes=-1",
    "bytes=99999999999999999999-", 'W/"*"', '"<b>"', "*", "Thu, 99 Foo 20245 99:99:99 GMT",
    "Mon, 01 Jan 0001 00:00:00 -9999", "text/html; charset=rot13", "text/html; charset=idna",
    "text/html; charset=undefined", "multipart/form-data; boundary=", "gzip, br;q=x", "[::1",
    "a:b:c", 'sessionid="aaaaaaaa\\000"; csrftoken=<b>', "=; =;;;", '="', "0", "-1", "9" * 30,
    "1-1", "zz-zz", "-5--5", "1e9", "٣", "²", "\u2028<b>", "xn--", "ا" * 3_000, "a/" * 500,
    "." * 200,
)  # fmt: skip
STRINGS = (*SEARCHED, *SENT)
PARAMETERS = (
    "q", "page", "sort", "lang", "section", "source", "year", "month", "day", "from", "to", "typed",
    "part", "format", "full", "utm_source", "next", "x",
)  # fmt: skip
HEADERS = (
    "User-Agent", "Referer", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto",
    "Forwarded", "Accept", "Accept-Language", "Accept-Encoding", "Range", "If-Range",
    "If-None-Match", "If-Modified-Since", "If-Match", "Cookie", "Origin", "Sec-Fetch-Site",
    "X-Requested-With", "X-HTTP-Method-Override", "X-Original-URL", "X-Real-IP", "DNT",
    "Content-Type", "Via",
)  # fmt: skip
MAY_BE_ANSWERED = {200, 301, 304, 400, 404, 405, 410}
OPENS_A_TAG = re.compile(r"<[a-zA-Z/!?]")
RUNS = re.compile(r"\s*(?:javascript|data|vbscript|blob|file):", re.IGNORECASE)


def shared_strings():
    """Every string of the sample lists, each once, in a fixed order."""
    naughty = json.loads(shared_file("samples/hostile/blns/blns.json").read_text("utf-8"))
    attacks = shared_file("samples/hostile/xss-list/xss-payload-list.txt").read_text("utf-8")
    purified = json.loads(shared_file("samples/hostile/dompurify/expect.json").read_text("utf-8"))
    return list(
        dict.fromkeys(
            itertools.chain(
                naughty, attacks.splitlines(), (one["payload"] for one in purified), _bidi()
            )
        )
    )


def _bidi():
    """Runs of letters, marks and controls of both directions, from Unicode's own test."""
    text = shared_file("samples/hostile/bidi/BidiCharacterTest.head.txt").read_text("utf-8")
    for line in text.splitlines():
        if line and line[0] in "0123456789ABCDEF" and ";" in line:
            yield "".join(chr(int(code, 16)) for code in line.partition(";")[0].split())
    shaping = shared_file("samples/hostile/bidi/ArabicShaping.txt").read_text("utf-8")
    letters = [
        chr(int(line[:4], 16)) for line in shaping.splitlines() if re.match(r"[0-9A-F]{4};", line)
    ]
    for start in range(0, len(letters), 20):
        yield "".join(letters[start : start + 20])


UNPACK = {"gzip": gzip.decompress, "br": brotli.decompress}


class Response:
    """What came back: status, headers, text, and the page that it is, if it is one."""

    def __init__(self, status, headers, body):
        self.status = int(status.split()[0])
        self.headers = dict(headers)
        self.kind = self.headers.get("Content-Type", "").partition(";")[0]
        body = UNPACK.get(self.headers.get("Content-Encoding"), bytes)(body)
        self.text = body.decode("utf-8", "replace") if self.kind.startswith("text/") else ""
        is_page = self.kind == "text/html" and self.text.strip()
        self.page = markup.fromstring(self.text) if is_page else None


class Visitor:
    """Sends requests to the whole stack; keeps what broke in it, by whatever page."""

    def __init__(self):
        self.handler = Handler()
        self.broke = []
        got_request_exception.connect(self._keep)
        # As Django's own client does: the test's connection is not a request's to close.
        for signal in (request_started, request_finished):
            signal.disconnect(close_old_connections)

    def close(self):
        got_request_exception.disconnect(self._keep)
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)

    def _keep(self, request, **_signal):
        self.broke.append(f"{request.path[:80]}: {sys.exc_info()[1]!r}")

    def ask(self, path, query=b"", headers=(), method="GET", body=b"", host="testserver"):
        """Send a request whose path (not percent-encoded) and query string are bytes."""
        environ = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": as_wsgi(path),
            "QUERY_STRING": query.decode("latin-1"),
            "SERVER_NAME": "testserver",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": as_wsgi(host),
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(body),
            "wsgi.errors": BytesIO(),
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        for name, value in dict(headers).items():
            key = name.upper().replace("-", "_")
            environ[key if key.startswith("CONTENT_") else f"HTTP_{key}"] = as_wsgi(value)
        started = []
        answer = self.handler(environ, lambda status, found: started.append((status, found)))
        try:
            content = b"".join(answer)
        finally:
            answer.close()
        return Response(*started[0], content)


def as_bytes(text):
    return text.encode("utf-8", "surrogatepass")


def as_wsgi(text):
    """A text as WSGI hands it on: each byte one letter; headers hold no line ends."""
    raw = text if isinstance(text, bytes) else as_bytes(text)
    return raw.decode("latin-1").replace("\r", " ").replace("\n", " ")


def percent(text):
    """Every byte escaped, so that the text stays in its parameter."""
    return "".join(f"%{byte:02x}" for byte in as_bytes(text)).encode()


def shape(page):
    """What a page is built of: every tag with the names of its attributes."""
    return {
        (element.tag, name)
        for element in page.iter()
        if isinstance(element.tag, str)
        for name in [*element.attrib, ""]
    }


def running(page):
    """Addresses on a page that a browser would run instead of opening."""
    return [one for one in page.xpath("//@href | //@src | //@action") if RUNS.match(one)]


def comes_back(payloads, text, ordinary):
    """Return the payloads with markup that stand in a page as sent, and in no ordinary page."""
    return [
        one
        for one in payloads
        if OPENS_A_TAG.search(one) and one in text and not any(one in page for page in ordinary)
    ]
