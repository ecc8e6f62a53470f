"""Find what no rule of the doctor may touch: addresses, code, other languages. Changes nothing."""

import re

from articles.text.languages import recognise
from articles.text.words import sentences

_ENDS = '\\s،؛<>«»“”"`'
_LEFT = re.compile(
    "|".join(
        (
            r"```.*?(?:```|\Z)|`[^`\n]+`",
            r"<(?:code|pre|kbd|samp|script|style)\b.*?(?:</(?:code|pre|kbd|samp|script|style)>|\Z)",
            r"</?[A-Za-z!](?:[^<>\"]|\"[^\"<>]*\"){0,2000}>",
            rf"(?:[A-Za-z][A-Za-z0-9+.-]{{1,15}}://|www\.|mailto:)[^{_ENDS}]+",
            r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+",
            # An address without its beginning, and a file: تقرير_نهائی.pdf, example.com/علی
            rf"(?<![^{_ENDS}()/\\:.])[^{_ENDS}()/\\:.]{{1,100}}(?:\.[^{_ENDS}()/\\:.]{{1,63}}){{0,4}}\."
            r"(?:com|net|org|info|gov|edu|int|io|me|tv|co|[a-z]{2}(?=/)"
            r"|pdf|docx?|xlsx?|pptx?|txt|csv|html?|xml|json|jpe?g|png|gif|webp|svg|mp[34]|zip|py|js|css)"
            rf"(?![\w.])(?:/[^{_ENDS}]*)?",
            r"[@#][\w_]+",
        )
    ),
    re.DOTALL | re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")
_ARABIC_LETTER = re.compile("[\u0620-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
# Letters and signs that Arabic typed anywhere may have, but its neighbours always do.
_STRANGE = re.compile("[\u0674-\u06a3\u06a5-\u06a7\u06a9-\u06d5\u200c]")
_SURE = re.compile(r"(?<!\w)(?:في|من|على|إلى|أن|التي|الذي|هذا|هذه|ال\w{3,})(?!\w)")
_QUOTED = re.compile('«[^«»\n]{3,1500}»|“[^“”\n]{3,1500}”|"[^"\n]{3,1500}"|\\([^()\n]{3,1500}\\)')
# A line without strange letters may be too short, or too Latin, to be recognised.
_ARABIC_OR_NONE = ("ar", "")


def spans(text):
    """List what must be left as it is, as (start, end), in no order; spans may overlap.

    Addresses, e-mail, @names, #tags, names of files, code between backticks or in tags, tags
    themselves; lines, sentences and quotations in Persian, Kurdish, Urdu or English.
    """
    found = [match.span() for match in _LEFT.finditer(text)]
    start = 0
    for line in text.split("\n"):
        found.extend(_foreign(line, start))
        start += len(line) + 1
    return found


def _foreign(line, offset):
    """Judge quotations apart from what surrounds them, and that sentence by sentence.

    A quotation is judged alike whatever its line: putting the line right must not change that.
    """
    if not _ARABIC_LETTER.search(line):
        # A line of blanks is nobody's, any other is another language's.
        if _LETTER.search(line):
            yield offset, offset + len(line)
        return
    quoted = [(one.start() + 1, one.end() - 1) for one in _QUOTED.finditer(line)]
    foreign = [(start, end) for start, end in quoted if recognise(line[start:end]) != "ar"]
    around, at = [], 0
    for start, end in foreign:
        yield offset + start, offset + end
        around += line[at:start], " " * (end - start)
        at = end
    around = "".join(around) + line[at:]
    if not _STRANGE.search(around):
        if not _SURE.search(around) and recognise(around) not in _ARABIC_OR_NONE:
            yield offset, offset + len(line)
    elif recognise(around) != "ar":
        yield offset, offset + len(line)
    else:
        for sentence in sentences(around):
            if _STRANGE.search(sentence.text) and recognise(sentence.text) != "ar":
                yield offset + sentence.start, offset + sentence.end
