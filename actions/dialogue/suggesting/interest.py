"""What shoppers do with products: remembered, so that suggestions and what is learned from them follow at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from actions.dialogue.context import Context
from actions.recommender import Did, Event, Suggestion
from actions.recommender.catalogue import events
from actions.shop.history import Suggested
from actions.shop.models import Behaviour

OPENED, LATELY = 8, timedelta(hours=12)
"""So many products that were opened in the conversation, so short a time ago, are being looked at."""


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
    _tell(product_ids, did, customer, context)


def returned(product_ids: Sequence[str], context: Context) -> None:
    """Let it count at once that these are sent back; the shop's data has it as the return."""
    _tell(product_ids, Did.RETURN, personal(context), context)


def suggested(suggestions: Sequence[Suggestion], context: Context) -> None:
    """Remember what was suggested, and why."""
    shown = [Suggested(s.product_id, s.reason.kind, _evidence(s), s.explored) for s in suggestions]
    context.services.history.record_shown(context.turn.conversation, personal(context), shown)


def session(context: Context) -> tuple[str, ...]:
    """What the shopper opened here lately, the latest last; what is shown to them where they opened nothing."""
    since = context.services.clock.now() - LATELY
    seen = context.services.history.looked_at(context.turn.conversation)
    opened = list(dict.fromkeys(each.product_id for each in seen if each.time >= since))[:OPENED]
    return tuple(reversed(opened)) or tuple(context.turn.slot("shown", []))


def unwanted(context: Context) -> tuple[str, ...]:
    """What the shopper said they don't like or have, here or, if they are known, anywhere."""
    return tuple(context.services.history.unwanted(context.turn.conversation, personal(context)))


def allow(allowed: bool, context: Context) -> None:
    """Let suggestions use the customer's history, or no longer."""
    services, customer = context.services, context.customer
    if customer is None:
        return
    services.customers.allow_personal_suggestions(customer, allowed)
    services.recommender.forget(customer)
    if allowed:
        services.recommender.record(events(services.history, customer))


def _evidence(suggestion: Suggestion) -> dict[str, str | int | float]:
    """What it was made from, and that it was brought up because the shop promotes it, where it was."""
    return {**suggestion.reason.evidence, **({"promoted": True} if suggestion.promoted else {})}


def _tell(product_ids: Sequence[str], did: Did, customer: str | None, context: Context) -> None:
    if customer:
        now = context.services.clock.now()
        context.services.recommender.record(Event(customer, product, did, now) for product in product_ids)
