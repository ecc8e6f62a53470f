"""Suggest names that an article shows and the register lacks. An editor adds them, or does not."""

from typing import NamedTuple

from django.apps import apps

from articles.recognition.cues import OUTLETS
from articles.recognition.gazetteer import find
from articles.recognition.people import people
from articles.recognition.register import known_names
from articles.recognition.speakers import OUTLET, PERSON, speakers
from articles.text.clitics import readings
from articles.text.fold import fold
from articles.text.plain import plain_text
from articles.text.slugs import slugify
from articles.text.words import sentences, words

# What kind of source an outlet's noun tells; of any other noun it is a website.
KINDS = {
    "newspaper": "صحيفة جريدة مجلة",
    "agency": "وكالة",
    "television": "قناة تلفزيون محطة فضائية شبكة",
    "radio": "إذاعة راديو",
}
_KIND_OF = {fold(noun): kind for kind, nouns in KINDS.items() for noun in nouns.split()}
_WRITTEN = {fold(noun): noun for nouns in KINDS.values() for noun in nouns.split()}
MOST = 12


class Candidate(NamedTuple):
    """A name that could be registered: as a "source" or an "entity" of what type, and why.

    ``context`` is for a name of one word, which may be any word: المحور counts beside صحيفة.
    """

    kind: str
    type: str
    name: str
    context: str
    passage: str

    @property
    def key(self):
        return f"{self.kind}:{self.name}"


def candidates(article, gazetteer=None):
    """List at most ``MOST`` names that no registered spelling holds, first those who speak.

    Arabic texts only: an office, an outlet's noun or a given name tells that a name stands there.
    """
    gazetteer = gazetteer or known_names()
    text = "\n\n".join((article.lead_ar or "", plain_text(article.body_ar or "")))
    names = find(text, gazetteer)
    speaking = [one for one in speakers(text, names) if one.what in (OUTLET, PERSON)]
    listed = [_candidate(text, one) for one in speaking]
    taken = [(one.start, one.end) for one in (*names, *speaking)]
    for one in people(text, taken):
        sentence = next(part for part in sentences(text) if part.end > one.start)
        listed.append(Candidate("entity", "person", text[slice(*one)], "", sentence.text))
    unique = {fold(one.name): one for one in reversed(listed)}
    return list(unique.values())[::-1][:MOST]


def register(candidate):
    """Give the newsroom the candidate's name and spelling, and return the source or entity.

    A row that has the name's address already gets the spelling instead.
    """
    model = apps.get_model("articles", candidate.kind.capitalize())
    thing, _new = model.objects.get_or_create(
        slug=slugify(candidate.name),
        defaults={"name": candidate.name, "name_ar": candidate.name, "kind": candidate.type},
    )
    thing.aliases.get_or_create(
        folded=fold(candidate.name),
        defaults={"text": candidate.name, "context": candidate.context},
    )
    return thing


def _candidate(text, speaker):
    name = text[speaker.start : speaker.end]
    passage = text[speaker.passage_start : speaker.passage_end]
    if speaker.what == PERSON:
        return Candidate("entity", "person", name, "", passage)
    noun = _noun_before(text[speaker.passage_start : speaker.start])
    context = noun if len(words(name)) == 1 else ""
    return Candidate("source", _KIND_OF.get(fold(noun), "website"), name, context, passage)


def _noun_before(text):
    """The outlet's noun at the end of ``text``, without what is written onto it."""
    last = fold(words(text)[-1].text)
    noun = next((one for one in readings(last) if one in OUTLETS), last)
    return _WRITTEN.get(noun, noun)
