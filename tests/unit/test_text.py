"""Words and stems."""

from __future__ import annotations

import pytest

from actions.text import Analyser


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(ignoring=frozenset({"looking"}))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hiking Boots", ["hiking", "boots"]),
        ("a 45L pack, 1.5 l bottle", ["a", "45", "l", "pack", "1.5", "l", "bottle"]),
        ("t-shirt/tee", ["t", "shirt", "tee"]),
        ("men's womens’ café naïve", ["men", "womens", "cafe", "naive"]),
        ("防水 jacket", ["防", "水", "jacket"]),
        ("-10°C 🥾 <b>", ["10", "c", "b"]),
        ("", []),
    ],
)
def test_words(analyser: Analyser, text: str, words: list[str]) -> None:
    assert analyser.words(text) == words


def test_content_words_leave_out_what_says_nothing(analyser: Analyser) -> None:
    assert analyser.content_words("I'm looking for the waterproof boots") == ["waterproof", "boots"]


def test_spellings_of_one_name_have_one_phrase(analyser: Analyser) -> None:
    assert analyser.phrase("Hiking Boots") == analyser.phrase("hiking-boot")
    assert analyser.phrase("hiking boots") != analyser.phrase("hiking shoes")


def test_another_language_has_its_own_stems() -> None:
    german = Analyser("german")
    assert german.phrase("Jacken") == german.phrase("Jacke")
    assert german.content_words("the Jacke") == ["the", "jacke"]
