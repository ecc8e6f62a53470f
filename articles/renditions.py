"""Take in pictures safely and draw their sizes, decoded within limits and encoded anew.

What a camera writes into a file (place, serial number) could betray a person: only pixels pass.
Every size is drawn as JPEG and WebP at once. AVIF is a quarter lighter and takes twenty times as
long: a background task draws it, and the live editions that show the picture offer it from then on.
"""

from io import BytesIO
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from PIL import Image as Picture
from PIL import ImageOps, UnidentifiedImageError, features

from articles.models import Edition, Image, Rendition
from articles.tasks import task

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
MOST_BYTES = 25_000_000
MOST_PIXELS = 60_000_000  # Pillow only warns from 144 million on; a bomb is refused long before
LONGEST_SIDE = 2400
# From a small picture in a list on a phone to a headline's on a fine screen.
WIDTHS = (320, 480, 800, 1200, 1600)
# JPEG is for mail, feeds and old browsers: they need no picture that wide.
MOST_WIDE = {Rendition.Format.JPEG: 1200}
# Pillow's options; by PSNR on the demo's pictures the three look alike.
ENCODED = {
    Rendition.Format.JPEG: {"quality": 82, "progressive": True, "optimize": True},
    Rendition.Format.WEBP: {"quality": 80},
    Rendition.Format.AVIF: {"quality": 62, "speed": 7},
}
AT_ONCE = (Rendition.Format.JPEG, Rendition.Format.WEBP)
LATER = (Rendition.Format.AVIF,)
# What a snapshot of a picture takes over from new sizes. Its focus waits for a publication.
SIZES = ("src", "srcset", "sources", "width", "height")


class Refused(Exception):
    """A file that is not a picture we can take; the message says why, for people."""


def take(upload):
    """Return the upload as a clean JPEG file named anew. Raises Refused."""
    picture = _opened(upload)
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Picture.Resampling.LANCZOS)
    return encoded(picture)


def draw(image):
    """Make the missing sizes of a stored picture; none is wider than the picture itself.

    Those that take long are left to a task, which sees the picture once the caller has committed.
    """
    _keep(image, _drawn(image, AT_ONCE))
    if _missing(image, LATER):
        draw_later.enqueue(image.pk)


@task
def draw_later(pk):
    """Draw the light formats of a picture and let readers have them; safe to repeat."""
    image = Image.objects.filter(pk=pk).first()
    if image is not None:
        finish(image)


def finish(image):
    """Make all that a picture lacks, and let the live editions that show it offer it."""
    drawn = _drawn(image, (*AT_ONCE, *LATER))
    with transaction.atomic():
        now = Image.objects.select_for_update().filter(pk=image.pk).first()
        # A file that was replaced meanwhile has a task of its own.
        if now is not None and now.file.name == image.file.name:
            _keep(now, drawn)
            _offer(now)


def _missing(image, formats):
    """The sizes that it should have and has not, as (format, width)."""
    held = set(image.renditions.values_list("format", "width"))
    return sorted(
        {
            (form, min(width, image.width))
            for form in formats
            if can_encode(form)
            for width in WIDTHS
            if width <= MOST_WIDE.get(form, width)
        }
        - held
    )


def can_encode(form):
    """Whether this build of Pillow writes the format; without AVIF pages offer WebP and JPEG."""
    return form == Rendition.Format.JPEG or features.check(form.value)


def _drawn(image, formats):
    """Return the missing sizes of these formats as rows that are not in the database yet."""
    missing = _missing(image, formats)
    if not missing:
        return []
    with image.file.open() as file:
        picture = _opened(file)
    # One name for all sizes: pages that repeat it ten times pack it into a few bytes.
    stem, sized, rows = uuid4().hex, {}, []
    for form, width in missing:
        if width not in sized:
            height = max(1, round(picture.height * width / picture.width))
            sized[width] = picture.resize((width, height), Picture.Resampling.LANCZOS)
        file = _encoded(sized[width], form.upper(), f"{stem}-{width}.{form}", **ENCODED[form])
        rows.append(
            Rendition(image=image, format=form, width=width, height=sized[width].height, file=file)
        )
    return rows


def _keep(image, rows):
    held = set(image.renditions.values_list("format", "width"))
    for row in rows:
        if (row.format, row.width) not in held:
            row.save()


def _offer(image):
    """Let live editions that show these very sizes offer all there are. Changes no picture.

    An edition that shows a former file of the picture keeps it until it is published again.
    """
    addresses = {one.file.url for one in image.renditions.all()} | {image.file.url}
    shown = image.shown()
    fresh = {name: shown[name] for name in SIZES}
    at_top = Q(picture__isnull=False, picture__image=image.pk)
    in_text = Q(figures__contains=[{"image": image.pk}])
    showing = Edition.objects.live().filter(at_top | in_text)
    for edition in showing.order_by("pk").select_for_update():
        before = edition.picture, edition.figures
        if before[0]:
            edition.picture = _renewed(before[0], fresh, addresses)
        edition.figures = [_renewed(one, fresh, addresses) for one in before[1]]
        if (edition.picture, edition.figures) != before:
            edition.save(update_fields=["picture", "figures"])


def _renewed(shown, fresh, addresses):
    return shown | fresh if shown["src"] in addresses else shown


def encoded(picture):
    """Return a decoded picture as a JPEG file of ours, named anew."""
    return _encoded(picture, "JPEG", f"{uuid4().hex}.jpg", quality=90)


def _opened(file):
    """Decode a file into upright RGB pixels, refusing what is too large, broken or no picture."""
    size = getattr(file, "size", 0)
    if size > MOST_BYTES:
        raise Refused(_("The file is larger than %(size)s MB.") % {"size": MOST_BYTES // 1_000_000})
    file.seek(0)
    try:
        picture = Picture.open(file, formats=FORMATS)
        if picture.width * picture.height > MOST_PIXELS:
            raise Refused(_("The picture has too many pixels."))
        picture.load()
        picture = ImageOps.exif_transpose(picture)
    except Refused:
        raise
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        Picture.DecompressionBombError,
    ):
        raise Refused(_("This file is not a picture, or it is damaged.")) from None
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        ground = Picture.new("RGBA", picture.size, "white")
        picture = Picture.alpha_composite(ground, picture.convert("RGBA"))
    return picture.convert("RGB")


def _encoded(picture, form, name, **options):
    bare = Picture.new("RGB", picture.size)
    bare.paste(picture)
    out = BytesIO()
    bare.save(out, form, **options)
    return ContentFile(out.getvalue(), name=name)
