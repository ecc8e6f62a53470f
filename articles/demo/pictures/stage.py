"""A picture of the theatre: one chair in the light, before a full house."""

from articles.demo.pictures.palette import (
    BARK,
    CREAM,
    DUSK,
    INK,
    NAVY,
    NIGHT,
    PAPER,
    RED,
    SAND,
    SLATE,
    mix,
)
from articles.demo.pictures.paths import arc, points


def theatre(sheet):
    """An empty red chair in a cone of light, the heads of the audience before it."""
    sheet.fill(mix(NIGHT, DUSK, 0.4))
    sheet.rect(0, 0, 1200, 600, mix(NIGHT, NAVY, 0.35))
    _backcloth(sheet)
    sheet.shape("M0 640 L170 520 H1030 L1200 640 Z", mix(BARK, SAND, 0.25))
    _boards(sheet)
    _light(sheet)
    with sheet.at(600, 570, 1.2):
        _chair(sheet)
    _curtains(sheet)
    sheet.rect(0, 640, 1200, 36, mix(BARK, INK, 0.55))
    sheet.rect(0, 640, 1200, 6, mix(BARK, SAND, 0.45))
    for x in range(150, 1100, 128):
        sheet.shape(arc(x, 654, 22, 16, 180, 360), INK)
        sheet.ellipse(x, 652, 13, 4, CREAM)
    _audience(sheet)


def _backcloth(sheet):
    """A painted street at the back of the stage, barely lit."""
    for x, top, width in ((190, 330, 120), (300, 280, 90), (820, 300, 110), (920, 350, 110)):
        sheet.rect(x, top, width, 540 - top, mix(NIGHT, NAVY, 0.75))
        for window in range(2):
            sheet.rect(x + 24 + window * 40, top + 40, 16, 26, mix(NIGHT, NAVY, 0.3))
    sheet.shape("M470 530 V390 Q470 300 600 250 Q730 300 730 390 V530 Z", mix(NIGHT, NAVY, 0.75))
    sheet.shape("M500 530 V396 Q500 326 600 284 Q700 326 700 396 V530 Z", mix(NIGHT, NAVY, 0.5))


def _boards(sheet):
    for board in range(-9, 10):
        sheet.line([(600 + board * 47, 520), (600 + board * 66, 640)], 2, mix(BARK, INK, 0.3))


def _light(sheet):
    beam = "M588 40 L612 40 L800 566 Q600 640 400 566 Z"
    sheet.shape(beam, PAPER, 0.1)
    sheet.shape("M592 40 L608 40 L724 574 Q600 612 476 574 Z", PAPER, 0.12)
    sheet.ellipse(600, 576, 206, 34, CREAM, 0.5)
    sheet.ellipse(600, 576, 150, 24, CREAM, 0.6)


def _chair(sheet):
    """A plain wooden chair turned a little to the left, 150 tall."""
    dark = mix(RED, INK, 0.35)
    sheet.ellipse(8, 2, 64, 9, mix(BARK, INK, 0.35))
    sheet.line("M-30 -66 V-10", 8, dark)
    sheet.line("M42 -66 V-12", 8, dark)
    sheet.line("M-30 -36 L42 -38", 5, dark)
    for x in (-30, 42):
        sheet.line([(x, -66), (x + 3, -156)], 8, RED)
    for y in (-150, -124, -98):
        sheet.line([(-28, y), (44, y)], 9 if y == -150 else 6, RED)
    sheet.shape("M-32 -74 H44 L54 -54 H-46 Z", RED)
    sheet.shape("M-46 -54 H54 V-46 H-46 Z", dark)
    sheet.line("M-42 -48 V4", 9, RED)
    sheet.line("M50 -48 V4", 9, RED)
    sheet.line("M-42 -20 L50 -20", 5, RED)


def _curtains(sheet):
    """Heavy side curtains tied back, a scalloped border above."""
    cloth, fold = mix(NAVY, SLATE, 0.3), mix(NAVY, NIGHT, 0.5)
    for flip in (False, True):
        with sheet.at(1200 if flip else 0, 0, flip=flip):
            side = points("M-10 -10 H330 Q330 250 190 420 Q236 540 250 646 H-10 Z")
            sheet.shape(side, cloth)
            with sheet.inside(side):
                for index in range(6):
                    top, foot = 20 + index * 56, 10 + index * 46
                    sheet.band(
                        f"M{top} -10 Q{top * 0.9} 250 {foot * 0.7} 420 Q{foot} 540 {foot} 650",
                        (22, 16, 9, 16, 20),
                        fold,
                    )
            sheet.limb([(0, 410), (196, 424)], (20, 20), mix(SAND, BARK, 0.25))
            sheet.shape("M184 424 L210 424 L216 480 H180 Z", mix(SAND, BARK, 0.25))
    for index in range(9):
        x = index * 150
        sheet.shape(f"M{x - 75} -10 V54 Q{x} 140 {x + 75} 54 V-10 Z", mix(cloth, INK, 0.12))
        sheet.line(f"M{x - 75} 54 Q{x} 140 {x + 75} 54", 7, mix(SAND, BARK, 0.25))
        sheet.band(f"M{x} -10 V90", (10, 16), fold)


def _audience(sheet):
    """Two rows of heads and shoulders against the stage."""
    for row, (y, scale, color) in enumerate(
        ((736, 1.0, mix(NIGHT, SLATE, 0.45)), (800, 1.3, DUSK))
    ):
        for seat in range(13):
            x = seat * 100 * scale - 30 + row * 40 + sheet.random.uniform(-8, 8)
            with sheet.at(x, y + sheet.random.uniform(-6, 6), scale):
                sheet.shape("M-46 70 V20 Q-44 -8 -10 -12 H10 Q44 -8 46 20 V70 Z", color)
                if sheet.random.random() < 0.4:
                    sheet.shape("M-24 4 Q-26 -62 0 -64 Q26 -62 24 4 Z", color)
                else:
                    sheet.rect(-9, -20, 18, 20, color)
                    sheet.ellipse(0, -38, 21, 25, color)
