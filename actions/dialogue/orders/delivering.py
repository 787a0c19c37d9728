"""How something could be delivered: what each way costs and when it would be there, for a cart, an order, a place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from actions.dialogue.action import Events, ServeWish
from actions.dialogue.cart import view as cart_view
from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.customers.proving import IDENTITY
from actions.dialogue.finishing import FinishForCustomer
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.messages import Choice, Table, payload
from actions.dialogue.orders.addresses import one_line
from actions.dialogue.orders.invoice_or_delivery import SPEAK_OF_WAYS, TELL_WAYS, named_ways
from actions.dialogue.orders.order_number import OrderNumber
from actions.dialogue.orders.tasks import OrderTask, order_of
from actions.orders.delivering import DeliveryOffer
from actions.orders.types import OrderView, Refusal
from actions.shop.models import Address


class DeliveryTask(OrderTask):
    """Ways to deliver an order: begins by what is asked, whatever intent it sounds like."""

    name = "delivery"
    intent = "ask_delivery"
    intents = frozenset()
    questions = (OrderNumber(), *IDENTITY)

    def speaks_to(self, clause: Clause) -> bool:
        return clause.intent in SPEAK_OF_WAYS


class ValidateDeliveryForm(TaskForm):
    task = DeliveryTask()


class ActionTellOrderDelivery(FinishForCustomer):
    task = DeliveryTask()

    def name(self) -> str:
        return "action_tell_order_delivery"

    def finish_for(self, customer: str, state: TaskState) -> None:
        context = state.context
        order = order_of(customer, state["order_number"], context)
        if order is None:
            return state.say("utter_unknown_order", order_number=state["order_number"])
        changes = ways_to_change(customer, order, context)
        pieces = {line.sku: line.quantity for line in order.items}
        found = context.services.orders.delivery_options(order.address, pieces)
        chosen = way_of(order.delivery, context)
        state.say("utter_delivery_of_order", order_number=order.order_number, way=chosen)
        if changes and not isinstance(found, Refusal):
            return _tell(found, one_line(order.address, context), context, changes)
        state.say("utter_delivery_settled", order_number=order.order_number)


class ActionTellDelivery(ServeWish):
    """What delivering the cart, or anything, would cost to where it was asked for, and when it would be there."""

    def name(self) -> str:
        return TELL_WAYS

    def answer(self, context: Context) -> Events:
        where, pieces = _where(context.turn, context), _pieces(context)
        found = context.services.orders.delivery_options(where, pieces)
        place = context.formats.territory(where) if isinstance(where, str) else one_line(where, context)
        if isinstance(found, Refusal):
            person = Choice(context.text("utter_button_person"), payload("ask_human"))
            context.say("utter_not_delivered_to", place=place, choices=(person,))
            return []
        _tell(found, place, context, cart_view.ways_on(context) if pieces else ())
        return []


def way_of(option: str, context: Context) -> str:
    """A delivery option in words; one that has none by its name."""
    name = f"utter_way_{option}"
    return context.text(name) if name in context.phrases else option.replace("_", " ")


def ways_to_change(customer: str, order: OrderView, context: Context) -> list[Choice]:
    """Buttons for each other way in which an order could still travel, with what it costs then."""
    desk, number = context.services.orders, order.order_number
    choices = []
    for option in context.services.policy.delivery.options:
        quote = desk.quote_change_address(customer, number, order.address, option)
        if isinstance(quote, Refusal):
            continue
        cost = context.formats.money(quote.cost_after, quote.currency)
        title = context.text("utter_button_way", way=way_of(option, context), cost=cost)
        choices.append(Choice(title, payload("change_address", order_number=number, delivery=option)))
    return choices


def _tell(offers: Sequence[DeliveryOffer], place: str, context: Context, choices: Sequence[Choice]) -> None:
    """What the ways cost that were asked for, or all of them, and when each would arrive."""
    asked = named_ways(context.turn.text, context)
    shown = [offer for offer in offers if offer.option in asked] or offers
    if asked and shown is offers:
        ways = context.formats.listing([way_of(option, context) for option in asked])
        context.say("utter_way_not_there", ways=ways, place=place)
    rows = [
        [
            way_of(offer.option, context),
            context.formats.money(offer.cost, offer.currency),
            _days(offer, context),
        ]
        for offer in shown
    ]
    table = Table(context.text("utter_columns_delivery").split("|"), rows)
    context.say("utter_delivery_offers", place=place, choices=choices, show=table)
    missing = next((offer for offer in shown if offer.missing and offer.free_over), None)
    if missing and missing.free_over:
        free = context.formats.money(missing.free_over, missing.currency)
        context.say("utter_delivery_free_over", way=way_of(missing.option, context), amount=free)


def _days(offer: DeliveryOffer, context: Context) -> str:
    span = (offer.arrives.earliest, offer.arrives.latest)
    return " – ".join(dict.fromkeys(map(context.formats.day, span)))


def _where(clause: Clause, context: Context) -> Address | str:
    """Where to: the address or country named, or else the known customer's own, or the shop's country."""
    reader = context.services.addresses
    if found := reader.find(clause.text):
        names = ("street", "street_2", "city", "state", "postcode")
        country = found.parts.get("country") or context.formats.country
        return Address(**{name: found.parts.get(name, "") for name in names}, country=country)
    if named := reader.country(clause.text):
        return named
    profile = context.services.customers.profile(context.customer) if context.customer else None
    return profile.address if profile else context.formats.country


def _pieces(context: Context) -> Mapping[str, int]:
    return {line.sku: line.quantity for line in cart_view.cart_of(context).lines}
