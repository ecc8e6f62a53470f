"""Fields that keep a derived value beside the writer's own; what was written stays as it is."""

import re

from django.contrib.postgres.fields import ArrayField
from django.db import models
from modeltranslation.manager import rewrite_lookup_key

from articles.text.fold import fold
from articles.text.words import words


class FoldedField(models.CharField):
    """The folded form of another field, filled in whenever the row is written.

    ``FoldedField(of="name_ar")`` holds ``fold(row.name_ar)``, so that spellings which readers
    mix up meet in one value and a unique constraint can refuse twins. Its model is a ``Folding``
    one and its manager a ``FoldingQuerySet``'s: then partial saves and bulk updates fill it too.
    When ``fold`` itself has changed, ``manage.py refold`` fills what is stored anew.
    """

    def __init__(self, *args, of="", **kwargs):
        self.of = of
        kwargs.setdefault("max_length", 250)
        kwargs["editable"] = False
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("editable", None)
        return name, path, args, {**kwargs, "of": self.of}

    def folded(self, text):
        """Return the value for a text of the other field."""
        return fold(text or "")[: self.max_length]

    def pre_save(self, instance, add):
        value = self.folded(getattr(instance, self.of))
        setattr(instance, self.attname, value)
        return value


class FoldedList(ArrayField):
    """The folded spellings that another field lists, kept in step as a FoldedField is."""

    def __init__(self, *args, of="", **kwargs):
        self.of = of
        kwargs.setdefault("base_field", models.CharField(max_length=250))
        kwargs.setdefault("default", list)
        kwargs["editable"] = False
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        kwargs.pop("editable", None)
        return name, "articles.models.fields.FoldedList", args, {**kwargs, "of": self.of}

    def folded(self, text):
        """Return the value for a text of the other field."""
        return folded_list(text or "")

    def pre_save(self, instance, add):
        value = self.folded(getattr(instance, self.of))
        setattr(instance, self.attname, value)
        return value


def folded_list(text):
    """Return the folded spellings of a list that commas of either script separate, each once.

    >>> folded_list("فاغنر، واغنر, Wagner")
    ['فاغنر', 'واغنر', 'wagner']
    """
    return list(listed(text))


def listed(text):
    """Return the spellings of such a list as they are written, by their folded words.

    >>> listed("كوفيد-19؛ كورونا")
    {'كوفيد 19': 'كوفيد-19', 'كورونا': 'كورونا'}
    """
    found = {}
    for part in re.split("[،,؛;\n]", text):
        # Words as a query has them: a hyphen between two parts them.
        folded = " ".join(word.text for word in words(fold(part)))
        if folded:
            found.setdefault(folded, " ".join(part.split()))
    return found


def folded_fields(model, following=None):
    """List the folded fields of a model; ``following``: only those of these columns."""
    kinds = (FoldedField, FoldedList)
    fields = [field for field in model._meta.concrete_fields if isinstance(field, kinds)]
    return [field for field in fields if following is None or field.of in following]


class FoldingQuerySet(models.QuerySet):
    """Updates of many rows at once that keep folded columns in step with what they follow."""

    def update(self, **values):
        """Django's update; what a folded column follows is given as plain text, never computed."""
        given = {rewrite_lookup_key(self.model, name): value for name, value in values.items()}
        for field in folded_fields(self.model, given.keys()):
            if field.name not in given:
                if hasattr(given[field.of], "resolve_expression"):
                    raise ValueError(f"{field.of} can not be computed here: {field.name} folds it")
                values[field.name] = field.folded(given[field.of])
        return super().update(**values)

    update.alters_data = True

    def bulk_create(self, objs, *args, update_fields=None, **kwargs):
        if update_fields is not None:
            followers = folded_fields(self.model, update_fields)
            update_fields = [*update_fields, *(field.name for field in followers)]
        return super().bulk_create(objs, *args, update_fields=update_fields, **kwargs)

    def bulk_update(self, objs, fields, batch_size=None):
        objs = list(objs)
        given = {rewrite_lookup_key(self.model, name) for name in fields}
        for field in folded_fields(self.model, given):
            for one in objs:
                field.pre_save(one, add=False)
            given.add(field.name)
        return super().bulk_update(objs, sorted(given), batch_size=batch_size)

    bulk_update.alters_data = True


class Folding(models.Model):
    """A model with folded fields, in step with what they follow however a row is saved.

    Its constraints are checked on what was typed just now: a form leaves fields out of its checks
    that it does not show; without this a twin would be found only by the database, and the editor
    would see a broken page instead of a sentence.
    """

    class Meta:
        abstract = True

    def save_base(self, *args, update_fields=None, **kwargs):
        """Write a folded column in every partial save that writes the column it follows."""
        if update_fields is not None:
            followers = folded_fields(type(self), update_fields)
            update_fields = {*update_fields, *(field.name for field in followers)}
        super().save_base(*args, update_fields=update_fields, **kwargs)

    def validate_constraints(self, exclude=None):
        folded = folded_fields(type(self))
        for field in folded:
            field.pre_save(self, add=False)
        super().validate_constraints(exclude=set(exclude or ()) - {field.name for field in folded})


def arabic_required(*names):
    """Return the condition that these translated fields are written in Arabic.

    modeltranslation makes every translated column nullable; the newsroom's own is required.
    """
    condition = models.Q()
    for name in names:
        condition &= models.Q(**{f"{name}_ar__isnull": False}) & ~models.Q(**{f"{name}_ar": ""})
    return condition
