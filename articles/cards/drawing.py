"""Draw a share picture from plain values: black ink, white paper, red where the newsroom adds.

Made for other sites' cards, which show it small and cut its edges: large letters, wide margins.
Asks no database.
"""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw, ImageOps, PngImagePlugin

from articles.cards import faces, wordmark
from articles.text.direction import isolate_runs

WIDTH, HEIGHT = 1200, 630
PAPER, INK, QUIET, HAIR = (255, 255, 255), (21, 24, 27), (95, 103, 109), (211, 215, 216)
MARK = (176, 42, 26)  # the same as in static/css/tokens.css
MARGIN, RULE = 64, 10
PICTURE = 444  # how wide the picture stands at the end of the lines
GAP = 52
SMALL, NAME = 34, 42
FOOT = HEIGHT - MARGIN  # where the last line stands
WORDMARK, SIGN = 74, 210
KICKER_LINE = MARGIN + RULE + 50
# The largest size at which a headline has at most so many lines, in pixels.
SIZES = ((120, 2), (108, 3), (96, 3), (88, 3), (80, 4), (72, 4), (64, 4), (58, 5), (52, 5))
LEADING = 1.16
ELLIPSIS = "…"


@dataclass(frozen=True)
class Card:
    """What stands on a share picture; all texts in one language."""

    title: str
    language: str
    is_rtl: bool
    kicker: str = ""  # its section, or what it is
    date: str = ""
    name: str = ""  # the newsroom's; empty where the wordmark says it alone
    has_wordmark: bool = True
    is_marked: bool = False  # a red point before the kicker: no plain news
    picture: Image.Image | None = None
    focus: tuple = (50, 50)


def draw(card):
    """Return the picture as a JPEG in bytes, or None where its title has letters we can not set."""
    title = faces.settable(card.title, faces.HEAD)
    if not title:
        return None
    sheet = _Sheet(card)
    if card.picture is not None:
        sheet.put_picture()
    top = sheet.put_head()
    bottom = sheet.put_foot()
    sheet.put_title(title, top, bottom)
    out = BytesIO()
    # Whole colours: red points would bleed into the paper at half of them.
    sheet.image.save(out, "JPEG", quality=86, subsampling=0, optimize=True, progressive=True)
    return out.getvalue()


def draw_standing(card, whose):
    """Return the picture of pages that are no story, as a PNG in bytes: a name, large, and a line.

    ``whose`` name it shows is written into the file, for whoever must know.
    """
    sheet = _Sheet(card)
    sheet.put_sign()
    out = BytesIO()
    few = sheet.image.quantize(64, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    said = PngImagePlugin.PngInfo()
    said.add_itxt("Title", whose, "", "")
    few.save(out, "PNG", optimize=True, pnginfo=said)
    return out.getvalue()


class _Sheet:
    """The paper, on which ``x`` counts from where lines start: the right edge in Arabic."""

    def __init__(self, card):
        self.card = card
        self.image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        self.pen = ImageDraw.Draw(self.image)
        self.width = WIDTH - 2 * MARGIN
        if card.picture is not None:
            self.width = WIDTH - MARGIN - GAP - PICTURE

    def put_picture(self):
        centering = tuple(part / 100 for part in self.card.focus)
        cut = ImageOps.fit(
            self.card.picture, (PICTURE, HEIGHT), Image.Resampling.LANCZOS, centering=centering
        )
        self.image.paste(cut, (0 if self.card.is_rtl else WIDTH - PICTURE, 0))

    def put_head(self):
        """The thick rule and the kicker below it; return where the headline may begin."""
        self.fill(0, MARGIN, self.width, RULE, INK)
        at = 0
        kicker = faces.settable(self.card.kicker, faces.TEXT)
        if self.card.is_marked:
            self.point(9, KICKER_LINE - 11, 9)
            at = 32
        if kicker:
            self.write(at, KICKER_LINE, kicker, faces.sized(faces.TEXT, SMALL), QUIET)
        return KICKER_LINE + 20 if kicker or at else MARGIN + RULE + 16

    def put_foot(self):
        """Who says it and when; return where the headline must end."""
        at = 0
        if self.card.has_wordmark:
            mark = wordmark.draw(WORDMARK, INK, MARK)
            self.image.paste(mark, (self.left(0, mark.width), FOOT - WORDMARK + 8), mark)
            at = mark.width + 24
        elif self.card.name:
            self.point(11, FOOT - 13, 11)
            at = 36
        name = faces.settable(self.card.name, faces.HEAD)
        if name:
            self.write(at, FOOT - 4, name, faces.sized(faces.HEAD, NAME), INK)
            at += self.measure(name, faces.sized(faces.HEAD, NAME)) + 24
        font = faces.sized(faces.TEXT, SMALL - 6)
        begins = self.width - self.measure(self.card.date, font)
        if begins >= at:
            self.write(begins, FOOT - 4, self.card.date, font, QUIET)
        top = FOOT - WORDMARK - 20
        self.fill(0, top, self.width, 1, HAIR)
        return top - 8

    def put_title(self, title, top, bottom):
        """Set the headline as large as it fits, in lines of much the same length."""
        for size, most in SIZES:
            font = faces.sized(faces.HEAD, size)
            lines = self.lines(title, font)
            if len(lines) <= most and len(lines) * size * LEADING <= bottom - top:
                break
        else:
            lines = self.cut(lines[:most], font)
        step = round(size * LEADING)
        # In the middle of its room, a little higher: the eye takes the kicker with it.
        spare = bottom - top - len(lines) * step
        line = top + max(0, round(spare * 0.36)) + round(size * 0.86)
        for text in lines:
            self.write(0, line, text, font, INK)
            line += step

    def put_sign(self):
        """The newsroom's name as its sign, with what it promises below."""
        self.fill(0, MARGIN, self.width, RULE, INK)
        line = HEIGHT // 2 + 40
        if self.card.has_wordmark:
            sign = SIGN if not self.card.name else SIGN * 2 // 3
            mark = wordmark.draw(sign, INK, MARK)
            self.image.paste(mark, (self.left(0, mark.width), line - sign + 40), mark)
        name = faces.settable(self.card.name, faces.HEAD)
        if name and not self.card.has_wordmark:
            self.point(38, line - 44, 38)
            self.write(112, line, name, faces.sized(faces.HEAD, 150), INK)
        elif name:
            self.write(mark.width + 48, line - 10, name, faces.sized(faces.HEAD, 96), INK)
        self.fill(0, HEIGHT - MARGIN - 84, self.width, 1, HAIR)
        promise = faces.settable(self.card.title, faces.TEXT)
        self.write(0, HEIGHT - MARGIN - 12, promise, faces.sized(faces.TEXT, 44), QUIET)

    def lines(self, text, font):
        """Break into the fewest lines, and these as short as their number allows."""
        words = isolate_runs(text).split(" ")
        fewest = self.broken(words, font, self.width)
        narrow, wide = self.width // 3, self.width
        while wide - narrow > 8:
            middle = (narrow + wide) // 2
            if len(self.broken(words, font, middle)) > len(fewest):
                narrow = middle
            else:
                wide = middle
        return self.broken(words, font, wide)

    def broken(self, words, font, width):
        lines = []
        for word in words:
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.measure(longer, font) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def cut(self, lines, font):
        """Let the last line end in an ellipsis, at a word."""
        words = lines[-1].split(" ")
        while len(words) > 1 and self.measure(" ".join(words) + ELLIPSIS, font) > self.width:
            words.pop()
        return [*lines[:-1], " ".join(words) + ELLIPSIS]

    def left(self, x, width):
        """The pixel where something so wide begins that stands ``x`` from the start of the line."""
        return WIDTH - MARGIN - x - width if self.card.is_rtl else MARGIN + x

    def fill(self, x, y, width, height, colour):
        left = self.left(x, width)
        self.pen.rectangle((left, y, left + width - 1, y + height - 1), fill=colour)

    def point(self, x, y, half):
        """The nuqta: a square on its corner, its middle at (x, y)."""
        middle, fine = self.left(x, 0), 4
        mask = Image.new("L", (half * 2 * fine,) * 2)
        corners = [(half, 0), (2 * half, half), (half, 2 * half), (0, half)]
        ImageDraw.Draw(mask).polygon([(a * fine, b * fine) for a, b in corners], fill=255)
        mask = mask.resize((half * 2, half * 2), Image.Resampling.LANCZOS)
        self.image.paste(MARK, (middle - half, y - half), mask)

    def write(self, x, baseline, text, font, colour):
        anchor = "rs" if self.card.is_rtl else "ls"
        at = (self.left(x, 0), baseline)
        self.pen.text(at, text, colour, font, anchor, **self.shaping())

    def measure(self, text, font):
        return round(font.getlength(text, **self.shaping()))

    def shaping(self):
        direction = "rtl" if self.card.is_rtl else "ltr"
        return {"direction": direction, "language": self.card.language}
