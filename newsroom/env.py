"""Read settings from the environment, typed. The only place that does; never guesses at a typo."""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

REQUIRED = object()
TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off"}


class CannotStart(Exception):
    """The newsroom cannot start; the message is the one line that the operator needs."""


def text(name, default=REQUIRED):
    """Return the variable as written, without surrounding blanks; empty counts as not set."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is REQUIRED:
        raise CannotStart(f"{name} is not set. See .env.example.")
    return default


def flag(name, default=REQUIRED):
    return _read(name, default, _flag)


def number(name, default=REQUIRED):
    return _read(name, default, _number)


def choice(name, options, default=REQUIRED):
    """Return the variable, which must be one of ``options``."""
    return _read(name, default, lambda value: _choice(value, options))


def items(name, default=REQUIRED):
    """Return a comma-separated variable as a list: ``a.org, b.org`` -> ``["a.org", "b.org"]``."""
    return _read(name, default, _items)


def contacts(name, default=REQUIRED):
    """Return comma-separated ways to reach people, as URIs: a@b.org is mailto:a@b.org."""
    return _read(name, default, lambda value: [_contact(one) for one in _items(value)])


def url(name, default=REQUIRED):
    """Return an http(s) address without its closing slash."""
    return _read(name, default, _url)


def path(name, default=REQUIRED):
    """Return an absolute path; a relative one is taken from the folder of the command."""
    return _read(name, default, lambda value: Path(value).expanduser().resolve())


def database(name, default=REQUIRED):
    """Return Django's settings for ``postgresql://user:password@host:port/name?option=value``."""
    return _read(name, default, _database)


def _read(name, default, convert):
    value = text(name, "" if default is not REQUIRED else REQUIRED)
    if not value:
        return default
    try:
        return convert(value)
    except ValueError as why:
        raise CannotStart(f"{name} {why}. See .env.example.") from None


def _flag(value):
    if value.lower() in TRUE | FALSE:
        return value.lower() in TRUE
    raise ValueError(f"should be 1 or 0, not {value!r}")


def _number(value):
    if value.isascii() and value.isdigit():
        return int(value)
    raise ValueError(f"should be a whole number, not {value!r}")


def _choice(value, options):
    if value in options:
        return value
    raise ValueError(f"should be one of {', '.join(options)}, not {value!r}")


def _items(value):
    return [item.strip() for item in value.split(",") if item.strip()]


def _contact(value):
    """RFC 9116 wants a URI; people write the bare address of a mailbox."""
    if (
        value.startswith(("mailto:", "https://", "tel:"))
        and value.isascii()
        and value.isprintable()
    ):
        return value
    if "@" in value and ":" not in value and value.isascii() and value.isprintable():
        return f"mailto:{value}"
    raise ValueError(f"should be an e-mail or an https address, not {value!r}")


def _url(value):
    parts = urlsplit(value)
    if parts.scheme in {"http", "https"} and parts.hostname and not parts.query:
        return value.rstrip("/")
    raise ValueError(f"should be an address such as https://news.example, not {value!r}")


def _database(value):
    # The value may hold a password: never repeat it in a message.
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        raise ValueError("is not a readable address") from None
    database_name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in {"postgres", "postgresql"} or not database_name:
        raise ValueError("should look like postgresql://user:password@host:5432/name")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": database_name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "OPTIONS": options,
    }
