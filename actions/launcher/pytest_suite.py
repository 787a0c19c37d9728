"""Runs a folder of pytest tests in one of the two environments and counts what came of them."""

from __future__ import annotations

import os
import shutil
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

from actions.launcher.environments import Environment
from actions.launcher.tools import run_in_group
from actions.settings import ROOT

REPORTS = ROOT / "var" / "tests"
MOST_WORKERS = 4
"""How many run one suite at most: for conversations, each has an assistant of its own, of almost 1 GB."""


@dataclass(frozen=True)
class Result:
    """How many tests came to what, and what is to be said about it: reasons for skipping, what went wrong."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    notes: tuple[str, ...] = ()

    def without_skipping(self) -> Result:
        """The same with every skipped test counted as failed."""
        return Result(self.passed, self.failed + self.skipped, 0, self.notes)


@dataclass(frozen=True)
class PytestSuite:
    """A folder of tests, run in one environment; `needs` names commands without which all are skipped. Where they are
    `shared`, every core runs a part of them."""

    environment: Environment
    folder: str
    needs: tuple[str, ...] = ()
    shared: bool = False

    def __call__(self) -> Result:
        """Run them; what pytest says goes to the terminal."""
        if missing := [command for command in self.needs if not shutil.which(command)]:
            return Result(
                skipped=self._collected(), notes=(f"skipped: {' and '.join(missing)} not installed",)
            )
        report = REPORTS / f"{Path(self.folder).name}.xml"
        report.unlink(missing_ok=True)
        options = ["--quiet", "--disable-warnings", "--durations=3", f"--junitxml={report}"]
        if self.shared:
            # Work is stolen from the end, so that tests of one module, which share what is dear to start, mostly stay
            # together.
            options += [f"--numprocesses={min(os.cpu_count() or 1, MOST_WORKERS)}", "--dist=worksteal"]
        status = run_in_group(self._pytest(*options), ROOT, self._variables())
        result = read_report(report) if report.exists() else Result()
        if not result.failed and (status or result == Result()):
            result = Result(result.passed, 1, result.skipped, (*result.notes, f"pytest ended with {status}"))
        return result

    def _collected(self) -> int:
        command = self._pytest("--collect-only", "--quiet", "--quiet")
        listed = subprocess.run(
            command, cwd=ROOT, env=self._variables(), capture_output=True, text=True
        ).stdout
        counts = (line.rpartition(": ")[2] for line in listed.splitlines())
        return sum(int(count) for count in counts if count.isdigit()) or 1

    def _pytest(self, *options: str) -> list[str]:
        return [str(self.environment.python), "-m", "pytest", self.folder, *options]

    def _variables(self) -> dict[str, str]:
        return {**os.environ, "PYTHONPATH": str(ROOT)}


def read_report(file: Path) -> Result:
    """What a JUnit report, as pytest writes it, counts."""
    suites = list(ET.parse(file).getroot().iter("testsuite"))
    tests, failures, errors, skipped = (
        sum(int(suite.get(kind, 0)) for suite in suites)
        for kind in ("tests", "failures", "errors", "skipped")
    )
    failed = failures + errors
    reasons = dict.fromkeys(
        f"skipped: {one.get('message')}" for suite in suites for one in suite.iter("skipped")
    )
    return Result(tests - failed - skipped, failed, skipped, tuple(reasons))
