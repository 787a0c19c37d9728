"""What `make test` counts, and what it must not take for success."""

from __future__ import annotations

from pathlib import Path

import pytest

from actions.launcher import pytest_suite, rasa_checks
from actions.launcher.environments import ACTIONS
from actions.launcher.pytest_suite import PytestSuite, Result
from actions.launcher.testing import Suite, report

TESTS = """
import pytest

def test_right(): pass
def test_wrong(): assert False
@pytest.fixture
def broken(): raise ValueError
def test_unprepared(broken): pass
@pytest.mark.skip(reason="not on a Tuesday")
def test_left_out(): pass
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(pytest_suite, "REPORTS", tmp_path / "reports")
    (tmp_path / "suite").mkdir()
    return tmp_path / "suite"


@pytest.mark.parametrize("shared", [False, True])
def test_every_outcome_is_counted_and_reasons_are_kept(folder: Path, shared: bool) -> None:
    (folder / "test_one.py").write_text(TESTS)
    result = PytestSuite(ACTIONS, str(folder), shared=shared)()
    assert result == Result(1, 2, 1, ("skipped: not on a Tuesday",))


def test_a_folder_without_tests_is_a_failure(folder: Path) -> None:
    assert PytestSuite(ACTIONS, str(folder))() == Result(failed=1, notes=("pytest ended with 5",))


def test_a_folder_that_cannot_be_read_is_a_failure(folder: Path) -> None:
    (folder / "conftest.py").write_text("import no_such_module")
    result = PytestSuite(ACTIONS, str(folder))()
    assert (result.passed, result.failed) == (0, 1)


def test_without_a_needed_program_all_are_skipped_and_counted(folder: Path) -> None:
    (folder / "test_one.py").write_text(TESTS)
    result = PytestSuite(ACTIONS, str(folder), needs=("no-such-browser",))()
    assert result == Result(skipped=4, notes=("skipped: no-such-browser not installed",))
    assert result.without_skipping().failed == 4


def test_stories_are_counted_also_in_files_that_rasa_would_not_read(tmp_path: Path) -> None:
    (tmp_path / "test_a.yml").write_text("stories:\n- story: one\n- story: two\n")
    (tmp_path / "b.yml").write_text("stories:\n- story: three\n")
    (tmp_path / "empty.yml").write_text("")
    assert rasa_checks.stories_in(tmp_path) == 3


@pytest.mark.parametrize(("failed", "status"), [(0, 0), (1, 1)])
def test_the_last_line_sums_up(failed: int, status: int, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = (Suite(name, "things", Result) for name in ("first", "second"))
    outcomes = [(first, Result(3, failed, 0), 1.0), (second, Result(4, 0, 2, ("skipped: why",)), 2.0)]
    assert report(outcomes) == status
    said = capsys.readouterr()
    assert said.out.splitlines()[-1] == f"7 passed, {failed} failed, 2 skipped"
    assert "second: skipped: why" in said.err
