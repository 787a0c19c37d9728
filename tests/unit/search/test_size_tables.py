"""Sizes of other countries, as the demo shop has them."""

from __future__ import annotations

from pathlib import Path

from actions.search.size_tables import SizeSystems
from actions.settings import ROOT

SIZES = SizeSystems.read(ROOT / "data")


def test_the_table_of_a_kind_is_found_by_type_or_category() -> None:
    boots, trousers = SIZES.of({"hiking boots", "footwear"}), SIZES.of({"trousers", "clothing"})
    assert boots and boots.by_audience["women's"]["UK"]["6"] == ("8",)
    assert trousers and trousers.by_audience["women's"]["EU"]["38"] == ("8",)
    assert SIZES.of({"tent"}) is None


def test_half_sizes_are_written_as_the_shop_writes_them() -> None:
    boots = SIZES.of({"footwear"})
    assert boots and boots.by_audience["men's"]["EU"]["43"] == ("9", "9.5")


def test_a_shop_without_such_a_file_has_no_table(tmp_path: Path) -> None:
    assert SizeSystems.read(tmp_path) == SizeSystems()
