"""Measures several running bots in turn, so that whatever else the machine does hits all alike."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import cycle, islice

import numpy as np
from rich.progress import Progress

from actions.launcher.supervisor import ended_by_signals
from bench.bots.bot import Bot, Start
from bench.bots.talking import Turn, hold

AT_ONCE = 16
WARM_UP = 12
"""Conversations with each bot that are not measured."""
ALONE = 20
"""Conversations a round, one after the other."""
BUSY = 64
"""Conversations a round, `AT_ONCE` of them at a time."""
LONG = 100
"""Messages in a conversation that counts as long."""
LONG_TURNS = 20
"""Turns measured after those."""


@dataclass
class Measured:
    """All that was measured of one bot: `busy` has a list a round, the other lists are of turns one at a time."""

    start: Start
    memory_gb: Mapping[str, float] = field(default_factory=dict)
    """By program, after the load."""
    processor_s: dict[str, float] = field(default_factory=dict)
    """By program, for all of `busy`."""
    alone: list[Turn] = field(default_factory=list)
    busy: list[list[Turn]] = field(default_factory=list)
    long: list[Turn] = field(default_factory=list)

    def messages_per_s(self) -> float:
        """Over all rounds with `AT_ONCE` conversations at a time."""
        seconds = [
            max(turn.answered for turn in turns) - min(turn.sent for turn in turns) for turns in self.busy
        ]
        return self.busy_messages() / sum(seconds)

    def busy_messages(self) -> int:
        """How many messages there were in those rounds."""
        return sum(map(len, self.busy))


def milliseconds(turns: Sequence[Turn], percentile: float, kind: str) -> float:
    """A percentile of the time of the turns of a kind."""
    return float(np.percentile([turn.seconds for turn in turns if turn.kind == kind], percentile)) * 1000


def measure(bots: Sequence[Bot], rounds: int, bar: Progress) -> list[Measured]:
    """Start the bots, measure them in turn, stop them; the conversations are new ones, and the same in every run.

    Raises:
        CannotRun: a bot could not be prepared or started, or did not answer as it should.
    """
    with ended_by_signals(), ExitStack() as ending:
        for bot in bots:
            with _waiting(bar, f"Preparing {bot.name}"):
                bot.prepare()
        measured = []
        for bot in bots:
            ending.callback(bot.stop)
            with _waiting(bar, f"Starting {bot.name}"):
                measured.append(Measured(bot.start()))
        for bot in bots:
            _hold(bot, range(WARM_UP), 1, bar, "warming up")
        for number in range(rounds):
            for bot, of_it in zip(bots, measured, strict=True):
                _measure_round(bot, of_it, number, bar, f"round {number + 1} of {rounds}")
        for bot, of_it in zip(bots, measured, strict=True):
            of_it.long = _hold_long(bot, bar)
            of_it.memory_gb = bot.memory_gb()
    return measured


def _measure_round(bot: Bot, measured: Measured, number: int, bar: Progress, doing: str) -> None:
    measured.alone += _hold(bot, range(number * ALONE, (number + 1) * ALONE), 1, bar, doing)
    before = bot.processor_s()
    measured.busy.append(_hold(bot, range(BUSY), AT_ONCE, bar, f"{doing}, {AT_ONCE} at once"))
    for program, used in bot.processor_s().items():
        measured.processor_s[program] = measured.processor_s.get(program, 0) + used - before[program]


def _hold(bot: Bot, numbers: range, at_once: int, bar: Progress, doing: str) -> list[Turn]:
    conversations = [bot.conversation(number) for number in numbers]
    task = bar.add_task(f"{bot.name}, {doing}", total=sum(map(len, conversations)))
    turns = asyncio.run(hold(bot.url, conversations, at_once, lambda: bar.advance(task)))
    bar.remove_task(task)
    return turns


def _hold_long(bot: Bot, bar: Progress) -> list[Turn]:
    """The turns of a conversation that come after its first `LONG`."""
    conversation = list(islice(cycle(bot.small_talk()), LONG + LONG_TURNS))
    task = bar.add_task(f"{bot.name}, a long conversation", total=len(conversation))
    turns = asyncio.run(hold(bot.url, [conversation], 1, lambda: bar.advance(task)))
    bar.remove_task(task)
    return turns[LONG:]


@contextmanager
def _waiting(bar: Progress, doing: str) -> Iterator[None]:
    task = bar.add_task(doing, total=None)
    yield
    bar.remove_task(task)
