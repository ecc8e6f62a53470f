"""What the home page shows: the front as it is laid out, and what was corrected today."""

from django.urls import reverse
from django.utils import timezone

from articles import front
from articles.models import Correction

CORRECTIONS = 4


def page(sections, language):
    """Return the context of the home page. What stands where, `articles.front.plan` says."""
    return front.plan(sections, language) | {
        "corrected": corrected_today(language),
        "feed_url": reverse("home_feed"),
    }


def corrected_today(language):
    """The newest corrections of this day on the newsroom's clock, with their stories: one query."""
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    rows = Correction.objects.listed(language).with_stories().filter(at__gte=midnight)
    return list(rows[:CORRECTIONS])
