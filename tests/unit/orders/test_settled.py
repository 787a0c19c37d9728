"""Nothing is made good twice: whatever was done about a piece, no other way of doing something about it is left."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Mapping
from datetime import timedelta
from decimal import Decimal
from itertools import product as pairs
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier

import pytest

from actions.orders.changing import ChangeMade, terms
from actions.orders.desk import OrderDesk
from actions.orders.problem_types import ProblemMade, ProblemQuote
from actions.orders.return_types import ReturnMade
from actions.orders.settled import HOW
from actions.orders.swapping import Wanted
from actions.orders.types import Refusal, Why
from actions.settings import ROOT
from actions.shop.clock import FixedClock
from actions.shop.models import AuditEntry, Order, OrderItem, OrderStatus, Problem, Return
from actions.shop.policy import Policy
from actions.shop.session import Sessions
from tests.unit.orders.conftest import moved, stock
from tests.unit.shop_builder import ShopBuilder

Deed = Callable[[OrderDesk, str, str, int], object]


def give_back(desk: OrderDesk, ann: str, number: str, pieces: int = 1) -> object:
    return desk.return_items(ann, number, {1: pieces}, "faulty")


def swap(desk: OrderDesk, ann: str, number: str, pieces: int = 1) -> object:
    order = desk.order(ann, number)
    assert order
    return desk.exchange_items(ann, number, {1: Wanted(order.items[0].sku.replace("-1", "-2"), pieces)})


def send_again(desk: OrderDesk, ann: str, number: str, pieces: int = 1) -> object:
    return desk.report_problem(ann, number, "damaged", {1: pieces}, "torn", "replacement")


def pay_back(desk: OrderDesk, ann: str, number: str, pieces: int = 1) -> object:
    return desk.report_problem(ann, number, "missing", {1: pieces}, "not there", "refund")


def call_off_order(desk: OrderDesk, ann: str, number: str, pieces: int = 1) -> object:
    return desk.cancel(ann, number)


def take_out(desk: OrderDesk, ann: str, number: str, pieces: int = 1) -> object:
    return desk.change_items(ann, number, {1: Wanted(None, pieces)})


def pay_otherwise(desk: OrderDesk, ann: str, number: str, pieces: int = 1) -> object:
    return desk.change_payment(ann, number, f"{ann}-paypal")


AFTER: Mapping[str, Deed] = {
    "return": give_back,
    "exchange": swap,
    "replacement": send_again,
    "refund": pay_back,
}
"""What can be done about what arrived, by what it is as a settlement."""
BEFORE: Mapping[str, Deed] = {"cancel": call_off_order, "change": take_out, "pay": pay_otherwise}


@pytest.fixture
def lenient(shop: ShopBuilder) -> OrderDesk:
    """The desk of a shop whose policy lets even what has arrived be cancelled and changed, without a cut-off for it."""
    rules = shop.policy.changes
    update: dict[str, object] = {
        name: rule.model_copy(update={"statuses": tuple(OrderStatus)})
        for name in ("cancel_order", "change_order", "change_payment")
        if (rule := getattr(rules, name))
    }
    policy = shop.policy.model_copy(update={"changes": rules.model_copy(update=update)})
    return OrderDesk(shop.sessions, policy, shop.clock)


def two_lines(shop: ShopBuilder, ann: str, pieces: int = 1) -> str:
    return shop.order(ann, [(shop.product(price="40.00", sizes=("M", "L")), pieces), (shop.product(), 1)])


def given(shop: ShopBuilder, number: str) -> Decimal:
    """What was promised or paid back, and the worth of what is sent again, for the first line."""
    with shop.sessions.reading() as session:
        returns, problems = session.query(Return).all(), session.query(Problem).all()
        repaid = [*(made.refund for made in returns), *(made.refund for made in problems)]
        swapped = [item.amount for made in returns if made.kind == "exchange" for item in made.items]
        sent = [item.amount for made in problems if made.remedy == "replacement" for item in made.items]
        return sum((*repaid, *swapped, *sent), Decimal(0))


@pytest.mark.parametrize(("first", "second"), list(pairs(AFTER, AFTER)))
def test_one_piece_is_settled_once(
    shop: ShopBuilder, desk: OrderDesk, ann: str, first: str, second: str
) -> None:
    number = two_lines(shop, ann)
    assert not isinstance(AFTER[first](desk, ann, number, 1), Refusal)
    shop.clock.advance(days=3)  # what is sent again has left
    again = AFTER[second](desk, ann, number, 1)
    if first == second:
        assert getattr(again, "already")  # noqa: B009
    else:
        assert isinstance(again, Refusal)
        assert (again.why, again.because, again.line) == (Why.ALREADY_SETTLED, HOW[first], 1)
        assert again.return_number and again.title and "person" in again.instead
        assert "other_remedy" not in again.instead
    assert given(shop, number) == Decimal("40.00")
    assert shop.count(Return) + shop.count(Problem) == 1


@pytest.mark.parametrize(("first", "second"), list(pairs(AFTER, BEFORE)))
def test_an_order_of_which_something_is_settled_is_neither_cancelled_nor_changed(
    shop: ShopBuilder, lenient: OrderDesk, ann: str, first: str, second: str
) -> None:
    number = two_lines(shop, ann)
    assert not isinstance(AFTER[first](lenient, ann, number, 1), Refusal)
    before = moved(shop, number)
    refused = BEFORE[second](lenient, ann, number, 1)
    assert isinstance(refused, Refusal) and (refused.why, refused.because) == (
        Why.ALREADY_SETTLED,
        HOW[first],
    )
    assert moved(shop, number) == before


@pytest.mark.parametrize("second", AFTER)
def test_nothing_comes_back_from_a_cancelled_order(
    shop: ShopBuilder, lenient: OrderDesk, ann: str, second: str
) -> None:
    number = two_lines(shop, ann)
    assert isinstance(lenient.cancel(ann, number), ChangeMade)
    refused = AFTER[second](lenient, ann, number, 1)
    assert isinstance(refused, Refusal) and refused.why is Why.WRONG_STATUS


@pytest.mark.parametrize("second", AFTER)
def test_nothing_comes_back_of_what_was_taken_out(
    shop: ShopBuilder, lenient: OrderDesk, ann: str, second: str
) -> None:
    number = two_lines(shop, ann, pieces=2)
    assert isinstance(lenient.change_items(ann, number, {1: Wanted(None, 1)}), ChangeMade)
    refused = AFTER[second](lenient, ann, number, 2)
    assert isinstance(refused, Refusal) and refused.why is Why.BAD_QUANTITY


@pytest.mark.parametrize(("first", "second"), list(pairs(AFTER, ("return", "exchange"))))
def test_of_two_pieces_the_other_can_still_go_back(
    shop: ShopBuilder, desk: OrderDesk, ann: str, first: str, second: str
) -> None:
    number = two_lines(shop, ann, pieces=2)
    assert not isinstance(AFTER[first](desk, ann, number, 1), Refusal)
    both = AFTER[second](desk, ann, number, 2)
    assert isinstance(both, Refusal) and (both.why, both.available) == (Why.BAD_QUANTITY, 1)
    if first != second:  # the same again, without a key of its own, is the same
        other = AFTER[second](desk, ann, number, 1)
        assert not isinstance(other, Refusal) and not getattr(other, "already")  # noqa: B009


def test_what_was_called_off_is_not_settled(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    for number in (two_lines(shop, ann), two_lines(shop, ann)):
        made = give_back(desk, ann, number)
        assert isinstance(made, ReturnMade)
        desk.undo(ann, number, made.return_number)
        assert isinstance(send_again(desk, ann, number), ProblemMade)


def test_until_a_replacement_is_sent_it_can_be_the_money_instead(
    shop: ShopBuilder, desk: OrderDesk, ann: str
) -> None:
    number = two_lines(shop, ann)
    with shop.sessions.reading() as session:
        sku = session.get_one(OrderItem, (number, 1)).sku
    assert isinstance(send_again(desk, ann, number), ProblemMade) and stock(shop, sku) == 4
    refused = give_back(desk, ann, number)
    assert isinstance(refused, Refusal) and refused.instead == ("other_remedy", "person")
    quote = desk.quote_problem(ann, number, "damaged", {1: 1})
    assert isinstance(quote, ProblemQuote)
    assert (quote.in_place_of, [str(offer.remedy) for offer in quote.offers]) == ("P-100001", ["refund"])

    for already in (False, True):
        made = desk.report_problem(
            ann, number, "damaged", {1: 1}, "", "refund", told=terms(quote), idempotency_key="yes"
        )
        assert isinstance(made, ProblemMade)
        assert (made.problem_number, made.remedy, made.refund) == ("P-100001", "refund", Decimal("40.00"))
        assert made.already is already
    assert stock(shop, sku) == 5 and moved(shop, number)[1:] == [("refund", "40.00", "card")]
    assert shop.count(Problem) == 1 and given(shop, number) == Decimal("40.00")
    with shop.sessions.reading() as session:
        notes = [entry for entry in session.query(AuditEntry) if entry.before.get("problems") is None]
        assert notes[-1].before == {"P-100001": "replacement"} and notes[-1].after["remedy"] == "refund"


def test_only_the_very_pieces_that_are_sent_again_can_be_the_money_instead(
    shop: ShopBuilder, desk: OrderDesk, ann: str
) -> None:
    number = two_lines(shop, ann, pieces=2)
    desk.report_problem(ann, number, "damaged", {1: 2}, "torn", "replacement")
    one = desk.report_problem(ann, number, "damaged", {1: 1}, "torn", "refund")
    assert isinstance(one, Refusal) and one.why is Why.ALREADY_SETTLED
    assert moved(shop, number)[1:] == []


@pytest.mark.parametrize(("hours", "possible"), [(0, True), (1.9, True), (2.1, False)])
def test_a_replacement_is_sent_at_the_cut_off(
    shop: ShopBuilder, ann: str, hours: float, possible: bool
) -> None:
    """Reported at noon of a working day in Denver, whose cut-off is at 14:00."""
    clock = FixedClock(shop.clock.now())
    local = clock.now().astimezone(shop.policy.delivery.time_zone)
    noon = local.replace(hour=12, minute=0, second=0, microsecond=0) + timedelta(
        days=(1 - local.weekday()) % 7
    )
    clock = FixedClock(noon)
    desk = OrderDesk(shop.sessions, shop.policy, clock)
    number = two_lines(shop, ann)
    send_again(desk, ann, number)
    desk = OrderDesk(shop.sessions, shop.policy, FixedClock(noon + timedelta(hours=hours)))
    answer = desk.quote_problem(ann, number, "damaged", {1: 1}, "torn")
    assert isinstance(answer, ProblemQuote) is possible


def test_each_of_two_processes_wants_another_thing_done(
    any_database: Sessions, clock: FixedClock, policy: Policy
) -> None:
    shop = ShopBuilder(any_database, clock, policy)
    ann = shop.customer()
    numbers = {pair: two_lines(shop, ann) for pair in pairs(AFTER, AFTER) if pair[0] < pair[1]}
    spawn = multiprocessing.get_context("spawn")
    answers: Queue[tuple[str, str]] = spawn.Queue()
    ready = spawn.Barrier(2)
    url = any_database.url.render_as_string(hide_password=False)
    wishes = [[(numbers[pair], pair[side]) for pair in numbers] for side in (0, 1)]
    processes = [
        spawn.Process(target=do_all, args=(url, clock, ann, wish, ready, answers)) for wish in wishes
    ]
    for process in processes:
        process.start()
    got = [answers.get(timeout=60) for _ in range(2 * len(numbers))]
    for process in processes:
        process.join(timeout=30)
        assert process.exitcode == 0
    done = [number for number, what in got if what != "refused"]
    switched = numbers["refund", "replacement"]  # sent again, then rather the money: one report
    assert sorted({*done}) == sorted(numbers.values())
    assert all(done.count(number) == 1 for number in numbers.values() if number != switched)
    assert shop.count(Return) + shop.count(Problem) == len(numbers)
    with any_database.reading() as session:
        assert session.get_one(Order, switched).problems[0].remedy in ("refund", "replacement")


def do_all(
    url: str,
    clock: FixedClock,
    ann: str,
    wishes: list[tuple[str, str]],
    ready: Barrier,
    answers: Queue[tuple[str, str]],
) -> None:
    """One process: its wish about each order, all begun at the same moment as the other's."""
    policy = Policy.load(ROOT / "data" / "shop" / "policy.yml")
    desk = OrderDesk(Sessions(url, busy_seconds=30), policy, clock)
    for number, what in wishes:
        ready.wait(timeout=60)
        made = AFTER[what](desk, ann, number, 1)
        answers.put((number, "refused" if isinstance(made, Refusal) else what))
