"""Read one demo story from its file. Plain values; no model."""

import tomllib
from pathlib import Path

from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

FOLDER = Path(__file__).parent
LANGUAGES = ("ar", "en")


def world():
    """Return the invented country: its tables as lists of dicts, by kind."""
    return tomllib.loads((FOLDER / "world.toml").read_text("utf-8"))


def standing_pages():
    """Return what the invented newspaper says of itself, in the order of its footer."""
    return tomllib.loads((FOLDER / "pages.toml").read_text("utf-8"))["page"]


def stories():
    """Return (name of the file, its values) of every story, in the order of their numbers."""
    return [
        (path.stem, tomllib.loads(path.read_text("utf-8")))
        for path in sorted((FOLDER / "texts").glob("*.toml"))
    ]


def versions(story):
    """Return the story as it was first published, then after each of its changes; often one.

    A change names what is ``right`` in the text as it stands and what was ``wrong`` there before.
    """
    found = [story]
    for change in reversed(story.get("change", [])):
        found.append({**found[-1], **{one: _undone(found[-1], change, one) for one in LANGUAGES}})
    return found[::-1]


def _undone(story, change, language):
    text, right = story.get(language, {}), change.get(f"right_{language}")
    if not right:
        return text
    if text["body"].count(right) != 1:
        raise ValueError(f"a change of “{text['title']}” has no place: {right}")
    return text | {"body": text["body"].replace(right, change[f"wrong_{language}"])}


def body_html(text):
    """Return a story's text as HTML: blank lines part paragraphs, ``##`` heads, ``>`` quotes,
    ``-`` begins each line of a list, ``**`` stands around what is strong.

    >>> body_html("أول\\n\\n## عنوان\\n\\n> «قول» — قائل")
    '<p>أول</p><h2>عنوان</h2><blockquote><p>«قول»</p><footer>قائل</footer></blockquote>'
    """
    blocks = (block.strip() for block in text.strip().split("\n\n"))
    return mark_safe("".join(_block(block) for block in blocks if block))  # noqa: S308 - escaped


def _block(text):
    if text.startswith("## "):
        return format_html("<h2>{}</h2>", text.removeprefix("## ").strip())
    if text.startswith("> "):
        words, _dash, name = text.removeprefix("> ").replace("\n", " ").rpartition("— ")
        footer = format_html("<footer>{}</footer>", name.strip()) if words else ""
        return format_html("<blockquote><p>{}</p>{}</blockquote>", (words or name).strip(), footer)
    if text.startswith("- "):
        rows = (line.removeprefix("- ") for line in text.splitlines())
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", map(_strong, rows)))
    lines = format_html_join(mark_safe("<br>"), "{}", ((line,) for line in text.splitlines()))
    return format_html("<p>{}</p>", lines)


def _strong(line):
    before, mark, rest = line.partition("**")
    words, end, after = rest.partition("**")
    return (format_html("{}<strong>{}</strong>{}", before, words, after) if mark and end else line,)
