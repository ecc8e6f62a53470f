"""Draw the pictures of the demo newsroom in code; takes nothing from a camera or another hand."""

from collections.abc import Callable

from articles.demo.pictures import (
    desk,
    lab,
    land,
    power,
    sea,
    sky,
    souk,
    sport,
    stage,
    streets,
    town,
    village,
    wheels,
)
from articles.demo.pictures.canvas import SIZE, Canvas

PICTURES: dict[str, Callable[[Canvas], None]] = {
    "port": sea.port,
    "council": town.council,
    "fields": land.fields,
    "lab": lab.lab,
    "manuscript": desk.manuscript,
    "map": desk.chart,
    "rain": sky.rain,
    "solar": power.solar,
    "stars": sky.stars,
    "swim": sport.swim,
    "track": sport.track,
    "bus": streets.bus,
    "library": wheels.library,
    "theatre": stage.theatre,
    "market": souk.market,
    "olive": land.olive,
    "well": village.well,
    "school": town.school,
    "tram": streets.tram,
    "football": sport.football,
    "clinic": wheels.clinic,
    "wind": power.wind,
    "fishing": sea.fishing,
    "calligraphy": desk.calligraphy,
}

__all__ = ["PICTURES", "SIZE", "draw"]


def draw(key):
    """Draw one picture, the same each time: draw("port").save("port.jpg", quality=88).

    Raises KeyError for a key that is not in PICTURES.
    """
    paint = PICTURES[key]
    canvas = Canvas(key)
    paint(canvas)
    return canvas.image()
