"""How English says that an outlet is quoted. A few patterns; no parser."""

from articles.recognition import cues


def cue(phrase):
    """Name the words by which the phrase is quoted, or return an empty string."""
    return _before(phrase) or _after(phrase)


def _before(phrase):
    """According to Reuters; told the Reuters news agency; an interview with CNN"""
    at = phrase.first
    while at > 0 and phrase.tokens[at - 1].word in cues.EN_OUTLETS:
        at -= 1
    if at == 0 or not phrase.tokens[at].continues_phrase:
        return ""
    words = " ".join(token.word for token in phrase.tokens[max(0, at - 5) : at])
    match = cues.EN_BEFORE.search(words)
    return match.group() if match else ""


def _after(phrase):
    """Reuters reported; CNN has since said; the Politico website wrote"""
    if phrase.first and phrase.tokens[phrase.first - 1].word in cues.EN_OBJECT_OF:
        return ""
    for token in phrase.tokens[phrase.after : phrase.after + 6]:
        if token.word in cues.EN_SAYING:
            return token.word
        if token.word not in cues.EN_OUTLETS and token.word not in cues.EN_ASIDE:
            return ""
    return ""
