"""Pictures and their sizes; drawing the sizes is `renditions`, not here."""

from itertools import groupby

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.fields import arabic_required

FOCAL_RANGE = [MinValueValidator(0), MaxValueValidator(100)]


class Image(models.Model):
    """A picture with what must be said about it: what it shows, whose it is, by what right."""

    class Rights(models.TextChoices):
        OWN = "own", _("Our own")
        AGENCY = "agency", _("Agency contract")
        LICENSED = "licensed", _("Licensed")
        FREE = "free", _("Free licence")
        UNCLEAR = "unclear", _("Not cleared")

    file = models.ImageField(
        _("file"), upload_to="images/%Y/%m/", width_field="width", height_field="height"
    )
    title = models.CharField(_("title"), max_length=160, help_text=_("For the newsroom only."))
    alt = models.CharField(
        _("what it shows"), max_length=300, help_text=_("Read aloud to those who do not see it.")
    )
    credit = models.CharField(_("credit"), max_length=160)
    rights = models.CharField(_("rights"), max_length=20, choices=Rights, default=Rights.UNCLEAR)
    focal_x = models.PositiveSmallIntegerField(
        _("focus across"), default=50, validators=FOCAL_RANGE
    )
    focal_y = models.PositiveSmallIntegerField(_("focus down"), default=50, validators=FOCAL_RANGE)
    width = models.PositiveIntegerField(_("width"), editable=False, default=0)
    height = models.PositiveIntegerField(_("height"), editable=False, default=0)
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-added_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(focal_x__lte=100, focal_y__lte=100), name="image_focus_in_frame"
            ),
            models.CheckConstraint(
                condition=arabic_required("alt", "credit"), name="image_described_and_credited"
            ),
        ]

    def __str__(self):
        return self.title

    def shown(self):
        """Return what a page shows it with: ``src`` (what every browser reads), ``srcset``,
        ``width``, ``height``; ``sources``, the same in lighter formats, the lightest first;
        ``focus``, the point in percent that stays when it is cut, or None for the middle.
        """
        by_format = {
            form: list(sizes)
            for form, sizes in groupby(
                sorted(self.renditions.all(), key=lambda one: (one.format, one.width)),
                key=lambda one: one.format,
            )
        }
        plain = by_format.pop(Rendition.Format.JPEG, None) or by_format.pop(
            Rendition.Format.WEBP, []
        )
        widest = plain[-1] if plain else self
        return {
            "src": widest.file.url,
            "srcset": _srcset(plain),
            "sources": [
                {"type": form.mime, "srcset": _srcset(by_format[form])}
                for form in Rendition.Format
                if form in by_format
            ],
            "width": widest.width,
            "height": widest.height,
            "focus": self._focus(),
        }

    @property
    def thumb_url(self):
        """The address of its smallest size, for the newsroom's own lists."""
        sizes = [one for one in self.renditions.all() if one.format != Rendition.Format.AVIF]
        return min(sizes, key=lambda one: one.width, default=self).file.url

    def _focus(self):
        """The focus in steps of ten percent: so many classes the stylesheet has."""
        focus = [round(self.focal_x / 10) * 10, round(self.focal_y / 10) * 10]
        return None if focus == [50, 50] else focus


def _srcset(sizes):
    return ", ".join(f"{one.file.url} {one.width}w" for one in sizes)


class Rendition(models.Model):
    """One size of one picture in one format, made anew, with nothing of the camera's in it."""

    class Format(models.TextChoices):
        # The lightest first: browsers take the first that they know.
        AVIF = "avif", "AVIF"
        WEBP = "webp", "WebP"
        JPEG = "jpeg", "JPEG"

        @property
        def mime(self):
            return f"image/{self.value}"

    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="renditions")
    format = models.CharField(max_length=4, choices=Format, default=Format.WEBP)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    file = models.FileField(upload_to="renditions/%Y/%m/")

    class Meta:
        verbose_name = _("picture size")
        verbose_name_plural = _("picture sizes")
        ordering = ["image", "width", "format"]
        constraints = [
            models.UniqueConstraint(
                fields=["image", "width", "format"], name="rendition_once_per_width_and_format"
            ),
        ]

    def __str__(self):
        return f"{self.image} {self.width}×{self.height} {self.format}"
