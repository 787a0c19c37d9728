"""What no capability claims: not understood, not served yet, and an answer to no question."""

from __future__ import annotations

from rasa_sdk.events import FollowupAction, SlotSet

from actions.dialogue.action import Events, ServeWish
from actions.dialogue.answers import faq
from actions.dialogue.context import Context
from actions.dialogue.finding import following
from actions.dialogue.finding.filters import FIELDS
from actions.dialogue.mechanism.consent import Consent, consent
from actions.dialogue.mechanism.hearing import LIKE
from actions.dialogue.messages import Choice, payload
from actions.dialogue.orders import wishes as order_wishes
from actions.dialogue.orders.wishes import names_an_order
from actions.dialogue.products import asking_which
from actions.dialogue.suggesting.offering import COMPLAINTS
from actions.dialogue.talk import foreign
from actions.dialogue.talk.handoff import contact_noted, request_stands
from actions.dialogue.talk.hearing_wishes import ask_what_to_do, hear_offered
from actions.dialogue.talk.spoken import alerts_told, form_of_last, just_spoken_of, last_order
from actions.dialogue.talk.unsure import nearest

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
        if foreign.is_foreign(turn.text, context.language):
            context.say(
                "utter_one_language", language=foreign.name(context.language), choices=_can_do(context)
            )
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
        if (action := following.about_results(context)) and not _asks_of_the_world(context):
            return [FollowupAction(action)]
        failures = 1 + int(turn.slot("not_understood", {}).get("count", 0) if self._in_a_row(context) else 0)
        if failures >= PERSON_AFTER:
            context.say("utter_not_understood_again", choices=[_person(context)])
        else:
            context.say("utter_not_understood", choices=nearest(context, LIKELY) or _can_do(context))
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


TOLD_PLAINLY = frozenset({"goodbye", "ask_if_bot"})
"""Intents with one response of their own."""


class ActionChat(ServeWish):
    """A kind word to what asks for nothing; a need may sound like it ("my knees hurt on the way down")."""

    def name(self) -> str:
        return "action_chat"

    def answer(self, context: Context) -> Events:
        text, language = context.turn.text, context.language
        meaning = context.services.steering.nearest(text)
        if context.turn.intent in TOLD_PLAINLY:
            context.say(f"utter_{context.turn.intent}")
        elif meaning and meaning.code == "wait" and not language.asks(text) and meaning.likeness >= LIKE:
            context.say("utter_take_your_time")
        elif language.consists_of(text, "acknowledge", "hedge", "polite"):
            asks = language.is_question(text)
            context.say("utter_what_unclear" if asks else "utter_anything_else")
        elif language.says(text, "joke"):
            context.say("utter_joke")
        elif language.says(text, "how_are_you"):
            context.say("utter_how_are_you")
        elif language.says(text, "asks_assistant"):
            context.say("utter_no_tastes")
        elif _is_serious(context):
            context.say("utter_chitchat_seriously")
        else:
            context.say("utter_chitchat")
        return []


def _is_serious(context: Context) -> bool:
    """Whether a joke would be out of place: after a complaint, while an order is spoken of, or to a mere sigh."""
    turn = context.turn
    sighs = len(context.language.words(turn.text)) < 2
    return sighs or last_order(context) is not None or not COMPLAINTS.isdisjoint(turn.intents_heard)


class ActionNothingToStop(ServeWish):
    """Asked to stop where nothing runs."""

    def name(self) -> str:
        return "action_nothing_to_stop"

    def answer(self, context: Context) -> Events:
        told = context.language.consists_of(context.turn.text, "do_cancel", "polite")
        if told and alerts_told(context):
            return [FollowupAction("unsubscribe_form")]
        if told and last_order(context):
            return [FollowupAction("cancel_form")]  # "cancel it", of the order just spoken of
        if request_stands(context):
            return []
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
        number = turn.first("order_number") if names_an_order(context) else None
        if number is not None and context.language.adds(turn.text) and last_order(context):
            return [FollowupAction(form_of_last(context))]  # "and 1077 too", after that of another
        if number is not None:
            return ask_what_to_do(str(number), context)
        if order_wishes.names_part(context):
            return ask_what_to_do(str(last_order(context)), context)
        if "utter_what_about_order" in turn.said_last and turn.entities and (last := last_order(context)):
            return ask_what_to_do(last, context)
        if any(entity.kind in (FIELDS if turn.slot("search") else TRAITS) for entity in turn.entities):
            return [FollowupAction("action_refine_search")]
        if turn.intent == "inform" and (turn.values("ordinal") or turn.values("product_id")):
            return [FollowupAction("action_show_product")]
        if faq.covers(context):
            return [FollowupAction("action_answer_question")]
        if action := following.about_results(context):
            return [FollowupAction(action)]
        if _ends(context):
            context.say("utter_until_next_time")
        elif context.language.says(turn.text, "leave"):
            context.say("utter_nothing_to_stop")
        elif turn.offered_last and consent(turn, context.language) is Consent.YES:
            return hear_offered(context)
        elif just_spoken_of(context) and not context.language.consists_of(turn.text, *IDLE):
            number = last_order(context)
            report = Choice(
                context.text("utter_button_report"), payload("report_problem", order_number=number)
            )
            context.say("utter_still_about_order", order_number=number, choices=[report, _person(context)])
        else:
            context.say("utter_nothing_asked")
        return []


def _asks_of_the_world(context: Context) -> bool:
    """Whether a message asks for something that has nothing to do with what was found: "who won last night"."""
    turn, language = context.turn, context.language
    return language.asks(turn.text) and not (turn.entities or language.says(turn.text, "pointed"))


def _ends(context: Context) -> bool:
    """Whether the message says that there is nothing else, in words or without any ("👍")."""
    turn, language = context.turn, context.language
    if turn.intent == "deny":
        return language.consists_of(
            turn.text, "deny", "polite", "thanks", "leave", "none", "acknowledge", "that_is_all"
        )
    return not any(map(str.isalnum, turn.text))


def _can_do(context: Context) -> list[Choice]:
    return [Choice(b["title"], b["payload"]) for b in context.phrases.buttons("utter_can_do")]


def _person(context: Context) -> Choice:
    return Choice(context.text("utter_button_person"), payload("ask_human"))
