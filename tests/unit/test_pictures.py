"""Every product of the demo shop gets a drawing of its own kind, small and well-formed."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from actions.shop import pictures
from actions.shop.pictures import DRAWINGS, HEX, Pictured, draw, draw_all, picture_name

SHOP = Path(__file__).resolve().parents[2] / "data" / "shop"


def rows(name: str) -> list[dict[str, str]]:
    with (SHOP / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def shop() -> list[Pictured]:
    first_colour: dict[str, str] = {}
    for variant in rows("variants.csv"):
        first_colour.setdefault(variant["product_id"], variant["colour"])
    return [
        Pictured(row["product_id"], row["type"], row["title"], first_colour[row["product_id"]])
        for row in rows("products.csv")
    ]


def test_every_type_of_the_shop_has_a_drawing(shop: list[Pictured]) -> None:
    drawn = {path.stem for path in DRAWINGS.glob("*.svg")}
    used = {pictures._drawing_name(product.type, product.title) for product in shop}
    assert used <= drawn
    assert len(used) >= 60
    closer = {drawing for titles in pictures.TABLES["titles"].values() for drawing in titles.values()}
    assert set(pictures.TABLES["types"].values()) | closer <= drawn


def test_every_colour_of_the_shop_is_known() -> None:
    assert {variant["colour"] for variant in rows("variants.csv") if variant["colour"]} <= HEX.keys()


def test_pictures_are_small_and_well_formed(shop: list[Pictured]) -> None:
    for product in shop:
        svg = draw(product.type, product.colour, 7, product.title)
        assert len(svg.encode()) < 4096, product
        root = ElementTree.fromstring(svg)
        assert root.attrib["viewBox"] == "0 0 200 200"


def test_a_picture_is_in_the_colour_and_the_same_each_time() -> None:
    blue = draw("jacket", "blue", 3)
    assert HEX["blue"] in blue
    assert blue == draw("jacket", "blue", 3)
    assert blue != draw("jacket", "green", 3)
    assert blue != draw("tent", "blue", 3)
    assert len({draw("jacket", "blue", seed) for seed in range(20)}) > 5


def test_no_reference_colour_is_left_over() -> None:
    for path in DRAWINGS.glob("*.svg"):
        svg = draw(path.stem, "red", 1)
        assert pictures.MAIN not in svg and pictures.DARK not in svg and pictures.LIGHT not in svg, path.name


def test_an_unheard_of_type_gets_a_parcel_and_an_unheard_of_shade_its_plain_colour() -> None:
    assert draw("theremin", "red", 1) == draw("parcel", "red", 1)
    assert HEX["green"] in draw("tent", "electric green", 1)
    assert draw("tent", "", 1).startswith("<svg")
    assert draw("tent", "ultraviolet", 1).startswith("<svg")


def test_draw_all_writes_what_is_new_or_another_and_leaves_nothing_else(tmp_path: Path) -> None:
    shop = [Pictured("T1", "tent", "Some Tent", "red"), Pictured("T2", "mug", "Some Mug", "blue")]
    assert draw_all(shop, tmp_path / "pictures") == 2
    assert sorted(path.name for path in (tmp_path / "pictures").iterdir()) == ["T1.svg", "T2.svg"]
    assert HEX["red"] in (tmp_path / "pictures" / "T1.svg").read_text(encoding="utf-8")
    assert draw_all(shop, tmp_path / "pictures") == 0
    assert draw_all([Pictured("T1", "tent", "Some Tent", "blue")], tmp_path / "pictures") == 1


def test_no_id_is_a_path(tmp_path: Path) -> None:
    ids = ["woo/44", "../../T1", "a.b", "zwei Wörter", "x" * 200]
    assert draw_all([Pictured(each, "tent", "Tent", "red") for each in ids], tmp_path / "pictures") == len(
        ids
    )
    names = {path.name for path in (tmp_path / "pictures").iterdir()}
    assert names == set(map(picture_name, ids)) and len(names) == len(ids)
    assert all(re.fullmatch(r"[0-9a-f]{32}\.svg", name) for name in names)
    assert [path.name for path in tmp_path.iterdir()] == ["pictures"]


def test_a_failed_write_leaves_the_old_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tent = [Pictured("T1", "tent", "Some Tent", "red")]
    draw_all(tent, tmp_path)
    before = (tmp_path / "T1.svg").read_text(encoding="utf-8")

    def full_disk(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("actions.artefacts.os.replace", full_disk)
    with pytest.raises(OSError):
        draw_all([Pictured("T1", "tent", "Some Tent", "blue")], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["T1.svg"]
    assert (tmp_path / "T1.svg").read_text(encoding="utf-8") == before
