"""Bring a form together with what was saved since it was opened. Draws nothing, saves nothing.

Three versions of every part meet here: the one that both rest on, theirs, and mine as the form
sends it. What only they changed goes into the form; what only I changed stays in it; of what both
changed somebody has to choose. The article's row is held meanwhile.
"""

import json
from dataclasses import dataclass, field

from articles.admin.posted_rows import rows_of

MINE, THEIRS, MERGED = "mine", "theirs", "merged"


@dataclass(frozen=True)
class Taken:
    """What only they changed, or what both did without a clash: it stands in the form now."""

    part: object
    was: object
    theirs: object


@dataclass(frozen=True)
class Dispute:
    """What both changed. ``merged`` is None where there is no bringing together."""

    part: object
    was: object
    mine: object
    theirs: object
    merged: object = None


@dataclass
class Outcome:
    """What became of a form: the versions it stood between, what was taken, what is to choose."""

    base: object
    newest: object
    taken: list = field(default_factory=list)
    disputes: list = field(default_factory=list)


def settle(posted, article, parts):
    """Do to the form as was chosen on the page before; return the names that still want a choice.

    «mine» is whatever stands in the form, also where it was changed since it was asked about.
    """
    base, seen = version(article, posted.get("_base")), version(article, posted.get("_revision"))
    if base is None or seen is None:
        return []
    left = []
    for name in dict.fromkeys(posted.get("_asked", "").split()):
        part, choice = parts.get(name), posted.get(f"_choice_{name}", "")
        is_known = part and name in base.content and name in seen.content
        if not is_known or choice == MINE:
            continue
        theirs = seen.content[name]
        if choice == THEIRS:
            part.put(posted, theirs)
            continue
        merged = choice == MERGED and merged_of(part, base.content[name], part.read(posted), theirs)
        if merged:
            part.put(posted, merged.text)
        else:
            left.append(name)
    return left


def reconcile(posted, article, parts, left=()):
    """Take into the form what only they changed; return an `Outcome`, None when all is as it was.

    ``left``: names that were asked about on the page before and not decided.
    """
    for rows in rows_of(article):
        rows.mend(posted)
    seen = version(article, posted.get("_revision"))
    newest = article.revisions.select_related("by").first()
    if seen is None or (newest.number <= seen.number and not left):
        return None
    before = version(article, posted.get("_base")) or seen
    outcome = Outcome(before if left else seen, newest)
    for name, part in parts.items():
        base = before if name in left else seen
        if name in base.content and name in newest.content:
            _bring(outcome, posted, part, base.content[name], newest.content[name])
    # Both did the same, or one pressed twice: there is nothing to see and nothing to lose.
    return outcome if outcome.taken or outcome.disputes else None


def _bring(outcome, posted, part, was, theirs):
    mine = part.read(posted)
    if part.same(was, theirs) or part.same(mine, theirs):
        return
    if part.same(mine, was):
        part.put(posted, theirs)
    elif (joined := part.join(was, mine, theirs)) is not None:
        part.put(posted, joined)
    else:
        part.stand(posted)
        merged = merged_of(part, was, mine, theirs)
        outcome.disputes.append(Dispute(part, was, mine, theirs, merged))
        return
    outcome.taken.append(Taken(part, was, theirs))


def carry(posted, standing, parts):
    """Do the same for what no version holds (a desk, a deadline), as far as that can be known.

    ``posted`` says in ``_standing`` how it was when the page was opened, ``standing`` how it is.
    What only they changed is taken over. Returns the parts that changed meanwhile, each with its
    value now and whether the form says otherwise and wins.
    """
    try:
        opened = dict(json.loads(posted.get("_standing", "")))
    except (ValueError, TypeError):
        return []
    changed = []
    for name, part in parts.items():
        if name not in opened or part.same(opened[name], standing[name]):
            continue
        mine = part.read(posted)
        if part.same(mine, opened[name]):
            part.put(posted, standing[name])
        changed.append((part, standing[name], not part.same(part.read(posted), standing[name])))
    return changed


def merged_of(part, was, mine, theirs):
    """Both changes in one, where there is such a thing."""
    return part.merge(was, mine, theirs) if part.is_text else None


def version(article, number):
    """The version of that number as a form names it; None without one."""
    if not str(number or "").isdecimal() or len(number) > 9:
        return None
    return article.revisions.filter(number=int(number)).select_related("by").first()
