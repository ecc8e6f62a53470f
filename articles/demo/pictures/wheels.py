"""Pictures of what drives out to the villages: the library bus and the mobile clinic."""

from articles.demo.pictures import people, trees
from articles.demo.pictures.grounds import ridge, rugged, sky
from articles.demo.pictures.palette import (
    BARK,
    CLAY,
    CLOUD,
    CREAM,
    DEEP,
    EARTH,
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
    TERRACOTTA,
    WHEAT,
    mix,
)
from articles.demo.pictures.paths import arc


def wheel(sheet, x, radius):
    """A wheel that touches the ground at ``x`` under its dark arch."""
    sheet.shape(arc(x, -radius * 0.86, radius * 1.24, radius * 1.24, 180, 360), INK)
    sheet.circle(x, -radius, radius, mix(INK, SLATE, 0.35))
    sheet.circle(x, -radius, radius * 0.56, HAZE)
    sheet.circle(x, -radius, radius * 0.2, SLATE)


def library(sheet):
    """The library bus has opened its side in a mountain village."""
    sky(sheet, 0, 380, (CLOUD, mix(CLOUD, CREAM, 0.35), mix(CLOUD, CREAM, 0.7)))
    rugged(sheet, 330, 190, 7, mix(HAZE, CLOUD, 0.3))
    ridge(sheet, "-40 400, 200 330, 420 376, 700 330, 960 390, 1240 340", mix(LEAF, HAZE, 0.45))
    _hamlet(
        sheet, ((930, 350, 96), (1040, 322, 84), (1124, 362, 110), (16, 352, 92), (110, 380, 80))
    )
    sheet.shape("M0 470 Q600 440 1200 470 V800 H0 Z", mix(SAND, STONE, 0.4))
    sheet.shape("M0 640 Q560 600 1200 650 V800 H0 Z", mix(SAND, EARTH, 0.12))
    for x, scale in ((60, 1.0), (1150, 1.15)):
        with sheet.at(x, 560, scale):
            trees.cypress(sheet)
    sheet.shape("M150 668 H1060 L1100 694 H180 Z", mix(EARTH, INK, 0.3))
    with sheet.at(150, 676):
        _book_bus(sheet)
    _readers(sheet)


def _hamlet(sheet, houses):
    for x, top, width in houses:
        sheet.rect(x, top, width, 180, STONE)
        sheet.rect(x + width * 0.66, top, width * 0.34, 180, mix(STONE, EARTH, 0.45))
        sheet.rect(x - 4, top - 6, width + 8, 8, EARTH)
        for column in (0.14, 0.4):
            sheet.rect(x + width * column, top + 26, 14, 24, BARK)


def _book_bus(sheet):
    """Facing left, 900 long; its whole side is shelves under a raised flap."""
    sheet.shape("M896 -40 V-322 Q894 -352 862 -352 H70 Q38 -352 30 -318 L6 -150 V-40 Z", PAPER)
    sheet.shape("M6 -40 V-110 H896 V-40 Z", DEEP)
    sheet.rect(6, -48, 890, 14, INK)
    sheet.shape("M34 -316 H130 V-160 H12 Z", DEEP)
    sheet.shape("M34 -316 H74 L40 -160 H12 Z", mix(DEEP, HAZE, 0.35))
    sheet.rect(10, -96, 20, 18, CREAM)
    sheet.rect(150, -300, 80, 250, STEEL)
    sheet.rect(160, -290, 60, 120, DEEP)
    sheet.rect(264, -306, 590, 206, mix(BARK, INK, 0.35))
    _shelves(sheet, 274, 834)
    sheet.shape("M256 -312 H862 L916 -398 H214 Z", TEAL)
    for index in range(0, 12, 2):
        near, far = 256 + index * 50.5, 214 + index * 58.5
        sheet.shape([(near, -312), (near + 50.5, -312), (far + 58.5, -398), (far, -398)], CREAM)
    sheet.shape("M214 -398 H916 V-384 H214 Z", DEEP)
    for x in (276, 842):
        sheet.line([(x, -250), (x + (-36 if x < 500 else 44), -384)], 4, SLATE)
    for x in (160, 740):
        wheel(sheet, x, 50)


def _shelves(sheet, left, right):
    """Three rows of book backs of all heights, some leaning."""
    cloth = (TEAL, STONE, CLAY, OLIVE, NAVY, WHEAT, HAZE, CREAM, STEEL, TERRACOTTA)
    for foot in (-238, -172, -106):
        x = left
        while x < right:
            width, height = sheet.random.uniform(7, 17), sheet.random.uniform(38, 54)
            color = sheet.random.choice(cloth)
            with sheet.at(x, foot, turn=9 if sheet.random.random() < 0.07 else 0):
                sheet.rect(0, -height, width, height, color)
                sheet.rect(0, -height * 0.8, width, 3, mix(color, INK, 0.35))
            x += width + 1.5
        sheet.rect(left - 8, foot, right - left + 26, 7, EARTH)


def _readers(sheet):
    shade = mix(EARTH, INK, 0.2)
    for x, y, scale, flip, draw in (
        (330, 716, 2.2, True, lambda: people.robed(sheet, NAVY, SAND)),
        (600, 724, 1.72, False, lambda: people.pupil(sheet, PAPER)),
        (690, 722, 1.5, False, lambda: people.pupil(sheet, STEEL)),
        (900, 726, 2.3, True, lambda: people.man(sheet, WHEAT, SLATE)),
    ):
        with sheet.at(x, y, scale, flip=flip):
            sheet.ellipse(6, 0, 26, 3.4, shade)
            draw()
    with sheet.at(480, 740, 2.0):
        sheet.shape("M-15 0 H15 V-28 H-15 Z", BARK)
        people.seated(sheet, CREAM, TEAL)
        sheet.shape("M10 -52 L24 -46 L24 -34 L10 -40 Z", RED)
        sheet.shape("M24 -46 L34 -56 L34 -44 L24 -34 Z", mix(RED, INK, 0.25))
        sheet.shape("M24 -46 L33 -55 L26 -55 L13 -51 Z", PAPER)


def clinic(sheet):
    """A mobile clinic in an oasis village: a hearing test in the shade."""
    sky(sheet, 0, 400, (mix(CLOUD, CREAM, 0.2), mix(CLOUD, CREAM, 0.5), CREAM))
    ridge(sheet, "-40 380, 180 340, 420 372, 760 326, 1000 366, 1240 330", mix(SAND, CREAM, 0.35))
    for x, y, scale in ((812, 480, 0.92), (1170, 480, 1.0)):
        with sheet.at(x, y, scale):
            trees.palm(sheet)
    _hamlet(sheet, ((730, 390, 110), (852, 352, 130), (990, 398, 120), (1104, 372, 110)))
    sheet.shape("M0 480 Q600 460 1200 486 V800 H0 Z", mix(SAND, STONE, 0.35))
    for x, y, scale in ((40, 508, 0.86), (694, 516, 0.98)):
        with sheet.at(x, y, scale):
            sheet.ellipse(26, 0, 50, 5, mix(SAND, EARTH, 0.5))
            trees.palm(sheet)
    sheet.shape("M0 650 Q500 620 1200 660 V800 H0 Z", mix(SAND, EARTH, 0.16))
    sheet.shape("M60 660 H700 L920 712 H140 Z", mix(EARTH, INK, 0.12))
    with sheet.at(70, 664):
        _van(sheet)
    _hearing_test(sheet)


def _van(sheet):
    """A tall white van facing left, 560 long, an awning at its open back half."""
    sheet.shape(
        "M556 -36 V-330 Q556 -350 536 -350 H150 Q120 -350 104 -320 L60 -210 L14 -180"
        " Q2 -170 2 -150 V-36 Z",
        PAPER,
    )
    sheet.shape("M2 -36 V-84 H556 V-36 Z", HAZE)
    sheet.rect(2, -140, 554, 16, TEAL)
    sheet.rect(2, -44, 554, 12, INK)
    sheet.shape("M112 -310 L76 -210 H170 V-310 Z", DEEP)
    sheet.shape("M112 -310 L76 -210 H110 L140 -310 Z", mix(DEEP, HAZE, 0.35))
    sheet.line("M184 -330 V-50", 2.4, HAZE)
    sheet.rect(8, -116, 16, 18, WHEAT)
    sheet.rect(262, -318, 140, 280, mix(DEEP, INK, 0.25))
    for y in (-270, -210, -150):
        sheet.rect(262, y, 140, 6, HAZE)
        for x in range(270, 396, 18):
            sheet.rect(x, y - 26, 12, 26, (CREAM, STEEL, STONE, SAND)[(x + y) // 18 % 4])
    sheet.rect(262, -92, 140, 54, STEEL)
    sheet.rect(436, -300, 96, 84, DEEP)
    sheet.shape("M436 -216 L500 -300 H524 L450 -216 Z", mix(DEEP, HAZE, 0.4))
    sheet.shape("M240 -336 H556 L690 -286 H300 Z", TEAL)
    for index in range(0, 6, 2):
        near, far = 300 + index * 65, 240 + index * 52.7
        sheet.shape([(far, -336), (far + 52.7, -336), (near + 65, -286), (near, -286)], CREAM)
    sheet.shape("M300 -286 H690 V-270 H300 Z", DEEP)
    sheet.line("M684 -272 V40", 5, SLATE)
    sheet.line("M306 -272 V40", 5, SLATE)
    for x in (110, 470):
        wheel(sheet, x, 46)


def _hearing_test(sheet):
    shade = mix(EARTH, INK, 0.2)
    for x, y, scale, flip, draw in (
        (430, 716, 2.35, False, lambda: people.robed(sheet, PAPER, STEEL)),
        (880, 720, 2.25, True, lambda: people.robed(sheet, NAVY, SAND)),
        (950, 724, 1.5, True, lambda: people.man(sheet, STEEL, NAVY)),
        (1060, 718, 2.3, True, lambda: people.robed(sheet, CREAM)),
    ):
        with sheet.at(x, y, scale, flip=flip):
            sheet.ellipse(8, 0, 28, 3.4, shade)
            draw()
    sheet.rect(510, 620, 110, 10, BARK)
    for x in (518, 604):
        sheet.rect(x, 628, 8, 90, BARK)
    sheet.shape("M528 620 V586 H580 L590 620 Z", SLATE)
    sheet.circle(548, 602, 7, HAZE)
    with sheet.at(668, 722, 1.8, flip=True):
        sheet.rect(-14, -28, 28, 28, mix(BARK, INK, 0.2))
        people.seated(sheet, WHEAT, DEEP)
        sheet.line(arc(1, -80, 7.4, 8.6, 185, 330), 2.2, RED)
        sheet.ellipse(-0.6, -78, 3, 4.4, RED)
    sheet.line("M590 604 Q630 640 656 596", 2.4, INK)
