"""What shoppers do with products: remembered, so that suggestions and what is learned from them follow at once."""

from __future__ import annotations

from collections.abc import Sequence

from actions.dialogue.context import Context
from actions.recommender import Did, Event
from actions.shop.models import Behaviour


def personal(context: Context) -> str | None:
    """The customer whose history suggestions may use; None for somebody unknown, and for whoever switched that off."""
    customer = context.customer
    return (
        customer if customer and context.services.customers.personal_suggestions_allowed(customer) else None
    )


def record(product_ids: Sequence[str], did: Did, context: Context) -> None:
    """Remember what was done with these products: as the customer's where they allow it, else as nobody's."""
    services, customer = context.services, personal(context)
    services.history.record(context.turn.conversation, customer, product_ids, Behaviour(did.value))
    if customer:
        now = services.clock.now()
        services.recommender.record(Event(customer, product, did, now) for product in product_ids)
