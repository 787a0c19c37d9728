"""Intents by what they have in common."""

from __future__ import annotations

SMALL_TALK = frozenset({"greet", "goodbye", "thank", "chitchat", "ask_if_bot"})
ANSWERS = frozenset({"inform", "affirm", "deny"})
CONTROLS = frozenset({"stop", "go_back", "ask_help"})
"""Intents that speak about the conversation itself, not about the shop."""
MOODS = frozenset({"complain", "give_feedback", "report_problem"})
"""Intents that often only colour another wish."""
BROWSING = frozenset(
    {"search_product", "refine_search", "ask_availability", "ask_product_detail", "show_more"}
)
SUGGESTING = frozenset({"ask_recommendation", "find_similar", "ask_goes_with"})
ABOUT_ORDERS = frozenset(
    {"track_order", "ask_delivery", "change_address", "change_order", "change_payment", "cancel_order"}
    | {"report_problem", "return_item", "exchange_item", "track_refund", "show_orders", "show_profile"}
)
"""Intents of messages about what somebody has ordered, or what is kept about them."""
ABOUT_PRODUCTS = BROWSING | SUGGESTING | {"add_to_cart", "compare_products", "inform"}
"""Intents of messages about products that were shown, or that are then shown."""
QUESTIONS = frozenset({"ask_faq", "ask_product_detail", "compare_products"})
"""Intents that ask something to which a question for advice may belong."""
