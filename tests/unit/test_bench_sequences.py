"""`bench sequences`: what it reads, what it lets models know, and how rankings are judged."""

from __future__ import annotations

import gzip
import json
import math
from pathlib import Path

import numpy as np
import pytest
from scipy.sparse import csr_array

from actions.recommender import blend
from actions.recommender.transitions import Transitions
from bench.common.running import CannotRun
from bench.recommending import measuring
from bench.recommending.fitting import fit, validation
from bench.recommending.measuring import Ranked, rank, top
from bench.recommending.searching import search
from bench.recommending.sequences import Sequences, User, read
from bench.sequences import sequences as command


def chains(users: int = 120, items: int = 30, length: int = 6) -> Sequences:
    """Everybody walks on along one ring of items, from different places."""
    walks = [tuple(str((start + step) % items + 1) for step in range(length)) for start in range(users)]
    return Sequences([User(str(number), walk) for number, walk in enumerate(walks, 1)], 0)


@pytest.mark.parametrize("name", ["walks.txt", "walks.txt.gz"])
def test_a_file_is_read_gzipped_or_not(tmp_path: Path, name: str) -> None:
    text = "1 1 2 3 10\n\n2 6 7\n3 4 1 2 3 9\n"
    (tmp_path / name).write_bytes(gzip.compress(text.encode()) if name.endswith("gz") else text.encode())
    found = read(tmp_path / name)
    assert [(user.name, user.target) for user in found.users] == [("1", "10"), ("3", "9")]
    assert found.left_out == 1
    assert found.items == ["1", "2", "3", "4", "9", "10"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"1 2 3 4 5\n2 x 3 4\n", r"walks.txt:2: a line is `user item item …`"),
        (b"1 2 3 4 5\n7\n", r"walks.txt:2: a line is"),
        (b"1 2 3 4 5\n1 2 3 4 6\n", "a user has two lines"),
        (b"1 2 3\n", "no user with 4 items or more"),
        (b"", "no user with 4 items or more"),
        (b"\xff\xfe1", "can't be read"),
    ],
)
def test_what_is_no_sequences_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "walks.txt").write_bytes(content)
    with pytest.raises(CannotRun, match=reason):
        read(tmp_path / "walks.txt")


@pytest.mark.parametrize("content", [None, b"1 2 3 4 5\n", gzip.compress(b"1 2 3 4 5\n" * 99, mtime=0)[:25]])
def test_what_is_missing_or_no_gzip_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "walks.txt.gz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CannotRun, match=r"walks.txt.gz can't be read: .+\.$"):
        read(path)


def test_the_held_out_items_are_the_last_ones() -> None:
    data = chains()
    history = data.history(held_out=1)
    held_out = validation(history, data.shelf())
    user = data.users[7]
    assert [data.items[row] for row in history.past(user.name).rows] == list(user.items[:-1])
    assert [data.items[row] for row in held_out.history.past(user.name).rows] == list(user.items[:-2])
    assert {case.customer: case.next for case in held_out.cases}[user.name] == user.items[-2]


def test_strict_models_do_not_know_the_validation_items() -> None:
    """All users turn to item 99 at last but one, and to 100 then: a step that strict models have never seen."""
    walks = [User(user.name, (*user.items[:4], "99", "100")) for user in chains().users]
    data = Sequences(walks, 0)
    fitted, history = fit(data, data.shelf()), data.history(held_out=1)
    past = history.past(walks[0].name)
    row = history.row_of["99"]
    assert not fitted.strict["transitions"].scores(past)[row]
    assert fitted.refitted["transitions"].scores(past)[row] > 0
    assert fitted.seconds["aisle"] > sum(fitted.seconds[model.name] for model in blend.MODELS)


def test_what_follows_plainly_is_found() -> None:
    data = chains()
    fitted, history = fit(data, data.shelf()), data.history(held_out=1)
    targets = [(user.name, user.target) for user in data.users]
    ranked = rank(fitted.refitted, fitted.weights, history, targets)
    assert ranked["aisle"].accuracy()["hr_5"] == 1
    assert ranked["linear"].accuracy()["ndcg_10"] > ranked["popularity"].accuracy()["ndcg_10"]
    for silent in ("together", "content"):
        assert ranked[silent].accuracy()["hr_20"] == 0, "who says nothing finds nothing"
    for user, listed in zip(data.users, ranked["aisle"].lists, strict=True):
        assert not {data.items[row] for row in listed if row >= 0} & set(user.items[:-1])


def test_figures_of_known_ranks() -> None:
    ranked = Ranked(np.array([0, 3, 12, 500]), np.zeros((4, 10), dtype=np.intp))
    figures = ranked.accuracy()
    assert (figures["hr_5"], figures["hr_10"], figures["hr_20"]) == (0.5, 0.5, 0.75)
    assert figures["ndcg_10"] == pytest.approx((1 + 1 / math.log2(5)) / 4)
    assert figures["mrr_20"] == pytest.approx((1 + 1 / 4 + 1 / 13) / 4)


def test_breadth_of_known_lists() -> None:
    """Four users; items 0 and 1 were had by the same two, item 2 by another one, item 3 by nobody."""
    table = csr_array(np.array([[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]], dtype=float))
    same, unlike = np.array([[0, 1, -1]] * 4), np.array([[0, 2, -1]] * 4)
    ranks = np.zeros(4, dtype=np.intp)
    assert Ranked(ranks, same).breadth(table) == pytest.approx(
        {"coverage_10": 0.5, "novelty_10": 1.0, "diversity_10": 0.0}
    )
    assert Ranked(ranks, unlike).breadth(table) == pytest.approx(
        {"coverage_10": 0.5, "novelty_10": 1.5, "diversity_10": 1.0}
    )
    assert Ranked(ranks, np.full((4, 3), -1)).breadth(table)["coverage_10"] == 0


def test_the_top_is_in_order_and_says_where_it_ends() -> None:
    assert top(np.array([0.2, 0, 0.9, -1, 0.5], dtype=np.float32), 4).tolist() == [2, 4, 0, -1]


def test_a_search_begins_with_what_is_shipped() -> None:
    data, steps = chains(), []
    found = search(data, data.shelf(), Transitions.name, 3, lambda: steps.append(1))
    assert len(steps) == 3
    assert found.ndcg_10 >= found.shipped_ndcg_10 > 0.3
    assert found.settings.keys() == {"gap_decay", "backward", "damping", "leaving", "recency"}


def test_the_command_leaves_a_summary_and_a_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "TIMED", 5)
    lines = [" ".join((user.name, *user.items)) for user in chains().users]
    (tmp_path / "walks.txt").write_text("\n".join(lines))
    command(tmp_path / "walks.txt", tmp_path / "report")
    summary = json.loads((tmp_path / "report" / "summary.json").read_text())
    for name in (
        "hr_10",
        "ndcg_10",
        "hr_10_strict",
        "ndcg_10_strict",
        "coverage_10",
        "fit_s",
        "score_ms_p95",
    ):
        assert summary[name] > 0
        assert f"linear_{name}" in summary
    assert summary["hr_10"] == 1
    assert (tmp_path / "report" / "ndcg.png").stat().st_size > 1000
