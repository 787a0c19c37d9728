"""Saying whether a product can be had, in the sizes and colours that were asked for."""

from __future__ import annotations

from itertools import pairwise

from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.finding.size_systems import of_product
from actions.dialogue.messages import Choice, payload
from actions.dialogue.products import cards
from actions.dialogue.products.facts import kinds_in_stock
from actions.dialogue.products.variant_wishes import read_wish
from actions.shop.catalogue import ProductView


def say_available(product: ProductView, question: Clause, context: Context) -> None:
    """Whether it can be had, in the sizes and colours asked for if any are."""
    said = [*map(str, question.values("size")), *unknown_sizes(question, context)]
    own = {size: of_product(size, product.product_id, context) for size in said}
    sizes = [each for size in said for each in own[size] or (size,)]
    colours = _colours(product, question, context)
    fitting = [
        v
        for v in product.in_stock
        if (not sizes or v.size.lower() in map(str.lower, sizes)) and (not colours or v.colour in colours)
    ]
    asked = context.formats.listing([*said, *colours])
    if sizes != said:
        mine = context.formats.choice(sizes)
        context.say("utter_size_is_ours", size=context.formats.listing(said), own=mine)
        asked = context.formats.listing([mine, *colours])
    if fitting and asked:
        pieces = sum(variant.stock for variant in fitting)
        stock = cards.stock(pieces, context)
        costs = cards.price(fitting, context)
        priced = context.language.says(question.text, "asks_price")
        response = "utter_available_at" if priced else "utter_available_so"
        traits = {"size": fitting[0].size if sizes else "", "colour": fitting[0].colour if colours else ""}
        add = payload("add_to_cart", product_id=product.product_id, **{k: v for k, v in traits.items() if v})
        button = Choice(context.text("utter_button_add"), add)
        context.say(response, title=product.title, asked=asked, stock=stock, price=costs, choices=(button,))
    elif not fitting and product.in_stock:
        say_not_in(asked, product, context)
    elif fitting and (kinds := kinds_in_stock(product, context)):
        context.say("utter_available", title=product.title, kinds=kinds)
    elif fitting:
        stock = cards.stock(product.stock, context)
        context.say("utter_available_so_many", title=product.title, stock=stock)
    else:
        similar = payload("find_similar", product_id=product.product_id)
        button = Choice(context.text("utter_button_similar"), similar)
        context.say("utter_not_available", title=product.title, choices=(button,))


def _colours(product: ProductView, question: Clause, context: Context) -> list[str]:
    """The colours asked for, as the product calls them ("forest green", asked for as green)."""
    asked = list(map(str, question.values("colour")))
    features = [variant.traits for variant in product.in_stock]
    wish = read_wish(" ".join(asked), {}, features, context.language)
    return wish.wanted.get("colour", asked)


def say_not_in(asked: str, product: ProductView, context: Context) -> None:
    """Say that a product cannot be had in a size or colour, and in which it can."""
    kinds = kinds_in_stock(product, context)
    response = "utter_not_available_so" if kinds else "utter_one_kind_only"
    context.say(response, title=product.title, asked=asked, kinds=kinds)


def unknown_sizes(clause: Clause, context: Context) -> list[str]:
    """Numbers after "in" or "size" that are no size of the shop: whoever asks for a 47 is not to hear a yes."""
    words = context.language.words(clause.text)
    asked = {word for before, word in pairwise(words) if before in context.language.phrases("sized")}
    return [word for word in asked if word.isdecimal() and not clause.values("size")]
