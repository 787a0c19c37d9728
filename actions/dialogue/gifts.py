"""Something for somebody else: who it is for, and what they do."""

from __future__ import annotations

from dataclasses import replace

from actions.dialogue.context import Context
from actions.dialogue.wishes import read_filters
from actions.recommender import Context as Circumstances
from actions.search import Filters

CANDIDATES = 60
"""Products among which a gift for what somebody does is sought."""


def is_gift(context: Context) -> bool:
    """Whether the message asks for something to give."""
    return context.language.says(context.turn.wish.text, "gift")


def circumstances_of_gift(circumstances: Circumstances, context: Context) -> Circumstances:
    """What a gift must meet: for whom it is, and near to what the message says about them."""
    wish, language = context.turn.wish, context.language
    recipients = language.recipients
    audience = next(
        (who for who, names in recipients.items() if language.find(wish.text, names) is not None), ""
    )
    idle = {*language.phrases("gift_words"), *(word for names in recipients.values() for word in names)}
    about = [word for word in language.words(wish.unnamed) if word not in idle]
    wished = read_filters(wish)
    filters = Filters(types=wished.types, price_max=wished.price_max, attributes=wished.attributes)
    if not about and not wished.attributes:
        return replace(circumstances, audience=audience)
    hits = context.services.search.search(" ".join(about), filters, CANDIDATES)
    return replace(circumstances, audience=audience, among=frozenset(hit.product_id for hit in hits) or None)
