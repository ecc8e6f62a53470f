"""Pictures of sport: the pool, the running track and the football ground."""

from articles.demo.pictures.grounds import sky
from articles.demo.pictures.palette import (
    CLAY,
    CLOUD,
    CREAM,
    DAWN,
    HAZE,
    INK,
    LEAF,
    NAVY,
    OLIVE,
    PAPER,
    POOL,
    RED,
    SLATE,
    STEEL,
    TERRACOTTA,
    mix,
)
from articles.demo.pictures.paths import arc, smooth

LANE = 160


def swim(sheet):
    """A swimmer seen from above, alone in the middle lane."""
    sheet.fill(POOL)
    for lane in range(6):
        middle = lane * LANE - LANE / 2
        sheet.rect(0, middle - 15, 1200, 30, mix(POOL, NAVY, 0.4))
    for _ in range(90):
        x, y = sheet.random.uniform(-60, 1180), sheet.random.uniform(0, 800)
        _wavelet(sheet, x, y, sheet.random.uniform(46, 96))
    for lane in range(6):
        y = lane * LANE
        sheet.line([(0, y + 9), (1200, y + 9)], 8, mix(POOL, NAVY, 0.4))
        for x in range(-10, 1200, 30):
            color = NAVY if x // 30 % 5 == 0 else CREAM
            sheet.limb([(x, y), (x + 18, y)], (12, 12), color)
    _wake(sheet, 620, 400)
    with sheet.at(620, 400):
        _swimmer(sheet)


def _wavelet(sheet, x, y, length):
    step = length / 4
    line = smooth([(x + step * index, y + (3 if index % 2 else -3)) for index in range(5)])
    sheet.band(line, (0.5, 3.4, 0.5), mix(POOL, CLOUD, 0.32))


def _wake(sheet, x, y):
    """Foam behind the feet and two lines that part from the shoulders."""
    foam = mix(POOL, PAPER, 0.55)
    for side in (-1, 1):
        sheet.band(
            [(x + 120, y + side * 20), (x - 60, y + side * 52), (x - 300, y + side * 66)],
            (1, 6, 1),
            foam,
        )
    for _ in range(46):
        reach = sheet.random.random()
        sheet.circle(
            x - 215 - reach * 130,
            y + sheet.random.uniform(-1, 1) * (20 + 22 * reach),
            sheet.random.uniform(2, 8) * (1.2 - reach),
            mix(POOL, PAPER, 0.8),
        )


def _swimmer(sheet):
    """Front crawl to the right: one arm reaches, the other leaves the water."""
    shade = mix(POOL, NAVY, 0.55)
    with sheet.at(-14, 24):
        sheet.limb([(-210, 6), (-80, 0), (60, 0)], (14, 60, 70), shade)
    sheet.limb([(-60, -13), (-140, -16), (-212, -12)], (34, 25, 13), CLAY)
    sheet.limb([(-60, 13), (-140, 14), (-222, 20)], (34, 25, 13), CLAY)
    sheet.limb([(60, 28), (142, 40), (226, 26)], (27, 22, 16), CLAY)
    sheet.limb([(226, 26), (254, 22)], (17, 10), CLAY)
    back = "-74 -28, -20 -25, 40 -40, 74 -38, 88 0, 74 38, 40 40, -20 25, -74 28"
    sheet.shape(smooth(back, closed=True), CLAY)
    suit = "-92 -28, -40 -27, 10 -26, 30 0, 10 26, -40 27, -92 28, -98 0"
    sheet.shape(smooth(suit, closed=True), INK)
    sheet.limb([(58, -30), (6, -74), (-60, -70)], (27, 22, 15), CLAY)
    sheet.limb([(-60, -70), (-84, -64)], (16, 10), CLAY)
    sheet.band([(-8, 0), (40, 0), (76, 0)], (1, 5, 1), mix(CLAY, INK, 0.25))
    sheet.ellipse(108, 0, 36, 30, RED)
    sheet.band(arc(108, 0, 30, 24, 200, 290), (1, 5, 1), mix(RED, PAPER, 0.35))
    for x, y, radius in ((268, 14, 7), (276, 32, 5), (258, 40, 4), (-104, -66, 6), (-112, -54, 4)):
        sheet.circle(x, y, radius, mix(POOL, PAPER, 0.8))


def track(sheet):
    """A runner alone in the bend, her shadow long behind her."""
    sheet.fill(TERRACOTTA)
    sheet.shape("M0 0 H1200 V196 Q600 276 0 214 Z", LEAF)
    for index in range(4):
        x = index * 360
        sheet.shape(f"M{x} 0 H{x + 170} L{x + 130} 260 H{x - 60} Z", mix(LEAF, OLIVE, 0.28))
    sheet.shape("M0 214 Q600 276 1200 196 V206 Q600 290 0 226 Z", CREAM)
    sheet.shape("M0 226 Q600 290 1200 206 V800 H0 Z", TERRACOTTA)
    edge = mix(TERRACOTTA, INK, 0.08)
    sheet.shape("M0 470 Q600 532 1200 462 V578 Q600 642 0 584 Z", edge)
    for left, middle, right, width in (
        (300, 366, 284, 2.6),
        (380, 444, 368, 3.2),
        (470, 532, 462, 3.8),
        (584, 642, 578, 4.6),
        (718, 766, 712, 5.4),
    ):
        sheet.line(f"M-20 {left} Q600 {middle} 1220 {right}", width, CREAM)
    sheet.shape(
        "M716 624 Q620 616 520 640 L300 686 Q250 690 270 678 L470 628 Q560 596 700 612 Z",
        mix(TERRACOTTA, INK, 0.3),
    )
    with sheet.at(660, 600, 3.3):
        _runner(sheet)


def _runner(sheet):
    """Full stride to the right, 100 units tall, both feet off the ground for an instant."""
    skin = mix(CLAY, INK, 0.45)
    far = mix(CLAY, INK, 0.65)
    sheet.limb([(7, -79), (17, -66), (29, -75)], (6.4, 5.2, 4), far)
    sheet.limb([(-1, -50), (-12, -30), (-36, -28)], (12.5, 9.6, 5.4), far)
    sheet.limb([(-36, -29), (-40, -20)], (5.6, 3.4), INK)
    sheet.limb([(2, -50), (24, -38), (21, -13)], (13, 10, 5.4), skin)
    sheet.limb([(20, -12), (30, -9)], (5.4, 3.6), INK)
    sheet.limb([(-2, -53), (-9, -39)], (14, 13), mix(INK, SLATE, 0.5))
    sheet.limb([(2, -53), (15, -43)], (15, 14), INK)
    sheet.limb([(9, -84), (11, -90)], (6, 5), skin)
    vest = "2 -83, -3 -72, -6 -50, 9 -48, 14 -70, 15 -80, 9 -84"
    sheet.shape(smooth(vest, closed=True), PAPER)
    sheet.shape("6 -75, 11 -69, 6 -63, 1 -69", RED)
    sheet.ellipse(14, -94, 6, 7, skin)
    sheet.shape([*arc(13, -95, 6.8, 7.6, 120, 330), (12, -95)], INK)
    sheet.limb([(7, -97), (-1, -99), (-9, -94)], (5, 4.6, 1.6), INK)
    sheet.limb([(5, -79), (-11, -70), (-5, -55)], (7, 5.8, 4.2), skin)


def football(sheet):
    """A penalty: the ball on its spot, the keeper small in a wide goal."""
    sky(sheet, 0, 170, (CLOUD, mix(CLOUD, DAWN, 0.6), DAWN))
    _stand(sheet)
    _pitch(sheet)
    _goal(sheet)
    with sheet.at(600, 476, 1.42):
        _keeper(sheet)
    sheet.ellipse(500, 704, 74, 11, CREAM)
    sheet.shape("M490 708 Q600 694 716 698 Q670 716 540 716 Z", mix(OLIVE, INK, 0.35))
    with sheet.at(500, 656, 1.08):
        _ball(sheet)


def _stand(sheet):
    """Tiers full of people under a thin roof, with lights at both ends."""
    for x in (90, 1110):
        sheet.rect(x - 5, 40, 10, 200, SLATE)
        sheet.rect(x - 52, 22, 104, 40, SLATE)
        for lamp in range(8):
            sheet.circle(x - 39 + lamp % 4 * 26, 33 + lamp // 4 * 18, 7, PAPER)
    sheet.shape("M0 128 L1200 128 V420 H0 Z", SLATE)
    shirts = (STEEL, HAZE, NAVY, CREAM, CLAY, STEEL)
    for row in range(11):
        y = 176 + row * 21
        sheet.rect(0, y + 11, 1200, 3, mix(SLATE, INK, 0.5))
        for seat in range(62):
            if sheet.random.random() < 0.9:
                x = seat * 20 + row % 2 * 10 + sheet.random.uniform(-2, 2)
                shirt = mix(sheet.random.choice(shirts), SLATE, 0.3)
                sheet.shape([*arc(x, y + 11, 8, 9, 180, 360)], shirt)
                sheet.circle(x, y - 1, 4.6, mix(CLAY, SLATE, 0.25))
    sheet.shape("M0 112 H1200 V150 L1160 142 H40 L0 150 Z", INK)
    sheet.rect(0, 392, 1200, 32, NAVY)
    sheet.rect(0, 392, 1200, 5, HAZE)


def _pitch(sheet):
    """Grass mown in stripes, seen from just behind the ball."""
    sheet.rect(0, 424, 1200, 376, LEAF)
    edges = [410 + 840 / distance for distance in (40, 22, 16, 12.4, 9.6, 7.2, 5.2, 3.7, 2.7, 2.15)]
    for top, foot in zip(edges[::2], edges[1::2], strict=True):
        sheet.rect(0, top, 1200, foot - top, mix(LEAF, OLIVE, 0.45))
    sheet.rect(0, 469, 1200, 6, CREAM)
    sheet.rect(0, 509, 1200, 7, CREAM)


def _goal(sheet):
    net = mix(HAZE, SLATE, 0.2)
    for step in range(31):
        x = 330 + step * 18
        sheet.line([(x, 292), (372 + step * 15.2, 462)], 1.3, net)
    for step in range(11):
        share = step / 10
        sheet.line(
            [(330 + 42 * share, 292 + 170 * share), (870 - 42 * share, 292 + 170 * share)], 1.3, net
        )
    for post, back in ((330, 372), (870, 828)):
        for step in range(9):
            share = step / 8
            sheet.line(
                [(post, 292 + 180 * share), (post + (back - post) * share, 292 + 170 * share)],
                1.3,
                net,
            )
    sheet.line("M330 476 V290 H870 V476", 9, PAPER)
    sheet.rect(325.5, 285.5, 549, 9, PAPER)


def _keeper(sheet):
    """Facing us on bent knees, gloves wide."""
    sheet.ellipse(4, 1, 34, 3.4, mix(OLIVE, INK, 0.35))
    for side in (-1, 1):
        sheet.limb([(side * 5, -46), (side * 14, -26), (side * 13, -4)], (12, 9, 6.5), CLAY)
        sheet.limb([(side * 13, -14), (side * 13, -3)], (7.4, 6.4), INK)
        sheet.limb([(side * 13, -2), (side * 18, -1)], (4.4, 3.6), INK)
        sheet.limb([(side * 5, -47), (side * 12, -32)], (13, 12), INK)
        sheet.limb([(side * 9, -75), (side * 25, -66), (side * 36, -80)], (8, 6.6, 5.4), RED)
        sheet.limb([(side * 36, -81), (side * 38, -87)], (7, 6), PAPER)
    sheet.rect(-3, -86, 6, 8, mix(CLAY, INK, 0.2))
    sheet.shape(
        smooth("-5 -81, -12 -76, -10 -60, -9 -45, 9 -45, 10 -60, 12 -76, 5 -81", closed=True), RED
    )
    sheet.ellipse(0, -90, 5.8, 7, CLAY)
    sheet.shape(arc(0, -91.5, 6.4, 7, 190, 350), INK)


def _ball(sheet):
    """A football 100 units wide: one whole dark patch, five more cut by the edge."""
    star = [arc(-4, -4, 17, 17, turn, turn)[0] for turn in range(-90, 270, 72)]
    outer = [arc(-4, -4, 34, 34, turn, turn)[0] for turn in range(-90, 270, 72)]
    sheet.circle(0, 0, 50, PAPER)
    with sheet.inside(arc(0, 0, 50, 50)):
        sheet.shape("M-50 50 Q0 46 26 22 Q44 0 38 -40 L60 -50 V60 H-50 Z", mix(PAPER, INK, 0.14))
        sheet.shape(star, INK)
        for index, (near, knot) in enumerate(zip(star, outer, strict=True)):
            sheet.line([near, knot], 2.6, INK)
            with sheet.at(*knot, turn=72 * index):
                sheet.shape("M0 0 L15 -8 L22 -40 H-22 L-15 -8 Z", INK)
                sheet.line("M14 -8 L30 -2", 2.6, INK)
                sheet.line("M-14 -8 L-30 -2", 2.6, INK)
