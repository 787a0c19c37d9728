"""Answers to a question about one product, each a sentence made of what is known of it."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.dialogue.availability import say_available, unknown_sizes
from actions.dialogue.context import Context
from actions.dialogue.facts import price, spec, stock_sentence
from actions.dialogue.filters import read_measures
from actions.dialogue.turn import Clause
from actions.search import Filters, Measure
from actions.shop.catalogue import ProductView
from actions.text import Analyser

SENTENCE = re.compile(r"(?<=[.!?])\s+")
ANALYSER = Analyser()


def answer(product: ProductView, question: Clause, context: Context) -> bool:
    """Say what the question asks about the product; whether there was anything to say."""
    if question.text.startswith("/") or context.language.says(question.text, "tell_all"):
        return False
    asks = context.language.asks_in_particular(question.text)
    answered = [
        asks and _stock(product, question, context),
        _material(product, question, context, asks),
        asks and _attributes(product, question, context),
        _measures(product, question, context, asks),
    ]
    return (
        any(answered) or _general(product, question, context) or (asks and _text(product, question, context))
    )


def _stock(product: ProductView, question: Clause, context: Context) -> bool:
    """Whether it can be had in a size or colour."""
    asked = question.values("colour") or question.values("size") or unknown_sizes(question, context)
    if asked:
        say_available(product, question, context)
    return bool(asked)


def _material(product: ProductView, question: Clause, context: Context, asks: bool) -> bool:
    """What it is made of, and whether of what the question names."""
    named = tuple(map(str, [e.value for e in question.entities if e.kind == "material"])) if asks else ()
    if not (named or context.language.says(question.text, "made_of")) or not product.material:
        return False
    response = "utter_material"
    if named:
        response = (
            "utter_material_so" if _is(product, Filters(materials=named), context) else "utter_material_not"
        )
    values = context.formats.choice(named)
    context.say(response, title=product.title, material=product.material, values=values)
    return True


def _attributes(product: ProductView, question: Clause, context: Context) -> bool:
    """Whether it is what the question names; what is not listed is not denied either."""
    asked = [str(entity.value) for entity in question.entities if entity.kind == "attribute"]
    there = [value for value in asked if _is(product, Filters(attributes=(value,)), context)]
    missing = [value for value in asked if value not in there]
    listing, features = context.formats.listing, ", ".join(product.features)
    if there:
        context.say("utter_attribute_so", title=product.title, values=listing(there))
    if missing:
        response = "utter_attribute_unlisted" if features else "utter_attribute_unlisted_at_all"
        context.say(response, title=product.title, values=listing(missing), features=features)
    return bool(asked)


def _measures(product: ProductView, question: Clause, context: Context, asks: bool) -> bool:
    """How much of what the question speaks of it has, and whether that is what the question states."""
    known = context.services.search.synonyms.measures
    stated = read_measures(question, context, Filters(types=(product.type,))) if asks else []
    spoken = [known[said.bounds.measure] for said in stated]
    spoken += [m for m in known.values() if context.language.find(question.text, m.words) is not None]
    names = [name for measure in spoken for name in measure.specs if name in product.specs]
    names += [name for name in product.specs if _is_named(name, product, question, context)]
    if not names:
        return bool(asks and spoken) and _unknown(product, spoken, context)
    labelled = (spec(name, product.specs[name], context) for name in dict.fromkeys(names))
    facts = context.formats.listing([f"{label} {value}" for label, value in labelled])
    response = "utter_specs"
    if stated:
        met = _is(product, Filters(measures=tuple(said.bounds for said in stated)), context)
        response = "utter_specs_so" if met else "utter_specs_not"
    context.say(response, title=product.title, facts=facts)
    return True


def _unknown(product: ProductView, spoken: list[Measure], context: Context) -> bool:
    """Own up to a measure that is given of such products, and not of this one."""
    known = context.services.search.synonyms.measures
    name = next(name for name, measure in known.items() if measure is spoken[0])
    if name not in context.services.search.extents(Filters(in_stock=False)):
        return False
    context.say("utter_specs_unknown", title=product.title, measure=name)
    return True


def _is_named(name: str, product: ProductView, question: Clause, context: Context) -> bool:
    """Whether the question names a specification: `packed size`."""
    label = ANALYSER.phrase(spec(name, product.specs[name], context)[0])
    return set(label) <= set(ANALYSER.phrase(question.text))


def _general(product: ProductView, question: Clause, context: Context) -> bool:
    """Which sizes and colours there are, or what it costs."""
    if context.language.says(question.text, "asks_price"):
        context.say("utter_price_of", title=product.title, price=price(product, context))
        return True
    if context.language.says(question.text, "asks_variants") and product.in_stock:
        context.say("utter_available_in", title=product.title, stock=stock_sentence(product, context))
        return True
    return False


def _text(product: ProductView, question: Clause, context: Context) -> bool:
    """The feature, or the sentence of the description, that shares most words with the question."""
    asked = set(ANALYSER.stems(question.text)) - set(ANALYSER.stems(f"{product.title} {product.type}"))
    asked -= set(ANALYSER.stems(" ".join(context.language.phrases("question_words"))))
    features = [feature for feature in product.features if asked & set(ANALYSER.stems(feature))]
    if features:
        context.say("utter_attribute_so", title=product.title, values=context.formats.listing(features))
        return True
    sentences = SENTENCE.split(product.description)
    best = max(sentences, key=lambda sentence: len(asked & set(ANALYSER.stems(sentence))), default="")
    if not asked & set(ANALYSER.stems(best)):
        return False
    context.say("utter_described", title=product.title, sentence=best)
    return True


def _is(product: ProductView, filters: Filters, context: Context) -> bool:
    """Whether the product meets filters, in stock or not."""
    wanted = replace(filters, products=(product.product_id,), in_stock=False)
    return bool(context.services.search.search("", wanted, 1))
