"""What a visiting machine asks first: where it may go, and whom to tell of a hole."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation

# RFC 9116 wants less than a year; half of one, counted anew every day, never runs out.
SECURITY_DAYS = 180


def robots(request):
    """Everything but the newsroom and the endless pages of searching; feeds are for machines."""
    lines = ["User-agent: *", "Disallow: /admin/"]
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            lines += [f"Allow: {reverse('search_feed')}", f"Disallow: {reverse('search')}"]
    lines.append("")
    lines += [
        f"Sitemap: {settings.SITE_URL}{reverse(name)}" for name in ("sitemap", "news_sitemap")
    ]
    return _text(lines)


def security(request):
    """How to reach those who mend the program (RFC 9116); not there while nobody is named."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    day = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    languages = ", ".join(language for language, _name in settings.LANGUAGES)
    return _text(
        [
            *(f"Contact: {contact}" for contact in settings.SECURITY_CONTACT),
            f"Expires: {day + timedelta(days=SECURITY_DAYS):%Y-%m-%dT%H:%M:%SZ}",
            f"Preferred-Languages: {languages}",
            f"Canonical: {settings.SITE_URL}{reverse('security')}",
        ]
    )


def security_at_the_top(request):
    """Where older programs look for it."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    return redirect("security", permanent=True)


def _text(lines):
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
