"""Pictures of the sky: rain over the mountain road and stars over the observatory."""

from articles.demo.pictures import trees
from articles.demo.pictures.grounds import ridge, rugged, sky
from articles.demo.pictures.palette import (
    CLOUD,
    CREAM,
    DAWN,
    DUSK,
    FOAM,
    FOREST,
    HAZE,
    INK,
    NAVY,
    NIGHT,
    OLIVE,
    PAPER,
    RED,
    SEA,
    SLATE,
    STEEL,
    mix,
)
from articles.demo.pictures.paths import arc, bezier, ribbon, smooth

POLE = (770, 250)


def rain(sheet):
    """A flood has cut the mountain road; one red umbrella stops at its edge."""
    grey = mix(HAZE, STEEL, 0.45)
    sky(
        sheet,
        0,
        440,
        (mix(grey, SLATE, 0.35), mix(grey, SLATE, 0.15), grey, mix(grey, CLOUD, 0.25)),
    )
    _clouds(sheet, mix(grey, SLATE, 0.5))
    rugged(sheet, 390, 130, 12, mix(grey, STEEL, 0.5))
    rugged(sheet, 470, 120, 9, mix(STEEL, grey, 0.15))
    rugged(sheet, 540, 90, 11, mix(OLIVE, STEEL, 0.55))
    ridge(sheet, "-40 500, 160 520, 330 556, 560 540, 800 556, 1000 512, 1240 490", OLIVE)
    ridge(sheet, "-40 560, 220 600, 430 640, 680 600, 900 650, 1240 560", FOREST)
    _road(sheet)
    _flood(sheet)
    with sheet.at(330, 716, 1.75):
        _umbrella(sheet)
    for _ in range(240):
        x, y = sheet.random.uniform(-40, 1240), sheet.random.uniform(-40, 800)
        length = sheet.random.uniform(24, 70)
        sheet.shape(
            [
                (x, y),
                (x + 2.2, y),
                (x + 2.2 - length * 0.27, y + length),
                (x - length * 0.27, y + length),
            ],
            PAPER,
            0.34,
        )


def _clouds(sheet, color):
    for x, y, length, depth in (
        (-60, 40, 520, 70),
        (380, 20, 420, 60),
        (740, 56, 560, 76),
        (200, 96, 260, 40),
        (620, 120, 240, 34),
    ):
        sheet.limb([(x, y), (x + length, y)], (depth, depth), color)


def _road(sheet):
    spine = smooth("60 860, 230 740, 420 664, 600 620, 800 590, 970 566, 1240 520")
    sheet.shape(ribbon(spine, (210, 150, 96, 66, 46, 34, 26)), mix(STEEL, INK, 0.12))
    sheet.shape(ribbon(spine, (190, 134, 84, 58, 39, 29, 21)), mix(STEEL, FOAM, 0.35))
    sheet.dashes(spine, 5, CREAM, 34, 26)


def _flood(sheet):
    """The river comes down in bends and spreads over the road."""
    left = "702 498, 654 524, 688 552, 666 590, 640 640, 630 700, 580 820"
    right = "990 820, 910 720, 850 664, 762 622, 722 586, 738 556, 694 528, 708 500"
    banks = [*smooth(left), *smooth(right)]
    sheet.shape([(x + (8 if x > 720 else -8), y) for x, y in banks], mix(SEA, SLATE, 0.35))
    sheet.shape(banks, mix(HAZE, CLOUD, 0.4))
    for flow in (
        "M682 600 Q660 660 690 700 Q700 760 650 810",
        "M700 610 Q720 660 760 710 Q790 760 770 810",
        "M724 616 Q800 660 840 720 Q880 770 890 810",
        "M676 566 Q690 590 690 606",
    ):
        sheet.dashes(flow, 3.4, mix(FOAM, SEA, 0.2), 58, 40)
    for x, y, rx in ((668, 716, 22), (736, 768, 36), (852, 730, 24)):
        sheet.ellipse(x, y + 1, rx * 1.5, rx * 0.26, PAPER)
        sheet.shape(arc(x, y, rx, rx * 0.7, 180, 360), SLATE)
        sheet.shape(arc(x - rx * 0.2, y, rx * 0.6, rx * 0.5, 190, 330), STEEL)
    _barrier(sheet, 506, 656)


def _barrier(sheet, x, y):
    for foot in (12, 96):
        sheet.line([(x + foot, y), (x + foot + 5, y - 42)], 6, INK)
    with sheet.at(x, y - 34, turn=-5):
        sheet.rect(0, -8, 112, 16, CREAM)
        for stripe in range(10, 112, 30):
            sheet.shape([(stripe, -8), (stripe + 14, -8), (stripe + 6, 8), (stripe - 8, 8)], INK)


def _umbrella(sheet):
    """Someone in a long coat, from behind, under an umbrella."""
    sheet.ellipse(-4, 0, 34, 5, mix(STEEL, INK, 0.5))
    for x in (-6, 6):
        sheet.limb([(x, -34), (x, -3)], (10, 8), INK)
    sheet.shape("M-7 -82 Q-15 -78 -15 -60 L-18 -18 H18 L15 -60 Q15 -78 7 -82 Z", NAVY)
    sheet.line("M0 -70 V-20", 1.6, mix(NAVY, INK, 0.5))
    sheet.circle(0, -90, 9, INK)
    sheet.limb([(13, -76), (20, -62), (13, -56)], (8, 7, 5), mix(NAVY, INK, 0.3))
    sheet.line("M12 -50 V-130", 2.4, INK)
    sheet.shape(
        "M-46 -96 Q-40 -140 12 -142 Q64 -140 70 -96 Q58 -106 47 -97 Q30 -108 12 -98"
        " Q-6 -108 -23 -97 Q-34 -106 -46 -96 Z",
        RED,
    )
    sheet.shape("M12 -142 Q34 -128 47 -97 Q58 -106 70 -96 Q64 -140 12 -142 Z", mix(RED, INK, 0.25))
    sheet.shape(
        "M12 -142 Q-10 -128 -23 -97 Q-34 -106 -46 -96 Q-40 -140 12 -142 Z", mix(RED, INK, 0.12)
    )
    sheet.line("M12 -140 V-150", 2.4, INK)


def stars(sheet):
    """A night's turn of the stars over the observatory on the hill."""
    sky(
        sheet,
        0,
        700,
        (
            mix(NIGHT, DUSK, 0.3),
            NIGHT,
            NIGHT,
            mix(NIGHT, NAVY, 0.22),
            mix(NIGHT, NAVY, 0.5),
            mix(NIGHT, NAVY, 0.8),
        ),
    )
    for radius in range(16, 980, 9):
        _trails(sheet, radius)
    sheet.circle(*POLE, 4, PAPER)
    _comet(sheet)
    ridge(
        sheet,
        "-40 640, 120 616, 300 652, 520 610, 760 640, 960 590, 1240 640",
        mix(NIGHT, NAVY, 0.35),
    )
    for x, scale in ((96, 0.5), (130, 0.66), (168, 0.44), (640, 0.36), (1040, 0.5), (1078, 0.4)):
        with sheet.at(x, 690, scale):
            trees.cypress(sheet, DUSK)
    ridge(sheet, "-40 700, 180 668, 330 640, 480 646, 700 690, 960 664, 1240 690", DUSK)
    with sheet.at(400, 648):
        _observatory(sheet)


def _trails(sheet, radius):
    """Arcs around the pole, turned by the golden angle so that they never bunch."""
    chance = sheet.random
    for turn in range(1 + radius // 260 + (radius % 2)):
        start = radius * 15.28 + turn * 97 + chance.uniform(0, 30)
        line = arc(*POLE, radius, radius, start, start + chance.uniform(14, 44))
        color = chance.choice((CLOUD, HAZE, FOAM, SEA, SEA, STEEL, CREAM))
        sheet.line(line, chance.choice((1.3, 1.8, 2.6)), mix(color, NIGHT, 0.15))


def _comet(sheet):
    """The visitor of the night: a bright head, its tail a brush of fading strokes."""
    with sheet.at(350, 214, turn=24):
        for stroke in range(-7, 8):
            length = (290 - abs(stroke) * 17) * sheet.random.uniform(0.8, 1)
            rise = stroke * 3.2
            for reach, pale in ((1, 0.8), (0.62, 0.6), (0.3, 0.3)):
                end = (-length * reach, -8 * reach + rise * (0.4 + reach * 0.9))
                sheet.band([(0, stroke * 0.8), end], (4, 0.6), mix(CREAM, NIGHT, pale))
        sheet.circle(0, 0, 10, PAPER)


def _observatory(sheet):
    wall, shade = DAWN, mix(DAWN, SLATE, 0.35)
    sheet.shape(arc(0, -96, 122, 122, 180, 360), DUSK)
    with sheet.at(44, -150, turn=14):
        sheet.rect(-12, -76, 24, 110, STEEL)
        sheet.rect(3, -76, 9, 110, SLATE)
        sheet.rect(-16, -88, 32, 15, HAZE)
    edge = bezier([(6, -218), (40, -170), (44, -90)])
    sheet.shape([*arc(0, -96, 122, 122, 180, 273), *edge], wall)
    edge = bezier([(52, -206), (78, -160), (84, -90)])
    sheet.shape([*edge[::-1], (52, -206), *arc(0, -96, 122, 122, 296, 360), (122, -90)], shade)
    sheet.rect(-136, -100, 272, 14, HAZE)
    sheet.rect(-136, -92, 272, 6, STEEL)
    sheet.rect(-112, -86, 224, 96, wall)
    sheet.rect(44, -86, 68, 96, shade)
    sheet.shape("M-30 12 V-40 Q-30 -58 -12 -58 Q6 -58 6 -40 V12 Z", RED)
    sheet.shape("M-30 12 L6 12 L30 40 L-76 46 Z", mix(DUSK, RED, 0.45))
    for x in (-86, 62):
        sheet.rect(x, -56, 18, 26, mix(SLATE, INK, 0.4))
