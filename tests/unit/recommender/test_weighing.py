"""The weights of the blend: learned from what is held out, on models whose worth is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from actions.recommender import blend, weighing
from actions.recommender.evaluation import Case, leave_last_out
from actions.recommender.history import History, Past
from actions.recommender.model import Arrays, Model, Scores
from actions.recommender.shelf import Shelf
from actions.recommender.types import Reason

from .stall import EVENTS, IDS, ITEMS, VIEW, did, vectors


class Says(Model):
    """Scores every item as it was told to, whoever asks."""

    name = "says"

    def __init__(self, scores: Mapping[str, float]) -> None:
        self._scores = np.array([scores.get(product, 0) for product in IDS], dtype=np.float32)

    @classmethod
    def fit(cls, history: History, shelf: Shelf) -> Says:
        return cls({})

    def scores(self, past: Past) -> Scores:
        return self._scores

    def reason(self, row: int, past: Past, shelf: Shelf) -> Reason | None:
        return None

    def arrays(self) -> Arrays:
        return {"scores": self._scores}

    @classmethod
    def load(cls, arrays: Arrays) -> Says:
        return cls(dict(zip(IDS, arrays["scores"].tolist(), strict=True)))


HISTORY = History(
    IDS, [event for n in range(20) for event in did(f"c{n}", ("tent-a", VIEW), ("book-a", VIEW))]
)
CASES = [Case(f"c{n}", frozenset({"tent-a", "book-a"}), "lamp") for n in range(20)]
GOOD, BAD = Says({"lamp": 4, "book-b": 2, "tent-a": 80}), Says({"book-b": 9, "book-c": 8})


@pytest.mark.parametrize("start", [(1.0, 0.0), (0.2, 1.0), (0.0, 1.0)])
def test_the_model_that_foretells_gets_the_weight(start: tuple[float, float]) -> None:
    weights = weighing.learned(
        {"good": GOOD, "bad": BAD}, HISTORY, CASES, dict(zip(("good", "bad"), start, strict=True))
    )
    found = np.sum(
        list(weighing.shares({"good": GOOD, "bad": BAD}, weights, HISTORY.past("c0"), len(IDS)).values()),
        axis=0,
    )
    found[[IDS.index("tent-a"), IDS.index("book-a")]] = 0
    assert IDS[int(np.argmax(found))] == "lamp"


def test_weights_that_change_nothing_stay() -> None:
    start = {"good": 0.4, "same": 0.7}
    assert weighing.learned({"good": GOOD, "same": GOOD}, HISTORY, CASES, start) == start
    assert weighing.learned({"good": GOOD, "same": GOOD}, HISTORY, [], start) == start


def test_the_best_new_item_of_a_model_counts_its_weight() -> None:
    past = HISTORY.past("c0")
    found = weighing.shares({"good": GOOD}, {"good": 0.5}, past, len(IDS) + 2)["good"]
    assert found.shape == (len(IDS) + 2,)
    assert found[IDS.index("lamp")] == pytest.approx(0.5)
    assert found[IDS.index("book-b")] == pytest.approx(0.25)
    assert found[IDS.index("tent-a")] == pytest.approx(0.5), "seen already, it counts no more than the best"


def test_few_customers_leave_the_weights_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(ITEMS, np.stack([vectors()[product] for product in IDS]))
    history = History(IDS, EVENTS)
    assert blend.weights(history, shelf) == blend.WEIGHTS
    monkeypatch.setattr(blend, "FEWEST_CASES", 3)
    given: list[tuple[set[str], Sequence[Case]]] = []

    def learned(
        models: Mapping[str, Model], before: History, cases: Sequence[Case], start: Mapping[str, float]
    ) -> dict[str, float]:
        given.append((set(models), cases))
        return dict.fromkeys(start, 0.5)

    monkeypatch.setattr(weighing, "learned", learned)
    assert blend.weights(history, shelf) == dict.fromkeys(blend.WEIGHTS, 0.5)
    (models, cases) = given[0]
    assert models == set(blend.WEIGHTS)
    assert len(cases) >= 3


def test_what_is_held_out_is_not_learned_from() -> None:
    kept, cases = leave_last_out(EVENTS)
    before = History(IDS, kept)
    for case in cases:
        assert before.row_of[case.next] not in before.past(case.customer).rows
