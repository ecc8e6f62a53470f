"""The addresses of the reader's site. Every one works under /en/ too."""

from django.urls import path, re_path, register_converter

from articles.models.pages import OWN_ADDRESS
from articles.publishing.formats import FORMATS, PLAIN
from articles.views import (
    archive,
    changes,
    corrections,
    counting,
    lists,
    machines,
    names,
    pages,
    ranking,
    search,
    sitemaps,
    standing,
)


class Slug:
    """One part of an address, in any letters; no control characters, which no database takes."""

    regex = r"[^/\x00-\x1f]+"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class SlugPath(Slug):
    """Several parts: the path of a section."""

    regex = r"[^\x00-\x1f]+"


class Year:
    """A year of the archive: four digits."""

    regex, digits = "[0-9]{4}", 4

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return f"{value:0{self.digits}d}"


class Two(Year):
    """A month or a day of the archive: two digits."""

    regex, digits = "[0-9]{2}", 2


class FeedFormat(Slug):
    """A format of a list's feed, as its address names it; the plain one is not named."""

    regex = "|".join(name for name in FORMATS if name != PLAIN)


register_converter(Year, "year")
register_converter(Two, "two")
register_converter(Slug, "slug_in_any_letters")
register_converter(SlugPath, "slug_path")
register_converter(FeedFormat, "feed_format")

SLUG = "<slug_in_any_letters:slug>"
# A period of the archive as somebody may write it: any digits, no zeros, no stroke at the end.
WRITTEN = r"^archive/(?P<year>\d{1,9})(?:/(?P<month>\d{1,9})(?:/(?P<day>\d{1,9}))?)?/?$"


def feed(of, view, name):
    """The addresses of a list's feed: ``…/feed/`` and ``…/feed/atom/``, the list's own before."""
    return (
        path(f"{of}feed/", view, name=name),
        path(f"{of}feed/<feed_format:form>/", view, name=name),
    )


urlpatterns = [
    path("", pages.home, name="home"),
    *feed("", lists.home_feed, "home_feed"),
    path("n/<int:pk>/", pages.short, name="article_short"),
    path(f"n/<int:pk>/{SLUG}/", pages.article, name="article"),
    path(f"n/<int:pk>/{SLUG}/changes/", changes.page, name="changes"),
    path("archive/", archive.index, name="archive"),
    path("archive/<year:year>/", archive.year, name="archive_year"),
    path("archive/<year:year>/<two:month>/", archive.month, name="archive_month"),
    path("archive/<year:year>/<two:month>/<two:day>/", archive.day, name="archive_day"),
    re_path(WRITTEN, archive.written_otherwise),
    *feed("archive/<year:year>/", archive.feed, "archive_year_feed"),
    *feed("archive/<year:year>/<two:month>/", archive.feed, "archive_month_feed"),
    *feed("archive/<year:year>/<two:month>/<two:day>/", archive.feed, "archive_day_feed"),
    path("most-read/", ranking.page, name="most_read"),
    *feed("most-read/", ranking.feed, "most_read_feed"),
    *feed("section/<slug_path:path>/", lists.section_feed, "section_feed"),
    path("section/<slug_path:path>/", lists.section, name="section"),
    *feed(f"topic/{SLUG}/", lists.topic_feed, "topic_feed"),
    path(f"topic/{SLUG}/", lists.topic, name="topic"),
    *feed(f"source/{SLUG}/", lists.source_feed, "source_feed"),
    path(f"source/{SLUG}/", lists.source, name="source"),
    *feed(f"tag/{SLUG}/", lists.tag_feed, "tag_feed"),
    path(f"tag/{SLUG}/", lists.tag, name="tag"),
    *feed(f"author/{SLUG}/", lists.author_feed, "author_feed"),
    path(f"author/{SLUG}/", lists.author, name="author"),
    path("topics/", names.topics, name="topics"),
    path("topics/<str:kind>/", names.topics_of, name="topics_of"),
    path("sources/", names.sources, name="sources"),
    path("sources/<str:kind>/", names.sources_of, name="sources_of"),
    *(path(f"{slug}/", standing.page, {"slug": slug}, name=slug) for slug in OWN_ADDRESS),
    path(f"pages/{SLUG}/", standing.page, name="page"),
    path("corrections/", corrections.page, name="corrections"),
    *feed("corrections/", corrections.feed, "corrections_feed"),
    path("search/", search.search, name="search"),
    path("search/suggest/", search.suggest, name="suggest"),
    *feed("search/", search.feed, "search_feed"),
    path("count/<int:pk>/read/", counting.read, name="count_read"),
    path("count/<int:pk>/share/", counting.share, name="count_share"),
    path("robots.txt", machines.robots, name="robots"),
    path(".well-known/security.txt", machines.security, name="security"),
    path("security.txt", machines.security_at_the_top),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("news-sitemap.xml", sitemaps.news, name="news_sitemap"),
    path(
        "sitemap-<str:language>-<str:kind>-<int:page>.xml",
        sitemaps.lists,
        name="sitemap_of_lists",
    ),
    path("sitemap-<str:language>-<int:page>.xml", sitemaps.stories, name="sitemap_page"),
]
