"""What an open article's page asks while one writes: who else is here, and what was saved since.

Answers scripts with JSON, and with 401 where a person would be sent to the sign-in page. Writes
nothing but presences, so that asking every few seconds neither prolongs nor fills a session.
"""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.middleware.csrf import get_token
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_GET, require_POST

from articles import presence
from articles.admin.telling import name_of, told_of


class AccompaniedAdmin:
    """Three addresses for scripts: …/alive/, …/<pk>/presence/ and …/<pk>/presence/leave/."""

    def get_urls(self):
        pages = (
            ("alive/", require_GET(self.alive), "alive"),
            ("<int:pk>/presence/", require_POST(self.be_present), "presence"),
            ("<int:pk>/presence/leave/", require_POST(self.be_gone), "presence_leave"),
        )
        return [
            *(
                path(route, self.for_scripts(view), name=f"articles_article_{name}")
                for route, view, name in pages
            ),
            *super().get_urls(),
        ]

    def for_scripts(self, view):
        """Let in whom the newsroom lets in, and tell everybody else plainly that they are out."""

        @never_cache
        @csrf_protect
        @wraps(view)
        def answer(request, **found):
            if not self.admin_site.has_permission(request):
                return JsonResponse({"signed_in": False}, status=401)
            return view(request, **found)

        return answer

    def alive(self, request):
        """Say who is signed in, with the token that a form needs now."""
        return JsonResponse(
            {
                "signed_in": True,
                "user": request.user.pk,
                "name": name_of(request.user),
                "csrf": get_token(request),
            }
        )

    def be_present(self, request, pk):
        """Mark whoever may change the article, and tell all that happened around it.

        ``seen`` is the revision that stands on the page: of a newer one there is a sentence.
        ``away``: the page is open, but nobody has touched it for a while.
        """
        article = self.open_to(request, pk)
        if "away" not in request.POST and self.has_change_permission(request, article):
            presence.mark(article.pk, request.user)
        newest = article.revisions.select_related("by").defer("content").first()
        seen = request.POST.get("seen", "")
        is_newer = newest and seen.isdecimal() and newest.number > int(seen)
        return JsonResponse(
            {
                "others": [name_of(one) for one in presence.others(article.pk, request.user)],
                "revision": newest.number if newest else None,
                "saved_by": name_of(newest.by) if newest else None,
                "saved_at": newest.at.isoformat(timespec="seconds") if newest else None,
                "told": told_of(newest, request.user) if is_newer else "",
                "state": article.state,
                "state_label": str(article.get_state_display()),
            }
        )

    def be_gone(self, request, pk):
        """Forget that this person has the article open."""
        presence.leave(self.open_to(request, pk).pk, request.user)
        return JsonResponse({})

    def open_to(self, request, pk):
        """The article, for whoever may see it; 404 and 403 otherwise."""
        article = self.model.objects.filter(pk=pk).first()
        if article is None:
            raise Http404
        if not self.has_view_or_change_permission(request, article):
            raise PermissionDenied
        return article

    def company_of(self, request, article):
        """Who else is here at the moment the page is drawn, by name."""
        return [name_of(one) for one in presence.others(article.pk, request.user)]
