"""A fitting suggestion after something was put in the cart or sent back: once, and never in a complaint."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from actions.dialogue.cart.view import owner
from actions.dialogue.context import Context
from actions.dialogue.mechanism import stack
from actions.dialogue.messages import Choice, payload
from actions.dialogue.products import cards
from actions.dialogue.suggesting import grounds, interest
from actions.dialogue.suggesting.circumstances import circumstances
from actions.recommender import Context as Circumstances
from actions.recommender import Suggestion

COMPLAINTS = frozenset({"complain", "report_problem"})
ADDED, RETURNED = "utter_after_added", "utter_after_return"


def after_added(product_id: str, context: Context) -> None:
    """Offer what goes with what was just put in the cart."""
    if _welcome(context):
        _offer(ADDED, context.services.recommender.goes_with(product_id, 1, _circumstances(context)), context)


def after_return(product_ids: Sequence[str], reasons: Collection[str], context: Context) -> None:
    """Offer something like what goes back, unless the shop has let the customer down with it."""
    rules = context.services.policy.returns.reasons
    pleased = all(rules[reason].fault == "customer" for reason in reasons if reason in rules)
    if reasons and pleased and product_ids and _welcome(context):
        _offer(
            RETURNED,
            context.services.recommender.similar(product_ids[0], 1, _circumstances(context)),
            context,
        )


def _welcome(context: Context) -> bool:
    """Whether nothing else waits, nobody complained, and nothing was offered so before."""
    said, heard = context.turn.responses_said, set(context.turn.intents_heard)
    return not (stack.waiting(context.turn) or {ADDED, RETURNED} & said or COMPLAINTS & heard)


def _circumstances(context: Context) -> Circumstances:
    """Neither what is not wanted nor what the customer has ordered already or lies in the cart."""
    in_cart = (line.product_id for line in context.services.carts.view(owner(context)).lines)
    return circumstances(context, in_cart)


def _offer(response: str, suggestions: Sequence[Suggestion], context: Context) -> None:
    for suggestion in suggestions:
        product = context.services.catalogue.products([suggestion.product_id])[0]
        why = grounds.brief(suggestion.reason, context)
        choices = (
            Choice(
                context.text("utter_button_details"),
                payload("ask_product_detail", product_id=product.product_id),
            ),
            Choice(context.text("utter_button_add"), payload("add_to_cart", product_id=product.product_id)),
        )
        price = context.formats.money(product.price_from)
        context.say(response, title=cards.marked(product, context), price=price, why=why, choices=choices)
        interest.suggested([suggestion], context)
