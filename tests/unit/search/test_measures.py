"""What is measured of products: limits as exact as prices, sizes that are measures, the nearest where nothing fits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.encoder import SentenceEncoder
from actions.search import Bounds, Filters, Measure, ProductSearch, Synonyms
from actions.search.synonyms import Order
from tests.unit.search.shelf import product

WEIGHT = Measure({"weight_g": 1, "weight_kg": 1000}, {"g": (1, 0), "kg": (1000, 0)})
VOLUME = Measure({"volume_l": 1}, {"l": (1, 0), "ml": (0.001, 0)})
AGE = Measure(units={"years": (1, 0)}, sizes=True, stated="exactly")
SYNONYMS = Synonyms(
    orders={"lightest": Order(("weight_g", "weight_kg"), than=("lighter",))},
    measures={"weight": WEIGHT, "volume": VOLUME, "age": AGE},
)
PACKS = (
    product("small", "Fell Small Pack", "backpack", ("red", "", "50.00", 3), weight_g=900, volume_l=20),
    product("large", "Fell Large Pack", "backpack", ("red", "", "90.00", 3), weight_kg=1.6, volume_l=42),
    product("plain", "Fell Plain Pack", "backpack", ("red", "", "40.00", 3)),
    product("bottle", "Fell Bottle", "bottle", ("", "500 ml", "9.00", 3), ("", "1 l", "12.00", 3)),
    product("child", "Fell Kids' Jacket", "jacket", ("red", "6-7", "30.00", 1), ("red", "8-9", "30.00", 2)),
)


@pytest.fixture(scope="module")
def search(encoder: SentenceEncoder) -> ProductSearch:
    return ProductSearch.build(PACKS, encoder, SYNONYMS)


def found(search: ProductSearch, *bounds: Bounds, text: str = "") -> list[str]:
    return [hit.product_id for hit in search.search(text, Filters(measures=bounds))]


@pytest.mark.parametrize(
    ("bounds", "ids"),
    [
        (Bounds("weight", None, 1000, "under 1 kg"), ["small"]),
        (Bounds("weight", 1600, None, "1.6 kg or more"), ["large"]),
        (Bounds("volume", 30, 50, "30-50 l"), ["large"]),
        (Bounds("volume", None, 0.6, "up to 600 ml"), ["bottle"]),
        (Bounds("volume", 100, None, "over 100 l"), []),
        (Bounds("age", 8, 8, "age 8"), ["child"]),
        (Bounds("age", 10, 10, "age 10"), []),
    ],
)
def test_only_what_has_so_much_is_found(search: ProductSearch, bounds: Bounds, ids: list[str]) -> None:
    assert found(search, bounds) == ids


def test_it_is_one_variant_that_must_have_it(search: ProductSearch) -> None:
    hit = search.search("", Filters(measures=(Bounds("volume", 0.9, None, "a litre"),), types=("bottle",)))[0]
    assert hit.size == "1 l" and hit.price == 12
    [jacket] = search.search("", Filters(measures=(Bounds("age", 8, 8, "age 8"),)))
    assert jacket.size == "8-9"


def test_what_fits_best_comes_first(search: ProductSearch) -> None:
    near = Bounds("volume", 10, None, "about 40 l", near=40)
    assert found(search, near) == ["large", "small"]
    assert found(search, replace(near, near=21)) == ["small", "large"]


def test_where_nothing_has_it_the_nearest_is_offered_first(search: ProductSearch) -> None:
    wanted = Filters(types=("backpack",), measures=(Bounds("weight", None, 500, "under 500 g"),))
    [relaxation] = [each for each in search.relax("backpack", wanted) if each.wish.field == "measures"]
    assert relaxation.wish.values == ("under 500 g",)
    assert [hit.product_id for hit in relaxation.hits] == ["small", "large", "plain"]


def test_extents_name_only_what_the_products_have(search: ProductSearch) -> None:
    assert search.extents(Filters(types=("backpack",))) == {"weight": (900, 1600), "volume": (20, 42)}
    assert search.extents(Filters(types=("jacket",))) == {"age": (6, 9)}


def test_they_are_saved_with_the_index(
    search: ProductSearch, encoder: SentenceEncoder, tmp_path: object
) -> None:
    search.save(f"{tmp_path}/index")
    assert ProductSearch.load(f"{tmp_path}/index", encoder).synonyms == SYNONYMS
