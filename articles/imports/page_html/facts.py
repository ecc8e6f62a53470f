"""Read what a page says of its article outside the text: JSON-LD first, then meta, then marks."""

import re
from datetime import date, datetime
from urllib.parse import unquote, urlsplit

from articles.imports import furniture
from articles.imports.item import (
    EARLIEST,
    MOST_NAMES,
    MOST_TAGS,
    NAME_LENGTH,
    TAG_LENGTH,
    TITLE_LENGTH,
    fitting,
    one_line,
    web_address,
)
from articles.imports.lines import letters_of
from articles.imports.page_html import linked_data
from articles.imports.page_html.tree import ELSEWHERE, is_in_article, marks, words_of
from articles.text.dates import read_date
from articles.text.fold import fold

# Classes that WordPress and its kin give the body of a page that lists articles.
LISTS = frozenset(["home", "blog", "archive", "category", "search", "search-results", "error404"])
_SITE_NAME = re.compile(r"\s+[-–—|•·:»«]+\s+")
_CUT = re.compile(r"\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\[&hellip;\])$")


class Facts:
    """What head and data of one page say. Read it before the tree is stripped."""

    def __init__(self, root, zone):
        self.root, self.zone = root, zone
        self.data = linked_data.nodes(root)
        self.article = linked_data.article(self.data)
        self.meta = {}
        for element in root.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop") or ""
            if content := one_line(linked_data.plain(element.get("content") or "")):
                self.meta.setdefault(name.strip().lower(), []).append(content)

    def is_list(self):
        """Whether the page is a site's front page or a list of articles rather than one article."""
        if self.article:
            return False
        body = next(self.root.iter("body"), self.root)
        address = self.address()
        return bool(LISTS & set(body.get("class", "").split())) or (
            address != ""
            and urlsplit(address).path.strip("/") == ""
            and not urlsplit(address).query
        )

    def said(self, *names):
        """The first of these meta values that the page gives."""
        return next((self.meta[name][0] for name in names if name in self.meta), "")

    def title(self):
        """The headline as readers saw it; of what the head says, with the site's name taken off."""
        stated = (
            linked_data.first(self.article.get("headline") or self.article.get("name"))
            or self.said("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title")
        )  # fmt: skip
        headings = [words for element in self.root.iter("h1") if (words := words_of(element))]
        window = words_of(next(self.root.iter("title"), None))
        stated = stated or window
        for heading in headings:
            if _is_same_title(heading, stated):
                return heading
        if not stated and headings:
            return max(headings, key=len)
        return self._without_site(stated)

    def _without_site(self, title):
        """Take the site's name off: "عنوان - صحيفة الساحل" is "عنوان"."""
        site = fold(self.said("og:site_name", "application-name"))
        parts = _SITE_NAME.split(title)
        if len(parts) > 1 and (fold(parts[-1]) == site or (not site and len(parts[-1]) < 30)):
            *_before, last = _SITE_NAME.finditer(title)
            title = title[: last.start()]
        return title if len(title) <= TITLE_LENGTH or not parts[0] else parts[0]

    def lead(self, title, paragraphs):
        """The description, unless it only repeats the title or the beginning of the text."""
        stated = linked_data.first(self.article.get("description")) or self.said(
            "og:description", "description", "twitter:description", "dc.description"
        )
        short = letters_of(_CUT.sub("", stated))
        is_cut = _CUT.search(stated) is not None or len(stated) > 1_000
        text = letters_of(" ".join(paragraphs))
        if not short or is_cut or short in text or short in letters_of(title) or stated == title:
            return ""
        return stated

    def published(self):
        """When the page says it was published: a moment with its zone, a day, or None."""
        stated = [
            linked_data.first(self.article.get("datePublished")),
            self.said("article:published_time", "og:article:published_time", "datepublished"),
            self.said("citation_publication_date", "citation_date", "dc.date", "dcterms.created"),
            self.said("dc.date.issued", "dcterms.date", "pubdate", "publishdate"),
        ]
        stated += [element.get("datetime") or "" for element in self._own_times()]
        return next((found for text in stated if (found := moment(text, self.zone))), None)

    def _own_times(self):
        """Times of the article: in it, or below its heading; above stands the site's own day."""
        below = False
        for element in self.root.iter("h1", "time"):
            below = below or element.tag == "h1"
            own = element.tag == "time" and not ELSEWHERE.search(marks(element))
            if own and (below or is_in_article(element)):
                yield element

    def byline(self):
        """The names over the article; an organisation or the site itself is no author."""
        found = linked_data.names(self.article.get("author"))
        if not found:
            found = [*self.meta.get("author", ()), *self.meta.get("article:author", ())]
            found += self.meta.get("citation_author", []) + self.meta.get("dc.creator", [])
        if not found:
            found = [words_of(element) for element in self._authors()]
        site = fold(self.said("og:site_name"))
        found = [
            name for name in found if "/" not in name and "@" not in name and fold(name) != site
        ]
        return tuple((name, "writer") for name in fitting(found, min(60, NAME_LENGTH), MOST_NAMES))

    def _authors(self):
        query = (
            "//*[@rel='author' or @itemprop='author' or contains(@class, 'author__name')"
            " or contains(@class, 'author-name')]"
        )
        seen = [
            element for element in self.root.xpath(query) if not ELSEWHERE.search(marks(element))
        ]
        return [element for element in seen if len(words_of(element).split()) <= 6][:3]

    def steps(self):
        """The steps of the breadcrumb as the page gives them, home and title among them."""
        steps = linked_data.trail(self.data) or self._marked_trail()
        site = fold(self.said("og:site_name"))
        return steps[1:] if steps and fold(steps[0]) == site else steps

    def _marked_trail(self):
        """The texts of the element that calls itself a breadcrumb."""
        query = (
            "//*[contains(@class, 'breadcrumb') or contains(@id, 'breadcrumb')"
            " or contains(@class, 'crumbs')]"
        )
        for element in self.root.xpath(query):
            texts = (one_line(text).strip("›»>/|\\‹«<←→•·-–—: ") for text in element.itertext())
            if steps := [text for text in texts if text]:
                return steps
        return []

    def stated_section(self):
        """The section that the data names, as a path: often only its last step."""
        stated = linked_data.first(self.article.get("articleSection"))
        stated = stated or self.said("article:section", "section", "category")
        return [stated] if stated else self._linked_section()

    def _linked_section(self):
        """Blogs link an article's categories; the longest address holds the whole path."""
        found = {}
        for element in self.root.iter("a"):
            if {"tag", "category"} & set((element.get("rel") or "").lower().split()):
                path = unquote(urlsplit_path(element.get("href") or ""))
                if "/category/" in path and not ELSEWHERE.search(marks(element)):
                    found.setdefault(path.rstrip("/") + "/", words_of(element))
        longest = max(found, key=len, default="")
        return [found[path] for path in sorted(found, key=len) if longest.startswith(path)]

    def tags(self):
        """The tags of the article: its keywords, or the links that say they are tags."""
        found = []
        for text in linked_data.texts(self.article.get("keywords")) or self.meta.get(
            "article:tag", []
        ):
            found += furniture.split_tags(text)
        if not found:
            for element in self.root.iter("a"):
                is_tag = "tag" in (element.get("rel") or "").lower().split()
                if is_tag and "/category/" not in (element.get("href") or ""):
                    found.append(words_of(element))
        return fitting(found, TAG_LENGTH, MOST_TAGS)

    def address(self):
        """Where the page says it lives."""
        links = [
            element.get("href") or ""
            for element in self.root.iter("link")
            if "canonical" in (element.get("rel") or "").lower().split()
        ]
        stated = (
            *links[:1],
            self.said("og:url"),
            linked_data.address(self.article.get("mainEntityOfPage")),
            linked_data.address(self.article.get("url")),
        )
        return next((found for text in stated if (found := web_address(text))), "")

    def picture(self):
        """The address of the article's picture; nobody fetches it here."""
        stated = (
            linked_data.address(self.article.get("image")),
            self.said("og:image", "twitter:image"),
        )
        return next((found for text in stated if (found := web_address(text))), "")

    def shares(self):
        return linked_data.shares(self.article)


def moment(text, zone):
    """Read a stated time, in the newsroom's zone if it tells none; a day alone stays a day."""
    text = one_line(text)
    if not re.match(r"\d{4}-\d\d-\d\d[T ]\d\d:?\d\d", text):
        day = read_date(text)
        return day if day and day >= EARLIEST else None
    try:
        found = datetime.fromisoformat(text.replace(" ", "T", 1).replace(" ", ""))
        found = found if found.tzinfo else found.replace(tzinfo=zone)
        return found if date.max > found.date() >= EARLIEST else None
    except (ValueError, OverflowError):
        return None


def urlsplit_path(address):
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def _is_same_title(heading, stated):
    """Whether a heading is the stated title, which may be cut short or carry the site's name."""
    heading, cut = letters_of(heading), letters_of(_CUT.sub("", stated))
    if not heading or not cut:
        return False
    return heading == cut or (len(heading) >= 12 and cut.startswith(heading)) or (
        len(cut) >= 12 and heading.startswith(cut)
    )  # fmt: skip
