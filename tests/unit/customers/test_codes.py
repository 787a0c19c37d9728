"""One-time codes by e-mail: sent by a real mail server, used once, and no way round them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from aiosmtpd.controller import Controller

from actions.customers.desk import CustomerDesk
from actions.customers.post import PostFailed, SmtpPost, post_of
from actions.customers.types import (
    CodeNotSent,
    CodeSent,
    Identified,
    Letter,
    Locked,
    NotIdentified,
    Proof,
    Standing,
)
from actions.settings import Settings
from actions.shop.models import FailedProof, Grant, OneTimeCode
from actions.shop.policy import Policy
from tests.support.mailbox import Mailbox, mail_server
from tests.unit.shop_builder import ShopBuilder

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")

LETTER = Letter("Your code", "Your code is {code}. It works once.")
ANN = Proof(person_name="Ann Becker", postcode="80302")


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def server(mailbox: Mailbox) -> Iterator[Controller]:
    with mail_server(mailbox) as running:
        yield running


@pytest.fixture
def post(server: Controller) -> SmtpPost:
    return SmtpPost("127.0.0.1", server.port, "help@tarn.example", "shop", "secret", starttls=False)


@pytest.fixture
def strict() -> Policy:
    """Cancelling needs a code; a code has eight digits, lives five minutes, and there are two an hour."""
    return Policy.load(Path(__file__).parent.parent / "orders" / "strict_policy.yml")


@pytest.fixture
def desk(shop: ShopBuilder, strict: Policy, post: SmtpPost) -> CustomerDesk:
    long = strict.identity.model_copy(update={"grant_minutes": 60})
    return CustomerDesk(shop.sessions, strict.model_copy(update={"identity": long}), shop.clock, post)


@pytest.fixture
def ann(shop: ShopBuilder) -> str:
    return shop.customer(email="ann@example.com")


def test_a_code_makes_a_guests_proof_stronger(
    shop: ShopBuilder, desk: CustomerDesk, strict: Policy, ann: str, mailbox: Mailbox
) -> None:
    rules = strict.identity
    assert desk.standing("c1") is None and rules.lacks(None, "cancel_order") == "guest_proof"
    desk.identify("c1", ANN)
    assert desk.standing("c1") == Standing(ann, "guest_proof")
    assert rules.lacks("guest_proof", "track_order") is None and desk.who("c1", action="track_order") == ann
    assert rules.lacks("guest_proof", "cancel_order") == "emailed_code"
    assert desk.who("c1", action="cancel_order") is None

    sent = desk.send_code("c1", LETTER)
    assert sent == CodeSent("a…n@example.com", shop.clock.now() + timedelta(minutes=5))
    (letter,) = mailbox.letters
    assert (letter["To"], letter["From"], letter["Subject"]) == (
        "ann@example.com",
        "help@tarn.example",
        "Your code",
    )
    assert len(mailbox.code()) == 8

    answer = desk.confirm_code("c1", f" {mailbox.code()[:4]}-{mailbox.code()[4:]} ")
    assert isinstance(answer, Identified) and answer.customer_id == ann
    assert desk.standing("c1") == Standing(ann, "emailed_code")
    assert (
        desk.who("c1", action="cancel_order") == ann and rules.lacks("emailed_code", "cancel_order") is None
    )
    assert rules.lacks("emailed_code", "return_item") == "signed_in", "which a code is not"
    with shop.sessions.reading() as session:
        grant = session.query(Grant).order_by(Grant.id.desc()).first()
        assert grant and (grant.strength, grant.how) == ("emailed_code", "person_name+postcode+code")
        assert mailbox.code() not in " ".join(f"{c.salt} {c.digest}" for c in session.query(OneTimeCode))


def test_a_signed_in_customer_needs_no_code(shop: ShopBuilder, desk: CustomerDesk, ann: str) -> None:
    desk.sign_in("c1", ann, shop.clock.now() + timedelta(minutes=10))
    assert desk.who("c1", action="cancel_order") == ann


def test_a_code_works_once_in_its_conversation_and_for_its_minutes(
    shop: ShopBuilder, desk: CustomerDesk, ann: str, mailbox: Mailbox
) -> None:
    for conversation in ("c1", "c2"):
        desk.identify(conversation, ANN)
    desk.send_code("c1", LETTER)
    code = mailbox.code()
    assert isinstance(desk.confirm_code("c2", code), NotIdentified), "another conversation"
    assert isinstance(desk.confirm_code("c1", code), Identified)
    assert isinstance(desk.confirm_code("c1", code), NotIdentified), "used"
    desk.send_code("c2", LETTER)
    shop.clock.advance(minutes=5.1)
    assert isinstance(desk.confirm_code("c2", mailbox.code()), NotIdentified), "too old"


def test_only_the_last_code_counts(desk: CustomerDesk, ann: str, mailbox: Mailbox) -> None:
    desk.identify("c1", ANN)
    desk.send_code("c1", LETTER)
    first = mailbox.code()
    desk.send_code("c1", LETTER)
    if first != mailbox.code():
        assert isinstance(desk.confirm_code("c1", first), NotIdentified)
    assert isinstance(desk.confirm_code("c1", mailbox.code()), Identified)


def test_nobody_is_flooded(shop: ShopBuilder, desk: CustomerDesk, ann: str, mailbox: Mailbox) -> None:
    for conversation in ("c1", "c2", "c3"):
        desk.identify(conversation, ANN)
    desk.send_code("c1", LETTER)
    shop.clock.advance(minutes=10)
    desk.send_code("c2", LETTER)
    until = shop.clock.now() + timedelta(minutes=50)
    assert desk.send_code("c3", LETTER) == CodeNotSent(until)
    assert len(mailbox.letters) == 2
    shop.clock.advance(minutes=50)
    desk.identify("c3", ANN)
    assert isinstance(desk.send_code("c3", LETTER), CodeSent)


def test_without_a_guests_proof_nothing_is_sent(desk: CustomerDesk, ann: str, mailbox: Mailbox) -> None:
    assert desk.send_code("c1", LETTER) == NotIdentified()
    assert mailbox.letters == []


def test_without_a_mail_server_a_person_has_to_help(
    shop: ShopBuilder, strict: Policy, ann: str, post: SmtpPost, server: Controller
) -> None:
    closed = SmtpPost("127.0.0.1", 9, "help@tarn.example", starttls=False)
    rejected = SmtpPost("127.0.0.1", server.port, "help@tarn.example", "shop", "wrong", starttls=False)
    plain = SmtpPost("127.0.0.1", server.port, "help@tarn.example", "shop", "secret")
    for number, broken in enumerate((None, closed, rejected, plain)):
        desk = CustomerDesk(shop.sessions, strict, shop.clock, broken)
        desk.identify(f"c{number}", ANN)
        assert desk.send_code(f"c{number}", LETTER) == CodeNotSent()
        shop.clock.advance(hours=2)


def test_what_a_mail_cannot_be_sent_to(post: SmtpPost, mailbox: Mailbox) -> None:
    with pytest.raises(PostFailed) as error:
        post.send("ann@example.com\nBcc: all@example.com", "Your code", "1")
    assert "ann" not in str(error.value) and mailbox.letters == []


def test_wrong_codes_lock_like_wrong_proofs_everywhere(
    shop: ShopBuilder, desk: CustomerDesk, strict: Policy, ann: str, mailbox: Mailbox
) -> None:
    """After two: in a new conversation from that address, and after a restart, too."""
    desk.identify("web:1", ANN, "203.0.113.7")
    desk.send_code("web:1", LETTER)
    wrong = f"{(int(mailbox.code()) + 1) % 10**8:08}"
    assert desk.confirm_code("web:1", wrong, "203.0.113.7") == NotIdentified(remaining=1)
    locked = desk.confirm_code("web:1", wrong, "203.0.113.7")
    assert locked == Locked(shop.clock.now() + timedelta(minutes=5))
    assert desk.confirm_code("web:1", mailbox.code(), "203.0.113.7") == locked, "even the right one"
    restarted = CustomerDesk(shop.sessions, strict, shop.clock)
    assert restarted.identify("telegram:9", ANN, "203.0.113.7") == locked
    assert isinstance(restarted.identify("telegram:9", ANN, "203.0.113.8"), Identified)


def test_every_failure_takes_as_long(
    shop: ShopBuilder, desk: CustomerDesk, ann: str, mailbox: Mailbox
) -> None:
    """Medians within 20 ms: a wrong code, one that is too old, and none sent at all."""
    for conversation in ("wrong", "old"):
        desk.identify(conversation, ANN)
        desk.send_code(conversation, LETTER)
    shop.change(OneTimeCode, 2, expires=shop.clock.now())
    desk.identify("none", ANN)
    took: dict[str, list[float]] = {"wrong": [], "old": [], "none": [], "nobody": []}
    for _ in range(15):
        for conversation, times in took.items():
            begun = perf_counter()
            answer = desk.confirm_code(conversation, "x")
            times.append(perf_counter() - begun)
            assert answer == NotIdentified(remaining=1)
            with shop.sessions.writing() as session:
                session.query(FailedProof).delete()
    medians = [median(times) for times in took.values()]
    assert max(medians) - min(medians) < 0.020


def test_the_settings_name_the_server() -> None:
    assert post_of(Settings(_env_file=None)) is None  # type: ignore[call-arg]
    named = Settings(_env_file=None, smtp_host="mail.example", smtp_password="p", smtp_user="u")  # type: ignore[call-arg, arg-type]
    assert post_of(named) == SmtpPost("mail.example", 587, "shop@localhost", "u", "p", True)
