"""What a field of a model refuses, with a sentence that says which part of it is wrong."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

MOST_ADDRESSES = 20
_is_address = URLValidator(schemes=["http", "https"])


def validate_addresses(text):
    """Refuse a text that is not a few http(s) addresses, one a line; say which line is wrong."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_ADDRESSES:
        raise ValidationError(_("At most %(number)s addresses."), params={"number": MOST_ADDRESSES})
    for line in lines:
        try:
            _is_address(line)
        except ValidationError:
            raise ValidationError(
                _("“%(line)s” is not an address that begins with https://"),
                params={"line": line[:80]},
            ) from None
