"""What is known of a product, in words: its specifications with their units, and what of it is in stock."""

from __future__ import annotations

import re

from actions.dialogue.context import Context
from actions.dialogue.messages import Table
from actions.dialogue.products import cards
from actions.shop.catalogue import ProductView

LAST_NUMBER = re.compile(r"\d+(?!.*\d)")


def spec(name: str, value: object, context: Context) -> tuple[str, str]:
    """A specification's label and value: `weight_g`, 640 as `weight` and `640 g`; in a value of words the unit follows
    the last number (`77 cm across`). The label is the response `utter_label_…` where there is one, else the name."""
    label, said = _labelled(name, value, context)
    own = f"utter_label_{name}"
    return context.text(own) if own in context.phrases else label, said


def spec_sentence(name: str, value: object, context: Context) -> str:
    """A specification as a clause: `the packed length is 64 cm`."""
    label, said = spec(name, value, context)
    own = f"utter_fact_{name}"
    return context.text(own if own in context.phrases else "utter_fact", label=label, value=said)


def _labelled(name: str, value: object, context: Context) -> tuple[str, str]:
    words = name.split("_")
    said = context.formats.number(value) if isinstance(value, int | float) else str(value)
    for start in range(len(words)):
        unit = f"utter_unit_{'_'.join(words[start:])}"
        if unit in context.phrases:
            label = " ".join(words[:start] or words)
            if isinstance(value, int | float):
                return label, context.text(counted(unit, value, context), value=said)
            number = LAST_NUMBER.search(said)
            return label, LAST_NUMBER.sub(context.text(unit, value=number[0]), said) if number else said
    return " ".join(words), said


def counted(name: str, count: float, context: Context) -> str:
    """The response for so many, where the language says that in another way (`name_one`); else the response itself."""
    special = f"{name}_{context.formats.plural(count)}"
    return special if special in context.phrases else name


def rating(product: ProductView, context: Context) -> str:
    """How its buyers rate it, and how many of them."""
    name = counted("utter_rating", product.rating_count, context)
    rated = context.formats.number(product.rating or 0)
    return context.text(name, rating=rated, count=context.formats.number(product.rating_count))


def facts(product: ProductView, context: Context) -> dict[str, str]:
    """Label → value of everything known about a product."""
    labels = context.text("utter_rows_product").split("|")
    values = [
        context.formats.money(product.price_from),
        product.brand,
        product.material,
        ", ".join(product.features),
        rating(product, context) if product.rating else "",
        ", ".join(in_stock("size", product)),
        ", ".join(in_stock("colour", product)),
    ]
    specs = dict(spec(name, value, context) for name, value in product.specs.items())
    return {label: value for label, value in zip(labels, values, strict=True) if value} | specs


def details(product: ProductView, context: Context) -> Table:
    """All of it as a table."""
    return Table(["", product.title], [[label, value] for label, value in facts(product, context).items()])


def price(product: ProductView, context: Context) -> str:
    """What it costs, from the least to the most."""
    low, high = context.formats.money(product.price_from), context.formats.money(product.price_to)
    return low if low == high else f"{low} – {high}"


def stock_sentence(product: ProductView, context: Context) -> str:
    """What of it is in stock."""
    if kinds := kinds_in_stock(product, context):
        return context.text("utter_stock_of_kinds", kinds=kinds)
    return context.text("utter_stock_now", stock=cards.stock(product.stock, context))


def kinds_in_stock(product: ProductView, context: Context) -> str:
    """Sizes and colours in stock, in words; empty where it has none, or is sold out."""
    sizes, colours = in_stock("size", product), in_stock("colour", product)
    if sizes and colours:
        return context.text("utter_sizes_and_colours", sizes=", ".join(sizes), colours=", ".join(colours))
    return ", ".join(sizes or colours)


def in_stock(trait: str, product: ProductView) -> list[str]:
    """The sizes or colours that can be had, in the order of all that there are."""
    there = {getattr(variant, trait) for variant in product.in_stock}
    return [
        each for each in dict.fromkeys(getattr(v, trait) for v in product.variants) if each and each in there
    ]
