"""Describe what a fact-check says of a claim (schema.org ClaimReview)."""

# From false to true, as readers of the markup expect a rating to run; who finds no evidence rates
# nothing.
RATINGS = {"false": 1, "misleading": 2, "context": 3, "partly": 3, "true": 5}


def claim_review(claim, url, published_at, publisher):
    """Return the review of a claim, or None where there is nothing to review.

    ``claim``: claim, by, at (an ISO day), link, verdict, verdict_label, sentence; only the claim
    and the label of the verdict must be there.
    """
    if not (claim.get("claim") and claim.get("verdict_label")):
        return None
    stated = {
        "@type": "Claim",
        "author": {"name": claim.get("by")} if claim.get("by") else None,
        "datePublished": claim.get("at"),
        "appearance": {"@type": "CreativeWork", "url": claim["link"]}
        if claim.get("link")
        else None,
    }
    rating = {
        "@type": "Rating",
        "alternateName": claim["verdict_label"],
        "ratingExplanation": claim.get("sentence"),
    }
    if value := RATINGS.get(claim.get("verdict")):
        rating |= {"ratingValue": value, "worstRating": 1, "bestRating": max(RATINGS.values())}
    return {
        "@type": "ClaimReview",
        "url": url,
        "datePublished": published_at.isoformat(timespec="seconds"),
        "author": publisher,
        "claimReviewed": claim["claim"],
        "itemReviewed": {name: value for name, value in stated.items() if value},
        "reviewRating": {name: value for name, value in rating.items() if value},
    }
