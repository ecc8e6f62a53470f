"""What a reader sees when something is not there or does not work."""

from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.template.loader import get_template

from articles import addresses


def not_found(request, exception=None):
    """Send former addresses on; for all others offer a search."""
    present = None if "\x00" in request.path else addresses.present(request.path)
    if present:
        return HttpResponsePermanentRedirect(present)
    return render(request, "404.html", status=404)


def server_error(request):
    """Needs neither database nor context: it must work when they do not."""
    return HttpResponse(get_template("500.html").render(), status=500)
