"""Settle which of the names that a text may hold it does hold. Knows no automaton, no database.

The rules, in this order:

1. A name fits when its words follow each other without a stop, its capitals and its ending agree
   (كوبًا is no Cuba; جرّبه no جربة in a text that writes ة), and no neighbour speaks against it
   (``doubts.DOUBTS``: مسقط رأسه is no Muscat).
2. Of names that overlap, the one of more words stands: وزارة الدفاع الروسية hides روسيا.
3. A place behind the noun of an institution belongs to the institution's name and is not the
   place: جامعة دمشق is not Damascus, also when nobody registered the university.
4. A spelling with a context (عمان, طرابلس) counts when its paragraph, or failing that the text,
   holds a word of that context or a surer spelling of the same thing. Of several things that
   share it, the one with more such evidence; with none, or as much for two, nothing is found.
   Vowel marks that only one of them bears decide at once: عُمان, عمّان.
5. A body named in full goes on under its short name: التحالف after التحالف الدولي. So does a
   person under the last of their names.
"""

from collections import defaultdict

from articles.recognition import doubts
from articles.text.clitics import peel, readings
from articles.text.fold import MARKS

TANWIN = tuple("\u064b\u064c\u064d")


def settle(text, tokens, hits):
    """List (hit, the things it names) in the order of the text."""
    names = [hit for hit in hits if hit.name.things and _fits(text, tokens, hit)]
    longest = [hit for hit in _longest(names) if not _is_in_institution(tokens, hit)]
    evidence = Evidence(text, tokens, hits, longest)
    settled = [(hit, things) for hit in longest if (things := evidence.meant(hit))]
    settled += _short_forms(tokens, settled, longest)
    return sorted(settled, key=lambda pair: pair[0].first)


def span(tokens, hit):
    """Where the name stands in the text, without what is written onto it."""
    return tokens[hit.first].offsets[hit.peeled], tokens[hit.after - 1].end


class Evidence:
    """What else a text names: by it, spellings that several things share are told apart."""

    def __init__(self, text, tokens, hits, longest):
        self.text, self.tokens = text, tokens
        self.paragraphs = _paragraphs(tokens)
        # The numbers of the paragraphs in which a context, or a sure name of a thing, stands.
        self.contexts, self.sure = defaultdict(set), defaultdict(set)
        for hit in hits:
            self.contexts[hit.name.words].add(self.paragraphs[hit.first])
        for hit in longest:
            for thing in hit.name.things:
                if not thing.context:
                    self.sure[thing.key].add(self.paragraphs[hit.first])

    def meant(self, hit):
        """The things that the hit names here, of each kind at most one that needs a context."""
        things = hit.name.things
        if not any(thing.context for thing in things):
            return things
        meant = []
        for kind in dict.fromkeys(thing.kind for thing in things):
            alike = [thing for thing in things if thing.kind == kind]
            doubted = [thing for thing in alike if thing.context]
            told = self._told(hit, doubted) if doubted else None
            meant += [told] if told else [thing for thing in alike if not thing.context]
        return meant

    def _told(self, hit, things):
        """The one of the things that the text speaks for, or None."""
        written = self.text[slice(*span(self.tokens, hit))]
        if marked := [one for one in things if _is_written_so(one.spelling, written)]:
            return marked[0] if len(marked) == 1 else None
        paragraph = self.paragraphs[hit.first]
        for near in (lambda places: paragraph in places, bool):
            scores = {thing: self._weight(thing, near) for thing in things}
            best = max(scores.values())
            leading = [thing for thing, score in scores.items() if score == best]
            if best and len(leading) == 1:
                return leading[0]
        return None

    def _weight(self, thing, near):
        words = sum(near(self.contexts.get(context, ())) for context in thing.context)
        return words + 2 * near(self.sure.get(thing.key, ()))


def _fits(text, tokens, hit):
    """Whether the words belong together, the capitals agree, and nothing speaks against it."""
    if not all(token.continues_name for token in tokens[hit.first + 1 : hit.after]):
        return False
    written = text[slice(*span(tokens, hit))]
    if not _capitals_agree(hit.name.spelling, written) or not _ends_agree(hit, written, text):
        return False
    return doubts.allow(tokens, hit.first, hit.after, hit.name.words, hit.peeled)


def _capitals_agree(spelling, written):
    """US is not us and Turkey no turkey: a capital in the register is one in the text."""
    if spelling.isupper():
        return written.isupper()
    return written[:1].isupper() or not spelling[:1].isupper()


def _ends_agree(hit, written, text):
    """Whether the last letters of a single word may be the name's.

    Names bear no tanwin. ه stands for ة only where a text never writes ة.
    """
    spelling = hit.name.spelling
    if len(hit.name.words) > 1 or spelling.isascii():
        return True
    if written[-1] in TANWIN or written[-2:-1] in TANWIN:
        return spelling[-1] in TANWIN or spelling[-2:-1] in TANWIN
    ends = {written[-1], spelling[-1]}
    return ends != {"ه", "ة"} or "ة" not in text


def _longest(hits):
    """Of names that overlap keep the one of more words; of equal ones the first."""
    taken, kept = set(), []
    for hit in sorted(hits, key=lambda hit: (-len(hit.name.words), hit.first, hit.peeled)):
        place = range(hit.first, hit.after)
        if taken.isdisjoint(place):
            kept.append(hit)
            taken.update(place)
    return kept


def _is_in_institution(tokens, hit):
    if hit.peeled or not hit.first or not tokens[hit.first].continues_name:
        return False
    if not any(thing.is_place for thing in hit.name.things):
        return False
    return not doubts.INSTITUTIONS.isdisjoint(readings(tokens[hit.first - 1].word))


def _is_written_so(spelling, written):
    """Whether vowel marks, where both have some, agree: عُمان, عمّان."""
    marks = MARKS.intersection(spelling)
    return bool(marks) and marks <= set(written)


def _paragraphs(tokens):
    """The number of each word's paragraph."""
    numbers, number = [], 0
    for token in tokens:
        number += "\n" in token.gap
        numbers.append(number)
    return numbers


def _short_forms(tokens, settled, longest):
    """Find how a text goes on naming what it named in full: "the Alliance", "the Council"."""
    taken = {at for hit in longest for at in range(hit.first, hit.after)}
    begins = defaultdict(list)
    for hit, things in settled:
        entities = [thing for thing in things if thing.kind == "entity"]
        if short := _short(hit, entities):
            begins[hit.first].append((short, hit, entities))
    # By short name, in one paragraph and in the text so far: what was named in full, each once.
    full, paragraphs, found = defaultdict(dict), _paragraphs(tokens), []
    for at, token in enumerate(tokens):
        for short, hit, entities in begins.get(at, ()):
            key = tuple(thing.key for thing in entities)
            for scope in (paragraphs[at], None):
                full[short, scope].setdefault(key, (hit, entities))
        if at in taken:
            continue
        for reading in peel(token.word):
            named = full.get((reading.word, paragraphs[at])) or full.get((reading.word, None))
            if not named:
                continue
            if len(named) == 1 and not doubts.is_qualified(tokens, at):
                ((hit, things),) = named.values()
                name = hit.name._replace(words=(reading.word,), spelling=token.word)
                found.append((hit._replace(name=name, first=at, peeled=reading.length), things))
            break
    return found


def _short(hit, entities):
    """The word by which a text goes on naming this, or an empty string."""
    parts = hit.name.words
    if not entities or len(parts) == 1:
        return ""
    head = parts[0] if parts[0].startswith("ال") else f"ال{parts[0]}"
    if head in doubts.HEADS:
        return head
    is_person = entities[0].type == "person" and parts[-1] not in doubts.ORDINALS
    return parts[-1] if is_person else ""
