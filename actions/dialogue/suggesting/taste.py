"""What shoppers say about suggestions: not my style, I have it, why this, and what they may be made from."""

from __future__ import annotations

from abc import abstractmethod
from datetime import timedelta

from rasa_sdk.events import FollowupAction, SlotSet

from actions.dialogue.action import Events, ServeWish
from actions.dialogue.context import Context
from actions.dialogue.finding.pointing import named
from actions.dialogue.messages import Choice, payload
from actions.dialogue.products import asking_which, cards
from actions.dialogue.products.facts import counted
from actions.dialogue.suggesting import aims, interest
from actions.dialogue.suggesting.circumstances import circumstances
from actions.dialogue.suggesting.grounds import evidence_in_words
from actions.dialogue.suggesting.suggestions import SHOWN, show_suggestions
from actions.recommender import Did
from actions.shop.catalogue import ProductView
from actions.shop.history import Seen


class MindRemark(ServeWish):
    """Takes note of what was said about products shown, at once and for good, and suggests others."""

    did: Did

    def answer(self, context: Context) -> Events:
        shown = context.services.catalogue.products(context.turn.slot("shown", []))
        meant = named(context.turn.wish, context) or self._in_focus(context) or self.unnamed(shown)
        if not meant:
            choices = [Choice(p.title, payload("inform", product_id=p.product_id)) for p in shown]
            context.say(asking_which.WHICH, choices=choices)
            asked = asking_which.remembered(self.name(), context.turn.question, context)
            return [SlotSet("asked_which", asked)]
        interest.record([product.product_id for product in meant], self.did, context)
        context.say(f"utter_minded_{self.did.value.lower()}", titles=cards.named(meant, context))
        ids = [product.product_id for product in shown]
        if aims.open_aim(context) or not context.services.history.reasons(context.turn.conversation, ids):
            return [FollowupAction("action_show_more")]  # they came of a search, or serve an aim
        customer, limits = interest.personal(context), circumstances(context, ids)
        suggestions = context.services.recommender.recommend(customer, (), SHOWN, limits)
        return show_suggestions("utter_instead_of_it", suggestions, context) if suggestions else []

    @abstractmethod
    def unnamed(self, shown: list[ProductView]) -> list[ProductView]:
        """What is meant where nothing is named."""

    def _in_focus(self, context: Context) -> list[ProductView]:
        focus = context.turn.slot("focus")
        return context.services.catalogue.products([focus] if focus else [])


class ActionMindDislike(MindRemark):
    did = Did.DECLINE

    def name(self) -> str:
        return "action_mind_dislike"

    def unnamed(self, shown: list[ProductView]) -> list[ProductView]:
        return shown


class ActionMindOwned(MindRemark):
    did = Did.OWN

    def name(self) -> str:
        return "action_mind_owned"

    def unnamed(self, shown: list[ProductView]) -> list[ProductView]:
        return shown if len(shown) == 1 else []


VERDICTS = frozenset(
    f"utter_{name}"
    for name in ("judged_by_ratings", "first_of_these", "verdict_alone", "verdict_listed", "found_first")
)
"""Responses that say which of some products comes first."""


class ActionExplainSuggestion(ServeWish):
    """The reason with its evidence, as it was recorded when the product was suggested."""

    def name(self) -> str:
        return "action_explain_suggestion"

    def answer(self, context: Context) -> Events:
        shown = context.services.catalogue.products(context.turn.slot("shown", []))
        meant = named(context.turn.wish, context) or shown
        reasons = context.services.history.reasons(context.turn.conversation, [p.product_id for p in meant])
        for product in meant:
            if why := reasons.get(product.product_id):
                words = evidence_in_words(why.reason, why.evidence, context)
                response = "utter_explained_promoted" if why.evidence.get("promoted") else "utter_explained"
                context.say(response, title=product.title, why=words)
        if not reasons and not VERDICTS.isdisjoint(context.turn.said_last):
            context.say("utter_why_that_one")
        elif not reasons:
            context.say(
                counted("utter_not_a_suggestion", len(meant), context), titles=cards.named(meant, context)
            )
        elif interest.personal(context):
            context.say("utter_say_if_not_wanted")
        return []


class ActionLookBack(ServeWish):
    """What the customer looked at: yesterday if there was something, else the last that there was."""

    def name(self) -> str:
        return "action_look_back"

    def answer(self, context: Context) -> Events:
        services, customer = context.services, interest.personal(context)
        looked_at = services.history.looked_at(context.turn.conversation, customer)
        zone = services.formats.zone
        today = services.clock.now().astimezone(zone).date()
        yesterday = [s for s in looked_at if s.time.astimezone(zone).date() == today - timedelta(days=1)]
        before = yesterday or [s for s in looked_at if s.time.astimezone(zone).date() < today] or looked_at
        if not before:
            context.say("utter_nothing_looked_at" if customer else "utter_nothing_looked_at_here")
            return []
        day = context.formats.day(before[0].time)
        response = "utter_looked_at_yesterday" if yesterday else "utter_looked_at"
        shown = cards.show(response, _distinct(before)[:SHOWN], context, day=day)
        return [SlotSet("shown", shown), SlotSet("focus", None)]


class ActionSwitchOffSuggestions(ServeWish):
    """From now on nothing is suggested by what the customer did."""

    def name(self) -> str:
        return "action_switch_off_suggestions"

    def answer(self, context: Context) -> Events:
        interest.allow(False, context)
        context.say("utter_suggestions_off" if context.customer else "utter_suggestions_of_a_stranger")
        return []


class ActionSwitchOnSuggestions(ServeWish):
    """From now on it may be."""

    def name(self) -> str:
        return "action_switch_on_suggestions"

    def answer(self, context: Context) -> Events:
        interest.allow(True, context)
        context.say("utter_suggestions_on" if context.customer else "utter_suggestions_of_a_stranger")
        return []


def _distinct(seen: list[Seen]) -> list[str]:
    return list(dict.fromkeys(each.product_id for each in seen))
