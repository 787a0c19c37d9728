"""Allergies: what a product's page lists, and never an assurance."""

from __future__ import annotations

from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.messages import Choice, payload
from actions.dialogue.products.telling import ANALYSER
from actions.search import SENTENCE
from actions.shop.catalogue import ProductView

ALLERGENS = ("allergens", "contact_allergens")


def speaks_of_allergy(text: str, context: Context) -> bool:
    return context.language.says(text, "allergy")


def asks_what_is_listed(question: Clause, context: Context) -> bool:
    """Whether a question is after what somebody may not stand."""
    language = context.language
    names = any(language.says(question.text, kind) for kind in ALLERGENS)
    named = names and language.asks_in_particular(question.text)
    return speaks_of_allergy(question.text, context) or (named and not question.values("attribute"))


def say_what_is_listed(product: ProductView, context: Context) -> None:
    """What is listed of what somebody may not stand, word for word.

    What the page does not list may be in it all the same, so this is neither denied nor promised.
    """
    language = context.language
    words = {
        stem for kind in (*ALLERGENS, "allergy") for stem in ANALYSER.stems(" ".join(language.phrases(kind)))
    }
    sentences = [s for s in SENTENCE.split(product.description) if words & set(ANALYSER.stems(s))]
    listed = "; ".join(filter(None, (product.material, ", ".join(product.features))))
    context.say(
        "utter_listed" if listed else "utter_nothing_listed",
        title=product.title,
        listed=listed,
        described=" ".join(sentences),
    )
    say_caution(context)


def say_caution(context: Context) -> None:
    """That this is no medical assurance, and that a person can be asked; of what is eaten, that traces may not be
    listed."""
    choice = Choice(context.text("utter_button_person"), payload("ask_human"))
    eaten = context.language.says(context.turn.text, "allergens")
    context.say("utter_no_assurance" if eaten else "utter_no_assurance_to_touch", choices=(choice,))
