"""What shoppers think of the shop: asked for where they only announce it, and written down in their own words."""

from __future__ import annotations

from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.finding import following
from actions.dialogue.finding.pointing import pointed_at
from actions.dialogue.finishing import FinishTask
from actions.dialogue.intents import SMALL_TALK
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.questions import PatternQuestion, Question, Reading, Taken
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.mechanism.task import Confirmation, Task

BARE = SMALL_TALK | {"affirm", "deny", "stop", "ask_help"}
"""Intents of messages that are no feedback by themselves."""
FEW_WORDS = 3
SURE = 0.9
"""Confidence above which what is said is no feedback but a wish after all."""


class OrderSpokenOf(PatternQuestion):
    """The order that the feedback names."""

    slot = "order_number"
    entity = "order_number"
    asked_for = False


class WhatToPassOn(Question):
    """What the shopper wants to tell the team."""

    slot = "feedback"
    free = True
    sounds_like = frozenset(
        {
            "give_feedback",
            "complain",
            "chitchat",
            "nlu_fallback",
            "report_problem",
            "search_product",
            "refine_search",
            "ask_product_detail",
            "ask_availability",
            "ask_delivery",
            "return_item",
            "exchange_item",
            "track_order",
            "ask_faq",
            "ask_promotion",
            "compare_products",
            "check_out",
            "subscribe",
            "unsubscribe",
        }
    )
    sure = SURE

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        language = state.context.language
        if clause.text.startswith("/"):
            return None
        if not asked:
            idle = set(language.phrases("feedback_words"))
            told = state.task.speaks_to(clause) and set(language.words(clause.unnamed)) - idle
            return Taken(clause.text.strip()) if told else None
        bare = clause.intent in BARE and len(language.words(clause.text)) <= FEW_WORDS
        return None if bare or language.asks(clause.text) else Taken(clause.text.strip(), 0.0)


class ConfirmPassingOn(Confirmation):
    """Whether it shall be passed on, where that was neither announced nor plainly said to the shop."""

    def needed(self, state: TaskState) -> bool:
        if state[self.slot] is not None or state.open == WhatToPassOn.slot:
            return False
        return state.open == self.slot or not state.context.language.says(state[WhatToPassOn.slot], "to_shop")

    def ask(self, state: TaskState) -> None:
        state.say("utter_question_pass_on", feedback=state[WhatToPassOn.slot], choices=self.choices(state))


class FeedbackTask(Task):
    name = "feedback"
    intent = "give_feedback"
    intents = frozenset({"give_feedback"})
    leaving = ("leave", "deny")
    questions = (OrderSpokenOf(), WhatToPassOn(), ConfirmPassingOn())

    def instead(self, context: Context) -> str | None:
        """What is said right after products were found, and not to the shop, is one more wish for them."""
        turn = context.turn
        if turn.is_button or turn.open_form == self.form or context.language.says(turn.text, "to_shop"):
            return None
        return following.about_results(context) if turn.intent == self.intent else None


class ValidateFeedbackForm(TaskForm):
    task = FeedbackTask()


class ActionKeepFeedback(FinishTask):
    task = FeedbackTask()

    def name(self) -> str:
        return "action_keep_feedback"

    def finish(self, state: TaskState) -> None:
        context, turn = state.context, state.context.turn
        context.services.feedback.keep(
            turn.conversation,
            state["feedback"],
            context.customer,
            str(state["order_number"] or ""),
            [product.product_id for product in pointed_at(context)] or turn.slot("shown", []),
        )
        state.say("utter_feedback_kept")
