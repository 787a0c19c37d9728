"""From the written catalogue to rows: product numbers, ratings, prices, offers, stock."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from random import Random

from . import colours
from .brands import BRANDS
from .catalogue import KINDS
from .chance import days, pick, stream
from .rows import Product, Variant
from .sizes import KIDS, WOMEN
from .source import Edition, Kind, Model, Specs

FIRST_NUMBER = 1001
WEIGHT_SCALE = {WOMEN: 0.87, KIDS: 0.62}
PLENTY = 500
"""Stock of what does not run out."""
NEW, OUT_OF_STOCK, ON_OFFER = 0.065, 0.025, 0.13  # shares of the products


def products() -> Iterator[tuple[Product, list[Variant]]]:
    """Every product with its variants, numbered in the order of the catalogue."""
    pages = ((kind, model, i) for kind in KINDS for model in kind.models for i in range(len(model.editions)))
    for number, (kind, model, index) in enumerate(pages, FIRST_NUMBER):
        yield _product(f"T{number}", kind, model, index)


def _product(product_id: str, kind: Kind, model: Model, index: int) -> tuple[Product, list[Variant]]:
    edition = model.editions[index]
    title = _title(model, edition)
    rng = stream("product", title)
    is_new = rng.random() < NEW
    added = -rng.uniform(1, 29) if is_new else -rng.uniform(600, 2000)
    rating, count = _rating(rng, BRANDS[model.brand].rating, edition.price or model.price, is_new)
    product = Product(
        product_id, title, kind.type, model.brand, kind.category, _description(rng, kind, model, edition),
        model.material, _words(model.features), _specs(model, edition), rating, count, days(added),
    )  # fmt: skip
    return product, _variants(rng, product, kind, model, index)


def _title(model: Model, edition: Edition) -> str:
    if "*" in model.name:
        name = model.name.replace("*", edition.label)
    else:
        told = edition.label in model.name  # "" always is
        name = model.name if told else f"{model.name} – {edition.label}"
    return f"{model.brand} {name}"


def _description(rng: Random, kind: Kind, model: Model, edition: Edition) -> str:
    notes = kind.notes.get(edition.label, ())
    note = edition.note or (rng.choice(notes) if notes else "")
    return " ".join(f"{model.story} {note}".split())


def _specs(model: Model, edition: Edition) -> Specs:
    scale = WEIGHT_SCALE.get(edition.label)
    scaled: Specs = {
        name: round(value * scale / 5) * 5
        if scale and name == "weight_g" and not isinstance(value, str)
        else value
        for name, value in model.specs.items()
    }
    return scaled | edition.specs


def _rating(rng: Random, brand_mean: float, price: float, is_new: bool) -> tuple[float | None, int]:
    """Mean rating and number of ratings: what is dear or new has been rated by few, or by nobody."""
    rating = min(5.0, max(2.9, rng.gauss(brand_mean, 0.25)))
    popular = 260 / math.sqrt(price + 10)
    count = int(rng.lognormvariate(math.log(popular), 0.9))
    count = count // 12 if is_new else count + 2
    return round(rating, 1) if count else None, count


def _variants(rng: Random, product: Product, kind: Kind, model: Model, index: int) -> list[Variant]:
    edition = model.editions[index]
    price = edition.price or model.price
    sizes: Mapping[str, float] = model.sizes or dict.fromkeys(_sizes(kind, edition), 0.0)
    offers = _offers(rng, _colours(model, index), product.added)
    gone = rng.random() < OUT_OF_STOCK and product.added < -60
    demand = rng.uniform(4, 22)
    if kind.is_money:
        offers, gone = dict.fromkeys(offers, 0.0), False
    variants = []
    for colour, off in offers.items():
        for step, (size, extra) in enumerate(sizes.items()):
            full = price + extra
            sku = "-".join(filter(None, (product.product_id, colours.code(colour), _code(size))))
            stock = 0 if gone else _stock(rng, demand, step, len(sizes), bool(off))
            stock = PLENTY if kind.is_money else stock
            now = _ticket(full * (1 - off)) if off else full
            variants.append(
                Variant(sku, product.product_id, colour, size, float(now), full if off else None, stock)
            )
    return variants


def _sizes(kind: Kind, edition: Edition) -> tuple[str, ...]:
    return kind.sizes.get(edition.label) or kind.sizes.get("") or ("",)


def _colours(model: Model, index: int) -> tuple[str, ...]:
    choices = model.colours.split("|")
    return _words(choices[min(index, len(choices) - 1)]) or ("",)


def _offers(rng: Random, shades: tuple[str, ...], added: float) -> dict[str, float]:
    """What is taken off each colour's price: on one product in eight, most often on its last colour only."""
    if added > -60 or rng.random() > ON_OFFER:
        return dict.fromkeys(shades, 0.0)
    off = pick(rng, (0.15, 0.2, 0.25, 0.3, 0.4), (4, 4, 3, 2, 1))
    everything = rng.random() < 0.3
    return {shade: off if everything or shade == shades[-1] else 0.0 for shade in shades}


def _ticket(price: float) -> float:
    """A price as shops write it: whole dollars above 40, else ending in .95."""
    return float(round(price)) if price > 40 else math.floor(price) + 0.95


def _stock(rng: Random, demand: float, step: int, steps: int, on_offer: bool) -> int:
    """Middle sizes sell in greater numbers and run out more often; offers are down to their last pairs."""
    middle = 1 - abs((step + 0.5) / steps - 0.5)
    if rng.random() < (0.2 if on_offer else 0.08) * (0.6 + middle):
        return 0
    return max(1, round(rng.gauss(demand * middle * (0.4 if on_offer else 1), 3)))


def _code(size: str) -> str:
    return "".join(char for char in size.upper() if char.isalnum() or char in ".-").replace("-", "")


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())
