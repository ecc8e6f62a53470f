"""Count readings and shares that the page's own script reports. Sets no cookie."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from articles import readership
from articles.models import Edition


@csrf_exempt  # There is no session to protect: readers have no cookie.
@require_POST
def read(request, pk):
    return _counted(request, pk, readership.count_read)


@csrf_exempt  # As above.
@require_POST
def share(request, pk):
    return _counted(request, pk, readership.count_share)


def _counted(request, pk, count):
    if _comes_from_our_page(request):
        if not Edition.objects.live().filter(article=pk).exists():
            raise Http404
        count(pk, _address(request), _agent(request))
    return HttpResponse(content_type="text/plain")


def _comes_from_our_page(request):
    """Browsers say from where a request comes, and a page can not make them say otherwise."""
    return request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"


def _address(request):
    """The reader's address: behind our own proxy it is what the proxy added last, not the proxy."""
    seen = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        told = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        return told or seen
    return seen


def _agent(request):
    return request.headers.get("User-Agent", "")[:400]
