"""What every component of the pipeline must do, tested on the whole pipeline: what one gets wrong shows in the end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from rasa.engine.graph import GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.utils.common import class_from_module_path

from bot.components.intent_classifier import KernelIntentClassifier
from tests.components.sample import EXAMPLES, KINDS, ODD_TEXTS, Components, Parse, training_data

TEXTS = [
    "where is my parcel",
    "cancel my order and show me waterproof jackets under 120 in navy",
    "hi, i want to return the boots from order 1042. my name is ann becker",
    *(texts.split("|")[0] for texts in EXAMPLES.values()),
]


def rounded(parses: list[dict[str, Any]]) -> Any:
    """Confidences to five places: matrix products of one row and of many differ in the last bits of a float."""
    return json.loads(json.dumps(parses), parse_float=lambda number: round(float(number), 5))


def test_loaded_equals_trained(parse: Parse, trained: list[Any]) -> None:
    assert rounded(parse(*TEXTS)) == rounded(parse(*TEXTS, pipeline=trained))


def test_batch_equals_single(parse: Parse) -> None:
    assert rounded(parse(*TEXTS)) == rounded([parse(text)[0] for text in TEXTS])


@pytest.mark.parametrize(
    "text", [*ODD_TEXTS, "send it back. " * 750, "a" * 10_000, "1 " * 5_000], ids=lambda text: text[:40]
)
def test_odd_texts_get_an_intent_or_are_left_to_rasa(parse: Parse, text: str) -> None:
    (parsed,) = parse(text)
    json.dumps(parsed)
    assert parsed["text"] == text.encode(errors="replace").decode()
    if text.startswith("/"):
        assert "intent" not in parsed
    else:
        assert 0 <= parsed["intent"]["confidence"] <= 1
        assert parsed["intent"] == parsed["intent_ranking"][0]


def test_an_empty_message_is_not_understood(parse: Parse) -> None:
    assert parse(" ")[0]["intent"] == {"name": "nlu_fallback", "confidence": 1.0}


def test_training_leaves_the_same_examples(components: Components) -> None:
    data = training_data()
    before = [(m.get("text"), m.get("intent")) for m in data.training_examples]
    components.trained(data)
    assert [(m.get("text"), m.get("intent")) for m in data.training_examples] == before


@pytest.mark.parametrize("kind", KINDS)
def test_rasa_finds_every_component(kind: type[GraphComponent]) -> None:
    name = f"{kind.__module__}.{kind.__name__}"
    assert class_from_module_path(name) is kind
    assert DefaultV1Recipe._registered_components[kind.__name__].clazz is kind


def test_config_names_just_these_components_with_settings_that_exist() -> None:
    config = yaml.safe_load((Path(__file__).parents[2] / "config.yml").read_text(encoding="utf-8"))
    by_name = {f"{kind.__module__}.{kind.__name__}": kind for kind in KINDS}
    assert [entry["name"] for entry in config["pipeline"]] == list(by_name)
    for entry in config["pipeline"]:
        assert set(entry) - {"name"} <= set(by_name[entry["name"]].get_default_config())


def test_nothing_persisted_is_a_pickle(components: Components, trained: list[Any]) -> None:
    storage = components._storage
    assert isinstance(storage, LocalModelStorage)
    files = [path for path in storage._storage_path.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} == {".json", ".npz"}
    for path in files:
        if path.suffix == ".npz":
            with np.load(path, allow_pickle=False) as arrays:
                assert all(arrays[name].dtype != object for name in arrays.files)


def test_clauses_reach_the_action_server(parse: Parse) -> None:
    (parsed,) = parse("cancel my order and show me waterproof jackets")
    tracker = DialogueStateTracker.from_events("ann", [])
    tracker.update(UserUttered._from_parse_data(parsed["text"], parsed))
    message = tracker.current_state()["latest_message"]
    assert [clause["intent"]["name"] for clause in message["clauses"]] == ["cancel_order", "search_product"]
    assert [entity["value"] for entity in message["clauses"][1]["entities"]] == ["waterproof", "jacket"]


def test_messages_without_features_of_both_kinds_are_refused(trained: list[Any]) -> None:
    with pytest.raises(Exception, match="needs SentenceEncoderFeaturizer and NgramFeaturizer"):
        trained[KINDS.index(KernelIntentClassifier)].process([Message({"text": "where is my order"})])
