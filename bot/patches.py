"""What of Rasa 3.6.21 every turn or every start pays for without need, and how `python -m bot` spares it.

Each patch changes how fast Rasa does something, none what it does. `leave_out_tensorflow` changes no code of Rasa's:
it keeps modules from being imported that only training and Rasa's TensorFlow models call.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any, NoReturn

TENSORFLOW_MODULES = {
    "rasa.utils.tensorflow.callback": ("RasaTrainingLogger", "RasaModelCheckpoint"),
    "rasa.utils.tensorflow.data_generator": ("RasaBatchDataGenerator",),
    "rasa.nlu.classifiers.diet_classifier": ("DIETClassifier",),
    "rasa.nlu.selectors.response_selector": ("ResponseSelector",),
    "rasa.core.policies.ted_policy": ("TEDPolicy",),
}
"""Modules that import TensorFlow on every start of Rasa, and the names that others take from them: helpers for training
its own neural models, and those models, which the validator that is part of every trained graph knows by name."""


def precompile_action_schema() -> None:
    """Check an action server's answer against a schema that was compiled once.

    `RemoteAction._validate_action_result` calls `jsonschema.validate`, which checks the schema itself and builds a
    validator anew at every action: 20 ms and more of a 38 ms turn. The replacement raises the same error for the
    same answers, chosen in the same way (`best_match`) and worded the same. An event is held only to the kind that
    it says it is; the whole schema, which tries all 23 on each, is for telling what is wrong with an answer.
    """
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match
    from rasa.core.actions.action import RemoteAction
    from rasa.shared.constants import DOCS_BASE_URL

    schema = RemoteAction.action_response_format_spec()
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    any_event = dict(schema["properties"]["events"]["items"])
    specifications = any_event.pop("oneOf")
    kinds = {
        kind["properties"]["event"]["const"]: Draft202012Validator({**any_event, "allOf": [kind]})
        for kind in specifications
    }

    def is_event(event: Any) -> bool:
        kind = event.get("event") if isinstance(event, dict) else None
        return isinstance(kind, str) and kind in kinds and kinds[kind].is_valid(event)

    def is_valid(result: Any) -> bool:
        if not isinstance(result, dict):
            return False
        events, responses = result.get("events", []), result.get("responses", [])
        return (
            isinstance(events, list)
            and isinstance(responses, list)
            and all(isinstance(response, dict) for response in responses)
            and all(is_event(event) for event in events)
        )

    def validate_action_result(self: RemoteAction, result: dict[str, Any]) -> bool:
        if is_valid(result):
            return True
        error = best_match(validator.iter_errors(result))
        if error is None:
            return True
        error.message += (
            ". Failed to validate Action server response from API, make sure your response from the Action endpoint "
            f"is valid. For more information about the format visit {DOCS_BASE_URL}/custom-actions"
        )
        raise error

    RemoteAction._validate_action_result = validate_action_result


def run_graph_in_sequence() -> None:
    """Load trained models into `SequentialGraphRunner`; training keeps Rasa's own runner."""
    from rasa.core import processor

    from bot.graph_runner import SequentialGraphRunner

    processor.DaskGraphRunner = SequentialGraphRunner


def look_up_rules_once() -> None:
    """Look a message up among the rules by its intent alone.

    `RulePolicy` does so twice, the first time by its very text, for rules that are written with one; ours have none.
    """
    from rasa.core.policies.rule_policy import RulePolicy

    rasas = RulePolicy._find_action_from_rules

    def find_action_from_rules(
        self: RulePolicy, tracker: Any, domain: Any, use_text_for_last_user_input: bool
    ) -> tuple[str | None, str | None, bool]:
        if use_text_for_last_user_input:
            return None, None, False
        found: tuple[str | None, str | None, bool] = rasas(
            self, tracker, domain, use_text_for_last_user_input
        )
        return found

    RulePolicy._find_action_from_rules = find_action_from_rules


def collect_garbage_less_often() -> None:
    """Look for cycles among new objects after 20,000 of them instead of 700, which one turn makes many times over."""
    import gc

    gc.set_threshold(20_000, *gc.get_threshold()[1:])


def keep_connections() -> None:
    """Keep the connections to the action server open between calls, and write conversations to it faster.

    `EndpointConfig.request` opens a session, and with it a connection, for every call. The sessions made here share
    one pool of connections, which is that of the event loop they are made in, and write JSON with ujson, which Rasa's
    own server uses, in a third of the time.
    """
    from asyncio import AbstractEventLoop, get_running_loop
    from weakref import WeakKeyDictionary

    import ujson
    from aiohttp import BasicAuth, ClientSession, ClientTimeout, TCPConnector
    from rasa.core.constants import DEFAULT_REQUEST_TIMEOUT
    from rasa.utils.endpoints import EndpointConfig

    pools: WeakKeyDictionary[AbstractEventLoop, TCPConnector] = WeakKeyDictionary()

    def session(self: EndpointConfig) -> ClientSession:
        loop = get_running_loop()
        if loop not in pools:
            pools[loop] = TCPConnector()
        return ClientSession(
            connector=pools[loop],
            connector_owner=False,
            headers=self.headers,
            auth=BasicAuth(self.basic_auth["username"], self.basic_auth["password"])
            if self.basic_auth
            else None,
            timeout=ClientTimeout(total=DEFAULT_REQUEST_TIMEOUT),
            json_serialize=ujson.dumps,
        )

    EndpointConfig.session = session


def leave_out_tensorflow() -> None:
    """Serve without importing TensorFlow: 10 s of start-up and 450 MB of memory that our pipeline has no use for.

    Rasa imports it for modules that only training calls. Empty modules take their place, which must happen before
    anything of Rasa's is imported. A model that does contain one of Rasa's neural components (DIET, TED …) is refused
    with a sentence that says what to do. Training is left as it is: there Rasa imports them anyway.
    """
    for name, classes in TENSORFLOW_MODULES.items():
        module = ModuleType(name, "Left out by bot.patches.leave_out_tensorflow.")
        for cls in classes:
            setattr(module, cls, type(cls, (), {"__init__": _refuse}))
        module.__getattr__ = _missing  # type: ignore[method-assign]
        sys.modules.setdefault(name, module)


def _missing(name: str) -> NoReturn:
    if name.startswith("__"):  # what Python's import system itself asks a module for
        raise AttributeError(name)
    _refuse()


def _refuse(*_: object, **__: object) -> NoReturn:
    from rasa.shared.exceptions import RasaException

    raise RasaException(
        "This model contains a component that needs TensorFlow, which `python -m bot run` leaves out. "
        "Serve it with `rasa run` instead, or take the component out of config.yml and train again."
    )
