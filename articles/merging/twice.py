"""Take out of an edition what a merge made double: one passage resting twice on one source."""

import re

from articles.models import Edition


def once(edition):
    """Show each passage of a source once, number what is left anew, and save the edition.

    The marks in the body follow the numbers; of a double, only the first mark stays.
    """
    kept, numbers = {}, {}
    for one in edition.cited:
        held = kept.setdefault((one["source"], one["passage"]), one | {"number": len(kept) + 1})
        for known in ("link", "note"):
            held[known] = held[known] or one[known]
        numbers[one["number"]] = held["number"]
    edition.body = _renumbered(edition.body, numbers)
    edition.cited = list(kept.values())
    Edition.objects.filter(pk=edition.pk).update(body=edition.body, cited=edition.cited)


# As ``editions.marks`` writes it: the number is in its address, its label and its text.
_MARK = re.compile(r'<a class="src" href="#s(\d+)" aria-label="([^"]*)">(\d+)</a>')


def _renumbered(body, numbers):
    marked = set()

    def mark(match):
        former = match[1]
        number = numbers.get(int(former))
        if number is None or number in marked:
            return ""
        marked.add(number)
        return match[0].replace(former, str(number))

    return _MARK.sub(mark, body)
