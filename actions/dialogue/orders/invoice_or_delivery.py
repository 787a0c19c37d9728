"""Recognising wishes about orders that have no intent of their own, whatever they are taken for: an invoice, and ways
to deliver something, their cost and days."""

from __future__ import annotations

from actions.dialogue.cart import view as cart_view
from actions.dialogue.clause import WISH, Clause
from actions.dialogue.context import Context
from actions.dialogue.orders.own_lines import own_orders
from actions.dialogue.talk.spoken import last_order

INVOICE, WAYS, ANOTHER_WAY = "invoice_form", "delivery_form", "address_form"
TELL_WAYS = "action_tell_delivery"
SPEAK_OF_INVOICE = frozenset(
    {
        "ask_faq",
        "show_orders",
        "track_order",
        "track_refund",
        "inform",
        "nlu_fallback",
        "export_my_data",
        "change_order",
        "ask_delivery",
    }
)
"""Intents that a wish for an invoice is taken for."""
SPEAK_OF_WAYS = frozenset(
    {
        "ask_delivery",
        "ask_faq",
        "track_order",
        "change_order",
        "change_address",
        "view_cart",
        "check_out",
        "inform",
        "nlu_fallback",
        "search_product",
        "refine_search",
        "ask_availability",
        "ask_product_detail",
    }
)
"""Intents that a question about ways to deliver something is taken for, or the wish for another way."""


def meant(clause: Clause, context: Context) -> str | None:
    """The form or action that serves what a message asks for; None where it is none of these wishes."""
    if clause.text.startswith("/"):
        return None
    unsure = clause.confidence < WISH
    if (unsure or clause.intent in SPEAK_OF_INVOICE) and _wants_invoice(clause, context):
        return INVOICE
    return _about_ways(clause, context) if clause.intent in SPEAK_OF_WAYS else None


def named_ways(text: str, context: Context) -> list[str]:
    """The delivery options that a text names, by the shop's own names for them."""
    options, language = context.services.policy.delivery.options, context.language
    return [way for way in options if language.find(text, language.ways(way)) is not None]


def _wants_invoice(clause: Clause, context: Context) -> bool:
    """Whether it asks for an invoice of the shopper's own, and not how one gets one, or for another than there is."""
    language, text = context.language, clause.text
    if not language.says(text, "invoice") or language.says(text, "change"):
        return False
    if _of_one_order(clause, context):
        return True
    rule = language.asks(text) or language.says(text, "asks_the_rule")
    return not rule and (language.says(text, "wants") or bool(own_orders(clause, context)))


def _about_ways(clause: Clause, context: Context) -> str | None:
    language, text = context.language, clause.text
    ways, terms = named_ways(text, context), language.says(text, "asks_terms")
    if _of_one_order(clause, context) or language.says(text, "own_order"):
        if ways and not terms and language.says(text, "another_way"):
            return ANOTHER_WAY
        costs = language.says(text, "asks_cost") and language.says(text, "delivering")
        return WAYS if terms and (ways or costs) else None
    if not (terms and (ways or language.says(text, "delivering"))):
        return None
    reader = context.services.addresses
    there = reader.find(text) or reader.country(text) or language.says(text, "of_cart")
    return TELL_WAYS if there or (ways and cart_view.cart_of(context).lines) else None


def _of_one_order(clause: Clause, context: Context) -> bool:
    """Whether it names an order, or points back at the one spoken of just now."""
    if clause.first("order_number") is not None:
        return True
    return context.language.says(clause.text, "points_back") and last_order(context) is not None
