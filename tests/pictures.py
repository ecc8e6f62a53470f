"""Pictures for tests, in a folder that goes with the test."""

import tempfile

from django.test import override_settings
from PIL import Image as Picture

from articles import renditions
from articles.models import Image


class MediaFolder:
    """A test case that writes its pictures aside."""

    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        media = override_settings(MEDIA_ROOT=folder.name)
        media.enable()
        self.addCleanup(media.disable)


def make_image(width=640, height=400, **values):
    """A picture with its sizes; AVIF waits for a worker."""
    image = Image(
        **{
            "title": "رصيف الميناء",
            "alt_ar": "رافعات على رصيف الميناء",
            "credit_ar": "تصوير: سلمى الحداد",
            "rights": Image.Rights.OWN,
        }
        | values
    )
    image.file = renditions.encoded(
        Picture.linear_gradient("L").resize((width, height)).convert("RGB")
    )
    image.save()
    renditions.draw(image)
    return image
