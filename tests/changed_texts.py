"""The demo's stories as texts, and changes of them. Two ways of changing stand beside this."""

import random
import re
from functools import cache
from typing import NamedTuple

from articles.demo.story import body_html, stories, world
from articles.text.plain import plain_text
from articles.text.substance.tokens import tokens
from articles.text.words import words

TIMES = 2  # changes of each kind in each story


class Story(NamedTuple):
    name: str
    language: str
    text: str


@cache
def archive():
    """Every text of the demo, one for each story and language: title, lead and body as lines."""
    return [
        Story(
            name,
            language,
            f"{text['title']}\n{text['lead']}\n{plain_text(body_html(text['body']))}",
        )
        for name, values in stories()
        for language in ("ar", "en")
        if (text := values.get(language))
    ]


@cache
def words_of(story):
    return frozenset(one.folded for one in tokens(story.text))


def known_elsewhere(story):
    """A judge of words that knows all stories but this one, as a newsroom's archive would."""

    def known(asked):
        others = (words_of(one) for one in archive() if one.name != story.name)
        held = set()
        for one in others:
            held |= asked & one
        return held

    return known


@cache
def vocabulary(language):
    """The words of all stories, the most letters first, for putting one in another's place."""
    found = {w.text for one in archive() if one.language == language for w in words(one.text)}
    return sorted(word for word in found if len(word) > 2 and not any(map(str.isdigit, word)))


@cache
def names(language):
    """The registered names of people, places and bodies, by kind."""
    found = {}
    for one in world()["entity"]:
        found.setdefault(one["kind"], []).append(one[f"name_{language}"])
    return found


def place(text, chance, pattern):
    found = list(re.finditer(pattern, text))
    return chance.choice(found) if found else None


def put(text, match, new):
    return text[: match.start()] + new + text[match.end() :]


def some_word(text, chance, shortest=3, kind="word"):
    """Some word of the text that is no number and no negation, with its place."""
    found = [
        one for one in words(text)
        if len(one.text) >= shortest and [t.kind for t in tokens(one.text)] == [kind]
    ]  # fmt: skip
    return chance.choice(found) if found else None


def write(text, word, new):
    return text[: word.start] + new + text[word.end :]


def changes(kind, times=TIMES, every=1):
    """Yield (story, changed text) of one way of changing; ``every`` third story for 3."""
    for story in archive()[::every]:
        for time in range(times):
            chance = random.Random(f"{kind.__name__} {story.name} {story.language} {time}")
            changed = kind(story, chance)
            if changed is not None and changed != story.text:
                yield story, changed
