"""Plays one task: a simulated customer and the assistant in turns, then the shop's data compared."""

from __future__ import annotations

import importlib.util
import secrets
import sys
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from bench.common.running import CannotRun
from bench.retail.expectation import after, changing_actions, differences
from bench.retail.importing import Json

TURN_LIMIT = 60
"""Lines of the customer's, after which a conversation is broken off."""
SHOWN = 20
"""So many differences of a task are kept."""

Messages = list[dict[str, Any]]


class Customer(Protocol):
    """Somebody who talks to the assistant."""

    def reply(self, messages: Sequence[Mapping[str, Any]]) -> str | None:
        """The next line after what was said since the last, as the REST channel sends it; None when done."""


MakeCustomer = Callable[[Json, Json, int], Customer]


class Assistant(Protocol):
    """What is talked to, and whose shop is looked at."""

    def restore(self) -> None: ...

    def export(self) -> Json: ...

    def say(self, sender: str, line: str) -> tuple[Messages, float]: ...


@dataclass
class Play:
    """How a task went: `seconds` of every turn, what was said, where the data are not as they should be."""

    task: str
    seed: int
    kinds: tuple[str, ...]
    unchanging: bool = False
    """Whether nothing may have changed in the end, so that doing nothing solves it."""
    seconds: list[float] = field(default_factory=list)
    transcript: list[Json] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)
    ended: str = "by the customer"

    @property
    def solved(self) -> bool:
        return not self.differences


def play(task: Json, shop: Json, seed: int, make: MakeCustomer, assistant: Assistant) -> Play:
    """Hold the conversation, on the shop as it was imported.

    Raises:
        CannotRun: the task does not fit the shop, the customer fails, or the assistant does not answer.
    """
    expected, kinds = _expected(task, shop)
    played = Play(str(task["id"]), seed, kinds, expected == shop)
    assistant.restore()
    _hold(played, _made(task, shop, seed, make), assistant)
    played.differences = differences(expected, assistant.export())[:SHOWN]
    return played


def load_customer(place: str) -> MakeCustomer:
    """The class that `FILE.py:Class` names. Raises `CannotRun` where there is none."""
    file, _, name = place.rpartition(":")
    path = Path(file)
    if not file or not path.is_file():
        raise CannotRun(f"--customer wants FILE.py:Class, and there is no file {file or place!r}.")
    specification = importlib.util.spec_from_file_location(f"customer_{path.stem}", path)
    if specification is None or specification.loader is None:
        raise CannotRun(f"{path} is no Python file.")
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module  # as for every import: dataclasses look themselves up there
    sys.path.append(str(path.parent.resolve()))  # for what lies beside the file
    try:
        specification.loader.exec_module(module)
    except Exception as error:  # whatever somebody else's file raises
        raise CannotRun(f"{path} cannot be loaded: {type(error).__name__} {error}.") from error
    made = getattr(module, name, None)
    if not callable(made):
        raise CannotRun(f"{path} has no class {name!r}.")
    make: MakeCustomer = made
    return make


def _expected(task: Json, shop: Json) -> tuple[Json, tuple[str, ...]]:
    """The shop after the task's own actions, and what kinds of actions they are."""
    try:
        changes = changing_actions(task)
        return after(shop, changes), tuple(dict.fromkeys(action["name"] for action in changes))
    except (KeyError, TypeError, StopIteration, ValueError) as error:
        name = task.get("id") if isinstance(task, dict) else task
        raise CannotRun(f"Task {name!r} does not fit this shop: {error!r}.") from error


def _made(task: Json, shop: Json, seed: int, make: MakeCustomer) -> Customer:
    try:
        return make(deepcopy(task), deepcopy(shop), seed)  # theirs, whatever they do with it
    except Exception as error:  # whatever somebody else's class raises
        raise CannotRun(
            f"There is no customer for task {task['id']}: {type(error).__name__} {error}."
        ) from error


def _hold(played: Play, customer: Customer, assistant: Assistant) -> None:
    sender = f"task-{played.task}-{secrets.token_hex(6)}"
    messages: Messages = []
    for _ in range(TURN_LIMIT):
        try:
            line = customer.reply(messages)
        except Exception as error:
            raise CannotRun(
                f"The customer of task {played.task} failed: {type(error).__name__} {error}."
            ) from error
        if line is None:
            return
        if not isinstance(line, str):
            raise CannotRun(
                f"The customer of task {played.task} said {line!r}, which is neither a line nor None."
            )
        messages, seconds = assistant.say(sender, line)
        played.seconds.append(seconds)
        played.transcript += [{"customer": line}, {"assistant": [_shown(message) for message in messages]}]
    played.ended = f"after {TURN_LIMIT} lines"


def _shown(message: Mapping[str, Any]) -> Json:
    """A message as it is kept: its text and the titles of its buttons."""
    titles = [button.get("title") for button in message.get("buttons") or ()]
    return {"text": message.get("text"), **({"buttons": titles} if titles else {})}
