"""Strokes of a broad reed pen that look like writing and say nothing."""

from itertools import pairwise

from articles.demo.pictures.paths import smooth

NIB = (1.7, -2.3)


def sweep(sheet, spine, nib, color):
    """Draw a flat nib along a line; ``nib`` is half of its edge, so slow turns thin and swell."""
    across, down = nib
    for (ax, ay), (bx, by) in pairwise(spine):
        sheet.shape(
            [
                (ax - across, ay - down),
                (bx - across, by - down),
                (bx + across, by + down),
                (ax + across, ay + down),
            ],
            color,
        )


def dot(sheet, x, y, size, color):
    """The nuqta: one press of the nib."""
    sheet.shape([(x, y - size), (x + size, y), (x, y + size), (x - size, y)], color)


def word(sheet, length, ink, accent):
    """One gesture of the pen ``length`` long, leftwards from the origin: no letter, no meaning."""
    chance = sheet.random
    depth = chance.uniform(4, 10)
    line = [(0, -7), (-2, 0)]
    reach = 2.0
    while reach < length - 16:
        reach += chance.uniform(12, 26)
        line.append((-min(reach, length - 6), chance.uniform(0.4, 1) * depth))
    sweep(sheet, smooth([*line, (-length, -6)]), NIB, ink)
    if chance.random() < 0.45:
        foot = -length * chance.choice((0.0, 0.0, 0.45))
        sweep(sheet, [(foot + 2, -30), (foot, 2)], NIB, ink)
    if chance.random() < 0.6:
        dot(sheet, -length * chance.uniform(0.3, 0.75), -17, 4, accent)
