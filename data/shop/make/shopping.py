"""How a customer chooses by taste: a type that they need, a product, a colour and size, what goes with it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable
from random import Random
from statistics import fmean, pstdev

from .chance import pick
from .pursuits import GOES_WITH
from .rows import Product, Variant
from .sizes import KIDS, MEN, WOMEN
from .tastes import Taste

# What people come back for, and often buy several of.
CONSUMABLES = frozenset({"trail snack", "trail meal", "gas canister", "socks", "gift card"})

WHIM = 0.06  # how often somebody looks for something that isn't like them
MOOD = 0.7  # the scale of the Gumbel noise in a choice, which makes it a multinomial logit (McFadden, 1974)


class Shelf:
    """Everything on sale, as customers see it."""

    def __init__(self, stock: Iterable[tuple[Product, list[Variant]]]) -> None:
        self.variants: dict[str, list[Variant]] = {}
        self.products: dict[str, Product] = {}
        self.by_type: dict[str, list[Product]] = defaultdict(list)
        for product, variants in stock:
            self.products[product.product_id] = product
            self.variants[product.product_id] = variants
            self.by_type[product.type].append(product)
        self._price = {p: math.log(fmean(v.price for v in variants)) for p, variants in self.variants.items()}
        self._spread = {
            kind: (fmean(prices), pstdev(prices) or 1.0)
            for kind, prices in (
                (kind, [self._price[p.product_id] for p in products])
                for kind, products in self.by_type.items()
            )
        }

    def need(self, rng: Random, taste: Taste) -> str:
        """A type of product that somebody with this taste is looking for today."""
        if rng.random() < WHIM:
            return rng.choice(sorted(self.by_type))
        needs = taste.needs()
        return pick(rng, list(needs), list(needs.values()))

    def variant(self, title: str, colour: str, size: str) -> Variant:
        """The variant of that title, colour and size. Raises `StopIteration` if the shop has none."""
        product_id = next(product.product_id for product in self.products.values() if product.title == title)
        return next(v for v in self.variants[product_id] if (v.colour, v.size) == (colour, size))

    def companion(self, rng: Random, kind: str) -> str:
        """A type that is used together with `kind`, the closest most often."""
        others = GOES_WITH[kind]
        return pick(rng, others, range(len(others) + 1, 1, -1))

    def browse(
        self, rng: Random, taste: Taste, kind: str, day: float, count: int, but: Collection[str] = ()
    ) -> list[Product]:
        """Up to `count` products of a type on sale at `day`, what the customer likes best mostly first."""
        open_to = [
            p for p in self.by_type[kind] if p.added < day and p.product_id not in but and fits(p, taste)
        ]
        liking = {p.product_id: self.appeal(p, taste) + MOOD * _gumbel(rng) for p in open_to}
        return sorted(open_to, key=lambda p: -liking[p.product_id])[:count]

    def appeal(self, product: Product, taste: Taste) -> float:
        """How much a customer likes a product: its price, its brand, its rating, its colours."""
        mean, spread = self._spread[product.type]
        dearness = (self._price[product.product_id] - mean) / spread
        colours = {
            variant.colour.split()[-1] for variant in self.variants[product.product_id] if variant.colour
        }
        return (
            -0.7 * (dearness - taste.spend) ** 2
            + taste.brands.get(product.brand, 0.0)
            + 1.6 * ((product.rating or 4.2) - 4.2)
            + 0.25 * math.log1p(product.rating_count)
            + (0.5 if colours & set(taste.colours) else 0.0)
        )

    def choose_variant(self, rng: Random, product: Product, taste: Taste) -> Variant:
        """The colour that the customer likes and the size that fits."""
        variants = self.variants[product.product_id]
        fitting = [v for v in variants if v.size == taste.sizes.of(product)] or variants
        liked = [v for v in fitting if v.colour.split()[-1:] and v.colour.split()[-1] in taste.colours]
        return rng.choice(liked if liked and rng.random() < 0.75 else fitting)


def fits(product: Product, taste: Taste) -> bool:
    """Whether the customer would buy this edition: theirs, or a child's if they have children."""
    for cut in (MEN, WOMEN):
        if product.title.endswith(cut):
            return taste.cut == cut
    return "family" in taste.pursuits if KIDS in product.title else True


def _gumbel(rng: Random) -> float:
    return -math.log(-math.log(rng.random() or 0.5))
