"""Reading how much is wished for, with the demo shop's own measures."""

from __future__ import annotations

import pytest

from actions.dialogue.finding.measuring import MeasureReader
from actions.dialogue.language import language
from actions.search import Synonyms
from actions.settings import ROOT

MEASURES = Synonyms.load(ROOT / "data" / "shop" / "synonyms.yml").measures
READER = MeasureReader(MEASURES, language("en"))
THERE = dict.fromkeys(MEASURES, (0.0, 1000.0)) | {"people": (1, 6), "comfort temperature": (-15, 58)}


def read(text: str, **options: object) -> list[tuple[str, float | None, float | None]]:
    said = READER.read(text, THERE, **options)  # type: ignore[arg-type]
    return [(each.bounds.measure, each.bounds.low, each.bounds.high) for each in said]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("tent under 1 kg", ("weight", None, 1000)),
        ("a jacket that weighs no more than half a kilo", ("weight", None, 500)),
        ("max 900g", ("weight", None, 900)),
        ("1.2 kg or less", ("weight", None, 1200)),
        ("30-40 litres pack", ("volume", 30, 40)),
        ("between 30 and 40 l", ("volume", 30, 40)),
        ("20 litre", ("volume", 18, 22)),
        ("around 50 litres", ("volume", 40, 60)),
        ("50-ish liters", ("volume", 40, 60)),
        ("50ish litres", ("volume", 40, 60)),
        ("50 litres or so", ("volume", 40, 60)),
        ("we are 4 and a dog", ("people", 4, None)),
        ("she is 7", ("age", 7, 7)),
        ("for my grandson, 11", ("age", 11, 11)),
        ("sleeping bag for minus 10", ("comfort temperature", None, -10)),
        ("good to -5 c", ("comfort temperature", None, 23)),
        ("a bag for -10 nights", ("comfort temperature", None, -10)),
        ("it goes down to about 25 at night", ("comfort temperature", 20, 30)),
        ("a bag for at least 20 degrees", ("comfort temperature", None, 20)),
        ("and for 3?", ("people", 3, None)),
        ("two adults and two kids", ("people", 4, None)),
        ("sleeps four", ("people", 4, None)),
        ("3-person", ("persons", 3, 3)),
        ("headlamp with 400 lumens", ("brightness", 400, None)),
        ("10,000 mah", ("charge", 9000, 11000)),
        ("10k mah", ("charge", 9000, 11000)),
        ("age 8", ("age", 8, 8)),
        ("a coat for my 8 year old", ("age", 8, 8)),
    ],
)
def test_it_is_read(text: str, bounds: tuple[str, float | None, float | None]) -> None:
    assert read(text) == [bounds]


@pytest.mark.parametrize(
    "text",
    [
        "for a man who has everything",
        "boots for 3 days",
        "a bag for 3 nights",
        "under $50",
        "order 1042",
        "two tents",
        "size 10",
        "1042",
    ],
)
def test_what_is_no_measure_is_not(text: str) -> None:
    assert not read(text)


def test_more_than_so_much_leaves_that_out() -> None:
    [(_, low, _)] = read("over 40 litres")
    assert low and 40 < low < 40.001


def test_a_lead_is_enough_only_of_products_that_are_known() -> None:
    assert not read("a present for 3", led=False)


def test_a_bare_number_goes_on_about_what_was_said() -> None:
    assert read("and 30?") == []
    assert read("and 30?", going_on=["volume"]) == [("volume", 27, 33)]


def test_it_is_known_of_a_number_that_it_has_no_unit() -> None:
    assert [said.bare for said in READER.read("for 3, up to 2 kg", THERE)] == [True, False]


def test_only_measures_that_there_are_count() -> None:
    assert READER.read("under 1 kg", {"volume": (1, 80)}) == []


def test_a_unit_of_several_measures_is_that_of_which_there_can_be_so_much() -> None:
    there = {"weight": (500.0, 6900.0), "load": (40.0, 220.0)}
    assert READER.read("for a big guy, 130 kg", there)[0].bounds.measure == "load"
    assert READER.read("under 3 kg", there)[0].bounds.measure == "weight"
    assert (
        READER.read("under 3 kg that holds a lot", {"weight": (500.0, 6900.0)})[0].bounds.measure == "weight"
    )


def test_a_unit_is_that_of_a_measure_that_there_is() -> None:
    assert READER.read("up in 5 minutes", {"pitching time": (1.0, 20.0)})[0].bounds.high == 5


def test_the_place_is_that_of_all_that_was_said() -> None:
    [said] = READER.read("a pack of up to 40 litres please", THERE)
    assert said.bounds.said == "up to 40 litres"
