"""Keep former addresses working: one permanent redirect, one hop. Serves no page."""

from urllib.parse import unquote

from django.db import transaction

from articles.models import Address


@transaction.atomic
def remember(former, present):
    """Note that what stood at ``former`` now stands at ``present`` (both paths of this site).

    Addresses that pointed to the former one point to the present one from now on, so that no
    reader is sent on twice; and an address that is in use again forgets that it had moved.
    """
    former, present = unquote(former), unquote(present)
    if former == present:
        return
    Address.objects.filter(path=present).delete()
    Address.objects.filter(target=former).update(target=present)
    Address.objects.update_or_create(path=former, defaults={"target": present})


def present(path):
    """Return the address that took the place of ``path``, decoded as in a request, or None."""
    row = Address.objects.filter(path=path).only("target").first()
    return row and row.target
