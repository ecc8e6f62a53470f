"""Stories of ours for whoever sets a link: found as readers find them, given as plain values."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from articles.admin.base import LEFT_TO_RIGHT
from articles.models import Edition
from articles.search import Search
from articles.search.unfinished import find_begun
from articles.text.dates import short_date

LANGUAGES = tuple(language for language, _name in settings.LANGUAGES)
LONGEST = 200  # letters of a query that are read
MOST = 8
FOREIGN = {"en": _("In English")}


class LinkingAdmin:
    """An address that answers what the editor's link dialog asks."""

    def get_urls(self):
        view = self.admin_site.admin_view(require_GET(self.stories))
        return [path("stories/", view, name="articles_article_stories"), *super().get_urls()]

    def stories(self, request):
        """Answer with published stories for the words in ``q``, without the article ``leave``."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        leave = request.GET.get("leave", "")
        found = nearest(
            request.GET.get("q", "")[:LONGEST],
            leave=int(leave) if leave.isdecimal() and len(leave) < 19 else None,
        )
        return JsonResponse({"stories": [described(edition) for edition in found]})


def nearest(typed, leave=None):
    """Return the editions closest to what is typed, in either language; its last word may go on."""
    ids = find_begun(Search(LANGUAGES), typed, enough=MOST + 1).ids[: 2 * MOST]
    rows = Edition.objects.live().filter(pk__in=ids).exclude(article=leave).for_cards()
    return sorted(rows, key=lambda edition: ids.index(edition.pk))[:MOST]


def described(edition):
    """What the dialog shows of an edition, and its address, a path of this site."""
    day = timezone.localtime(edition.published_at).date()
    return {
        "title": edition.title,
        "section": edition.section.name if edition.section else "",
        "date": short_date(day, get_language()),
        "language": edition.language,
        "direction": "ltr" if edition.language in LEFT_TO_RIGHT else "rtl",
        "mark": str(FOREIGN.get(edition.language, "")),
        "address": edition.get_absolute_url(),
    }
