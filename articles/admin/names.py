"""Sources, names in the news and authors, with their spellings."""

from django.contrib import admin
from django.forms import BaseInlineFormSet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.admin.base import LEFT_TO_RIGHT, RowsInline, SluggedAdmin, language_fieldsets
from articles.admin.merging import MergingAdmin
from articles.models import Alias, Author, Entity, EntityFact, Source
from articles.text.fold import fold

IN = {"ar": _("in Arabic"), "en": _("in English")}


class AliasFormSet(BaseInlineFormSet):
    """Refuse a spelling that another name has, or that is written here twice."""

    def clean(self):
        super().clean()
        seen = set()
        for form in self.forms:
            folded = fold(form.cleaned_data.get("text") or "") if form.is_valid() else ""
            if not folded or form.cleaned_data.get("DELETE"):
                continue
            others = Alias.objects.filter(
                folded=folded, context="", **{f"{self.fk.name}__isnull": False}
            )
            if form.cleaned_data.get("context"):
                # Other words of the text tell which of the names is meant.
                others = others.none()
            other = others.exclude(pk=form.instance.pk).select_related(self.fk.name).first()
            owner = getattr(other, self.fk.name) if other else self.so_named(folded)
            if owner:
                form.add_error("text", _("This spelling belongs to %(name)s.") % {"name": owner})
            elif folded in seen:
                form.add_error("text", _("This spelling stands here already."))
            seen.add(folded)

    def so_named(self, folded):
        """Another source or tag of that name; entities of two kinds may share one."""
        if self.fk.name == "entity":
            return None
        others = self.fk.related_model.objects.filter(folded=folded)
        return others.exclude(pk=self.instance.pk).first()


class AliasInline(RowsInline):
    model = Alias
    formset = AliasFormSet
    fields = ("text", "context")
    extra = 1
    verbose_name = _("spelling")
    verbose_name_plural = _("spellings by which a text names it")


class FactInline(RowsInline):
    """What readers look up about a name, as ruled pairs beside its dossier."""

    model = EntityFact
    fields = ("label_ar", "value_ar", "label_en", "value_en", "position")
    extra = 1

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if language := getattr(db_field, "language", None):
            direction = "ltr" if language in LEFT_TO_RIGHT else "rtl"
            field.widget.attrs |= {"lang": language, "dir": direction}
            field.label = f"{capfirst(db_field.translated_field.verbose_name)} {IN[language]}"
        return field


class SpelledAdmin(MergingAdmin, SluggedAdmin):
    """A page for something that texts name: its Arabic name is one of its spellings by itself."""

    inlines = [AliasInline]

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        thing = form.instance
        kind = f"{thing.aliases.field.name}__isnull"
        if not Alias.objects.filter(folded=fold(thing.name_ar), **{kind: False}).exists():
            thing.aliases.create(text=thing.name_ar)


@admin.register(Source)
class SourceAdmin(SpelledAdmin):
    list_display = ("name", "english", "kind", "domain")
    list_filter = ("kind",)
    search_fields = ("folded", "name_en", "aliases__folded", "domain")
    counted = "citations__article"
    fieldsets = [
        *language_fieldsets("name", "description"),
        (_("Kind and address"), {"fields": ["kind", "domain", "slug"]}),
    ]


@admin.register(Entity)
class EntityAdmin(SpelledAdmin):
    list_display = ("name", "english", "kind")
    list_filter = ("kind",)
    search_fields = ("folded", "name_en", "aliases__folded")
    inlines = [FactInline, AliasInline]
    counted = "mentions__article"
    fieldsets = [
        *language_fieldsets("name", "description"),
        (_("Kind and address"), {"fields": ["kind", "slug", "same_as"]}),
    ]


@admin.register(Author)
class AuthorAdmin(SluggedAdmin):
    list_display = ("name", "english", "position", "on_masthead", "user")
    list_filter = ("on_masthead",)
    list_select_related = ("user",)
    search_fields = ("folded", "name_en")
    autocomplete_fields = ("user",)
    fieldsets = [
        *language_fieldsets("name", "position", "bio"),
        (_("Masthead"), {"fields": [("on_masthead", "masthead_order")]}),
        (_("Login and address"), {"fields": ["user", "slug"]}),
    ]
