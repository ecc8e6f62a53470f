"""Tell on which of the outlets it names a text rests, and which passage does. A guess for editors.

A source counts only when words of attribution stand near it; an outlet that is merely talked
about ("Reuters' shares fell") does not.
"""

from typing import NamedTuple

from articles.recognition import arabic, english
from articles.recognition.phrase import grouped, phrases
from articles.recognition.quotations import Quotations
from articles.text.words import sentences

QUOTED, PARAPHRASED = "quoted", "paraphrased"


class Attribution(NamedTuple):
    """One passage that rests on one source: ``text[passage_start:passage_end] == passage``."""

    pk: int
    start: int
    end: int
    cue: str
    how: str
    passage_start: int
    passage_end: int
    passage: str


def cited(text, found):
    """List the cited among the found sources, once for each passage, in the order of the text."""
    attributions, seen, cited_ends = [], set(), {}
    quotations = Quotations(text, found)
    sources = [one for one in found if one.kind == "source"]
    before = None
    for sentence, named in grouped(sentences(text), sources):
        for phrase in phrases(text, sentence, named):
            cue = arabic.cue(phrase, cited_ends) or english.cue(phrase)
            if not cue:
                continue
            cited_ends[phrase.end] = cue
            first = _credited(text, before, sentence) if phrase.is_alone else sentence
            start, end = passage_at(sentence, quotations, first)
            for pk in phrase.pks:
                if (pk, start) not in seen:
                    seen.add((pk, start))
                    how = QUOTED if quotations.speak(start, end) else PARAPHRASED
                    place = (phrase.start, phrase.end, cue, how, start, end, text[start:end])
                    attributions.append(Attribution(pk, *place))
        before = sentence
    return attributions


def passage_at(sentence, quotations, first=None):
    """Where the passage of a sentence begins and ends, quotations whole; ``first`` may precede."""
    return quotations.whole((first or sentence).start, sentence.end)


def _credited(text, before, sentence):
    """The sentence that a credit behind it belongs to: "Calm has returned. (Reuters)"."""
    if before is None or "\n" in text[before.end : sentence.start]:
        return sentence
    return before
