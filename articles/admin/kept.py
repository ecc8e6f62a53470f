"""What a browser keeps of unsaved texts: the server says which are saved, and keeps nothing.

The page sends a mark of its own (``_kept``) with the form. Once that is saved, the answer names the
mark in a cookie of the newsroom's pages, and whichever of them opens next forgets the text:
static/js/admin-kept.js. A failed or refused save names nothing, so the text is offered again.
"""

import re

from django.conf import settings
from django.forms.widgets import Script
from django.urls import reverse

COOKIE = "newsroom_saved"  # read by static/js/admin-kept.js
MARK = re.compile(r"[a-z0-9]{1,40}")
MOST = 20  # marks that wait for a page to read them
SCRIPTS = [
    Script(f"js/admin-{name}.js", defer=True)
    for name in ("fields", "merge", "keep", "send", "presence")
]
SECONDS = 14 * 24 * 3600  # as long as a browser keeps a text


class KeepingAdmin:
    """Stands before all that answers a save."""

    def response_add(self, request, obj, post_url_continue=None):
        return saved(request, super().response_add(request, obj, post_url_continue))

    def response_change(self, request, obj):
        return saved(request, super().response_change(request, obj))

    def render_change_form(self, request, context, *args, **options):
        """A page that a form came back on, unsaved, goes on keeping it under the same mark."""
        mark = request.POST.get("_kept", "")
        context["sent_back"] = mark if MARK.fullmatch(mark) else ""
        return super().render_change_form(request, context, *args, **options)


def saved(request, response):
    """Let the answer name what was saved."""
    mark = request.POST.get("_kept", "")
    if MARK.fullmatch(mark):
        former = [one for one in request.COOKIES.get(COOKIE, "").split(".") if MARK.fullmatch(one)]
        response.set_cookie(
            COOKIE,
            ".".join([*former, mark][-MOST:]),
            max_age=SECONDS,
            path=reverse("admin:index"),
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )
    return response
