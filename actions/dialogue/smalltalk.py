"""What no capability claims: not understood, not served yet, and an answer to no question."""

from __future__ import annotations

from rasa_sdk.events import FollowupAction, SlotSet

from actions.dialogue import asking_which, faq, following
from actions.dialogue.action import Events, ServeWish
from actions.dialogue.asking_on import spoken_of_just_now
from actions.dialogue.context import Context
from actions.dialogue.filters import FIELDS
from actions.dialogue.handoff import contact_noted
from actions.dialogue.mechanism.hearing import LIKE
from actions.dialogue.messages import Choice, payload
from actions.dialogue.order_tasks import LAST_ORDER, last_order
from actions.dialogue.unsure import nearest

TRAITS = FIELDS.keys() - {"size"} | {"product"}
"""Entities that say which products are wanted, or not wanted; a size alone may be many things."""
NAMES = frozenset({"brand", "product", "product_type"})
"""Entities that are worth a search by themselves."""
FEW_WORDS = 5
"""Words up to which, beside the traits that it names, a message that nothing else understands speaks of products."""
SEVERAL = 2
"""Traits from which on a message of any length is a search, where it is no question."""
LIKELY = 0.1
"""Confidence from which a wish may have been meant by what was not understood."""
IDLE = ("affirm", "deny", "acknowledge", "hedge", "polite", "thanks")
"""Words that say nothing by themselves."""
PERSON_AFTER = 2
"""Failures in a row after which a person is offered."""


class ActionNotUnderstood(ServeWish):
    """Says so, and offers the nearest things it can do; the second time in a row, a person."""

    def name(self) -> str:
        return "action_not_understood"

    def answer(self, context: Context) -> Events:
        turn = context.turn
        if faq.asks_on(context):
            return [FollowupAction("action_answer_question")]
        if not turn.text.strip():
            context.say("utter_empty_message")
            return []
        if faq.covers(context):
            return [FollowupAction("action_answer_question")]
        named = any(entity.kind in (TRAITS if turn.slot("search") else NAMES) for entity in turn.entities)
        short = len(context.language.words(turn.unnamed)) <= FEW_WORDS
        plain = len({entity.value for entity in turn.entities if entity.kind in TRAITS}) >= SEVERAL
        if ((named and short) or plain) and not context.language.asks(
            turn.text
        ):  # "who won the world cup" wants no cup
            return [FollowupAction("action_refine_search")]
        if action := following.about_results(context):
            return [FollowupAction(action)]
        failures = 1 + int(turn.slot("not_understood", {}).get("count", 0) if self._in_a_row(context) else 0)
        if failures >= PERSON_AFTER:
            context.say("utter_not_understood_again", choices=[_person(context)])
        else:
            can_do = (Choice(b["title"], b["payload"]) for b in context.phrases.buttons("utter_can_do"))
            context.say("utter_not_understood", choices=nearest(context, LIKELY) or [*can_do])
        return [SlotSet("not_understood", {"count": failures, "turn": turn.number})]

    def by_rule(self, context: Context) -> bool:
        """Rasa comes here as well where no rule fits."""
        turn = context.turn
        return super().by_rule(context) and (turn.mistaken or turn.intent == "nlu_fallback")

    def _in_a_row(self, context: Context) -> bool:
        return bool(context.turn.slot("not_understood", {}).get("turn") == context.turn.number - 1)


class ActionHelp(ServeWish):
    """What it can do."""

    def name(self) -> str:
        return "action_help"

    def answer(self, context: Context) -> Events:
        meaning = context.services.steering.nearest(context.turn.text)
        again = meaning and meaning.code == "repeat" and meaning.likeness >= LIKE
        said = "utter_help" in context.turn.said_last or "utter_help_again" in context.turn.said_last
        context.say("utter_help_again" if again or said else "utter_help")
        return []


class ActionChat(ServeWish):
    """A kind word to what asks for nothing; a need may sound like it ("my knees hurt on the way down")."""

    def name(self) -> str:
        return "action_chat"

    def answer(self, context: Context) -> Events:
        text, language = context.turn.text, context.language
        meaning = context.services.steering.nearest(text)
        if meaning and meaning.code == "wait" and meaning.likeness >= LIKE:
            context.say("utter_take_your_time")
        elif language.consists_of(text, "acknowledge", "hedge", "polite"):
            context.say("utter_anything_else")
        else:
            context.say("utter_chitchat")
        return []


class ActionNothingToStop(ServeWish):
    """Asked to stop where nothing runs."""

    def name(self) -> str:
        return "action_nothing_to_stop"

    def answer(self, context: Context) -> Events:
        told = context.language.consists_of(context.turn.text, "do_cancel", "polite")
        if told and last_order(context):
            return [FollowupAction("cancel_form")]  # "cancel it", of the order just spoken of
        cancel = Choice(context.text("utter_button_cancel"), payload("cancel_order"))
        told = context.language.says(context.turn.text, "do_cancel")
        context.say("utter_nothing_to_stop", choices=[cancel] if told else ())
        return []


class ActionNotServedYet(ServeWish):
    """An honest word for what the shop's people do and the assistant does not do yet."""

    def name(self) -> str:
        return "action_not_served_yet"

    def answer(self, context: Context) -> Events:
        context.say("utter_not_served_yet", wish=context.text(f"utter_wish_{context.turn.intent}"))
        return []


class ActionReadAnswer(ServeWish):
    """An answer where no task asked anything: to an offer made last, or to nothing."""

    def name(self) -> str:
        return "action_read_answer"

    def answer(self, context: Context) -> Events:
        turn = context.turn
        if faq.asks_on(context):
            return [FollowupAction("action_answer_question")]
        if contact_noted(context):
            return []
        if action := asking_which.action(context):
            return [FollowupAction(action)]
        number = turn.first("order_number")
        if number is not None and context.language.adds(turn.text) and last_order(context):
            return [FollowupAction(turn.slot(LAST_ORDER)["form"])]  # "and 1077 too", after that of another
        if number is not None:
            said = {"order_number": str(number)}
            choices = [
                Choice(context.text("utter_button_show_order"), payload("show_orders", **said)),
                Choice(context.text("utter_button_track"), payload("track_order", **said)),
                Choice(context.text("utter_button_return"), payload("return_item", **said)),
            ]
            context.say("utter_what_about_order", order_number=str(number), choices=choices)
            return [SlotSet(LAST_ORDER, {**said, "turn": turn.number, "form": "orders_form"})]
        if any(entity.kind in (FIELDS if turn.slot("search") else TRAITS) for entity in turn.entities):
            return [FollowupAction("action_refine_search")]
        if turn.intent == "inform" and turn.values("ordinal"):
            return [FollowupAction("action_show_product")]
        if faq.covers(context):
            return [FollowupAction("action_answer_question")]
        if action := following.about_results(context):
            return [FollowupAction(action)]
        if context.language.says(turn.text, "leave"):
            context.say("utter_nothing_to_stop")
        elif spoken_of_just_now(context) and not context.language.consists_of(turn.text, *IDLE):
            number = turn.slot(LAST_ORDER)["order_number"]
            report = Choice(
                context.text("utter_button_report"), payload("report_problem", order_number=number)
            )
            context.say("utter_still_about_order", order_number=number, choices=[report, _person(context)])
        else:
            context.say("utter_nothing_asked")
        return []


def _person(context: Context) -> Choice:
    return Choice(context.text("utter_button_person"), payload("ask_human"))
