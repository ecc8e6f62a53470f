"""Read what stands around the article in a page: the site's day, the share count, the way to it."""

from django.utils.translation import gettext_lazy as _

from articles.imports import breadcrumb, furniture
from articles.imports.item import DEEPEST, NAME_LENGTH, one_line
from articles.imports.lines import Gathered, joined_counts, letters_of
from articles.imports.page_html.tree import ELSEWHERE, is_in_article, marks


def read(blocks, title, lines):
    """Gather what the blocks above, beside and below the article's lines say about it."""
    gathered = Gathered()
    title_at = _title_at(blocks, title)
    first, last = _span(blocks, lines)
    for at, block in enumerate(blocks):
        if first <= at <= last or ELSEWHERE.search(marks(block.element)):
            continue
        if at > last:
            if furniture.opens_others(block.text):
                break
            gathered.takes_anywhere(block.text)
            continue
        above = (title_at is None or at < title_at) and not is_in_article(block.element)
        # The article's own time was read from its machine form.
        if above or block.element.get("datetime") is None:
            gathered.takes(block.text, above_title=above)
    if gathered.shares is None:
        counts = (
            furniture.shares(line) for line in joined_counts([block.text for block in blocks])
        )
        gathered.shares = next((count for count in counts if count is not None), None)
    return gathered


def _title_at(blocks, title):
    """Where the title stands as a heading; a breadcrumb may say it before."""
    same = [at for at, block in enumerate(blocks) if letters_of(block.text) == letters_of(title)]
    headed = [at for at in same if "h1" in marks(blocks[at].element, most=2).split()]
    return next(iter(headed or same[-1:]), None)


def _span(blocks, lines):
    """The first and the last block that is a line of the article."""
    wanted = set(lines)
    found = [at for at, block in enumerate(blocks) if block.text in wanted]
    return (found[0], found[-1]) if found else (len(blocks), len(blocks))


def sections(blocks, title, steps, stated, known, gathered):
    """The path of sections: by the breadcrumb, by a line that is one, by what the data states."""
    trail = _own_steps(steps, title)
    if len(trail) > 1:
        path = tuple(name for name in map(one_line, trail) if len(name) <= NAME_LENGTH)
        if len(path) <= DEEPEST:
            return path
        gathered.warn(
            _("The page names more levels of sections than we have; the first were kept.")
        )
        return path[:DEEPEST]
    text = trail[0] if trail else _line(blocks, title)
    path, sure = breadcrumb.sections(text, known.sections) if text else ((), True)
    if not path:
        return tuple(name for name in stated if len(name) <= NAME_LENGTH)[:DEEPEST]
    if len(path) > 1 and not sure:
        gathered.warn(breadcrumb.GUESSED, path=" › ".join(path))
    return path


def _own_steps(steps, title):
    """The steps between home and the article itself."""
    kept = [step for step in steps if not furniture.is_home(step)]
    if kept and (rest := breadcrumb.after_home(kept[0])) is not None:
        kept[0] = rest
    if kept and (before := breadcrumb.without_title(kept[-1], title)) is not None:
        kept[-1] = before
    return [step for step in kept if step]


def _line(blocks, title):
    """What a line that begins with home says, up to the title."""
    for block in blocks:
        if trail := breadcrumb.after_home(block.text):
            before = breadcrumb.without_title(trail, title)
            if before is not None:
                return before
    return ""
