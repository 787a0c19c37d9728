"""Recognising what is asked on about what was just said of an order, whatever intent it was taken for: "why not?",
"will it be here by friday?", "and the beanie?"."""

from __future__ import annotations

from itertools import dropwhile

from actions.dialogue.context import Context
from actions.dialogue.mechanism.choosing import choose
from actions.dialogue.mechanism.questions import Option
from actions.dialogue.orders.days import day_named
from actions.dialogue.talk.spoken import LATELY, form_of_last, just_spoken_of, last_order, refused_ago
from actions.dialogue.turn import BROWSING

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
    if turn.is_button or turn.first("order_number") is not None:
        return None
    kinds = _possible(context)
    asks = context.language.asks(turn.text) or context.language.is_question(turn.text)
    asks = asks or context.language.asks_in_particular(turn.text)
    does = turn.intent in DEEDS and not asks  # "send it back" asks for no way
    if kinds and not does and (kind := _known(context)) in kinds:
        return kind
    if _goes_on(turn.text, context) and just_spoken_of(context) and day_named(context):
        return "arrival"
    if len(turn.wishes) > 1:
        return None
    if _rather_account(context):
        return ACCOUNT
    if kinds >= OF_REFUSAL and _objects(context):
        return OBJECTION
    return ANOTHER if another_order(context) else None


def _known(context: Context) -> str | None:
    """The known question that the message is most like, with or without the idle words before it."""
    turn, language = context.turn, context.language
    idle = (*language.phrases("acknowledge"), *language.phrases("hedge"), *language.phrases("beside"))
    words = list(dropwhile(lambda word: word in idle, language.words(turn.text)))
    readings = (context.services.asking_on.nearest(text) for text in (turn.text, " ".join(words)))
    meaning = max(filter(None, readings), key=lambda each: each.likeness, default=None)
    return meaning.code if meaning and meaning.likeness >= LIKE else None


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
    if turn.open_form:
        return (
            OF_RETURN | OF_MONEY | {"refuse", "sign", "redirect"}
            if turn.slot("order_number")
            else frozenset()
        )
    kinds = OF_LIST if "utter_your_orders" in turn.said_last else frozenset()
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
