"""Small faceless people, 100 units tall with their feet at the origin, walking to the right."""

from articles.demo.pictures.palette import CLAY, INK, mix
from articles.demo.pictures.paths import arc, smooth

TORSO = [(-5, -84), (-11, -79), (-10, -62), (-9, -47), (9, -47), (10, -62), (11, -79), (5, -84)]
ROBE = "M-5 -85 Q-12 -84 -12 -76 Q-12 -44 -16 -4 Q0 0 16 -4 Q12 -44 12 -76 Q12 -84 5 -85 Z"
VEIL = "0 -101, 8 -96, 9 -86, 13 -77, 9 -68, -4 -66, -13 -72, -10 -84, -8 -96"


def head(sheet, x=0, y=-93, skin=CLAY, hair=INK):
    """A head that looks to the right, with short hair."""
    sheet.rect(x - 3, y + 3, 6, 9, mix(skin, INK, 0.15))
    sheet.ellipse(x, y, 5.6, 7, skin)
    sheet.shape([*arc(x - 0.6, y - 1, 6.2, 7.2, 150, 330), (x - 1, y - 2)], hair)


def veil(sheet, scarf, skin=CLAY):
    """A head in a long scarf that covers the shoulders."""
    sheet.shape(smooth(VEIL, closed=True), scarf)
    sheet.ellipse(3.6, -92, 3.8, 5.6, skin)


def man(sheet, coat, trousers=INK, skin=CLAY, hair=INK):
    """Standing, arms at his sides."""
    sheet.limb([(-4, -48), (-5, -26), (-5, -3)], (11, 8, 6), trousers)
    sheet.limb([(4, -48), (5, -26), (5, -3)], (11, 8, 6), trousers)
    sheet.limb([(-5, -2), (-1, -1.6)], (4, 3.4), INK)
    sheet.limb([(5, -2), (10, -1.6)], (4, 3.4), INK)
    head(sheet, skin=skin, hair=hair)
    sheet.shape(smooth(TORSO, closed=True), coat)
    for side in (-1, 1):
        sheet.limb(
            [(side * 10, -79), (side * 13, -62), (side * 12, -48)],
            (6.5, 5.5, 4.5),
            mix(coat, INK, 0.18),
        )
        sheet.circle(side * 12, -46, 2.6, skin)


def walker(sheet, coat, trousers=INK, skin=CLAY, hair=INK):
    """In full stride to the right."""
    dark = mix(trousers, INK, 0.3)
    sheet.limb([(0, -80), (9, -65), (15, -54)], (6, 5, 4), mix(coat, INK, 0.3))
    sheet.limb([(0, -48), (-4, -27), (-15, -8)], (11, 8, 5.5), dark)
    sheet.limb([(-15, -8), (-12, -2)], (4.5, 3.4), INK)
    sheet.limb([(1, -48), (9, -27), (13, -3)], (11, 8, 5.5), trousers)
    sheet.limb([(13, -2.5), (19, -2)], (4.5, 3.4), INK)
    head(sheet, x=1, skin=skin, hair=hair)
    with sheet.at(1, 0, turn=2):
        sheet.shape(smooth([(x * 0.82, y) for x, y in TORSO], closed=True), coat)
    sheet.limb([(0, -79), (-7, -63), (-8, -50)], (6.5, 5.5, 4.2), mix(coat, INK, 0.18))
    sheet.circle(-8, -48, 2.5, skin)


def robed(sheet, robe, scarf=None, skin=CLAY):
    """A woman in a long coat and scarf, or a man in a long robe when there is no scarf."""
    sheet.limb([(-6, -2), (-3, -1.6)], (4, 3.2), INK)
    sheet.limb([(6, -2), (11, -1.6)], (4, 3.2), INK)
    if not scarf:
        head(sheet, skin=skin)
    sheet.shape(ROBE, robe)
    sheet.shape([(2, -48), (4, -4), (0, -4)], mix(robe, INK, 0.14))
    sheet.limb([(-10, -77), (-14, -60), (-9, -49)], (7, 7, 5), mix(robe, INK, 0.18))
    sheet.circle(-6.5, -48, 2.6, skin)
    if scarf:
        veil(sheet, scarf, skin)


def pupil(sheet, shirt, bag=None, skin=CLAY, hair=INK):
    """A child seen from behind, with or without a satchel on the back."""
    for x, step in ((-5, 0), (5, -4)):
        sheet.limb([(x, -42), (x, -22), (x, -4 + step)], (12, 9, 7), INK)
    for side in (-1, 1):
        sheet.limb([(side * 11, -70), (side * 16, -54), (side * 15, -42)], (8, 7, 5), shirt)
        sheet.circle(side * 15, -40, 3.4, skin)
    sheet.rect(-3.5, -80, 7, 10, skin)
    sheet.shape(smooth([(x * 1.2, y * 0.86 - 1) for x, y in TORSO], closed=True), shirt)
    if bag:
        satchel = "-11 -70, -12 -45, 0 -43, 12 -45, 11 -70, 0 -75"
        sheet.shape(smooth(satchel, closed=True), bag)
        sheet.rect(-8, -57, 16, 9, mix(bag, INK, 0.2))
    sheet.ellipse(0, -88, 9, 10.5, skin)
    sheet.shape([*arc(0, -89, 10, 11, 140, 400)], hair)


def seated(sheet, coat, trousers=INK, skin=CLAY, hair=INK):
    """Sitting to the right on something 28 high; 78 tall."""
    dark = mix(coat, INK, 0.18)
    sheet.limb([(-1, -33), (19, -32), (18, -4)], (12, 9.6, 6), trousers)
    sheet.limb([(18, -2.4), (24, -2)], (4.6, 3.4), INK)
    head(sheet, x=2, y=-79, skin=skin, hair=hair)
    body = "-3 -70, -9 -64, -9 -46, -8 -29, 7 -30, 9 -48, 9 -64, 5 -70"
    sheet.shape(smooth(body, closed=True), coat)
    sheet.limb([(0, -65), (3, -49), (15, -40)], (6.6, 5.6, 4.4), dark)
    sheet.circle(17, -39, 2.7, skin)
