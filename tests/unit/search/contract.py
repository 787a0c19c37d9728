"""What every product search must do, whatever it is made of: inherit `SearchContract` and say how to build
one."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from threading import Thread

import pytest

from actions.artefacts import ArtefactError
from actions.search import Filters, Hit, Match, ProductDocument, ProductSearch, SortBy, Traits, Wish

from .shelf import SHELF, product

BY_ID = {document.product_id: document for document in SHELF}
IN_STOCK = {document.product_id for document in SHELF if any(v.stock for v in document.variants)}


def ids(hits: Iterable[Hit]) -> list[str]:
    return [hit.product_id for hit in hits]


class SearchContract:
    """The contract, on a shelf of eleven products."""

    @classmethod
    @abstractmethod
    def build(cls, documents: Iterable[ProductDocument]) -> ProductSearch:
        """The search under test over these documents."""

    @classmethod
    @abstractmethod
    def load(cls, folder: Path) -> ProductSearch:
        """The search under test as it was saved."""

    @pytest.fixture(scope="class")
    @classmethod
    def search(cls) -> ProductSearch:
        return cls.build(SHELF)

    @pytest.mark.parametrize(
        ("text", "first"),
        [
            ("waterproof jacket", "storm"),
            ("hiking boots", {"ridge", "moss"}),
            ("two person tent", "pair"),
            ("something to cook coffee on", "flame"),
            ("keeps me dry in the rain", "storm"),
            ("NIGHTJAR", "beam"),
            ("nord ridge", "ridge"),
        ],
    )
    def test_words_and_meaning_find_it(self, search: ProductSearch, text: str, first: str | set[str]) -> None:
        assert ids(search.search(text, k=1))[0] in ({first} if isinstance(first, str) else first)

    @pytest.mark.parametrize(
        ("text", "first"),
        [
            ("hedlamp", "beam"),
            ("jakcet watreproof", "storm"),
            ("camping stov", "flame"),
            ("headlmap", "beam"),
        ],
    )
    def test_typos_are_forgiven(self, search: ProductSearch, text: str, first: str) -> None:
        assert ids(search.search(text, k=1)) == [first]

    @pytest.mark.parametrize(
        ("text", "first"),
        [("head torch", "beam"), ("head lamp", "beam"), ("gray jacket", "breeze"), ("raincoat", "storm")],
    )
    def test_other_words_are_known(self, search: ProductSearch, text: str, first: str) -> None:
        assert ids(search.search(text, k=1)) == [first]

    def test_words_side_by_side_count_more(self) -> None:
        search = self.build(
            [
                product(
                    "apart", "Camp Light for a Sleeping Bag or a Night Walk", "lantern", ("red", "", "9", 1)
                ),
                product(
                    "together", "Camp Bag for Walk or Sleeping, Night Light", "lantern", ("red", "", "9", 1)
                ),
            ]
        )
        scores = {
            text: {hit.product_id: hit.score for hit in search.search(text)}
            for text in ("night light", "sleeping bag")
        }
        assert scores["night light"]["together"] > scores["night light"]["apart"]
        assert scores["sleeping bag"]["apart"] > scores["sleeping bag"]["together"]

    def test_a_compound_is_met_in_one_word_or_in_two(self) -> None:
        search = self.build(
            [
                product("one", "Nightjar Beam Headlamp", "headlamp", ("red", "", "49", 5)),
                product("two", "Nightjar Lamp with a Turning Head", "lamp", ("red", "", "49", 5)),
                product("none", "Camp Flame Stove", "stove", ("red", "", "49", 5)),
            ]
        )
        hits = search.search("head lamp")
        assert set(ids(hits)) == {"one", "two"} and all(hit.confident for hit in hits)

    @pytest.mark.parametrize(
        ("text", "confident"),
        [
            ("waterproof hiking boots", True),
            ("headlamp", True),
            ("hedlamp", True),
            ("light for a castle", False),
        ],
    )
    def test_says_whether_it_is_what_was_asked_for(
        self, search: ProductSearch, text: str, confident: bool
    ) -> None:
        assert search.search(text, k=1)[0].confident is confident

    def test_what_the_filters_name_is_what_was_asked_for(self, search: ProductSearch) -> None:
        hits = search.search("something for a castle", Filters(types=("boots",)))
        assert len(hits) == 3 and all(hit.confident for hit in hits)
        assert all(hit.confident for hit in search.search("", k=20))

    def test_says_which_words_it_matched(self, search: ProductSearch) -> None:
        hit = search.search("a vegan hedlamp or boots", Filters(products=("moss",)))[0]
        assert hit.words == ("vegan", "boots")
        assert search.search("hedlamp", k=1)[0].words == ("hedlamp",)

    @pytest.mark.parametrize(
        "text", ["quantum physics textbook", "toothpaste", "fishing rod", "雨", "<script>"]
    )
    def test_what_nothing_is_like_finds_nothing(self, search: ProductSearch, text: str) -> None:
        assert search.search(text) == []
        assert search.count(text) == 0

    @pytest.mark.parametrize("text", ["", "  ", "🥾🥾", "anything you have"])
    def test_a_text_that_says_nothing_shows_what_is_there(self, search: ProductSearch, text: str) -> None:
        assert set(ids(search.search(text, k=20))) == IN_STOCK

    @pytest.mark.parametrize(
        "text", ["boots " * 5000, "b" * 10_000, "'; DROP TABLE products; --", "\x00\x01", "/intent"]
    )
    def test_odd_texts_do_no_harm(self, search: ProductSearch, text: str) -> None:
        assert len(search.search(text, k=20)) <= len(SHELF)

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
            (Filters(types=("spaceship",)), set()),
            (Filters(), IN_STOCK),
        ],
        ids=str,
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

    def test_order(self, search: ProductSearch) -> None:
        boots = Filters(types=("boots",))
        assert ids(search.search("", boots, sort_by=SortBy.PRICE_ASC)) == ["moss", "ridge", "snow"]
        assert ids(search.search("", boots, sort_by=SortBy.PRICE_DESC)) == ["snow", "ridge", "moss"]
        assert ids(search.search("", boots, sort_by=SortBy.RATING))[0] == "ridge"
        newest = sorted((d for d in SHELF if "boots" in d.type), key=lambda d: d.added, reverse=True)
        assert ids(search.search("", boots, sort_by=SortBy.NEWEST)) == [d.product_id for d in newest]

    def test_order_by_a_specification(self, search: ProductSearch) -> None:
        boots = Filters(types=("boots",))
        assert ids(search.search("", boots, sort_by="lightest")) == ["moss", "ridge", "snow"]
        assert ids(search.search("", boots, sort_by="heaviest")) == [
            "ridge",
            "moss",
            "snow",
        ]  # unknown comes last
        unknown = search.search("", boots, sort_by="no such order")
        assert unknown == search.search("", boots)

    def test_kinds_asked_for_together_take_turns(self, search: ProductSearch) -> None:
        found = search.search("tents and boots", Filters(types=("tent", "boots")), k=4)
        types = ["tent" if hit.product_id in ("pair", "clan") else "boots" for hit in found]
        assert types == ["tent", "boots", "tent", "boots"]
        one_in_the_other = ids(search.search("boots", Filters(types=("boots", "hiking boots"))))
        assert len(one_in_the_other) == len(set(one_in_the_other)) == 3

    def test_a_wide_search_is_narrowed_by_a_question(self, search: ProductSearch) -> None:
        everything = Filters(in_stock=False)
        question = search.narrow("", everything, wide=5)
        assert question is not None
        assert question.field == "types"
        assert search.narrow("", everything, wide=50) is None
        assert search.narrow("", everything, 5, already=("types",)) != question

    def test_sorting_does_not_bring_in_what_is_beside_the_point(self, search: ProductSearch) -> None:
        assert set(ids(search.search("camping tent", sort_by=SortBy.PRICE_ASC))) == {"pair", "clan"}

    def test_relevance_goes_down(self, search: ProductSearch) -> None:
        scores = [hit.score for hit in search.search("waterproof boots", k=20)]
        assert scores == sorted(scores, reverse=True)
        assert len(scores) > 1

    @pytest.mark.parametrize("sort_by", SortBy)
    def test_pages_make_up_the_whole(self, search: ProductSearch, sort_by: SortBy) -> None:
        whole = search.search("waterproof boots or a jacket", k=20, sort_by=sort_by)
        pages = [
            hit
            for offset in range(0, len(whole) + 2, 2)
            for hit in search.search("waterproof boots or a jacket", k=2, offset=offset, sort_by=sort_by)
        ]
        assert pages == whole
        assert search.search("jacket", offset=100) == []

    def test_no_page_is_negative(self, search: ProductSearch) -> None:
        assert search.search("jacket", k=0) == []
        with pytest.raises(ValueError, match="no page"):
            search.search("jacket", k=-1)
        with pytest.raises(ValueError, match="no page"):
            search.search("jacket", offset=-1)

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

    def test_takes_up_changes(self) -> None:
        search = self.build(SHELF)
        lantern = product("glow", "Camp Glow Lantern", "lantern", ("white", "", "29.00", 1), brand="Camp")
        storm = BY_ID["storm"]
        sold_out = replace(storm, variants=tuple(replace(v, stock=0) for v in storm.variants))
        search.update([lantern, sold_out])
        assert len(search) == len(SHELF) + 1
        assert ids(search.search("lantern", k=1)) == ["glow"]
        assert "storm" not in ids(search.search("waterproof jacket", k=20))
        search.remove(["glow", "never was"])
        assert len(search) == len(SHELF)
        assert "glow" not in ids(search.search("lantern", k=20))
        search.replace([storm])
        assert ids(search.search("", k=20)) == ["storm"]

    def test_changes_equal_a_new_index(self) -> None:
        search = self.build(SHELF[:6])
        search.update(SHELF[4:])
        fresh = self.build(SHELF)
        for text in ("waterproof boots", "tent", ""):
            changed, anew = search.search(text, k=20), fresh.search(text, k=20)
            assert ids(changed) == ids(anew)
            assert [hit.score for hit in changed] == pytest.approx([hit.score for hit in anew], abs=1e-5)

    def test_a_changed_text_is_found_by_its_new_words(self) -> None:
        search = self.build(SHELF)
        search.update([replace(BY_ID["flame"], title="Camp Flame Samovar")])
        assert ids(search.search("samovar", k=1)) == ["flame"]

    def test_empty(self) -> None:
        search = self.build([])
        assert search.search("boots", Filters(types=("boots",))) == []
        assert search.relax("boots", Filters(types=("boots",))) == []
        search.update(SHELF)
        assert ids(search.search("headlamp", k=1)) == ["beam"]

    def test_readers_see_one_state_while_it_changes(self) -> None:
        search = self.build(SHELF)
        failures: list[object] = []

        def read() -> None:
            for _ in range(60):
                found = set(ids(search.search("", k=20)))
                if found not in (IN_STOCK, IN_STOCK - {"storm"}):
                    failures.append(found)

        readers = [Thread(target=read) for _ in range(3)]
        for reader in readers:
            reader.start()
        for _ in range(5):
            search.remove(["storm"])
            search.update([BY_ID["storm"]])
        for reader in readers:
            reader.join()
        assert failures == []

    def test_saved_and_loaded_it_answers_the_same(self, search: ProductSearch, tmp_path: Path) -> None:
        search.save(tmp_path / "search")
        loaded = self.load(tmp_path / "search")
        filters = Filters(attributes=("waterproof",), price_max=Decimal(150))
        assert loaded.search("waterproof boots", filters) == search.search("waterproof boots", filters)
        assert loaded.search("gray raincoat") == search.search("gray raincoat")

    def test_a_broken_folder_is_refused(self, search: ProductSearch, tmp_path: Path) -> None:
        with pytest.raises(ArtefactError, match="make train"):
            self.load(tmp_path / "nothing")
        search.save(tmp_path / "search")
        for path in list((tmp_path / "search").glob("documents*")) + list(
            (tmp_path / "search").glob("vectors*")
        ):
            search.save(tmp_path / "search")
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
            with pytest.raises(ArtefactError, match="make train"):
                self.load(tmp_path / "search")
