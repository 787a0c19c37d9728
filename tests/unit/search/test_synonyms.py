"""The editable file of other words: read, written, refused with a clear word, and true to the demo shop."""

from __future__ import annotations

from pathlib import Path

import pytest

from actions.artefacts import ArtefactError
from actions.search import Synonyms, Traits
from actions.search.synonyms import Kind, Order, Titles
from actions.settings import ROOT

SYNONYMS = Synonyms(
    names={"product_type": {"backpack": ("rucksack",)}, "size": {"8.5": ("eight and a half",)}},
    spellings=(("grey", "gray"),),
    kinds={
        "rain jacket": Kind(Traits(types=("jacket",), attributes=("waterproof",)), ("raincoat",)),
        "lamp": Kind(Traits(types=("headlamp", "lantern")), ("torch",)),
        "gravel bike": Kind(Traits(types=("bike",)), ("racer",), titled=("gravel",)),
    },
    orders={
        "lightest": Order(("weight_g", "weight_kg"), words=("lighter",)),
        "heaviest": Order(("weight_g",), True),
    },
    titles=Titles(("men's",), ("men's",), {"2-person": ("double",)}),
    not_alone=frozenset({"down"}),
)


def test_saved_and_loaded_they_are_the_same(tmp_path: Path) -> None:
    SYNONYMS.save(tmp_path / "synonyms.yml")
    assert Synonyms.load(tmp_path / "synonyms.yml") == SYNONYMS


def test_no_file_means_no_synonyms(tmp_path: Path) -> None:
    assert Synonyms.load(tmp_path / "synonyms.yml") == Synonyms()


def test_pairs_lead_from_what_is_said_to_what_is_meant() -> None:
    assert set(SYNONYMS.pairs()) == {
        ("rucksack", "backpack"),
        ("eight and a half", "8.5"),
        ("rain jacket", "waterproof jacket"),
        ("raincoat", "waterproof jacket"),
        ("gravel bike", "gravel bike"),
        ("racer", "gravel bike"),
        ("torch", "lamp"),
        ("grey", "gray"),
        ("gray", "grey"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "names: [a, b]",
        "names: {product_type: {backpack: rucksack}}",
        "names: {product_type: [backpack]}",
        "kinds: {boots: {typos: [hiking boots]}}",
        "kinds: {boots: 3}",
        "titles: {audiences: [men's]}",
        "titles: {audience: men's}",
        "titles: {attributes: [2-person]}",
        "- a list",
        "names: {",
    ],
)
def test_a_broken_file_is_refused_by_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "synonyms.yml"
    path.write_text(text)
    with pytest.raises(ArtefactError, match=r"synonyms\.yml can't be read"):
        Synonyms.load(path)


def test_the_demo_shops_file_is_read() -> None:
    synonyms = Synonyms.load(ROOT / "data" / "shop" / "synonyms.yml")
    assert "rucksack" in synonyms.others("product_type", "backpack")
    assert synonyms.kinds["rain jacket"].traits == Traits(types=("jacket",), attributes=("waterproof",))
