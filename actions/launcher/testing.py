"""`make test`: every suite one after the other, and a table of what ran."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.table import Table

from actions.launcher import LaunchError, rasa_checks
from actions.launcher.environments import ACTIONS, BOT
from actions.launcher.prepare import prepare
from actions.launcher.progress import console
from actions.launcher.pytest_suite import PytestSuite, Result


@dataclass(frozen=True)
class Suite:
    """A part of the tests: what it is called, what it tests, and how it is run."""

    name: str
    tests: str
    run: Callable[[], Result]


SUITES = (
    Suite("unit", "the services and the command line", PytestSuite(ACTIONS, "tests/unit", shared=True)),
    Suite("components", "the bot's NLU and stores", PytestSuite(BOT, "tests/components")),
    Suite("channels", "the page's and the REST channel", PytestSuite(BOT, "tests/channels")),
    Suite("nlu", "what is understood, beside the committed figures", PytestSuite(ACTIONS, "tests/nlu")),
    Suite("data", "rasa data validate --fail-on-warnings", rasa_checks.validate_data),
    Suite("dialogue", "rasa test core on the rules", rasa_checks.test_stories),
    Suite(
        "conversations",
        "both programs and a database, talked to",
        PytestSuite(ACTIONS, "tests/conversations", shared=True),
    ),
    Suite("wishes", "what is found for written wishes", PytestSuite(ACTIONS, "tests/wishes")),
    Suite(
        "browser",
        "the page in Chromium",
        PytestSuite(ACTIONS, "tests/browser", needs=("chromium", "chromedriver")),
    ),
    Suite("faults", "what goes wrong at the start", PytestSuite(ACTIONS, "tests/faults")),
)


def test(names: Sequence[str]) -> int:
    """Run the suites of these names, all without any; 0 if nothing failed, else 1.

    Where `CI` is set, what would be skipped for want of a program fails.

    Raises:
        LaunchError: there is no such suite, or what the tests need could not be made.
    """
    if unknown := set(names) - {suite.name for suite in SUITES}:
        known = ", ".join(suite.name for suite in SUITES)
        raise LaunchError(f"There is no suite {' or '.join(sorted(unknown))}; there are {known}.")
    prepare()
    outcomes: list[tuple[Suite, Result, float]] = []
    for suite in SUITES:
        if names and suite.name not in names:
            continue
        console.rule(f"{suite.name}: {suite.tests}", align="left")
        started = time.monotonic()
        result = suite.run()
        if os.environ.get("CI"):
            result = result.without_skipping()
        outcomes.append((suite, result, time.monotonic() - started))
    return report(outcomes)


def report(outcomes: Sequence[tuple[Suite, Result, float]]) -> int:
    """Show a table of suites, their results and seconds; 0 if nothing failed, else 1."""
    table = Table("suite", "tests", *("passed", "failed", "skipped", "seconds"))
    for column in table.columns[2:]:
        column.justify = "right"
    for suite, result, seconds in outcomes:
        counts = (str(result.passed), str(result.failed), str(result.skipped), f"{seconds:.0f}")
        table.add_row(suite.name, suite.tests, *counts, style="red" if result.failed else None)
    console.print(table)
    for suite, result, _ in outcomes:
        for note in result.notes:
            console.print(f"{suite.name}: {note}", markup=False)
    passed, failed, skipped = (
        sum(getattr(result, kind) for _, result, _ in outcomes) for kind in ("passed", "failed", "skipped")
    )
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0
