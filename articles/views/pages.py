"""The home page and the article page."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import get_language

from articles.models import Edition
from articles.publishing import jsonld, social
from articles.readership import most_read
from articles.related import related
from articles.views import front, moved, shelves
from articles.views.context import Site
from articles.views.described import newsroom


def home(request):
    site = Site.of(request)
    plan = front.page(site.sections, get_language())
    context = {
        "site": site,
        "translation": site.other_language,
        "social": social.page_card(site.name, site.tagline, get_language()),
        "jsonld": jsonld.home(newsroom(request)),
    }
    return render(request, "articles/home.html", plan | context)


def short(request, pk):
    """The short address sends on to the whole one: one hop, for good."""
    return moved.sent_on(request, _edition(request, pk).get_absolute_url())


def article(request, pk, slug):
    edition = _edition(request, pk)
    if edition.withdrawn_at:
        context = {"edition": edition, "translation": _still_read(edition)}
        return render(request, "articles/withdrawn.html", context, status=410)
    if slug != edition.slug:
        return moved.sent_on(request, edition.get_absolute_url())
    site = Site.of(request)
    near, read = shelves.fill(related(edition), most_read(edition.language))
    names = shelves.names(edition)
    context = {
        "site": site,
        "edition": edition,
        "trail": edition.section.trail if edition.section_id else [],
        "entities": names,
        "related": near,
        "most_read": read,
        "share_links": social.share_links(edition, site.address),
        "translation": _translation(edition),
        "social": social.card(edition, site.address),
        "jsonld": jsonld.news_article(edition, newsroom(request), names),
    }
    return render(request, "articles/article.html", context)


def _edition(request, pk):
    found = Edition.objects.select_related("section__parent__parent").filter(
        article=pk, language=get_language()
    )
    edition = found.first()
    if edition is None:
        raise Http404
    return edition


def _still_read(edition):
    """Where the story of a withdrawn edition is still read in another language, if anywhere."""
    other = Edition.objects.live().filter(article=edition.article_id).first()
    return other and {
        "code": other.language,
        "name": other.get_language_display(),
        "url": other.get_absolute_url(),
    }


def _translation(edition):
    return next(iter(shelves.translations(edition)), None)
