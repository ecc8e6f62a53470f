"""Pictures of city streets: the tram and the bus."""

from articles.demo.pictures import people, trees
from articles.demo.pictures.grounds import sky
from articles.demo.pictures.palette import (
    BARK,
    CLAY,
    CLOUD,
    CREAM,
    DAWN,
    DEEP,
    EARTH,
    FOREST,
    HAZE,
    INK,
    LEAF,
    NAVY,
    OLIVE,
    PAPER,
    RED,
    SAND,
    SLATE,
    STEEL,
    STONE,
    TEAL,
    mix,
)
from articles.demo.pictures.paths import arc, between, bezier
from articles.demo.pictures.wheels import wheel

# Where the lines of the boulevard meet.
FAR = (600, 400)


def tram(sheet):
    """The tram comes down the boulevard between trees and arcades."""
    sky(sheet, 0, 420, (mix(CLOUD, HAZE, 0.2), CLOUD, mix(CLOUD, CREAM, 0.5)))
    sheet.rect(0, 400, 1200, 400, mix(STONE, HAZE, 0.3))
    for flip in (False, True):
        with sheet.at(600, 0, flip=flip):
            _block(sheet, lit=flip)
    _tracks(sheet)
    _wires(sheet)
    for reach, scale in ((0.42, 0.34), (0.58, 0.5), (0.78, 0.74), (1.08, 1.1)):
        for side in (-1, 1):
            x, y = between(FAR, (600 + side * 500, 690), reach)
            with sheet.at(x, y, scale):
                _plane_tree(sheet)
        if reach == 0.58:
            _crossing(sheet)
    with sheet.at(600, 716):
        _tram_front(sheet)


def _block(sheet, lit):
    """One side of the street in perspective, drawn to the right of the middle line."""
    wall = mix(CREAM, STONE, 0.4) if lit else mix(STONE, EARTH, 0.45)
    for start, end, height in ((900, 300, 640), (300, 150, 420), (150, 84, 300), (84, 56, 210)):
        shade = mix(wall, SLATE, 0.04 * (900 - start) / 150)
        _facade(sheet, start, end, height, shade)


def _facade(sheet, near, far, height, wall):
    """Walls whose floor and roof run to the far point; ``near`` and ``far`` lie off its axis."""
    slope = height / 600

    def at(x, level):
        return x, 400 + (1 - level) * x * 0.34 - level * x * slope * 1.9

    sheet.shape([at(far, 0), at(near, 0), at(near, 1), at(far, 1)], wall)
    sheet.shape([at(far, 0.97), at(near, 0.97), at(near, 1), at(far, 1)], mix(wall, INK, 0.35))
    sheet.shape(
        [at(far, 0.32), at(near, 0.32), at(near, 0.34), at(far, 0.34)], mix(wall, PAPER, 0.5)
    )
    columns = 7 if near == 900 else 4
    ratio = near / far
    for column in range(columns):
        a = far * ratio ** ((column + 0.2) / columns)
        b = far * ratio ** ((column + 0.72) / columns)
        for low, high in ((0.44, 0.58), (0.68, 0.84)):
            sheet.shape([at(a, low), at(b, low), at(b, high), at(a, high)], mix(TEAL, INK, 0.15))
            sheet.shape(
                [at(a, low), at(a * 0.7 + b * 0.3, low), at(a * 0.7 + b * 0.3, high), at(a, high)],
                mix(wall, PAPER, 0.35),
            )
        top = at((a + b) / 2, 0.27)
        arch = [
            at(a, 0),
            *bezier([at(a, 0.17), at(a, 0.17), at(a, 0.23), top]),
            *bezier([top, at(b, 0.23), at(b, 0.17), at(b, 0.17)]),
            at(b, 0),
        ]
        sheet.shape(arch, mix(wall, INK, 0.62))


def _tracks(sheet):
    sheet.shape([FAR, (150, 800), (1050, 800)], mix(STEEL, HAZE, 0.35))
    for depth in (1.0, 0.82, 0.66, 0.53, 0.42, 0.33, 0.26, 0.2):
        y = 400 + 400 * depth
        sheet.rect(600 - 450 * depth, y, 900 * depth, 3 * depth + 0.5, mix(STEEL, HAZE, 0.1))
    sheet.shape([FAR, (340, 800), (860, 800)], mix(STONE, STEEL, 0.35))
    for foot in (415, 785):
        sheet.shape([FAR, (foot - 9, 800), (foot + 9, 800)], SLATE)
        sheet.shape([FAR, (foot - 3, 800), (foot + 2, 800)], HAZE)


def _wires(sheet):
    for x, y in ((150, 0), (520, 0), (680, 0), (1050, 0)):
        sheet.line([(x, y), (600, 372)], 2, SLATE)
    for reach in (0.4, 0.62, 0.95):
        y = 372 - 330 * reach
        sheet.line(
            [(600 - 560 * reach, y + 12), (600, y + 20 * reach), (600 + 560 * reach, y + 12)],
            1.8,
            SLATE,
        )


def _plane_tree(sheet):
    """A street tree in its iron ring, 330 tall."""
    sheet.ellipse(6, 2, 60, 9, mix(STONE, SLATE, 0.45))
    sheet.limb([(0, 0), (2, -90), (0, -170)], (18, 13, 10), mix(BARK, STEEL, 0.3))
    trees.crown(sheet, 0, -232, 96, 100, (FOREST, OLIVE, LEAF), 60)


def _crossing(sheet):
    for x, y, scale, flip, draw in (
        (400, 560, 0.8, False, lambda: people.walker(sheet, NAVY, SLATE)),
        (808, 572, 0.86, True, lambda: people.robed(sheet, TEAL, SAND)),
        (840, 568, 0.84, True, lambda: people.walker(sheet, SAND, SLATE)),
    ):
        with sheet.at(x, y, scale, flip=flip):
            sheet.ellipse(8, 0, 24, 3, mix(STONE, SLATE, 0.45))
            draw()


def _tram_front(sheet):
    """The front car seen head on, 300 wide, standing on the rails."""
    sheet.shape("M-164 0 H164 L190 22 H-190 Z", mix(STEEL, INK, 0.55))
    sheet.line("M0 -436 L-60 -486", 4, INK)
    sheet.line("M60 -486 L0 -436", 4, INK)
    sheet.limb([(-84, -488), (84, -488)], (6, 6), INK)
    sheet.rect(-86, -438, 172, 16, SLATE)
    sheet.shape("M-148 -14 V-330 Q-144 -420 -110 -424 H110 Q144 -420 148 -330 V-14 Z", PAPER)
    sheet.shape("M-148 -178 H148 V-14 H-148 Z", TEAL)
    sheet.shape("M96 -178 H148 V-14 H96 Q110 -90 96 -178 Z", mix(TEAL, INK, 0.2))
    sheet.rect(-148, -186, 296, 12, DEEP)
    sheet.shape("M-124 -200 V-330 Q-120 -362 -100 -364 H100 Q120 -362 124 -330 V-200 Z", DEEP)
    sheet.shape("M-124 -216 V-330 Q-120 -362 -100 -364 H-20 Z", mix(DEEP, HAZE, 0.3))
    sheet.rect(-3, -364, 6, 164, PAPER)
    sheet.shape([*arc(58, -200, 40, 60, 180, 360)], INK)
    sheet.circle(58, -272, 19, CLAY)
    sheet.shape("M38 -276 Q38 -296 58 -297 Q78 -296 78 -276 L84 -272 H34 Z", INK)
    sheet.limb([(-64, -392), (64, -392)], (34, 34), RED)
    for x in (-104, 104):
        sheet.circle(x, -116, 19, SLATE)
        sheet.circle(x, -116, 14, CREAM)
    sheet.rect(-50, -140, 100, 6, HAZE)
    sheet.rect(-50, -120, 100, 6, HAZE)
    sheet.shape("M-160 -40 H160 V-18 Q156 0 120 0 H-120 Q-156 0 -160 -18 Z", INK)
    for x in (-92, 92):
        sheet.rect(x - 12, -6, 24, 14, mix(INK, SLATE, 0.6))
    for x in (-170, 156):
        sheet.rect(x, -320, 14, 46, SLATE)


def bus(sheet):
    """The city bus pulls in; people wait under the shelter."""
    sky(sheet, 0, 470, (mix(DAWN, CLOUD, 0.5), DAWN, mix(DAWN, PAPER, 0.3), mix(DAWN, CREAM, 0.6)))
    sheet.circle(980, 150, 66, PAPER)
    _skyline(sheet)
    sheet.rect(0, 560, 1200, 240, mix(STEEL, INK, 0.25))
    sheet.rect(0, 520, 1200, 74, mix(STONE, SAND, 0.3))
    for x in range(-20, 1200, 92):
        sheet.line([(x + 26, 520), (x, 594)], 2, SAND)
    sheet.rect(0, 590, 1200, 14, mix(STONE, EARTH, 0.6))
    sheet.rect(0, 596, 1200, 8, mix(EARTH, INK, 0.35))
    with sheet.at(70, 560, 1.15):
        trees.palm(sheet)
    _shelter(sheet)
    sheet.shape("M70 668 H850 L880 690 H110 Z", mix(STEEL, INK, 0.55))
    with sheet.at(76, 672):
        _city_bus(sheet)
    sheet.dashes("M-40 746 H1240", 9, CREAM, 120, 80)


def _skyline(sheet):
    """Flat roofs, a dome and two minarets in the haze, nearer houses before them."""
    far = mix(HAZE, DAWN, 0.35)
    for x, top, width in (
        (0, 380, 130),
        (120, 350, 90),
        (330, 330, 120),
        (440, 372, 150),
        (760, 340, 110),
        (860, 366, 160),
        (1080, 330, 120),
    ):
        sheet.rect(x, top, width, 200, far)
    sheet.shape("M560 400 Q552 316 640 286 Q728 316 720 400 V540 H560 Z", far)
    sheet.line("M640 290 V258", 4, far)
    for x, top in ((536, 190), (734, 214)):
        sheet.rect(x, top, 16, 330, far)
        sheet.rect(x - 6, top + 60, 28, 8, far)
        sheet.shape([(x - 1, top), (x + 8, top - 40), (x + 17, top)], far)
    near = mix(STONE, HAZE, 0.35)
    for x, top, width in (
        (-10, 440, 210),
        (206, 416, 150),
        (640, 430, 190),
        (836, 404, 140),
        (982, 436, 230),
    ):
        sheet.rect(x, top, width, 120, near)
        sheet.rect(x, top, width, 7, mix(near, SLATE, 0.3))
        sheet.rect(x + width * 0.72, top, width * 0.28, 120, mix(near, SLATE, 0.18))
        for column in range(int(width // 44)):
            sheet.rect(x + 18 + column * 42, top + 28, 16, 26, mix(near, SLATE, 0.5))


def _city_bus(sheet):
    """760 long, facing right, its wheels on the origin."""
    sheet.shape("M10 -30 V-262 Q12 -286 36 -286 H720 Q748 -286 754 -256 L766 -120 V-30 Z", PAPER)
    sheet.shape("M10 -30 V-122 H766 V-30 Z", TEAL)
    sheet.rect(10, -130, 756, 8, DEEP)
    sheet.rect(10, -40, 756, 12, INK)
    sheet.limb([(60, -292), (250, -292)], (16, 16), HAZE)
    sheet.shape("M700 -250 H734 Q742 -250 744 -240 L754 -140 H700 Z", DEEP)
    sheet.shape("M722 -250 H734 Q742 -250 744 -240 L749 -190 Z", mix(DEEP, HAZE, 0.35))
    for index in range(6):
        x = 34 + index * 92
        sheet.rect(x, -250, 82, 108, DEEP)
        if index not in (1, 4):
            shirt = (SAND, HAZE, CLAY, CREAM, SAND, HAZE)[index]
            sheet.shape([*arc(x + 44, -142, 24, 36, 180, 360)], shirt)
            sheet.circle(x + 46, -190, 15, mix(CLAY, INK, 0.15))
            sheet.shape(arc(x + 44, -193, 16, 16, 150, 335), INK)
        sheet.shape(
            [(x + 46, -250), (x + 82, -250), (x + 82, -216), (x + 26, -142), (x + 4, -142)],
            mix(DEEP, HAZE, 0.5),
            0.35,
        )
    for x in (594, 642):
        sheet.rect(x, -250, 44, 212, STEEL)
        sheet.rect(x + 6, -240, 32, 190, DEEP)
        sheet.shape(
            [
                (x + 26, -240),
                (x + 38, -240),
                (x + 38, -170),
                (x + 10, -50),
                (x + 6, -50),
                (x + 6, -110),
            ],
            mix(DEEP, HAZE, 0.4),
        )
    sheet.limb([(742, -74), (758, -74)], (14, 14), CREAM)
    sheet.rect(10, -100, 8, 40, CLAY)
    for x in (130, 500):
        wheel(sheet, x, 46)


def _shelter(sheet):
    sheet.rect(930, 380, 230, 176, CLOUD)
    sheet.shape("M930 470 L1030 380 H1090 L930 536 Z", mix(CLOUD, PAPER, 0.6))
    for x in (926, 1040, 1156):
        sheet.rect(x, 368, 8, 202, SLATE)
    sheet.shape("M896 352 H1186 V370 H896 Z", INK)
    sheet.rect(940, 524, 208, 10, BARK)
    sheet.rect(960, 534, 8, 36, SLATE)
    sheet.rect(1120, 534, 8, 36, SLATE)
    sheet.rect(884, 380, 8, 208, SLATE)
    sheet.circle(888, 366, 31, PAPER)
    sheet.circle(888, 366, 27, RED)
    sheet.rect(873, 355, 30, 17, PAPER)
    sheet.rect(876, 358, 24, 6, RED)
    for x in (880, 896):
        sheet.circle(x, 373, 4, PAPER)
    with sheet.at(1090, 572, 1.72, flip=True):
        people.seated(sheet, SAND, SLATE)
    with sheet.at(1006, 582, 1.62, flip=True):
        people.robed(sheet, DEEP, CREAM)
    with sheet.at(958, 584, 1.06, flip=True):
        people.man(sheet, STONE, NAVY)
