"""Returns: send items back, and where the money is."""

from __future__ import annotations

from collections.abc import Sequence

from actions.dialogue import interest, offering
from actions.dialogue.mechanism.choosing import choose
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.questions import (
    Option,
    Question,
    Reading,
    Taken,
    Unusable,
    answer_choices,
    coverage,
)
from actions.dialogue.mechanism.state import Leave, TaskState
from actions.dialogue.mechanism.task import Confirmation
from actions.dialogue.messages import Choice, Table, payload
from actions.dialogue.order_tasks import (
    FinishTask,
    OrderNumber,
    OrderTask,
    ProofOfIdentity,
    known_order,
)
from actions.dialogue.reasons import Reason
from actions.dialogue.refusals import instead, refused
from actions.dialogue.settling import working_days
from actions.dialogue.turn import Clause
from actions.orders.types import OrderLine, OrderView, Refund, Refusal, ReturnableItem, ReturnQuote, Why

NAMES = ("product_type", "product", "colour", "ordinal")
"""Entities by which an item is named."""

Lines = dict[str, int]
"""Line → quantity, as kept in a slot (JSON keeps no integer keys)."""


def returnable_lines(state: TaskState) -> tuple[ReturnableItem | Refusal, ...] | Refusal:
    """Each line of the order as what can go back or why it can't."""
    context, customer, number = state.context, state.customer or "", state["order_number"]
    orders = context.services.orders
    return context.once(("returnable", customer, number), lambda: orders.returnable(customer, number))


def returnable(state: TaskState) -> list[ReturnableItem]:
    """What of the order can still go back."""
    lines = returnable_lines(state)
    return [] if isinstance(lines, Refusal) else [line for line in lines if isinstance(line, ReturnableItem)]


def ordered(state: TaskState) -> list[OrderLine]:
    """The lines of the order, those too that cannot go back: naming one of them deserves an answer."""
    order = known_order(state)
    return list(order.items) if order else []


class ItemsToReturn(Question):
    """Which items, and how many of each."""

    slot = "items"
    sounds_like = frozenset(
        {"search_product", "refine_search", "ask_product_detail", "add_to_cart", "remove_from_cart"}
    )

    def needed(self, state: TaskState) -> bool:
        return state[self.slot] is None and state.customer is not None

    def known(self, state: TaskState) -> Lines | None:
        lines = ordered(state)
        return {str(lines[0].line): 1} if len(lines) == 1 and lines[0].quantity == 1 else None

    def ask(self, state: TaskState) -> None:
        deed = state.text(f"utter_deed_{state.task.name}")
        state.say("utter_question_items", deed=deed, choices=self.choices(state))

    def choices(self, state: TaskState) -> Sequence[Choice]:
        lines = {str(item.line) for item in returnable(state)}
        buttons = answer_choices([option for option in self._options(state) if option.key in lines])
        everything = Choice(state.text("utter_button_all_items"), payload("inform", answer="all"))
        return [*buttons, everything] if len(buttons) > 1 else buttons

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        lines = {str(line.line): line for line in ordered(state)}
        if not lines:
            return None
        if clause.first("answer") == "all":
            return Taken({str(item.line): item.available for item in returnable(state)})
        language = state.context.language
        reasons = [sentence for each in language.reasons.values() for sentence in each]
        chosen = choose(clause, self._options(state), language, shown=asked, telling=reasons)
        if chosen and self._fits(clause, [lines[key] for key in chosen.keys]):
            before = (state[self.slot] or {}) if language.adds(clause.text) else {}
            return Taken({**before, **self._quantities(clause, lines, chosen.keys)}, chosen.coverage)
        if asked and language.says(clause.text, "none"):
            return Unusable("utter_none_of_the_items", {"order_number": state["order_number"]})
        if asked and any(entity.kind in NAMES for entity in clause.entities):
            goods = state.context.formats.listing([item.title for item in returnable(state)])
            values = {"named": clause.text.strip(), "items": goods}
            return Unusable("utter_no_such_item", values, coverage(clause, *NAMES))
        return None

    def _fits(self, clause: Clause, chosen: Sequence[OrderLine]) -> bool:
        """Whether the colours named are those of what was chosen: a green jacket is not the blue one."""
        there = " ".join(f"{line.title} {line.colour}" for line in chosen).lower()
        colours = [str(colour).lower() for colour in clause.values("colour")]
        return not colours or any(colour in there for colour in colours)

    def describe(self, value: Lines, state: TaskState) -> str:
        return state.context.formats.listing(
            [line.title for line in ordered(state) if str(line.line) in value]
        )

    def _quantities(self, clause: Clause, lines: dict[str, OrderLine], keys: Sequence[str]) -> Lines:
        """All pieces of each line, unless a number of them was said."""
        said = clause.first("quantity")
        quantity = int(said) if said is not None and len(keys) == 1 else None
        whole = {key: max(lines[key].quantity - lines[key].returned, 1) for key in keys}
        return whole if quantity is None else dict.fromkeys(keys, quantity)

    def _options(self, state: TaskState) -> list[Option]:
        return [
            Option(
                str(line.line), (" – ".join(p for p in (line.title, line.colour, line.size) if p), line.type)
            )
            for line in ordered(state)
        ]


class ReasonForReturn(Reason):
    """Why: it decides who pays the postage."""

    def codes(self, state: TaskState) -> tuple[str, ...]:
        return state.context.services.orders.return_reasons()


class ConfirmReturn(Confirmation):
    """Lists what goes back, what it pays, to where and when."""

    def ask(self, state: TaskState) -> None:
        quote = quoted(state)
        if isinstance(quote, Refusal):
            return
        context, refund = state.context, quote.refund
        rows = [
            [
                " – ".join(p for p in (item.title, item.colour, item.size) if p),
                str(item.quantity),
                context.formats.money(item.amount, refund.currency),
            ]
            for item in quote.items
        ]
        for refusal in quote.refused:
            state.say("utter_refused", reason=refused(refusal, context))
        table = Table(context.text("utter_columns_return").split("|"), rows)
        reason = state.text(f"utter_reason_{quote.reason}")
        state.say("utter_return_summary", order_number=quote.order_number, reason=reason, show=table)
        state.say(
            "utter_question_confirmed_return",
            refund=refund_sentence(refund, state),
            choices=self.choices(state),
        )


class ReturnTask(OrderTask):
    name = "return"
    intent = "return_item"
    intents = frozenset({"return_item"})
    questions = (OrderNumber(), ProofOfIdentity(), ItemsToReturn(), ReasonForReturn(), ConfirmReturn())

    def concerns(self, order: OrderView) -> bool:
        return order.status == "delivered"

    def check_order(self, order: OrderView, state: TaskState) -> None:
        lines = returnable_lines(state)
        if isinstance(lines, Refusal):
            self._refuse([lines], state)
        elif not any(isinstance(line, ReturnableItem) for line in lines):
            self._refuse([line for line in lines if isinstance(line, Refusal)], state)
        elif state["items"] is not None:
            self._check_items(state)

    def changed(self, slot: str, state: TaskState) -> None:
        if slot == "order_number":
            state["items"] = None

    def _check_items(self, state: TaskState) -> None:
        reason = state["reason"] or state.context.services.orders.return_reasons()[0]
        quote = quote_of(state, reason)
        if not isinstance(quote, Refusal):
            return
        if quote.why in (Why.BAD_QUANTITY, Why.UNKNOWN_LINE, Why.NOTHING_CHOSEN):
            state.say("utter_refused", reason=refused(quote, state.context))
            state["items"] = None
            state["said"] = None
        else:
            self._refuse([quote], state)

    def _refuse(self, refusals: list[Refusal], state: TaskState) -> None:
        context = state.context
        already = [r for r in refusals if r.why is Why.ALREADY_RETURNED]
        if already and len(already) == len(refusals):
            numbers = context.formats.listing(list(dict.fromkeys(r.return_number or "" for r in already)))
            state.say(
                "utter_return_exists", return_number=numbers, order_number=refusals[0].order_number or ""
            )
        else:
            reasons = "\n".join(dict.fromkeys(refused(refusal, context) for refusal in refusals))
            state.say("utter_refused", reason=reasons, choices=instead(refusals, context))
        raise Leave


class ValidateReturnForm(TaskForm):
    task = ReturnTask()


class ActionReturnItems(FinishTask):
    task = ReturnTask()

    def name(self) -> str:
        return "action_return_items"

    def finish(self, state: TaskState) -> None:
        context, customer = state.context, state.customer
        if customer is None or not state["confirmed"]:
            return state.say("utter_proof_expired")
        lines = {int(line): quantity for line, quantity in state["items"].items()}
        made = context.services.orders.return_items(
            customer, state["order_number"], lines, state["reason"], conversation=context.turn.conversation
        )
        if isinstance(made, Refusal):
            return state.say("utter_refused", reason=refused(made, context), choices=instead([made], context))
        if made.already:
            return state.say(
                "utter_return_exists", return_number=made.return_number, order_number=made.order_number
            )
        state.say(
            "utter_return_made", return_number=made.return_number, refund=refund_sentence(made.refund, state)
        )
        back = [line.product_id for line in ordered(state) if line.line in lines]
        interest.returned(back, context)
        offering.after_return(back, state["reason"], context)


def quote_of(state: TaskState, reason: str) -> ReturnQuote | Refusal:
    lines = {int(line): quantity for line, quantity in state["items"].items()}
    return state.context.services.orders.quote_return(
        state.customer or "", state["order_number"], lines, reason
    )


def quoted(state: TaskState) -> ReturnQuote | Refusal:
    return quote_of(state, state["reason"])


def refund_sentence(refund: Refund, state: TaskState) -> str:
    """How much comes back, to where and when, and what is deducted."""
    money = state.context.formats.money
    response = "utter_refund_less_postage" if refund.postage else "utter_refund_in_full"
    return state.text(
        response,
        amount=money(refund.amount, refund.currency),
        postage=money(refund.postage, refund.currency),
        payment=refund.payment.label,
        days=working_days(refund.working_days, state.context),
    )
