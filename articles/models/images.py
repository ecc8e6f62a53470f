"""Pictures and their sizes; drawing the sizes is `renditions`, not here."""

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


class Rendition(models.Model):
    """One size of one picture, made anew from its pixels, with nothing of the camera's in it."""

    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="renditions")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    file = models.FileField(upload_to="renditions/%Y/%m/")

    class Meta:
        verbose_name = _("picture size")
        verbose_name_plural = _("picture sizes")
        ordering = ["image", "width"]
        constraints = [
            models.UniqueConstraint(fields=["image", "width"], name="rendition_once_per_width"),
        ]

    def __str__(self):
        return f"{self.image} {self.width}×{self.height}"
