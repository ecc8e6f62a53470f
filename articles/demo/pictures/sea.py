"""Pictures of the coast: the port and the fishing boats."""

from articles.demo.pictures import people
from articles.demo.pictures.grounds import gull, mirror, ridge, ripples, sky
from articles.demo.pictures.palette import (
    CLAY,
    CLOUD,
    CREAM,
    DAWN,
    DEEP,
    FOAM,
    HAZE,
    INK,
    PAPER,
    RED,
    SAND,
    SEA,
    SLATE,
    STONE,
    TEAL,
    mix,
)
from articles.demo.pictures.paths import arc, between, points

BOXES = (STONE, TEAL, DEEP, HAZE, SAND, CLAY)
QUAY = 604


def port(sheet):
    """A loaded ship comes in under the cranes of the container quay."""
    sky(sheet, 0, 500, (DAWN, DAWN, mix(DAWN, PAPER, 0.25), mix(DAWN, PAPER, 0.5)))
    sheet.circle(300, 330, 92, PAPER)
    ridge(
        sheet,
        "-40 436, 90 410, 170 416, 340 432, 450 398, 560 412, 720 420,"
        " 840 384, 930 376, 1060 412, 1240 420",
        HAZE,
    )
    ridge(sheet, "-40 470, 200 452, 430 474, 720 450, 1000 470, 1240 440", mix(HAZE, SEA, 0.4))
    sheet.rect(0, 496, 1200, 304, SEA)
    ripples(sheet, 504, 690, FOAM, 80)
    _stack(sheet, 742, QUAY - 24, 5, 3, BOXES[:4])
    for x, scale, load in ((655, 0.94, SAND), (868, 1.1, RED), (1078, 0.9, STONE)):
        with sheet.at(x, QUAY, scale):
            _crane(sheet, load)
    _stack(sheet, 596, QUAY, 12, 4, BOXES)
    sheet.rect(500, QUAY, 700, 30, DEEP)
    sheet.rect(500, QUAY, 700, 6, mix(DEEP, HAZE, 0.35))
    for x in range(520, 1200, 60):
        sheet.rect(x, QUAY + 10, 14, 30, INK)
    mirror(sheet, 500, 1260, 634, 46, mix(SEA, INK, 0.3), pinch=0.12)
    _ship(sheet)
    sheet.rect(0, 748, 1200, 52, mix(SEA, DEEP, 0.4))
    ripples(sheet, 720, 796, mix(FOAM, SEA, 0.4), 60)
    for x, y, span in ((470, 190, 34), (528, 166, 26), (560, 204, 22)):
        gull(sheet, x, y, span, SLATE)


def _stack(sheet, x, floor, columns, rows, colors):
    """Containers in a heap that steps in at both ends as it rises."""
    for row in range(rows):
        for column in range(columns - row):
            color = sheet.random.choice(colors)
            left, top = x + row * 25 + column * 50, floor - 24 - row * 24
            sheet.rect(left, top, 48, 22.6, color)
            for rib in range(5, 48, 7):
                sheet.rect(left + rib, top + 3, 1.4, 17, mix(color, INK, 0.16))


def _crane(sheet, load):
    """A gantry crane on two legs, its boom reaching out over the water to the left."""
    for x in (0, 74):
        sheet.rect(x - 5, -300, 10, 300, INK)
        sheet.rect(x - 14, -8, 28, 8, INK)
    for line in ("M0 -40 L74 -130", "M74 -40 L0 -130", "M0 -156 L74 -250", "M74 -156 L0 -250"):
        sheet.line(line, 3.4, INK)
    sheet.rect(-5, -152, 84, 8, INK)
    sheet.rect(-212, -262, 330, 11, INK)
    for x in range(-204, 112, 22):
        sheet.line([(x, -262), (x + 11, -251)], 2, mix(INK, HAZE, 0.4))
    for foot in ((0, -262), (74, -262)):
        sheet.limb([foot, (36, -372)], (8, 6), INK)
    sheet.line("M20 -318 L54 -318", 5, INK)
    for foot in ((-200, -260), (-90, -260), (112, -260)):
        sheet.line([(36, -370), foot], 2.6, INK)
    sheet.rect(-62, -250, 26, 18, INK)
    for x in (-150, -122):
        sheet.line([(x, -252), (x, -172)], 1.8, INK)
    sheet.rect(-158, -180, 44, 6, INK)
    sheet.rect(-160, -174, 48, 22, load)


def _ship(sheet):
    boxes = [mix(color, INK, 0.06) for color in BOXES]
    _stack(sheet, 88, 612, 6, 4, boxes)
    sheet.rect(396, 508, 52, 104, PAPER)
    sheet.rect(388, 500, 68, 10, DEEP)
    for y in (520, 544, 568):
        sheet.rect(404, y, 36, 8, DEEP)
    sheet.rect(414, 470, 22, 32, SLATE)
    sheet.rect(414, 478, 22, 7, CREAM)
    sheet.line("M64 612 V548", 4, INK)
    sheet.shape("M24 606 Q40 616 70 616 H470 L462 690 H96 Q50 690 24 606 Z", INK)
    sheet.shape("M39 640 L466 640 L462 690 H96 Q58 690 39 640 Z", mix(INK, DEEP, 0.6))
    sheet.shape("M52 664 L464 664 L462 690 H96 Q68 690 52 664 Z", CLAY)
    for x in range(120, 440, 44):
        sheet.rect(x, 627, 14, 4, HAZE)
    sheet.shape("M40 690 Q160 684 300 690 H480 L520 696 Q300 700 20 698 Z", PAPER)
    mirror(sheet, 70, 480, 699, 50, mix(SEA, INK, 0.4))


def fishing(sheet):
    """At first light a man throws his net from a small boat."""
    sky(sheet, 0, 300, (CLOUD, mix(CLOUD, CREAM, 0.35), mix(CLOUD, CREAM, 0.65), CREAM))
    sheet.circle(930, 292, 84, PAPER)
    ridge(sheet, "-40 286, 90 262, 180 270, 260 284, 350 268, 450 280, 600 306", HAZE)
    sheet.rect(0, 298, 1200, 502, SEA)
    _glitter(sheet, 930)
    ripples(sheet, 306, 690, FOAM, 100, 160)
    for x, y, scale in ((250, 338, 0.26), (400, 322, 0.18), (1090, 330, 0.22)):
        with sheet.at(x, y, scale):
            _hull(sheet, SLATE, SLATE)
            sheet.line("M20 -20 V-190", 9, SLATE)
            sheet.shape("M28 -190 Q140 -110 160 -40 H28 Z", mix(SLATE, HAZE, 0.35))
    sheet.rect(0, 716, 1200, 84, mix(SEA, DEEP, 0.35))
    ripples(sheet, 690, 796, mix(FOAM, SEA, 0.35), 50)
    mirror(sheet, 180, 640, 640, 84, mix(SEA, INK, 0.42), pinch=0.4)
    _net(sheet, (603, 410))
    with sheet.at(410, 640, 1.3):
        _fisherman(sheet)
        _hull(sheet, TEAL, RED)
    for x, y, span in ((560, 120, 40), (632, 92, 28), (668, 138, 24)):
        gull(sheet, x, y, span, SLATE)


def _hull(sheet, color, stripe):
    """A wooden boat, its waterline at the origin."""
    side = "M-206 -74 Q-60 -28 60 -30 Q150 -34 208 -66 Q196 -10 150 4 H-130 Q-184 -8 -206 -74 Z"
    sheet.shape(side, color)
    rail = points("M-206 -74 Q-60 -28 60 -30 Q150 -34 208 -66")
    sheet.line([(x, y + 16) for x, y in rail[5:-5]], 5, stripe)
    sheet.line(rail, 9, mix(color, INK, 0.55), ends="round")


def _fisherman(sheet):
    with sheet.at(86, -20, 1.75):
        sheet.limb([(-3, -46), (-12, -24), (-14, 2)], (13, 10, 8), INK)
        sheet.limb([(3, -46), (11, -25), (12, 2)], (13, 10, 8), INK)
        sheet.limb([(5, -76), (20, -84), (34, -92)], (7, 5.5, 4.5), mix(PAPER, INK, 0.25))
        people.head(sheet, x=5, y=-92)
        sheet.shape("M-2 -98 Q5 -110 13 -98 L18 -95 H-3 Z", SAND)
        with sheet.at(0, -46, turn=6):
            sheet.shape([(x, y + 46) for x, y in people.TORSO], PAPER)
        sheet.limb([(2, -77), (18, -72), (31, -80)], (8, 6, 4.5), mix(PAPER, INK, 0.1))
        sheet.circle(33, -81, 3.2, CLAY)
        sheet.circle(36, -93, 3.2, CLAY)


def _net(sheet, hand):
    """A cast net in the air: cords that open from the hand to a weighted ring."""
    rim = arc(868, 520, 74, 168, tilt=-24)
    sheet.shape(rim, PAPER, 0.16)
    for knot in rim[::6]:
        sheet.line([hand, knot], 1.5, PAPER)
    for share in (0.3, 0.46, 0.6, 0.74, 0.87):
        sheet.line([between(hand, knot, share) for knot in rim], 1.5, PAPER)
    sheet.line(rim, 4, PAPER)
    for knot in rim[::8]:
        sheet.circle(*knot, 4.6, INK)


def _glitter(sheet, x):
    """The sun on the water, broken into short bars."""
    for step in range(26):
        y = 304 + step * 11
        reach = 30 + 3.4 * step * sheet.random.uniform(0.5, 1.2)
        shift = sheet.random.uniform(-18, 18)
        sheet.rect(x - reach + shift, y, 2 * reach, 3.4, mix(PAPER, SEA, 0.25 + step * 0.02))
