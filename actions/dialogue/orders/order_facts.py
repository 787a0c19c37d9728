"""What the shop's data say of one order, a fact at a time: who brings it, since when it is packed, what it cost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from actions.dialogue.clause import GOODS, Clause
from actions.dialogue.context import Context
from actions.dialogue.messages import Choice, payload
from actions.dialogue.orders.addresses import one_line
from actions.dialogue.orders.asking_on import lines_named
from actions.dialogue.orders.delivering import way_of
from actions.dialogue.orders.lines import item_title
from actions.dialogue.orders.refusals import buttons_instead
from actions.orders.types import OrderLine, OrderView, Parcel, Tracking

PRIVATE = frozenset({"address", "payment"})
"""Facts for which the policy may ask more proof than for the rest, as for a profile."""


@dataclass(frozen=True)
class Told:
    """The response that tells a fact, its values, and the buttons below it."""

    response: str
    values: Mapping[str, Any]
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Seen:
    """An order, where it is, and the message that asks about it."""

    order: OrderView
    tracking: Tracking
    asked: Clause
    context: Context

    def tell(self, fact: str, choices: Iterable[Choice] = (), **values: str) -> Told:
        """The response `utter_order_fact_<fact>`."""
        about: dict[str, Any] = {"order_number": self.order.order_number, **values}
        return Told(f"utter_order_fact_{fact}", about, tuple(choices))

    @property
    def status(self) -> str:
        return self.context.text(f"utter_status_{self.order.status}")

    def goods(self, lines: Iterable[OrderLine]) -> str:
        """Some of its lines in words, each with its pieces."""
        pieces = (
            self.context.text(
                "utter_pieces", quantity=str(line.quantity), item=item_title(line, self.context)
            )
            for line in lines
        )
        return self.context.formats.listing(list(pieces))

    def named(self) -> list[OrderLine]:
        """The lines that the message names."""
        return lines_named(self.asked, self.order, self.context.language)


def things(clause: Clause) -> str:
    """What a message calls the goods that it names, in its words."""
    found = sorted((e for e in clause.entities if e.kind in GOODS), key=lambda entity: entity.start)
    return " ".join(dict.fromkeys(clause.text[e.start : e.end] for e in found))


def _goods(seen: Seen) -> Told:
    """All that is in it; or whether what the message names is."""
    named, thing = seen.named(), things(seen.asked)
    if not thing:
        return seen.tell("goods", goods=seen.goods(seen.order.items))
    if not named:
        return seen.tell("goods_without", thing=thing, goods=seen.goods(seen.order.items))
    return seen.tell("goods_with", goods=seen.goods(named))


def _total(seen: Seen) -> Told:
    """What it all came to; or what the things cost that the message names."""
    money, order = seen.context.formats.money, seen.order
    named = seen.named() if things(seen.asked) else []
    if named:
        prices = [
            seen.context.text(
                "utter_order_fact_price",
                item=item_title(line, seen.context),
                price=money(line.unit_price, order.currency),
            )
            for line in named
        ]
        return seen.tell("prices", prices=seen.context.formats.listing(prices))
    delivery = money(order.delivery_cost, order.currency)
    goods = money(order.subtotal, order.currency)
    return seen.tell("total", total=money(order.total, order.currency), goods=goods, delivery=delivery)


def _delivery_cost(seen: Seen) -> Told:
    cost, way = seen.order.delivery_cost, way_of(seen.order.delivery, seen.context)
    if not cost:
        return seen.tell("delivery_free", way=way)
    return seen.tell("delivery_cost", way=way, cost=seen.context.formats.money(cost, seen.order.currency))


def _payment(seen: Seen) -> Told:
    return seen.tell("payment", payment=seen.order.payment.label)


def _address(seen: Seen) -> Told:
    return seen.tell("address", address=one_line(seen.order.address, seen.context))


def _way(seen: Seen) -> Told:
    return seen.tell("way", way=way_of(seen.order.delivery, seen.context))


def _placed(seen: Seen) -> Told:
    return seen.tell("placed", day=seen.context.formats.moment(seen.order.placed))


def _number(seen: Seen) -> Told:
    return seen.tell("number", day=seen.context.formats.day(seen.order.placed))


def _packed(seen: Seen) -> Told:
    """Since when it is packed: a parcel's first event is that it was."""
    moments = [parcel.events[0].time for parcel in seen.tracking.parcels if parcel.events]
    return _since("packed", min(moments, default=None), seen)


def _shipped(seen: Seen) -> Told:
    moments = [parcel.shipped for parcel in seen.tracking.parcels if parcel.shipped]
    return _since("shipped", min(moments, default=None), seen)


def _since(fact: str, moment: datetime | None, seen: Seen) -> Told:
    if moment is None:
        return seen.tell(f"{fact}_not", status=seen.status)
    return seen.tell(fact, moment=seen.context.formats.moment(moment))


def _carrier(seen: Seen) -> Told:
    return _of_parcels("carrier", lambda parcel: parcel.carrier, seen)


def _tracking_number(seen: Seen) -> Told:
    return _of_parcels("tracking_number", lambda p: f"{p.tracking_number} ({p.carrier})", seen)


def _of_parcels(fact: str, said: Callable[[Parcel], str], seen: Seen) -> Told:
    """What is said of each parcel; that nothing was sent yet, where there is none."""
    values = list(dict.fromkeys(map(said, seen.tracking.parcels)))
    if not values:
        return seen.tell("no_parcel", status=seen.status)
    return seen.tell(fact, value=seen.context.formats.listing(values))


def _parcels(seen: Seen) -> Told:
    number = len(seen.tracking.parcels)
    if number == 0:
        return seen.tell("no_parcel", status=seen.status)
    waiting = [line for line in seen.order.items if line.shipment_id is None]
    fact = "parcels_and_more" if waiting else "one_parcel" if number == 1 else "parcels"
    return seen.tell(fact, number=str(number), goods=seen.goods(waiting))


def _latest(seen: Seen) -> Told:
    last = seen.tracking.last
    if last is None:
        return seen.tell("no_parcel", status=seen.status)
    moment = seen.context.formats.moment(last.time)
    return seen.tell("latest", moment=moment, event=last.description, place=last.place)


def _status(seen: Seen) -> Told:
    return seen.tell("status", status=seen.status)


def _pending(seen: Seen) -> Told:
    """Why it is where it is."""
    name = f"status_{seen.order.status}"
    known = f"utter_order_fact_{name}" in seen.context.phrases
    return seen.tell(name if known else "status", status=seen.status)


def _handover(seen: Seen) -> Told:
    """To whom a parcel was given, of which only its last event tells."""
    last = seen.tracking.last
    if last is None or seen.tracking.delivered is None:
        return _latest(seen)
    moment = seen.context.formats.moment(last.time)
    return seen.tell("handover", moment=moment, event=last.description, place=last.place)


def _chase(seen: Seen) -> Told:
    """What can be done about a parcel that stands still: a person asks, and what is late or lost is put right."""
    about = {"order_number": seen.order.order_number}
    person = Choice(seen.context.text("utter_button_person"), payload("ask_human"))
    report = Choice(seen.context.text("utter_button_report"), payload("report_problem", **about))
    return seen.tell("chase", [report, person] if seen.tracking.overdue else [person], status=seen.status)


def _may(task: str) -> Callable[[Seen], Told]:
    """Whether its status still allows a task."""

    def tell(seen: Seen) -> Told:
        possible, number = seen.order.possible, seen.order.order_number
        if task in possible:
            return seen.tell("may", buttons_instead([task], number, seen.context), status=seen.status)
        return seen.tell("may_not", buttons_instead(possible, number, seen.context), status=seen.status)

    return tell


FACTS: dict[str, Callable[[Seen], Told]] = {
    "goods": _goods,
    "total": _total,
    "delivery_cost": _delivery_cost,
    "payment": _payment,
    "address": _address,
    "way": _way,
    "placed": _placed,
    "number": _number,
    "packed": _packed,
    "shipped": _shipped,
    "carrier": _carrier,
    "tracking_number": _tracking_number,
    "parcels": _parcels,
    "latest": _latest,
    "status": _status,
    "pending": _pending,
    "handover": _handover,
    "chase": _chase,
    "call_carrier": lambda seen: _of_parcels(
        "call_carrier", lambda p: f"{p.carrier}, {p.tracking_number}", seen
    ),
    "may_cancel": _may("cancel_order"),
    "may_change": _may("change_order"),
    "may_redirect": _may("change_address"),
}
"""Kind of question, as the language's `order_facts` have it → what tells the answer."""


def tell_fact(kind: str, order: OrderView, tracking: Tracking, context: Context) -> None:
    """Answer a question of a kind about an order that the shopper has proved to be theirs."""
    if kind in PRIVATE and context.customer_for("show_profile") is None:
        return context.say("utter_order_fact_private")
    told = FACTS[kind](Seen(order, tracking, context.turn.question, context))
    context.say(told.response, choices=told.choices, **told.values)


def tell_unknown(order: OrderView, context: Context) -> None:
    """Own up to what the data do not tell, and offer what they do."""
    show = Choice(
        context.text("utter_button_show_order"), payload("show_orders", order_number=order.order_number)
    )
    person = Choice(context.text("utter_button_person"), payload("ask_human"))
    status = context.text(f"utter_status_{order.status}")
    number = order.order_number
    context.say("utter_order_fact_unknown", order_number=number, status=status, choices=[show, person])
