"""What changes in the shop is taken up by the services while they serve."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from actions.dialogue.current import Chore, Current
from actions.search import Filters
from actions.settings import Settings
from actions.shop.clock import FixedClock
from actions.shop.models import Interaction, Product
from actions.shop.session import Sessions, ShopUnavailable


@pytest.fixture(scope="module")
def sessions(trained: Settings) -> Iterator[Sessions]:
    sessions = Sessions(trained.database_url)
    yield sessions
    sessions.close()


@pytest.fixture(scope="module")
def clock() -> FixedClock:
    """Now, as what was trained just now says so too."""
    return FixedClock(datetime.now(UTC))


@pytest.fixture(scope="module")
def current(trained: Settings, sessions: Sessions, clock: FixedClock) -> Current:
    return Current(trained, clock)


def files(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def test_stock_and_prices_are_taken_up_and_nothing_is_written(
    trained: Settings, current: Current, sessions: Sessions
) -> None:
    services, before = current.services, files(trained.models_folder)
    boots = Filters(products=("T1001",))
    (hit,) = services.search.search("", boots)
    with sessions.writing() as session:
        for variant in session.get_one(Product, "T1001").variants:
            variant.price /= 2
    current.refresh()
    assert services.search.search("", boots)[0].price < hit.price
    with sessions.writing() as session:
        for variant in session.get_one(Product, "T1001").variants:
            variant.stock = 0
    current.refresh()
    assert not services.search.search("", boots)
    assert "T1001" not in [each.product_id for each in services.recommender.new_arrivals(k=1000)]
    assert not services.recommender.similar("T1002", 1000) or "T1001" not in [
        each.product_id for each in services.recommender.similar("T1002", 1000)
    ]
    assert current.services is services and files(trained.models_folder) == before


def test_what_changed_before_the_start_is_known(
    trained: Settings, sessions: Sessions, clock: FixedClock
) -> None:
    with sessions.writing() as session:
        for variant in session.get_one(Product, "T1005").variants:
            variant.stock = 0
    assert not Current(trained, clock).services.search.search("", Filters(products=("T1005",)))


def test_a_new_product_can_be_found_and_named(
    trained: Settings, current: Current, sessions: Sessions
) -> None:
    with sessions.writing() as session:
        session.get_one(Product, "T1003").title = "Zanzibar"
    current.refresh()
    assert current.services.search.search("zanzibar")[0].product_id == "T1003"
    assert "zanzibar" in (trained.models_folder / "vocabulary.json").read_text(encoding="utf-8")


def test_the_recommender_is_fitted_again_after_a_day_in_which_something_was_done(
    current: Current, sessions: Sessions, clock: FixedClock
) -> None:
    first = current.services.recommender
    with sessions.writing() as session:
        session.add(Interaction(customer_id="C0001", product_id="T1002", behaviour="Buy", time=clock.now()))
    clock.moment += timedelta(hours=2)
    current.refresh()
    assert current.services.recommender is first
    clock.moment += timedelta(days=1)
    current.refresh()
    second = current.services.recommender
    assert second is not first
    clock.moment += timedelta(days=1)
    current.refresh()
    assert current.services.recommender is second, "nothing was done since"


def test_a_bad_answer_is_complained_of_once(
    trained: Settings, current: Current, caplog: pytest.LogCaptureFixture
) -> None:
    topic = trained.data_folder / "faq" / "dogs.md"
    topic.write_text("no front matter", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            current.refresh()
    assert len(caplog.records) == 1 and "dogs.md" in caplog.text
    topic.write_text(
        "---\ntitle: Dogs\nquestions:\n  - May I bring my dog?\n  - Are dogs allowed?\ntags: [stores]\n---\n\n"
        "Dogs are welcome.\n",
        encoding="utf-8",
    )
    os.utime(topic, ns=(1, 1))
    current.refresh()
    answer = current.services.faq.answer("may i bring my dog")
    assert answer is not None and answer.topic == "dogs"


def test_old_exports_are_swept_up(trained: Settings, current: Current, clock: FixedClock) -> None:
    exports = current.services.exports
    kept, old = (trained.var_folder / "exports" / exports.put({}) for _ in range(2))
    os.utime(old, (time.time() - 7200, time.time() - 7200))
    clock.moment += timedelta(minutes=10)
    current.refresh()
    assert kept.exists() and not old.exists()


def test_a_chore_waits_for_another_stamp_but_not_where_the_database_was_busy() -> None:
    errors: list[Exception] = [ValueError(), ShopUnavailable()]
    done: list[int] = []
    stamp = 0

    def work() -> None:
        done.append(stamp)
        if errors:
            raise errors.pop(0)

    chore = Chore(lambda: stamp, work, done=-1)
    with pytest.raises(ValueError):
        chore()
    chore()
    assert done == [0]
    stamp = 1
    with pytest.raises(ShopUnavailable):
        chore()
    chore()
    chore()
    assert done == [0, 1, 1]
