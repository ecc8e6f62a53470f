"""What publishing requires: a list of small checks, each with its sentence and its field.

A check is given the article and the moment at which it shall go out, and yields (field, sentence)
for each thing that it misses. Only reads.
"""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from articles import editions, revisions
from articles.models import Image, Kind
from articles.text.dates import long_date
from articles.text.plain import plain_text
from articles.workflow.errors import Problem

# Letters, for the two texts that stand over everything; why these, DECISIONS.md says.
TITLE_LENGTH = (12, 120)
LEAD_LENGTH = (25, 400)
# The clocks of two machines may differ by so much.
CLOCK_SLACK = timedelta(minutes=2)

# What a fact check says in every language it is written in.
CLAIM = (
    ("claim", gettext_lazy("Write the claim that is checked.")),
    ("claimant", gettext_lazy("Say who made the claim.")),
    ("verdict_sentence", gettext_lazy("Write the verdict in a sentence.")),
)

# What writers leave where a fact is still missing.
PLACEHOLDER = re.compile(
    r"[?؟]{3,}|\bT[KC](?:T[KC])*\b|\bX{3,}\b|\b[xX]{3,}\b|_{3,}"
    r"|\[\s*(?:\.{2,}|…|؟+|\?+|فراغ|يُ?ستكمل|يُ?ضاف|الاسم|التاريخ|الرقم)\s*\]"
    r"|\((?:يُ?ستكمل|للتدقيق|للتأكد|يُ?راجع)\)|لوريم إيبسوم|[Ll]orem ipsum"
)


@dataclass(frozen=True)
class Requirement:
    """One check. ``waivable``: an editor may set it aside, saying why; ``always``: asked of imports
    too, which bring in what was published elsewhere and is not for us to judge."""

    name: str
    label: str
    check: Any
    waivable: bool = True
    always: bool = False


def has_text(article, moment):
    if not editions.complete_languages(article):
        yield "body_ar", _("The article has no text yet.")


def has_sane_title(article, moment):
    shortest, longest = TITLE_LENGTH
    for language in editions.complete_languages(article):
        length = len(getattr(article, f"title_{language}").strip())
        if length < shortest:
            yield f"title_{language}", _("The title is too short to say what happened.")
        elif length > longest:
            yield (
                f"title_{language}",
                _("The title has %(length)s letters; above %(longest)s it breaks on a phone.")
                % {"length": length, "longest": longest},
            )


def has_sane_lead(article, moment):
    shortest, longest = LEAD_LENGTH
    for language in editions.complete_languages(article):
        length = len((getattr(article, f"lead_{language}") or "").strip())
        if not length:
            yield f"lead_{language}", _("The lead is missing.")
        elif length < shortest:
            yield f"lead_{language}", _("The lead is too short to say what the story is about.")
        elif length > longest:
            yield (
                f"lead_{language}",
                _("The lead has %(length)s letters; keep it below %(longest)s.")
                % {"length": length, "longest": longest},
            )


def has_section(article, moment):
    if article.category_id is None:
        yield "category", _("Choose a section for the article.")


def has_byline(article, moment):
    if not article.bylines.all():
        yield "bylines", _("Nobody signs the article: name its writer.")


def has_picture_described(article, moment):
    for field, image in _pictures(article):
        if not (image.alt_ar or "").strip():
            yield field, _("The picture “%(name)s” does not say what it shows.") % {"name": image}


def has_picture_credit(article, moment):
    for field, image in _pictures(article):
        if not (image.credit_ar or "").strip():
            yield field, _("The picture “%(name)s” has no credit.") % {"name": image}


def has_picture_rights(article, moment):
    for field, image in _pictures(article):
        if image.rights == Image.Rights.UNCLEAR:
            yield (
                field,
                _("The rights of the picture “%(name)s” are not cleared.") % {"name": image},
            )


def _pictures(article):
    """Every picture of the article with the field that it stands in, the main one first."""
    if article.image_id:
        yield "image", article.image
    for row in article.figures.select_related("image").order_by("position", "pk"):
        yield "figures", row.image


def has_verdict(article, moment):
    if article.kind != Kind.FACT_CHECK:
        return
    if not article.verdict:
        yield "verdict", _("A fact check needs its verdict.")
    if not (article.claim_at or article.claim_url):
        yield "claim_at", _("Say when or where the claim was made.")
    for language in editions.complete_languages(article):
        for name, sentence in CLAIM:
            if not (getattr(article, f"{name}_{language}") or "").strip():
                yield f"{name}_{language}", sentence


def has_no_placeholder(article, moment):
    figures = list(article.figures.all())
    for language in editions.complete_languages(article):
        texts = [
            (f"{name}_{language}", getattr(article, f"{name}_{language}") or "")
            for name in revisions.TRANSLATED
        ]
        texts += [("figures", getattr(one, f"caption_{language}") or "") for one in figures]
        for field, text in texts:
            text = plain_text(text)
            if found := PLACEHOLDER.search(text):
                around = text[max(found.start() - 20, 0) : found.end() + 20].strip()
                yield (
                    field,
                    _("Something is still to be filled in: “…%(around)s…”.") % {"around": around},
                )


def has_source(article, moment):
    if article.kind != Kind.OPINION and not article.citations.standing().exists():
        yield "citations", _("The article cites no source.")


def is_past_embargo(article, moment):
    if article.embargo_until and article.embargo_until > moment:
        until = timezone.localtime(article.embargo_until)
        yield (
            "embargo_until",
            _("The article is under embargo until %(time)s.") % {"time": _moment(until)},
        )


def is_not_of_the_future(article, moment):
    if article.published_at and article.published_at > moment + CLOCK_SLACK:
        yield (
            "published_at",
            _("The publication date lies ahead. To publish then, schedule the article."),
        )


REQUIREMENTS = (
    Requirement("text", gettext_lazy("A title and a text"), has_text, False, always=True),
    Requirement("title", gettext_lazy("A title of sane length"), has_sane_title),
    Requirement("lead", gettext_lazy("A lead of sane length"), has_sane_lead),
    Requirement("section", gettext_lazy("A section"), has_section, False, always=True),
    Requirement("byline", gettext_lazy("A byline"), has_byline),
    Requirement("alt", gettext_lazy("What the pictures show"), has_picture_described),
    Requirement("credit", gettext_lazy("The credit of the pictures"), has_picture_credit),
    Requirement(
        "rights", gettext_lazy("The rights of the pictures"), has_picture_rights, False, True
    ),
    Requirement("verdict", gettext_lazy("The claim and the verdict"), has_verdict, False),
    Requirement("placeholder", gettext_lazy("Nothing left to fill in"), has_no_placeholder),
    Requirement("source", gettext_lazy("A cited source"), has_source),
    Requirement("embargo", gettext_lazy("No embargo"), is_past_embargo, False, always=True),
    Requirement("date", gettext_lazy("A date not ahead"), is_not_of_the_future, False),
)
BY_NAME = {one.name: one for one in REQUIREMENTS}


def missing(article, moment=None, by_operator=False):
    """Return what stands between the article and readers as Problems; none when nothing does.

    ``moment``: when it shall go out, now unless said. What an editor waived is left out. Of the
    operator, who brings in what was published elsewhere, only the undeniable is asked.
    """
    moment = moment or timezone.now()
    waived = set(article.waivers.values_list("check_name", flat=True))
    return [
        Problem(one.name, sentence, field, one.waivable)
        for one in REQUIREMENTS
        if (one.always or not by_operator) and not (one.waivable and one.name in waived)
        for field, sentence in one.check(article, moment)
    ]


def _moment(at):
    return f"{long_date(at, get_language(), months=settings.MONTH_NAMES)}، {at:%H:%M}"
