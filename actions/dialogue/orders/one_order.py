"""Telling what a customer may ask of one order: what is in it, where it goes, how it is paid, what was done."""

from __future__ import annotations

from collections.abc import Sequence

from actions.dialogue.context import Context
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.messages import Table
from actions.dialogue.orders.addresses import one_line
from actions.dialogue.orders.settling import tell_refund
from actions.dialogue.orders.tasks import orders_of
from actions.dialogue.talk import remarks
from actions.dialogue.talk.spoken import deeds, last_order
from actions.orders.types import DeedView, OrderLine, OrderView, Refusal


def one_meant(state: TaskState) -> str | None:
    """The number of the one order that the shopper asked to see, or asked something about; None where all are meant."""
    context = state.context
    asked = next(reversed(state.said), context.turn)
    if context.language.says(asked.text, "orders"):
        return None
    if number := asked.first("order_number"):
        return str(number)
    if context.language.says(asked.text, "last") and state.customer:
        return next((order.order_number for order in orders_of(state.customer, context)), None)
    if not (remarks.asks_about_order(asked, context) or context.language.says(asked.text, "points_back")):
        return None
    done = deeds(context)
    return last_order(context) or (next(iter(done)) if len(done) == 1 else None)


def tell_order(order: OrderView, context: Context) -> None:
    """Its status and a table of the rest; address and payment only to whom the policy lets see them."""
    formats = context.formats
    open_to_all = context.customer_for("show_profile") is not None
    facts = {
        "goods": formats.listing([_goods(line, context) for line in order.items]),
        "address": one_line(order.address, context) if open_to_all else "",
        "payment": order.payment.label if open_to_all else "",
        "total": formats.money(order.total, order.currency),
        "deeds": formats.listing([_deed(deed, context) for deed in order.deeds]),
    }
    labels = dict(zip(facts, context.text("utter_rows_order").split("|"), strict=True))
    rows = [[labels[key], value] for key, value in facts.items() if value]
    table = Table(context.text("utter_columns_profile").split("|"), rows)
    status = context.text(f"utter_status_{order.status}")
    context.say("utter_order_status", order_number=order.order_number, status=status, show=table)


def tell_deeds(orders: Sequence[OrderView], context: Context) -> None:
    """What stands of returns, exchanges and reports on any of the orders, or that there is nothing."""
    made = [deed for order in orders for deed in order.deeds]
    if not made:
        return context.say("utter_nothing_done")
    rows = [[deed.order_number, _deed(deed, context)] for deed in made]
    context.say("utter_done_so_far", show=Table(context.text("utter_columns_deeds").split("|"), rows))
    if context.customer_for("track_refund") is None or not context.language.says(context.turn.text, "repaid"):
        return None
    numbers = {deed.order_number for deed in made if deed.refund}
    refunds = context.services.orders.refund_status(context.customer or "") if numbers else ()
    for refund in refunds if not isinstance(refunds, Refusal) else ():
        if refund.order_number in numbers:
            tell_refund(refund, context)


def _goods(line: OrderLine, context: Context) -> str:
    name = " – ".join(part for part in (line.title, line.colour, line.size) if part)
    return context.text("utter_pieces", quantity=str(line.quantity), item=name)


def _deed(deed: DeedView, context: Context) -> str:
    goods = context.formats.listing(list(deed.goods))
    told = context.text(f"utter_deed_of_{deed.kind}", deed=deed.number, goods=goods)
    return f"{told}: {context.formats.money(deed.refund)}" if deed.refund else told
