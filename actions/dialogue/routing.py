"""Which action serves a message better than its intent's own, if one does: recognisers, in the order in which they are
asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from actions.dialogue.answers import advice, alarms, asking_shop, follow_ups
from actions.dialogue.cart import wishes as cart_wishes
from actions.dialogue.context import Context
from actions.dialogue.finding import following, needs
from actions.dialogue.finding.pointing import superlative
from actions.dialogue.finding.shown import beyond_what_is_shown
from actions.dialogue.finding.wishes import Wishes, content_words
from actions.dialogue.orders import asking_on, asking_purchases, invoice_or_delivery
from actions.dialogue.orders import wishes as order_wishes
from actions.dialogue.products import asking_about, asking_which
from actions.dialogue.suggesting import aims, own_things
from actions.dialogue.talk import doubting, remarks
from actions.search import SortBy

ANSWER, RECOMMEND = "action_answer_question", "action_recommend"
SEARCH, REFINE = "action_search_products", "action_refine_search"
ADVICE = asking_about.LOOKING | {"compare_products", "ask_recommendation", "nlu_fallback"}
"""Intents that a question which of two kinds of thing to take is taken for."""
ORDERING = frozenset({"ask_promotion", "ask_recommendation"})
"""Intents that a wish for what comes first ("the cheapest you've got") is taken for."""
SURE = 0.8
"""Confidence from which a farewell is believed."""
ITS_OWN = "its own"
"""What a recogniser says of a message that is best served as what it was taken for: no other is asked then."""

IDLE_TALK = frozenset({"goodbye", "chitchat", "thank"})
"""Intents that a further thing ("ok and a bell") is taken for."""
ASKING_NOTHING = frozenset({"goodbye", "thank", "stop", "affirm", "deny"})
"""Intents of messages that are no questions."""

Recogniser = Callable[[Context], str | None]
"""Names the action that serves the message, `ITS_OWN`, or None where it is not for it to say."""


def meant(context: Context) -> str | None:
    """The action that serves the message better than its intent's own; None where there is none."""
    turn = context.turn
    if turn.is_button:
        return None
    if turn.mistaken:
        return cart_wishes.FORMS.get(turn.intent)
    return first(OF_ANY if len(turn.wishes) > 1 else (*OF_ANY, *OF_ONE_WISH), context)


def first(recognisers: Iterable[Recogniser], context: Context) -> str | None:
    """What the first of the recognisers says that says anything; None where it is `ITS_OWN`."""
    found = next(filter(None, (recogniser(context) for recogniser in recognisers)), None)
    return None if found == ITS_OWN else found


def to(action: str, holds: Callable[[Context], bool]) -> Recogniser:
    """The recogniser that names one action wherever a condition holds."""
    return lambda context: action if holds(context) else None


def _order_wish(context: Context) -> str | None:
    if asking_on.asks_fact(context):
        return asking_on.ASK_ON
    ways = invoice_or_delivery.meant(context.turn.wish, context)
    return None if ways else order_wishes.meant(context)


def _parts_with_something(context: Context) -> bool:
    turn = context.turn
    return bool(turn.slot("search")) and len(turn.wishes) < 2 and following.parts_with(turn, context)


def _asks_advice(context: Context) -> bool:
    return context.turn.intent in ADVICE and advice.advises(context)


def _ordering(context: Context) -> str | None:
    """What comes first of what was found, or of everything: "the cheapest you've got"."""
    turn = context.turn
    order = superlative(turn) if turn.intent in ORDERING else None
    if order == SortBy.NEWEST and not Wishes.before_this(context).filters:
        return None  # what is new, suggestions tell better
    return order and (REFINE if turn.slot("search") else SEARCH)


def _wants_more_than_shown(context: Context) -> bool:
    turn, says = context.turn, context.language.says
    more = says(turn.text, "cheaper") or beyond_what_is_shown(turn, context)
    return turn.intent == "compare_products" and bool(more) and says(turn.text, "wants_other")


def _wants_companions(context: Context) -> bool:
    turn = context.turn
    return turn.intent in asking_about.LOOKING and own_things.wants_companions(turn, context)


def _asks_idly(context: Context) -> bool:
    """Whether a question was taken for a farewell, thanks, a stop or a yes or no, none of which asks anything."""
    turn, language = context.turn, context.language
    return turn.intent in ASKING_NOTHING and (language.asks(turn.text) or language.is_question(turn.text))


def _hardly_ends(context: Context) -> bool:
    """Whether a message was taken for a farewell that hardly sounds like one: "ok and a bell or light"."""
    turn = context.turn
    return turn.intent == "goodbye" and turn.confidence < SURE


def _names_further_things(context: Context) -> bool:
    """Whether a message that was taken for a farewell or for small talk names a thing beside what was found: "ok and a
    bell"."""
    turn, language = context.turn, context.language
    if turn.intent not in IDLE_TALK or not turn.slot("shown"):
        return False
    said = " ".join(language.without_opening(turn.text))
    return language.goes_on(said) and bool(content_words(said))


def _wants_other_ideas(context: Context) -> bool:
    only = context.language.consists_of(context.turn.text, "other_ideas", "polite")
    return only and aims.open_aim(context) is not None


def _asks_assistant(context: Context) -> bool:
    """Whether it is the assistant itself that is asked about: "do you like camping"."""
    turn = context.turn
    named = turn.slot("shown") or turn.values("product") or turn.values("ordinal")
    return not named and context.language.says(turn.text, "asks_assistant")


OF_ANY: tuple[Recogniser, ...] = (
    to(ANSWER, alarms.raised),
    asking_which.action,
    to(ANSWER, order_wishes.asks_before_buying),
    to("action_check_out", order_wishes.sends_cart_elsewhere),
    to(remarks.UNDO, remarks.redoes),
    _order_wish,
    to(REFINE, _parts_with_something),
    to(asking_purchases.FORM, asking_purchases.asks_why_cancelled),
    remarks.serving,
    asking_on.meant,
    asking_purchases.meant,
    lambda context: invoice_or_delivery.meant(context.turn.wish, context),
    to(REFINE, follow_ups.wants_things),
    to(ANSWER, follow_ups.meant),
)
"""For messages with any number of wishes."""
OF_ONE_WISH: tuple[Recogniser, ...] = (
    to("action_chat", _asks_assistant),
    to(ANSWER, _asks_advice),
    _ordering,
    to(ANSWER, asking_shop.asks),
    to(REFINE, _wants_more_than_shown),
    to("action_show_availability", following.asks_for_variant),
    to("action_show_product", lambda context: own_things.buys_again(context.turn, context)),
    to("action_find_companions", _wants_companions),
    to(RECOMMEND, aims.told),
    following.about_shown,
    to(ITS_OWN, asking_about.is_about_shown),
    to("action_show_more", _wants_other_ideas),
    to(asking_on.ASK_ON, asking_on.leaves_open),
    to("action_not_understood", _asks_idly),
    to(SEARCH, _names_further_things),
    to("action_not_understood", _hardly_ends),
    to(SEARCH, needs.told),
    lambda context: doubting.instead(context) if doubting.doubted(context) else None,
)
"""For messages with one wish at most, asked after the others."""
