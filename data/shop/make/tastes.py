"""Hidden tastes: what somebody does outdoors, how much they spend, which brands they like, what fits them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from random import Random

from .brands import BRANDS
from .chance import pick
from .pursuits import PURSUITS
from .rows import Product
from .sizes import CLOTHING, KIDS, MEN, SHOES, TROUSERS, WOMEN

COLOURS = (
    "black", "blue", "green", "grey", "red", "orange", "teal", "brown", "navy", "olive", "yellow", "purple",
)  # fmt: skip


@dataclass(frozen=True)
class Sizes:
    """What fits somebody: their own sizes, and their child's."""

    shoes: str
    clothes: str
    waist: str
    child_shoes: str = "1Y"
    child_clothes: str = "8-9"

    def of(self, product: Product) -> str:
        """The size that they would order, if the product comes in it."""
        footwear = product.category == "footwear"
        if KIDS in product.title:
            return self.child_shoes if footwear else self.child_clothes
        if product.type in ("trousers", "shorts"):
            return self.waist
        return self.shoes if footwear and product.type != "camp slippers" else self.clothes


@dataclass(frozen=True)
class Taste:
    """`pursuits` are in order of importance. `spend` moves the price somebody is drawn to, in standard
    deviations of a type's prices (0 is the middle). `cut` is the edition they buy of what is made for men and
    women. `brands` holds how much better than others they like a brand. `activity` is how often they visit (1
    is usual, 0 never).
    """

    pursuits: tuple[str, ...]
    spend: float
    cut: str
    sizes: Sizes
    colours: tuple[str, ...]
    brands: dict[str, float]
    activity: float = 1.0

    def needs(self) -> dict[str, float]:
        """How often they look for each type, in parts; the first pursuit counts twice the second."""
        total: defaultdict[str, float] = defaultdict(float)
        for place, pursuit in enumerate(self.pursuits, 1):
            for kind, weight in PURSUITS[pursuit].needs.items():
                total[kind] += weight / place
        return dict(total)


def draw_taste(rng: Random) -> Taste:
    """The taste of a customer about whom nothing else is known."""
    cut = rng.choice((MEN, WOMEN))
    pursuits = tuple(rng.sample(sorted(PURSUITS), pick(rng, (1, 2, 3), (3, 5, 2))))
    liked = defaultdict(float, zip(rng.sample(sorted(BRANDS), 3), (1.2, 0.8, -1.2), strict=True))
    for pursuit in pursuits:
        for brand, more in PURSUITS[pursuit].brands.items():
            liked[brand] += more
    return Taste(
        pursuits,
        max(-1.8, min(1.8, rng.gauss(-0.1, 0.9))),
        cut,
        draw_sizes(rng, cut),
        tuple(rng.sample(COLOURS, 3)),
        dict(liked),
        rng.lognormvariate(0, 0.65),
    )


def draw_sizes(rng: Random, cut: str) -> Sizes:
    """Sizes of one body: who is large is large from top to toe."""
    build = min(0.999, max(0.0, rng.gauss(0.5, 0.22)))

    def near(ladder: tuple[str, ...]) -> str:
        place = (build + rng.gauss(0, 0.08)) * len(ladder)
        return ladder[int(min(len(ladder) - 1, max(0, place)))]

    age = rng.random()
    child_shoes = SHOES[KIDS][int(age * len(SHOES[KIDS]))]
    child_clothes = CLOTHING[KIDS][int(age * len(CLOTHING[KIDS]))]
    return Sizes(near(SHOES[cut]), near(CLOTHING[cut]), near(TROUSERS[cut]), child_shoes, child_clothes)
