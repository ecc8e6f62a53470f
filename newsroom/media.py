"""Serve pictures on an installation without a file server of its own, and nothing but pictures."""

from pathlib import PurePosixPath

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.cache import patch_cache_control
from django.views.static import serve

# What the newsroom's own renditions may be. SVG is not here: it can carry scripts.
PICTURES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
# File systems hold no longer ones and say so by an error. Ours are some sixty bytes long.
LONGEST_NAME = 255
# A picture that changes gets a new name, so a cache may keep it.
KEEP_SECONDS = 30 * 24 * 3600


def picture(request, name):
    content_type = PICTURES.get(PurePosixPath(name).suffix.lower())
    if content_type is None or "\x00" in name or len(name.encode()) > LONGEST_NAME:
        raise Http404(name)
    try:
        response = serve(request, name, document_root=settings.MEDIA_ROOT)
    except SuspiciousFileOperation:
        raise Http404(name) from None
    response.headers["Content-Type"] = content_type
    patch_cache_control(response, public=True, max_age=KEEP_SECONDS, immutable=True)
    return response


def icon(request):
    """Browsers ask for /favicon.ico on pages that name no icon, the admin's for example."""
    return redirect(static("img/icon-180.png"), permanent=False)
