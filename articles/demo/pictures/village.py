"""A picture of the village: its well in the evening."""

from articles.demo.pictures import people, trees
from articles.demo.pictures.grounds import ridge, sky
from articles.demo.pictures.palette import (
    BARK,
    CLAY,
    CLOUD,
    CREAM,
    DEEP,
    EARTH,
    HAZE,
    INK,
    PAPER,
    RED,
    SAND,
    STONE,
    TERRACOTTA,
    mix,
)
from articles.demo.pictures.paths import arc


def well(sheet):
    """Evening at the village well, its bucket just drawn."""
    sky(
        sheet,
        0,
        470,
        (mix(CLOUD, CREAM, 0.35), mix(CLOUD, CREAM, 0.6), CREAM, mix(CREAM, SAND, 0.4)),
    )
    sheet.circle(250, 300, 84, PAPER)
    ridge(
        sheet,
        "-40 420, 180 372, 300 392, 520 430, 800 360, 1000 392, 1240 350",
        mix(SAND, HAZE, 0.4),
    )
    _village(sheet)
    sheet.shape("M0 520 Q300 500 640 512 Q960 524 1200 500 V800 H0 Z", SAND)
    sheet.shape("M0 640 Q400 596 800 628 Q1000 640 1200 620 V800 H0 Z", mix(SAND, EARTH, 0.25))
    sheet.shape("M650 720 Q860 700 1180 716 Q1100 752 760 748 Z", mix(EARTH, INK, 0.28))
    _wellhead(sheet)
    with sheet.at(306, 730, 2.5):
        sheet.ellipse(14, 0, 28, 3.4, mix(EARTH, INK, 0.28))
        people.robed(sheet, DEEP, STONE)
    jar(sheet, 400, 742, 1.0)
    jar(sheet, 196, 752, 0.8)


def _village(sheet):
    wall, shade, dark = STONE, mix(STONE, EARTH, 0.45), mix(BARK, INK, 0.3)
    for x, scale in ((1012, 0.94), (1096, 0.72)):
        with sheet.at(x, 520, scale):
            trees.palm(sheet)
    for x, top, width, dome in (
        (906, 424, 130, True),
        (1030, 388, 104, False),
        (1104, 430, 150, True),
    ):
        if dome:
            sheet.shape(arc(x + width * 0.45, top + 2, width * 0.3, 46, 180, 360), wall)
            sheet.shape(arc(x + width * 0.45, top + 2, width * 0.3, 46, 290, 360), shade)
        sheet.rect(x, top, width, 150, wall)
        sheet.rect(x + width * 0.68, top, width * 0.32, 150, shade)
        sheet.rect(x + 20, top + 28, 12, 20, dark)
        sheet.rect(x + 48, top + 28, 12, 20, dark)
        sheet.rect(x + 32, top + 70, 24, 80, dark)


def _wellhead(sheet):
    timber = mix(BARK, INK, 0.15)
    for x in (520, 860):
        sheet.limb([(x, 610), (x + (690 - x) * 0.1, 300)], (24, 18), timber)
    sheet.limb([(508, 312), (872, 312)], (20, 20), timber)
    sheet.rect(684, 320, 12, 34, INK)
    sheet.circle(690, 366, 28, INK)
    sheet.circle(690, 366, 19, timber)
    sheet.circle(690, 366, 5, INK)
    sheet.line("M667 366 V470", 4, CREAM)
    sheet.line("M713 366 V640", 4, CREAM)
    sheet.ellipse(690, 604, 200, 46, mix(STONE, EARTH, 0.2))
    sheet.ellipse(690, 608, 164, 33, INK)
    sheet.line("M713 480 V626", 4, CREAM)
    _bucket(sheet)
    ring = [*arc(690, 604, 200, 46, 0, 180), (506, 704), *arc(690, 706, 184, 40, 180, 0)]
    with sheet.inside(ring):
        sheet.fill(STONE)
        for row in range(4):
            _course(sheet, 618 + row * 32, row)
        sheet.shape("M760 600 H900 V780 H740 Q800 700 760 600 Z", INK, 0.16)
    sheet.line(arc(690, 604, 200, 46, 0, 180), 8, mix(STONE, PAPER, 0.5))


def _course(sheet, top, row):
    """One course of stones that follows the round of the wall."""
    for index in range(-5, 6):
        x = 690 + index * 46 + row % 2 * 23
        dip = 40 * (1 - ((x - 690) / 205) ** 2) if abs(x - 690) < 205 else 0
        color = mix(STONE, EARTH, sheet.random.uniform(0.15, 0.6))
        sheet.limb([(x - 12, top + dip), (x + 12, top + dip)], (24, 24), color)


def _bucket(sheet):
    sheet.line(arc(667, 500, 32, 32, 180, 360), 4, INK)
    sheet.shape("M632 496 H702 L694 570 H640 Z", RED)
    sheet.shape("M680 496 H702 L694 570 H674 Z", mix(RED, INK, 0.3))
    sheet.ellipse(667, 496, 35, 9, mix(RED, INK, 0.55))
    sheet.ellipse(667, 498, 29, 6, HAZE)
    for x, y in ((650, 584), (672, 592), (686, 580)):
        sheet.shape(arc(x, y, 2.4, 5), HAZE)


def jar(sheet, x, y, scale):
    with sheet.at(x, y, scale):
        sheet.ellipse(16, -2, 52, 9, mix(EARTH, INK, 0.25))
        body = "M-14 -116 Q-20 -96 -38 -80 Q-56 -40 -20 0 H20 Q56 -40 38 -80 Q20 -96 14 -116 Z"
        sheet.shape(body, TERRACOTTA)
        sheet.shape("M2 -116 H14 Q20 -96 38 -80 Q56 -40 20 0 H4 Q34 -50 2 -116 Z", CLAY)
        sheet.limb([(-16, -118), (16, -118)], (9, 9), TERRACOTTA)
        sheet.line("M-38 -66 Q0 -56 38 -66", 3, CREAM)
