"""Proving who one is: what is accepted, what is not, and that every failure looks the same."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from sqlalchemy import event

from actions.customers.desk import CustomerDesk
from actions.customers.types import Identified, Locked, NotIdentified, Proof
from actions.shop.clock import FixedClock
from actions.shop.models import FailedProof, Grant
from actions.shop.policy import Policy
from actions.shop.session import Sessions
from tests.unit.shop_builder import ShopBuilder


@pytest.fixture
def desk(shop: ShopBuilder) -> CustomerDesk:
    return CustomerDesk(shop.sessions, shop.policy, shop.clock)


@pytest.fixture
def ann(shop: ShopBuilder) -> str:
    """Ann Becker, ann@example.com, 80302, of order 1042; Bob has order 1050, and the same postcode."""
    ann = shop.customer(email="Ann@Example.com")
    jacket = shop.product()
    shop.order(ann, [(jacket, 1)], order_number="1042")
    shop.order(shop.customer("Bob", "Weaver", email="bob@example.com"), [(jacket, 1)], order_number="1050")
    return ann


@pytest.mark.parametrize(
    "proof",
    [
        Proof(email="ann@example.com", order_number="1042"),
        Proof(email="  ANN@example.COM ", order_number="#1042"),
        Proof(person_name="becker ann", postcode="80302", order_number="1042"),
        Proof(person_name="Ann Becker", postcode="803 02", order_number=" 1042 "),
        Proof(email="wrong@example.com", person_name="Ann Becker", postcode="80302", order_number="1042"),
    ],
)
def test_a_complete_and_true_set_is_enough(desk: CustomerDesk, ann: str, proof: Proof) -> None:
    answer = desk.identify("c1", proof)
    assert isinstance(answer, Identified) and answer.customer_id == ann
    assert desk.who("c1") == ann


def test_what_was_proved_is_a_row(shop: ShopBuilder, desk: CustomerDesk, ann: str) -> None:
    desk.identify("c1", Proof(email="ann@example.com", order_number="1042"))
    with shop.sessions.reading() as session:
        grant = session.get_one(Grant, 1)
        assert (grant.conversation, grant.customer_id, grant.order_number) == ("c1", ann, "1042")
        assert (grant.strength, grant.how) == ("guest_proof", "email+order_number")


WRONG = {
    "unknown customer": Proof(email="nobody@example.com", order_number="1042"),
    "unknown order": Proof(email="ann@example.com", order_number="9999"),
    "somebody else's order": Proof(email="ann@example.com", order_number="1050"),
    "nothing right": Proof(email="nobody@example.com", order_number="9999"),
    "wrong name": Proof(person_name="Bob Becker", postcode="80302", order_number="1042"),
    "wrong postcode": Proof(person_name="Ann Becker", postcode="10025", order_number="1042"),
    "name and e-mail of different people": Proof(
        email="ann@example.com", person_name="Bob Weaver", postcode="80302", order_number="9999"
    ),
    "facts of two customers": Proof(email="bob@example.com", order_number="1042"),
    "SQL": Proof(email="' OR '1'='1", order_number="1042"),
    "what no database can hold": Proof(email="ann\0\ud800@example.com", order_number="10\042"),
    "a wildcard": Proof(email="%@%", order_number="1042"),
}


@pytest.mark.parametrize("proof", WRONG.values(), ids=WRONG)
def test_every_failure_gets_the_same_answer(desk: CustomerDesk, ann: str, proof: Proof) -> None:
    assert desk.identify("c1", proof) == NotIdentified(remaining=4)
    assert desk.who("c1") is None


def test_half_a_character_fails_like_any_other(
    any_database: Sessions, clock: FixedClock, policy: Policy
) -> None:
    desk = CustomerDesk(any_database, policy, clock)
    for proof in (
        WRONG["what no database can hold"],
        Proof(person_name="\ud800", postcode="\ud800\0", order_number="\ud800"),
    ):
        assert isinstance(desk.identify("c\ud800", proof, "\ud800"), NotIdentified)


def test_every_failure_asks_the_database_the_same(shop: ShopBuilder, desk: CustomerDesk, ann: str) -> None:
    asked: list[str] = []
    event.listen(shop.sessions.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    questions = set()
    for name in ("unknown customer", "unknown order", "somebody else's order", "nothing right"):
        asked.clear()
        desk.identify(name, WRONG[name])
        questions.add(tuple(asked))
    assert len(questions) == 1


@pytest.mark.parametrize(
    ("proof", "missing"),
    [
        (Proof(), ("email", "order_number")),
        (Proof(email="ann@example.com"), ("order_number",)),
        (Proof(order_number="1042", email="  "), ("email",)),
        (Proof(person_name="Ann Becker", order_number="1042"), ("email",)),
        (Proof(person_name="Ann Becker", postcode="80302"), ("order_number",)),
    ],
)
def test_an_incomplete_proof_says_what_is_missing_and_is_not_counted(
    shop: ShopBuilder, desk: CustomerDesk, ann: str, proof: Proof, missing: tuple[str, ...]
) -> None:
    for _ in range(9):
        assert desk.identify("c1", proof) == NotIdentified(missing)
    assert shop.count(FailedProof) == 0


def test_another_policy_asks_for_other_facts(shop: ShopBuilder) -> None:
    """Name and postcode alone: right if they fit one customer, useless if they fit two."""
    strict = Policy.load(Path(__file__).parent.parent / "orders" / "strict_policy.yml")
    desk = CustomerDesk(shop.sessions, strict, shop.clock)
    ann = shop.customer()
    proof = Proof(person_name="Ann Becker", postcode="80302")
    answer = desk.identify("c1", proof)
    assert isinstance(answer, Identified) and answer.customer_id == ann
    shop.customer(email="other.ann@example.com")
    assert isinstance(desk.identify("c2", proof), NotIdentified)


def test_no_guess_is_kept(shop: ShopBuilder, desk: CustomerDesk, ann: str) -> None:
    desk.identify("c1", Proof(email="secret@example.com", order_number="7777"), "203.0.113.7")
    with shop.sessions.reading() as session:
        kept = " ".join(f"{row.kind} {row.subject}" for row in session.query(FailedProof))
    assert "secret" not in kept and "7777" not in kept and "203.0.113.7" not in kept


def test_locks_say_nothing_of_the_proof(desk: CustomerDesk, ann: str) -> None:
    for _ in range(5):
        desk.identify("c1", WRONG["unknown customer"])
    right = desk.identify("c1", Proof(email="ann@example.com", order_number="1042"))
    wrong = desk.identify("c1", WRONG["unknown customer"])
    assert isinstance(right, Locked) and right == wrong
    assert desk.identify("c1", Proof(email="ann@example.com")) == right, "said before all is asked for"


def test_every_failure_takes_as_long(desk: CustomerDesk, ann: str) -> None:
    """Medians within 20 ms, whatever of it was wrong."""
    took: dict[str, list[float]] = {name: [] for name in WRONG}
    for round in range(9):
        for name, times in took.items():
            begun = perf_counter()
            desk.identify(f"{name} {round}", WRONG[name])
            times.append(perf_counter() - begun)
    medians = [median(times) for times in took.values()]
    assert max(medians) - min(medians) < 0.020
