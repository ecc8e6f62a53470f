"""Draw what changed between two texts: marked for the eye without colour alone, and for the ear.

Takes what `articles.text.compare` found. Every word of the texts is escaped here.
"""

from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from articles.text.compare import Kind
from articles.text.compare.tokens import cut
from articles.text.showing import visible

# So many unchanged paragraphs stand before and behind a change; the others are folded.
AROUND = 1
FEWEST_FOLDED = 2
# A changed run of so few letters may hold nothing that the eye can see.
SHORT = 12

BLOCKS = {
    "p": _("paragraph"),
    "h2": _("heading"),
    "h3": _("heading"),
    "h4": _("heading"),
    "li": _("list item"),
    "blockquote": _("quotation"),
    "footer": _("source of the quotation"),
    "td": _("table cell"),
    "th": _("table cell"),
    "caption": _("table caption"),
    "hr": _("line"),
    "pre": _("code"),
}
DRESSES = {
    "a": _("link"),
    "strong": _("bold"),
    "b": _("bold"),
    "em": _("emphasis"),
    "i": _("emphasis"),
    "u": _("underlined"),
    "s": _("struck out"),
}


class Shown(NamedTuple):
    """One paragraph, ready to print: its words, what became of it, what sort of block it is."""

    kind: str
    html: str
    note: str = ""
    block: str = ""


@dataclass
class Stretch:
    """Some paragraphs in a row; ``folded`` ones did not change and are opened on demand."""

    folded: bool
    paragraphs: list = field(default_factory=list)


def draw(paragraphs):
    """Part the paragraphs of a comparison into stretches, those far from any change folded.

    >>> [stretch.folded for stretch in draw(compare_html(old, new))]
    [True, False]
    """
    near, moved = set(), moved_among(paragraphs)
    for place, one in enumerate(paragraphs):
        if one.kind != Kind.KEPT:
            near.update(range(place - AROUND, place + AROUND + 1))
    stretches = []
    for is_near, group in groupby(enumerate(paragraphs), lambda pair: pair[0] in near):
        shown = [show(one, moved) for _place, one in group]
        stretches.append(Stretch(not is_near and len(shown) >= FEWEST_FOLDED, shown))
    return stretches


def changed_only(paragraphs, most):
    """The changed paragraphs alone, at most so many, and how many more there are."""
    changed = [one for one in paragraphs if one.kind != Kind.KEPT]
    moved = moved_among(paragraphs)
    return [show(one, moved) for one in changed[:most]], max(len(changed) - most, 0)


def moved_among(paragraphs):
    """The texts that went from one place and came, as they were, to another."""
    went = {one.old.strip() for one in paragraphs if one.kind == Kind.REMOVED}
    return went & {one.new.strip() for one in paragraphs if one.kind == Kind.ADDED}


def counted(paragraphs):
    """How many words were added and how many removed; a number is one word."""
    words = {Kind.ADDED: 0, Kind.REMOVED: 0, Kind.KEPT: 0}
    for one in paragraphs:
        for run in one.runs:
            words[run.kind] += sum(one.text[0].isalnum() for one in cut(run.text))
    return words[Kind.ADDED], words[Kind.REMOVED]


def show(paragraph, moved=()):
    """One paragraph of a comparison for a page; ``moved``: texts that stand elsewhere now."""
    block = _tag((paragraph.now if paragraph.was is None else paragraph.was) or ())
    return Shown(paragraph.kind.value, _words(paragraph), _note(paragraph, moved), block)


def _note(paragraph, moved):
    """What became of the paragraph as a whole, in words."""
    if paragraph.kind == Kind.ADDED:
        is_moved = paragraph.new.strip() in moved
        return _("Paragraph moved to here") if is_moved else _("New paragraph")
    if paragraph.kind == Kind.REMOVED:
        is_moved = paragraph.old.strip() in moved
        return _("Paragraph moved from here") if is_moved else _("Paragraph removed")
    if paragraph.was != paragraph.now:
        return format_html(
            _("{was} becomes {now}"), was=_named(paragraph.was), now=_named(paragraph.now)
        )
    return ""


def _named(blocks):
    """The name of a block; with its attributes where the name alone would not tell."""
    if not blocks:
        return BLOCKS["p"]
    tag, _blank, attributes = blocks[-1].partition(" ")
    name = BLOCKS.get(tag, tag)
    if attributes:
        return format_html('{} <bdi dir="ltr">{}</bdi>', name, attributes)
    return name if len(blocks) == 1 else format_html("{} ({})", name, " ‹ ".join(blocks[:-1]))


def _tag(blocks):
    """What the style needs to know of the block: its own tag."""
    return blocks[-1].partition(" ")[0] if blocks else ""


def _words(paragraph):
    """The runs as HTML: what was removed in ``del``, what was added in ``ins``."""
    pieces = []
    for is_kept, group in groupby(paragraph.runs, lambda run: run.kind == Kind.KEPT):
        runs = list(group)
        if is_kept:
            pieces += (_plain(run.text) for run in runs)
            continue
        dressed = {
            kind: {run.dress for run in runs if run.kind == kind}
            for kind in (Kind.REMOVED, Kind.ADDED)
        }
        pieces += (_changed(run, dressed) for run in runs)
    return mark_safe("".join(pieces))  # noqa: S308 - every piece was escaped


def _changed(run, dressed):
    """One changed run, said aloud as such; with its dress where only that side has it."""
    tag, word = ("ins", _("added:")) if run.kind == Kind.ADDED else ("del", _("removed:"))
    other = dressed[Kind.REMOVED if run.kind == Kind.ADDED else Kind.ADDED]
    notes = "" if not run.dress or run.dress in other else _dress(run.dress)
    text = run.text
    # A blank, a line break or a sign without a shape is shown as a sign.
    words = escape(visible(text, blank="␣")) if _is_unseen(text) else _plain(text)
    return format_html(
        '<{tag}><span class="visually-hidden">{word} </span>{words}{notes}</{tag}>',
        tag=mark_safe(tag),  # noqa: S308 - one of two words above
        word=word,
        words=words,
        notes=notes,
    )


def _is_unseen(text):
    """Whether a short run shows nothing, or may differ from its other side in nothing one sees."""
    return (len(text) <= SHORT and visible(text) != text) or not text.strip()


def _dress(dress):
    names = []
    for one in dress:
        tag, _blank, attributes = one.partition(" ")
        name = DRESSES.get(tag, tag)
        target = attributes.removeprefix("href=") if tag == "a" else attributes
        shape = '{} <bdi dir="ltr">{}</bdi>' if target else "{}"
        names.append(format_html(shape, name, target))
    listed = format_html_join("، ", "{}", ((name,) for name in names))
    return format_html(' <span class="dress">({})</span>', listed)


def _plain(text):
    return mark_safe(escape(text).replace("\n", "<br>"))  # noqa: S308 - escaped just before
