"""The table of editorial states and the moves between them; rules only, nothing is written here.

A new state is a row of `State`, a new move a row of `MOVES`: buttons, bulk actions, filters, the
board, the checks of rights and the table in the README follow from them. No migration.
"""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

# The roles, as the names of their groups; what else each may do: articles/roles.
REPORTER = "reporter"
COPY_EDITOR = "copy_editor"
PICTURE_EDITOR = "picture_editor"
DESK_EDITOR = "desk_editor"
MANAGING_EDITOR = "managing_editor"
ADMINISTRATOR = "administrator"

EDITORS = (DESK_EDITOR, MANAGING_EDITOR)
WRITERS = (REPORTER, COPY_EDITOR, PICTURE_EDITOR, *EDITORS)


class State(TextChoices):
    """Where the working copy of a story is. Whether readers see an edition is another question."""

    DRAFT = "draft", _("Draft")
    REVIEW = "review", _("In review")
    LANGUAGE = "language", _("Language check")
    READY = "ready", _("Ready")
    SCHEDULED = "scheduled", _("Scheduled")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    SPIKED = "spiked", _("Spiked")

    @property
    def writers(self):
        """The roles that may change the text in this state; editors where no row says more."""
        return WRITERS_IN.get(self, EDITORS)

    @property
    def is_approved(self):
        """Whether the text goes out unread from here on: its own writer must not touch it."""
        return self is State.SCHEDULED

    @property
    def is_open(self):
        """Whether there is still work to do: these are the columns of the board."""
        return self not in (State.WITHDRAWN, State.SPIKED)


WRITERS_IN = {
    State.DRAFT: WRITERS,
    # Who waits for an answer does not change what is being read: see the move «recall».
    State.REVIEW: (COPY_EDITOR, PICTURE_EDITOR, *EDITORS),
    State.LANGUAGE: (COPY_EDITOR, PICTURE_EDITOR, *EDITORS),
    State.READY: (COPY_EDITOR, PICTURE_EDITOR, *EDITORS),
    # Readers keep the edition they have; the change waits for review.
    State.PUBLISHED: WRITERS,
    State.SPIKED: (),
}


class Note(TextChoices):
    """Whether a move is given a reason, which stays in the history of the story."""

    NO = "no"
    MAY = "may"
    MUST = "must"


class Asks(TextChoices):
    """What else a person has to say for a move."""

    NOTHING = ""
    TIME = "time"
    ACT = "act"


@dataclass(frozen=True)
class Move:
    """One step with a story. One name may have several rows: the first that fits counts.

    ``live``: only while readers see an edition of the story, or only while they do not.
    ``pending``: only when the working text differs from what readers have.
    ``own``: only with one's own story; ``four_eyes``: not with one's own, unless the role says so.
    ``checked``: the story must meet what publishing requires.
    """

    name: str
    label: str
    done: str
    starts: tuple
    end: State
    roles: tuple
    live: bool | None = None
    pending: bool = False
    own: bool = False
    four_eyes: bool = False
    checked: bool = False
    note: Note = Note.MAY
    asks: Asks = Asks.NOTHING


DRAFT, REVIEW, LANGUAGE, READY = State.DRAFT, State.REVIEW, State.LANGUAGE, State.READY
SCHEDULED, PUBLISHED, WITHDRAWN = State.SCHEDULED, State.PUBLISHED, State.WITHDRAWN
SPIKED = State.SPIKED
BEFORE_APPROVAL = (DRAFT, REVIEW, LANGUAGE, READY)

# fmt: off
# Name, button, what is said once it is made; from which states, to which, by whom; conditions.
MOVES = (
    Move("submit", _("Send to review"), _("Sent to review."),
         (DRAFT,), REVIEW, WRITERS),
    Move("submit", _("Send the change to review"),
         _("The change was sent to review; readers see the old text until then."),
         (PUBLISHED,), REVIEW, WRITERS, live=True, pending=True),
    Move("recall", _("Take back"), _("Taken back: it is a draft again."),
         (REVIEW,), DRAFT, WRITERS, own=True, note=Note.NO),
    Move("return", _("Send back"), _("Sent back to its writer."),
         (REVIEW, READY), DRAFT, EDITORS, note=Note.MUST),
    Move("return", _("Send back"), _("Sent back to its writer."),
         (LANGUAGE,), DRAFT, (COPY_EDITOR, *EDITORS), note=Note.MUST),
    Move("approve", _("Approve"), _("Approved: it goes to the language check."),
         (REVIEW,), LANGUAGE, EDITORS, four_eyes=True),
    Move("pass", _("Pass the language"), _("The language is in order: the story is ready."),
         (LANGUAGE,), READY, (COPY_EDITOR, MANAGING_EDITOR), four_eyes=True),
    Move("schedule", _("Schedule"), _("Scheduled."),
         (READY, SCHEDULED), SCHEDULED, EDITORS, four_eyes=True, checked=True, asks=Asks.TIME),
    Move("schedule", _("Schedule the change"),
         _("The change is scheduled; readers see the old text until then."),
         (PUBLISHED,), SCHEDULED, EDITORS, live=True, pending=True, four_eyes=True, checked=True,
         asks=Asks.TIME),
    Move("unschedule", _("Take from the schedule"),
         _("Taken from the schedule: it goes out only by hand."),
         (SCHEDULED,), READY, EDITORS),
    Move("publish", _("Publish"), _("Published: readers see it now."),
         (READY, SCHEDULED), PUBLISHED, EDITORS, four_eyes=True, checked=True, asks=Asks.ACT),
    Move("publish", _("Publish the changes"), _("Published: readers see it now."),
         (PUBLISHED,), PUBLISHED, EDITORS, four_eyes=True, checked=True, asks=Asks.ACT),
    Move("publish", _("Publish at once"), _("Published: readers see it now."),
         (REVIEW, LANGUAGE), PUBLISHED, EDITORS, four_eyes=True, checked=True, note=Note.MUST,
         asks=Asks.ACT),
    Move("publish", _("Publish at once"), _("Published: readers see it now."),
         (DRAFT, WITHDRAWN), PUBLISHED, (MANAGING_EDITOR,), four_eyes=True, checked=True,
         note=Note.MUST, asks=Asks.ACT),
    Move("drop", _("Drop the change"),
         _("The change was dropped: the text is again the one that readers have."),
         BEFORE_APPROVAL, PUBLISHED, EDITORS, live=True),
    Move("drop", _("Drop the change"),
         _("The change was dropped: the text is again the one that readers have."),
         (PUBLISHED,), PUBLISHED, EDITORS, live=True, pending=True),
    Move("withdraw", _("Withdraw"), _("Withdrawn: readers no longer see it."),
         (*BEFORE_APPROVAL, SCHEDULED, PUBLISHED), WITHDRAWN, (MANAGING_EDITOR,), live=True,
         note=Note.MUST),
    Move("reopen", _("Work on it again"),
         _("It is a draft again; readers still see that it was withdrawn."),
         (WITHDRAWN,), DRAFT, EDITORS),
    Move("spike", _("Spike"), _("Spiked: it leaves the board and can be brought back."),
         BEFORE_APPROVAL, SPIKED, EDITORS, live=False),
    Move("spike", _("Spike"), _("Spiked: it leaves the board and can be brought back."),
         (DRAFT,), SPIKED, WRITERS, live=False, own=True),
    Move("revive", _("Bring back"), _("Brought back: it is a draft again."),
         (SPIKED,), DRAFT, EDITORS),
    Move("revive", _("Bring back"), _("Brought back: it is a draft again."),
         (SPIKED,), DRAFT, WRITERS, own=True),
)
# fmt: on


def rows(state, name):
    """Return the rows of the move called ``name`` that leave ``state``: none, one or several."""
    return [move for move in MOVES if move.name == name and state in move.starts]


def moves_from(state):
    """Return the moves that leave ``state``, in the order of the table."""
    return [move for move in MOVES if state in move.starts]


def names():
    """Return the names of all moves, each once, in the order of the table."""
    return list(dict.fromkeys(move.name for move in MOVES))


def state_choices():
    """Return the states for a form; a callable, so that a new state needs no migration."""
    return State.choices
