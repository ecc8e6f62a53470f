"""Cut the site's two families down to the letters it uses. Never downloads, never runs by itself.

The results are committed under static/fonts; run this again only to change a face or its letters:

    npm pack @ibm/plex-sans-arabic @expo-google-fonts/markazi-text      # and unpack both
    python -m pip install "fonttools[woff]"
    python manage.py subset_fonts FOLDER_WITH_BOTH
"""

from collections import namedtuple
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

try:
    from fontTools import subset, ttLib
except ImportError:  # a tool for whoever draws the site, not for running it
    subset = ttLib = None

Face = namedtuple("Face", "key family style source licence")

# "Plex" is a reserved name of the Open Font License: a changed font must not carry it.
FACES = (
    Face("head", "Ghurfa Head", "Bold", "MarkaziText_700Bold.ttf", "markazi-text"),
    Face(
        "text",
        "Ghurfa Text",
        "Regular",
        "IBMPlexSansArabic-Regular.woff2",
        "ibm-plex-sans-arabic",
    ),
)

ARABIC = (
    *range(0x0621, 0x063B),  # letters
    *range(0x0640, 0x0653),  # tatweel, letters, short vowels
    *(0x0670, 0x0671),
    *map(ord, "،؛؟٪٫٬پچژڤکگی"),
    *(0x20, 0xA0, 0x200C, 0x200D),
)
LATIN = (
    *range(0x20, 0x7F),
    *map(ord, "\u00a0«»‹›–—…·•×°‘’“”€äçèéöü"),
)
SCRIPTS = {
    "arabic": (ARABIC, "init medi fina rlig calt ccmp mark mkmk kern curs locl"),
    "latin": (LATIN, "kern liga locl"),
}
KEPT_NAMES = [0, 14]  # the copyright and the licence's address stay inside the file
LICENCE_NAMES = ("license_font", "license_font.txt", "ofl.txt", "license.txt", "license")


class Command(BaseCommand):
    help = "Subset the site's fonts from unpacked font packages into static/fonts."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="where the packages were unpacked")
        parser.add_argument("--to", type=Path, default=Path(settings.BASE_DIR, "static", "fonts"))

    def handle(self, folder, to, **options):
        if subset is None:
            raise CommandError('This command needs the package "fonttools[woff]".')
        to.mkdir(parents=True, exist_ok=True)
        total = 0
        for face in FACES:
            original = found(folder, face.source)
            licence = to / f"LICENSE-{face.licence}.txt"
            licence.write_text(licence_text(original, folder), encoding="utf-8")
            for script, (letters, features) in SCRIPTS.items():
                path = to / f"ghurfa-{face.key}-{script}.woff2"
                write_subset(original, face, letters, features.split(), path)
                total += path.stat().st_size
                self.stdout.write(f"{path.name} {path.stat().st_size:,} bytes")
        self.stdout.write(f"together {total:,} bytes")


def found(folder, name):
    """Return the first file of that name below the folder, complete fonts before split ones."""
    hits = sorted(folder.rglob(name), key=lambda path: ("complete" not in path.parts, str(path)))
    if not hits:
        raise CommandError(f"No {name} below {folder}: unpack the font packages there first.")
    return hits[0]


def licence_text(original, folder):
    """Return the font's own licence: the nearest licence file at or above the font."""
    for place in original.parents:
        for path in sorted(place.iterdir()):
            if path.name.lower() in LICENCE_NAMES:
                text = path.read_text(encoding="utf-8")
                if "Open Font License" in text:
                    return text
        if place == folder:
            break
    raise CommandError(f"No Open Font License beside {original}.")


def write_subset(original, face, letters, features, path):
    """Write one woff2 with those letters and features, under our own family name."""
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = features
    options.hinting = False
    options.name_IDs = KEPT_NAMES
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.drop_tables += ["STAT", "DSIG", "prep", "fpgm", "cvt ", "meta"]
    with ttLib.TTFont(original, recalcTimestamp=False) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=letters)
        cutter.subset(font)
        rename(font, face)
        font.flavor = "woff2"
        font.save(path)


def rename(font, face):
    names = font["name"]
    ours = {1: face.family, 2: face.style, 4: face.family, 6: face.family.replace(" ", "")}
    for number, value in ours.items():
        names.setName(value, number, 3, 1, 0x409)
