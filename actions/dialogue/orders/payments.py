"""Choosing one of the customer's payment methods: to pay a difference, to be paid back, or to pay an order anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from actions.dialogue.clause import Clause
from actions.dialogue.mechanism.choosing import choose
from actions.dialogue.mechanism.questions import PLAIN, Option, Question, Reading, Taken, Unusable
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.messages import Choice, payload
from actions.dialogue.orders.refusals import payments_that_work
from actions.dialogue.orders.tasks import known_order, orders_of
from actions.orders.types import OrderView, Payment


class PaymentMethod(Question):
    """Which payment method. Called by its label, its kind, or as the one that the order was paid with."""

    slot = "payment"
    choosable = True
    amends = True
    sounds_like = frozenset(
        {"ask_faq", "change_payment", "update_profile", "track_refund", "return_item", "check_out"}
    )

    def allowed(self, state: TaskState) -> Sequence[Payment]:
        """Those that may be named: what the policy allows for the task."""
        desk = state.context.services.orders
        return desk.ways_to_pay(state.customer or "", state["order_number"], state.task.intent)

    def ask(self, state: TaskState) -> None:
        state.say(f"utter_question_payment_{state.task.name}", choices=self.choices(state))

    def choices(self, state: TaskState) -> Sequence[Choice]:
        return [
            Choice(payment_title(payment, state), payload("inform", answer=payment.payment_id))
            for payment in self.allowed(state)
        ]

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        order, customer, language = known_order(state), state.customer, state.context.language
        if order is None or customer is None:
            return None
        allowed = {payment.payment_id: payment for payment in self.allowed(state)}
        if pointed := self._pointed_at(clause, order, allowed, state):
            return Taken(pointed)
        methods = sorted(payment_methods(state), key=lambda method: method.payment_id not in allowed)
        options = [Option(m.payment_id, (m.label, *language.payment_kinds(m.kind))) for m in methods]
        named = any(language.find(clause.text, option.labels) is not None for option in options)
        chosen = choose(clause, options, language, shown=asked) if asked or named else None
        keys = [key for key in chosen.keys if key in allowed] if chosen else []
        if len(keys) > 1:  # "from the card to PayPal"
            keys = [key for key in keys if key != order.payment.payment_id]
        now = order.payment
        if chosen and not keys and now.payment_id not in allowed and chosen.keys == (now.payment_id,):
            about = {"order_number": order.order_number, "payment": now.label}
            return Unusable("utter_paid_so_already", about, PLAIN)
        if len(keys) == 1:
            return Taken(keys[0], max(chosen.coverage if chosen else 1.0, PLAIN if named else 0.0))
        allowed_kinds = {payment.kind for payment in allowed.values()}
        others = [k for k in language.kinds_of_payment if k not in allowed_kinds]
        foreign = any(language.find(clause.text, language.payment_kinds(kind)) is not None for kind in others)
        elsewhere = clause.is_wish and not state.task.speaks_to(clause)  # "and do you have gift cards?"
        if (asked and chosen and not keys) or (foreign and not keys and allowed and not elsewhere):
            works = payments_that_work([payment.label for payment in allowed.values()], state.context)
            return Unusable("utter_refused_payment_not_allowed", {"payments": works}, PLAIN)
        return None

    def _pointed_at(
        self, clause: Clause, order: OrderView, allowed: Mapping[str, Payment], state: TaskState
    ) -> str | None:
        """The method that "the one I paid with", "the same card as before" or "the usual" means: that of the order, of
        the latest of their others, or of most of them."""
        language = state.context.language
        paid_with, usual = (language.says(clause.text, kind) for kind in ("paid_with", "usual"))
        if paid_with and order.payment.payment_id in allowed:
            return order.payment.payment_id
        cards = language.find(clause.text, language.payment_kinds("card")) is not None
        used = [
            other.payment.payment_id
            for other in orders_of(state.customer or "", state.context)
            if other.payment.payment_id in allowed and (not cards or other.payment.kind == "card")
        ]
        if not used or not (paid_with or usual):
            return None
        return Counter(used).most_common(1)[0][0] if usual else used[0]

    def unsaid(self, state: TaskState) -> str | None:
        """The way in which the order was paid, where that will do."""
        order = known_order(state)
        paid = order.payment.payment_id if order else None
        return paid if paid in [payment.payment_id for payment in self.allowed(state)] else None

    def describe(self, value: str, state: TaskState) -> str:
        return next((m.label for m in payment_methods(state) if m.payment_id == value), "")


def payment_methods(state: TaskState) -> tuple[Payment, ...]:
    """How the identified customer can pay."""
    return state.context.services.orders.payment_methods(state.customer or "")


def payment_title(payment: Payment, state: TaskState) -> str:
    """A payment method with what it holds, where that is known."""
    if payment.balance is None:
        return payment.label
    balance = state.context.formats.money(payment.balance)
    return state.text("utter_payment_with_balance", payment=payment.label, balance=balance)
