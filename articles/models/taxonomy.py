"""Where an article belongs: the tree of sections and the tags. No lists of articles here."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.managers import _TaggableManager
from taggit.models import ItemBase, TagBase
from tree_queries.models import OrderableTreeNode
from tree_queries.query import TreeQuerySet

from articles.models.fields import FoldedField, Folding, FoldingQuerySet, arabic_required
from articles.models.names import Alias, SpelledQuerySet, refuse_spelling_of_another
from articles.text.fold import fold
from articles.text.slugs import slugify

DEEPEST = 3


class CategoryQuerySet(FoldingQuerySet, TreeQuerySet):
    def in_tree_order(self):
        """Every section before those below it, siblings by position: one query."""
        return self.with_tree_fields()

    def with_trail(self):
        """Select what ``trail`` and ``path`` walk, so that they ask nothing more."""
        return self.select_related("parent__parent")

    def at_path(self, path):
        """The section at a path of slugs, if there is one."""
        slugs = [slug for slug in path.split("/") if slug]
        if not 1 <= len(slugs) <= DEEPEST:
            return self.none()
        lookup, step = {}, ""
        for slug in reversed(slugs):
            lookup[f"{step}slug"] = slug
            step += "parent__"
        return self.filter(**lookup, **{f"{step.removesuffix('__')}__isnull": True}).with_trail()

    def written_in(self, language):
        """Only sections that have a name in ``language``."""
        return self.exclude(**{f"name_{language}": None}).exclude(**{f"name_{language}": ""})


class Category(Folding, OrderableTreeNode):
    """A section of the site, two or three levels deep: أخبار وتقارير ‹ العالم العربي."""

    name = models.CharField(_("name"), max_length=120)
    folded = FoldedField(of="name_ar")
    slug = models.CharField(_("slug"), max_length=120)
    description = models.TextField(_("description"), blank=True)
    is_opinion = models.BooleanField(
        _("opinion"), default=False, help_text=_("Shown apart from the news, on purpose.")
    )
    desk = models.ForeignKey(
        "articles.Desk",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="sections",
        verbose_name=_("desk"),
        help_text=_("Whose the stories of this section are, and of those below it."),
    )

    objects = CategoryQuerySet.as_manager()

    class Meta(OrderableTreeNode.Meta):
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        constraints = [
            models.UniqueConstraint(
                fields=["parent", "slug"],
                nulls_distinct=False,
                name="category_slug_once_per_parent",
            ),
            models.UniqueConstraint(
                fields=["parent", "folded"],
                nulls_distinct=False,
                name="category_name_once_per_parent",
                violation_error_message=_("A section of this name is already here."),
            ),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")), name="category_not_its_own_parent"
            ),
            models.CheckConstraint(
                condition=arabic_required("name"), name="category_has_an_arabic_name"
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("section", args=[self.path])

    @property
    def trail(self):
        """The sections from the root down to this one; free when ``with_trail`` selected them."""
        return [*(self.parent.trail if self.parent_id else ()), self]

    @property
    def desk_in_charge(self):
        """The number of the desk of this section or of the nearest one above it that has one."""
        return next((one.desk_id for one in reversed(self.trail) if one.desk_id), None)

    @property
    def path(self):
        """The slugs of the trail, as addresses write them: أخبار-وتقارير/العالم-العربي."""
        return "/".join(category.slug for category in self.trail)

    def clean(self):
        super().clean()
        if self.parent_id and len(self.parent.trail) >= DEEPEST:
            raise ValidationError({"parent": _("Sections go three levels deep, no further.")})


class TagQuerySet(SpelledQuerySet):
    def named(self, names):
        """Return the tags of these spellings in order, making those that are missing.

        ترکيا and تركيا are one tag: whichever was written first keeps its letters. A spelling of
        a tag, such as the name of one that was merged into it, stands for the tag.
        """
        wanted = {fold(name): name.strip() for name in names if fold(name)}
        found = {tag.folded: tag for tag in self.filter(folded__in=wanted)}
        if wanted.keys() - found.keys():
            spelled = Alias.objects.filter(
                tag__isnull=False, folded__in=wanted.keys() - found.keys()
            )
            found |= {alias.folded: alias.tag for alias in spelled.select_related("tag")}
        # In one order: two who write the same new tags at once wait, and lock nobody out.
        for folded in sorted(wanted.keys() - found.keys()):
            name = wanted[folded]
            found[folded], _made = self.get_or_create(
                folded=folded, defaults={"name_ar": name, "slug": self.free_slug(name)}
            )
        return list(dict.fromkeys(found[folded] for folded in wanted))

    def free_slug(self, name):
        """The slug of a name, with a number behind it where another tag has it."""
        slug = wanted = slugify(name) or "tag"
        number = 1
        while self.filter(slug=slug).exists():
            number += 1
            slug = f"{wanted}-{number}"
        return slug


class Tag(Folding, TagBase):
    """A word readers may follow, equal by its folded name whatever the letters."""

    name = models.CharField(_("name"), max_length=100)
    folded = FoldedField(of="name_ar")
    slug = models.CharField(_("slug"), max_length=120, unique=True)

    objects = TagQuerySet.as_manager()

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        indexes = [
            # Suggestions while typing: every tag that begins so, in any collation.
            models.Index(fields=["folded"], opclasses=["varchar_pattern_ops"], name="tag_prefix"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["folded"],
                name="tag_once_whatever_the_letters",
                violation_error_message=_("This tag exists already, perhaps in other letters."),
            ),
            models.CheckConstraint(
                condition=arabic_required("name"), name="tag_has_an_arabic_name"
            ),
        ]

    def get_absolute_url(self):
        return reverse("tag", args=[self.slug])

    def clean(self):
        super().clean()
        refuse_spelling_of_another(self)

    def slugify(self, tag, i=None):
        """taggit's own would keep Persian letters and drop nothing: ours is the one of the site."""
        return slugify(tag) + (f"-{i}" if i else "")


class TaggedArticle(ItemBase):
    """One tag on one article."""

    content_object = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="tagged"
    )
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="tagged")

    class Meta:
        verbose_name = _("tag of an article")
        verbose_name_plural = _("tags of articles")
        constraints = [
            models.UniqueConstraint(fields=["content_object", "tag"], name="tag_once_per_article"),
        ]


class FoldingTagManager(_TaggableManager):
    """taggit's manager, finding tags by their folded name instead of by exact letters."""

    def _to_tag_model_instances(self, tags, tag_kwargs):
        given = list(tags)
        named = iter(Tag.objects.named([tag for tag in given if isinstance(tag, str)]))
        found = [tag for tag in given if isinstance(tag, Tag)] + list(named)
        return list(dict.fromkeys(found))

    def remove(self, *tags):
        """Take tags from the article, in whatever letters they are given."""
        folded = [tag.folded if isinstance(tag, Tag) else fold(tag) for tag in tags]
        self._remove_prefetched_objects()
        self.through.objects.filter(**self._lookup_kwargs(), tag__folded__in=folded).delete()


def tags_from_text(text):
    """Split what an editor typed into tag names at commas and semicolons of either script.

    >>> tags_from_text("قسد، دير الزور، مجموعة واغنر")
    ['قسد', 'دير الزور', 'مجموعة واغنر']
    """
    for mark in "،؛;\n":
        text = text.replace(mark, ",")
    parts = (part.strip().strip('"«»').strip() for part in text.split(","))
    return list(dict.fromkeys(part for part in parts if part))


def tags_to_text(tags):
    """Write tags as an Arab editor would: separated by the Arabic comma."""
    return "، ".join(tag.name for tag in tags)
