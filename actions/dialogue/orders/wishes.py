"""Recognising what is wanted of an order, or of the account, where no verb says it but what a message holds does:
"1859, the shorts in 34", "1077 to 8 Oak Street", "where are the poles i ordered"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from actions.dialogue.cart.view import cart_of
from actions.dialogue.clause import GOODS, Clause, Entity
from actions.dialogue.context import Context
from actions.dialogue.intents import BROWSING, SUGGESTING
from actions.dialogue.orders import asking_purchases
from actions.dialogue.orders.own_lines import THING, own_orders
from actions.dialogue.suggesting.own_things import calls_own
from actions.dialogue.talk import doubting
from actions.dialogue.talk.spoken import just_done, just_spoken_of, last_order, untold
from actions.orders.types import OrderView

HEAR = "action_hear_wish"
TAKEN_FOR = (
    BROWSING
    | SUGGESTING
    | {"inform", "nlu_fallback", "ask_faq", "chitchat", "stop", "affirm", "deny", "ask_help", "complain"}
    | {"add_to_cart", "remove_from_cart", "greet", "thank"}
)
"""Intents that a message is taken for which names an order or something of one, but not what to do."""
ASKING_AFTER = frozenset({"track_order", "track_refund", "ask_delivery", "report_problem", "complain"})
"""Intents of wishes that ask after an order or its money, or complain of it."""
AWAITING = frozenset({"ask_delivery", "notify_me"})
"""Intents that a question when something comes that was ordered is taken for, beside those."""
SENDING_BACK = frozenset({"return_item", "exchange_item"})
"""Intents of wishes to send back what arrived."""
LIKE = 0.6
"""Least likeness to a known question where something is, beside an order's number."""
CERTAIN = 0.97
"""Confidence from which what a message was taken for is believed against its words."""
FEW_WORDS = 4
"""Words below which a message with a number is hardly more than that."""


def meant(context: Context) -> str | None:
    """The action that hears the message as the wish that it stands for; None where it is none of these."""
    turn = context.turn
    if turn.is_button or turn.has_waited or turn.open_form:
        return None
    if _of_sending_back(context) or _said_deed(context):
        return HEAR
    if len(turn.wishes) > 1:
        return None
    if read(context):
        return HEAR
    names_order = names_an_order(context) and turn.intent in BROWSING | {"greet"}
    only_tells = names_order and not context.language.asks_in_particular(turn.text)
    tells = only_tells or _goes_on(context) or names_part(context)
    return "action_read_answer" if tells else None


def names_an_order(context: Context) -> bool:
    """Whether a number in the message is an order's: while products are shown, only where it says so or stands alone
    ("so is 8000 enough for scotland")."""
    turn, language = context.turn, context.language
    if turn.first("order_number") is None or not turn.slot("shown"):
        return turn.first("order_number") is not None
    alone = len(language.words(turn.text)) < FEW_WORDS
    return alone or language.find(turn.text, language.names("order_number")) is not None


def asks_before_buying(context: Context) -> bool:
    """Whether what sounds like a wish to send something back is a question about what is not bought yet: "can i bring
    them back if they don't fit", while things are shown and no order was spoken of."""
    turn, says = context.turn, context.language.says
    asks = context.language.asks_in_particular(turn.text) and says(turn.text, "supposing")
    if not asks or turn.intent not in SENDING_BACK or calls_own(turn, context):
        return False
    return bool(turn.slot("shown") or turn.slot("focus")) and not _of_order(context)


def sends_cart_elsewhere(context: Context) -> bool:
    """Whether it says where what lies in the cart shall go, and nothing of an order: "send it to my work address"."""
    turn = context.turn
    if turn.intent != "change_address" or _of_order(context) or _holds_address(turn, context):
        return False
    return bool(cart_of(context)) and context.language.says(turn.text, "points_back")


def _of_order(context: Context) -> bool:
    """Whether a message speaks of an order, or one was just spoken of."""
    turn = context.turn
    named_one = turn.first("order_number") or context.language.says(turn.text, "own_order")
    return bool(named_one or last_order(context))


def read(context: Context) -> Clause | None:
    """The message, with what was said of the order just before, as a wish with an intent of its own."""
    if intent := _of_sending_back(context):
        return _as(context.turn, intent)
    if doubting.doubted(context):
        return _of_own_things(context.turn, context)
    clause = told(context)
    if context.turn.intent in AWAITING and asking_purchases.asks_where(clause, context):
        return _of_own_things(clause, context)
    if deed := _said_deed(context):
        return _as(context.turn, deed)
    if context.turn.intent not in TAKEN_FOR:
        return None
    number = clause.first("order_number")
    if number is not None:
        intent = _of_named_order(clause, context) or _with_proof(clause, context)
        return _as(clause, intent) if intent else None
    if _holds_address(clause, context) and context.language.says(clause.text, "profile"):
        return _as(clause, "change_address")
    return _of_own_things(clause, context) or _of_last_order(clause, context)


def _said_deed(context: Context) -> str | None:
    """What the words say is to be done, where a message was taken for something near it: "send back the lamp with 200
    lumens and the blue boots" exchanges nothing, "cancel the order that has the cap in it" changes none."""
    turn, says = context.turn, context.language.says
    if not {clause.intent for clause in turn.wishes} <= {turn.intent, "change_payment"}:
        return None
    if turn.confidence >= CERTAIN:
        return None
    if turn.intent == "exchange_item":
        goes_back = says(turn.text, "goes_back") and not says(turn.text, "wants_another")
        return "return_item" if goes_back else None
    if turn.intent == "change_order":
        return "cancel_order" if says(turn.text, "cancels_order") else None
    return None


def names_part(context: Context) -> bool:
    """Whether a message only names something that is in the order spoken of just now: "the fleece"."""
    turn, language = context.turn, context.language
    if not _speaks_of_last(turn, context) or turn.intent not in BROWSING | {"inform", "nlu_fallback"}:
        return False
    plain = language.consists_of(turn.unnamed, "beside", "polite", "definite", "follow_up", "hedge")
    held = [order.order_number for order in own_orders(turn, context)]
    return plain and _definite(turn, context) and last_order(context) in held


def _of_last_order(clause: Clause, context: Context) -> Clause | None:
    """What is told to be wrong, right after an order was spoken of: "its gone"."""
    goods = any(entity.kind in GOODS for entity in clause.entities)
    wrong = context.services.problems.literal(clause.text) is not None
    if goods or not wrong or just_done(context) or not _speaks_of_last(clause, context):
        return None  # "sorry, wrong one", of what was done
    number = Entity("order_number", last_order(context))
    return replace(_as(clause, "report_problem"), entities=(*clause.entities, number))


def _speaks_of_last(clause: Clause, context: Context) -> bool:
    known = context.customer is not None and last_order(context) is not None and just_spoken_of(context)
    return known and not context.language.asks_in_particular(clause.text)


def told(context: Context) -> Clause:
    """The message together with what was said of the order just before, where that asked what to do with it."""
    before, turn = untold(context), context.turn
    if not before or not _goes_on(context):
        return turn.part(turn.text)
    text, entities = "", list[Entity]()
    for clause in (*before, turn.part(turn.text)):
        at = len(text)
        entities += (replace(e, start=e.start + at, end=e.end + at) for e in clause.entities)
        text += f"{clause.text}, "
    return Clause(text.removesuffix(", "), turn.intent, turn.confidence, tuple(entities))


def _goes_on(context: Context) -> bool:
    """Whether the message tells more of an order right after it was asked what to do with it."""
    turn = context.turn
    asked = "utter_what_about_order" in turn.said_last and turn.first("order_number") is None
    return asked and turn.intent in BROWSING | {"inform"} and bool(turn.entities)


def _of_sending_back(context: Context) -> str | None:
    """The intent of a message about something that is wrong, or is to go back, or has gone back, where the rest of it
    tells another than it was taken for."""
    if _wants_made_good(context):
        return "report_problem"
    if _wants_back(context):
        return "return_item"
    intents = {context.turn.intent, *(clause.intent for clause in context.turn.wishes)}
    sent = intents & SENDING_BACK and intents <= SENDING_BACK | ASKING_AFTER
    return "track_refund" if sent and context.language.says(context.turn.text, "sent_back") else None


def _wants_back(context: Context) -> bool:
    """Whether what is wrong with a thing is told as the reason why it shall go back: "return the boots, the sole came
    off"."""
    turn, language = context.turn, context.language
    if turn.intent != "report_problem" or len(turn.wishes) > 1 or language.asks_in_particular(turn.text):
        return False
    wanted = [name for code in language.kinds_of_remedy for name in language.remedies(code)]
    back = language.says(turn.text, "to_send_back") and not language.says(turn.text, "instead_of_back")
    return back and language.find(turn.text, wanted) is None


def _wants_made_good(context: Context) -> bool:
    """Whether a message that asks after an order or its money tells what is wrong with it, and what to do about that,
    or against what the tracking says: "1547 got lost, refund please", "1547 says delivered but nothing here"."""
    turn, language = context.turn, context.language
    wanted = [name for code in language.kinds_of_remedy for name in language.remedies(code)]
    intents = {turn.intent, *(clause.intent for clause in turn.wishes)}
    sounds_so = intents <= ASKING_AFTER | SENDING_BACK and not intents <= SENDING_BACK
    asks_after = turn.first("order_number") is not None and sounds_so
    told = asks_after and context.services.problems.literal(turn.text) is not None
    wants = language.find(turn.text, wanted) is not None or language.says(turn.text, "said_delivered")
    return told and wants and not language.asks(turn.text)


def _of_named_order(clause: Clause, context: Context) -> str | None:
    """The intent of what a message says of the order that it names."""
    says = context.language.says
    if context.language.asks(clause.text):
        return None
    kinds = context.language.kinds_of_payment
    payments = [name for kind in kinds for name in context.language.payment_kinds(kind)]
    signs: dict[str, Callable[[], bool]] = {
        "report_problem": lambda: context.services.problems.literal(clause.text) is not None,
        "change_address": lambda: _holds_address(clause, context),
        "change_payment": lambda: context.language.find(clause.text, payments) is not None,
        "change_order": lambda: says(clause.text, "take_out") or _names_variant(clause, context),
        "cancel_order": lambda: says(clause.text, "unwanted"),
        "track_order": lambda: _waits(clause, context),
    }
    return next((intent for intent, holds in signs.items() if holds()), None)


def _waits(clause: Clause, context: Context) -> bool:
    """Whether it tells that something has not come: "im not happy it was meant to be here saturday"."""
    joints = "|".join(map(re.escape, context.language.phrases("joints")))
    text = clause.text.replace(str(clause.first("order_number")), THING)
    parts = (part.strip() for part in re.split(rf"[,.;!?]|\b(?:{joints})\b", text))
    known = (context.services.purchases.nearest(part) for part in (text, *parts))
    return any(each and each.code == asking_purchases.WHEREABOUTS and each.likeness >= LIKE for each in known)


def _with_proof(clause: Clause, context: Context) -> str | None:
    """Where it is, for a guest who, asked what to do with an order, proves whose it is and says no more."""
    turn = context.turn
    proves = turn.first("email") or (turn.first("person_name") and turn.first("postcode"))
    goods = any(entity.kind in GOODS for entity in clause.entities)
    return "track_order" if proves and not goods and _goes_on(context) and context.customer is None else None


def _names_variant(clause: Clause, context: Context) -> bool:
    """Whether it says what something should be instead, or only that something should be otherwise."""
    language = context.language
    others = (e for e in clause.entities if e.kind in ("order_number", "email", "postcode"))
    figures = sum(map(str.isdecimal, language.words(clause.text))) > sum(1 for _ in others)
    sized = figures and any(entity.kind in GOODS for entity in clause.entities)
    sized = sized or language.find(clause.text, language.names("variants")) is not None
    return bool(
        clause.values("size") or clause.values("colour") or sized or language.says(clause.text, "change")
    )


def _holds_address(clause: Clause, context: Context) -> bool:
    return context.services.addresses.find(clause.text) is not None


def _of_own_things(clause: Clause, context: Context) -> Clause | None:
    """What is asked about, or not wanted any more, of what the shopper has ordered."""
    if asking_purchases.asks_where(clause, context):
        orders = own_orders(clause, context)
        if context.customer is None:
            return _as(clause, "track_order")
        return _about([order for order in orders if order.is_open] or orders, "track_order", clause)
    if context.customer is None or not any(entity.kind in GOODS for entity in clause.entities):
        return None
    says, own = context.language.says, calls_own(clause, context)
    definite = _definite(clause, context)
    if (own or definite) and context.services.problems.literal(clause.text) is not None:
        concerned = [order for order in own_orders(clause, context) if "report_problem" in order.possible]
        return _about(concerned, "report_problem", clause)
    taken_out = clause.intent == "remove_from_cart" and not cart_of(context).lines
    if not taken_out and not (says(clause.text, "unwanted") and definite):
        return None
    orders = own_orders(clause, context)
    for intent in ("cancel_order", "return_item"):
        if possible := [order for order in orders if intent in order.possible]:
            return _about(possible, intent, clause)
    return None


def _definite(clause: Clause, context: Context) -> bool:
    """Whether something named is a certain one ("the boots"), and none of what was just shown."""
    language = context.language
    before = (language.words(clause.text[: e.start])[-3:] for e in clause.entities if e.kind in GOODS)
    return not context.turn.slot("shown") and any(
        language.says(" ".join(words), "definite") for words in before
    )


def _about(orders: list[OrderView], intent: str, clause: Clause) -> Clause | None:
    """The wish about these orders, if there are any; of one of them alone its number is added."""
    if len(orders) != 1:
        return _as(clause, intent) if orders else None
    number = Entity("order_number", orders[0].order_number)
    return replace(_as(clause, intent), entities=(*clause.entities, number))


def _as(clause: Clause, intent: str) -> Clause:
    return Clause(clause.text, intent, 1.0, clause.entities)
