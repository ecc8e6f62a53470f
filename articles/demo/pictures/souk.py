"""A picture of the old roofed market."""

from itertools import pairwise

from articles.demo.pictures import people
from articles.demo.pictures.palette import (
    BARK,
    CLAY,
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
from articles.demo.pictures.paths import between, smooth

HALL = "M{0} 900 V{1} Q{0} {2} 600 {3} Q{4} {2} {4} {1} V900 Z"


def market(sheet):
    """Under the vaults of the old market, light falling between the shops."""
    sheet.fill(mix(BARK, INK, 0.5))
    depths = (1.0, 0.72, 0.53, 0.4, 0.31, 0.245, 0.2)
    for index, depth in enumerate(depths):
        _vault(sheet, depth, mix(mix(BARK, INK, 0.25), SAND, min(0.85, index * 0.15)))
    _exit(sheet, 0.165)
    _paving(sheet)
    for near, far in reversed(list(pairwise(depths[1:]))):
        _stall(sheet, near, far, False)
        _stall(sheet, near, far, True)
    _stall(sheet, 1.0, 0.72, False)
    _stall(sheet, 1.0, 0.72, True)
    _shafts(sheet)
    _shoppers(sheet)
    _lamps(sheet)


def _vault(sheet, depth, color):
    """One pointed arch across the street and the wall behind it."""
    reach, spring, shoulder, top = (
        560 * depth,
        400 - 150 * depth,
        400 - 400 * depth,
        400 - 520 * depth,
    )
    outline = HALL.format(600 - reach, spring, shoulder, top, 600 + reach)
    sheet.shape(outline, mix(color, PAPER, 0.22))
    inner = HALL.format(
        600 - reach * 0.93, spring, shoulder + 26 * depth, top + 34 * depth, 600 + reach * 0.93
    )
    sheet.shape(inner, color)


def _exit(sheet, depth):
    reach = 560 * depth
    outline = HALL.format(
        600 - reach, 400 - 150 * depth, 400 - 400 * depth, 400 - 520 * depth, 600 + reach
    )
    with sheet.inside(outline):
        sheet.fill(PAPER)
        sheet.rect(500, 380, 60, 90, mix(STONE, PAPER, 0.4))
        sheet.rect(640, 360, 60, 100, mix(STONE, PAPER, 0.3))


def _paving(sheet):
    floor = [(508, 456), (692, 456), (1300, 800), (-100, 800)]
    sheet.shape(floor, mix(SAND, EARTH, 0.5))
    sheet.shape("572 456, 628 456, 800 800, 400 800", mix(SAND, CREAM, 0.35))
    with sheet.inside(floor):
        for step in range(9):
            y = 456 + 344 * (step / 8) ** 2.1
            sheet.rect(0, y, 1200, 1.5 + step * 0.35, mix(EARTH, SAND, 0.35))
        for spread in range(-6, 7):
            sheet.line(
                [(600 + spread * 14, 456), (600 + spread * 116, 800)], 2, mix(EARTH, SAND, 0.35)
            )


def _stall(sheet, near, far, flip):
    """A shop between two arches: shelves at the back, an awning, sloping trays of goods."""
    with sheet.at(600, 400, flip=flip):
        a, b = 520 * near, 520 * far

        def across(start, end, top, foot):
            """A board along the shop; depths as shares of the wall's, heights of both its edges."""
            return [
                (b * start, b * top),
                (a * start, a * top),
                (a * end, a * foot),
                (b * end, b * foot),
            ]

        sheet.shape(across(1, 1, -0.32, 0.58), mix(BARK, INK, 0.45))
        for level in (-0.14, 0.03):
            sheet.shape(across(1, 1, level, level + 0.022), EARTH)
            _goods(sheet, a, b, level)
        _stripes(sheet, across(1, 0.76, -0.34, -0.17), (TEAL, CREAM) if flip else (OLIVE, CREAM))
        sheet.shape(across(1, 0.74, 0.2, 0.32), BARK)
        _heaps(sheet, a, b, flip, near)
        sheet.shape(across(0.74, 0.74, 0.3, 0.58), mix(BARK, EARTH, 0.35))
        sheet.shape(across(0.74, 0.74, 0.3, 0.33), EARTH)
        if near == 1.0:
            end = [(a, a * 0.2), (a * 0.74, a * 0.3), (a * 0.74, a * 0.58), (a, a * 0.58)]
            sheet.shape(end, mix(BARK, INK, 0.2))
            sheet.line(end[:2], 8, EARTH)


def _goods(sheet, a, b, level):
    """Pots and bolts of cloth in turn along one shelf."""
    colors = (CLAY, STONE, STEEL, WHEAT, HAZE, TERRACOTTA, LEAF)
    for index in range(7):
        x = b + (a - b) * (index + 0.4) / 7.6
        size = x * 0.034
        color = mix(colors[(index * 3 + int(level * 50)) % 7], INK, 0.12)
        if index % 2:
            sheet.rect(x - size * 0.8, x * level - size * 3.2, size * 1.6, size * 3.2, color)
        else:
            sheet.ellipse(x, x * level - size, size, size, color)
            sheet.rect(x - size * 0.45, x * level - size * 2.5, size * 0.9, size, color)


def _stripes(sheet, awning, colors):
    back_far, back_near, front_near, front_far = awning
    for index in range(8):
        low, high = index / 8, (index + 1) / 8
        sheet.shape(
            [
                between(back_far, back_near, low),
                between(back_far, back_near, high),
                between(front_far, front_near, high),
                between(front_far, front_near, low),
            ],
            colors[index % 2],
        )


def _heaps(sheet, a, b, flip, near):
    """Heaps of spice and fruit on the trays; only one of them is red."""
    colors = (WHEAT, TERRACOTTA, OLIVE, CREAM, CLAY)
    for index in range(3):
        x = (b + (a - b) * (index + 0.5) / 3) * 0.86
        color = RED if flip and near == 1.0 and index == 1 else colors[(index + int(near * 10)) % 5]
        half, foot = x * 0.1, x * 0.35
        heap = [(-1, 0), (-0.5, -0.9), (0, -1.5), (0.5, -0.9), (1, 0)]
        mound = smooth([(x + half * across, foot + half * rise) for across, rise in heap])
        sheet.shape(mound, color)
        sheet.shape([*mound[len(mound) // 2 :], (x + half * 0.2, foot)], mix(color, INK, 0.18))


def _shafts(sheet):
    """Light from two openings in the vault, and where it falls."""
    for hole, floor, width in (((668, 40), (470, 700), 96), ((632, 196), (560, 552), 50)):
        sheet.ellipse(*hole, width * 0.34, width * 0.13, PAPER)
        sheet.ellipse(*floor, width, width * 0.2, PAPER, 0.34)
        sheet.shape(
            [
                (hole[0] - width * 0.34, hole[1]),
                (hole[0] + width * 0.34, hole[1]),
                (floor[0] + width, floor[1]),
                (floor[0] - width, floor[1]),
            ],
            PAPER,
            0.13,
        )


def _shoppers(sheet):
    for x, y, scale, flip, draw in (
        (584, 470, 0.5, False, lambda: people.robed(sheet, SLATE, STONE)),
        (622, 474, 0.52, True, lambda: people.man(sheet, STEEL, INK)),
        (664, 508, 0.86, True, lambda: people.robed(sheet, PAPER)),
        (530, 548, 1.2, False, lambda: people.walker(sheet, TEAL, INK)),
        (566, 560, 1.3, False, lambda: people.robed(sheet, NAVY, CREAM)),
        (716, 640, 1.9, True, lambda: people.robed(sheet, DEEP, SAND)),
    ):
        with sheet.at(x, y, scale, flip=flip):
            sheet.ellipse(4, 0, 26, 3.6, mix(EARTH, INK, 0.4))
            draw()


def _lamps(sheet):
    for x, y, scale in ((600, 262, 0.38), (600, 186, 0.6), (600, 60, 1.0)):
        with sheet.at(x, y, scale):
            sheet.line("M0 -140 V0", 3, INK)
            sheet.shape(
                "M-10 0 H10 L30 34 Q34 60 14 84 H-14 Q-34 60 -30 34 Z", mix(WHEAT, CREAM, 0.45)
            )
            sheet.shape("M4 0 H10 L30 34 Q34 60 14 84 H2 Q20 50 4 0 Z", WHEAT)
            sheet.line("M-31 38 Q0 46 31 38", 3, INK)
            sheet.rect(-11, -6, 22, 8, INK)
            sheet.rect(-14, 82, 28, 6, INK)
