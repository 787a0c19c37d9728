"""Taking back what was done: the last deed of the conversation, or of an order, as far as the policy lets it."""

from __future__ import annotations

from typing import Any

from actions.dialogue.clause import Clause
from actions.dialogue.customers.proving import IDENTITY
from actions.dialogue.finishing import FinishForCustomer
from actions.dialogue.mechanism.choosing import choose
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.questions import Reading, Taken
from actions.dialogue.mechanism.state import Leave, TaskState
from actions.dialogue.mechanism.task import Confirmation
from actions.dialogue.messages import Choice, payload
from actions.dialogue.orders.addresses import one_line
from actions.dialogue.orders.lines import line_options
from actions.dialogue.orders.order_number import OrderOfDeed
from actions.dialogue.orders.refusals import instead, offer_person, refused, say_refused, variant_name
from actions.dialogue.orders.settling import movements_sentence
from actions.dialogue.orders.tasks import OrderTask, orders_concerned
from actions.dialogue.talk import remarks
from actions.dialogue.talk.spoken import deeds
from actions.orders.changing import terms
from actions.orders.readdressing import AddressQuote
from actions.orders.repaying import PaymentQuote
from actions.orders.swapping import ItemsQuote
from actions.orders.types import OrderView, Refusal
from actions.orders.undoing import UndoQuote


class OrderToUndo(OrderOfDeed):
    """The order to which something was done: in this conversation, if anything was."""

    def known(self, state: TaskState) -> str | None:
        done = deeds(state.context)
        return next(iter(done)) if len(done) == 1 else super().known(state)


class ConfirmUndo(Confirmation):
    """Says what was done, and how it would be after that is undone."""

    def ask(self, state: TaskState) -> None:
        quote = quoted(state)
        if isinstance(quote, Refusal):
            return
        state["told"] = {"deed": quote.deed, "terms": terms(quote)}
        money = movements_sentence(quote.movements, state.context)
        choices = self.choices(state)
        if _means_a_part(quote, state):
            state.say("utter_undone_as_a_whole")
        state.say(f"utter_question_undo_{quote.kind}", money=money, choices=choices, **facts(quote, state))

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        if (
            asked
            and not state.context.language.is_question(clause.text)
            and remarks.undoes(clause, state.context)
        ):
            return Taken(True)  # "undo it", "yes, change it back"
        return super().read(clause, state, asked)


class UndoTask(OrderTask):
    """Begins by a remark about what was done, whatever intent it sounds like, and so by no intent."""

    name = "undo"
    intent = "undo"
    intents = frozenset()
    questions = (OrderToUndo(), *IDENTITY, ConfirmUndo())

    def speaks_to(self, clause: Clause) -> bool:
        """ "Cancel it" speaks of what was done, unless it names an order."""
        return clause.intent == "cancel_order" and clause.first("order_number") is None

    def concerns(self, order: OrderView) -> bool:
        """Without a deed of this conversation it is a return or exchange that is called off."""
        return order.comes_back

    def check(self, state: TaskState) -> None:
        super().check(state)
        nothing = not deeds(state.context) and state["order_number"] is None and not orders_concerned(state)
        if state.customer is not None and nothing:
            state.say("utter_nothing_to_call_off")
            raise Leave

    def check_order(self, order: OrderView, state: TaskState) -> None:
        quote = quoted(state)
        if isinstance(quote, Refusal):
            self._refuse(quote, state)
            raise Leave
        if state.context.customer_for(quote.kind) is None:
            offer_person(state, "utter_undo_needs_more_proof")
            raise Leave

    def _refuse(self, refusal: Refusal, state: TaskState) -> None:
        """What has left the order can be bought again."""
        choices = [
            Choice(
                state.text("utter_button_buy_again", title=title),
                payload("add_to_cart", product_id=product_id),
            )
            for product_id, title in refusal.gone.items()
        ]
        reason = refused(refusal, state.context)
        state.say("utter_refused", reason=reason, choices=(*choices, *instead([refusal], state.context)))


class ValidateUndoForm(TaskForm):
    task = UndoTask()


class ActionUndo(FinishForCustomer):
    task = UndoTask()

    def name(self) -> str:
        return "action_undo"

    def finish_for(self, customer: str, state: TaskState) -> None:
        context, number, told = state.context, state["order_number"], state["told"]
        # The deed that was named is undone, once, whatever else has been done to the order meanwhile.
        made = context.services.orders.undo(
            customer, number, told["deed"], conversation=context.turn.conversation, told=told["terms"]
        )
        if isinstance(made, Refusal):
            return say_refused([made], context)
        context.done[made.quote.order_number] = None
        money = movements_sentence(made.quote.movements, context)
        anew = self._anew(made.quote, state)
        state.say(f"utter_undone_{made.quote.kind}", money=money, choices=anew, **facts(made.quote, state))

    def _anew(self, quote: UndoQuote, state: TaskState) -> list[Choice]:
        """The button to return or exchange something else, where that was called off."""
        called_off = () if quote.back else state.context.phrases.buttons(f"utter_instead_{quote.kind}")
        chosen = payload(quote.kind, order_number=quote.order_number)
        return [Choice(button["title"], chosen) for button in called_off]


def _means_a_part(quote: UndoQuote, state: TaskState) -> bool:
    """Whether the shopper speaks of only some of the things that it was done to."""
    lines = [option for option in line_options(state) if option.title.split(" – ")[0] in quote.goods]
    chosen = choose(state.context.turn, lines, state.context.language, shown=False)
    return chosen is not None and len(chosen.keys) < len(lines)


def deed(state: TaskState) -> str | None:
    """The number of the deed that is meant; None for the order's latest."""
    return deeds(state.context).get(state["order_number"])


def quoted(state: TaskState) -> UndoQuote | Refusal:
    """What undoing it would do."""
    desk = state.context.services.orders
    return desk.quote_undo(state.customer or "", state["order_number"], deed(state))


def facts(quote: UndoQuote, state: TaskState) -> dict[str, Any]:
    """What the sentences about it name: `now` is how it is, `back` how it would be again."""
    context = state.context
    known = {"order_number": quote.order_number, "deed": quote.deed}
    match quote.back:
        case AddressQuote() as back:
            ways = {"now": one_line(back.before, context), "back": one_line(back.after, context)}
        case PaymentQuote() as back:
            ways = {"now": back.before.label, "back": back.after.label}
        case ItemsQuote() as back:
            titles = [item.title for item in back.items]
            lines = [variant_name(item.new, context) for item in back.items if item.new]
            ways = {"now": context.formats.listing(titles), "back": context.formats.listing(lines)}
        case None:
            ways = {"goods": context.formats.listing(list(quote.goods))}
    return known | ways
