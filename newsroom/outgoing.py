"""What a page for readers passes on its way out: packed small, told apart, kept for a moment.

The newsroom's own pages pass untouched: they hold tokens and drafts, which compression could betray
(BREACH) and which no cache may keep. Static files are WhiteNoise's; they go out with fewer headers.
"""

import re
from functools import lru_cache

import brotli
from django.middleware.gzip import GZipMiddleware
from django.middleware.http import ConditionalGetMiddleware
from django.utils.cache import patch_cache_control, patch_vary_headers

# Everything beside the readers' site, by the beginning of its address (newsroom/urls.py).
NOT_READERS = ("/admin/", "/health/")
# Pictures are packed already.
PACKED = re.compile(r"text/|application/(?:[\w.-]+\+)?(?:json|xml)\b")
LEAST_BYTES = 200
# Of 11 the one after which a page of ours grows hardly smaller, at one millisecond.
QUALITY = 5
# What most readers read is packed a tenth smaller, in 15 to 25 ms, and kept packed in the process:
# these pages stay the same between two publications.
MOST_READ = {"home", "article"}
BEST_QUALITY = 10
PAGES_KEPT = 64
# A browser may refuse by a weight of nothing.
BROTLI = re.compile(
    r"(?:^|,)\s*br\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+\s*)?(?:,|$)", re.IGNORECASE
)
# How long a cache in front may answer for us without asking. A rush on one story reaches us once in
# so many seconds; a correction or a withdrawal is late by no more.
SHARED_SECONDS = 10
PAGES_HEADERS = ("Referrer-Policy", "Cross-Origin-Opener-Policy", "ETag")


def is_for_readers(request):
    """Whether the answer holds nothing but what everybody may read."""
    return not request.path_info.startswith(NOT_READERS)


class Compression(GZipMiddleware):
    """Pack pages, feeds and JSON for readers: brotli where the browser takes it, else gzip."""

    # The padding is for pages with secrets. Ours have none, and would differ from themselves.
    max_random_bytes = 0

    def process_response(self, request, response):
        is_text = PACKED.match(response.headers.get("Content-Type", ""))
        if not (is_text and is_for_readers(request)):
            return response
        # Also when nothing is packed: a cache must not keep that for those who ask otherwise.
        patch_vary_headers(response, ("Accept-Encoding",))
        if response.streaming or response.has_header("Content-Encoding"):
            return response
        if len(response.content) < LEAST_BYTES:
            return response
        if not BROTLI.search(request.headers.get("Accept-Encoding", "")):
            return super().process_response(request, response)
        match = request.resolver_match
        if match and match.url_name in MOST_READ:
            response.content = packed_best(response.content)
        else:
            response.content = brotli.compress(response.content, quality=QUALITY)
        response.headers["Content-Length"] = str(len(response.content))
        response.headers["Content-Encoding"] = "br"
        # Packed or not it is the same page, not the same bytes (RFC 9110, 8.8.1).
        etag = response.headers.get("ETag", "")
        if etag.startswith('"'):
            response.headers["ETag"] = f"W/{etag}"
        return response


@lru_cache(maxsize=PAGES_KEPT)
def packed_best(content):
    """Return a page's bytes packed as small as a reader can wait for."""
    return brotli.compress(content, quality=BEST_QUALITY)


class Revalidation(ConditionalGetMiddleware):
    """Answer 304 to who has the same page already: an ETag of its content, without a query more.

    What guards a change (If-Match, If-Unmodified-Since) means nothing where nothing is changed.
    """

    GUARDS = ("HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE")

    def process_request(self, request):
        if is_for_readers(request):
            for guard in self.GUARDS:
                request.META.pop(guard, None)

    def process_response(self, request, response):
        if is_for_readers(request):
            return super().process_response(request, response)
        return response


def keep_for_a_moment(get_response):
    """Let shared caches keep what readers get for some seconds, browsers only after asking again.

    Redirects and pages that say no are kept alike: a slug may come back, a story may return.
    """

    def respond(request):
        response = get_response(request)
        is_asking = request.method in ("GET", "HEAD")
        is_telling = response.status_code < 500 and not response.has_header("Cache-Control")
        if is_asking and is_telling and is_for_readers(request) and not response.cookies:
            patch_cache_control(response, public=True, max_age=0, s_maxage=SHARED_SECONDS)
        return response

    return respond


def bare_static_files(get_response):
    """Leave out of files that never change what governs pages, and what only asking again needs."""

    def respond(request):
        response = get_response(request)
        if "immutable" in response.headers.get("Cache-Control", ""):
            for name in PAGES_HEADERS:
                response.headers.pop(name, None)
        return response

    return respond
