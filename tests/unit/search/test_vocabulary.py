"""What the vocabulary calls the shelf's products and their properties."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from actions.artefacts import ArtefactError
from actions.search import ProductDocument, Synonyms, Traits
from actions.search.inflection import hyphens, numbers, respelt
from actions.search.synonyms import Kind
from actions.search.vocabulary import Entry, Vocabulary, build, size_forms
from actions.shop.order_numbers import NumberForm

from .shelf import product

COMMON = frozenset(
    "lakeside everyday jacket boots tent waterproof hiking two person camp dusk moth hare lily pad puff pillow".split()
)
MILD = ("", "", "10.00", 1)

PRODUCTS: tuple[ProductDocument, ...] = (
    product("b1", "Fell Ridgeway Mid Hiking Boots – Men's", "hiking boots", ("charcoal grey", "9", "10.00", 1),
            materials=("goose down", "nubuck leather"), attributes=("water-resistant",), implied=("men's",)),
    product("b2", "Fell Ridgeway Mid Hiking Boots – Women's", "hiking boots", ("brown", "M", "10.00", 1)),
    product("b3", "Fell Lakeside Hiking Boots", "hiking boots", MILD),
    product("t1", "Fell Tarnside 2-Person Tent", "tent", MILD),
    product("t2", "Fell Tarnside 3-Person Tent", "tent", MILD),
    product("s1", "Nord Everyday T-Shirt", "t-shirt", ("", "1 L", "10.00", 1), brand="Tin & Timber"),
    product("s2", "Nord Everyday Shirt", "shirt", MILD, brand="Nord", description="Like a skerry in summer."),
    product("s3", "Nord Skerry Shirt", "shirt", MILD, brand="Nord"),
    product("s4", "Nord Red-Eye Travel Trousers", "trousers", MILD, brand="Nord"),
    product("f1", "Fell Peppered Jerky, 200 g", "snack", MILD),
    product("l1", "Nord Dusk 350 Headlamp", "headlamp", MILD, brand="Nord", description="Hang it at dusk."),
    product("l2", "Nord Moth Collapsible Lantern", "lantern", MILD, brand="Nord"),
    product("l3", "Fell Moth Ultralight Tarp", "tarp", MILD),
    product("l4", "Fell Hare 20°F Quilt", "sleeping bag", MILD),
    product("l5", "Fell Lily Pad Air Mat", "sleeping mat", MILD),
    product("l6", "Fell Puff Pillow", "pillow", MILD),
    product("l7", "Nord Puff Travel Pillow", "pillow", MILD, brand="Nord"),
)  # fmt: skip
SYNONYMS = Synonyms(
    names={
        "product_type": {"t-shirt": ("tee",), "tent": ("shelter",), "headlamp": ("headtorch",)},
        "material": {"down": ("down filled",), "gold": ("golden",)},
        "size": {"M": ("medium",)},
    },
    spellings=(("grey", "gray"),),
    kinds={"boots": Kind(Traits(types=("hiking boots",)), ("wellies",))},
    not_alone=frozenset({"down"}),
)


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return build(PRODUCTS, SYNONYMS, lambda word: word in COMMON)


def understood(vocabulary: Vocabulary, form: str) -> tuple[str, str] | None:
    found = [(entry.entity, entry.value) for entry in vocabulary.entries if form in entry.forms]
    assert len(found) < 2, f"{form} is ambiguous"
    return found[0] if found else None


@pytest.mark.parametrize(
    ("form", "meaning"),
    [
        ("hiking boots", ("product_type", "hiking boots")),
        ("hiking boot", ("product_type", "hiking boots")),
        ("tents", ("product_type", "tent")),
        ("t-shirt", ("product_type", "t-shirt")),
        ("t shirts", ("product_type", "t-shirt")),
        ("tshirt", ("product_type", "t-shirt")),
        ("tees", ("product_type", "t-shirt")),
        ("shelter", ("product_type", "tent")),
        ("boots", ("product_type", "boots")),
        ("wellies", ("product_type", "boots")),
        ("fell", ("brand", "Fell")),
        ("tin and timber", ("brand", "Tin & Timber")),
        ("charcoal gray", ("colour", "charcoal grey")),
        ("size 9", ("size", "9")),
        ("us 9", ("size", "9")),
        ("9", None),
        ("m", None),
        ("size m", ("size", "M")),
        ("medium", ("size", "M")),
        ("1l", ("size", "1 L")),
        ("1 litre", ("size", "1 L")),
        ("water resistant", ("attribute", "water-resistant")),
        ("mens", ("attribute", "men's")),
        ("goose down", ("material", "goose down")),
        ("down filled", ("material", "down")),
        ("down", None),
        ("golden", None),
    ],
)
def test_forms(vocabulary: Vocabulary, form: str, meaning: tuple[str, str] | None) -> None:
    assert understood(vocabulary, form) == meaning


@pytest.mark.parametrize(
    ("form", "ids"),
    [
        ("ridgeway", ("b1", "b2")),
        ("ridgeway boots", ("b1", "b2")),
        ("fell ridgeway mid", ("b1", "b2")),
        ("ridgeway mid hiking boots", ("b1", "b2")),
        ("tarnside", ("t1", "t2")),
        ("tarnside 2-person tent", ("t1",)),
        ("tarnside 3 person tent", ("t2",)),
        ("tarnside 3", ("t2",)),
        ("fell tarnside 2", ("t1",)),
        ("hare 20", ("l4",)),
        ("hare 20 quilt", ("l4",)),
        ("peppered jerky", ("f1",)),
        ("red-eye trousers", ("s4",)),
        ("fell lakeside", ("b3",)),
        ("lakeside hiking boots", ("b3",)),
        ("lakeside", None),
        ("everyday", None),
        ("skerry", None),
        ("skerry shirt", ("s3",)),
        ("dusk", None),
        ("dusk 350", ("l1",)),
        ("dusk headtorch", None),
        ("dusk 350 headtorch", ("l1",)),
        ("moth", None),
        ("moth lantern", ("l2",)),
        ("moth tarp", ("l3",)),
        ("hare quilt", ("l4",)),
        ("lily pad", ("l5",)),
        ("lily sleeping mat", ("l5",)),
        ("puff pillow", None),
        ("fell puff", ("l6",)),
        ("everyday shirt", ("s2",)),
    ],
)
def test_product_names(vocabulary: Vocabulary, form: str, ids: tuple[str, ...] | None) -> None:
    found = [entry for entry in vocabulary.entries if form in entry.forms]
    assert [entry.ids for entry in found] == ([ids] if ids else [])
    assert all(entry.entity == "product" for entry in found)


def test_forms_are_lower_case_and_unique(vocabulary: Vocabulary) -> None:
    forms = [form for entry in vocabulary.entries for form in entry.forms]
    assert len(forms) == len(set(forms))
    assert all(form == form.lower().strip() and form for form in forms)


def test_a_word_that_means_too_much_names_a_material_where_it_is_ruled_out(vocabulary: Vocabulary) -> None:
    found = {entry.value: entry.excluded_forms for entry in vocabulary.entries if entry.excluded_forms}
    assert found == {"down": ("down",)}


def test_saved_and_loaded_it_is_the_same(vocabulary: Vocabulary, tmp_path: Path) -> None:
    other = replace(vocabulary, order_numbers=NumberForm("W", 7))
    for each in (vocabulary, other):
        each.save(tmp_path / "vocabulary.json")
        assert Vocabulary.load(tmp_path / "vocabulary.json") == each


@pytest.mark.parametrize(
    "text", ["", "{}", '{"version": 2, "language": "en", "entries": []}', '{"version": 1}']
)
def test_a_broken_file_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "vocabulary.json").write_text(text)
    with pytest.raises(ArtefactError, match="make train"):
        Vocabulary.load(tmp_path / "vocabulary.json")


def test_an_empty_catalogue_names_nothing_but_kinds() -> None:
    assert build([], Synonyms(), lambda word: False).entries == ()
    kinds = build([], SYNONYMS, lambda word: False).entries
    assert kinds == (Entry("product_type", "boots", (), ("boots", "wellies", "boot", "welly")),)


@pytest.mark.parametrize(
    ("title", "brand"), [("Garmin", "Garmin"), ("Fell – Men's", "Fell"), ("...", ""), ("Lamp", "")]
)
def test_a_title_that_says_little_names_little(title: str, brand: str) -> None:
    odd = product("odd", title, "", MILD, brand=brand)
    made = build([odd, *PRODUCTS], SYNONYMS, lambda word: False)
    assert all(form for entry in made.entries for form in entry.forms)
    named = [entry.ids for entry in made.entries if entry.entity == "product" and "odd" in entry.ids]
    assert named == ([("odd",)] if title == "Lamp" else [])


def test_inflection() -> None:
    assert numbers("pocket knife") == {"pocket knife", "pocket knives"}
    assert numbers("gps") == {"gps"}
    assert hyphens("multi-tool") == {"multi-tool", "multi tool", "multitool"}
    assert hyphens("silicone-coated nylon") == {"silicone-coated nylon", "silicone coated nylon"}
    assert respelt("stone grey", [("grey", "gray"), ("l", "litre")]) == {"stone grey", "stone gray"}
    assert size_forms("10-11") == ("size 10-11", "sz 10-11", "in a 10-11", "10-11")
