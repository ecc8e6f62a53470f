"""Doors from templates to what machines read. No queries, no own rules."""

from django import template

from articles.publishing import formats

register = template.Library()


@register.filter
def in_formats(feed_url):
    """List (format, address) of a list's feed: {% for form, url in feed_url|in_formats %}"""
    return formats.addresses(feed_url) if feed_url else []
