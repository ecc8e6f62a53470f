"""Say what a change of a live story is, before readers get it, and tell them.

A change of substance needs an act: a correction, a clarification, an update. Who calls it letters
that were mended must write why. The operator, who brings in what was published elsewhere, is not
asked: outlets do not say either.
"""

from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from articles import editions
from articles.models import Act, Correction, Edition
from articles.search import vocabulary
from articles.text.plain import plain_text
from articles.text.substance import THRESHOLD, compare, weight
from articles.text.tidy import tidy
from articles.workflow.errors import Problem
from articles.workflow.wording import in_words

LANGUAGES = [code for code, _name in settings.LANGUAGES]
LONGEST_SENTENCE = 1_000
MOST_NOTICES = 30
# In so many editions a word stands that is known; the story itself is one of them.
KNOWN_FROM = 2


@dataclass(frozen=True)
class Settled:
    """What a publication will be told as. ``changes``: differences by language that readers have.

    ``problems`` stand in the way; the rest then means nothing.
    """

    act: str = ""
    sentences: dict = field(default_factory=dict)
    note: str = ""
    changes: dict = field(default_factory=dict)
    is_asked: bool = False
    problems: list = field(default_factory=list)

    @property
    def is_substance(self):
        return any(weight(found) >= THRESHOLD for found in self.changes.values())

    def how(self, language):
        """Return the options of `editions.make`: what the edition's date of change depends on."""
        if self.act == Act.MINOR:
            return {"told": ()}
        if self.act:
            return {"always": True} if self.is_told(language) else {}
        # Letters that nobody called anything: readers need no date for a comma.
        only_letters = self.changes and self.is_asked and not self.is_substance
        return {"told": ("picture", "figures")} if only_letters else {}

    def is_told(self, language):
        """Whether the act is about this language: its words changed, or it has a sentence."""
        about = {one for one, found in self.changes.items() if found} | self.sentences.keys()
        return language in about or not about

    @property
    def details(self):
        """What the event remembers of it."""
        if not self.changes:
            return {}
        weights = {one: round(weight(found), 2) for one, found in self.changes.items()}
        return {"act": self.act, "sentences": self.sentences, "weight": weights}


def changes(article):
    """Return how the working text differs from what readers have: differences by language.

    A language that is no longer complete loses its edition: its whole text is then a difference.
    """
    complete = editions.complete_languages(article)
    found = {}
    for edition in article.editions.live():
        language = edition.language
        new = _text_of(article, language) if language in complete else ""
        old = "\n".join((edition.title, edition.lead, edition.plain, edition.beside))
        found[language] = compare(old, new, _known)
    return found


def settle(article, by, given):
    """Decide what the publication of the held article is told as; ``given`` may hold ``act``,
    ``sentences`` by language and ``note``. What a schedule kept holds where nothing is given."""
    kept = article.publishing_as or {}
    given = given if given.get("act") else {**given, **kept}
    act, note = str(given.get("act") or ""), (given.get("note") or "").strip()
    if not article.editions.exists():
        return Settled()
    is_asked = by is not None or article.scheduled_for is not None
    sentences = _cleaned(given.get("sentences")) if act not in ("", Act.MINOR) else {}
    found = changes(article)
    if not any(found.values()) and _is_told_already(article, act, sentences):
        act, sentences = "", {}
    settled = Settled(act, sentences, note, found, is_asked)
    settled.problems.extend(_problems(settled))
    return settled


def kept(settled):
    """What a schedule keeps until the worker publishes; empty for a story that nobody has read."""
    if not settled.act:
        return {}
    return {"act": settled.act, "sentences": settled.sentences, "note": settled.note}


def tell(made, settled, by):
    """Write what readers are told into the editions that were made, and let old notices stand or
    fall with their editions. Inside the transaction of the publication."""
    if settled.act and settled.act != Act.MINOR:
        for edition in made:
            # Without a date of change the language is new: its readers had nothing that was wrong.
            if settled.is_told(edition.language) and edition.changed_at:
                _notify(edition, settled, by)
    if made:
        stand(made[0].article_id)


def stand(article_id):
    """Let a story's notices be listed exactly while their editions are read."""
    read = Edition.objects.live().filter(pk=OuterRef("edition"))
    Correction.objects.filter(article=article_id).update(stands=Exists(read))


def public_sentences(given):
    """What readers are told at the address of a withdrawn story, by language."""
    return _cleaned(given.get("sentences"))


def _is_told_already(article, act, sentences):
    """Whether every notice to be given is the newest of its edition: a button was pressed twice."""
    newest = {one.language: one.notices[0] for one in article.editions.live() if one.notices}
    return bool(newest) and all(
        (told := newest.get(language)) and (told["kind"], told["sentence"]) == (act, sentence)
        for language, sentence in (sentences or dict.fromkeys(newest, "")).items()
    )


def _notify(edition, settled, by):
    row = Correction.objects.create(
        article_id=edition.article_id,
        edition=edition,
        language=edition.language,
        kind=settled.act,
        sentence=settled.sentences.get(edition.language, ""),
        number=edition.number,
        at=edition.changed_at,
        by=by,
    )
    told = {"id": row.anchor, "kind": row.kind, "sentence": row.sentence, "at": row.at.isoformat()}
    edition.notices = [told, *edition.notices][:MOST_NOTICES]
    edition.save(update_fields=["notices"])


def _problems(settled):
    if settled.act and settled.act not in Act.values:
        yield Problem("act", _("Say what the change is."), "act")
    elif not settled.act and settled.is_asked and settled.is_substance:
        yield Problem(
            "act",
            _(
                "This changes more than letters (%(what)s). Say what it is: a correction, a"
                " clarification or an update."
            )
            % {"what": _most(settled.changes)},
            "act",
        )
    elif settled.act == Act.MINOR and settled.is_asked and settled.is_substance:
        if not settled.note:
            yield Problem(
                "note",
                _("This changes more than letters (%(what)s). If it is no more, write why.")
                % {"what": _most(settled.changes)},
                "act_note",
            )
    elif settled.act and Act(settled.act).needs_a_sentence:
        for language in _owed(settled):
            yield Problem(
                "sentence",
                _("Write the sentence for readers in %(language)s: what was wrong, what is right.")
                % {"language": get_language_info(language)["name_translated"]},
                f"sentence_{language}",
            )


def _owed(settled):
    """The languages whose readers are owed a sentence and have none: those whose text changes.

    Where no text changes in substance, one sentence in any language will do; Arabic is asked for.
    """
    touched = [one for one, found in settled.changes.items() if weight(found) >= THRESHOLD]
    if not touched:
        return () if settled.sentences else (settings.LANGUAGE_CODE,)
    return [one for one in touched if one not in settled.sentences]


def _most(found):
    """The heaviest difference in words, for people."""
    every = [one for differences in found.values() for one in differences]
    return in_words(max(every, key=lambda one: one.weight))


def _cleaned(sentences):
    """Sentences by language, without those that say nothing."""
    lines = {one: tidy(str((sentences or {}).get(one) or "")).split() for one in LANGUAGES}
    return {one: " ".join(words)[:LONGEST_SENTENCE] for one, words in lines.items() if words}


def _text_of(article, language):
    title, lead, body = (
        (getattr(article, f"{name}_{language}") or "") for name in ("title", "lead", "body")
    )
    text, beside = plain_text(editions.clean(body)), editions.text_beside(article, language)
    return "\n".join((title.strip(), lead.strip(), text, beside))


def _known(words):
    """The words of these that stand in other stories too."""
    return {word for word, number in vocabulary.frequencies(words).items() if number >= KNOWN_FROM}
