"""What search engines read: robots and sitemaps."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse

from articles.models import Edition
from articles.publishing import sitemap as writer

PER_PAGE = 2000


def robots(request):
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /search/", "Disallow: /en/search/"]
    lines += ["", f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def sitemap_index(request):
    """One sitemap for each range of edition numbers, so that none depends on the archive's size."""
    newest = Edition.objects.live().order_by("-pk").values_list("pk", flat=True).first() or 0
    addresses = [
        settings.SITE_URL + reverse("sitemap_page", args=[language, page])
        for page in range(newest // PER_PAGE + 1)
        for language, _name in settings.LANGUAGES
    ]
    return HttpResponse(writer.index(addresses), content_type=writer.CONTENT_TYPE)


def sitemap(request, language, page):
    if language not in dict(settings.LANGUAGES) or page > 10**9:
        raise Http404
    editions = (
        Edition.objects.live()
        .filter(language=language, pk__gte=page * PER_PAGE, pk__lt=(page + 1) * PER_PAGE)
        .order_by("pk")
        .only("article", "language", "slug", "published_at", "changed_at")
    )
    pages = [
        (settings.SITE_URL + edition.get_absolute_url(), edition.changed_at or edition.published_at)
        for edition in editions
    ]
    return HttpResponse(writer.pages(pages), content_type=writer.CONTENT_TYPE)
