"""Recognising what is asked on about what was just said of an order, whatever intent it was taken for: "why not?",
"will it be here by friday?", "and the beanie?"."""

from __future__ import annotations

from itertools import dropwhile

from actions.dialogue.clause import GOODS, WISH, Clause
from actions.dialogue.context import Context
from actions.dialogue.intents import BROWSING
from actions.dialogue.language import Language
from actions.dialogue.mechanism.choosing import choose
from actions.dialogue.mechanism.questions import Option
from actions.dialogue.orders.days import day_named
from actions.dialogue.talk.spoken import (
    LAST_ORDER,
    LATELY,
    form_of_last,
    just_spoken_of,
    last_order,
    order_in_mind,
    refused_ago,
)
from actions.orders.types import OrderLine, OrderView

ASK_ON = "action_ask_on"
LIKE = 0.7
"""Least likeness to a known question."""
LEAST_WORDS = 3
"""Words with which something can be said against a refusal."""
LISTED = 10
"""How many orders are listed."""
OF_REFUSAL = frozenset({"why", "what_then", "exception"})
AFTER_REFUSAL = frozenset({"exception"})
OBJECTION = "objection"
OF_PARCEL = frozenset({"arrival", "too_late", "faster", "refuse", "sign", "redirect", "what_then"})
OF_RETURN = frozenset({"send_back", "deadline", "swap_later"})
OF_MONEY = frozenset({"money", "closed"})
OF_REQUEST = frozenset({"call_me", "why_contact"})
OF_LIST = frozenset({"which_late"})
OF_ORDER = frozenset({"not_home"})
"""What may be asked of any order while one is spoken of, beside what its data tell."""
CALLED = dict.fromkeys(GOODS, "thing") | {"order_number": "it", "ordinal": "it"}
"""What stands in the known questions for what a message names."""
NONE = "other"
"""The kind of what is none of the known questions."""
ACCOUNT = "account"
"""The kind of a message that wants the address changed in the account at least, after it could not be in an order."""
ANOTHER = "another"
"""The kind of a message that asks the same about another order."""
HANDED_OVER = {
    "utter_handed_over_open",
    "utter_handed_over_closed",
    "utter_handed_over_already",
    "utter_contact_noted",
    "utter_why_contact",
    "utter_call_me",
}
"""Responses about a request that waits for a person."""
OF_FORM = {"return_form": frozenset[str](), "exchange_form": frozenset({"arrival"})}
"""Form after which the parcel that was delivered is spoken of no more → what else can come."""
DOUBTFUL = BROWSING | {"goodbye", "thank", "stop", "affirm", "deny", "nlu_fallback", "inform"}
"""Intents that a question about an order is taken for which nothing understands."""
IDLE = ("affirm", "deny", "acknowledge", "hedge", "polite", "thanks", "leave", "later", "that_is_all")
"""Words that ask for nothing."""
OF_INVOICE = frozenset({"on_invoice"})
PAYING_BACK = frozenset({"refund_form", "return_form", "cancel_form", "problem_form"})
"""Forms after which money comes back."""
NAMING = BROWSING | {"inform", "nlu_fallback", "ask_faq", "add_to_cart", "affirm", "deny", "chitchat", "stop"}
"""Intents that a message is taken for which only names another order or its goods."""
DEEDS = frozenset({"return_item", "exchange_item", "cancel_order", "change_order"})
"""Intents that ask for something to be done."""
SAYING = frozenset({"inform", "affirm", "deny", "nlu_fallback", "chitchat", "stop", "report_problem"})
"""Intents that a message is taken for which asks for nothing else."""


def meant(context: Context) -> str | None:
    """The action that serves a question that goes on from what was said of an order; None where it is none."""
    kind = asked(context)
    if kind is None:
        return None
    return "action_answer_question" if in_full(kind, context) else ASK_ON


def asked(context: Context) -> str | None:
    """The kind of question that it is."""
    turn = context.turn
    if turn.is_button:
        return None
    asks = context.language.asks(turn.text) or context.language.is_question(turn.text)
    asks = asks or context.language.asks_in_particular(turn.text)
    does = (turn.has_waited or turn.intent in DEEDS) and not asks  # "send it back" asks for no way
    if turn.first("order_number") is not None:
        told = not does and _is_of_customer(context)
        fact = _known(frozenset(context.language.asking_on), context) if told else None
        return fact if fact in context.language.order_facts else None
    kinds = _possible(context)
    if kinds and not does and (kind := _known(kinds, context)):
        return kind
    if kinds and (fact := _fact_of_other_goods(context)):
        return fact
    if _goes_on(turn.text, context) and just_spoken_of(context) and day_named(context):
        return "arrival"
    if len(turn.wishes) > 1:
        return None
    if _rather_account(context):
        return ACCOUNT
    if kinds >= OF_REFUSAL and _objects(context):
        return OBJECTION
    return ANOTHER if another_order(context) else None


def _known(kinds: frozenset[str], context: Context) -> str | None:
    """The question of one of these kinds that the message is most like, with or without the idle words before it, and
    whatever it calls its goods; None where it is more like none of them."""
    turn, language, among = context.turn, context.language, kinds | {NONE}
    idle = (*language.phrases("acknowledge"), *language.phrases("hedge"), *language.phrases("beside"))
    words = list(dropwhile(lambda word: word in idle, language.words(turn.text)))
    others = () if turn.open_form else turn.clauses[1:]  # in a task what stands before may be an answer
    parts = [part.text for part in others if language.asks_in_particular(part.text)]
    texts = dict.fromkeys((turn.text, " ".join(words), turn.calling(CALLED), *parts))
    readings = (context.services.asking_on.nearest(text, among) for text in texts)
    meaning = max(filter(None, readings), key=lambda each: each.likeness, default=None)
    return meaning.code if meaning and meaning.likeness >= LIKE and meaning.code != NONE else None


def leaves_open(context: Context) -> bool:
    """Whether a message asks something of the order in mind that nothing understands and no written answer covers."""
    turn, language = context.turn, context.language
    if turn.is_button or turn.open_form or context.customer is None or not just_spoken_of(context):
        return False
    if order_in_mind(context) is None or turn.entities:
        return False
    doubtful = turn.intent in DOUBTFUL or turn.confidence < WISH
    if not doubtful or language.consists_of(turn.text, *IDLE):
        return False
    asks = language.goes_on(turn.text) or language.asks_in_particular(turn.text)
    return asks and context.services.faq.answer(language.spelt_out(turn.text)) is None


def order_asked(context: Context) -> str | None:
    """The number of the order that a question is about: of those that were listed just now the one that it counts
    ("the first one, what did that come to"), or else the one in mind."""
    turn = context.turn
    place = turn.first("ordinal") if "utter_your_orders" in turn.said_last else None
    if place is None or context.customer is None:
        return order_in_mind(context)
    orders = context.services.orders.find(context.customer, limit=LISTED)
    at = int(place) - 1 if int(place) > 0 else int(place)
    return orders[at].order_number if -len(orders) <= at < len(orders) else None


def _is_of_customer(context: Context) -> bool:
    """Whether the order that a message names is the known customer's."""
    customer, number = context.customer, order_in_mind(context) or ""
    return customer is not None and context.services.orders.order(customer, number) is not None


def _fact_of_other_goods(context: Context) -> str | None:
    """The fact told just now, where a message only names other goods of that order to ask the same: "and the hat?"."""
    turn, last = context.turn, context.turn.slot(LAST_ORDER, {})
    goods = any(entity.kind in GOODS for entity in turn.entities)
    if turn.open_form or not (goods and last.get("fact") and just_spoken_of(context)):
        return None
    order = context.services.orders.order(context.customer or "", str(last["order_number"]))
    if order is None or not _goes_on(turn.text, context) or context.language.asks_whether(turn.text):
        return None
    return str(last["fact"]) if lines_named(turn, order, context.language) else None


def in_full(kind: str, context: Context) -> str | None:
    """The question as a written answer knows it, where one of them tells more than the order itself."""
    form = context.turn.open_form
    if kind == "arrival":
        return context.language.in_full[kind] if form_of_last(context) == "exchange_form" else None
    told_by_order = kind == "money" and not form
    return None if told_by_order else context.language.in_full.get(kind)


def question_in_full(context: Context) -> str | None:
    """The same for a message."""
    kind = asked(context)
    return in_full(kind, context) if kind else None


def asks_fact(context: Context) -> bool:
    """Whether a message asks what an order's data tell."""
    return asked(context) in context.language.order_facts


def lines_named(clause: Clause, order: OrderView, language: Language) -> list[OrderLine]:
    """The lines of an order that a message names."""
    options = [Option(str(i.line), (f"{i.title} {i.colour}",), (i.type,)) for i in order.items]
    chosen = choose(clause, options, language, shown=False)
    return [item for item in order.items if chosen and str(item.line) in chosen.keys]


def another_order(context: Context) -> str | None:
    """The number of the order that a message names after another was spoken of: "and the beanie?", "the second one"."""
    turn, language = context.turn, context.language
    other = language.consists_of(turn.text, "other_one", "follow_up", "hedge", "polite", "beside")
    other = other and language.says(turn.text, "other_one")
    if turn.open_form or context.customer is None or not (other or turn.intent in NAMING):
        return None
    listed = "utter_your_orders" in turn.said_last
    last = last_order(context) if just_spoken_of(context) else None
    if not (listed or last):
        return None
    counted = listed and turn.intent not in BROWSING - {"ask_product_detail", "show_more"}
    goes_on = _goes_on(turn.text, context) and not language.asks_whether(turn.text)
    next_one = language.says(turn.text, "next_one")
    if not (other or counted or turn.values("ordinal") or goes_on or next_one):
        return None
    orders = context.services.orders.find(context.customer, limit=LISTED)
    numbers = [order.order_number for order in orders]
    if last in numbers and next_one:
        return next(iter(numbers[numbers.index(last) + 1 :]), None)
    if last in numbers and other:
        others = [order for order in orders if order.order_number != last]
        under_way = [order for order in others if order.is_open]
        return next((order.order_number for order in (under_way or others)), None)
    labels = {order.order_number: [f"{i.title} {i.type} {i.colour}" for i in order.items] for order in orders}
    chosen = choose(turn, [Option(key, tuple(each)) for key, each in labels.items()], language, shown=listed)
    keys = [key for key in chosen.keys if key != last] or [*chosen.keys] if chosen else []
    return keys[0] if keys and len(keys) < len(orders) else None


def _rather_account(context: Context) -> bool:
    turn = context.turn
    readdressed = form_of_last(context) == "address_form" and just_spoken_of(context)
    return readdressed and not turn.open_form and context.language.says(turn.text, "account")


def _objects(context: Context) -> bool:
    """Whether a message that asks for nothing speaks against what was refused: "but i never opened it"."""
    turn, language = context.turn, context.language
    if language.consists_of(turn.text, "affirm", "deny", "acknowledge", "hedge", "polite", "leave", "thanks"):
        return False
    words = language.words(turn.text)
    against = words[:1] in [[word] for word in language.phrases("against")]
    passes = context.services.steering.nearest(turn.text)
    if len(words) < LEAST_WORDS or (passes and passes.code == "skip" and passes.likeness >= LIKE):
        return against
    return against or (turn.intent in SAYING and not turn.entities)


def _goes_on(text: str, context: Context) -> bool:
    """Whether a message asks on by its words."""
    language = context.language
    words = language.words(text)
    if language.says(text, "rather_that"):
        return True
    begins = any(words[: len(p)] == p for p in map(language.words, language.phrases("follow_up")))
    return begins or language.adds(text)


def _possible(context: Context) -> frozenset[str]:
    """The kinds of questions that can be asked now."""
    turn = context.turn
    known = context.customer is not None and order_asked(context) is not None
    of_order = OF_ORDER.union(context.language.order_facts) if known else frozenset[str]()
    if turn.open_form:
        asked = OF_RETURN | OF_MONEY | {"refuse", "sign", "redirect"}
        return of_order | asked if turn.slot("order_number") else frozenset()
    kinds = of_order
    kinds |= OF_LIST if "utter_your_orders" in turn.said_last else frozenset()
    if HANDED_OVER & set(turn.said_last):
        kinds |= OF_REQUEST
    ago = refused_ago(context)
    kinds |= OF_REFUSAL if ago == 1 else AFTER_REFUSAL if ago <= LATELY else frozenset()
    if last_order(context):
        kinds |= OF_RETURN | OF_FORM.get(form_of_last(context) or "", OF_PARCEL)
        paid_back = form_of_last(context) in PAYING_BACK and just_spoken_of(context)
        kinds |= OF_MONEY if paid_back else frozenset()
        kinds |= OF_INVOICE if form_of_last(context) == "invoice_form" else frozenset()
    return kinds
