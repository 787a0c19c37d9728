"""A shop of eleven products whose right answers are plain to see."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from itertools import count

from actions.search import ProductDocument, Synonyms, Traits, Variant
from actions.search.synonyms import Kind, Order

_number = count(1)


def product(
    product_id: str,
    title: str,
    type: str,
    *variants: tuple[str, str, str, int],
    brand: str = "Fell",
    category: str = "clothing",
    materials: tuple[str, ...] = (),
    attributes: tuple[str, ...] = (),
    implied: tuple[str, ...] = (),
    rating: float | None = 4.0,
    rating_count: int = 10,
    description: str = "",
    **specs: float | str,
) -> ProductDocument:
    """A product added one day after the one made before; variants are (colour, size, price, stock)."""
    return ProductDocument(
        product_id=product_id,
        title=title,
        type=type,
        brand=brand,
        category=category,
        description=description,
        materials=materials,
        attributes=attributes,
        implied=implied,
        specs=specs,
        rating=rating,
        rating_count=rating_count,
        added=datetime(2025, 1, next(_number) % 28 + 1, tzinfo=UTC),
        variants=tuple(
            Variant(f"{product_id}-{number}", colour, size, Decimal(price), stock)
            for number, (colour, size, price, stock) in enumerate(variants)
        ),
    )


SHELF = (
    product(
        "storm", "Fell Storm Waterproof Jacket", "jacket",
        ("green", "M", "119.00", 3), ("forest green", "L", "99.00", 1), ("blue", "M", "89.00", 0),
        attributes=("waterproof", "windproof"), materials=("recycled nylon",),
        description="Taped seams keep the rain out on long days in the hills.", rating=4.6, rating_count=90,
    ),
    product(
        "breeze", "Fell Breeze Windproof Jacket", "jacket", ("grey", "M", "59.00", 5),
        attributes=("windproof",), materials=("nylon",), rating=4.0, rating_count=30,
    ),
    product(
        "nest", "Nord Nest Down Jacket", "down jacket", ("navy", "M", "199.00", 2), ("navy", "S", "189.00", 2),
        brand="Nord", attributes=("insulated",), materials=("goose down", "nylon"),
    ),
    product(
        "ridge", "Nord Ridge Hiking Boots", "hiking boots",
        ("brown", "9", "149.00", 4), ("brown", "10", "149.00", 0), ("black", "10", "139.00", 1),
        brand="Nord", category="footwear", attributes=("waterproof",), materials=("nubuck leather", "rubber"),
        implied=("men's",), description="Sure grip on wet rock.", rating=4.8, rating_count=200, weight_g=640,
    ),
    product(
        "moss", "Leaf Moss Vegan Hiking Boots", "hiking boots", ("brown", "9", "129.00", 6),
        brand="Leaf", category="footwear", attributes=("waterproof", "vegan"), materials=("synthetic leather",),
        implied=("women's",), weight_g=480,
    ),
    product(
        "snow", "Nord Snow Winter Boots", "winter boots", ("black", "9", "159.00", 2),
        brand="Nord", category="footwear", attributes=("insulated",), materials=("suede leather",),
    ),
    product(
        "pair", "Camp Pair 2-Person Tent", "tent", ("orange", "", "179.00", 2),
        brand="Camp", category="tents", attributes=("waterproof",), implied=("2-person",),
        description="Sleeps two. Pitches in five minutes.",
    ),
    product(
        "clan", "Camp Clan 6-Person Tent", "tent", ("green", "", "349.00", 1),
        brand="Camp", category="tents", attributes=("waterproof",), implied=("6-person",),
    ),
    product(
        "beam", "Nightjar Beam Headlamp", "headlamp", ("black", "", "39.95", 9),
        brand="Nightjar", category="lighting", attributes=("rechargeable",), rating=3.0, rating_count=80,
    ),
    product(
        "flame", "Camp Flame Gas Camping Stove", "camping stove", ("silver", "", "44.95", 3),
        brand="Camp", category="cooking", description="Boils water for your coffee in three minutes.",
    ),
    product(
        "gone", "Fell Gone Rain Poncho", "rain poncho", ("yellow", "", "25.00", 0), attributes=("waterproof",),
    ),
)  # fmt: skip

SYNONYMS = Synonyms(
    names={"product_type": {"headlamp": ("head torch", "headtorch")}, "attribute": {"insulated": ("warm",)}},
    spellings=(("grey", "gray"),),
    kinds={
        "rain jacket": Kind(Traits(types=("jacket",), attributes=("waterproof",)), ("raincoat",)),
        "boots": Kind(Traits(types=("hiking boots", "winter boots"))),
        "family tent": Kind(Traits(types=("tent",)), ("big tent",), titled=("family", "6 person")),
    },
    orders={
        "lightest": Order(("weight_g",), words=("lighter",)),
        "heaviest": Order(("weight_g",), descending=True),
    },
    kin={"materials": {"suede": ("nubuck leather",)}, "colours": {"blue": ("navy",)}},
)
