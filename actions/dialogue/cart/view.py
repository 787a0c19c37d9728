"""The cart as it is shown: whose it is, its lines as a table, and what to say around them."""

from __future__ import annotations

from typing import Any

from actions.cart import Cart, CartLine, Owner
from actions.dialogue.context import Context
from actions.dialogue.messages import Choice, Table, payload
from actions.dialogue.orders.refusals import told_apart

SAID_OF_CART = ("utter_added", "utter_changed", "utter_removed", "utter_cart")
"""Responses after which the cart is spoken of."""
PUT_IN = ("utter_added", "utter_changed", "utter_not_so_many", "utter_not_so_many_more")
"""Responses after which that is spoken of which was, or should have been, put in."""


def owner(context: Context) -> Owner:
    """Whose cart this conversation fills: the customer's own only where the policy lets them see it."""
    return Owner(context.turn.conversation, context.customer_for("view_cart"))


def cart_of(context: Context) -> Cart:
    """The cart as it was when this action first looked."""
    return context.once("cart", lambda: context.services.carts.view(owner(context)))


def was_shown_last(context: Context) -> bool:
    """Whether the cart is what was spoken of last, so that "change it to two" is about that."""
    return not set(context.turn.said_last).isdisjoint(SAID_OF_CART)


def was_filled_last(context: Context) -> bool:
    """Whether something was put in the cart right before this message, or could not be."""
    return not set(context.turn.said_last).isdisjoint(PUT_IN)


def say_cart(response: str, cart: Cart, context: Context, **values: Any) -> None:
    """Say what was done, how much is in the cart now, and where to go on from there."""
    context.say(response, choices=ways_on(context), **figures(cart, context), **values)


def figures(cart: Cart, context: Context) -> dict[str, Any]:
    """How much is in it, as the sentences name it."""
    return {"pieces": str(cart.pieces), "goods": context.formats.money(cart.goods)}


def ways_on(context: Context) -> tuple[Choice, Choice]:
    """Buttons for looking into the cart and for the checkout."""
    look = Choice(context.text("utter_button_cart"), payload("view_cart"))
    return look, Choice(context.text("utter_button_checkout"), payload("check_out"))


def line_title(line: CartLine, context: Context) -> str:
    """A line in words, such as `2 × Tarn Socks – grey – M`."""
    return context.text("utter_pieces", quantity=str(line.quantity), item=line_name(line, context))


def line_name(line: CartLine, context: Context) -> str:
    """Title and what tells the variant apart in one."""
    return " – ".join([line.title, *told_apart(line.colour, line.size, line.options, context)])


def table(cart: Cart, context: Context) -> Table:
    """The lines, what the usual delivery costs, and the total."""
    money = context.formats.money
    rows = [[line_name(line, context), str(line.quantity), money(line.amount)] for line in cart.lines]
    delivery, total = context.text("utter_rows_cart").split("|")
    if cart.delivery is not None:
        rows.append([delivery, "", money(cart.delivery)])
    rows.append([total, "", money(cart.total)])
    return Table(context.text("utter_columns_cart").split("|"), rows)


def say_what_is_short(cart: Cart, context: Context) -> None:
    """What can't be bought as it lies in the cart, and how much is missing to free delivery."""
    for line in cart.lines:
        if line.short:
            response = "utter_fewer_than_wanted" if line.stock else "utter_sold_out_meanwhile"
            context.say(response, title=line.title, stock=str(line.stock))
    if cart.missing:
        context.say("utter_missing_to_free", missing=context.formats.money(cart.missing))
