"""Pictures of the countryside: the wheat and the olive harvest."""

from articles.demo.pictures import people, trees
from articles.demo.pictures.grounds import ridge, sky
from articles.demo.pictures.palette import (
    BARK,
    CLAY,
    CLOUD,
    CREAM,
    DAWN,
    EARTH,
    FOREST,
    HAZE,
    INK,
    LEAF,
    OLIVE,
    PAPER,
    RED,
    SAND,
    SLATE,
    STEEL,
    STONE,
    STRAW,
    STUBBLE,
    TEAL,
    WHEAT,
    mix,
)
from articles.demo.pictures.paths import arc, between
from articles.demo.pictures.village import jar

ROWS = 46


def fields(sheet):
    """Ripe wheat runs up to the silos and one red barn."""
    sky(sheet, 0, 310, (mix(DAWN, CLOUD, 0.5), DAWN, mix(DAWN, PAPER, 0.4)))
    _clouds(sheet)
    ridge(sheet, "-40 286, 180 262, 330 274, 560 288, 760 258, 900 246, 1030 268, 1240 262", HAZE)
    ridge(sheet, "-40 300, 300 292, 640 300, 860 284, 1040 290, 1240 282", mix(LEAF, HAZE, 0.3))
    sheet.rect(0, 302, 1200, 498, WHEAT)
    for row in range(-ROWS, ROWS):
        near, far = 600 + row * 150, 600 + row * 14
        color = STRAW if row % 2 else STUBBLE
        sheet.shape([(far, 302), (far + 7, 302), (near + 74, 800), (near, 800)], color)
    _silos(sheet)
    for x, scale in ((880, 0.42), (912, 0.5), (946, 0.4), (1090, 0.34), (80, 0.36), (112, 0.3)):
        with sheet.at(x, 306, scale):
            trees.cypress(sheet, mix(FOREST, HAZE, 0.15))
    _ears(sheet)


def _clouds(sheet):
    for x, y, length in ((690, 96, 250), (620, 116, 200), (980, 168, 180), (60, 150, 140)):
        sheet.limb([(x, y), (x + length, y)], (16, 16), mix(DAWN, PAPER, 0.8))


def _silos(sheet):
    for x, top, width in ((220, 140, 84), (400, 140, 84), (308, 96, 88)):
        sheet.rect(x, top, width, 214 - (top - 96), STONE)
        sheet.rect(x + width * 0.62, top, width * 0.38, 214 - (top - 96), mix(STONE, SLATE, 0.28))
        for y in range(top + 26, 300, 34):
            sheet.rect(x, y, width, 2, mix(STONE, SLATE, 0.4))
        sheet.shape([(x - 5, top), (x + width / 2, top - 34), (x + width + 5, top)], STEEL)
        sheet.shape(
            [(x + width / 2, top - 34), (x + width + 5, top), (x + width * 0.6, top)], SLATE
        )
    sheet.line("M306 150 V310", 4, SLATE)
    sheet.shape("M500 312 V246 L536 218 L572 246 V312 Z", RED)
    sheet.shape("M536 218 L572 246 L640 246 L604 218 Z", SLATE)
    sheet.rect(572, 246, 68, 66, mix(RED, INK, 0.35))
    sheet.rect(524, 270, 24, 42, mix(RED, INK, 0.55))
    sheet.rect(190, 306, 470, 8, mix(STUBBLE, INK, 0.4))


def _ears(sheet):
    """A few ears close by, at both feet of the sheet."""
    shades = (mix(STUBBLE, INK, 0.45), mix(STRAW, PAPER, 0.35), CREAM)
    for index in range(30):
        side = index % 2
        spread = sheet.random.random() * (250 - index * 2)
        x = 1206 - spread if side else -6 + spread
        height = 190 - spread * 0.42 + sheet.random.uniform(-16, 16)
        with sheet.at(x, 850, 1.5):
            lean = sheet.random.uniform(8, 30) * (-1 if side else 1)
            trees.ear(sheet, height, lean, shades[index // 10])


def olive(sheet):
    """The olive harvest: an old tree on its terrace, a net below, a picker in a red scarf."""
    sky(sheet, 0, 420, (CLOUD, mix(CLOUD, CREAM, 0.4), mix(CLOUD, CREAM, 0.75)))
    ridge(sheet, "-40 330, 140 290, 330 330, 520 280, 760 318, 980 262, 1240 300", HAZE)
    ridge(sheet, "-40 420, 200 366, 420 400, 700 352, 930 390, 1240 346", mix(LEAF, HAZE, 0.35))
    _orchard(sheet)
    _terrace(sheet)
    sheet.shape(
        "M330 668 Q640 620 1010 664 Q1090 690 1020 716 Q680 760 350 722 Q250 694 330 668 Z",
        mix(STONE, CREAM, 0.35),
    )
    for _ in range(170):
        x, y = sheet.random.gauss(670, 150), sheet.random.gauss(694, 16)
        if ((x - 680) / 350) ** 2 + ((y - 692) / 40) ** 2 < 1:
            sheet.ellipse(x, y, 4.6, 3.4, sheet.random.choice((FOREST, INK, OLIVE)))
    _olive_tree(sheet)
    _pickers(sheet)
    jar(sheet, 176, 768, 1.15)


def _orchard(sheet):
    """Rows of small round trees on the slope behind."""
    for row, (y, scale) in enumerate(((414, 0.5), (446, 0.7), (486, 1.0))):
        for column in range(-1, int(16 / scale**0.6)):
            x = column * 92 * scale + row * 37 + sheet.random.uniform(-8, 8)
            foot = y + sheet.random.uniform(-4, 4) - x * 0.02
            sheet.rect(x - 2 * scale, foot, 4 * scale, 16 * scale, BARK)
            sheet.ellipse(
                x, foot - 8 * scale, 26 * scale, 19 * scale, mix(OLIVE, HAZE, 0.32 - row * 0.1)
            )
            sheet.ellipse(
                x - 6 * scale,
                foot - 13 * scale,
                15 * scale,
                9 * scale,
                mix(LEAF, HAZE, 0.3 - row * 0.1),
            )


def _terrace(sheet):
    """Red-brown earth held by a dry stone wall."""
    sheet.shape("M0 520 Q600 486 1200 512 V800 H0 Z", mix(SAND, CLAY, 0.12))
    sheet.shape("M0 520 Q600 486 1200 512 V560 Q600 540 0 572 Z", mix(EARTH, STONE, 0.35))
    for row in range(3):
        x = -20.0 - row * 18
        while x < 1200:
            width = sheet.random.uniform(34, 66)
            y = 522 + row * 16 - 26 * (1 - abs(x - 600) / 620)
            color = mix(STONE, SLATE, sheet.random.uniform(0.1, 0.42))
            sheet.limb([(x + 7, y + 8), (x + width - 9, y + 8)], (14, 14), color)
            x += width
    for y in (612, 742, 780):
        for _ in range(16):
            x = sheet.random.uniform(0, 1200)
            sheet.rect(
                x,
                y + sheet.random.uniform(-26, 18),
                sheet.random.uniform(20, 60),
                2.4,
                mix(SAND, CLAY, 0.4),
            )


def _olive_tree(sheet):
    trunk = mix(BARK, STEEL, 0.25)
    leaves = (FOREST, OLIVE, LEAF)
    trees.crown(sheet, 560, 236, 190, 120, leaves, 210)
    trees.crown(sheet, 880, 250, 190, 124, leaves, 210)
    sheet.shape(
        "M600 700 Q650 668 646 600 Q640 520 560 430 Q520 380 500 320 L530 306 Q560 380 620 424"
        " Q664 452 690 380 L700 290 L736 288 Q738 390 748 430 Q800 420 850 320 L884 330"
        " Q850 430 790 482 Q754 540 770 620 Q776 676 830 704 Q770 690 740 700 Q700 690 670 702 Z",
        trunk,
    )
    for groove in (
        "M690 690 Q716 600 690 520 Q676 470 640 440",
        "M720 660 Q734 590 718 520",
        "M742 690 Q736 600 756 500",
        "M664 640 Q676 590 660 530",
    ):
        sheet.band(groove, (1, 7, 1), mix(trunk, INK, 0.35))
    sheet.ellipse(704, 580, 11, 24, mix(trunk, INK, 0.55))
    trees.crown(sheet, 716, 178, 230, 140, leaves, 320)
    trees.crown(sheet, 470, 300, 110, 72, leaves, 110)
    trees.crown(sheet, 960, 326, 116, 74, leaves, 120)
    trees.crown(sheet, 930, 404, 62, 52, leaves, 60)
    for _ in range(70):
        turn, reach = sheet.random.uniform(0, 360), sheet.random.random() ** 0.5
        x, y = arc(716, 230, 330 * reach, 130 * reach, turn, turn)[0]
        sheet.ellipse(x, y, 4, 5, INK)


def _pickers(sheet):
    for foot in ((300, 706), (356, 712)):
        top = between(foot, (466, 300), 1)
        sheet.line([foot, (top[0] + (foot[0] - 300) * 0.4, top[1])], 7, CREAM)
    for step in range(1, 11):
        share = step / 11
        sheet.line(
            [between((300, 706), (466, 300), share), between((356, 712), (488, 300), share)],
            5,
            CREAM,
        )
    with sheet.at(990, 716, 2.1, flip=True):
        sheet.ellipse(10, 0, 28, 3.4, mix(EARTH, INK, 0.25))
        people.robed(sheet, TEAL, RED)
        sheet.limb([(9, -74), (22, -90), (26, -112)], (8, 6.4, 4.6), mix(TEAL, INK, 0.22))
        sheet.circle(27, -115, 3, CLAY)
    sheet.shape("M1076 652 H1164 L1150 722 H1090 Z", SAND)
    for y in (668, 686, 704):
        sheet.rect(1082, y, 76, 3, EARTH)
    sheet.ellipse(1120, 652, 46, 13, EARTH)
    sheet.ellipse(1120, 649, 40, 11, FOREST)
    for _ in range(24):
        sheet.circle(
            1120 + sheet.random.uniform(-34, 34), 648 + sheet.random.uniform(-9, 4), 4, OLIVE
        )
