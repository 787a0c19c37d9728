"""What all benchmarks share: the table, the summary, the pictures, and how one ends that cannot run."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from bench.common.report import Report, at_least, at_most, shown
from bench.common.running import CannotRun, run


@pytest.fixture
def report(tmp_path: Path) -> Report:
    """Two systems, one figure that meets its aim, one that misses it, one of the other system alone."""
    report = Report("Ours beside another", tmp_path / "made" / "report", ("ours", "other"))
    report.add("start_s", "start, s", {"ours": 22.4, "other": 44.1}, at_most(40))
    report.add("messages_per_s", "messages a second", {"ours": 50, "other": 40}, at_least(80))
    report.add("turn_ms", "a turn, ms", {"other": 27.0}, at_most(1))
    return report


def printed(report: Report, width: int = 160) -> str:
    console = Console(file=io.StringIO(), width=width)
    report.write(console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_the_summary_is_flat_and_named_as_the_table(report: Report) -> None:
    table = printed(report)
    summary = json.loads((report.out / "summary.json").read_text(encoding="utf-8"))
    assert summary["start_s"] == 22.4
    assert summary["other_start_s"] == 44.1
    assert summary["other_turn_ms"] == 27.0
    assert "turn_ms" not in summary
    assert all(isinstance(value, str | int | float) for value in summary.values())
    assert all(row.name in table for row in report.rows)


def test_the_summary_says_when_and_where_it_was_measured(report: Report) -> None:
    summary = report.summary()
    assert str(summary["measured"]).endswith("Z")
    assert float(summary["machine_cores"] or 0) >= 1
    assert float(summary["machine_memory_gb"] or 0) > 0
    assert summary["machine_processor"]


def test_a_single_value_is_ours(report: Report) -> None:
    report.add("ratio", "ours / other", 0.51)
    assert report.summary()["ratio"] == 0.51


def test_aims_are_for_our_figures_and_include_their_bound(report: Report) -> None:
    report.add("exactly", "", 2, at_most(2))
    report.add("as_exactly", "", 2, at_least(2))
    assert [row.name for row in report.missed()] == ["messages_per_s"]


def test_the_table_says_what_was_met_and_what_was_missed(report: Report) -> None:
    lines = {line.split()[0]: line for line in printed(report).splitlines() if line.split()}
    assert "≤ 40" in lines["start_s"] and "met" in lines["start_s"]
    assert "≥ 80" in lines["messages_per_s"] and "missed" in lines["messages_per_s"]
    assert "met" not in lines["turn_ms"] and "missed" not in lines["turn_ms"]


def test_sections_notes_and_pictures_are_shown(report: Report) -> None:
    report.add("parse_ms", "parsing, ms", 3.1, section="Parts of a turn")
    report.note("Parsing costs the most.")
    with report.picture("bars") as picture:
        picture.subplots().bar(["a", "b"], [1, 2])
    text = printed(report)
    assert text.index("turn_ms") < text.index("Parts of a turn") < text.index("parse_ms")
    assert "Parsing costs the most." in text
    assert "bars.png, summary.json" in text
    assert (report.out / "bars.png").read_bytes().startswith(b"\x89PNG")


def test_on_a_narrow_terminal_no_figure_is_cut(tmp_path: Path) -> None:
    systems = ("aisle", *(f"baseline{number}" for number in range(8)))
    report = Report("Ours and eight", tmp_path, systems)
    report.add("hit_rate", "share found", dict.fromkeys(systems, 0.1234))
    text = printed(report, width=80)
    assert "…" not in text
    assert all(text.count(system) == 1 for system in systems[1:])
    assert text.count("0.123") > len(systems), "ours stands in every part"


def test_square_brackets_are_shown_as_written(report: Report) -> None:
    report.add("odd", "of [all] things", 1, section="[half]")
    report.note("Read [this].")
    text = printed(report)
    assert "of [all] things" in text and "[half]" in text and "Read [this]." in text


def test_a_name_is_used_once_and_a_system_must_be_known(report: Report) -> None:
    with pytest.raises(ValueError, match="start_s is in the report already"):
        report.add("start_s", "again", 1.0)
    with pytest.raises(ValueError, match="third, which this report does not compare"):
        report.add("size", "", {"ours": 1.0, "third": 2.0})


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("taken")
    with pytest.raises(CannotRun, match="There can be no folder"):
        Report("", tmp_path / "file" / "report")


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.12345, "0.123"), (1.2345, "1.23"), (44.14, "44.1"), (1234.5, "1,234"), (16, "16"), (0, "0")],
)
def test_figures_are_shown_with_the_digits_that_count(value: float, text: str) -> None:
    assert shown(value) == text


def test_a_benchmark_that_cannot_run_says_why_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_data() -> None:
        raise CannotRun("There is no data: `make data` fetches it.")

    monkeypatch.setattr("sys.argv", ["bench"])
    with pytest.raises(SystemExit) as end:
        run(no_data)
    assert end.value.code == 2
    assert capsys.readouterr().err == "There is no data: `make data` fetches it.\n"
