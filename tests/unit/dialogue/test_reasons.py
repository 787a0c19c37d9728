"""Every reason that a suggestion can have is said in words, and the facts behind it with their figures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from actions.dialogue.phrases import Phrases
from actions.recommender import Reason
from actions.settings import ROOT

PHRASES = Phrases.load(Path(ROOT / "domain.yml"))
DOCUMENTED = re.findall(r"^    - `(\w+)`", Reason.__doc__ or "", re.MULTILINE)
FACTS = {
    "title": "Ridge Tent",
    "count": "17",
    "days": "90",
    "lift": "4.5",
    "type": "sleeping mat",
    "types": "sleeping mats",
    "with_type": "tent",
    "trait": "brand",
    "value": "Nordvika",
    "words": "hikes",
    "size": "XXL",
    "within": "365",
    "purpose": "camping",
    "similarity": "0.9",
}
FIGURES = {
    "because_you_bought": {"title", "count"},
    "often_bought_together": {"title", "count", "lift"},
    "types_together": {"type", "with_type", "count", "lift"},
    "looked_at_together": {"title", "count"},
    "matches_taste": {"count", "value"},
    "matches_size_and_taste": {"size", "title", "count", "value"},
    "matches_told_size_and_taste": {"size", "type", "count", "value"},
    "popular": {"count", "days"},
    "new_of_interest": {"days", "count", "types", "within"},
    "rated": {"count"},
    "new": {"days"},
    "arrived": {"days"},
    "similar_to": {"title"},
    "found_for": {"words"},
    "for_purpose": {"type", "purpose"},
    "gift_idea": {"type"},
}


def test_all_kinds_are_known_here() -> None:
    assert set(DOCUMENTED) == set(FIGURES)


@pytest.mark.parametrize("kind", FIGURES)
def test_the_sentence_names_the_facts(kind: str) -> None:
    short = PHRASES.text(f"utter_because_{kind}", **FACTS)
    whole = PHRASES.text(f"utter_evidence_{kind}", **FACTS)
    assert short != whole
    assert [fact for fact in FIGURES[kind] if FACTS[fact] not in whole] == []
