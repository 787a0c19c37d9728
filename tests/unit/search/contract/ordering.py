"""In which order, in which portions, and what is asked where there is too much."""

from __future__ import annotations

import pytest

from actions.search import Filters, ProductSearch, SortBy

from ..shelf import SHELF
from .base import SearchUnderTest, ids


class OrderingContract(SearchUnderTest):
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
