"""The list of people's names that the bot knows."""

from __future__ import annotations

import json

import pytest

from actions.person_names import save


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    path = tmp_path_factory.mktemp("names") / "names.json"
    save(path, ["Please mark the long price. Will Ann come?"])
    read: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize("name", ["ann", "siobhan", "kofi", "yuki", "fatima", "иван"])
def test_first_names_of_many_cultures_are_listed(names: dict[str, list[str]], name: str) -> None:
    assert name in names["first"]


@pytest.mark.parametrize("name", ["becker", "brien", "tanaka", "nguyen", "okafor", "kowalczyk"])
def test_last_names_of_many_cultures_are_listed(names: dict[str, list[str]], name: str) -> None:
    assert name in names["last"]


@pytest.mark.parametrize("word", ["mark", "long", "price"])
def test_what_is_written_small_is_an_ordinary_word(names: dict[str, list[str]], word: str) -> None:
    assert word not in {*names["first"], *names["last"]}


def test_what_is_only_written_with_a_capital_stays_a_name(names: dict[str, list[str]]) -> None:
    assert "will" in names["first"]
