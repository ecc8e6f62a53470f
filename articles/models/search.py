"""What search reads: one row for each text that can be found, and the words of all of them.

Rows hold lexemes that ``articles.search.lexemes`` made; PostgreSQL parses no text here.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.fields import FoldedList, Folding, FoldingQuerySet, folded_list


class IndexRow(models.Model):
    """One text as search sees it. ``head`` is small and stays in the row, ``lexemes`` is all.

    The first ranking of many candidates reads ``head`` only; fetching ``lexemes`` out of line is
    what costs, so it is done for the best few.
    """

    language = models.CharField(max_length=7)
    published_at = models.DateTimeField(null=True)
    section = models.BigIntegerField(null=True)
    sources = ArrayField(models.BigIntegerField(), default=list)
    title_key = models.CharField(max_length=250)
    head = SearchVectorField()
    lexemes = SearchVectorField()
    version = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True


class EditionIndex(IndexRow):
    """What readers find. Written when an edition is made, in the same transaction."""

    edition = models.OneToOneField(
        "articles.Edition", on_delete=models.CASCADE, primary_key=True, related_name="index"
    )

    class Meta:
        verbose_name = _("edition in search")
        verbose_name_plural = _("editions in search")
        indexes = [
            # Without a list of pending entries: a query never reads one, however many publish.
            GinIndex(fields=["lexemes"], fastupdate=False, name="edition_index_lexemes"),
            # A title typed or pasted whole finds its story first.
            models.Index(fields=["title_key"], name="edition_index_title"),
        ]

    def __str__(self):
        return self.title_key


class ArticleIndex(IndexRow):
    """What the newsroom finds: the working copies. Written whenever one is saved."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="index")

    class Meta:
        verbose_name = _("article in search")
        verbose_name_plural = _("articles in search")
        indexes = [
            GinIndex(fields=["lexemes"], fastupdate=False, name="article_index_lexemes"),
            models.Index(fields=["title_key"], name="article_index_title"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "language"], name="article_index_once_per_language"
            ),
        ]

    def __str__(self):
        return self.title_key


class Lexeme(models.Model):
    """One lexeme of the editions and in how many of them it stands."""

    # Django gives a key of letters a second index, by which a word's beginning finds it.
    text = models.CharField(max_length=64, primary_key=True)
    frequency = models.IntegerField(default=0)
    # Hashes of the word without one letter (long ones: two): words one slip apart share one.
    slips = ArrayField(models.IntegerField(), default=list)

    class Meta:
        verbose_name = _("word of the archive")
        verbose_name_plural = _("words of the archive")
        indexes = [
            GinIndex(fields=["slips"], name="lexeme_slips"),
        ]

    def __str__(self):
        return f"{self.text} ({self.frequency})"


class LexemeChange(models.Model):
    """Lexemes that an edition brought or took away and the frequencies do not know of yet.

    Publishing only adds a row here; a background task counts. So two publications never wait for
    each other over a common word.
    """

    added = ArrayField(models.CharField(max_length=64), default=list)
    removed = ArrayField(models.CharField(max_length=64), default=list)

    class Meta:
        verbose_name = _("change of the words")
        verbose_name_plural = _("changes of the words")

    def __str__(self):
        return f"+{len(self.added)} −{len(self.removed)}"


class Synonym(Folding):
    """Spellings that the newsroom wants to be found for each other: فاغنر، واغنر، فاغنير."""

    spellings = models.CharField(
        _("spellings"),
        max_length=500,
        help_text=_("Separated by commas; a spelling may have several words."),
    )
    folded = FoldedList(of="spellings")

    objects = FoldingQuerySet.as_manager()

    class Meta:
        verbose_name = _("house spelling")
        verbose_name_plural = _("house spellings")
        ordering = ["spellings"]
        indexes = [
            # A query asks which groups hold one of its words.
            GinIndex(fields=["folded"], name="synonym_folded"),
        ]

    def __str__(self):
        return self.spellings

    def clean(self):
        super().clean()
        typed = folded_list(self.spellings)
        if len(typed) < 2:
            raise ValidationError(
                {"spellings": _("Write at least two spellings that differ in their letters.")}
            )
        for other in Synonym.objects.filter(folded__overlap=typed).exclude(pk=self.pk)[:1]:
            raise ValidationError(
                {
                    "spellings": _("These spellings are together already: %(others)s")
                    % {"others": other.spellings}
                }
            )
