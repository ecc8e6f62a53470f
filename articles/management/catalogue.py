"""Collect, keep and compile the Arabic messages. Needs no GNU gettext; translates nothing itself.

The .po file has neither dates nor line numbers, so it changes only when a message does.
"""

import json
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileParser, write_po
from django.conf import settings
from django.utils.translation.template import templatize

LANGUAGE = "ar"
SOURCES = ("articles", "newsroom")
TEMPLATES = (".html", ".txt", ".xml")
# Django's names for the functions that Babel knows, each with its lazy twin.
KEYWORDS = DEFAULT_KEYWORDS | {
    f"{name}{ending}": DEFAULT_KEYWORDS[name]
    for name in ("gettext", "ngettext", "pgettext", "npgettext")
    for ending in ("", "_lazy", "_noop")
}
COMMENTS = ("Translators:",)
WIDTH = 96
# Django's own formula for zero, one, two, few, many and other. Babel's has the last two swapped.
PLURALS = 6
PLURAL_FORMS = (
    f"nplurals={PLURALS}; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
    "n%100>=11 && n%100<=99 ? 4 : 5;"
)
HEAD = [
    ("Language", LANGUAGE),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Transfer-Encoding", "8bit"),
    ("Plural-Forms", PLURAL_FORMS),
]


class Catalogue(Catalog):
    """Babel's catalogue with a head that stays the same from one run to the next."""

    # The head of a file that is read adds nothing to this one.
    mime_headers = property(lambda self: HEAD, lambda self, head: None)

    def __init__(self):
        super().__init__(
            locale=LANGUAGE,
            fuzzy=False,
            header_comment="# Arabic messages, kept by `make messages`: fill in the empty ones.",
        )

    @property
    def live(self):
        """The messages that the program uses, by context and text."""
        return {(message.context, key_of(message)): message for message in self if message.id}


def key_of(message):
    return message.id[0] if message.pluralizable else message.id


def po_path():
    return settings.LOCALE_PATHS[0] / LANGUAGE / "LC_MESSAGES" / "django.po"


def mo_path():
    return po_path().with_suffix(".mo")


def used():
    """Return a catalogue of all messages in the program and its templates, without translations."""
    found = Catalogue()
    for path in source_files():
        source = path.read_text(encoding="utf-8")
        if path.suffix in TEMPLATES:
            source = as_python(source)
        name = path.relative_to(settings.BASE_DIR).as_posix()
        for _line, message, comments, context in extract(
            "python", BytesIO(source.encode()), KEYWORDS, COMMENTS
        ):
            found.add(message, None, [(name, 0)], auto_comments=comments, context=context)
    return found


def source_files():
    for folder in SOURCES:
        for path in sorted((settings.BASE_DIR / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path
    for folder in settings.TEMPLATES[0]["DIRS"]:
        yield from (path for path in sorted(Path(folder).rglob("*")) if path.suffix in TEMPLATES)


def as_python(template):
    """Return a template as Python calls of gettext; all the rest is blanked out by Django.

    The lines lose their indentation, which means nothing here and would not be Python.
    """
    return "\n".join(line.strip() for line in templatize(template).split("\n"))


def read(path):
    catalogue = Catalogue()
    with open(path, encoding="utf-8") as file:
        PoFileParser(catalogue, abort_invalid=True).parse(file)
    return catalogue


def kept():
    return read(po_path()) if po_path().exists() else Catalogue()


def updated():
    """Return the kept catalogue with what the program uses now.

    A translation that is no longer used sinks to the end of the file, and comes back when it is.
    """
    catalogue = kept()
    for message in catalogue.obsolete.values():
        catalogue[message.id] = message
    catalogue.obsolete.clear()
    catalogue.update(used(), no_fuzzy_matching=True)
    for key, message in list(catalogue.obsolete.items()):
        if not is_whole(message, message.string):
            del catalogue.obsolete[key]
    return catalogue


def write(catalogue):
    po_path().parent.mkdir(parents=True, exist_ok=True)
    with open(po_path(), "wb") as file:
        write_po(file, catalogue, width=WIDTH, include_lineno=False, sort_by_file=True)
    mo_path().write_bytes(compiled(catalogue))


def compiled(catalogue):
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def merge(catalogue, path):
    """Fill in translations from a .po file, or from JSON as {"msgid": "msgstr" or [six forms]}.

    Returns how many were taken; messages that the program does not use are left out.
    """
    taken = 0
    live = catalogue.live
    for key, string in translations(path).items():
        message = live.get(key)
        if message is not None and is_whole(message, string) and message.string != string:
            message.string = string
            message.flags.discard("fuzzy")
            taken += 1
    return taken


def translations(path):
    if path.suffix == ".json":
        pairs = json.loads(path.read_text(encoding="utf-8")).items()
        return {
            (None, msgid): tuple(forms) if isinstance(forms, list) else forms
            for msgid, forms in pairs
        }
    return {key: message.string for key, message in read(path).live.items()}


def is_whole(message, string):
    if message.pluralizable:
        return isinstance(string, tuple) and len(string) == PLURALS and all(string)
    return isinstance(string, str) and bool(string)


def untranslated(catalogue):
    return [
        message
        for message in catalogue.live.values()
        if message.fuzzy or not is_whole(message, message.string)
    ]


def faults(catalogue):
    """Return a line for each thing that keeps the kept catalogue from being complete."""
    live, needed = catalogue.live, used().live
    lines = [f"not collected yet: {key[1]}" for key in needed if key not in live]
    lines += [f"no longer used: {key[1]}" for key in live if key not in needed]
    lines += [f"not translated: {key_of(message)}" for message in untranslated(catalogue)]
    for message, errors in catalogue.check():
        lines += [f"wrong placeholder: {key_of(message)}: {error}" for error in errors]
    if not mo_path().exists() or mo_path().read_bytes() != compiled(catalogue):
        lines.append("the compiled .mo file is stale")
    return lines
