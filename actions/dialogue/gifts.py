"""Something for somebody else: who it is for, and what they do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.dialogue.context import Context
from actions.dialogue.filters import read_filters
from actions.dialogue.turn import Clause
from actions.dialogue.wishes import Wishes
from actions.recommender import Context as Circumstances
from actions.recommender import Reason, Suggestion
from actions.search import Filters, Hit

CANDIDATES = 60
"""Products among which a gift for what somebody does is sought."""


def is_gift(context: Context) -> bool:
    """Whether the message asks for something to give."""
    return context.language.says(context.turn.wish.text, "gift")


def as_search(context: Context) -> Wishes:
    """The wish for a gift as a search, so that what is said next ("up to 80 dollars") narrows it."""
    wish = context.turn.wish
    return Wishes(_about(wish, context), _filters(context, _audience(wish, context)))


def gifts(circumstances: Circumstances, context: Context, k: int) -> list[Suggestion]:
    """What others like, among what the search finds for what is said of whom it is for; then the best of that. Whose
    history it is does not matter: it is not for them."""
    recommend, wish = context.services.recommender.recommend, context.turn.wish
    audience = _audience(wish, context)
    for_them = replace(circumstances, audience=audience)
    about = _about(wish, context)
    hits = [hit for hit in _hits(about, audience, context) if hit.product_id not in circumstances.exclude]
    if not hits:
        return recommend(None, (), k, for_them)
    liked = recommend(None, (), k, replace(for_them, among=frozenset(hit.product_id for hit in hits)))
    if not about:
        return liked
    known = {suggestion.product_id for suggestion in liked}
    found = [Suggestion(hit.product_id, hit.score, Reason("found_for", {"words": about})) for hit in hits]
    return [*liked, *(each for each in found if each.product_id not in known)][:k]


def _audience(wish: Clause, context: Context) -> str:
    recipients, find = context.language.recipients, context.language.find
    return next((who for who, names in recipients.items() if find(wish.text, names) is not None), "")


def _about(wish: Clause, context: Context) -> str:
    """What the message says about them, without the words that every wish for a gift has."""
    language = context.language
    people = (word for names in language.recipients.values() for word in names)
    idle = {*language.phrases("gift_words"), *people}
    return " ".join(word for word in language.words(wish.unnamed) if word not in idle)


def _hits(about: str, audience: str, context: Context) -> Sequence[Hit]:
    return context.services.search.search(about, _filters(context, audience), CANDIDATES)


def _filters(context: Context, audience: str) -> Filters:
    wished = read_filters(context.turn.wish, context)
    attributes = tuple(dict.fromkeys((*wished.attributes, audience))) if audience else wished.attributes
    return Filters(
        types=wished.types, price_min=wished.price_min, price_max=wished.price_max, attributes=attributes
    )
