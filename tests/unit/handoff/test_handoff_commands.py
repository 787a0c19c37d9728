"""`./aisle handoffs …`, on a database of the test's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from typer.testing import CliRunner, Result

from actions.handoff.commands import handoffs
from actions.handoff.desk import HandoffDesk
from actions.settings import settings
from tests.unit.shop_builder import ShopBuilder


@pytest.fixture
def desk(shop: ShopBuilder, monkeypatch: pytest.MonkeyPatch) -> Iterator[HandoffDesk]:
    monkeypatch.setenv("AISLE_DATABASE_URL", shop.sessions.url.render_as_string(hide_password=False))
    monkeypatch.setattr("actions.handoff.commands.console.width", 200)
    settings.cache_clear()
    yield HandoffDesk(shop.sessions, shop.policy, shop.clock)
    settings.cache_clear()


def run(*words: str) -> Result:
    return CliRunner().invoke(handoffs, words)


def waiting() -> list[str]:
    return re.findall(r"H-\d+", run("list").stdout)


def test_the_queue_is_seen_taken_and_closed(shop: ShopBuilder, desk: HandoffDesk) -> None:
    ann = shop.customer(email="ann@example.com")
    desk.request("c1", "ask_human", "Shopper: my tent leaks", ann)
    desk.request("c2", "complain", "Shopper: too slow")
    listed = run("list").stdout
    assert "ann@example.com" in listed and "my tent leaks" in listed and "complain" in listed
    assert "H-100001 is yours" in run("take", "h-100001").stdout
    assert waiting() == ["H-100002"]
    assert re.findall(r"H-\d+", run("list", "--all").stdout) == ["H-100001", "H-100002"]
    assert "is closed" in run("close", "H-100002").stdout
    assert run("list").exit_code == 1 and "Nobody is waiting." in run("list").stdout


def test_what_cannot_be_taken_or_closed_is_a_sentence(desk: HandoffDesk) -> None:
    desk.request("c1", "ask_human", "…")
    run("take", "H-100001")
    again, unknown, gone = run("take", "H-100001"), run("take", "H-100009"), run("close", "H-100009")
    assert "does not wait: it is taken" in again.stdout
    assert [r.exit_code for r in (again, unknown, gone)] == [1, 1, 1]
    assert "There is no H-100009." in unknown.stdout and "There is no H-100009." in gone.stdout
