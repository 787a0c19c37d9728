"""Intents, rankings, clauses and the decision not to know."""

from __future__ import annotations

import pytest
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.intent_classifier import KernelIntentClassifier
from tests.components.sample import KINDS, Components, Parse, training_data


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("wheres my parcel", "track_order"),
        ("id like to send the boots back", "return_item"),
        ("can i speak to a real human being", "ask_human"),
        ("got any jackets", "search_product"),
    ],
)
def test_new_wordings_are_understood(parse: Parse, text: str, intent: str) -> None:
    (parsed,) = parse(text)
    assert parsed["intent"]["name"] == intent
    assert "clauses" not in parsed


def test_which_order_it_is_does_not_change_what_is_asked(parse: Parse) -> None:
    one, other = (parse(f"where is my order {number}")[0] for number in ("1042", "1330"))
    assert one["intent_ranking"] == other["intent_ranking"]


def test_rankings_are_sorted_probabilities(parse: Parse) -> None:
    ranking = parse("where is my parcel")[0]["intent_ranking"]
    confidences = [entry["confidence"] for entry in ranking]
    assert confidences == sorted(confidences, reverse=True)
    assert sum(confidences) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize(
    "text", ["who won the world cup in 1998", "how many moons has jupiter", "asdf qwer zxcv"]
)
def test_what_is_unlike_all_examples_is_not_understood(parse: Parse, text: str) -> None:
    (parsed,) = parse(text)
    assert parsed["intent"]["name"] == "nlu_fallback"
    names = [entry["name"] for entry in parsed["intent_ranking"]]
    assert names[0] == "nlu_fallback" and len(set(names)) == len(names) > 1


def test_two_wishes_are_two_clauses_with_their_own_entities(parse: Parse) -> None:
    (parsed,) = parse("cancel order 1042 and show me blue jackets")
    first, second = parsed["clauses"]
    assert (first["text"], first["intent"]["name"]) == ("cancel order 1042", "cancel_order")
    assert (second["text"], second["intent"]["name"]) == ("show me blue jackets", "search_product")
    assert [e["value"] for e in first["entities"]] == ["1042"]
    assert [(e["value"], e["start"]) for e in second["entities"]] == [("blue", 8), ("jacket", 13)]
    assert parsed["intent"]["name"] in ("cancel_order", "search_product")


def test_the_wish_buried_in_a_story_is_found(parse: Parse) -> None:
    story = (
        "Hello. My brother gave me a rather nice jacket for my birthday in march. We drove to the lake and it was "
        "raining for days. The children were bored and we played cards all evening. I want to return the jacket. "
        "The weather got better on the last day, of course. Have a lovely summer."
    )
    assert parse(story)[0]["intent"]["name"] == "return_item"


def test_without_examples_everything_is_out_of_scope(components: Components, parse: Parse) -> None:
    classifier = components.create(KernelIntentClassifier)
    classifier._resource.name = "untrained"
    classifier.train(TrainingData())
    assert parse("where is my order", pipeline=[classifier])[0]["intent"]["name"] == "nlu_fallback"


def test_a_single_intent_can_be_learned(components: Components, trained: list[object], parse: Parse) -> None:
    data = TrainingData([m for m in training_data().training_examples if m.get("intent") == "greet"])
    features = trained[: KINDS.index(KernelIntentClassifier)]
    for component in features:
        data = component.process_training_data(data)  # type: ignore[attr-defined]
    classifier = components.create(KernelIntentClassifier)
    classifier._resource.name = "single"
    classifier.train(data)
    parsed = parse("hello", pipeline=[*features, classifier])[0]
    assert parsed["intent"]["name"] == "greet"
