"""A picture of the laboratory: test tubes in their rack beside a microscope."""

from articles.demo.pictures.palette import (
    CLOUD,
    DAWN,
    DEEP,
    FOAM,
    HAZE,
    INK,
    PAPER,
    RED,
    SAND,
    SLATE,
    STEEL,
    STONE,
    TEAL,
    mix,
)
from articles.demo.pictures.paths import arc

TUBES = ((SAND, 400), (TEAL, 340), (RED, 452), (FOAM, 372), (SAND, 470), (TEAL, 420))


def lab(sheet):
    """Six tubes, one of them red, and the microscope that waits for it."""
    sheet.fill(mix(DAWN, CLOUD, 0.5))
    _window(sheet)
    sheet.rect(0, 300, 250, 14, HAZE)
    _bottles(sheet)
    sheet.rect(0, 600, 1200, 200, mix(HAZE, DAWN, 0.15))
    sheet.rect(0, 600, 1200, 12, mix(DAWN, PAPER, 0.6))
    sheet.rect(0, 770, 1200, 30, mix(HAZE, STEEL, 0.4))
    sheet.shape("M110 668 H730 L800 690 H150 Z", mix(HAZE, STEEL, 0.45))
    _rack(sheet)
    with sheet.at(960, 690, 1.1):
        _microscope(sheet)


def _window(sheet):
    """Morning light on the wall, and the same light across the bench."""
    sheet.rect(640, 0, 470, 420, mix(CLOUD, PAPER, 0.55))
    sheet.rect(862, 0, 14, 420, mix(DAWN, HAZE, 0.2))
    sheet.rect(640, 190, 470, 12, mix(DAWN, HAZE, 0.2))
    sheet.rect(620, 420, 510, 18, PAPER)
    sheet.shape("M640 300 Q760 250 880 290 Q1000 330 1110 280 V420 H640 Z", mix(CLOUD, HAZE, 0.5))


def _bottles(sheet):
    for x, width, height, color in ((24, 58, 110, STONE), (98, 44, 84, FOAM), (158, 62, 124, SAND)):
        sheet.limb([(x + 8, 300 - height + 8), (x + width - 8, 300 - height + 8)], (16, 16), color)
        sheet.rect(x, 300 - height + 8, width, height - 8, color)
        sheet.rect(x + width * 0.28, 300 - height - 20, width * 0.44, 24, color)
        sheet.rect(x + width * 0.2, 300 - height - 34, width * 0.6, 16, SLATE)
        sheet.rect(x + 6, 300 - height * 0.6, width - 12, height * 0.34, PAPER)


def _rack(sheet):
    wood = mix(SLATE, FOAM, 0.25)
    sheet.rect(120, 640, 620, 28, wood)
    for x in (120, 722):
        sheet.rect(x, 300, 18, 350, wood)
    for index, (color, level) in enumerate(TUBES):
        with sheet.at(190 + index * 97, 0):
            _tube(sheet, color, level)
    sheet.rect(110, 380, 640, 30, wood)
    sheet.rect(110, 380, 640, 7, mix(wood, PAPER, 0.3))
    sheet.rect(110, 520, 640, 18, wood)
    sheet.rect(120, 640, 620, 7, mix(wood, PAPER, 0.3))


def _tube(sheet, color, level):
    glass = [(-32, 200), (-32, 606), *arc(0, 606, 32, 34, 180, 0), (32, 200)]
    sheet.shape(glass, mix(PAPER, CLOUD, 0.35))
    with sheet.inside(glass):
        sheet.rect(-40, level, 80, 300, color)
        sheet.ellipse(0, level, 32, 7, mix(color, PAPER, 0.35))
        sheet.shape("M14 190 H40 V660 H14 Z", INK, 0.12)
        sheet.shape("M-23 214 H-16 V600 H-23 Z", PAPER, 0.55)
    for mark in range(4):
        sheet.rect(6, 440 + mark * 18, 14, 2, mix(STEEL, PAPER, 0.3))
    sheet.limb([(-33, 196), (33, 196)], (14, 14), FOAM)


def _microscope(sheet):
    """Seen from the side, its eyepiece towards us on the left; 430 tall."""
    dark, body = mix(SLATE, INK, 0.3), DEEP
    sheet.shape("M-160 4 H150 L180 22 H-120 Z", mix(HAZE, STEEL, 0.45))
    sheet.band("M62 -30 Q186 -150 120 -300 Q96 -346 40 -352", (54, 48, 44, 40), body)
    sheet.shape("M-130 6 V-22 Q-126 -38 -104 -38 H110 Q132 -38 136 -14 V6 Z", dark)
    sheet.rect(-96, -132, 236, 18, dark)
    sheet.rect(-84, -140, 96, 8, CLOUD)
    sheet.rect(-46, -143, 20, 4, RED)
    sheet.limb([(-34, -74), (-34, -44)], (46, 58), STEEL)
    sheet.ellipse(-34, -84, 28, 8, PAPER)
    with sheet.at(-34, -250):
        sheet.rect(-34, -130, 68, 130, body)
        sheet.rect(14, -130, 20, 130, mix(body, INK, 0.3))
        sheet.shape("M-40 0 H40 L24 34 H-24 Z", STEEL)
        sheet.rect(-13, 34, 26, 52, HAZE)
        sheet.rect(-8, 86, 16, 16, dark)
        sheet.rect(-24, -206, 48, 80, STEEL)
        sheet.rect(8, -206, 16, 80, SLATE)
        sheet.rect(-32, -228, 64, 26, dark)
        sheet.shape("M34 -122 H80 V-82 H34 Z", body)
    for y, radius in ((-190, 28), (-110, 22)):
        sheet.circle(136, y, radius, dark)
        sheet.circle(136, y, radius * 0.6, STEEL)
