"""What a change of a live story is called, on its page. Asks workflow; decides nothing."""

from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import get_language_info, gettext_lazy
from django.utils.translation import gettext as _

from articles.models import Act
from articles.states import Asks
from articles.text.substance import is_substance
from articles.workflow import correcting
from articles.workflow.wording import in_words

LONGEST = 1_000
MOST_SHOWN = 4
SESSION = "acts"
LANGUAGES = [code for code, _name in settings.LANGUAGES]

EXPLAINED = {
    Act.CORRECTION: gettext_lazy(
        "What readers read was wrong. The sentence stands on the story and in the list of"
        " corrections."
    ),
    Act.CLARIFICATION: gettext_lazy(
        "What they read was right but could mislead. The sentence stands in the same places."
    ),
    Act.UPDATE: gettext_lazy(
        "Something new happened. The story says when; a sentence may say what is new."
    ),
    Act.MINOR: gettext_lazy(
        "Spelling and marks. Readers are told nothing; for more than letters, write why."
    ),
}


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    why: str
    is_chosen: bool


@dataclass(frozen=True)
class Sentence:
    """One language's line: what is typed in it, and what is wrong with it."""

    language: str
    label: str
    language_name: str
    direction: str
    text: str = ""
    error: str = ""


@dataclass(frozen=True)
class Sheet:
    """What the page asks: which act, which sentences, what differs, and what was refused."""

    choices: list
    sentences: list
    differences: list = field(default_factory=list)
    is_substance: bool = False
    is_open: bool = False
    note: str = ""
    error: str = ""
    note_error: str = ""


def given_of(posted):
    """Return what a form says of an act, as workflow takes it; of a withdrawal, its sentences."""
    prefix = "_public_" if posted.get("_move") == "withdraw" else "_sentence_"
    given = {
        "act": posted.get("_act", "")[:20],
        "sentences": {
            one: text[:LONGEST] for one in LANGUAGES if (text := posted.get(f"{prefix}{one}", ""))
        },
    }
    return {name: value for name, value in given.items() if value}


def remember(request, article, problems):
    """Keep what was typed until the page is shown again; forget it once nothing was refused."""
    typed = request.session.get(SESSION, {})
    typed.pop(str(article.pk), None)
    if problems and ("_act" in request.POST or any(one.field in FIELDS for one in problems)):
        typed[str(article.pk)] = given_of(request.POST) | {
            "note": request.POST.get("_act_note", "")[:LONGEST],
            "errors": {one.field: str(one) for one in problems if one.field in FIELDS},
        }
    request.session[SESSION] = typed


def are_asked(step, article):
    """Whether the move lets a change of a live story out, and nobody has said what it is."""
    lets_out = step.asks == Asks.ACT or (step.name == "schedule" and not article.publishing_as)
    return article.is_live and lets_out


def anchor(problems):
    """The place on the page that a refusal is about, if it is about the act."""
    fields = [one.field for one in problems if one.field in FIELDS]
    if not fields:
        return ""
    return "#act" if fields[0] == "act" else f"#id_{fields[0]}"


FIELDS = {"act", "act_note", *(f"sentence_{one}" for one in LANGUAGES)}


class ActingAdmin:
    """Asks on a live story's page what a change is, where somebody may let it out."""

    def act_of(self, request, article, moves):
        """What the page shows, None where no move on it asks."""
        asks = any(one.asks == Asks.ACT or one.name == "schedule" for one in moves)
        if article is None or not article.is_live or not asks:
            return None
        typed = request.session.get(SESSION, {})
        given = typed.pop(str(article.pk), None)
        if given is not None:
            request.session[SESSION] = typed
        kept = given if given is not None else article.publishing_as
        return _sheet(article, kept, article.pending or given is not None)

    def languages_to_tell(self, article):
        """The lines for readers of a story that is withdrawn: one for each edition they have."""
        if article is None:
            return []
        read = set(article.editions.live().values_list("language", flat=True))
        return [_line(one, {}, {}) for one in LANGUAGES if one in read]


def _sheet(article, kept, is_open):
    """What is asked of the article; ``kept``: what was typed or scheduled, with its errors."""
    changes = correcting.changes(article) if article.pending else {}
    found = [one for differences in changes.values() for one in differences]
    heaviest = sorted(found, key=lambda one: -one.weight)[:MOST_SHOWN]
    errors = kept.get("errors", {})
    read = set(changes) or set(article.editions.live().values_list("language", flat=True))
    return Sheet(
        choices=[
            Choice(act.value, act.label, EXPLAINED[act], act == kept.get("act")) for act in Act
        ],
        sentences=[
            _line(one, kept.get("sentences", {}), errors) for one in LANGUAGES if one in read
        ],
        differences=[in_words(one) for one in heaviest],
        is_substance=any(is_substance(one) for one in changes.values()),
        is_open=is_open,
        note=kept.get("note", ""),
        error=errors.get("act", ""),
        note_error=errors.get("act_note", ""),
    )


def _line(language, sentences, errors):
    name = get_language_info(language)
    return Sentence(
        language=language,
        label=_("The sentence in %(language)s") % {"language": name["name_translated"]},
        language_name=name["name_translated"],
        direction="rtl" if name["bidi"] else "ltr",
        text=sentences.get(language, ""),
        error=errors.get(f"sentence_{language}", ""),
    )
