"""What workflow answers when it refuses. In every case nothing was changed."""

from dataclasses import dataclass

ROWS = ("bylines", "citations", "figures")  # fields that are tables of their own on the page


class Refused(Exception):
    """Something forbids the change."""


class NotAllowed(Refused):
    """The state of the article or the rights of the person forbid it."""


class Overtaken(Refused):
    """Somebody saved a newer version than the one that was looked at: ``revision``."""

    def __init__(self, revision, sentence):
        self.revision = revision
        super().__init__(sentence)


@dataclass(frozen=True)
class Problem:
    """One thing that stands in the way: a sentence, and the field of the form where to mend it.

    ``name``: the requirement; ``waivable``: whether an editor may set it aside, saying why.
    """

    name: str
    sentence: str
    field: str = ""
    waivable: bool = False

    @property
    def anchor(self):
        """Where on the article's page the field stands."""
        return f"{self.field}-group" if self.field in ROWS else f"id_{self.field}"

    def __str__(self):
        return str(self.sentence)


class NotReady(Refused):
    """The article lacks something; ``problems`` says what, each a Problem."""

    def __init__(self, problems):
        self.problems = list(problems)
        super().__init__(" ".join(map(str, self.problems)))
