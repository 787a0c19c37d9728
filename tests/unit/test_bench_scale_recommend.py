"""`./aisle bench scale-recommend`: copies are like the real customers and products, and sizes are measured."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from actions.recommender.shelf import Shelf
from bench.common.running import CannotRun
from bench.recommending.crowd import COSINE, Crowd
from bench.scale_recommend import measure, scale_recommend
from tests.unit.recommender.stall import EVENTS, IDS, ITEMS, vectors


@pytest.fixture
def crowd() -> Crowd:
    return Crowd(Shelf(ITEMS, np.stack([vectors()[product] for product in IDS])), EVENTS)


def test_copied_items_are_of_the_real_kinds_at_other_prices(crowd: Crowd) -> None:
    items = crowd.items(40)
    assert len({item.product_id for item in items}) == 40
    assert [item.type for item in items[: len(ITEMS)]] == [item.type for item in ITEMS]
    assert len({item.price for item in items if item.type == "tent"}) > 2
    assert 0 < sum(item.in_stock for item in items) < 40


def test_meanings_stay_near(crowd: Crowd) -> None:
    found = crowd.vectors(5 * len(ITEMS))
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    copies = (found[: len(ITEMS)] * found[len(ITEMS) : 2 * len(ITEMS)]).sum(axis=1)
    assert abs(copies.mean() - COSINE**2) < 0.05, "two copies of one product"


def test_copied_customers_do_what_real_ones_did(crowd: Crowd) -> None:
    events = crowd.events(40, 50)
    ids = {item.product_id for item in crowd.items(40)}
    assert {event.product for event in events} <= ids
    assert len({event.customer for event in events}) == 50
    first = [event for event in events if event.customer == "C0"]
    real = [event for event in EVENTS if event.customer == EVENTS[0].customer]
    assert [(e.did, e.time) for e in first] == [(e.did, e.time) for e in real]
    kinds = {item.product_id: item.type for item in (*ITEMS, *crowd.items(40))}
    assert [kinds[e.product] for e in first] == [kinds[e.product] for e in real]


def test_sizes_are_measured(tmp_path: Path) -> None:
    scale_recommend(300, [700], customers=60, out=tmp_path)
    summary = json.loads((tmp_path / "summary.json").read_text())
    for size in (300, 700):
        assert summary[f"fit_s_{size}"] > 0 and summary[f"memory_gb_{size}"] > 0
        for kind in ("list", "stranger", "similar", "goes_with"):
            assert 0 < summary[f"{kind}_ms_p50_{size}"] <= summary[f"{kind}_ms_p95_{size}"]
    assert (tmp_path / "scale.png").exists()


def test_what_training_makes_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(CannotRun, match="recommender"):
        measure(tmp_path, 10, 10)
