"""What one person may do with one story, as the tables say. Asks the database once per person."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.models import Desk
from articles.roles.table import BY_KEY
from articles.states import MANAGING_EDITOR, State


@dataclass(frozen=True)
class Rights:
    """The roles and desks of one person; ``everything`` for administrators and the operator."""

    user_id: int | None
    roles: frozenset
    desks: frozenset = frozenset()
    everything: bool = False

    def may_write(self, article):
        """Whether this person may change the text of the story in the state that it is in."""
        return not self.refusal_to_write(article)

    def refusal_to_write(self, article):
        """Say why the text may not be changed now; empty when it may.

        Reads the article's bylines, with their authors.
        """
        if self.everything:
            return ""
        state, own = State(article.state), owns(self.user_id, article)
        if not state.writers:
            return _("A story in the state “%(state)s” is not edited. Bring it back first.") % {
                "state": state.label
            }
        if refusal := self._reach(state.writers, article, own):
            return refusal
        if state.is_approved and own and not self._passes_own(state.writers):
            return _("Others have approved your story: ask one of them to change it.")
        return ""

    def may(self, move, article):
        """Whether this person may make the move, given as a row of the table, with the story."""
        return not self.refusal(move, article)

    def refusal(self, move, article):
        """Say why this person may not make the move with the story; empty when they may.

        What the story itself lacks for the move is not asked here.
        """
        if self.everything:
            return ""
        own = owns(self.user_id, article)
        if refusal := self._reach(move.roles, article, own):
            return refusal
        if move.own and not own:
            return _("Only whoever wrote the story may do this.")
        if move.four_eyes and own and not self._passes_own(move.roles):
            return _("It is your own story: a second person has to stand behind it.")
        return ""

    def may_waive(self):
        """Whether this person may set aside one thing that publishing requires, saying why."""
        return self.everything or MANAGING_EDITOR in self.roles

    def may_hide(self):
        """Whether this person may hide from readers what they had before, saying why."""
        return self.everything or MANAGING_EDITOR in self.roles

    def _reach(self, wanted, article, own):
        """Say why none of the wanted roles reaches the story; empty when one does."""
        held = self.roles & set(wanted)
        if not held:
            return _("This is for: %(roles)s.") % {"roles": labels(wanted)}
        if own or article.desk_id is None or article.desk_id in self.desks:
            return ""
        if all(BY_KEY[key].by_desk for key in held):
            return _("The story belongs to the desk “%(desk)s”, and you are not of it.") % {
                "desk": article.desk
            }
        return ""

    def _passes_own(self, wanted):
        return any(BY_KEY[key].passes_own for key in self.roles & set(wanted))


OPERATOR = Rights(None, frozenset(BY_KEY), everything=True)


def rights_of(user):
    """Return the rights of a person; None is the operator's command line, who holds the server."""
    if user is None:
        return OPERATOR
    if not user.is_active:
        return Rights(user.pk, frozenset())
    keys = frozenset(user.groups.values_list("name", flat=True)) & BY_KEY.keys()
    if user.is_superuser:
        return Rights(user.pk, keys, everything=True)
    return Rights(user.pk, keys, frozenset(Desk.objects.of(user).values_list("pk", flat=True)))


def owns(user_id, article):
    """Whether the story is this person's own: they began it, or it is signed by them."""
    if user_id is None or article.created_by_id == user_id:
        return user_id is not None
    return article.pk is not None and any(
        byline.author.user_id == user_id for byline in article.bylines.all()
    )


def labels(keys):
    """Name roles for people: «محرر المكتب أو مدير التحرير»."""
    names = [str(BY_KEY[key].label) for key in keys]
    if len(names) < 2:
        return "".join(names)
    return _("%(some)s or %(last)s") % {"some": "، ".join(names[:-1]), "last": names[-1]}
