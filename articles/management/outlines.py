"""Let the glyphs of a TrueType font share their outlines: drawn once, placed wherever they stand.

Fonts cut from variable ones draw the three dots of ش, and its teeth, anew in each of its shapes and
ligatures. Needs fontTools; only `subset_fonts` calls it.
"""

from array import array
from collections import Counter

from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent, GlyphCoordinates
from fontTools.ttLib.tables.ttProgram import Program

ON_CURVE = 1
OFFSETS_ARE_UNITS = 2  # a component's flag: it is moved by x and y
# Below so many shared points a glyph of components weighs more than its own outline.
LEAST_POINTS = 8


def share_outlines(font):
    """Make components of contours that stand in several glyphs. What is drawn stays the same."""
    table = font["glyf"]
    order = list(font.getGlyphOrder())
    parts = {name: _parts(table, name) for name in order if table[name].numberOfContours}
    uses = Counter(shape for found in parts.values() for shape, _place in found)
    homes = {}  # shape: the glyph that draws it alone, and where
    for name, found in parts.items():
        if len(found) == 1:
            homes.setdefault(found[0][0], (name, found[0][1]))
    new = {}
    for name, found in parts.items():
        shared = [one for one in found if uses[one[0]] > 1]
        own = [one for one in found if uses[one[0]] == 1]
        draws_it = len(found) == 1 and homes[found[0][0]][0] == name
        if draws_it or sum(len(shape) for shape, _place in shared) < LEAST_POINTS:
            table[name] = _drawn(found)
            continue
        for shape, _place in shared:
            if shape not in homes:
                homes[shape] = (f"part{len(new)}", (0, 0))
                new[homes[shape][0]] = _drawn([(shape, (0, 0))])
        pieces = [_placed(homes[shape], place) for shape, place in shared]
        if own:
            rest = f"part{len(new)}"
            new[rest] = _drawn(own)
            pieces.append(_placed((rest, (0, 0)), (0, 0)))
        table[name] = Glyph()
        table[name].numberOfContours = -1
        table[name].components = pieces
    order += new
    table.glyphs.update(new)
    font["hmtx"].metrics.update(dict.fromkeys(new, (0, 0)))
    font.setGlyphOrder(order)
    table.glyphOrder = order
    font["maxp"].numGlyphs = len(order)
    for name in order:
        glyph = table[name]
        glyph.recalcBounds(table)
        if glyph.numberOfContours:
            font["hmtx"][name] = (font["hmtx"][name][0], glyph.xMin)


def _parts(table, name):
    """Return the contours of a glyph as (shape, place): equal shapes are the same outline moved."""
    points, ends, flags = table[name].getCoordinates(table)
    found, start = [], 0
    for end in ends:
        contour = [(*points[at], flags[at] & ON_CURVE) for at in range(start, end + 1)]
        start = end + 1
        first = contour.index(min(contour))
        contour = contour[first:] + contour[:first]
        left, low, _flag = contour[0]
        shape = tuple((x - left, y - low, flag) for x, y, flag in contour)
        found.append((shape, (left, low)))
    return found


def _drawn(parts):
    glyph = Glyph()
    points = [(x + to[0], y + to[1], flag) for shape, to in parts for x, y, flag in shape]
    glyph.numberOfContours = len(parts)
    glyph.coordinates = GlyphCoordinates([(x, y) for x, y, _flag in points])
    glyph.flags = array("B", [flag for _x, _y, flag in points])
    glyph.endPtsOfContours = []
    end = -1
    for shape, _to in parts:
        end += len(shape)
        glyph.endPtsOfContours.append(end)
    glyph.program = Program()
    glyph.program.fromBytecode(b"")
    return glyph


def _placed(home, place):
    name, there = home
    component = GlyphComponent()
    component.glyphName = name
    component.x, component.y = place[0] - there[0], place[1] - there[1]
    component.flags = OFFSETS_ARE_UNITS
    return component
