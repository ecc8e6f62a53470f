"""What every request passes: the language of its address. Reads no cookie, asks no browser."""

from django.conf import settings
from django.utils import translation
from js_asset import Media

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
