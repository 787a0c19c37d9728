"""Orders: where one is and when it comes."""

from __future__ import annotations

from actions.dialogue.context import Context
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.messages import Event, Timeline
from actions.dialogue.order_tasks import FinishForCustomer, OrderNumber, OrderTask
from actions.dialogue.proving import IDENTITY
from actions.dialogue.refusals import refused
from actions.orders.types import OrderView, Refusal, Tracking

OPEN_STATUSES = frozenset({"pending", "processing", "packed", "shipped", "out_for_delivery"})


class TrackTask(OrderTask):
    name = "track"
    intent = "track_order"
    intents = frozenset({"track_order", "ask_delivery"})
    questions = (OrderNumber(), *IDENTITY)

    def instead(self, context: Context) -> str | None:
        """A question about delivery that speaks of no order is one for the written answers, if they cover it."""
        wish = context.turn.wish
        of_an_order = wish.first("order_number") or context.language.says(wish.text, "mine")
        if wish.intent != "ask_delivery" or of_an_order or not context.services.faq.answer(wish.text):
            return super().instead(context)
        return "action_answer_question"

    def concerns(self, order: OrderView) -> bool:
        return order.status in OPEN_STATUSES


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
        self._tell(tracking, context)

    def _tell(self, tracking: Tracking, context: Context) -> None:
        formats, status = context.formats, context.text(f"utter_status_{tracking.status}")
        events = [event for parcel in tracking.parcels for event in parcel.events]
        latest = sorted(events, key=lambda event: event.time, reverse=True)[:6]
        timeline = (
            Timeline([Event(formats.moment(e.time), e.place, e.description) for e in latest])
            if latest
            else None
        )
        context.say("utter_order_status", order_number=tracking.order_number, status=status, show=timeline)
        if tracking.lost:
            context.say("utter_parcel_lost")
        elif tracking.delivered and not tracking.expected:
            context.say("utter_parcel_delivered", day=formats.day(tracking.delivered))
        elif tracking.expected:
            days = dict.fromkeys(
                formats.day(d) for d in (tracking.expected.earliest, tracking.expected.latest)
            )
            response = "utter_parcel_late" if tracking.late else "utter_parcel_expected"
            context.say(response, day=" – ".join(days))
