"""Something is wrong with a delivery: what the policy gives for it, or a person with everything gathered."""

from __future__ import annotations

from collections.abc import Sequence

from actions.dialogue.clause import Clause
from actions.dialogue.customers.proving import IDENTITY
from actions.dialogue.finishing import FinishForCustomer
from actions.dialogue.meanings import Meanings
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.questions import CodedQuestion, Question, Reading, Taken
from actions.dialogue.mechanism.state import Leave, TaskState
from actions.dialogue.mechanism.task import Confirmation
from actions.dialogue.messages import Table
from actions.dialogue.orders.each_item import OfEachItem
from actions.dialogue.orders.lines import Items, Lines, chosen_lines, ordered
from actions.dialogue.orders.order_number import OrderNumber
from actions.dialogue.orders.reasons import NEAR
from actions.dialogue.orders.refusals import offer_person, say_refused
from actions.dialogue.orders.settling import movements_sentence
from actions.dialogue.orders.tasks import OrderTask, known_order
from actions.dialogue.orders.told_of_items import ToldOfItems
from actions.dialogue.orders.tracked import kinds, overdue, tracked
from actions.dialogue.talk.handoff import summary
from actions.dialogue.talk.spoken import last_order
from actions.orders.changing import terms
from actions.orders.problem_types import ProblemQuote, RemedyOffer
from actions.orders.return_types import Each
from actions.orders.types import OrderLine, OrderView, Refusal, Why
from actions.shop.models import OrderStatus

PERSON = "person"
"""Stands for leaving it to a person."""
NOT_NOW = (Why.WRONG_STATUS, Why.NOT_SHOWN)
"""Why a line cannot have the problem as it is."""
UNDER_WAY = ("late", "lost")
"""Kinds of problem that are one of the parcel, not of an item in it."""
MISSING = "missing"
"""The kind of problem that what did not come with the rest has."""
TELLING = 4
"""Words from which the message that reports a problem describes it, too."""
TALK = frozenset(
    "report_problem complain give_feedback chitchat nlu_fallback return_item exchange_item ask_product_detail"
    " refine_search search_product track_order ask_delivery".split()
)


class OrderWithProblem(OrderNumber):
    """Which order; without a word about it the one that was just told to be late or lost."""

    def known(self, state: TaskState) -> str | None:
        last = last_order(state.context)
        return last if last and overdue(state, last) else super().known(state)


class KindOfProblem(OfEachItem):
    """What is wrong, with each item; what the tracking shows needs no asking."""

    slot, label = "problem", "kind"
    choosable = True
    sounds_like = TALK

    def known(self, state: TaskState) -> str | None:
        """What the tracking shows, where nothing has come of which it may be."""
        tracking = tracked(state, state["order_number"]) if state["order_number"] else None
        kind = tracking.overdue if tracking and not any(p.delivered for p in tracking.parcels) else None
        return kind if kind in kinds(state) else None

    def meanings(self, state: TaskState) -> Meanings:
        return state.context.services.problems

    def told(self, clause: Clause, state: TaskState) -> ToldOfItems:
        """Of a parcel that has come, what never came is missing from it."""
        told, order = super().told(clause, state), known_order(state)
        if order and order.status == OrderStatus.DELIVERED and MISSING in kinds(state):
            told.codes = {line: MISSING if code in UNDER_WAY else code for line, code in told.codes.items()}
        return told

    def codes(self, state: TaskState) -> Sequence[str]:
        return kinds(state)

    def read_words(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        problems, known = self.meanings(state), kinds(state)
        if not (asked or state.task.speaks_to(clause)) or state.context.language.asks(clause.text):
            return None
        if said := problems.literal(clause.text, known):
            return Taken(said)
        nearest = problems.nearest(clause.text, known) if asked else None
        return Taken(nearest.code, 0.0) if nearest and nearest.likeness >= NEAR else None


KIND = KindOfProblem()


class ItemsWithProblem(Items):
    """Which items; of a parcel that is late or lost, all that is in it."""

    def possible(self, state: TaskState) -> Lines:
        """What there still is; of an order in parts that which is in a state where it can have the problem."""
        left = {str(line.line): line.left for line in ordered(state) if line.left}
        kind = state["problem"] or ""
        told = {line: kind if isinstance(kind, str) else kind.get(line, "") for line in left}
        quotes = {line: quote_of(state, told[line], {int(line): 1}) for line in left}
        ruled_out = [line for line, quote in quotes.items() if getattr(quote, "why", None) in NOT_NOW]
        return {line: left[line] for line in left if line not in ruled_out} or left

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        """Of "the socks are missing from my fleece parcel" the socks: the fleece says which parcel."""
        own = clause.part(state.context.language.without_parcel(clause.text))
        return super().read(own, state, asked) or super().read(clause, state, asked)

    def known(self, state: TaskState) -> Lines | None:
        kind = state["problem"]
        if not isinstance(kind, str):  # told of each by its name
            return {line: n for line, n in self.possible(state).items() if line in (kind or ())} or None
        if kind not in UNDER_WAY:
            return super().known(state)
        tracking = tracked(state, state["order_number"])
        lines = set(map(str, tracking.overdue_lines)) if tracking else set()
        return {line: pieces for line, pieces in self.possible(state).items() if line in lines or not lines}

    def only_tells(self, clause: Clause, state: TaskState) -> bool:
        return KIND.only_tells(clause, state)

    def fits(self, clause: Clause, chosen: Sequence[OrderLine]) -> bool:
        return True  # a colour may be that of what came instead

    def ask(self, state: TaskState) -> None:
        state.say("utter_question_items_problem", choices=self.choices(state))


class Evidence(Question):
    """What happened, in the shopper's own words, where the policy wants it described."""

    slot = "evidence"
    free = True
    sounds_like = TALK

    def needed(self, state: TaskState) -> bool:
        if state[self.slot] is not None or not (state["problem"] and state["items"]) or KIND.lacking(state):
            return False
        quote = quoted(state)
        return isinstance(quote, Refusal) and quote.why is Why.EVIDENCE_NEEDED

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        if clause.text.startswith("/") or clause.intent in ("affirm", "deny", "thank"):
            return None
        if asked:
            return None if state.context.language.is_question(clause.text) else Taken(clause.text.strip())
        if state[self.slot] is not None:
            return None
        told = state.context.services.problems.literal(clause.text, kinds(state)) is not None
        long = len(state.context.language.words(clause.text)) >= TELLING
        return Taken(clause.text.strip()) if told and long and state.task.speaks_to(clause) else None


class Remedy(CodedQuestion):
    """What shall be done about it, of what the policy gives."""

    slot = label = "remedy"
    choosable = amends = True
    sounds_like = frozenset({"return_item", "exchange_item"})

    def needed(self, state: TaskState) -> bool:
        return state[self.slot] is None and isinstance(quoted(state), ProblemQuote)

    def known(self, state: TaskState) -> str | None:
        return None if offers(state) else PERSON

    def codes(self, state: TaskState) -> Sequence[str]:
        return [*(str(offer.remedy) for offer in offers(state)), PERSON] if state["items"] else []

    def read_words(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        if not (asked or state.task.speaks_to(clause) or clause.intent in self.sounds_like):
            return None
        find, remedies = state.context.language.find, state.context.language.remedies
        said = [code for code in self.codes(state) if find(clause.text, remedies(code)) is not None]
        return Taken(said[0]) if len(said) == 1 else None


class ConfirmRemedy(Confirmation):
    """Lists what is wrong with which items, and what is done about it."""

    def ask(self, state: TaskState) -> None:
        quote, context = quoted(state), state.context
        if isinstance(quote, Refusal):
            return
        state["told"] = terms(quote)
        rows = [
            [item.title, str(item.quantity), state.text(f"utter_kind_{item.why}")] for item in quote.items
        ]
        table = Table(context.text("utter_columns_problem").split("|"), rows)
        summary = "utter_problem_changed_summary" if quote.in_place_of else "utter_problem_summary"
        state.say(summary, order_number=quote.order_number, problem_number=quote.in_place_of, show=table)
        offer = chosen_offer(state)
        money = movements_sentence(offer.movements, context) if offer and offer.movements else ""
        remedy = state.text(f"utter_deed_{state['remedy']}")
        state.say("utter_question_confirmed_problem", remedy=remedy, money=money, choices=self.choices(state))


class ProblemTask(OrderTask):
    name = "problem"
    intent = "report_problem"
    intents = frozenset({"report_problem"})
    also = frozenset({"track_refund"})
    questions = (
        OrderWithProblem(),
        *IDENTITY,
        KIND,
        ItemsWithProblem(),
        Evidence(),
        Remedy(),
        ConfirmRemedy(),
    )

    def check(self, state: TaskState) -> None:
        if not kinds(state):
            offer_person(state, "utter_refused_unknown_problem")
            raise Leave
        super().check(state)

    def check_order(self, order: OrderView, state: TaskState) -> None:
        every = {line.line: line.quantity for line in order.items}
        if self.intent not in order.possible or not any(line.left for line in order.items):
            quotes = [quote_of(state, kind, every) for kind in kinds(state)]
            told = [q for q in quotes if not isinstance(q, Refusal) or q.why is not Why.WRONG_STATUS]
            first = (told or quotes)[0]
            if isinstance(first, Refusal):
                self.refuse([first], state)
        if not (state["problem"] and state["items"]) or KIND.lacking(state):
            return
        quote = quoted(state)
        if isinstance(quote, Refusal) and quote.why is not Why.EVIDENCE_NEEDED:
            self.settle(quote, state)

    def changed(self, slot: str, state: TaskState) -> None:
        if slot == "order_number":
            state["items"] = None
        if slot in ("order_number", "items", "problem"):
            state["remedy"] = None


class ValidateProblemForm(TaskForm):
    task = ProblemTask()


class ActionReportProblem(FinishForCustomer):
    task = ProblemTask()

    def name(self) -> str:
        return "action_report_problem"

    def finish_for(self, customer: str, state: TaskState) -> None:
        context = state.context
        by_person = state["remedy"] == PERSON
        made = context.services.orders.report_problem(
            customer,
            state["order_number"],
            KIND.of_each(state),
            chosen_lines(state),
            state["evidence"] or "",
            None if by_person else state["remedy"],
            **state.once(state["told"]),
        )
        if isinstance(made, Refusal):
            return say_refused([made], context)
        if made.already:
            return state.say(
                "utter_problem_noted_already",
                problem_number=made.problem_number,
                order_number=made.order_number,
            )
        context.done[made.order_number] = made.problem_number
        done = state.text(f"utter_done_{made.remedy or PERSON}")
        state.say("utter_problem_noted", problem_number=made.problem_number, done=done)
        if by_person:
            about = f"{made.problem_number}\n{summary(context, state)}"
            ticket = context.services.handoff.request(
                context.turn.conversation, self.task.intent, about, customer
            )
            state.say("utter_problem_ticket", ticket=ticket.number, day=context.formats.day(ticket.answer_by))


def offers(state: TaskState) -> tuple[RemedyOffer, ...]:
    """What the shop does about the problem by itself, as far as it is known."""
    quote = quoted(state) if state["problem"] and state["items"] else None
    return quote.offers if isinstance(quote, ProblemQuote) else ()


def chosen_offer(state: TaskState) -> RemedyOffer | None:
    return next((offer for offer in offers(state) if offer.remedy == state["remedy"]), None)


def quoted(state: TaskState) -> ProblemQuote | Refusal:
    """What the policy gives for the problem as it was told."""
    kind, lines = state["problem"], chosen_lines(state)
    return quote_of(state, kind if isinstance(kind, str) else KIND.of_each(state), lines)


def quote_of(state: TaskState, kind: Each, lines: dict[int, int]) -> ProblemQuote | Refusal:
    customer, number, evidence = state.customer or "", state["order_number"], state["evidence"] or ""
    desk = state.context.services.orders
    return desk.quote_problem(customer, number, kind, lines, evidence)
