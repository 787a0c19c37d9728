"""However it ends, both programs end, and no process is left."""

from __future__ import annotations

import os
import signal

import psutil
import pytest

from tests.support.launch import Launch
from tests.support.processes import all_gone

PROGRAMS = 3
"""The launcher, the bot and the action server."""


def running(launch: Launch) -> list[psutil.Process]:
    """Every process that belongs to this start: they know its ports."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get("AISLE_BOT_PORT") == str(launch.bot_port):
                found.append(process)
        except psutil.Error:
            continue
    return [process for process in found if process.status() != psutil.STATUS_ZOMBIE]


def started(launch: Launch) -> list[psutil.Process]:
    launch.start("make", "run")
    launch.wait_until_open()
    found = running(launch)
    assert len(found) >= PROGRAMS
    return found


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_both_and_leaves_nothing(launch: Launch, number: signal.Signals) -> None:
    """As Ctrl-C in a terminal does, SIGINT goes to make and the launcher at once; SIGTERM to make alone."""
    programs = started(launch)
    assert launch.process is not None
    if number == signal.SIGINT:
        os.killpg(launch.process.pid, number)
    else:
        launch.process.send_signal(number)
    launch.process.communicate(timeout=30)
    assert all_gone(process.pid for process in programs)
    assert running(launch) == []


def test_the_end_of_one_ends_the_other_and_is_told(launch: Launch) -> None:
    programs = started(launch)
    bot = next(process for process in programs if "bot" in process.cmdline())
    bot.kill()
    assert launch.process is not None
    said, _ = launch.process.communicate(timeout=30)
    assert launch.process.returncode != 0
    assert "bot ended with status -9: see " in said
    assert all_gone(process.pid for process in programs)
