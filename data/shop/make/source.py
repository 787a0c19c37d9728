"""How the catalogue is written down: kinds of product, their models, the editions that a model comes in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .sizes import MEN, ONE_SIZE, WOMEN

Specs = dict[str, int | float | str]


@dataclass(frozen=True)
class Edition:
    """One product page among those of a model: "Women's", "2-Person", "45 L".

    `price` and `specs` replace or extend the model's; `note` is a sentence that is true of this edition only.
    """

    label: str
    price: float | None = None
    specs: Specs = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True)
class Model:
    """What a brand calls by one name. `story` is one to three sentences, true of every edition.

    `name` has a `*` where an edition's label belongs; without one the label follows a dash. `colours` may
    name others for each edition, parted by `|`. `sizes` maps a size to what it costs more than the smallest,
    in dollars; without it the sizes are the kind's.
    """

    brand: str
    name: str
    price: float
    colours: str
    features: str
    material: str
    specs: Specs
    story: str
    editions: tuple[Edition, ...] = (Edition(""),)
    sizes: Mapping[str, float] | None = None


@dataclass(frozen=True)
class Kind:
    """A product type as people say it, and its models. `sizes` are by edition label, `""` for any other.

    `notes` hold the sentences that tell a model's editions for men, women and children apart. What `is_money` costs
    what it is worth, and does not run out.
    """

    type: str
    category: str
    models: tuple[Model, ...]
    sizes: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: ONE_SIZE)
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    is_money: bool = False


FOR_MEN_AND_WOMEN = (Edition(MEN), Edition(WOMEN))


def litres(volume: int, price: float, weight_g: int, note: str) -> Edition:
    """An edition that is told from the others by its volume, such as a pack of 45 litres."""
    return Edition(f"{volume} L", price, {"volume_l": volume, "weight_g": weight_g}, note)
