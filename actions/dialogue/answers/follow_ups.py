"""Recognising what goes on from the written answer just given, whatever intent it was taken for: "apple pay?", "what
does it cost", "without the box"."""

from __future__ import annotations

from actions.dialogue.clause import WISH, Clause
from actions.dialogue.context import Context
from actions.dialogue.finding.filters import FIELDS, LIMITS
from actions.dialogue.intents import ABOUT_ORDERS, ABOUT_PRODUCTS, CONTROLS, SMALL_TALK
from actions.dialogue.talk import doubting
from actions.faq import Answer, Figure, FollowedUp

LAST = "last_question"
"""The slot of the question answered last, its topic, and when."""
SURE = 0.9
"""Confidence from which a message is what it was taken for, whatever was said before it."""
FEW_WORDS = 4
"""Words up to which a message is hardly ever a question by itself."""
BARE = 2
"""The same for one that was taken for nothing that the shop does, and for what stands around the name of a thing."""
LEANING = frozenset(
    {
        "inform",
        "refine_search",
        "ask_product_detail",
        "ask_availability",
        "ask_faq",
        "nlu_fallback",
    }
)
"""Intents that lean on what was spoken of before: after an answer on that, however sure they are."""
SHOPPING = LEANING | {"search_product", "show_more", "ask_recommendation"}
"""Intents that a wish for things of the kind that was spoken of is taken for."""
IDLE = ("affirm", "deny", "acknowledge", "hedge", "polite", "thanks", "leave", "later")
"""Words that ask for nothing."""
TRAITS = (FIELDS.keys() - {"product_type", "attribute"}) | {"ordinal", "product", "brand", "sort_by"}
"""Entities that point at products, or say which."""


def meant(context: Context) -> bool:
    """Whether the message goes on from the answer just given: by its words ("and to norway?"), or because it stands for
    nothing by itself and the answer or its neighbours speak to it."""
    turn, language = context.turn, context.language
    last = context.turn.answered_last
    if last is None or turn.is_button or len(turn.wishes) > 1 or _stands_alone(context):
        return False
    found = answer(context)
    if found is None:
        return False
    if found.topic != last["topic"] or found.passage:
        return True
    words = len(language.words(turn.text))
    if turn.intent in SMALL_TALK | CONTROLS:
        return False
    if turn.intent == "nlu_fallback":
        return words <= BARE or language.goes_on(question(context))
    points = turn.intent in LEANING and language.says(turn.text, "pointed_back")
    return (words <= FEW_WORDS or points) and not _about_products(context)


def wants_things(context: Context) -> bool:
    """Whether a message after an answer wants things of the kind that is looked for: "show me some", "less than 50",
    "the printed one". A question goes on from the answer, and what points goes back to products that were shown."""
    turn, language = context.turn, context.language
    if not (turn.answered_last and turn.slot("search")) or turn.is_button or turn.intent not in SHOPPING:
        return False
    if language.says(turn.text, "shows"):
        return True
    if language.asks_in_particular(turn.text) or language.goes_on(turn.text) or _about_products(context):
        return False
    narrows = {entity.kind for entity in turn.entities} & (FIELDS.keys() | LIMITS) - {"product_type"}
    return bool(narrows) or (language.ends_with(turn.text, "counted") and not turn.values("ordinal"))


def answer(context: Context) -> Answer | None:
    """The written answer to a message that follows another; None where there was none, or none covers it."""
    last, faq, language = context.turn.answered_last, context.services.faq, context.language
    if last is None:
        return None
    if same := _same_of_other_thing(context):
        return faq.answer(same, expected=True)
    text = question(context)
    rest = language.without_lead(text)
    asks_itself = language.asks_in_particular(rest) or any(
        language.says(rest, f"asks_{kind.value}") for kind in Figure
    )
    by_itself = asks_itself and not (language.goes_on(rest) or _names_other_thing(context))
    text = rest if by_itself else text
    other, points = _names_other_thing(context), language.says(text, "pointed_back")
    kinds = (kind for kind in (Figure.COST, Figure.AMOUNT) if language.says(text, f"asks_{kind.value}"))
    asks = next(kinds, None)
    subject = language.without(text, f"asks_{asks.value}") if asks else text
    before = FollowedUp(last["text"], last["topic"], other, points, asks, subject, by_itself)
    return faq.follow_up(text, before)


def asked(context: Context) -> dict[str, str]:
    """What is asked, to be gone on from: the question (`text`), and the kind of thing that it names (`thing`)."""
    if same := _same_of_other_thing(context):
        return {"text": same, "thing": _thing(context.turn)}
    return {"text": question(context), "thing": _thing(context.turn.question)}


def _same_of_other_thing(context: Context) -> str:
    """The question answered before with the thing that is named now in place of that one: "how do i wash my boots",
    "and my tent?"; empty where it named none."""
    last = context.turn.answered_last or {}
    if not last.get("thing") or not _names_other_thing(context):
        return ""
    return str(last["text"]).replace(last["thing"], _thing(context.turn))


def _thing(clause: Clause) -> str:
    """The first kind of thing that a message names, in its words."""
    return next((clause.text[e.start : e.end] for e in clause.entities if e.kind == "product_type"), "")


def question(context: Context) -> str:
    """The message with what is shortened on a phone written out."""
    return context.language.spelt_out(context.turn.question.text)


def _stands_alone(context: Context) -> bool:
    """Whether a message asks for something by itself, or is about the products that were spoken of before."""
    turn = context.turn
    kinds = {entity.kind for entity in turn.entities}
    if kinds & {"order_number", "email"} or context.language.consists_of(turn.text, *IDLE):
        return True
    if _names_other_thing(context):
        return False
    if wants_things(context) or (turn.values("ordinal") and turn.slot("shown")):
        return True
    if kinds & TRAITS and _about_products(context):
        return True
    if "product_type" in kinds and context.language.says(turn.text, "show_me"):
        return True
    if turn.intent in ABOUT_ORDERS:
        return not doubting.doubted(context)
    if turn.intent in LEANING:
        own = turn.intent == "ask_product_detail" and _about_products(context)
        return own and not any(context.language.says(turn.text, kind) for kind in ("asks_cost", "how_soon"))
    return turn.confidence >= (WISH if "product_type" in kinds else SURE)


def _names_other_thing(context: Context) -> bool:
    """Whether a message only names another kind of thing to say the same about: "and for boots?", "tents too?"."""
    turn, language = context.turn, context.language
    goes_on = language.goes_on(question(context)) or language.adds(turn.text)
    rest = language.words(turn.unnamed)
    return bool(turn.values("product_type")) and goes_on and len(rest) <= BARE


def _about_products(context: Context) -> bool:
    """Whether products were spoken of in the question that was answered, or right before it."""
    turn = context.turn
    _this, _answered, *before = [*turn.intents_heard, "", ""]
    named = (turn.answered_last or {}).get("product")
    return bool(named or (turn.slot("shown") and before[0] in ABOUT_PRODUCTS))
