"""The responses of domain.yml and the code that says them fit together."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa_sdk.executor import ActionExecutor

from actions.dialogue.action import ShopAction
from actions.dialogue.customers.codes import OneTimeCode
from actions.dialogue.mechanism.form import TaskForm, tasks
from actions.dialogue.mechanism.task import Confirmation
from actions.dialogue.phrases import MissingResponse, Phrases
from actions.orders.types import Why
from actions.settings import ROOT
from actions.shop.models import OrderStatus
from actions.shop.policy import Policy

ActionExecutor().register_package("actions.dialogue")
DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
RESPONSES: set[str] = set(DOMAIN["responses"])
CODE = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "actions" / "dialogue").rglob("*.py"))
CHANNELS = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot" / "channels").rglob("*.py"))
RULES = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "data" / "rules").glob("*.yml"))


def families() -> list[re.Pattern[str]]:
    """The names that the code builds (`f"utter_question_{slot}"`), as patterns."""
    names = re.findall(r'f"(utter_[^"]*\{[^"]*)"', CODE)
    return [re.compile(re.sub(r"\\\{.*?\\\}", r"\\w+", re.escape(name)) + "$") for name in names]


def test_every_response_that_the_code_names_exists() -> None:
    named = set(re.findall(r'(?<!f)"(utter_\w+)"', CODE)) - {"utter_action"}  # the name of a field of Rasa's
    assert named - RESPONSES == set()


def test_every_response_is_said_somewhere() -> None:
    built = families()
    unsaid = {
        name
        for name in RESPONSES
        if f'"{name}"' not in CODE + CHANNELS
        and not re.search(rf"action: {name}$", RULES, re.MULTILINE)
        and not any(pattern.match(name) for pattern in built)
    }
    assert unsaid == set()


def test_every_intent_is_served() -> None:
    begun = re.findall(r"intent: (\w+)", RULES)
    assert set(DOMAIN["intents"]) - set(begun) == set()


def test_every_question_has_all_its_sentences_and_none_that_is_never_said() -> None:
    possible, needed = set(), set()
    for task in tasks():
        assert f"utter_task_{task.name}" in RESPONSES
        assert f"utter_left_{task.name}" in RESPONSES
        confirms = any(isinstance(question, Confirmation) for question in task.questions)
        for question in task.questions:
            asked = {f"utter_{kind}_{question.slot}" for kind in ("why", "what", "help")}
            change = f"utter_button_change_{question.slot}"
            possible |= asked | {change}
            needed |= asked if question.asked_for else set()
            # a code is judged as soon as it is said, and never stands to be changed
            if confirms and not isinstance(question, Confirmation | OneTimeCode):
                needed.add(change)
    assert possible & RESPONSES == needed


def test_every_form_of_the_domain_has_its_task_with_its_slots() -> None:
    forms = {task.form: [question.slot for question in task.questions] for task in tasks()}
    assert forms == {name: form["required_slots"] for name, form in DOMAIN["forms"].items()}


def test_every_action_of_the_domain_is_implemented() -> None:
    def implemented(base: type[Any]) -> set[str]:
        found: set[str] = set()
        for cls in base.__subclasses__():
            found |= implemented(cls)
            ours = cls.__module__.startswith("actions.")  # and not another test's
            if ours and not getattr(cls, "__abstractmethods__", None) and cls is not TaskForm:
                found.add(cls().name())
        return found

    assert implemented(ShopAction) == set(DOMAIN["actions"])


def test_everything_that_can_be_done_instead_has_a_button(phrases: Phrases) -> None:
    policy = Policy.load(ROOT / "data" / "shop" / "policy.yml")
    written = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "actions" / "orders").glob("*.py"))
    named = {
        code
        for codes in re.findall(r"instead=\(([^)]*)\)", written)
        for code in re.findall(r'"(\w+)"', codes)
    }
    possible = {code for status in OrderStatus for code in policy.changes.possible(status)}
    after = {"return_item", "exchange_item", "report_problem"}
    for code in named | possible | after | set(policy.returns.otherwise):
        assert phrases.buttons(f"utter_instead_{code}")


def test_every_refusal_has_a_sentence() -> None:
    assert {f"utter_refused_{why.value}" for why in Why if why is not Why.NOTHING_POSSIBLE} <= RESPONSES


def test_what_another_would_do_for_can_be_asked_anew() -> None:
    about = {why.about for why in Why if why.about}
    assert about == {"items", "variants", "payment", "address"}
    assert about <= {question.slot for task in tasks() for question in task.questions}


def test_every_topic_button_names_a_written_answer() -> None:
    topics = {path.stem for path in (ROOT / "data" / "faq").glob("*.md")}
    named = set(re.findall(r'"topic":"([^"]+)"', (ROOT / "domain.yml").read_text(encoding="utf-8")))
    assert named <= topics


def test_a_fresh_variation_is_preferred() -> None:
    phrases = Phrases({"utter_x": [{"text": "one"}, {"text": "two"}]})
    assert {phrases.text("utter_x", avoid=["one"]) for _ in range(20)} == {"two"}
    assert phrases.text("utter_x", avoid=["one", "two"]) in {"one", "two"}


def test_a_missing_value_is_an_error() -> None:
    phrases = Phrases({"utter_x": [{"text": "hello {name}"}]})
    with pytest.raises(MissingResponse, match="utter_x"):
        phrases.text("utter_x")
    with pytest.raises(MissingResponse, match="utter_y"):
        phrases.text("utter_y")


@pytest.fixture
def phrases() -> Phrases:
    return Phrases.load(Path(ROOT / "domain.yml"))


def test_a_fact_of_the_shop_is_known_to_every_response() -> None:
    phrases = Phrases({"utter_x": [{"text": "such as {example}"}]}, example="W1042104")
    assert phrases.text("utter_x") == "such as W1042104"
    assert phrases.text("utter_x", example="5") == "such as 5"
