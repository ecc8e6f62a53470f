"""Draw the wordmark of the masthead from its outlines: ink, and red for every letter's points."""

import re
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageDraw

TEMPLATE = Path("templates", "articles", "_wordmark.html")
OUTLINE = re.compile(r'class="wordmark__(ink|dots)" d="([^"]+)"')
STEP = re.compile(r"([mlhvqz])([^mlhvqz]*)")
NUMBER = re.compile(r"-?\d+")
FINE = 4  # drawn so many times as large, then made smaller: Pillow's polygons have hard edges
CURVE = 8  # straight pieces of a curve


@lru_cache(maxsize=8)
def draw(height, ink, mark):
    """Return the wordmark on nothing, so many pixels high."""
    outlines = _outlines()
    xs, ys = zip(
        *(point for one in outlines.values() for line in one for point in line), strict=True
    )
    scale = height * FINE / (max(ys) - min(ys))
    size = (round((max(xs) - min(xs)) * scale), height * FINE)
    drawn = Image.new("RGBA", size, (*ink, 0))
    for name, colour in (("ink", ink), ("dots", mark)):
        mask = Image.new("L", size)
        moved = [
            [((x - min(xs)) * scale, (y - min(ys)) * scale) for x, y in line]
            for line in outlines[name]
        ]
        _fill(mask, moved)
        drawn.paste((*colour, 255), mask=mask)
    return drawn.resize((size[0] // FINE, height), Image.Resampling.LANCZOS)


def _fill(mask, contours):
    """Fill by the rule of fonts (not zero): Pillow would empty what overlaps."""
    pen = ImageDraw.Draw(mask)
    edges = [edge for one in contours for edge in pairwise([*one, one[0]])]
    for row in range(mask.height):
        y, winding, start = row + 0.5, 0, 0
        for x, way in sorted(_crossings(edges, y)):
            if winding == 0:
                start = x
            winding += way
            if winding == 0:
                pen.line((round(start), row, round(x) - 1, row), fill=255)


def _crossings(edges, y):
    for (x, top), (end, bottom) in edges:
        if (top <= y) != (bottom <= y):
            yield x + (y - top) * (end - x) / (bottom - top), 1 if top < bottom else -1


@lru_cache
def _outlines():
    text = (settings.BASE_DIR / TEMPLATE).read_text(encoding="utf-8")
    return {name: list(_contours(path)) for name, path in OUTLINE.findall(text)}


def _contours(path):
    """Yield the points of each contour. The outlines know relative lines and quadratic curves."""
    x = y = 0
    points = []
    for name, written in STEP.findall(path):
        if name == "z":
            yield points
            x, y = points[0]
            points = []
            continue
        numbers = list(map(int, NUMBER.findall(written)))
        taken = {"h": 1, "v": 1, "q": 4}.get(name, 2)
        for at in range(0, len(numbers), taken):
            step = numbers[at : at + taken]
            if name == "q":
                points += _curve(x, y, *step)
            dx, dy = {"h": (step[0], 0), "v": (0, step[0])}.get(name, step[-2:])
            x, y = x + dx, y + dy
            points.append((x, y))


def _curve(x, y, bend_x, bend_y, end_x, end_y):
    for number in range(1, CURVE):
        t = number / CURVE
        bend, end = 2 * t * (1 - t), t * t
        yield x + bend * bend_x + end * end_x, y + bend * bend_y + end * end_y
