"""The picture that other sites show of a story: drawn by us once it is published, kept as a file.

    cards.ask(edition)     # inside the transaction of what changed the edition
    cards.draw(edition)    # here and now, as `manage.py rebuild` does

Until it is drawn, and where a title has letters that our face lacks, the story's own picture
serves.
"""

import hashlib
import json
from functools import lru_cache, partial
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone, translation
from PIL import Image as Picture

from articles.cards import drawing
from articles.models import Edition, Rendition
from articles.tasks import task
from articles.text import dates
from articles.text.languages import PROFILES

# Part of what a picture is drawn of: raise it with the design, then `manage.py rebuild`.
VERSION = 1
OUR_NAME = "غرفة الأخبار"  # for which alone there is a wordmark
SIZE = drawing.WIDTH, drawing.HEIGHT


def ask(edition):
    """Let the worker draw the edition's picture anew where it is not of what readers see now.

    Also removes the one of a withdrawn edition. A task of the caller's transaction: kept with it.
    """
    if edition.card_of != wanted(edition):
        draw_later.enqueue(edition.pk)


@task
def draw_later(pk):
    """Draw one edition's picture; safe to repeat."""
    edition = Edition.objects.select_related("section").filter(pk=pk).first()
    if edition is not None:
        draw(edition)


def draw(edition):
    """Make the edition's picture what readers see, and remove the former file."""
    want = wanted(edition)
    if edition.card_of == want:
        return
    drawn = drawing.draw(_card(edition)) if want else None
    with transaction.atomic():
        now = Edition.objects.select_for_update().filter(pk=edition.pk).first()
        # What was published meanwhile has asked for its own.
        if now is None or wanted(now) != want or now.card_of == want:
            return
        former = now.card.name
        now.card = ContentFile(drawn, name=f"{want[:32]}.jpg") if drawn else ""
        now.card_of = want
        now.save(update_fields=["card", "card_of"])
        if former:
            transaction.on_commit(partial(default_storage.delete, former))


def wanted(edition):
    """Return the digest of all that the edition's picture is drawn of; empty when it has none."""
    if edition.withdrawn_at:
        return ""
    values = _values(edition)
    picture = edition.picture or {}
    parts = [VERSION, edition.pk, values, picture.get("src"), picture.get("focus")]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def standing(language):
    """Return the picture of pages that are no story as a PNG in bytes; it says whose it is."""
    with translation.override(language):
        title = translation.gettext("News that says where it comes from")
    card = drawing.Card(title=title, **_signed(language))
    return drawing.draw_standing(card, _site_name(language))


def standing_path(language):
    """Where the standing picture lies; `manage.py draw_share_pictures` writes it."""
    return Path(settings.BASE_DIR, "static", "img", f"share-{language}.png")


@lru_cache
def standing_name(language):
    """Return whose name the standing picture shows, or "" where that is not this newsroom's."""
    path = standing_path(language)
    if not path.exists():
        return ""
    with Picture.open(path) as picture:
        shown = picture.info.get("Title", "")
    return shown if shown == _site_name(language) else ""


def _site_name(language):
    return settings.SITE_NAME if language == "ar" else settings.SITE_NAME_EN


def _values(edition):
    """The words on an edition's picture, in its language."""
    with translation.override(edition.language):
        parts = [edition.section.name if edition.section_id else "", edition.kind_label]
        # A column is in the section of opinion: it need not be said twice.
        kicker = " · ".join(dict.fromkeys(str(part) for part in parts if part))
    day = "" if edition.date_is_stand_in else _day(edition)
    return {
        "title": edition.title,
        "kicker": kicker,
        "date": day,
        "is_marked": bool(edition.kind_label),
    } | _signed(edition.language)


def _day(edition):
    style = {"months": settings.MONTH_NAMES, "digits": settings.DIGITS}
    return dates.short_date(timezone.localdate(edition.published_at), edition.language, **style)


def _signed(language):
    """The newsroom's name as it signs in a language: the wordmark is Arabic and of one name."""
    has_wordmark = settings.SITE_NAME == OUR_NAME
    return {
        "language": language,
        "is_rtl": PROFILES[language].direction == "rtl",
        "has_wordmark": has_wordmark,
        "name": "" if has_wordmark and language == "ar" else _site_name(language),
    }


def _card(edition):
    picture = edition.picture or {}
    return drawing.Card(
        **_values(edition),
        picture=_pixels(picture),
        focus=tuple(picture.get("focus") or (50, 50)),
    )


def _pixels(picture):
    """The picture that readers see, from the very file; None where that is gone."""
    for one in Rendition.objects.filter(image=picture.get("image")):
        if one.file.url == picture.get("src"):
            with one.file.open() as file:
                return Picture.open(file).convert("RGB")
    return None
