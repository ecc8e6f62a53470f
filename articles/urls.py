"""The addresses of the reader's site. Every one works under /en/ too."""

from django.urls import path, re_path, register_converter

from articles.views import (
    archive,
    changes,
    corrections,
    counting,
    lists,
    machines,
    pages,
    ranking,
    search,
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


register_converter(Year, "year")
register_converter(Two, "two")
register_converter(Slug, "slug_in_any_letters")
register_converter(SlugPath, "slug_path")

SLUG = "<slug_in_any_letters:slug>"
# A period of the archive as somebody may write it: any digits, no zeros, no stroke at the end.
WRITTEN = r"^archive/(?P<year>\d{1,9})(?:/(?P<month>\d{1,9})(?:/(?P<day>\d{1,9}))?)?/?$"

urlpatterns = [
    path("", pages.home, name="home"),
    path("feed/", lists.home_feed, name="home_feed"),
    path("n/<int:pk>/", pages.short, name="article_short"),
    path(f"n/<int:pk>/{SLUG}/", pages.article, name="article"),
    path(f"n/<int:pk>/{SLUG}/changes/", changes.page, name="changes"),
    path("archive/", archive.index, name="archive"),
    path("archive/<year:year>/", archive.year, name="archive_year"),
    path("archive/<year:year>/<two:month>/", archive.month, name="archive_month"),
    path("archive/<year:year>/<two:month>/<two:day>/", archive.day, name="archive_day"),
    re_path(WRITTEN, archive.written_otherwise),
    path("most-read/", ranking.page, name="most_read"),
    path("section/<slug_path:path>/feed/", lists.section_feed, name="section_feed"),
    path("section/<slug_path:path>/", lists.section, name="section"),
    path(f"topic/{SLUG}/feed/", lists.topic_feed, name="topic_feed"),
    path(f"topic/{SLUG}/", lists.topic, name="topic"),
    path(f"source/{SLUG}/feed/", lists.source_feed, name="source_feed"),
    path(f"source/{SLUG}/", lists.source, name="source"),
    path(f"tag/{SLUG}/feed/", lists.tag_feed, name="tag_feed"),
    path(f"tag/{SLUG}/", lists.tag, name="tag"),
    path(f"author/{SLUG}/feed/", lists.author_feed, name="author_feed"),
    path(f"author/{SLUG}/", lists.author, name="author"),
    path("corrections/", corrections.page, name="corrections"),
    path("corrections/feed/", corrections.feed, name="corrections_feed"),
    path("search/", search.search, name="search"),
    path("search/suggest/", search.suggest, name="suggest"),
    path("search/feed/", search.feed, name="search_feed"),
    path("count/<int:pk>/read/", counting.read, name="count_read"),
    path("count/<int:pk>/share/", counting.share, name="count_share"),
    path("robots.txt", machines.robots, name="robots"),
    path("sitemap.xml", machines.sitemap_index, name="sitemap"),
    path("sitemap-<str:language>-<int:page>.xml", machines.sitemap, name="sitemap_page"),
]
