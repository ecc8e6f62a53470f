"""What readers read: finished editions. No draft is reachable."""

from datetime import date, datetime

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from articles.models.article import EXPLANATIONS, Kind
from articles.models.corrections import Act
from articles.models.people import Role
from articles.models.placement import Placement
from articles.text.places import paragraph_ends
from articles.text.plain import plain_text

# The words of a claim that a reader reads, in their order.
CLAIM_WORDS = ("claim", "by", "verdict_label", "sentence")
# The fact box stands behind this paragraph of a text that has so many.
BOX_AFTER, LONG_ENOUGH_FOR_A_BOX = 2, 4


def beside(claim, box):
    """Return the words of a claim and of a fact box, each as an edition holds it, as plain text."""
    said = [claim[name] for name in CLAIM_WORDS] if claim else []
    box = [box["title"], plain_text(box["html"])] if box else []
    return "\n".join(filter(None, [*said, *box]))


class EditionQuerySet(models.QuerySet):
    def live(self):
        """What readers may see now: made, and not withdrawn since."""
        return self.filter(withdrawn_at=None)

    def for_cards(self, without=None):
        """Only what a card shows, in one query, however long the list."""
        without = Edition.HEAVY if without is None else without
        return self.select_related("section__parent__parent").defer(*without)

    def listed(self, key, before=None, oldest_first=False):
        """Newest first in one list; ``before`` is (published_at, pk) of the last card above.

        One range of the placement index: page 1 and page 10,000 cost alike, from either end.
        """
        places = Placement.objects.filter(list=key)
        beyond, up = ("gte", "") if oldest_first else ("lte", "-")
        if before is not None:
            at, pk = before
            passed = "lte" if oldest_first else "gte"
            places = places.filter(**{f"published_at__{beyond}": at}).exclude(
                **{"published_at": at, f"edition_id__{passed}": pk}
            )
        return places.order_by(f"{up}published_at", f"{up}edition_id")


class Edition(models.Model):
    """One article in one language as readers have it, replaced whole at every publication."""

    article = models.ForeignKey(
        "articles.Article", on_delete=models.PROTECT, related_name="editions"
    )
    language = models.CharField(_("language"), max_length=7, choices=settings.LANGUAGES)
    number = models.PositiveIntegerField(_("number"), default=1)
    revision = models.ForeignKey("articles.Revision", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.NEWS)
    slug = models.CharField(_("slug"), max_length=120)
    title = models.CharField(_("title"), max_length=250)
    lead = models.TextField(_("lead"), blank=True)
    summary = models.TextField(_("summary"), blank=True)
    body = models.TextField(_("text"))
    plain = models.TextField(_("plain text"))
    section = models.ForeignKey(
        "articles.Category",
        on_delete=models.PROTECT,
        null=True,
        related_name="editions",
        verbose_name=_("section"),
    )
    published_at = models.DateTimeField(_("publication date"))
    changed_at = models.DateTimeField(_("changed"), null=True)
    # Since when readers have these words; unknown of what went out before this was kept.
    since = models.DateTimeField(_("from"), null=True)
    # How many of its former editions are kept.
    earlier = models.PositiveIntegerField(default=0)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True)
    date_is_stand_in = models.BooleanField(default=False)
    reading_minutes = models.PositiveSmallIntegerField(default=1)
    dateline = models.CharField(_("dateline"), max_length=80, blank=True)
    people = models.JSONField(default=list)
    picture = models.JSONField(null=True)
    # Of a fact check: claim, by, at (ISO or ""), link, verdict, verdict_label, sentence.
    claim = models.JSONField(default=dict)
    box = models.JSONField(default=dict)  # title, html (clean)
    # The further pictures in their order: as `picture`, with ``large`` (an address) and ``after``,
    # the number of a paragraph; None is the gallery.
    figures = models.JSONField(default=list)
    cited = models.JSONField(default=list)
    tagged = models.JSONField(default=list)
    alternates = models.JSONField(default=dict)
    # What readers were told of changes: id, kind, sentence, at (ISO), the newest first.
    notices = models.JSONField(default=list)
    withdrawn_because = models.TextField(_("why it was withdrawn"), blank=True)
    entity_ids = ArrayField(models.BigIntegerField(), default=list)
    shares = models.PositiveIntegerField(default=0)
    # The picture that other sites show of it, and of what it was drawn; see articles.cards.
    card = models.FileField(_("share picture"), upload_to="cards/%Y/%m/", blank=True)
    card_of = models.CharField(max_length=64, blank=True)
    objects = EditionQuerySet.as_manager()

    # What no card shows: long texts that a list would drag along for nothing.
    HEAVY = ("body", "plain", "cited", "notices", "withdrawn_because", "box", "figures")

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-published_at", "-pk"]
        indexes = [
            # Sitemaps walk one language by number.
            models.Index(fields=["language", "id"], name="edition_language_idx"),
            # Which editions show a picture that has new sizes.
            models.Index(
                models.F("picture__image"),
                condition=models.Q(picture__isnull=False),
                name="edition_picture_idx",
            ),
            GinIndex(fields=["figures"], opclasses=["jsonb_path_ops"], name="edition_figures_idx"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "language"], name="edition_once_per_language"
            ),
            models.CheckConstraint(condition=~models.Q(title=""), name="edition_has_a_title"),
            models.CheckConstraint(condition=~models.Q(body=""), name="edition_has_a_text"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="edition_counts_from_1"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """The edition's own address, whatever language is active."""
        with translation.override(self.language):
            return reverse("article", args=[self.article_id, self.slug])

    @property
    def short_url(self):
        with translation.override(self.language):
            return reverse("article_short", args=[self.article_id])

    @property
    def changes_url(self):
        """Where readers see what changed from one edition to the next."""
        with translation.override(self.language):
            return reverse("changes", args=[self.article_id, self.slug])

    @property
    def html(self):
        """The body, safe to print: it was cleaned when the edition was made."""
        return mark_safe(self.body)  # noqa: S308 - nh3 cleaned it, editions.marks added to it

    @property
    def passages(self):
        """The body in pieces, in order: the safe HTML of each, and what stands behind it.

        What stands there is a list of figures, and the fact box or nothing. In a short text the
        box stands at the end: in the middle it would be half of what is read.
        """
        placed = [figure for figure in self.figures if figure["after"] is not None]
        ends = paragraph_ends(self.body) if placed or self.box else []
        last = ends[-1] if ends else len(self.body)
        standing = {}
        for figure in placed:
            at = ends[figure["after"] - 1] if figure["after"] <= len(ends) else last
            standing.setdefault(at, ([], []))[0].append(figure)
        if self.box:
            at = ends[BOX_AFTER - 1] if len(ends) >= LONG_ENOUGH_FOR_A_BOX else len(self.body)
            standing.setdefault(at, ([], []))[1].append(self.fact_box)
        found, start = [], 0
        for at in sorted(standing.keys() | {len(self.body)}):
            figures, boxes = standing.get(at, ((), ()))
            html = mark_safe(self.body[start:at])  # noqa: S308 - as `html`; cut between blocks
            found.append({"html": html, "figures": figures, "box": boxes[0] if boxes else None})
            start = at
        return found

    @property
    def fact_box(self):
        """Title and safe HTML of the fact box; nothing without one."""
        if not self.box:
            return None
        html = mark_safe(self.box["html"])  # noqa: S308 - nh3 cleaned it
        return {"title": self.box["title"], "html": html}

    @property
    def gallery(self):
        """The pictures that stand in no place of the text."""
        return [figure for figure in self.figures if figure["after"] is None]

    @property
    def beside(self):
        """What it says beside headline, lead and body, as plain text."""
        return beside(self.claim, self.box)

    @property
    def checked_at(self):
        """The day on which the claim of a fact check was made, if that is known."""
        at = self.claim.get("at") if self.claim else ""
        return date.fromisoformat(at) if at else None

    @property
    def byline(self):
        """Who made it: name, part, and the page of each."""
        return [
            person
            | {
                "url": reverse("author", args=[person["slug"]]),
                "role_label": Role(person["role"]).label,
            }
            for person in self.people
        ]

    @property
    def writers(self):
        """Those of the byline who wrote it."""
        return [person for person in self.byline if person["role"] == Role.WRITER]

    @property
    def writer_notes(self):
        """Who the writers of an opinion piece are, as far as that was told when it went out."""
        return [person for person in self.writers if person.get("bio")]

    @property
    def citations(self):
        """What it rests on, in the order of the text, with the page of each source."""
        return [one | {"url": reverse("source", args=[one["slug"]])} for one in self.cited]

    @property
    def tags(self):
        return [one | {"url": reverse("tag", args=[one["slug"]])} for one in self.tagged]

    @property
    def told(self):
        """What readers are told of changes, the newest first: kind, label, sentence, time."""
        return [
            one | {"label": Act(one["kind"]).label, "at": datetime.fromisoformat(one["at"])}
            for one in self.notices
        ]

    @property
    def changed_untold(self):
        """Whether it changed after all that readers were told: by an import, say."""
        return self.changed_at and not (self.notices and self.told[0]["at"] >= self.changed_at)

    @property
    def kind_label(self):
        """What readers are told it is; nothing for plain news."""
        return "" if self.kind == Kind.NEWS else self.get_kind_display()

    @property
    def stance(self):
        """The kind, where it must not be taken for news: "opinion", "analysis", "fact_check"."""
        return self.kind if self.kind in EXPLANATIONS else ""

    @property
    def explanation(self):
        return EXPLANATIONS.get(self.kind, "")
