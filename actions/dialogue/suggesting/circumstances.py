"""What suggestions must meet: what the message says, and what is known of the shopper's wishes and sizes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from actions.dialogue.context import Context
from actions.dialogue.finding.refining import refined
from actions.dialogue.finding.wishes import Wishes
from actions.dialogue.suggesting import interest, own_things
from actions.recommender import Context as Circumstances
from actions.recommender import OwnSize
from actions.search import Filters


def circumstances(
    context: Context, exclude: Iterable[str] = (), among: frozenset[str] | None = None, **wishes: Any
) -> Circumstances:
    """These wishes, in the shopper's sizes, without these products, what they don't want to see again, what they have
    from here and what is ruled out."""
    customer, left = interest.personal(context), _not_ruled_out(context)
    return Circumstances(
        exclude=(*interest.unwanted(context), *exclude),
        owned=tuple(context.services.history.ordered(customer)) if customer else (),
        sizes=(*_bought(context), *_told(context)),
        among=left if among is None else among & left if left is not None else among,
        **wishes,
    )


def of_message(context: Context) -> Circumstances:
    """What the message says that suggestions must meet; what is shown already is none."""
    wish = context.turn.wish
    price = wish.first("price_max")
    return circumstances(
        context,
        context.turn.slot("shown", []),
        types=tuple(map(str, wish.values("product_type"))),
        price_max=None if price is None else float(price),
        audience=next((str(a) for a in wish.values("attribute") if a in context.language.recipients), ""),
    )


def _not_ruled_out(context: Context) -> frozenset[str] | None:
    """What is left where something is ruled out, by the message or by what was searched for before; None where nothing
    is."""
    search = context.services.search
    without = refined(Wishes.before_this(context), context.turn.wish, context).filters.without
    hits = search.search("", Filters(without=without), len(search)) if without else []
    return frozenset(hit.product_id for hit in hits) if without else None


def _bought(context: Context) -> list[OwnSize]:
    """The sizes in which they bought things and kept them, the latest last."""
    bought = own_things.sized((), context) if interest.personal(context) else []
    return [OwnSize(each.size, each.product_id) for each in reversed(bought)]


def _told(context: Context) -> list[OwnSize]:
    """The size that they searched for in this conversation, for themselves."""
    search = Wishes.before_this(context)
    if search.gift or len(search.filters.sizes) != 1:
        return []
    return [OwnSize(search.filters.sizes[0], type=kind) for kind in search.filters.types]
