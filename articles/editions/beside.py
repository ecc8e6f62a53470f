"""What an edition holds beside its text: the claim of a fact check, the fact box, the pictures."""

from django.utils import translation
from django.utils.translation import gettext

from articles.editions.clean import clean_box
from articles.models import Kind, Verdict
from articles.models.edition import beside
from articles.text.plain import plain_text


def claim_of(article, language):
    """Return the claim that a fact check is about, as plain values; empty for any other kind.

    Keys and codes are ASCII: claim, by, at (ISO or ""), link, verdict, verdict_label, sentence.
    """
    if article.kind != Kind.FACT_CHECK:
        return {}
    label = Verdict(article.verdict).label if article.verdict in Verdict.values else ""
    return {
        "claim": _text(article, "claim", language),
        "by": _text(article, "claimant", language),
        "at": article.claim_at.isoformat() if article.claim_at else "",
        "link": article.claim_url if article.claim_url.startswith(("http://", "https://")) else "",
        "verdict": article.verdict,
        "verdict_label": str(label),
        "sentence": _text(article, "verdict_sentence", language),
    }


def box_of(article, language):
    """Return the fact box, clean; empty where it says nothing. A box without a title has one."""
    html = clean_box(getattr(article, f"box_{language}") or "")
    if not plain_text(html):
        return {}
    return {"title": _text(article, "box_title", language) or gettext("Background"), "html": html}


def text_beside(article, language):
    """Return what the working copy says beside its text, as plain text: as `Edition.beside`."""
    with translation.override(language):
        return beside(claim_of(article, language), box_of(article, language))


def figures_of(article, language, snapshot):
    """Return the further pictures; ``snapshot(image, caption, language)`` makes each of them."""
    rows = article.figures.select_related("image").order_by("position", "pk")
    return [
        snapshot(row.image, _text(row, "caption", language), language)
        | {"large": row.image.file.url, "after": row.after}
        for row in rows
    ]


def _text(row, name, language):
    return (getattr(row, f"{name}_{language}") or "").strip()
