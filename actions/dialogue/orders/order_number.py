"""The question which order a task is about."""

from __future__ import annotations

from collections.abc import Sequence

from actions.dialogue.clause import GOODS, Clause
from actions.dialogue.customers.proving import proof_needs_number
from actions.dialogue.language import Language
from actions.dialogue.mechanism.choosing import Chosen, choose, kept_of
from actions.dialogue.mechanism.questions import (
    Question,
    Reading,
    Taken,
    Unusable,
    answer_choices,
    coverage,
    last_said,
)
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.messages import Choice
from actions.dialogue.orders.own_lines import of_month
from actions.dialogue.orders.tasks import (
    OrderTask,
    offered_options,
    options_of,
    order_options,
    orders_concerned,
    orders_meant,
    orders_named,
    orders_of,
)
from actions.dialogue.talk.spoken import deeds, last_order, pointed_back_at


class OrderNumber(Question):
    """Which order. A guest says its number; an identified customer may point at one of theirs."""

    slot = "order_number"
    choosable = True
    sounds_like = frozenset({"show_orders", "track_order"})
    sure = 0.7

    def needed(self, state: TaskState) -> bool:
        """Whoever can prove who they are without a number proves it first, and then chooses among their orders."""
        return super().needed(state) and (state.customer is not None or proof_needs_number(state))

    def known(self, state: TaskState) -> str | None:
        """The order that the opening message points back at, or the only one that can be meant."""
        turn = state.context.turn
        resumed = any(event.get("name") == "action_continue" for event in turn.events_since_message())
        opens = state.open is None and not turn.is_button and not resumed
        if opens and (last := pointed_back_at(state.context)):
            return last
        orders = [order.order_number for order in orders_meant(state)]
        if turn.has_waited and (last := last_order(state.context)) in orders:
            return last  # of which the message spoke before
        return orders[0] if len(orders) == 1 else None

    def ask(self, state: TaskState) -> None:
        if isinstance(state.task, OrderTask) and not state.task.about_order and state["put"] is None:
            state.say("utter_why_it_is_asked", task=state.task.title(state.context))
        else_there_is = state.task.without_order if isinstance(state.task, OrderTask) else ""
        if else_there_is and else_there_is not in state.context.turn.responses_said:
            state.say(else_there_is)
        response = "utter_question_order_number_of_mine" if state.customer else "utter_question_order_number"
        state.say(response, choices=self.choices(state))

    def choices(self, state: TaskState) -> Sequence[Choice]:
        return answer_choices(offered_options(state))

    def ensure_answerable(self, state: TaskState) -> None:
        task = state.task
        if (
            state.customer
            and isinstance(task, OrderTask)
            and task.about_order
            and not orders_concerned(state)
        ):
            task.refuse_all(orders_of(state.customer, state.context), state)

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        number = last_said("order_number", clause, state)
        if number is not None and self._further(str(number), clause, state):
            return None
        if number is not None:
            return Taken(str(number), coverage(clause, "order_number"))
        opening = state[self.slot] is None and state.task.speaks_to(
            clause
        )  # "cancel the one with the sandals"
        if state.customer and (asked or opening):
            if opening and isinstance(state.task, OrderTask):
                clause = state.task.of_what_is_had(clause, state.context.language)
            if other := self._not_offered(clause, state):
                return other
            if placed := self._placed_then(clause, state):
                return Taken(placed)
            if len(several := orders_named(clause, state)) > 1 and not asked:
                return Taken(several[0])  # the others are served next
            chosen = self._chosen(clause, state, asked)
            latest = self._latest(clause, state)
            if chosen and len(chosen.keys) == 1 and not (latest and self._names_itself(clause, state)):
                return Taken(chosen.keys[0], chosen.coverage)
            if latest:  # "my last order" is the newest; "the last one" may be the last that was shown
                return Taken(latest)
        if (
            asked
            and any(map(str.isdigit, clause.text))
            and not clause.values("email") + clause.excluded(self.slot)
        ):
            return Unusable("utter_unusable_order_number")
        return None

    def _chosen(self, clause: Clause, state: TaskState, asked: bool) -> Chosen | None:
        """The orders that are named by what is in them, or that are left of those offered. An order of which something
        is ruled out ("the boots but not the jacket") is meant all the same."""
        options, language = offered_options(state) if asked else order_options(state), state.context.language
        into = language.phrases("into")
        if out := clause.excluded(self.slot) if asked else ():
            left = tuple(option.key for option in options if option.key not in map(str, out))
            return Chosen(left, 1.0, tuple(map(str, out)))
        kept = kept_of(clause, options, language)
        readings = (clause, kept) if asked else (kept, clause.part(language.before(kept.text, into)))
        found = [choose(each, options, language, shown=asked) for each in readings]
        return next((each for each in found if each and len(each.keys) == 1), next(filter(None, found), None))

    def _placed_then(self, clause: Clause, state: TaskState) -> str | None:
        """The order that "the november one" means, where it is one alone."""
        offered = {option.key for option in offered_options(state)}
        orders = [order for order in orders_concerned(state) if order.order_number in offered]
        placed = of_month(clause, orders, state.context)
        return placed[0].order_number if len(placed) == 1 else None

    def _further(self, number: str, clause: Clause, state: TaskState) -> bool:
        """Whether it is one more order, after this one: "1017 as well"."""
        joined = state.context.turn.with_joint(clause)
        return state[self.slot] not in (None, number) and state.context.language.adds(joined)

    def _not_offered(self, clause: Clause, state: TaskState) -> Taken | None:
        """The latest order whose goods are named, where those offered have none such: the task says why not that."""
        offered = offered_options(state)
        if offered and not any(clause.values(kind) for kind in GOODS):
            return None  # a colour or a size is in many
        keys = {option.key for option in offered}
        mine = orders_of(state.customer or "", state.context)
        others = options_of([order for order in mine if order.order_number not in keys], state.context)
        chosen = choose(clause, [*offered, *others], state.context.language, shown=False)
        if chosen is None or len(chosen.keys) == len(mine) or not keys.isdisjoint(chosen.keys):
            return None
        return Taken(chosen.keys[0], chosen.coverage)

    def _names_itself(self, clause: Clause, state: TaskState) -> bool:
        language = state.context.language
        return language.find(clause.text, language.names(self.slot)) is not None

    @staticmethod
    def all_but_latest(clause: Clause, language: Language) -> bool:
        """Whether the latest order is ruled out: "all but the latest"."""
        return language.says(language.before(clause.text, language.phrases("last")), "except")

    def _latest(self, clause: Clause, state: TaskState) -> str | None:
        """The order that "my last order" means."""
        language = state.context.language
        if not language.says(clause.text, "last") or self.all_but_latest(clause, language):
            return None
        orders = orders_concerned(state) or orders_of(state.customer or "", state.context)
        return orders[0].order_number if orders else None


class OrderOfDeed(OrderNumber):
    """Which order; without a word about it the one to which something was done just now."""

    def known(self, state: TaskState) -> str | None:
        last = last_order(state.context)
        return last if last in deeds(state.context) else super().known(state)
