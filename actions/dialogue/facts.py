"""What is known of a product, in words: its specifications with their units, and what of it is in stock."""

from __future__ import annotations

from actions.dialogue import cards
from actions.dialogue.context import Context
from actions.dialogue.messages import Table
from actions.shop.catalogue import ProductView


def spec(name: str, value: object, context: Context) -> tuple[str, str]:
    """A specification's label and value: `weight_g`, 640 as `weight` and `640 g`."""
    said = context.formats.number(value) if isinstance(value, int | float) else str(value)
    words = name.split("_")
    for start in range(len(words)):
        unit = f"utter_unit_{'_'.join(words[start:])}"
        if unit in context.phrases:
            return " ".join(words[:start] or words), context.text(unit, value=said)
    return " ".join(words), said


def facts(product: ProductView, context: Context) -> dict[str, str]:
    """Label → value of everything known about a product."""
    labels = context.text("utter_rows_product").split("|")
    rating = context.text(
        "utter_rating", rating=context.formats.number(product.rating or 0), count=str(product.rating_count)
    )
    values = [
        context.formats.money(product.price_from),
        product.brand,
        product.material,
        ", ".join(product.features),
        rating if product.rating else "",
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
