"""Cut the site's two families down to the letters it uses. Never downloads, never runs by itself.

The results are committed, for pages under static/fonts and for share pictures under
articles/cards/fonts; run this again only to change a face or its letters:

    npm pack @ibm/plex-sans-arabic @expo-google-fonts/markazi-text      # and unpack both
    python -m pip install "fonttools[woff]"
    python manage.py subset_fonts FOLDER_WITH_BOTH
"""

from collections import namedtuple
from pathlib import Path
from types import SimpleNamespace

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

try:
    from fontTools import subset, ttLib
    from fontTools.ttLib import woff2
    from fontTools.ttLib.scaleUpem import scale_upem

    from articles.management.outlines import share_outlines
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
# What headlines in Arabic hold beside Arabic: names of firms and devices, amounts, quotations.
HEADLINE_LATIN = (
    *map(ord, " !\"#$%&'()+,-./0123456789:;?@«»‹›–—…·×‘’“”€çèéäöü"),
    *range(ord("A"), ord("Z") + 1),
    *range(ord("a"), ord("z") + 1),
)
LANGUAGES_OF_PAGES = ["DFLT.dflt", "latn.dflt", "arab.dflt", "arab.ARA"]
ARABIC_FEATURES = "init medi fina rlig calt ccmp mark mkmk kern curs locl"
# Headlines carry no mark upon a mark but shadda with a vowel, which is one glyph.
HEADLINE_FEATURES = ARABIC_FEATURES.replace(" mkmk", "")
LATIN_FEATURES = "kern liga locl"
BOTH_FEATURES = f"{ARABIC_FEATURES} liga"
# Either script may stand anywhere on a page, and every page keeps the budget of README.md: one file
# of each face. English pages have a headline file of their own, less than half as heavy.
FILES = {
    "text": {"ghurfa-text.woff2": ((*ARABIC, *LATIN), BOTH_FEATURES)},
    "head": {
        "ghurfa-head.woff2": ((*ARABIC, *HEADLINE_LATIN), HEADLINE_FEATURES),
        "ghurfa-head-latin.woff2": (LATIN, LATIN_FEATURES),
    },
}
# In how many steps a letter is high: one of 400 is a seventh of a pixel of the largest headline.
STEPS = {"text": 400, "head": 400}
# Single Latin words in Arabic headlines stand as well without pairs of letters moved closer.
UNKERNED = {"ghurfa-head.woff2"}
# Share pictures are drawn on the server from one whole file of each face: every letter it has.
DRAWN = {"text": "ghurfa-text.ttf", "head": "ghurfa-head.ttf"}
DRAWN_LETTERS = (*range(0x20, 0x250), *range(0x600, 0x700), *range(0x2000, 0x2070), 0x20AC)
NO_REPACKING = "fontTools.ttLib.tables.otBase:USE_HARFBUZZ_REPACKER"
KEPT_NAMES = [0, 14]  # the copyright and the licence's address stay inside the file
LICENCE_NAMES = ("license_font", "license_font.txt", "ofl.txt", "license.txt", "license")


class Command(BaseCommand):
    help = "Subset the site's fonts from unpacked font packages into static/fonts."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="where the packages were unpacked")
        parser.add_argument("--to", type=Path, default=Path(settings.BASE_DIR, "static", "fonts"))
        parser.add_argument(
            "--drawn-to", type=Path, default=Path(settings.BASE_DIR, "articles", "cards", "fonts")
        )

    def handle(self, folder, to, drawn_to, **options):
        if subset is None:
            raise CommandError('This command needs the package "fonttools[woff]".')
        for place in (to, drawn_to):
            place.mkdir(parents=True, exist_ok=True)
        total = 0
        for face in FACES:
            original = found(folder, face.source)
            for place in (to, drawn_to):
                licence = place / f"LICENSE-{face.licence}.txt"
                licence.write_text(licence_text(original, folder), encoding="utf-8")
            for name, (letters, features) in FILES[face.key].items():
                total += self.write(original, face, letters, features, to / name)
            drawn = drawn_to / DRAWN[face.key]
            self.write(original, face, DRAWN_LETTERS, BOTH_FEATURES, drawn)
            drawn.with_suffix(".txt").write_text(letters_of(drawn), encoding="ascii")
        self.stdout.write(f"for pages together {total:,} bytes")

    def write(self, original, face, letters, features, path):
        write_subset(original, face, letters, features.split(), path)
        size = path.stat().st_size
        self.stdout.write(f"{path.name} {size:,} bytes")
        return size


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
    """Write one file with those letters and features, under our own family name.

    The ending of ``path`` says how it is packed: woff2 for browsers, bare for Pillow.
    """
    flavor = "woff2" if path.suffix == ".woff2" else None
    options = subset.Options()
    options.flavor = flavor
    options.layout_features = features
    options.hinting = False
    options.name_IDs = KEPT_NAMES
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.drop_tables += ["STAT", "DSIG", "prep", "fpgm", "cvt ", "meta"]
    if flavor:
        options.layout_scripts = LANGUAGES_OF_PAGES
        # It packs tables small by themselves and worse for what packs the whole file.
        options.harfbuzz_repacker = False
    with ttLib.TTFont(original, recalcTimestamp=False) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=letters)
        cutter.subset(font)
        rename(font, face)
        if flavor:
            lighten(font, face, path.name)
        font.flavor = flavor
        font.save(path)


def lighten(font, face, name):
    """Make a font for pages lighter where no eye sees it."""
    font.cfg[NO_REPACKING] = False
    if name in UNKERNED:
        drop_latin_kerning(font)
    if face.key == "head":  # the text face shares its outlines already
        share_outlines(font)
    scale_upem(font, STEPS[face.key])
    font.flavorData = woff2.WOFF2FlavorData(transformedTables={"glyf", "loca", "hmtx"})


def drop_latin_kerning(font):
    """Forget which pairs with a Latin letter are moved closer or apart."""
    letters = {code for code in LATIN if chr(code).isalpha()}
    latin = {name for code, name in font.getBestCmap().items() if code in letters}
    table = font["GPOS"].table
    kept = SimpleNamespace(glyphs=set(font.getGlyphOrder()) - latin, options=subset.Options())
    for record in table.FeatureList.FeatureRecord:
        for at in record.Feature.LookupListIndex if record.FeatureTag == "kern" else ():
            lookup = table.LookupList.Lookup[at]
            lookup.SubTable = [one for one in lookup.SubTable if one.subset_glyphs(kept)]
            lookup.SubTableCount = len(lookup.SubTable)


def letters_of(path):
    """Return the letters of a font as lines of hexadecimal ranges: what Pillow can not ask it."""
    with ttLib.TTFont(path) as font:
        codes = sorted(font.getBestCmap())
    ranges = []
    for code in codes:
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{first:04X}-{last:04X}\n" for first, last in ranges)


def rename(font, face):
    names = font["name"]
    ours = {1: face.family, 2: face.style, 4: face.family, 6: face.family.replace(" ", "")}
    for number, value in ours.items():
        names.setName(value, number, 3, 1, 0x409)
