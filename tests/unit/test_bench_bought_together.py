"""`./aisle bench bought-together`: the orders, the count of pairs, and what it says where the library is missing."""

from __future__ import annotations

import sys
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from bench.bought_together import bought_together, frequent, random_orders
from bench.common.running import CannotRun


def test_the_orders_are_the_same_every_time_and_some_products_are_bought_often() -> None:
    orders = random_orders(400, 50, 5)
    assert orders == random_orders(400, 50, 5) and len(orders) == 400
    assert 4 < sum(map(len, orders)) / 400 <= 5.5
    bought = Counter(product for order in orders for product in order)
    assert bought[0] > 3 * bought[40]


def test_pairs_in_enough_orders_are_counted() -> None:
    orders = random_orders(400, 50, 5)
    pairs = Counter(pair for order in orders for pair in combinations(sorted(order), 2))
    for support in (1, 3, 20):
        assert frequent(orders, 50, support) == sum(count >= support for count in pairs.values()) > 0


def test_without_the_library_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mlxtend", None)
    with pytest.raises(CannotRun, match="uv pip install .* mlxtend"):
        bought_together(out=tmp_path)
