"""Recognising what a message wants of the cart, whatever intent it was taken for: "yes add it", and right after
something was put in "make it three" or "sorry, in L"."""

from __future__ import annotations

from itertools import dropwhile

from actions.cart import CartLine
from actions.dialogue.cart_view import cart_of, was_filled_last
from actions.dialogue.context import Context
from actions.dialogue.counting import how_many
from actions.dialogue.turn import BROWSING, Clause
from actions.dialogue.variant_wishes import read_wish
from actions.shop.catalogue import ProductView

ADD, REMOVE = "add_to_cart", "remove_from_cart"
FORMS = {ADD: "add_form", REMOVE: "remove_form"}
"""Intent → the form that serves it."""
MISTAKEN = BROWSING | {"inform", "affirm", "deny", "nlu_fallback", "chitchat", "stop", "go_back", REMOVE}
"""Intents that a wish for the cart is taken for."""


def meant(context: Context) -> str | None:
    """The intent that the message has by what it says here; None where it is left what it was taken for."""
    turn = context.turn
    if turn.is_button or _busy(context) or turn.intent not in MISTAKEN or len(turn.wishes) > 1:
        return None
    if puts_in(turn, context):
        return ADD
    if not was_filled_last(context):
        return None
    if _calls_off(turn, context):
        return REMOVE
    return ADD if _only_counts(turn, context) or replaced(turn, context) else None


def puts_in(clause: Clause, context: Context) -> bool:
    """Whether a message tells to put in what it names or points at, or anything at all into the cart."""
    language = context.language
    leading = [phrase for kind in ("affirm", "polite", "asking") for phrase in language.phrases(kind)]
    opening = {word for phrase in leading for word in language.words(phrase)}
    words = list(dropwhile(lambda word: word in opening, language.words(clause.text)))
    if language.says(clause.text, "take_out") or not words or words[0] not in language.phrases("puts"):
        return False
    if language.says(clause.text, "in_cart"):
        return True
    rest = " ".join(words[1:])
    return clause.first("product") is not None or language.consists_of(rest, "pointers", "polite")


def replaced(clause: Clause, context: Context) -> tuple[CartLine, dict[str, str]] | None:
    """The line just put in of which a message corrects the size, colour or whatever else tells it apart, with what it
    corrects; None where it corrects nothing."""
    language, there = context.language, spoken_of(context)
    asks = language.asks_in_particular(clause.text) or language.says(clause.text, "tell_all")
    if there is None or asks or not language.says(clause.text, "corrects") or language.adds(clause.text):
        return None
    line, product = there
    variants = [variant.traits for variant in product.variants]
    now = next(variant.traits for variant in product.variants if variant.sku == line.sku)
    wish = read_wish(clause.unnamed, {}, variants, language)
    said = {trait: values[0] for trait, values in wish.wanted.items() if len(values) == 1}
    said |= {trait: str(value) for trait in ("size", "colour") if (value := clause.first(trait)) is not None}
    said = {trait: value for trait, value in said.items() if trait in now and now[trait] != value}
    return (line, said) if said and not _names_things(clause) else None


def in_all(clause: Clause, context: Context) -> bool:
    """Whether a message says how many there shall be in all, rather than how many more."""
    says = context.language.says
    corrects = was_filled_last(context) and says(clause.text, "correction")
    return says(clause.text, "set_to") or (corrects and not says(clause.text, "further"))


def spoken_of(context: Context) -> tuple[CartLine, ProductView] | None:
    """The line just put in with its product, where the cart holds only one of that."""
    focus = context.turn.slot("focus")
    lines = [line for line in cart_of(context).lines if line.product_id == focus]
    products = context.services.catalogue.products([focus]) if len(lines) == 1 else []
    return (lines[0], products[0]) if products else None


def _busy(context: Context) -> bool:
    """Whether another task than that of putting in was under way when the message came."""
    turn = context.turn
    begun = any(event.get("event") == "active_loop" for event in turn.events_since_message())
    return not begun and turn.tracker.active_loop_name not in (None, FORMS[ADD])


def _calls_off(clause: Clause, context: Context) -> bool:
    """Whether a message says that something is not wanted any more, and nothing else."""
    language = context.language
    return language.says(clause.text, "not_wanted") and language.consists_of(
        clause.text, "not_wanted", "polite", "deny", "correction"
    )


def _names_things(clause: Clause) -> bool:
    """Whether a message names a product or a kind of product, rather than a trait or a number."""
    return any(entity.kind in ("product_type", "brand", "product") for entity in clause.entities)


def _only_counts(clause: Clause, context: Context) -> bool:
    """Whether a message says how many pieces, and hardly anything else."""
    language = context.language
    if how_many(clause, context) is None or _names_things(clause) or clause.values("ordinal"):
        return False
    idle = ("narrowing", "polite", "correction", "set_to", "pieces", "pointers", "affirm")
    known = [*language.counts, *(phrase for kind in idle for phrase in language.phrases(kind))]
    rest = " ".join(word for word in language.words(clause.unnamed) if not word.isdecimal())
    return not rest or language.made_of(rest, known)
