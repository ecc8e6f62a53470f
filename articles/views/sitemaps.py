"""What search engines read to find every page: sitemaps of stories, of lists and of today's news.

Each holds one range of numbers, so that none grows with the archive.
"""

from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.db.models import CharField, DateTimeField, OuterRef, Subquery, Value
from django.db.models.functions import Cast, Concat
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import translation

from articles import clock
from articles.editions.placing import key
from articles.models import Author, Category, Edition, Entity, Listing, Placement, Source
from articles.models import Page as StandingPage
from articles.publishing import sitemap as writer
from articles.views import shelves

PER_PAGE = 2000
NEWS_HOURS = 48
MOST_NEWS = 1000
FIRST = settings.LANGUAGE_CODE
LANGUAGES = [language for language, _name in settings.LANGUAGES]
# Lists whose pages stand in sitemaps: the list's kind, and whose lists they are.
LISTED = {
    "section": Category.objects.with_trail(),
    "entity": Entity.objects.all(),
    "source": Source.objects.all(),
    "author": Author.objects.all(),
}
STANDING = ("home", "topics", "sources", "archive", "most_read", "corrections")

# The ranges of numbers that hold something: one look into an index for each, however full it is.
RANGES_OF_STORIES = """
    SELECT page FROM generate_series(
        0, (SELECT coalesce(max(id), 0) FROM articles_edition) / %(size)s
    ) AS page
    WHERE EXISTS (
        SELECT FROM articles_edition
        WHERE language = %(language)s AND withdrawn_at IS NULL
        AND id >= page * %(size)s AND id < (page + 1) * %(size)s
    )
"""


def index(request):
    """Every sitemap that holds something."""
    found = [("news_sitemap",)]
    for language in LANGUAGES:
        found.append(("sitemap_of_lists", language, "standing", 0))
        found += [("sitemap_page", language, page) for page in _ranges_of_stories(language)]
        for kind in LISTED:
            newest = _with_stories(kind, language).order_by("-pk").values_list("pk", flat=True)
            last = newest.first()
            found += [
                ("sitemap_of_lists", language, kind, page)
                for page in range(last // PER_PAGE + 1 if last else 0)
                if _in_range(_with_stories(kind, language), page).exists()
            ]
    addresses = [settings.SITE_URL + reverse(name, args=args) for name, *args in found]
    return _answer(writer.index(addresses))


def stories(request, language, page):
    """The stories of one language in one range of numbers."""
    _known(language, page)
    editions = _in_range(Edition.objects.live().filter(language=language), page)
    shown = ("article", "language", "slug", "published_at", "changed_at", "picture", "alternates")
    return _pages(
        writer.story(edition, settings.SITE_URL, _alternates(edition), FIRST)
        for edition in editions.order_by("pk").only(*shown)
    )


def lists(request, language, kind, page):
    """The pages of one kind of list that hold a story in one language, in one range of numbers."""
    _known(language, page)
    if kind == "standing":
        return _pages(_standing_pages(language) if page == 0 else ())
    if kind not in LISTED:
        raise Http404
    rows = _in_range(_with_stories(kind, language), page).order_by("pk")
    others = [other for other in LANGUAGES if other != language]
    rows = rows.annotate(**{f"size_{other}": _size(kind, other) for other in others})
    return _pages(_list(one, language, others) for one in rows)


def news(request):
    """What every language published in the last two days, the newest first."""
    since = clock.now() - timedelta(hours=NEWS_HOURS)
    places = Placement.objects.filter(
        list__in=[key(language, "home") for language in LANGUAGES],
        published_at__gte=since,
        # The day a page was read is not the day of its news.
        edition__date_is_stand_in=False,
    )
    wanted = places.order_by("-published_at", "-edition_id").values_list("edition", flat=True)
    (editions,) = shelves.fill(list(wanted[:MOST_NEWS]))
    names = {"ar": settings.SITE_NAME}
    rows = [
        writer.News(
            url=writer.site_url(settings.SITE_URL, edition.get_absolute_url()),
            site_name=names.get(edition.language, settings.SITE_NAME_EN),
            language=edition.language,
            published_at=edition.published_at,
            title=edition.title,
        )
        for edition in editions
    ]
    return _answer(writer.news(rows))


def _ranges_of_stories(language):
    with connection.cursor() as cursor:
        cursor.execute(RANGES_OF_STORIES, {"size": PER_PAGE, "language": language})
        return [page for (page,) in cursor.fetchall()]


def _in_range(rows, page):
    return rows.filter(pk__gte=page * PER_PAGE, pk__lt=(page + 1) * PER_PAGE)


def _size(kind, language):
    """How many stories stand in the list of each row, in one language."""
    name = Concat(Value(f"{key(language, kind)}/"), Cast(OuterRef("pk"), CharField()))
    return Subquery(Listing.objects.filter(pk=name).values("size"))


def _with_stories(kind, language):
    """The rows whose list holds a story in this language, with the time of its newest one."""
    name = Concat(Value(f"{key(language, kind)}/"), Cast(OuterRef("pk"), CharField()))
    newest = Placement.objects.filter(list=name).order_by("-published_at", "-edition_id")
    return (
        LISTED[kind]
        .all()
        .annotate(
            size=_size(kind, language),
            newest_at=Subquery(newest.values("published_at")[:1], output_field=DateTimeField()),
        )
        .filter(size__gt=0)
    )


def _list(row, language, others):
    """The page of a list; it stands in another language where it holds a story there too."""
    wanted = [language, *(other for other in others if getattr(row, f"size_{other}"))]
    paths = {one: _path(one, row.get_absolute_url) for one in wanted}
    return writer.Page(
        url=writer.site_url(settings.SITE_URL, paths[language]),
        changed_at=row.newest_at,
        languages=writer.in_languages(paths, settings.SITE_URL, FIRST),
    )


def _at(language, languages, address):
    """The page at an address that is the same in these languages."""
    paths = {one: _path(one, address) for one in languages}
    return writer.Page(
        url=writer.site_url(settings.SITE_URL, paths[language]),
        languages=writer.in_languages(paths, settings.SITE_URL, FIRST),
    )


def _standing_pages(language):
    """What stands at one address for good: the lists of lists, and what the newsroom wrote."""
    for name in STANDING:
        yield _at(language, LANGUAGES, lambda name=name: reverse(name))
    for one in StandingPage.objects.written_in(language):
        written = [other for other in LANGUAGES if one.is_written_in(other)]
        yield _at(language, written, one.get_absolute_url)


def _alternates(edition):
    """Where the same story stands in the other languages, as {language: path}."""
    return {
        language: _path(
            language, lambda slug=slug: reverse("article", args=[edition.article_id, slug])
        )
        for language, slug in edition.alternates.items()
    }


def _path(language, address):
    with translation.override(language):
        return address()


def _known(language, page):
    """Raise 404 for a language or a range that no index names."""
    if language not in LANGUAGES or page > 10**9:
        raise Http404


def _pages(found):
    """Answer with these pages; the protocol knows no empty sitemap."""
    rows = list(found)
    if not rows:
        raise Http404
    return _answer(writer.pages(rows))


def _answer(text):
    return HttpResponse(text, content_type=writer.CONTENT_TYPE)
