"""The addresses of the reader's site. Every one works under /en/ too."""

from django.urls import path, register_converter

from articles.models.pages import OWN_ADDRESS
from articles.views import corrections, counting, lists, machines, names, pages, search, standing


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


register_converter(Slug, "slug_in_any_letters")
register_converter(SlugPath, "slug_path")

SLUG = "<slug_in_any_letters:slug>"

urlpatterns = [
    path("", pages.home, name="home"),
    path("feed/", lists.home_feed, name="home_feed"),
    path("n/<int:pk>/", pages.short, name="article_short"),
    path(f"n/<int:pk>/{SLUG}/", pages.article, name="article"),
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
    path("topics/", names.topics, name="topics"),
    path("topics/<str:kind>/", names.topics_of, name="topics_of"),
    path("sources/", names.sources, name="sources"),
    path("sources/<str:kind>/", names.sources_of, name="sources_of"),
    *(path(f"{slug}/", standing.page, {"slug": slug}, name=slug) for slug in OWN_ADDRESS),
    path(f"pages/{SLUG}/", standing.page, name="page"),
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
