"""A small archive and its search page, for the tests of what readers see there."""

import re

from django.core.cache import cache
from django.test import TestCase
from lxml import html as markup

from articles.search import vocabulary

ADDRESS = "/search/"


class SearchPageCase(TestCase):
    """A small archive, counted as the background worker would."""

    @classmethod
    def setUpTestData(cls):
        cls.make_archive()
        vocabulary.catch_up()

    @classmethod
    def make_archive(cls):
        pass

    def setUp(self):
        cache.clear()

    def page(self, text="", address=ADDRESS, **values):
        response = self.client.get(address, {"q": text} | values)
        self.assertEqual(response.status_code, 200)
        return markup.fromstring(response.content.decode())

    def titles(self, page):
        return [words(one) for one in page.xpath("//article[contains(@class,'res')]//h2")]

    def said(self, page):
        return words(page.xpath("//div[@class='find__sum']/p")[0])

    def facet(self, page, name):
        rows = page.xpath(f"//section[@aria-labelledby='{name}']//li")
        return {words(one.find("a")): "".join(one.xpath("span/text()")) for one in rows}

    def follow(self, page, label):
        """Go where the link with this label leads."""
        links = [one for one in page.xpath("//main//a") if label in words(one)]
        self.assertTrue(links, f"no link {label}")
        response = self.client.get(ADDRESS + links[0].get("href").removeprefix(ADDRESS))
        self.assertEqual(response.status_code, 200)
        return markup.fromstring(response.content.decode())


def words(element):
    return re.sub(r"\s+", " ", element.text_content()).strip()
