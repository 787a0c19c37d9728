"""Hidden tastes: what somebody does outdoors, how much they spend, which brands they come back to, what fits them."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from .brands import BRANDS
from .sizes import MEN, SHOES, WOMEN
from .towns import Town

# How often a kind of person needs something of a type; what is missing is needed rarely.
PURSUITS: dict[str, dict[str, float]] = {
    "walker": {"hiking boots": 4, "jacket": 4, "headlamp": 1, "trail snack": 3},
}


@dataclass(frozen=True)
class Taste:
    """`spend` moves the price a person is drawn to, in standard deviations of a type's prices (0 is the middle).

    `cut` is the edition they buy of what is made for men and women. `activity` is how often they visit (1 is usual).
    """

    pursuits: tuple[str, ...]
    spend: float
    cut: str
    sizes: dict[str, str]
    colours: tuple[str, ...]
    brands: dict[str, float] = field(default_factory=dict)
    activity: float = 1.0


@dataclass(frozen=True)
class Demo:
    """A customer that the demo shows off, with everything about them fixed."""

    first_name: str
    last_name: str
    email: str
    town: Town
    street: str
    payments: tuple[tuple[str, str, float | None], ...]
    taste: Taste


def draw_taste(rng: Random) -> Taste:
    """The taste of a customer about whom nothing else is known."""
    cut = rng.choice((MEN, WOMEN))
    colours = ("black", "blue", "green", "grey", "red", "orange", "teal", "brown", "navy", "olive", "yellow", "purple")
    return Taste(
        tuple(rng.sample(sorted(PURSUITS), 1)),
        rng.gauss(0, 1),
        cut,
        {"shoes": rng.choice(SHOES[cut]), "clothes": rng.choice(("S", "M", "M", "L", "L", "XL"))},
        tuple(rng.sample(colours, 3)),
        dict(zip(rng.sample(sorted(BRANDS), 3), (1.5, 1.0, -1.0), strict=True)),
        rng.lognormvariate(0, 0.6),
    )


DEMO = {
    "C0001": Demo(
        "Ann", "Becker", "ann@example.com", Town("Boulder", "CO", "80302", "303"), "1830 Pearl Street, Apt 4",
        (("card", "Visa ending 4242", None), ("paypal", "PayPal", None), ("gift_card", "Gift card ending 7305", 25)),
        Taste(("walker",), 0.3, WOMEN, {"shoes": "8", "clothes": "M"}, ("blue", "brown", "teal"), activity=1.8),
    ),
}  # fmt: skip
