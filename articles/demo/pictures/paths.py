"""Turn curves into points. Pure geometry; knows nothing of colours or images."""

import math
import re
from itertools import pairwise

TOKEN = re.compile(r"[MLHVCQZ]|-?\d+(?:\.\d+)?")
ARITY = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "Z": 0}


def points(outline):
    """Points of an outline: a list is taken as it is, text is read and flattened.

    Text is knots alone, "0 0, 40 0, 40 20", or a path of absolute M, L, H, V, C, Q and Z as in
    SVG: points("M0 0 L40 0 Q60 20 40 40 Z").
    """
    if not isinstance(outline, str):
        return list(outline)
    tokens = TOKEN.findall(outline)
    found = []
    command = "M"
    while tokens:
        if tokens[0] in ARITY:
            command = tokens.pop(0)
        numbers = [float(tokens.pop(0)) for _ in range(ARITY[command])]
        found += _step(command, numbers, found)
    return found


def _step(command, numbers, found):
    if command == "Z":
        return found[:1]
    if command == "H":
        return [(numbers[0], found[-1][1])]
    if command == "V":
        return [(found[-1][0], numbers[0])]
    corners = list(zip(numbers[::2], numbers[1::2], strict=True))
    if command in "CQ":
        return bezier([found[-1], *corners])
    return corners


def bezier(corners):
    """Flatten one Bezier curve of any degree; its first point is left out."""
    length = sum(math.dist(a, b) for a, b in pairwise(corners))
    steps = max(6, min(60, int(length / 6)))
    return [_cast(corners, step / steps) for step in range(1, steps + 1)]


def _cast(corners, at):
    while len(corners) > 1:
        corners = [between(a, b, at) for a, b in pairwise(corners)]
    return corners[0]


def between(start, end, at):
    """The point at a share of the way: between((0, 0), (10, 20), 0.5) is (5, 10)."""
    return start[0] + (end[0] - start[0]) * at, start[1] + (end[1] - start[1]) * at


def smooth(knots, closed=False):
    """A soft line through all the knots (Catmull-Rom)."""
    knots = points(knots)
    first, last = (knots[-1], knots[:2]) if closed else (knots[0], knots[-1:])
    around = [first, *knots, *last]
    line = [around[1]]
    for before, start, end, after in zip(around, around[1:], around[2:], around[3:], strict=False):
        out = start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6
        back = end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6
        line += bezier([start, out, back, end])
    return line


def arc(x, y, rx, ry, start=0, end=360, tilt=0):
    """Points of an elliptic arc in degrees; 0 looks right, 90 looks down."""
    steps = max(32, min(360, int(abs(end - start) / 240 * max(rx, ry))))
    cos, sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    line = []
    for step in range(steps + 1):
        turn = math.radians(start + (end - start) * step / steps)
        across, down = rx * math.cos(turn), ry * math.sin(turn)
        line.append((x + across * cos - down * sin, y + across * sin + down * cos))
    return line


def ribbon(spine, widths):
    """Outline of a band along a smooth spine whose width changes evenly through ``widths``."""
    last = len(spine) - 1
    near, far = [], []
    for index, (x, y) in enumerate(spine):
        (ax, ay), (bx, by) = spine[max(0, index - 1)], spine[min(last, index + 1)]
        length = math.hypot(bx - ax, by - ay) or 1
        half = _width(widths, index / last) / 2
        across = -(by - ay) / length * half, (bx - ax) / length * half
        near.append((x + across[0], y + across[1]))
        far.append((x - across[0], y - across[1]))
    return near + far[::-1]


def _width(widths, at):
    place = at * (len(widths) - 1)
    low = min(int(place), len(widths) - 2)
    return widths[low] + (widths[low + 1] - widths[low]) * (place - low)


def cut(line, on, off):
    """Cut a line into dashes ``on`` long with gaps ``off`` long."""
    dashes, dash, left, drawing = [], [line[0]], on, True
    for start, end in pairwise(line):
        reach = math.dist(start, end)
        done = 0
        while reach - done > left:
            done += left
            knot = between(start, end, done / reach)
            if drawing:
                dashes.append([*dash, knot])
            dash, drawing = [knot], not drawing
            left = on if drawing else off
        left -= reach - done
        dash.append(end)
    return [*dashes, dash] if drawing and len(dash) > 1 else dashes
