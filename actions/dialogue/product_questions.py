"""Answers to a question about one product, each a sentence made of what is known of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from actions.dialogue.availability import say_available, unknown_sizes
from actions.dialogue.context import Context
from actions.dialogue.facts import price, spec, stock_sentence
from actions.dialogue.filters import read_measures
from actions.dialogue.safety import say_what_is_listed
from actions.dialogue.telling import ANALYSER, specs_asked, spoken_of, telling
from actions.dialogue.turn import Clause
from actions.search import Filters
from actions.shop.catalogue import ProductView


def answer(product: ProductView, question: Clause, context: Context) -> bool:
    """Say what the question asks about the product; whether there was anything to say."""
    language = context.language
    if question.text.startswith("/"):
        return False
    asks = language.asks_in_particular(question.text)
    if language.goes_on(question.text):  # "what about wide feet" asks, "what about the second" wants all
        asks = bool(telling(question.text, "question_words", [product], context))
    elif language.says(question.text, "tell_all"):
        return False
    if say_what_is_listed(product, question, context):
        return True
    measured = _measures(product, question, context, asks)
    how_much = measured and context.language.asks_how_much(question.text)
    answered = [
        asks and _stock(product, question, context),
        _material(product, question, context, asks),
        asks and not how_much and _attributes(product, question, context),
        measured,
    ]
    if any(answered) or _general(product, question, context):
        return True
    return asks and (_text(product, question, context) or _unknown(product, question, context))


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
    if context.services.search.synonyms.titles.reduced in asked:
        say_whether_reduced(product, context)
        return True
    there = [value for value in asked if _is(product, Filters(attributes=(value,)), context)]
    missing = [value for value in asked if value not in there]
    listing, features = context.formats.listing, ", ".join(product.features)
    if there:
        context.say("utter_attribute_so", title=product.title, values=listing(there))
    if missing and not _text(product, question, context):
        response = "utter_attribute_unlisted" if features else "utter_attribute_unlisted_at_all"
        context.say(response, title=product.title, values=listing(missing), features=features)
    return bool(asked)


def _measures(product: ProductView, question: Clause, context: Context, asks: bool) -> bool:
    """How much of what the question speaks of it has, and whether that is what the question states."""
    known = context.services.search.synonyms.measures
    stated = read_measures(question, context, Filters(types=(product.type,))) if asks else []
    names = [name for said in stated for name in known[said.bounds.measure].specs if name in product.specs]
    names += specs_asked(product, question, context)
    if not names:
        return False
    labelled = (spec(name, product.specs[name], context) for name in dict.fromkeys(names))
    facts = context.formats.listing([f"{label} {value}" for label, value in labelled])
    response = "utter_specs"
    if stated:
        met = _is(product, Filters(measures=tuple(said.bounds for said in stated)), context)
        response = "utter_specs_so" if met else "utter_specs_not"
    context.say(response, title=product.title, facts=facts)
    return True


def _unknown(product: ProductView, question: Clause, context: Context) -> bool:
    """Own up to a measure that is given of other products of its kind, and not of this one."""
    there = context.services.search.extents(Filters(types=(product.type,), in_stock=False))
    known = context.services.search.synonyms.measures
    spoken = (n for n in there if context.language.find(question.text, known[n].words) is not None)
    if name := next(spoken, None):
        context.say("utter_specs_unknown", title=product.title, measure=name)
    return name is not None


def _general(product: ProductView, question: Clause, context: Context) -> bool:
    """What is off its price, which sizes and colours there are, or what it costs."""
    if context.language.says(question.text, "asks_reduction"):
        say_whether_reduced(product, context)
        return True
    if context.language.says(question.text, "asks_price"):
        context.say("utter_price_of", title=product.title, price=price(product, context))
        return True
    if context.language.says(question.text, "asks_variants") and product.in_stock:
        context.say("utter_available_in", title=product.title, stock=stock_sentence(product, context))
        return True
    return False


def say_whether_reduced(product: ProductView, context: Context) -> None:
    """What it costs now and before, of what is reduced the most."""
    money = context.formats.money
    off = max(product.in_stock, key=lambda v: v.list_price - v.price, default=None)
    if off is None or not off.on_offer:
        context.say("utter_not_reduced", title=product.title, price=price(product, context))
        return
    saved: Decimal = off.list_price - off.price
    context.say(
        "utter_reduced",
        title=product.title,
        price=money(off.price),
        before=money(off.list_price),
        saved=money(saved),
    )


def _text(product: ProductView, question: Clause, context: Context) -> bool:
    """The feature, or the sentence of the description, that speaks of what is asked."""
    asked = telling(question.text, "question_words", [product], context)
    features = [feature for feature in product.features if asked & set(ANALYSER.stems(feature))]
    if features:
        context.say("utter_attribute_so", title=product.title, values=context.formats.listing(features))
        return True
    sentence = spoken_of(asked, question.text, product, context)
    if sentence:
        context.say("utter_described", title=product.title, sentence=sentence[:1].upper() + sentence[1:])
    return sentence is not None


def _is(product: ProductView, filters: Filters, context: Context) -> bool:
    """Whether the product meets filters, in stock or not."""
    wanted = replace(filters, products=(product.product_id,), in_stock=False)
    return bool(context.services.search.search("", wanted, 1))
