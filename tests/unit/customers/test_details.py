"""Changing one's own name, phone number and address of mail: once, noted, and never to what cannot be."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from actions.customers.desk import CustomerDesk
from actions.customers.details import Details, DetailsChanged, NotChanged
from actions.customers.phones import find_phone
from actions.customers.types import CodeSent, Identified, Letter, NotIdentified, Proof, Standing
from actions.shop.clock import FixedClock
from actions.shop.models import AuditEntry, Customer
from actions.shop.policy import Policy
from actions.shop.session import Sessions
from tests.unit.shop_builder import ShopBuilder

LETTER = Letter("Your code", "{code}")
ANN = Proof(email="ann@example.com", order_number="1042")
NEW = Details(email="new@example.com")


class Outbox:
    """A post that keeps what it is given."""

    def __init__(self) -> None:
        self.letters: list[tuple[str, str]] = []

    def send(self, to: str, subject: str, text: str) -> None:
        self.letters.append((to, text))


@pytest.fixture
def outbox() -> Outbox:
    return Outbox()


@pytest.fixture
def desk(shop: ShopBuilder, outbox: Outbox) -> CustomerDesk:
    return CustomerDesk(shop.sessions, shop.policy, shop.clock, outbox)


@pytest.fixture
def ann(shop: ShopBuilder, desk: CustomerDesk) -> str:
    ann = shop.customer(email="ann@example.com")
    shop.order(ann, [(shop.product(), 1)], order_number="1042")
    desk.identify("c1", ANN)
    return ann


def test_a_quote_changes_nothing_and_the_deed_is_noted_once(
    shop: ShopBuilder, desk: CustomerDesk, ann: str
) -> None:
    wanted = Details(last_name="Pugh")
    quote = desk.quote_change_details(ann, wanted, "c1")
    assert quote == DetailsChanged(Details(last_name="Becker"), wanted, already=False)
    assert shop.count(AuditEntry) == 0
    assert desk.change_details(ann, wanted, "c1") == quote
    again = desk.change_details(ann, wanted, "c1")
    assert isinstance(again, DetailsChanged) and again.already
    with shop.sessions.reading() as session:
        assert session.get_one(Customer, ann).last_name == "Pugh"
        (entry,) = session.query(AuditEntry)
        assert (entry.action, entry.before, entry.after) == (
            "update_profile",
            {"last_name": "Becker"},
            {"last_name": "Pugh"},
        )
        assert entry.grant_id is not None


def test_many_at_once_change_it_once(any_database: Sessions, clock: FixedClock, policy: Policy) -> None:
    shop = ShopBuilder(any_database, clock, policy)
    ann, desk = shop.customer(), CustomerDesk(any_database, policy, clock)
    with ThreadPoolExecutor(8) as pool:
        made = list(
            pool.map(lambda _: desk.change_details(ann, Details(phone="+1 303 555 0188"), "c1"), range(16))
        )
    assert [one.already for one in made if isinstance(one, DetailsChanged)].count(False) == 1
    assert shop.count(AuditEntry) == 1


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        (Details(first_name="4711"), NotChanged.BAD_NAME),
        (Details(last_name=""), NotChanged.BAD_NAME),
        (Details(last_name="a\nBcc: x"), NotChanged.BAD_NAME),
        (Details(first_name="a" * 101), NotChanged.BAD_NAME),
        (Details(phone="12345"), NotChanged.BAD_PHONE),
        (Details(phone="call me"), NotChanged.BAD_PHONE),
    ],
)
def test_what_cannot_be(desk: CustomerDesk, ann: str, wanted: Details, why: NotChanged) -> None:
    assert desk.quote_change_details(ann, wanted, "c1") == why
    assert desk.change_details(ann, wanted, "c1") == why


def test_nobody_is_nobody(desk: CustomerDesk) -> None:
    assert desk.quote_change_details("C9999", Details(phone="+1 303 555 0188"), "c1") is None
    assert desk.change_details("C9999", Details(phone="+1 303 555 0188"), "c1") is None


def test_a_new_address_of_mail_is_taken_after_its_code_in_this_conversation(
    shop: ShopBuilder, desk: CustomerDesk, ann: str, outbox: Outbox
) -> None:
    assert desk.change_details(ann, NEW, "c1") == NotChanged.UNPROVED_EMAIL
    assert isinstance(desk.send_code("c1", LETTER, "new@example.com"), CodeSent)
    to, code = outbox.letters[-1]
    assert (
        to == "new@example.com" and desk.awaits_code("c1", "new@example.com") and not desk.awaits_code("c1")
    )
    assert isinstance(desk.confirm_code("c1", code), NotIdentified), "it proves nothing of the old address"
    assert isinstance(desk.confirm_code("c1", code, mailbox="other@example.com"), NotIdentified)
    assert isinstance(desk.confirm_code("c1", code, mailbox="new@example.com"), Identified)
    assert desk.standing("c1") == Standing(ann, "guest_proof"), "nor does it make the guest's proof stronger"
    desk.identify("c2", ANN)
    assert desk.change_details(ann, NEW, "c2") == NotChanged.UNPROVED_EMAIL, "another conversation"
    made = desk.change_details(ann, NEW, "c1", Letter("Changed", "It was changed."))
    assert isinstance(made, DetailsChanged) and not made.already
    assert outbox.letters[-1] == ("ann@example.com", "It was changed.")


def test_the_proof_of_a_mailbox_runs_out(
    shop: ShopBuilder, desk: CustomerDesk, ann: str, outbox: Outbox
) -> None:
    desk.send_code("c1", LETTER, "new@example.com")
    desk.confirm_code("c1", outbox.letters[-1][1], mailbox="new@example.com")
    shop.clock.advance(minutes=shop.policy.identity.grant_minutes + 1)
    assert desk.change_details(ann, NEW, "c1") == NotChanged.UNPROVED_EMAIL


def test_anothers_address_is_told_to_its_reader_alone(
    shop: ShopBuilder, desk: CustomerDesk, ann: str, outbox: Outbox
) -> None:
    shop.customer("Bob", "Weaver", email="New@Example.com")
    assert desk.quote_change_details(ann, NEW, "c1") == NotChanged.UNPROVED_EMAIL
    desk.send_code("c1", LETTER, "new@example.com")
    desk.confirm_code("c1", outbox.letters[-1][1], mailbox="new@example.com")
    assert desk.change_details(ann, NEW, "c1") == NotChanged.EMAIL_TAKEN


@pytest.mark.parametrize(
    ("text", "country", "number"),
    [
        ("its 303-555-0188 now", "US", "+1 303-555-0188"),
        ("(303) 555 0188", "US", "+1 303-555-0188"),
        ("07700 900412", "GB", "+44 7700 900412"),
        ("+44 7700 900412", "US", "+44 7700 900412"),
        ("0151 23456789", "DE", "+49 1512 3456789"),
        ("order 1042", "US", None),
        ("12345", "US", None),
        ("no digits", "US", None),
    ],
)
def test_phone_numbers_are_read_as_people_write_them(text: str, country: str, number: str | None) -> None:
    found = find_phone(text, country)
    assert (found.number if found else None) == number
