"""Fields that keep a derived value beside the writer's own; what was written stays as it is."""

import re

from django.contrib.postgres.fields import ArrayField
from django.db import models

from articles.text.fold import fold
from articles.text.words import words


class FoldedField(models.CharField):
    """The folded form of another field, filled in whenever the row is written.

    ``FoldedField(of="name_ar")`` holds ``fold(row.name_ar)``, so that spellings which readers
    mix up meet in one value and a unique constraint can refuse twins.
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

    def pre_save(self, instance, add):
        value = fold(getattr(instance, self.of) or "")[: self.max_length]
        setattr(instance, self.attname, value)
        return value


class FoldedList(ArrayField):
    """The folded spellings that another field lists, filled in whenever the row is written."""

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

    def pre_save(self, instance, add):
        value = folded_list(getattr(instance, self.of) or "")
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


class Folding(models.Model):
    """A model with folded fields, whose constraints are checked on what was typed just now.

    A form leaves fields out of its checks that it does not show; without this a twin would be
    found only by the database, and the editor would see a broken page instead of a sentence.
    """

    class Meta:
        abstract = True

    def validate_constraints(self, exclude=None):
        folded = [field for field in self._meta.fields if isinstance(field, FoldedField)]
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
