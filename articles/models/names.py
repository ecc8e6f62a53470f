"""Sources, entities and the spellings by which a text names them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.fields import FoldedField, Folding, FoldingQuerySet, arabic_required
from articles.models.validators import validate_addresses
from articles.text.fold import fold


class SpelledQuerySet(FoldingQuerySet):
    def spelled(self, text):
        """Those whose Arabic name, or one of whose spellings, is this one in whatever letters."""
        folded = fold(text)
        owner = f"{self.model._meta.model_name}_id"
        spellings = Alias.objects.filter(folded=folded, **{f"{owner}__isnull": False})
        return self.filter(models.Q(folded=folded) | models.Q(pk__in=spellings.values(owner)))


class Source(Folding):
    """Where a report came from: an agency, a paper, a ministry, a person's account."""

    class Kind(models.TextChoices):
        AGENCY = "agency", _("News agency")
        NEWSPAPER = "newspaper", _("Newspaper")
        TELEVISION = "television", _("Television")
        RADIO = "radio", _("Radio")
        WEBSITE = "website", _("Website")
        OFFICIAL = "official", _("Official body")
        ORGANISATION = "organisation", _("Organisation")
        RESEARCH = "research", _("Research")

    name = models.CharField(_("name"), max_length=120)
    folded = FoldedField(of="name_ar")
    slug = models.CharField(_("slug"), max_length=140, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.WEBSITE)
    domain = models.CharField(_("domain"), max_length=120, blank=True)
    description = models.TextField(_("description"), blank=True)

    objects = SpelledQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["name_ar"]
        indexes = [
            # Imports look a source up by the host of each link.
            models.Index(fields=["domain"], name="source_domain_idx"),
            # Readers leaf through the sources of one kind by name, in either language.
            models.Index(fields=["kind", "folded", "id"], name="source_by_name_idx"),
            models.Index(fields=["kind", "name_en", "id"], name="source_by_english_name_idx"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["folded"],
                name="source_once_whatever_the_letters",
                violation_error_message=_("This source exists already, perhaps in other letters."),
            ),
            models.CheckConstraint(
                condition=arabic_required("name"), name="source_has_an_arabic_name"
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("source", args=[self.slug])

    def clean(self):
        super().clean()
        refuse_spelling_of_another(self)

    @property
    def kind_label(self):
        return self.get_kind_display()


class Entity(Folding):
    """A person, organisation, place, event or matter that articles are about."""

    class Kind(models.TextChoices):
        PERSON = "person", _("Person")
        ORGANISATION = "organisation", _("Organisation")
        PLACE = "place", _("Place")
        EVENT = "event", _("Event")
        TOPIC = "topic", _("Topic")

    name = models.CharField(_("name"), max_length=160)
    folded = FoldedField(of="name_ar")
    slug = models.CharField(_("slug"), max_length=180, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.TOPIC)
    description = models.TextField(_("description"), blank=True)
    same_as = models.TextField(
        _("elsewhere"),
        blank=True,
        validators=[validate_addresses],
        help_text=_(
            "Its addresses on other sites, one a line: Wikidata, its own site. Search engines "
            "learn from them whom or what you mean."
        ),
    )

    objects = SpelledQuerySet.as_manager()

    class Meta:
        verbose_name = _("name in the news")
        verbose_name_plural = _("names in the news")
        ordering = ["name_ar"]
        indexes = [
            # Readers leaf through the names of one kind; in Arabic the constraint below serves.
            models.Index(fields=["kind", "name_en", "id"], name="entity_by_english_name_idx"),
        ]
        constraints = [
            # A person and a place may share a name; two places of one name are one place.
            models.UniqueConstraint(
                fields=["kind", "folded"],
                name="entity_once_per_kind_whatever_the_letters",
                violation_error_message=_(
                    "A name of this kind exists already, perhaps in other letters."
                ),
            ),
            models.CheckConstraint(
                condition=arabic_required("name"), name="entity_has_an_arabic_name"
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("topic", args=[self.slug])

    def is_another_kind_than(self, other):
        """Whether these are two things by their kinds; a topic may yet be anything."""
        return self.kind != other.kind and self.Kind.TOPIC not in (self.kind, other.kind)

    @property
    def kind_label(self):
        return self.get_kind_display()

    @property
    def same_as_links(self):
        """Its addresses on other sites, each once."""
        return list(dict.fromkeys(self.same_as.split()))


class EntityFactQuerySet(models.QuerySet):
    def written_in(self, language):
        """The facts that have both halves in this language."""
        found = self
        for field in ("label", "value"):
            name = f"{field}_{language}"
            found = found.exclude(**{name: None}).exclude(**{name: ""})
        return found


class EntityFact(models.Model):
    """One thing readers look up about a name: التأسيس 2011، المقر المرسى."""

    entity = models.ForeignKey(Entity, on_delete=models.CASCADE, related_name="facts")
    label = models.CharField(_("what it is about"), max_length=60)
    value = models.CharField(_("what it says"), max_length=200)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = EntityFactQuerySet.as_manager()

    class Meta:
        verbose_name = _("fact")
        verbose_name_plural = _("facts")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["entity", "label_ar"],
                name="fact_once_per_label",
                violation_error_message=_("This fact stands here already."),
            ),
            models.CheckConstraint(
                condition=arabic_required("label", "value"), name="fact_has_both_halves"
            ),
        ]

    def __str__(self):
        return f"{self.label}: {self.value}"


class AliasQuerySet(FoldingQuerySet):
    def in_texts(self):
        """Spellings by which a text names something; a tag's are only for finding the tag."""
        return self.filter(tag=None)


class Alias(Folding):
    """One spelling of one source, entity or tag: قسد = قوات سوريا الديمقراطية = SDF.

    A spelling with a context is doubtful by itself (طرابلس): it counts beside a word of its context
    or a surer spelling of the same thing, and several things may share it.
    """

    text = models.CharField(_("spelling"), max_length=160)
    folded = FoldedField(of="text")
    context = models.CharField(
        _("counts only beside one of these words"),
        max_length=300,
        blank=True,
        help_text=_(
            "For a spelling that means several things or is an ordinary word: words, parted by "
            "commas, one of which the text must hold before it counts. Empty: always."
        ),
    )
    entity = models.ForeignKey(
        Entity, on_delete=models.CASCADE, null=True, blank=True, related_name="aliases"
    )
    source = models.ForeignKey(
        Source, on_delete=models.CASCADE, null=True, blank=True, related_name="aliases"
    )
    tag = models.ForeignKey(
        "articles.Tag", on_delete=models.CASCADE, null=True, blank=True, related_name="aliases"
    )

    objects = AliasQuerySet.as_manager()

    class Meta:
        verbose_name = _("spelling")
        verbose_name_plural = _("spellings")
        ordering = ["pk"]
        indexes = [
            # Suggestions while typing: every spelling that begins so, in any collation.
            models.Index(fields=["folded"], opclasses=["varchar_pattern_ops"], name="alias_prefix"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(entity__isnull=False, source__isnull=True, tag__isnull=True)
                | models.Q(entity__isnull=True, source__isnull=False, tag__isnull=True)
                | models.Q(entity__isnull=True, source__isnull=True, tag__isnull=False),
                name="alias_names_one_thing",
            ),
            # A text can name an outlet both as a source and as a subject, but never two subjects,
            # unless its other words tell which.
            models.UniqueConstraint(
                fields=["folded"],
                condition=models.Q(entity__isnull=False, context=""),
                name="alias_of_one_entity",
                violation_error_message=_("This spelling already belongs to another name."),
            ),
            models.UniqueConstraint(
                fields=["folded"],
                condition=models.Q(source__isnull=False, context=""),
                name="alias_of_one_source",
                violation_error_message=_("This spelling already belongs to another source."),
            ),
            models.UniqueConstraint(
                fields=["folded"],
                condition=models.Q(tag__isnull=False),
                name="alias_of_one_tag",
                violation_error_message=_("This spelling already belongs to another tag."),
            ),
            models.UniqueConstraint(
                fields=["folded", "entity"],
                name="alias_once_for_an_entity",
                violation_error_message=_("This spelling stands here already."),
            ),
            models.UniqueConstraint(
                fields=["folded", "source"],
                name="alias_once_for_a_source",
                violation_error_message=_("This spelling stands here already."),
            ),
            models.CheckConstraint(condition=~models.Q(folded=""), name="alias_says_something"),
        ]

    def __str__(self):
        return self.text


def refuse_spelling_of_another(named):
    """Raise ValidationError when the name of a source or tag is already a spelling of another."""
    if not named.name_ar:
        return
    others = type(named).objects.spelled(named.name_ar).exclude(folded=fold(named.name_ar))
    if other := others.exclude(pk=named.pk).first():
        raise ValidationError(
            {"name_ar": _("This spelling belongs to %(name)s.") % {"name": other}}
        )
