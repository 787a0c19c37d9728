"""Groups of customers, who has left, and who is no shopper: on customers of whom it is plain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from rich.console import Console
from typer.testing import CliRunner

from actions.cli import app
from actions.customers.buying import Buying, buying, price_band
from actions.customers.leaving import Leaving
from actions.customers.pictures import draw_groups
from actions.customers.segments import NO_ORDERS, OUTSIDE, Segments
from actions.settings import settings
from actions.shop.history import History
from actions.shop.models import Behaviour, Interaction, OrderStatus
from tests.unit.shop_builder import ShopBuilder


def one(customer_id: str, frequency: int, recency: float, value: float = 80, known: float = 800) -> Buying:
    """A customer who ordered so often, the last time so many days ago."""
    span = 0.0 if frequency < 2 else known - recency
    return Buying(customer_id, frequency, recency, known, span, value * frequency, 0.1, 10 * frequency, 5)


@pytest.fixture(scope="module")
def customers() -> list[Buying]:
    """Thirty each of four kinds, with some chance in them."""
    random = np.random.default_rng(3)

    def about(value: float) -> float:
        return float(value * random.uniform(0.8, 1.25))

    return [
        each
        for n in range(30)
        for each in (
            one(f"loyal{n}", int(random.integers(12, 18)), about(8)),
            one(f"gone{n}", int(random.integers(5, 8)), about(500)),
            one(f"new{n}", 1, about(6), known=about(8)),
            one(f"rich{n}", int(random.integers(3, 5)), about(40), value=about(2000)),
        )
    ]


def test_the_groups_are_found_and_named(customers: list[Buying]) -> None:
    groups = Segments.fit(customers)
    assert groups is not None
    assert max(groups.silhouette, key=lambda count: groups.silhouette[count]) == 4
    names = {"loyal": "loyal", "gone": "slipping away", "new": "new", "rich": "big spender"}
    for customer in customers:
        assert groups.by_customer[customer.customer_id] == names[customer.customer_id.rstrip("0123456789")]
    assert sorted(groups.inertia.values(), reverse=True) == list(groups.inertia.values())


def test_who_has_not_ordered_and_who_is_no_shopper_are_set_apart(customers: list[Buying]) -> None:
    visitors = [Buying(f"visitor{n}", 0, None, 30, 0, 0, 0, 10 + n, 5) for n in range(20)]
    robot = Buying("robot", 400, 0.1, 800, 799, 1e6, 1.0, 90_000, 30_000)
    plain, groups = Segments.fit(customers), Segments.fit([*customers, *visitors, robot])
    assert plain is not None and groups is not None
    assert {groups.by_customer[visitor.customer_id] for visitor in visitors} == {NO_ORDERS}
    assert groups.by_customer["robot"] == OUTSIDE
    assert set(groups.outliers) == {"robot"}
    assert all(
        groups.by_customer[each.customer_id] == plain.by_customer[each.customer_id] for each in customers
    )


def test_too_few_customers_make_no_groups(customers: list[Buying]) -> None:
    assert Segments.fit(customers[:20]) is None
    assert Segments.fit([]) is None
    assert Segments.fit([one(f"same{n}", 2, 10) for n in range(40)]) is None, "nobody differs"


def test_the_picture_is_drawn(customers: list[Buying], tmp_path: Path) -> None:
    groups = Segments.fit(customers)
    assert groups is not None
    assert draw_groups(groups, tmp_path / "pictures").stat().st_size > 1000


def test_who_buys_often_and_falls_silent_has_left(customers: list[Buying]) -> None:
    leaving = Leaving.fit(customers)
    assert leaving is not None

    def gone(frequency: int, recency: float) -> float:
        probability = leaving.probability(one("x", frequency, recency)) if leaving else None
        assert probability is not None
        return probability

    assert 0 <= gone(15, 5) < 0.1
    assert gone(15, 400) > 0.9
    assert gone(15, 100) > gone(3, 100), "the same silence says more of who bought often"
    assert gone(1, 30) < gone(1, 700)
    assert leaving.probability(Buying("visitor", 0, None, 30, 0, 0, 0, 4, 4)) is None
    assert Leaving.fit(customers[:10]) is None


def test_who_leaves_is_foretold_about_as_often_as_it_happens() -> None:
    """Customers drawn from the model itself, of whom it is known who has left."""
    random = np.random.default_rng(1)
    drawn: list[Buying] = []
    left: list[bool] = []
    for n in range(1500):
        rate, quits, end = random.gamma(1.5, 1 / 40), random.beta(1.0, 4.0), 400.0
        times, alive = [0.0], random.random() > quits
        while alive and (following := times[-1] + random.exponential(1 / rate)) < end:
            times.append(following)
            alive = bool(random.random() > quits)
        customer = one(f"c{n}", len(times), end - times[-1], known=end)
        drawn.append(replace(customer, span=times[-1]))
        left.append(not alive)
    leaving = Leaving.fit(drawn)
    assert leaving is not None
    told = np.array([leaving.probability(customer) for customer in drawn], dtype=float)
    assert told.mean() == pytest.approx(np.mean(left), abs=0.05)
    sure = told > 0.7
    assert np.array(left)[sure].mean() == pytest.approx(told[sure].mean(), abs=0.07)


def test_buying_is_counted_from_orders_and_views(shop: ShopBuilder) -> None:
    ann, bob = shop.customer(email="ann@example.com"), shop.customer("Bob")
    tent, mat = shop.product("tent", price="200.00"), shop.product("mat", price="50.00")
    shop.order(ann, [(tent, 1)], placed=shop.ago(40))
    shop.order(ann, [(mat, 2)], placed=shop.ago(10), status=OrderStatus.RETURNED)
    shop.order(ann, [(mat, 1)], placed=shop.ago(1), status=OrderStatus.CANCELLED)
    with shop.sessions.writing() as session:
        for days in (3, 3, 5):
            seen = {"product_id": tent, "behaviour": Behaviour.BROWSE, "time": shop.ago(days)}
            session.add(Interaction(customer_id=ann, **seen))
    with shop.sessions.reading() as session:
        found = {each.customer_id: each for each in buying(session, shop.clock.now())}
        assert price_band(session, ann) == (87.5, 162.5)
        assert price_band(session, bob) is None
    assert found[ann].frequency == 2
    assert found[ann].recency == pytest.approx(10)
    assert found[ann].span == pytest.approx(30)
    assert (found[ann].money, found[ann].order_value, found[ann].returned) == (300, 150, 0.5)
    assert (found[ann].views, found[ann].busiest) == (3, 2)
    assert (found[bob].frequency, found[bob].recency, found[bob].order_value) == (0, None, 0)


@pytest.fixture
def here(shop: ShopBuilder, monkeypatch: pytest.MonkeyPatch) -> Iterator[ShopBuilder]:
    monkeypatch.setenv("AISLE_DATABASE_URL", shop.sessions.url.render_as_string(hide_password=False))
    monkeypatch.setattr("actions.customers.commands.console", Console(width=120))
    settings.cache_clear()
    yield shop
    settings.cache_clear()


def test_the_command_shows_a_customer(here: ShopBuilder) -> None:
    ann = here.customer(email="ann@example.com")
    here.order(ann, [(here.product("tent", price="200.00"), 1)])
    for who in (ann, " Ann@example.com"):
        result = CliRunner().invoke(app, ["profile", who])
        assert result.exit_code == 0, result.output
        assert "too few customers have ordered for groups" in result.output
        assert "$200.00" in result.output
        assert "one order" in result.output, "from which habits can't be told"
        assert re.search(r"missing\W+phone\b(?!.*type)", result.output)


def test_the_command_says_what_is_missing(here: ShopBuilder) -> None:
    ann, bare = here.customer(phone="+1 303 555 0100"), here.product("", brand="")
    for _ in range(2):
        here.order(ann, [(bare, 1)], delivered=10)
    History(here.sessions, here.clock).record("c", ann, [bare], Behaviour.BROWSE)
    output = CliRunner().invoke(app, ["profile", ann]).output
    assert re.search(r"missing\W+the type of 1 of their products, the brand of 1 of their products", output)
    assert "one order" in output, "two on one day are one"


def test_the_command_knows_no_stranger(here: ShopBuilder) -> None:
    result = CliRunner().invoke(app, ["profile", "C9999"])
    assert result.exit_code == 1
    assert "There is no customer C9999." in result.output
