"""Programs that make or test things end with us, and may tidy up before."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

import pytest

from actions.launcher import LaunchError, tools
from actions.launcher.supervisor import ended_by_signals
from actions.launcher.tools import run_in_group, run_logged
from tests.support.processes import all_gone

TIDY = """
import subprocess, sys, time
left = subprocess.Popen(["sleep", "600"])
open("started", "w").write(str(left.pid))
try:
    time.sleep(600)
except KeyboardInterrupt:
    open("tidied", "w").close()
"""


def test_the_status_is_the_programs_own(tmp_path: Path) -> None:
    assert run_in_group([sys.executable, "-c", "raise SystemExit(7)"], tmp_path) == 7


def test_a_failure_is_told_with_its_last_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "logs", lambda: tmp_path)
    program = "print('first'); raise SystemExit('there is no such rule')"
    with pytest.raises(LaunchError, match=r"there is no such rule\nbuild failed with status 1: .*build\.log"):
        run_logged("build", [sys.executable, "-c", program])
    assert (tmp_path / "build.log").read_text() == "first\nthere is no such rule\n"


def test_a_program_may_tidy_up_when_we_are_ended_and_leaves_nothing(tmp_path: Path) -> None:
    started = tmp_path / "started"

    def end_us_once_it_runs() -> None:
        while not (started.exists() and started.read_text()):
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=end_us_once_it_runs, daemon=True).start()
    with pytest.raises(SystemExit), ended_by_signals():
        run_in_group([sys.executable, "-c", TIDY], tmp_path)
    assert (tmp_path / "tidied").exists()
    assert all_gone([int(started.read_text())])
