"""Take in pictures safely and draw their sizes, decoded within limits and encoded anew.

What a camera writes into a file (place, serial number) could betray a person: only pixels pass.
"""

from io import BytesIO
from uuid import uuid4

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image as Picture
from PIL import ImageOps, UnidentifiedImageError

from articles.models import Rendition

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
MOST_BYTES = 25_000_000
MOST_PIXELS = 60_000_000  # Pillow only warns from 144 million on; a bomb is refused long before
LONGEST_SIDE = 2400
WIDTHS = (480, 800, 1200)


class Refused(Exception):
    """A file that is not a picture we can take; the message says why, for people."""


def take(upload):
    """Return the upload as a clean JPEG file named anew. Raises Refused."""
    picture = _opened(upload)
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Picture.Resampling.LANCZOS)
    return encoded(picture)


def draw(image):
    """Make the missing sizes of a stored picture; none is wider than the picture itself."""
    held = set(image.renditions.values_list("width", flat=True))
    with image.file.open() as file:
        picture = _opened(file)
    for width in sorted({min(width, picture.width) for width in WIDTHS} - held):
        height = max(1, round(picture.height * width / picture.width))
        sized = picture.resize((width, height), Picture.Resampling.LANCZOS)
        file = _encoded(sized, "WEBP", "webp", quality=80)
        Rendition.objects.create(image=image, width=width, height=height, file=file)


def encoded(picture):
    """Return a decoded picture as a JPEG file of ours, named anew."""
    return _encoded(picture, "JPEG", "jpg", quality=90)


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


def _encoded(picture, form, ending, **options):
    bare = Picture.new("RGB", picture.size)
    bare.paste(picture)
    out = BytesIO()
    bare.save(out, form, **options)
    return ContentFile(out.getvalue(), name=f"{uuid4().hex}.{ending}")
