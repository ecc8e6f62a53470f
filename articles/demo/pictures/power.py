"""Pictures of energy: the solar field and the wind on the hills."""

from articles.demo.pictures import people
from articles.demo.pictures.grounds import gull, ridge, ripples, sky
from articles.demo.pictures.palette import (
    CLOUD,
    CREAM,
    DAWN,
    EARTH,
    HAZE,
    INK,
    LEAF,
    NAVY,
    OLIVE,
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
from articles.demo.pictures.paths import between, points, smooth

# The far point to which the rows of panels run, and how fast they get there.
AWAY = (860, 290)
REACH = 800


def solar(sheet):
    """Rows of panels in the sand, one worker on his round."""
    sky(sheet, 0, 340, (mix(CREAM, DAWN, 0.6), CREAM, mix(CREAM, PAPER, 0.4)))
    sheet.circle(900, 150, 70, PAPER)
    ridge(
        sheet,
        "-40 320, 160 284, 330 300, 560 330, 800 310, 1000 276, 1240 312",
        mix(SAND, CREAM, 0.45),
    )
    ridge(sheet, "-40 344, 260 334, 500 346, 760 330, 1010 348, 1240 330", SAND)
    for left, right in ((-330, -230), (-80, 40)):
        tips = [between(AWAY, (foot, 800), 0.13) for foot in (right, left)]
        sheet.shape([(left, 800), (right, 800), *tips], mix(SAND, EARTH, 0.2))
    for distance in (11.6, 8.5, 6.3, 4.7, 3.5, 2.62, 1.96, 1.46):
        _row(sheet, distance)
    with sheet.at(196, 640, 1.5):
        sheet.shape("M-4 -3 L84 8 Q110 12 88 14 L-6 4 Z", mix(SAND, EARTH, 0.75))
        people.walker(sheet, STONE, SLATE)
        sheet.shape("M-7 -97 Q-6 -104 1 -104 Q8 -104 9 -97 L13 -95 H-8 Z", RED)


def _row(sheet, distance):
    """One row across the whole sheet: shadow, posts, then panels tilted towards us."""
    for column in range(-3, 14):
        left = column * 300
        near, far = distance, distance + 0.55 * (distance / 2.6) ** 0.5
        shade = [
            _ground(left - 40, near + 0.1),
            _ground(left + 236, near + 0.1),
            _ground(left + 236, far),
            _ground(left - 40, far),
        ]
        sheet.shape(shade, mix(SAND, EARTH, 0.22))
        foot, top = _ground(left, near, 26), _ground(left, far, 120)
        foot2, top2 = _ground(left + 270, near, 26), _ground(left + 270, far, 120)
        for x in (left + 40, left + 230):
            sheet.line([_ground(x, near + 0.2), _ground(x, near + 0.2, 70)], 9 / distance, SLATE)
        _panel(sheet, foot, foot2, top2, top, distance)


def _ground(x, distance, lift=0):
    """Where a point of the plain lies on the sheet."""
    return AWAY[0] + x / distance, AWAY[1] + (REACH - lift) / distance


def _panel(sheet, foot, foot2, top2, top, distance):
    sheet.shape([foot, foot2, top2, top], NAVY)
    sheet.shape(
        [foot, between(foot, foot2, 0.34), between(top, top2, 0.62), top], mix(NAVY, STEEL, 0.3)
    )
    line = mix(NAVY, HAZE, 0.5)
    width = max(1, 4 / distance)
    for share in (0.25, 0.5, 0.75):
        sheet.line([between(foot, foot2, share), between(top, top2, share)], width, line)
    sheet.line([between(foot, top, 0.5), between(foot2, top2, 0.5)], width, line)
    sheet.line([foot, foot2, top2, top, foot], width * 1.6, HAZE)


def wind(sheet):
    """Turbines on the headland; on the near slope a shepherd and the flock."""
    sky(sheet, 0, 420, (mix(CLOUD, SEA, 0.16), CLOUD, mix(CLOUD, DAWN, 0.6), DAWN))
    for x, y, length, depth in (
        (60, 130, 300, 30),
        (180, 154, 240, 26),
        (500, 76, 200, 22),
        (930, 210, 330, 28),
        (1000, 232, 180, 20),
    ):
        sheet.limb([(x, y), (x + length, y)], (depth, depth), mix(CLOUD, PAPER, 0.75))
    sheet.rect(0, 416, 1200, 384, SEA)
    ripples(sheet, 420, 640, mix(SEA, HAZE, 0.45), 90, 180)
    far = mix(PAPER, HAZE, 0.3)
    for x, y, scale, turn in ((90, 400, 0.26, 20), (170, 392, 0.3, 76), (256, 396, 0.26, 50)):
        with sheet.at(x, y, scale):
            _turbine(sheet, turn, far, far)
    sheet.shape("M-10 418 V388 Q80 384 180 388 Q260 384 330 396 L352 418 Z", HAZE)
    _headland(sheet)
    ridge(sheet, "-40 620, 180 600, 420 640, 700 676, 960 640, 1240 660", mix(LEAF, OLIVE, 0.6))
    ridge(sheet, "-40 770, 300 740, 640 764, 900 736, 1240 760", OLIVE)
    _flock(sheet)
    _grass(sheet)
    for x, y, span in ((360, 280, 34), (412, 256, 24), (440, 296, 22)):
        gull(sheet, x, y, span, STEEL)


def _headland(sheet):
    """Green on top, a pale cliff towards the sea, three turbines above."""
    pale = mix(PAPER, HAZE, 0.1)
    cliff = "449 500, 446 520, 462 556, 440 590, 430 690, 1240 690, 1240 470"
    sheet.shape(cliff, mix(SAND, STONE, 0.4))
    sheet.shape(
        "M449 500 L446 520 L462 556 L440 590 L430 690 H500 L520 600 L500 556 L520 512 Z",
        mix(SAND, PAPER, 0.45),
    )
    for seam in (
        "M458 510 Q560 530 700 560",
        "M456 552 Q540 566 640 600",
        "M440 600 Q500 612 580 640",
    ):
        sheet.line(seam, 4, mix(SAND, EARTH, 0.6))
    sheet.ellipse(452, 672, 60, 8, PAPER)
    for x, y, scale, turn in ((590, 490, 0.5, 8), (1090, 470, 0.56, 44)):
        with sheet.at(x, y, scale):
            _turbine(sheet, turn, pale, pale)
    top = "446 494, 560 478, 720 470, 900 456, 1060 462, 1240 450"
    slope = "1240 690, 900 690, 760 610, 640 548, 520 512"
    sheet.shape([*smooth(top), *points(slope)], LEAF)
    sheet.shape(
        [
            (900, 690),
            (760, 610),
            (640, 548),
            *smooth([(760, 540), (980, 560), (1240, 540)]),
            (1240, 690),
        ],
        mix(LEAF, OLIVE, 0.3),
    )
    with sheet.at(840, 626, 0.98):
        _turbine(sheet, 28, PAPER, RED)


def _turbine(sheet, turn, color, tip):
    """A turbine 400 units tall; its blades carry a warning stripe of colour ``tip``."""
    sheet.shape("M-10 10 L-5 -400 H5 L10 10 Z", color)
    sheet.shape("M2 10 L1 -400 H5 L10 10 Z", mix(color, STEEL, 0.35))
    for blade in range(3):
        with sheet.at(0, -404, turn=turn + 120 * blade):
            sheet.shape("M-4 0 Q-18 -40 -8 -70 L-1 -230 H1 L7 -60 Q8 -20 4 0 Z", color)
            sheet.shape("M1 -230 L7 -60 Q8 -20 4 0 L0 -40 Z", mix(color, STEEL, 0.3))
            sheet.shape("M-3.6 -172 L-2.2 -202 L2.2 -202 L3.3 -172 Z", tip)
    sheet.circle(0, -404, 12, color)
    sheet.circle(0, -404, 5, STEEL)


def _flock(sheet):
    for x, y in (
        (180, 668),
        (226, 652),
        (262, 676),
        (300, 656),
        (344, 672),
        (392, 660),
        (240, 694),
        (318, 694),
    ):
        with sheet.at(x, y, 0.9 + (y - 650) / 120, flip=x in (226, 344, 318)):
            for leg in (-10, -5, 7, 11):
                sheet.rect(leg, -8, 2.6, 12, INK)
            sheet.ellipse(0, -14, 17, 11, CREAM)
            sheet.ellipse(-7, -18, 9, 7, CREAM)
            sheet.ellipse(4, -19, 9, 6, PAPER)
            sheet.limb([(15, -19), (21, -15)], (8.6, 6), INK)
    with sheet.at(104, 690, 1.0):
        people.robed(sheet, TEAL)
        sheet.shape("M-8 -96 Q0 -108 8 -97 L10 -82 Q4 -92 -4 -92 L-9 -80 Z", PAPER)
        sheet.line("M14 -84 L18 2", 2.6, INK)


def _grass(sheet):
    """Blades at the foot of the sheet, all bent by the same wind."""
    for _ in range(130):
        x, height = sheet.random.uniform(-40, 1220), sheet.random.uniform(26, 74)
        blade = points(
            f"M{x:.0f} 812 Q{x + 4:.0f} {812 - height * 0.7:.0f} "
            f"{x + height * 0.6:.0f} {812 - height:.0f}"
        )
        color = sheet.random.choice((mix(OLIVE, INK, 0.3), LEAF, mix(LEAF, CREAM, 0.3)))
        sheet.band(blade, (5, 4, 0.6), color)
