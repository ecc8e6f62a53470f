"""Fill folded columns anew after a change of what folds alike; name twins that it brings out."""

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import IntegrityError, models, transaction

from articles import merging
from articles.merging.rows import KINDS
from articles.models import Alias
from articles.models.fields import folded_fields

BATCH = 500


class Command(BaseCommand):
    help = (
        "Fills folded columns anew: run it when articles/text/fold.py has changed, and reindex"
        " after it. Two rows that are one now are named, each pair in one line."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--merge",
            action="store_true",
            help="merge tags, sources and names that are one now; the older one stays",
        )

    def handle(self, *args, merge, **options):
        for model in apps.get_app_config("articles").get_models():
            for field in folded_fields(model):
                changed, refused = refold(model, field)
                self.stdout.write(f"{model._meta.label_lower}.{field.name}: {changed} changed")
                for pk in refused:
                    self.settle(model, field, pk, merge)

    def settle(self, model, field, pk, merge):
        """Do with a row that another stands in the way of what is safe, else say which two."""
        row = model.objects.filter(pk=pk).first()
        twin = row and twin_of(row, field)
        if row is None or twin is None:
            return  # an earlier merge took it along
        if model is Alias and owner(row) == owner(twin):
            row.delete()  # the same spelling of the same thing, twice
            return
        older, newer = sorted((row, twin), key=lambda one: one.pk)
        if merge and model._meta.model_name in KINDS:
            try:
                merging.merge(older, newer)
            except merging.Refused as refusal:
                self.stderr.write(str(refusal))
                return
            refold(model, field, pk=older.pk)
            self.stdout.write(f"  merged: {told(newer)} into {told(older)}")
        else:
            self.stderr.write(
                f"  one now: {told(older)} and {told(newer)}; merge or rename one in the admin"
            )


def refold(model, field, **only):
    """Fill one folded column; return how many rows changed and the keys of those refused as twins.

    A row may be refused only because another has not changed yet: those are tried again.
    """
    changed, left = 0, list(_stale(model, field, only))
    while left:
        refused = []
        for start in range(0, len(left), BATCH):
            refused += _write(model, field, left[start : start + BATCH])
        changed += len(left) - len(refused)
        if len(refused) == len(left):
            break
        left = refused
    return changed, left


def _stale(model, field, only):
    rows = model.objects.filter(**only).order_by("pk").values_list("pk", field.of, field.name)
    for pk, text, stored in rows.iterator(chunk_size=BATCH):
        if field.folded(text) != stored:
            yield pk


def _write(model, field, numbers):
    """Write new values, together if that goes, else one by one; return the keys of those refused.

    Rows are held and read again: an editor may have changed what they say since they were counted.
    """
    try:
        with transaction.atomic():
            rows = model.objects.select_for_update(of=("self",)).order_by("pk")
            model.objects.bulk_update(rows.filter(pk__in=numbers), [field.of])
        return []
    except IntegrityError:
        if len(numbers) == 1:
            return numbers
    return [pk for one in numbers for pk in _write(model, field, [one])]


def twin_of(row, field):
    """The row that a unique constraint keeps this one from being equal to, if there is one."""
    model = type(row)
    value = field.folded(getattr(row, field.of))
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and field.name in constraint.fields:
            within = constraint.condition or models.Q()
            same = {name: getattr(row, name) for name in constraint.fields} | {field.name: value}
            concerned = model.objects.filter(within)
            twin = concerned.filter(**same).exclude(pk=row.pk).first()
            if twin and concerned.filter(pk=row.pk).exists():
                return twin
    return None


def owner(alias):
    return alias.entity_id, alias.source_id, alias.tag_id


def told(row):
    return f"{row._meta.model_name} {row.pk} “{row}”"
