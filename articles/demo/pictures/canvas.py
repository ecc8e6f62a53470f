"""A sheet of 1200 by 800 to draw flat shapes on; it decides no colour and no composition."""

import math
import random
from contextlib import contextmanager

from PIL import Image, ImageDraw

from articles.demo.pictures.palette import channels
from articles.demo.pictures.paths import arc, cut, points, ribbon

WIDTH, HEIGHT = 1200, 800
SIZE = (1600, 1067)
# Shapes are drawn this much larger and shrunk at the end, which smooths their edges.
OVERSIZE = 2
UPRIGHT = (1, 0, 0, 0, 1, 0)


class Canvas:
    """Draws in sheet units, origin at the top left; the same key gives the same picture."""

    def __init__(self, key):
        # Chance here must be the same every time, so it is seeded and keeps no secret.
        self.random = random.Random(key)  # noqa: S311
        self._image = Image.new("RGB", (SIZE[0] * OVERSIZE, SIZE[1] * OVERSIZE))
        self._draw = ImageDraw.Draw(self._image, "RGBA")
        self._scale = SIZE[0] * OVERSIZE / WIDTH
        self._place = UPRIGHT

    def fill(self, color):
        self._image.paste(channels(color), (0, 0, *self._image.size))

    def rect(self, x, y, width, height, color):
        self.shape([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], color)

    def shape(self, outline, color, alpha=1.0):
        """Fill an outline: points, or a path such as "M0 0 L10 0 Q20 5 10 10 Z"."""
        self._draw.polygon(self._pixels(points(outline)), (*channels(color), round(alpha * 255)))

    def circle(self, x, y, radius, color, alpha=1.0):
        self.shape(arc(x, y, radius, radius), color, alpha)

    def ellipse(self, x, y, rx, ry, color, alpha=1.0):
        self.shape(arc(x, y, rx, ry), color, alpha)

    def line(self, outline, width, color, ends="flat"):
        """Stroke a line of one width; ``ends`` is flat or round."""
        knots = points(outline)
        pixels = max(1, round(width * self._grown()))
        self._draw.line(self._pixels(knots), (*channels(color), 255), pixels, joint="curve")
        if ends == "round":
            for x, y in (knots[0], knots[-1]):
                self.circle(x, y, width / 2, color)

    def dashes(self, outline, width, color, on, off):
        for dash in cut(points(outline), on, off):
            self.line(dash, width, color)

    def band(self, spine, widths, color):
        """Fill a band along a smooth line that swells and thins as ``widths`` say."""
        self.shape(ribbon(points(spine), widths), color)

    def limb(self, joints, widths, color):
        """Join round joints of given widths: an arm, a branch, a leg."""
        for (x, y), width in zip(joints, widths, strict=True):
            self.circle(x, y, width / 2, color)
        for index in range(len(joints) - 1):
            self.band(joints[index : index + 2], widths[index : index + 2], color)

    @contextmanager
    def at(self, x, y, scale=1.0, turn=0, flip=False):
        """Draw in a place of its own: moved, scaled, turned clockwise in degrees, mirrored."""
        a, b, c, d, e, f = outer = self._place
        cos, sin = math.cos(math.radians(turn)) * scale, math.sin(math.radians(turn)) * scale
        side = -1 if flip else 1
        g, h, k, m = cos * side, -sin, sin * side, cos
        self._place = (
            a * g + b * k,
            a * h + b * m,
            a * x + b * y + c,
            d * g + e * k,
            d * h + e * m,
            d * x + e * y + f,
        )
        yield self
        self._place = outer

    @contextmanager
    def inside(self, outline):
        """Keep what is drawn meanwhile within an outline."""
        outline = self._pixels(points(outline))
        before = self._image.copy()
        mask = Image.new("L", before.size, 255)
        ImageDraw.Draw(mask).polygon(outline, 0)
        yield self
        self._image.paste(before, mask=mask)

    def image(self):
        """The finished picture, an RGB image of SIZE."""
        return self._image.resize(SIZE, Image.Resampling.LANCZOS)

    def _pixels(self, knots):
        a, b, c, d, e, f = self._place
        scale = self._scale
        return [
            (round((a * x + b * y + c) * scale), round((d * x + e * y + f) * scale))
            for x, y in knots
        ]

    def _grown(self):
        return math.hypot(self._place[0], self._place[3]) * self._scale
