"""Skies, ridges and water that several scenes stand on; no scene of its own."""

from articles.demo.pictures.canvas import HEIGHT, WIDTH
from articles.demo.pictures.paths import smooth


def sky(sheet, top, bottom, colors):
    """Flat bands of colour from the first at the top to the last at the horizon."""
    depth = (bottom - top) / len(colors)
    for index, color in enumerate(colors):
        sheet.rect(0, top + index * depth, WIDTH, depth + 1, color)


def ridge(sheet, knots, color):
    """Land below a soft line, down to the foot of the sheet."""
    line = smooth(knots)
    sheet.shape([*line, (line[-1][0], HEIGHT), (line[0][0], HEIGHT)], color)


def rugged(sheet, level, height, steps, color):
    """Land below a broken line of peaks drawn by chance around ``level``."""
    chance = sheet.random
    width = WIDTH / steps
    line = [(-width, level)]
    for step in range(steps + 2):
        rise = height if step % 2 else height * 0.3
        line.append(
            (
                step * width - width / 2 + chance.uniform(-0.3, 0.3) * width,
                level - rise * chance.uniform(0.4, 1),
            )
        )
    sheet.shape([*line, (WIDTH + width, level), (WIDTH + width, HEIGHT), (-width, HEIGHT)], color)


def ripples(sheet, top, bottom, color, count, longest=220):
    """Flat glints on water: short and close far away, long and wide apart near by."""
    chance = sheet.random
    for _ in range(count):
        near = chance.random() ** 1.6
        y = top + (bottom - top) * near
        length = chance.uniform(0.25, 1) * longest * (0.35 + 0.65 * near)
        x = chance.uniform(-100, WIDTH)
        sheet.rect(x, y, length, 1.4 + 2 * near, color)


def gull(sheet, x, y, span, color):
    """A bird as two strokes of a pen."""
    with sheet.at(x, y, span / 40):
        sheet.band("M-20 -4 Q-10 -12 0 0", (1, 4.5, 2), color)
        sheet.band("M0 0 Q9 -13 20 -7", (2, 4.5, 1), color)


def mirror(sheet, left, right, y, depth, color, pinch=0.5):
    """What stands on the water, mirrored in bars that break up and draw in as they come near."""
    middle, half = (left + right) / 2, (right - left) / 2
    rows = max(3, int(depth / 7))
    for row in range(rows):
        share = row / rows
        reach = half * (1 - pinch * share) * sheet.random.uniform(0.86, 1.04)
        sheet.rect(
            middle - reach + sheet.random.uniform(-8, 8),
            y + row * 7,
            2 * reach,
            7.5 - 4.5 * share,
            color,
        )
