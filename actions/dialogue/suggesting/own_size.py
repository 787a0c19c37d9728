"""Telling a customer which size they bought."""

from __future__ import annotations

from actions.dialogue.action import Events, ServeWish
from actions.dialogue.context import Context
from actions.dialogue.suggesting import own_things

TOLD = 3
"""How many of what was bought are named at most."""


class ActionTellSize(ServeWish):
    """The sizes of what the customer bought last, of the kind that was asked about."""

    def name(self) -> str:
        return "action_tell_size"

    def answer(self, context: Context) -> Events:
        types = tuple(map(str, context.turn.wish.values("product_type")))
        bought = own_things.sized(types, context)
        if not bought:
            context.say("utter_no_own_size")
        for each in bought[: 1 if types else TOLD]:
            title = context.services.catalogue.products([each.product_id])[0].title
            context.say(own_things.TOLD, size=each.size, title=title, order_number=each.order_number)
        return []
