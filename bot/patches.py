"""What of Rasa 3.6.21 every turn or every start pays for without need, and how `python -m bot` spares it.

`precompile_action_schema` is the one patch of Rasa's behaviour in speed, none in what it accepts. `leave_out_tensorflow`
changes no code of Rasa's: it keeps two modules from being imported that only Rasa's TensorFlow models call.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any, NoReturn

TENSORFLOW_HELPERS = {
    "rasa.utils.tensorflow.callback": ("RasaTrainingLogger", "RasaModelCheckpoint"),
    "rasa.utils.tensorflow.data_generator": ("RasaBatchDataGenerator",),
}
"""Modules that import TensorFlow on every start of Rasa, and the names that `rasa.utils.train_utils` takes from them."""


def precompile_action_schema() -> None:
    """Check an action server's answer against a schema that was compiled once.

    `RemoteAction._validate_action_result` calls `jsonschema.validate`, which checks the schema itself and builds a
    validator anew at every action: 20 ms and more of a 38 ms turn. The replacement raises the same error for the
    same answers, chosen in the same way (`best_match`) and worded the same.
    """
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match
    from rasa.core.actions.action import RemoteAction
    from rasa.shared.constants import DOCS_BASE_URL

    schema = RemoteAction.action_response_format_spec()
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)

    def validate_action_result(self: RemoteAction, result: dict[str, Any]) -> bool:
        error = best_match(validator.iter_errors(result))
        if error is None:
            return True
        error.message += (
            ". Failed to validate Action server response from API, make sure your response from the Action endpoint "
            f"is valid. For more information about the format visit {DOCS_BASE_URL}/custom-actions"
        )
        raise error

    RemoteAction._validate_action_result = validate_action_result  # type: ignore[method-assign]


def leave_out_tensorflow() -> None:
    """Serve without importing TensorFlow: 10 s of start-up and 450 MB of memory that our pipeline has no use for.

    Rasa imports it for two modules of helpers for training its own neural models. Empty modules take their place,
    which must happen before anything of Rasa's is imported. A model that does contain one of those (DIET, TED …) is
    refused with a sentence that says what to do. Training is left as it is: there Rasa imports its models anyway.
    """
    for name, classes in TENSORFLOW_HELPERS.items():
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
