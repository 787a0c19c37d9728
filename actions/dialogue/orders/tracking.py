"""Orders: where one is and when it comes."""

from __future__ import annotations

from collections.abc import Sequence

from actions.dialogue.context import Context
from actions.dialogue.customers.proving import IDENTITY
from actions.dialogue.finishing import FinishForCustomer
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.messages import Choice, Event, Timeline, payload
from actions.dialogue.orders.arriving import arrival, lateness
from actions.dialogue.orders.days import due
from actions.dialogue.orders.order_number import OrderOfDeed
from actions.dialogue.orders.refusals import refused
from actions.dialogue.orders.tasks import OrderTask, order_of, orders_concerned, orders_of
from actions.dialogue.talk.spoken import form_of_last, just_spoken_of, last_order
from actions.orders.types import Days, OrderLine, OrderView, Parcel, Refusal, Tracking

LATEST_EVENTS = 6
"""How many events of a parcel are shown."""


class OrderToTrack(OrderOfDeed):
    """Which order; where none is on its way, the latest."""

    def known(self, state: TaskState) -> str | None:
        latest = orders_of(state.customer, state.context)[:1] if state.customer else []
        none_open = not orders_concerned(state)
        return super().known(state) or next((o.order_number for o in latest if none_open), None)


class TrackTask(OrderTask):
    name = "track"
    intent = "track_order"
    intents = frozenset({"track_order", "ask_delivery"})
    questions = (OrderToTrack(), *IDENTITY)

    def instead(self, context: Context) -> str | None:
        """A question about delivery that speaks of no order is one for the written answers, if they cover it."""
        wish = context.turn.wish
        of_an_order = wish.first("order_number") or context.language.says(wish.text, "mine")
        if wish.intent != "ask_delivery" or of_an_order or not context.services.faq.answer(wish.text):
            return super().instead(context)
        return "action_answer_question"

    def concerns(self, order: OrderView) -> bool:
        return order.is_open


class ValidateTrackForm(TaskForm):
    task = TrackTask()


class ActionTrackOrder(FinishForCustomer):
    task = TrackTask()

    def name(self) -> str:
        return "action_track_order"

    def finish_for(self, customer: str, state: TaskState) -> None:
        context = state.context
        tracking = context.services.orders.track(customer, state["order_number"])
        if isinstance(tracking, Refusal):
            return state.say("utter_refused", reason=refused(tracking, context))
        self._tell(tracking, customer, context)

    def _tell(self, tracking: Tracking, customer: str, context: Context) -> None:
        if _just_told(tracking, context):
            return _tell_again(tracking, context)
        status = context.text(f"utter_status_{'lost' if tracking.lost else tracking.status}")
        parts = parts_of(tracking, order_of(customer, tracking.order_number, context))
        if len(parts) < 2:
            context.say(
                "utter_order_status",
                order_number=tracking.order_number,
                status=status,
                show=_timeline(tracking.parcels, context),
            )
            return _tell_arrival(tracking, tracking.order_number, context)
        context.say("utter_order_in_parts", order_number=tracking.order_number, parts=str(len(parts)))
        for parcel, lines in parts:
            goods = context.formats.listing([line.title for line in lines])
            if parcel is None:
                context.say("utter_part_not_sent", goods=goods)
                _tell_arrival(tracking, tracking.order_number, context)
                continue
            status = context.text(f"utter_part_{parcel.status}")
            show = None if parcel.delivered else _timeline([parcel], context)
            context.say("utter_part_status", goods=goods, status=status, show=show)
            _tell_arrival(parcel, tracking.order_number, context)


def _just_told(tracking: Tracking, context: Context) -> bool:
    """Whether the same was told right before, and the order is not asked for by its number."""
    said = {"utter_order_status", "utter_part_status"}
    named = context.turn.is_button or context.turn.first("order_number") is not None
    told = not said.isdisjoint(context.turn.said_last) or form_of_last(context) == "track_form"
    return not named and told and just_spoken_of(context) and last_order(context) == tracking.order_number


def _tell_again(tracking: Tracking, context: Context) -> None:
    """What there is to say beside what was just told: the last news, when it comes, and what to do if it doesn't."""
    number, last, when = tracking.order_number, tracking.last, arrival(tracking, context)
    report = Choice(context.text("utter_button_report"), payload("report_problem", order_number=number))
    person = Choice(context.text("utter_button_person"), payload("ask_human"))
    if tracking.lost:
        return _tell_arrival(tracking, number, context)
    if tracking.late:
        return context.say("utter_still_late", order_number=number, when=when, choices=[report, person])
    if tracking.delivered:
        return context.say("utter_still_delivered", order_number=number, when=when, choices=[report, person])
    moment = context.formats.moment(last.time) if last else ""
    news = (
        context.text("utter_last_news", moment=moment, event=last.description, place=last.place)
        if last
        else ""
    )
    context.say("utter_still_coming", order_number=number, when=when, news=news, choices=[person])


Part = tuple[Parcel | None, list[OrderLine]]
"""A parcel with what is in it; None for what was not sent yet."""


def parts_of(tracking: Tracking, order: OrderView | None) -> list[Part]:
    """The parcels of an order, each with what is in it, and last what was not sent yet."""
    lines = order.items if order else ()
    parts: list[Part] = [
        (parcel, [line for line in lines if line.line in parcel.lines]) for parcel in tracking.parcels
    ]
    unsent = [line for line in lines if line.shipment_id is None]
    return [*parts, *([(None, unsent)] if unsent and parts else [])]


def _timeline(parcels: Sequence[Parcel], context: Context) -> Timeline | None:
    events = [event for parcel in parcels for event in parcel.events]
    latest = sorted(events, key=lambda event: event.time, reverse=True)[:LATEST_EVENTS]
    moment = context.formats.moment
    return Timeline([Event(moment(e.time), e.place, e.description) for e in latest]) if latest else None


def _tell_arrival(what: Tracking | Parcel, order_number: str, context: Context) -> None:
    """When an order or one of its parcels arrived, or should."""
    day, expected = context.formats.day, what.expected
    if what.lost:
        report = payload("report_problem", order_number=order_number)
        context.say("utter_parcel_lost", choices=[Choice(context.text("utter_button_report_lost"), report)])
    elif what.delivered and not (isinstance(what, Tracking) and expected):
        context.say("utter_parcel_delivered", day=day(what.delivered))
    elif expected:
        days = expected if isinstance(expected, Days) else Days(expected, expected)
        if what.late:
            report = payload("report_problem", order_number=order_number)
            choices = [Choice(context.text("utter_button_report_lost"), report)]
            context.say("utter_parcel_late", choices=choices, **lateness(days, context))
        else:
            context.say("utter_parcel_expected", day=due(days, context))
