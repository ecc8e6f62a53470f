"""The shared colours of the demo pictures; every scene takes five to eight of them."""

# The one red point of each picture.
RED = "#b02a1a"

INK = "#1d2428"
NIGHT = "#141d2b"
DUSK = "#0b1018"
SLATE = "#3a4447"
STEEL = "#51646a"

DEEP = "#2f4a54"
TEAL = "#43606b"
SEA = "#5d7a80"
FOAM = "#7f989b"
HAZE = "#aebab8"
CLOUD = "#cfd8dc"
DAWN = "#d9dcd3"
NAVY = "#27445a"
POOL = "#2f7f97"

PAPER = "#f3efe2"
CREAM = "#e9e0c8"
STONE = "#d8cfb8"
SAND = "#c5b48c"
EARTH = "#8f8467"
BARK = "#5d4a3c"
CLAY = "#8d5b45"
TERRACOTTA = "#b0694f"

WHEAT = "#b59f5a"
STRAW = "#c7b36c"
STUBBLE = "#99853f"
LEAF = "#7d8c66"
OLIVE = "#50624f"
FOREST = "#3d4f40"


def channels(color):
    """Red, green and blue of ``#rrggbb``."""
    return tuple(int(color[start : start + 2], 16) for start in (1, 3, 5))


def mix(color, other, share):
    """Move ``color`` towards ``other``: mix(SEA, INK, 0.2) is a darker sea."""
    pairs = zip(channels(color), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
