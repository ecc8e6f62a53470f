"""Read a news page that was saved as text: its article and what stands around it."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from articles.imports import breadcrumb, furniture
from articles.imports.identity import title_key
from articles.imports.item import TITLE_LENGTH, IncomingItem, Unreadable
from articles.imports.lines import Gathered, is_prose, language_of, letters_of, lines_of, text_below

NAME = "page-text"
HEAD = 60  # in so many lines every page has come to its title
NEAR = 15  # from the breadcrumb to the title it names
LONG_LINE = 120
LONG_TRAIL = 60


@dataclass(frozen=True)
class Head:
    """Where the article begins, and how the page says where it belongs."""

    title: str
    start: int  # the line after the title
    trail: str = ""
    sections: tuple[str, ...] | None = None  # when the trail came already taken apart


def recognises(found):
    """Whether this is plain text; whether an article is in it shows only on reading."""
    return not found.is_markup


def read(found, known):
    """Read the page; the day in its header is when it was read, never when it was published."""
    return read_lines(lines_of(found.text), known, NAME)


def read_lines(lines, known, format):
    """Read the lines of a page, wherever they came from."""
    gathered = Gathered()
    head = _head(lines, known, gathered)
    below = lines[head.start :]
    has_frame = bool(head.trail or head.sections or gathered.read_on) or any(
        furniture.shares(line) is not None or furniture.opens_others(line) for line in below
    )
    paragraphs = text_below(below, head.title, gathered)
    language = language_of(head.title, paragraphs) if paragraphs else ""
    # A bare text has to be the newsroom's language and long enough: a licence is no article.
    is_article = has_frame or language == "ar"
    if not is_article or not is_prose(paragraphs, least_words=5 if has_frame else 20):
        raise Unreadable(_("No text of an article was found in it."))
    return IncomingItem(
        format=format,
        key=title_key(head.title),
        title=head.title,
        paragraphs=paragraphs,
        language=language,
        categories=_sections(head, known, gathered),
        published=gathered.published,
        read_on=gathered.read_on,
        shares=gathered.shares,
        byline=gathered.byline,
        tags=gathered.tags,
        warnings=tuple(gathered.warnings),
    )


def _head(lines, known, gathered):
    """Find the title: named by the breadcrumb, else said twice, else the first line fit for one."""
    for find in (_named_by_trail, _below_steps, _below_trail, _said_twice, _first):
        head = find(lines, known)
        if head is not None:
            for line in lines[: head.start]:
                if line != head.title:
                    gathered.takes(line, above_title=True)
            return head
    raise Unreadable(_("It has no title."))


def _named_by_trail(lines, _known):
    """The breadcrumb ends with the title, and the title stands below as a line of its own."""
    found = []
    for position, trail in _trails(lines):
        for at in range(position + 1, min(position + NEAR, len(lines))):
            before = (
                breadcrumb.without_title(trail, lines[at]) if _can_be_title(lines[at]) else None
            )
            if before is not None:
                found.append(Head(lines[at], at + 1, before))
    return max(found, key=lambda head: len(head.title), default=None)


def _below_steps(lines, _known):
    """The breadcrumb stands one step to a line: home, its sections, the title, the title again."""
    for position, line in enumerate(lines[:HEAD]):
        if not furniture.is_home(line):
            continue
        title_at = _twice(lines[position + 1 : position + NEAR])
        if title_at is None:
            continue
        first, again = (position + 1 + at for at in title_at)
        steps = [step.strip(" ›»>/|‹«<") for step in lines[position + 1 : first]]
        steps = tuple(step for step in steps if step)
        # More steps than levels: that was the site's menu.
        return Head(lines[again], again + 1, sections=steps if len(steps) <= 3 else ())
    return None


def _below_trail(lines, known):
    """The breadcrumb does not say the title, or says it and no line repeats it."""
    for position, trail in _trails(lines):
        if not trail:
            continue
        below = position + 1
        while below < len(lines) and Gathered().takes(lines[below]):
            below += 1
        if below < len(lines) and _can_be_title(lines[below]) and not _is_paragraph(lines[below]):
            return Head(lines[below], below + 1, trail if len(trail) <= LONG_TRAIL else "")
        sections, title = breadcrumb.title_after(trail, known.sections)
        if _can_be_title(title):
            return Head(title, position + 1, sections=sections)
    return None


def _said_twice(lines, _known):
    at = _twice(lines[:NEAR])
    return Head(lines[at[1]], at[1] + 1) if at else None


def _first(lines, _known):
    for position, line in enumerate(lines[:HEAD]):
        if not Gathered().takes(line, above_title=True) and not furniture.is_home(line):
            return Head(line, position + 1) if _can_be_title(line) else None
    return None


def _trails(lines):
    for position, line in enumerate(lines[:HEAD]):
        trail = breadcrumb.after_home(line)
        if trail:
            yield position, trail


def _twice(lines):
    """Positions of the first line that can be a title and is said again, or None."""
    letters = [letters_of(line) if len(line) <= TITLE_LENGTH else "" for line in lines]
    for position, line in enumerate(lines):
        again = letters[position + 1 :]
        if _is_paragraph(line):
            return None
        if letters[position] in again and " " in line and _can_be_title(line):
            return position, letters.index(letters[position], position + 1)
    return None


def _can_be_title(line):
    return (
        len(line) <= TITLE_LENGTH
        and any(letter.isalpha() for letter in line)
        and not furniture.opens_others(line)
        and not Gathered().takes(line)
    )


def _is_paragraph(line):
    return len(line) > LONG_LINE or (line.endswith(".") and len(line) > LONG_TRAIL)


def _sections(head, known, gathered):
    """The path of sections; the editor is told when it rests on a guess."""
    trail = head.trail if head.sections is None else " › ".join(head.sections)
    path, sure = breadcrumb.sections(trail, known.sections)
    if path and not sure:
        gathered.warn(breadcrumb.GUESSED, path=" › ".join(path))
    return path
