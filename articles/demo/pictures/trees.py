"""Trees and grasses that several scenes plant; their feet are at the origin."""

from articles.demo.pictures.palette import BARK, FOREST, INK, OLIVE, mix
from articles.demo.pictures.paths import arc, points


def palm(sheet, color=OLIVE, trunk=BARK):
    """A date palm about 300 units tall."""
    sheet.band("M0 0 Q-12 -120 8 -236", (20, 13, 13), trunk)
    trunk_line = points("M0 0 Q-12 -120 8 -236")
    for x, y in trunk_line[3:-3:3]:
        sheet.line([(x - 6, y), (x + 6, y + 3)], 1.8, mix(trunk, INK, 0.35))
    shades = (mix(color, INK, 0.35), color)
    for reach, drop, shade in (
        (-96, 64, 0),
        (96, 60, 0),
        (-70, 104, 0),
        (72, 100, 0),
        (-112, 6, 1),
        (114, 2, 1),
        (-84, -44, 1),
        (88, -46, 1),
        (-34, -78, 1),
        (40, -76, 1),
    ):
        _frond(sheet, reach, drop, shades[shade])


def _frond(sheet, reach, drop, color):
    bend = -272 - max(0, -drop) * 0.36
    spine = points(f"M8 -238 Q{reach * 0.55} {bend} {reach} {-238 + drop}")
    sheet.band(spine, (4, 26, 20, 1), color)


def cypress(sheet, color=FOREST):
    """A dark flame about 200 units tall."""
    sheet.rect(-4, -20, 8, 20, BARK)
    sheet.shape("M0 -204 Q26 -110 22 -50 Q18 -12 0 -10 Q-18 -12 -22 -50 Q-26 -110 0 -204 Z", color)
    sheet.shape("M0 -204 Q26 -110 22 -50 Q18 -12 0 -10 Q14 -60 0 -204 Z", mix(color, INK, 0.25))


def crown(sheet, x, y, rx, ry, colors, leaves=90):
    """A round head of leaves: a dark mass, and lighter strokes towards the upper left."""
    chance = sheet.random
    dark, middle, light = colors
    for turn in range(0, 360, 30):
        knot = arc(x, y, rx * 0.66, ry * 0.62, turn, turn)[0]
        sheet.ellipse(*knot, rx * 0.42, ry * 0.44, dark)
    sheet.ellipse(x, y, rx * 0.8, ry * 0.8, dark)
    for _ in range(leaves):
        turn, reach = chance.uniform(0, 360), chance.random() ** 0.5
        px, py = arc(x, y, rx * reach * 0.95, ry * reach * 0.92, turn, turn)[0]
        lit = (x - px) / rx + (y - py) / ry + chance.uniform(-0.5, 0.5)
        leaf = light if lit > 0.55 else middle if lit > -0.25 else mix(dark, INK, 0.18)
        sheet.shape(arc(px, py, 13, 4.2, tilt=chance.uniform(0, 180)), leaf)


def ear(sheet, height, lean, color):
    """One ear of wheat on its stalk."""
    tip = (lean, -height)
    sheet.band(points(f"M0 0 Q{lean * 0.2} {-height * 0.6} {lean} {-height}"), (3, 2.4, 2), color)
    for step in range(7):
        with sheet.at(tip[0] + lean * 0.03 * step, tip[1] - step * 9, turn=lean * 0.35):
            for side in (-1, 1):
                sheet.shape(arc(side * 5, -4, 3.6, 8.6, tilt=side * 24), color)
                sheet.line([(side * 6, -8), (side * 13, -34)], 0.9, color)
    with sheet.at(tip[0] + lean * 0.21, tip[1] - 63, turn=lean * 0.35):
        sheet.ellipse(0, -4, 3.4, 8.6, color)
