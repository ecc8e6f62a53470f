"""Pictures from the desk: the manuscript, the calligrapher's board and the map."""

from articles.demo.pictures.palette import (
    BARK,
    CLAY,
    CLOUD,
    CREAM,
    EARTH,
    FOAM,
    HAZE,
    INK,
    LEAF,
    PAPER,
    RED,
    SAND,
    SEA,
    SLATE,
    STEEL,
    STONE,
    TEAL,
    mix,
)
from articles.demo.pictures.paths import arc, smooth
from articles.demo.pictures.script import dot, word

COAST = (
    "770 -20, 720 80, 756 150, 742 240, 690 300, 590 336, 540 400, 548 470, 600 530, 592 610,"
    " 580 680, 626 750, 650 820"
)
FAR_COAST = (
    "206 -20, 226 80, 182 160, 178 240, 206 320, 176 400, 110 450, 122 560, 118 640, 72 720, 84 820"
)


def manuscript(sheet):
    """An open book in black ink, pointed in red, and the reed beside it."""
    sheet.fill(SLATE)
    for y in (150, 380, 610):
        sheet.rect(0, y, 1200, 3, mix(SLATE, INK, 0.5))
    sheet.shape("M110 120 H1100 L1150 760 H80 Z", mix(SLATE, INK, 0.55))
    sheet.shape(
        "M126 96 Q400 70 600 108 Q800 70 1074 96 L1112 738 Q800 716 600 750 Q400 716 88 738 Z",
        mix(BARK, CLAY, 0.5),
    )
    for leaf in range(5):
        tone = mix(STONE, EARTH, 0.5 - leaf * 0.1)
        off = 20 - leaf * 4
        sheet.shape(
            f"M{150 - off} {92 + off * 0.3} Q420 64 600 104 Q780 64 {1050 + off} {92 + off * 0.3} "
            f"L{1082 + off} {716 + off * 0.4} Q800 696 600 {734 + off * 0.3} "
            f"Q400 696 {118 - off} {716 + off * 0.4} Z",
            tone,
        )
    sheet.shape("M152 90 Q430 60 600 104 L600 732 Q400 694 118 714 Z", CREAM)
    sheet.shape("M1048 90 Q770 60 600 104 L600 732 Q800 694 1082 714 Z", mix(CREAM, PAPER, 0.5))
    sheet.shape("M600 104 Q570 95 527 89 L517 719 Q560 724 600 732 Z", mix(CREAM, EARTH, 0.24))
    sheet.shape("M600 104 Q620 98 640 94 L636 725 Q616 729 600 732 Z", mix(CREAM, EARTH, 0.12))
    _page(sheet, 1010, 680, 134, 12, head=True)
    _page(sheet, 500, 176, 134, 12, head=False)
    _reed(sheet, 884, 706, -9, 0.6)


def _page(sheet, right, left, top, rows, head):
    """Lines of writing inside a double rule; the first page opens with an ornament."""
    frame = [
        (left - 22, top - 30),
        (right + 22, top - 30),
        (right + 36, top + 548),
        (left - 26, top + 548),
    ]
    if not head:
        frame = [
            (left - 12, top - 30),
            (right + 14, top - 30),
            (right + 8, top + 548),
            (left - 30, top + 548),
        ]
    sheet.line([*frame, frame[0]], 2.4, mix(SAND, EARTH, 0.5))
    first = 3 if head else 0
    if head:
        _headpiece(sheet, left - 6, top - 14, right - left + 14)
    for row in range(first, rows):
        drift = (row / rows) * (14 if head else -12)
        x, y = right + drift, top + 18 + row * 44
        end = left + drift + (sheet.random.uniform(60, 150) if row == rows - 1 else 10)
        while x - end > 16:
            length = min(sheet.random.uniform(20, 74), x - end)
            if x - end - length < 34:
                length = x - end
            with sheet.at(x, y):
                word(sheet, length, INK, RED)
            x -= length + 13


def _headpiece(sheet, x, y, width):
    sheet.rect(x, y, width, 104, mix(TEAL, SLATE, 0.2))
    sheet.line([(x, y), (x + width, y), (x + width, y + 104), (x, y + 104), (x, y)], 5, SAND)
    step = width / 6
    for index in range(6):
        middle = x + (index + 0.5) * step
        for size, color in ((44, SAND), (36, mix(TEAL, SLATE, 0.2)), (22, CREAM), (12, SAND)):
            dot(sheet, middle, y + 52, size * step / 96, color)
            sheet.shape(
                [
                    (middle + dx * size * step / 135, y + 52 + dy * size * step / 135)
                    for dx, dy in ((-1, -1), (1, -1), (1, 1), (-1, 1))
                ],
                color,
            )


def _reed(sheet, x, y, turn, scale):
    """A cut reed pen lying with its nib up to the left, 620 long."""
    with sheet.at(x, y, scale, turn):
        sheet.shape("M-14 12 L620 8 V46 L60 44 Z", INK, 0.35)
        sheet.shape(
            "M-30 -4 L0 -14 L64 -20 H600 V20 H74 Q40 18 20 4 L-30 4 Z", mix(CLAY, SAND, 0.35)
        )
        sheet.shape("M74 20 Q40 18 20 4 L600 6 V20 Z", mix(CLAY, INK, 0.2))
        sheet.shape("M-30 -4 L0 -14 L64 -20 Q40 -8 34 4 H-30 Z", mix(SAND, CREAM, 0.4))
        sheet.shape("M-30 -4 L4 -12 L8 4 H-30 Z", INK)
        for knot in (250, 470):
            sheet.rect(knot, -21, 8, 42, mix(CLAY, INK, 0.35))


def calligraphy(sheet):
    """Two great letters measured in dots; the last dot is red."""
    sheet.fill(mix(BARK, INK, 0.25))
    for y in (110, 290, 470, 650):
        sheet.rect(0, y, 1200, 3, mix(BARK, INK, 0.5))
    with sheet.at(560, 400, turn=-3):
        sheet.rect(-478, -340, 990, 706, mix(BARK, INK, 0.6))
        sheet.rect(-490, -356, 990, 706, CREAM)
        sheet.rect(-490, -356, 990, 706, CREAM)
        sheet.line("M-466 -332 H476 V326 H-466 Z", 2.4, SAND)
        _letters(sheet)
    _inkwell(sheet, 1112, 330)
    _reed(sheet, 700, 640, 8, 0.86)


def _letters(sheet):
    """The bowl of a noon within its circle, and an alef seven dots tall."""
    guide = mix(FOAM, CREAM, 0.25)
    for y in (-252, 68):
        sheet.dashes([(-440, y), (450, y)], 2.4, guide, 14, 10)
    sheet.line(arc(-107, -8, 216, 216), 2.4, guide)
    sheet.line(arc(250, -92, 160, 160), 2.4, guide)
    outer = arc(-107, -10, 216, 222, -20, 200)
    inner = arc(-123, -44, 175, 192, 196, -12)
    sheet.shape([(62, -146), (106, -112), *outer, (-290, -138), *inner, (46, -100)], INK)
    right = smooth("290 -224, 276 -150, 272 -60, 274 10, 262 52, 234 90")
    left = smooth("234 90, 244 40, 236 -30, 230 -120, 240 -206")
    sheet.shape([(252, -248), *right, *left], INK)
    for step in range(7):
        _measure(sheet, 336, 46 - step * 46, 21, guide)
    for step in range(-2, 3):
        _measure(sheet, -110 + step * 52, -60, 21, guide)
    with sheet.at(-107, -160):
        sheet.shape("0 -44, 44 -4, 4 42, -42 2", RED)


def _measure(sheet, x, y, size, color):
    sheet.line(
        [(x, y - size), (x + size, y), (x, y + size), (x - size, y), (x, y - size)], 2.4, color
    )


def _inkwell(sheet, x, y):
    sheet.ellipse(x + 18, y + 20, 108, 104, mix(BARK, INK, 0.6))
    sheet.circle(x, y, 100, mix(TEAL, STEEL, 0.3))
    sheet.circle(x, y, 100, TEAL)
    for turn in range(0, 360, 30):
        spot = arc(x, y, 84, 84, turn, turn)[0]
        dot(sheet, *spot, 9, CREAM)
    sheet.circle(x, y, 68, mix(TEAL, INK, 0.4))
    sheet.circle(x, y, 60, INK)
    sheet.band(arc(x, y, 46, 46, 200, 280), (1, 7, 1), STEEL)


def chart(sheet):
    """Three sea routes between two coasts; the one that came back is red."""
    sheet.fill(mix(CLOUD, HAZE, 0.12))
    _shore(sheet, COAST, 1210, -1)
    _shore(sheet, FAR_COAST, -10, 1)
    _relief(sheet)
    _routes(sheet)
    _rose(sheet, 402, 690)
    _fold(sheet)
    _border(sheet)


def _shore(sheet, coast, inland, seaward):
    """Land up to a coast, and lines of equal depth before it."""
    line = smooth(coast)
    for depth in (4, 3, 2, 1):
        shelf = [(x + seaward * depth * 19, y + 4 * depth) for x, y in line]
        sheet.line(shelf, 1.8, mix(HAZE, FOAM, 0.15 * (4 - depth)))
    land = [*line, (inland, 820), (inland, -20)]
    sheet.shape(land, PAPER)
    sheet.line(line, 4, mix(SAND, EARTH, 0.4))
    with sheet.inside(land):
        sheet.line([(x - seaward * 11, y) for x, y in line], 9, mix(STONE, PAPER, 0.55))


def _relief(sheet):
    """Roads, a river and ranges of hills, drawn as a surveyor would."""
    road = mix(SAND, STONE, 0.3)
    for path in (
        "M742 240 Q960 250 1210 310",
        "M545 400 Q760 430 900 470 Q1060 520 1210 540",
        "M594 610 Q820 640 1210 700",
        "M900 -10 Q930 200 900 470 Q940 640 1000 820",
        "M178 240 Q90 260 -10 230",
        "M118 600 Q60 590 -10 620",
    ):
        sheet.line(path, 5, road)
    river = smooth("600 532, 700 528, 790 560, 890 588, 990 570, 1090 584, 1210 612")
    sheet.band(river, (9, 6, 5, 3, 2), mix(CLOUD, SEA, 0.3))
    for x, y in (
        (1010, 120),
        (1060, 150),
        (1110, 110),
        (1090, 190),
        (1150, 170),
        (1030, 400),
        (1090, 430),
        (1140, 390),
        (760, 720),
        (820, 750),
        (880, 720),
        (60, 110),
        (90, 400),
    ):
        sheet.shape([(x - 24, y + 16), (x, y - 18), (x + 24, y + 16)], mix(STONE, LEAF, 0.35))
        sheet.shape([(x, y - 18), (x + 24, y + 16), (x + 2, y + 16)], mix(STONE, SLATE, 0.4))
    for x, y in ((900, 262), (900, 470), (946, 646), (960, 500), (70, 252), (840, 90)):
        sheet.circle(x, y, 9, INK)
        sheet.circle(x, y, 5, PAPER)


def _routes(sheet):
    sheet.dashes("M540 400 Q430 440 330 340 Q270 300 206 322", 4.5, INK, 15, 10)
    sheet.dashes("M592 610 Q430 650 300 580 Q210 540 122 556", 4.5, INK, 15, 10)
    sheet.line("M742 240 Q560 150 400 148 Q280 150 184 196", 7, RED)
    for x, y in ((540, 400), (592, 610), (206, 322), (122, 556)):
        dot(sheet, x, y, 21, PAPER)
        dot(sheet, x, y, 16, INK)
    for x, y in ((742, 240), (182, 196)):
        dot(sheet, x, y, 27, PAPER)
        dot(sheet, x, y, 21, RED)
    with sheet.at(452, 152, turn=4):
        sheet.shape("M-34 -2 H34 L24 16 H-22 Z", INK)
        sheet.rect(-18, -16, 26, 14, SLATE)
        sheet.rect(12, -24, 10, 22, SLATE)


def _rose(sheet, x, y):
    sheet.line(arc(x, y, 44, 44), 2.4, STEEL)
    for turn in range(0, 360, 45):
        reach = 62 if turn % 90 == 0 else 34
        with sheet.at(x, y, turn=turn):
            sheet.shape([(0, -reach), (8, -8), (0, 0)], SLATE)
            sheet.shape([(0, -reach), (-8, -8), (0, 0)], PAPER)


def _fold(sheet):
    """The sheet has been folded in a pocket: faint panels of shade."""
    for panel in range(4):
        x = panel * 300
        sheet.shape([(x, 0), (x + 150, 0), (x + 150, 800), (x, 800)], SLATE, 0.035)
    sheet.shape("M0 400 H1200 V800 H0 Z", SLATE, 0.03)


def _border(sheet):
    """A margin of paper and a frame of degrees, dark and light in turn."""
    for x, y, width, height in (
        (0, 0, 1200, 34),
        (0, 766, 1200, 34),
        (0, 0, 34, 800),
        (1166, 0, 34, 800),
    ):
        sheet.rect(x, y, width, height, PAPER)
    for inset in (22, 34):
        right, foot = 1200 - inset, 800 - inset
        sheet.line(f"M{inset} {inset} H{right} V{foot} H{inset} Z", 3, SLATE)
    for step in range(0, 19, 2):
        sheet.rect(34 + step * 59.5, 23, 59.5, 11, SLATE)
        sheet.rect(34 + step * 59.5, 767, 59.5, 11, SLATE)
    for step in range(0, 12, 2):
        sheet.rect(23, 34 + step * 61, 11, 61, SLATE)
        sheet.rect(1167, 34 + step * 61, 11, 61, SLATE)
