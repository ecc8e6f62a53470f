"""Pictures of public buildings: the council house and the school."""

from articles.demo.pictures import people, trees
from articles.demo.pictures.grounds import rugged, sky
from articles.demo.pictures.palette import (
    CLOUD,
    CREAM,
    DEEP,
    EARTH,
    FOAM,
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

ARCH = "M-46 0 V-250 Q-46 -330 0 -356 Q46 -330 46 -250 V0 Z"


def council(sheet):
    """The arcade of the council house under its flag, people on the steps."""
    sky(sheet, 0, 696, (mix(CLOUD, HAZE, 0.3), CLOUD, mix(CLOUD, PAPER, 0.35)))
    for x, y, length in ((40, 120, 240), (130, 142, 180), (820, 84, 260), (760, 104, 150)):
        sheet.limb([(x, y), (x + length, y)], (18, 18), mix(CLOUD, PAPER, 0.75))
    for x, scale in ((52, 1.5), (1148, 1.5), (14, 1.15), (1190, 1.2)):
        with sheet.at(x, 676, scale):
            trees.cypress(sheet)
    _front(sheet)
    for index in range(7):
        with sheet.at(218 + index * 127.3, 640):
            _bay(sheet, entrance=index == 3)
    for index in range(8):
        with sheet.at(154.4 + index * 127.3, 640):
            _column(sheet)
    _flag(sheet)
    _steps(sheet)
    _visitors(sheet)


def _front(sheet):
    wall = mix(CREAM, STONE, 0.3)
    sheet.rect(120, 214, 960, 430, wall)
    for row in range(12):
        y = 224 + row * 36
        sheet.rect(120, y, 960, 1.6, STONE)
        for column in range(12):
            sheet.rect(160 + column * 80 - row % 2 * 40, y, 1.6, 36, STONE)
    sheet.rect(120, 204, 960, 22, mix(SAND, EARTH, 0.25))
    sheet.rect(90, 172, 1020, 26, STONE)
    sheet.rect(90, 194, 1020, 8, SAND)
    for tooth in range(42):
        sheet.rect(102 + tooth * 24, 202, 12, 11, SAND)
    for tooth in range(25):
        sheet.shape(
            [
                (100 + tooth * 41, 172),
                (100 + tooth * 41, 160),
                (109 + tooth * 41, 150),
                (118 + tooth * 41, 160),
                (118 + tooth * 41, 172),
            ],
            mix(STONE, SAND, 0.6),
        )


def _bay(sheet, entrance):
    """One pointed arch of the arcade, in shade on its left."""
    with sheet.at(0, 0, 1.14):
        sheet.shape(ARCH, SAND)
    sheet.shape(ARCH, SLATE)
    with sheet.inside(ARCH):
        with sheet.at(16, 8):
            sheet.shape(ARCH, mix(NAVY, INK, 0.45) if entrance else STEEL)
        if entrance:
            _door(sheet)
        else:
            sheet.rect(-30, -224, 80, 4, HAZE)
            sheet.rect(-30, -112, 80, 4, HAZE)
            sheet.rect(6, -360, 4, 360, HAZE)
    sheet.shape("M0 -398 L11 -386 L0 -374 L-11 -386 Z", EARTH)


def _door(sheet):
    sheet.shape("M-24 0 V-150 Q-24 -196 4 -214 Q32 -196 32 -150 V0 Z", mix(SAND, CREAM, 0.6))
    sheet.shape("M-24 0 V-150 Q-24 -180 -14 -194 V6 Z", EARTH)
    sheet.shape("M32 0 V-150 Q32 -180 22 -194 V6 Z", EARTH)
    with sheet.at(2, -2, 0.72):
        people.man(sheet, INK, INK, INK)


def _column(sheet):
    sheet.rect(-7, -262, 14, 262, mix(CREAM, PAPER, 0.4))
    sheet.rect(2, -262, 5, 262, SAND)
    sheet.rect(-13, -274, 26, 13, STONE)
    sheet.rect(-13, -12, 26, 12, STONE)


def _flag(sheet):
    sheet.rect(597, 40, 6, 134, SLATE)
    sheet.circle(600, 38, 6, SLATE)
    sheet.shape("M603 48 Q626 38 650 50 Q674 62 700 50 V98 Q674 110 650 98 Q626 86 603 98 Z", RED)
    sheet.shape("M650 50 Q662 56 674 57 V105 Q662 104 650 98 Z", mix(RED, INK, 0.22))


def _steps(sheet):
    for index, shade in enumerate((0.05, 0.3, 0.55)):
        top, reach = 640 + index * 17, 60 - index * 28
        sheet.rect(reach, top, 1200 - 2 * reach, 17, mix(STONE, EARTH, shade))
        sheet.rect(reach, top, 1200 - 2 * reach, 4, mix(STONE, PAPER, 0.5))
    sheet.rect(0, 691, 1200, 109, FOAM)
    for row, y in enumerate((691, 708, 732, 766)):
        sheet.rect(0, y, 1200, 2, mix(FOAM, SLATE, 0.25))
        for column in range(-12, 13):
            near, far = (708, 732, 766, 810)[row], y
            spread = column * 100 + row % 2 * 50
            sheet.line(
                [
                    (600 + spread * (far - 420) / 280, far),
                    (600 + spread * (near - 420) / 280, near),
                ],
                2,
                mix(FOAM, SLATE, 0.25),
            )


def _visitors(sheet):
    shade = mix(FOAM, SLATE, 0.5)
    for x, y, scale, flip, draw in (
        (226, 660, 0.8, False, lambda: people.robed(sheet, DEEP, SAND)),
        (262, 662, 0.84, True, lambda: people.man(sheet, STEEL, INK)),
        (716, 676, 0.86, True, lambda: people.robed(sheet, PAPER)),
        (428, 738, 1.02, False, lambda: people.walker(sheet, NAVY, SLATE)),
        (880, 752, 1.08, True, lambda: people.robed(sheet, INK, SLATE)),
        (928, 746, 1.04, True, lambda: people.man(sheet, SAND, SLATE)),
    ):
        with sheet.at(x, y, scale, flip=flip):
            sheet.shape("M-8 0 H12 L74 8 H40 Z" if not flip else "M-12 0 H8 L-40 8 H-74 Z", shade)
            draw()


def school(sheet):
    """First bell: children cross the yard, one satchel red."""
    sky(sheet, 0, 420, (CLOUD, mix(CLOUD, CREAM, 0.4), mix(CLOUD, CREAM, 0.7)))
    rugged(sheet, 240, 190, 7, mix(HAZE, CLOUD, 0.5))
    rugged(sheet, 330, 200, 6, mix(HAZE, CLOUD, 0.15))
    _telescope(sheet)
    _schoolhouse(sheet)
    _yard(sheet)
    sheet.shape("M900 700 Q1010 676 1200 690 V742 Q1020 736 900 700 Z", mix(SAND, EARTH, 0.6))
    sheet.shape(
        "M1010 700 Q1030 560 1018 420 L1050 420 Q1046 560 1072 704 Z", mix(SLATE, EARTH, 0.45)
    )
    sheet.limb([(1034, 470), (1080, 400)], (16, 10), mix(SLATE, EARTH, 0.45))
    sheet.limb([(1030, 500), (972, 420)], (14, 9), mix(SLATE, EARTH, 0.45))
    trees.crown(sheet, 1040, 300, 210, 180, (FOREST, OLIVE, LEAF), 330)
    _children(sheet)


def _telescope(sheet):
    """On the roof, where astronomy is taught."""
    for foot in (-26, 0, 24):
        sheet.line([(250, 128), (250 + foot, 174)], 4, SLATE)
    with sheet.at(250, 120, turn=-38):
        sheet.limb([(-34, 0), (40, 0)], (11, 19), DEEP)
        sheet.rect(38, -13, 16, 26, SLATE)
        sheet.rect(-46, -4, 14, 8, INK)
    with sheet.at(196, 174, 0.62):
        people.man(sheet, STEEL, INK)


def _schoolhouse(sheet):
    wall, shade = CREAM, mix(CREAM, SAND, 0.6)
    sheet.rect(90, 190, 860, 320, wall)
    sheet.rect(700, 190, 250, 320, shade)
    sheet.rect(74, 172, 892, 24, mix(STONE, EARTH, 0.4))
    sheet.rect(90, 196, 860, 8, mix(SAND, EARTH, 0.3))
    sheet.rect(90, 340, 860, 10, SAND)
    for floor in (226, 372):
        for column in range(8):
            x = 106 + column * 90 if column < 4 else 618 + (column - 4) * 84
            _window(sheet, x, floor, lit=(column, floor) in ((2, 226), (5, 372)))
    sheet.rect(452, 150, 140, 360, mix(CREAM, PAPER, 0.5))
    sheet.shape("M440 152 L522 100 L604 152 Z", TEAL)
    sheet.shape("M522 100 L604 152 H522 Z", DEEP)
    sheet.circle(522, 218, 34, SLATE)
    sheet.circle(522, 218, 28, PAPER)
    sheet.line("M522 218 V198", 4, INK)
    sheet.line("M522 218 L510 226", 4, INK)
    sheet.shape("M476 510 V352 Q476 306 522 306 Q568 306 568 352 V510 Z", SLATE)
    sheet.shape("M488 510 V356 Q488 320 522 320 Q556 320 556 356 V510 Z", INK)
    sheet.shape("M488 510 V356 Q488 330 506 324 V520 Z", TEAL)
    sheet.shape("M556 510 V356 Q556 330 538 324 V520 Z", TEAL)


def _window(sheet, x, y, lit):
    sheet.rect(x - 5, y - 5, 60, 98, SAND)
    sheet.rect(x, y, 50, 88, mix(SAND, PAPER, 0.4) if lit else TEAL)
    sheet.shape([(x, y), (x + 50, y), (x + 50, y + 16), (x, y + 44)], mix(TEAL, INK, 0.35))
    sheet.rect(x + 23, y, 4, 88, PAPER)
    sheet.rect(x, y + 42, 50, 4, PAPER)
    sheet.rect(x - 8, y + 90, 66, 6, STONE)


def _yard(sheet):
    sheet.rect(0, 490, 1200, 310, mix(STONE, SAND, 0.55))
    for x, width in ((0, 452), (592, 608)):
        sheet.rect(x, 452, width, 56, mix(STONE, EARTH, 0.3))
        sheet.rect(x, 446, width, 9, STONE)
        sheet.rect(x, 500, width, 8, mix(EARTH, INK, 0.2))
    for x in (436, 584):
        sheet.rect(x, 420, 26, 92, STONE)
        sheet.rect(x - 5, 412, 36, 12, EARTH)
    sheet.shape("M462 508 H584 L880 800 H170 Z", mix(STONE, PAPER, 0.45))
    for y, left, right in ((560, 410, 636), (624, 345, 701), (700, 270, 778)):
        sheet.line([(left, y), (right, y)], 3, SAND)


def _children(sheet):
    shade = mix(SAND, EARTH, 0.55)
    for x, y, scale, shirt, bag in (
        (500, 540, 0.62, PAPER, NAVY),
        (548, 552, 0.66, STEEL, EARTH),
        (452, 590, 0.86, TEAL, SAND),
        (610, 618, 0.96, CREAM, DEEP),
        (372, 690, 1.36, STEEL, OLIVE),
        (690, 742, 1.6, DEEP, SAND),
        (536, 770, 1.86, PAPER, RED),
    ):
        with sheet.at(x, y, scale):
            sheet.shape("M-10 -4 H12 L76 10 Q60 14 40 12 Z", shade)
            people.pupil(sheet, shirt, bag)
