"""What filters let through."""

from __future__ import annotations

from decimal import Decimal

import pytest

from actions.search import Filters, Match, ProductSearch, Traits, Wish

from ..shelf import SHELF, product
from .base import IN_STOCK, SearchUnderTest, ids


class FilteringContract(SearchUnderTest):
    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            (Filters(types=("jacket",)), {"storm", "breeze", "nest"}),
            (Filters(types=("Jackets",)), {"storm", "breeze", "nest"}),
            (Filters(types=("down jacket",)), {"nest"}),
            (Filters(types=("rain jacket",)), {"storm"}),
            (Filters(types=("raincoat", "tent")), {"storm", "pair", "clan"}),
            (Filters(types=("boots",)), {"ridge", "moss", "snow"}),
            (Filters(types=("footwear",)), {"ridge", "moss", "snow"}),
            (Filters(brands=("nord", "Leaf")), {"nest", "ridge", "snow", "moss"}),
            (Filters(colours=("green",)), {"storm", "clan"}),
            (Filters(colours=("forest green",)), {"storm"}),
            (Filters(colours=("blue",)), set()),
            (Filters(colours=("blue",), in_stock=False), {"storm"}),
            (Filters(sizes=("10",)), {"ridge"}),
            (Filters(sizes=("10",), colours=("brown",)), set()),
            (Filters(sizes=("M",), price_max=Decimal("60")), {"breeze"}),
            (Filters(colours=("green",), price_max=Decimal("99")), {"storm"}),
            (Filters(colours=("green",), sizes=("M",), price_max=Decimal("99")), set()),
            (Filters(price_min=Decimal("199.00")), {"nest", "clan"}),
            (Filters(materials=("leather",)), {"ridge", "snow"}),
            (Filters(materials=("nylon",)), {"storm", "breeze", "nest"}),
            (Filters(materials=("down",)), {"nest"}),
            (Filters(attributes=("waterproof",)), {"storm", "ridge", "moss", "pair", "clan"}),
            (Filters(attributes=("waterproof", "windproof")), {"storm"}),
            (Filters(attributes=("women's",)), {"moss"}),
            (Filters(attributes=("2-person",)), {"pair"}),
            (Filters(rating_min=4.6), {"storm", "ridge"}),
            (Filters(products=("storm", "gone")), {"storm"}),
            (Filters(types=("boots",), without=Traits(materials=("leather",))), {"moss"}),
            (Filters(types=("boots",), without=Traits(brands=("Nord",), colours=("black",))), {"moss"}),
            (Filters(types=("boots",), without=Traits(colours=("brown",))), {"ridge", "snow"}),
            (Filters(types=("jacket",), without=Traits(types=("down jacket", "rain jacket"))), {"breeze"}),
            (Filters(types=("boots",), without=Traits(sizes=("9",))), {"ridge"}),
            (Filters(types=("boots",), without=Traits(materials=("suede",))), {"moss"}),
            (Filters(types=("jacket",), without=Traits(colours=("blue",))), {"storm", "breeze"}),
            (Filters(types=("family tent",)), {"clan"}),
            (Filters(types=("big tents",)), {"clan"}),
            (Filters(types=("tent",), without=Traits(types=("family tent",))), {"pair"}),
            (Filters(types=("spaceship",)), set()),
            (Filters(), IN_STOCK),
        ],
        ids=lambda value: ",".join(sorted(value)) if isinstance(value, set) else str(value),
    )
    @pytest.mark.parametrize("text", ["", "a warm green jacket"])
    def test_filters_are_exact(
        self, search: ProductSearch, filters: Filters, expected: set[str], text: str
    ) -> None:
        found = set(ids(search.search(text, filters, k=20)))
        if text and expected and not (filters.types or filters.brands or filters.products):
            assert found <= expected  # where the filters name no kind of product, the text selects as well
        else:
            assert found == expected

    def test_a_category_called_like_a_type_is_that_type(self) -> None:
        hammock = product("sloth", "Camp Sloth Hammock", "hammock", ("red", "", "25.00", 2), category="tents")
        search = self.build([*SHELF, hammock])
        assert set(ids(search.search("tent", Filters(types=("tent",))))) == {"pair", "clan"}
        assert ids(search.search("", Filters(types=("hammock",)))) == ["sloth"]

    def test_the_hit_is_the_cheapest_variant_that_meets_the_filters(self, search: ProductSearch) -> None:
        hit = search.search("", Filters(types=("rain jacket",), colours=("green",)))[0]
        assert (hit.sku, hit.price, hit.colour, hit.size) == (
            "storm-1",
            Decimal("99.00"),
            "forest green",
            "L",
        )
        assert hit.matches == (Match("types", "jacket"), Match("colours", "forest green"))

    @pytest.mark.parametrize("price", ["0", "0.001", "1E+30"])
    def test_any_price_can_be_asked_for(self, search: ProductSearch, price: str) -> None:
        cheaper = search.count("", Filters(price_max=Decimal(price)))
        dearer = search.count("", Filters(price_min=Decimal(price)))
        assert {cheaper, dearer} == {0, len(IN_STOCK)}

    def test_what_is_excluded_is_not_looked_for(self, search: ProductSearch) -> None:
        plain = search.search("boots", Filters(types=("boots",)))
        hits = search.search(
            "boots not leather", Filters(types=("boots",), without=Traits(materials=("leather",)))
        )
        assert ids(hits) == ["moss"]
        assert hits[0].words == next(hit.words for hit in plain if hit.product_id == "moss")

    def test_relax_names_the_one_wish_that_stands_in_the_way(self, search: ProductSearch) -> None:
        wishes = Filters(types=("hiking boots",), colours=("pink",), attributes=("waterproof",))
        assert search.search("pink hiking boots", wishes) == []
        found = search.relax("pink hiking boots", wishes)
        assert [(r.wish, r.count, set(r.instead)) for r in found] == [
            (Wish("colours", ("pink",)), 2, {"brown", "black"})
        ]
        assert set(ids(found[0].hits)) == {"ridge", "moss"}

    def test_relax_offers_the_nearest_price(self, search: ProductSearch) -> None:
        found = search.relax("", Filters(types=("tent",), price_max=Decimal(100)))
        price = next(r for r in found if r.wish.field == "price_max")
        assert price.instead == ("179.00",)
        assert set(ids(price.hits)) == {"pair", "clan"}

    def test_relax_parts_with_the_least_first(self, search: ProductSearch) -> None:
        fields = [
            r.wish.field
            for r in search.relax("", Filters(types=("tent",), colours=("orange",), sizes=("9",)))
        ]
        assert fields == ["sizes"]
        fields = [
            r.wish.field
            for r in search.relax("", Filters(types=("hiking boots",), sizes=("10",), colours=("brown",)))
        ]
        assert fields == ["colours", "sizes", "in_stock"]

    def test_relax_gives_up_one_attribute_or_exclusion_at_a_time(self, search: ProductSearch) -> None:
        wishes = Filters(
            types=("jacket",), attributes=("waterproof", "insulated"), without=Traits(colours=("navy",))
        )
        assert [r.wish for r in search.relax("", wishes)] == [Wish("attributes", ("insulated",))]
        wishes = Filters(types=("headlamp",), without=Traits(colours=("black",), brands=("Leaf",)))
        assert [r.wish for r in search.relax("", wishes) if r.wish.field != "types"] == [
            Wish("colours", ("black",), excluded=True)
        ]

    def test_relax_says_when_it_is_sold_out(self, search: ProductSearch) -> None:
        found = search.relax("rain poncho", Filters(types=("rain poncho",)))
        assert ("in_stock", ["gone"]) in [(r.wish.field, ids(r.hits)) for r in found]

    def test_relax_finds_nothing_when_no_single_wish_does_it(self, search: ProductSearch) -> None:
        assert (
            search.relax("", Filters(types=("tent",), brands=("Nord",), sizes=("9",), colours=("pink",)))
            == []
        )
