"""What every request passes: the language of its address, what may be sent to a page.

Reads no cookie, asks no browser.
"""

from django.conf import settings
from django.http import HttpResponseNotAllowed
from django.utils import translation
from js_asset import Media

READING = ("GET", "HEAD", "OPTIONS")
OTHER_LANGUAGES = {code for code, name in settings.LANGUAGES} - {settings.LANGUAGE_CODE}


def language_of(path):
    """Return the language of an address: ``/en/search/`` is English, all else is Arabic."""
    first = path.split("/", 2)[1] if path.startswith("/") else ""
    return first if first in OTHER_LANGUAGES else settings.LANGUAGE_CODE


def language_of_address(get_response):
    def respond(request):
        language = language_of(request.path_info)
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return respond


class OnlyRead:
    """Refuse what is sent to a page that is only read (405).

    Stands before the protection of forms, which would take what was sent for a form that expired.
    Forms are the admin's; a view of readers that takes something says so by ``csrf_exempt``.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        is_taken = request.resolver_match.app_name == "admin" or getattr(view, "csrf_exempt", False)
        if request.method not in READING and not is_taken:
            return HttpResponseNotAllowed(READING)
        return None


class EditorPolicy:
    """Let the text editor work under the strict policy, on the pages that have one and only there.

    Its import map is an inline script, so it gets a nonce. Its style is a file of ours.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_template_response(self, request, response):
        context = response.context_data or {}
        media = context.get("media")
        if getattr(media, "_importmap", None) is not None:
            context["media"] = Media.from_media(media, nonce=str(request.csp_nonce))
        return response
