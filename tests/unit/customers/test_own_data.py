"""A customer's own data: shown whole, forgotten as far as the law allows, consents, alerts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from actions.customers.alerts import Watch
from actions.customers.conversations import ConversationsUnavailable
from actions.customers.desk import CustomerDesk
from actions.customers.erasing import Erasure, NotErased
from actions.customers.post import PostFailed
from actions.customers.types import Identified, Letter, NotIdentified, Proof
from actions.shop.models import (
    Alert,
    AuditEntry,
    Base,
    CartItem,
    Consent,
    Customer,
    Feedback,
    Grant,
    Handoff,
    Interaction,
    OneTimeCode,
    Order,
    OrderChange,
    PaymentMethod,
    Problem,
    ProblemItem,
    Purpose,
    Return,
    ReturnItem,
    SuggestionShown,
    Transaction,
    Variant,
)
from tests.unit.shop_builder import ShopBuilder

LETTER = Letter("{title} is here", "Look: {title}")


@dataclass
class Mailbox:
    """A post that keeps its letters, or fails."""

    letters: list[tuple[str, str, str]] = field(default_factory=list)
    broken: bool = False

    def send(self, to: str, subject: str, text: str) -> None:
        if self.broken:
            raise PostFailed("broken")
        self.letters.append((to, subject, text))


@dataclass
class Chats:
    """A bot's conversations, or none where it does not answer."""

    said: dict[str, str]
    broken: bool = False

    def read(self, conversations: Sequence[str]) -> list[dict[str, str]]:
        return [
            {"conversation": each, "text": self.said[each]} for each in conversations if each in self.said
        ]

    def forget(self, conversations: Sequence[str], open: str | None = None) -> None:
        if self.broken:
            raise ConversationsUnavailable("broken")
        for conversation in conversations:
            self.said.pop(conversation, None)


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def desk(shop: ShopBuilder, mailbox: Mailbox) -> CustomerDesk:
    return CustomerDesk(shop.sessions, shop.policy, shop.clock, mailbox)


def everything_about(shop: ShopBuilder, customer: str, status: str = "delivered") -> str:
    """At least one row in every table that can speak of the customer; the order's number."""
    tent, now = shop.product("tent"), shop.clock.now()
    order = shop.order(customer, [(tent, 2)], status=status, delivered=30)
    shop.parcel(order, expected=-3, lines=(1,), status="delivered")
    payment = f"{customer}-card"
    rows: list[Base] = [
        Consent(customer_id=customer, purpose="newsletter", given=True, changed=now),
        Alert(customer_id=customer, product_id=tent, colour="", size="M", created=now),
        CartItem(customer_id=customer, sku=f"{tent}-1", quantity=1, added=now),
        Interaction(customer_id=customer, conversation="c", product_id=tent, behaviour="Browse", time=now),
        SuggestionShown(conversation="c", customer_id=customer, product_id=tent, reason="new", shown=now),
        OneTimeCode(
            conversation="c", customer_id=customer, salt="pepper", digest="d1gest", sent=now, expires=now
        ),
        Grant(
            conversation="c",
            customer_id=customer,
            strength="signed_in",
            how="claim",
            granted=now,
            expires=now + timedelta(hours=1),
        ),
        Handoff(
            id=1,
            number="H-1",
            conversation="c",
            customer_id=customer,
            reason="",
            summary="said much",
            status="closed",
            created=now,
        ),
        Feedback(
            conversation="c",
            customer_id=customer,
            words="the zip is bad",
            order_number=order,
            product_ids=[tent],
            created=now,
        ),
        AuditEntry(
            time=now,
            conversation="c",
            customer_id=customer,
            action="x",
            subject="y",
            before={"street": "1 Pearl Street"},
            after={},
        ),
        OrderChange(
            id=1,
            change_number="C-1",
            order_number=order,
            kind="change_address",
            wish={"street": "1 Pearl Street"},
            quote={},
            created=now,
        ),
        Return(
            id=1,
            return_number="R-1",
            order_number=order,
            status="refunded",
            goods=Decimal(1),
            postage=Decimal(0),
            refund=Decimal(1),
            payment_id=payment,
            created=now,
        ),
        ReturnItem(
            return_id=1, line=1, order_number=order, quantity=1, reason="too_small", amount=Decimal(1)
        ),
        Problem(
            id=1,
            problem_number="P-1",
            order_number=order,
            evidence="a photo of my hand",
            remedy="",
            refund=Decimal(0),
            created=now,
        ),
        ProblemItem(problem_id=1, line=1, order_number=order, quantity=1, kind="damaged", amount=Decimal(0)),
    ]
    with shop.sessions.writing() as session:
        for row in rows:
            session.add(row)
            session.flush()
    return order


def tables_about_customers() -> Iterator[str]:
    """Every table that leads to a customer, over however many foreign keys."""
    leading = {"customers"}
    while True:
        more = {
            table.name
            for table in Base.metadata.sorted_tables
            if table.name not in leading
            and any(key.column.table.name in leading for key in table.foreign_keys)
        }
        if not more:
            break
        leading |= more
    yield from sorted(leading | {"audit_entries"})


def test_the_export_has_every_table_about_the_customer_and_nobody_elses_rows(
    shop: ShopBuilder, desk: CustomerDesk
) -> None:
    ann, bob = shop.customer(), shop.customer("Bob", "Sorensen")
    everything_about(shop, ann)
    shop.order(bob, [(shop.product(), 1)])
    data = desk.export(ann)
    assert set(tables_about_customers()) == set(data), "a new table belongs into the export"
    assert [name for name, rows in data.items() if not rows] == []
    text = json.dumps(data)
    assert "1 Pearl Street" in text and "Visa ending 4242" in text
    assert bob not in text and "Sorensen" not in text
    assert "pepper" not in text and "d1gest" not in text


def test_who_is_forgotten_leaves_no_trace_but_the_invoices(shop: ShopBuilder, desk: CustomerDesk) -> None:
    ann, bob = shop.customer(), shop.customer("Bob", "Sorensen")
    order = everything_about(shop, ann)
    shop.order(bob, [(shop.product(), 1)])
    assert desk.quote_erase(ann) == desk.erase(ann) == Erasure(kept=1)
    for table in (Alert, CartItem, Consent, Interaction, SuggestionShown, OneTimeCode, Grant, Feedback):
        assert shop.count(table) == 0
    with shop.sessions.reading() as session:
        customer = session.get_one(Customer, ann)
        assert (customer.first_name, customer.last_name, customer.email, customer.street) == ("", "", "", "")
        assert customer.erased == shop.clock.now()
        labels = session.scalars(select(PaymentMethod.label).where(PaymentMethod.customer_id == ann)).all()
        assert set(labels) == {"card", "paypal", "gift_card"}
        assert session.scalars(select(Handoff.summary)).one() == ""
        assert session.scalars(select(Problem.evidence)).one() == ""
        assert session.scalars(select(OrderChange.wish)).one() == {}
        assert session.scalars(select(AuditEntry.before)).one() == {}
        assert session.get_one(Order, order).street == "1 Pearl Street", "as its invoice says"
        assert session.scalars(select(Transaction).where(Transaction.order_number == order)).all()
        assert session.get_one(Customer, bob).first_name == "Bob"


def in_conversations(shop: ShopBuilder, desk: CustomerDesk) -> tuple[str, str]:
    """Ann, known in the conversations `one` and `both`, and Bob, known in `both` and `other`."""
    ann, bob = shop.customer(), shop.customer("Bob", "Sorensen")
    later = shop.clock.now() + timedelta(hours=1)
    for conversation, customer in (("one", ann), ("both", ann), ("both", bob), ("other", bob)):
        desk.sign_in(conversation, customer, later)
    return ann, bob


def test_what_was_said_is_exported_unless_somebody_else_said_some_of_it(shop: ShopBuilder) -> None:
    chats = Chats({"one": "my boots", "both": "our boots", "other": "his boots"})
    desk = CustomerDesk(shop.sessions, shop.policy, shop.clock, conversations=chats)
    ann, _ = in_conversations(shop, desk)
    assert desk.export(ann)["conversations"] == [{"conversation": "one", "text": "my boots"}]


def test_what_was_said_is_forgotten_too_even_what_was_noted_of_nobody(shop: ShopBuilder) -> None:
    chats = Chats({"one": "my boots", "both": "our boots", "other": "his boots"})
    desk = CustomerDesk(shop.sessions, shop.policy, shop.clock, conversations=chats)
    ann, _ = in_conversations(shop, desk)
    now, tent = shop.clock.now(), shop.product("tent")
    with shop.sessions.writing() as session:
        for conversation in ("one", "other"):
            seen = {"product_id": tent, "behaviour": "Browse", "time": now}
            session.add(Interaction(customer_id=None, conversation=conversation, **seen))
    assert desk.erase(ann, "one") == Erasure(kept=0)
    assert chats.said == {"other": "his boots"}
    with shop.sessions.reading() as session:
        assert session.scalars(select(Interaction.conversation)).all() == ["other"]


def test_what_is_liked_is_forgotten_and_nothing_else(shop: ShopBuilder) -> None:
    """Even with an order on its way; what was done before the customer was known goes, too."""
    desk = CustomerDesk(shop.sessions, shop.policy, shop.clock)
    (ann, _), tent = in_conversations(shop, desk), shop.product("tent")
    shop.order(ann, [(tent, 1)], status="shipped", delivered=None)
    desk.consent(ann, Purpose.NEWSLETTER, True)
    seen = {"product_id": tent, "behaviour": "Browse", "time": shop.clock.now()}
    shown = {"product_id": tent, "reason": "popular", "shown": shop.clock.now(), "conversation": "x"}
    with shop.sessions.writing() as session:
        session.add(SuggestionShown(customer_id=ann, **shown))
        session.add(Interaction(customer_id=ann, conversation="x", **seen))
        for conversation in ("one", "other"):
            session.add(Interaction(customer_id=None, conversation=conversation, **seen))
    before = desk.profile(ann)
    assert before and before.favourite_types == ("tent",)
    desk.forget_taste(ann)
    after = desk.profile(ann)
    assert after and (after.favourite_types, after.favourite_brands) == ((), ())
    assert (after.email, after.order_count, after.newsletter) == (before.email, 1, True)
    assert shop.count(SuggestionShown) == 0
    with shop.sessions.reading() as session:
        assert session.scalars(select(Interaction.conversation)).all() == ["other"]


def test_nothing_is_forgotten_where_the_bot_can_not_be_asked(shop: ShopBuilder) -> None:
    chats = Chats({"one": "my boots"}, broken=True)
    desk = CustomerDesk(shop.sessions, shop.policy, shop.clock, conversations=chats)
    ann, _ = in_conversations(shop, desk)
    with pytest.raises(ConversationsUnavailable):
        desk.erase(ann, "one")
    assert shop.count(Grant) == 4
    assert desk.profile(ann).email  # type: ignore[union-attr]


def test_nobody_can_be_the_forgotten_one_again(shop: ShopBuilder, desk: CustomerDesk) -> None:
    ann = shop.customer(email="ann@example.com")
    order = shop.order(ann, [(shop.product(), 1)], delivered=90)
    assert isinstance(desk.identify("c", Proof(email="ann@example.com", order_number=order)), Identified)
    desk.erase(ann)
    assert desk.who("c") is None
    later = shop.clock.now() + timedelta(hours=1)
    assert isinstance(desk.sign_in("c", ann, later), NotIdentified)
    for proof in (
        Proof(email="ann@example.com", order_number=order),
        Proof(email=" ", order_number=order),
        Proof(person_name="Ann Becker", postcode="80302", order_number=order),
    ):
        assert isinstance(desk.identify("c", proof), NotIdentified)


@pytest.mark.parametrize(("status", "running"), [("shipped", False), ("pending", False), ("delivered", True)])
def test_what_is_not_finished_comes_first(
    shop: ShopBuilder, desk: CustomerDesk, status: str, running: bool
) -> None:
    ann = shop.customer()
    order = everything_about(shop, ann, status)
    if running:
        shop.change(Return, 1, status="received")
    expected = NotErased(() if running else (order,), ("R-1",) if running else ())
    assert desk.quote_erase(ann) == desk.erase(ann) == expected
    assert shop.count(Alert) == 1


def test_a_return_that_is_paid_back_already_is_finished(shop: ShopBuilder, desk: CustomerDesk) -> None:
    ann = shop.customer()
    everything_about(shop, ann, "delivered")
    shop.change(
        Return, 1, status="requested", refunded=shop.clock.now()
    )  # paid at once, the parcel still to come
    assert isinstance(desk.erase(ann), Erasure)


def test_the_newsletter_is_only_for_those_who_asked(shop: ShopBuilder, desk: CustomerDesk) -> None:
    ann = shop.customer()
    assert not desk.profile(ann).newsletter  # type: ignore[union-attr]
    assert desk.consent(ann, Purpose.NEWSLETTER, True)
    assert not desk.consent(ann, Purpose.NEWSLETTER, True)
    assert desk.profile(ann).newsletter  # type: ignore[union-attr]
    desk.consent(ann, Purpose.NEWSLETTER, False)
    assert not desk.profile(ann).newsletter  # type: ignore[union-attr]
    assert desk.personal_suggestions_allowed(ann)


def test_an_alert_is_mailed_once_when_it_is_so(
    shop: ShopBuilder, desk: CustomerDesk, mailbox: Mailbox
) -> None:
    ann = shop.customer(email="ann@example.com")
    boots = shop.product("boots", sizes=("9", "10"), stock=0, title="Trail Boots")
    assert desk.watch(ann, Watch(boots, size="10"))
    assert not desk.watch(ann, Watch(boots, size="10")), "the same is set once"
    shop.change(Variant, f"{boots}-1", stock=3)
    assert desk.tell_alerts(LETTER) == 0, "another size is no news"
    shop.change(Variant, f"{boots}-2", stock=1)
    assert [alert.due for alert in desk.alerts(ann)] == [True]
    mailbox.broken = True
    assert desk.tell_alerts(LETTER) == 0
    mailbox.broken = False
    assert desk.tell_alerts(LETTER) == 1
    assert mailbox.letters == [("ann@example.com", "Trail Boots is here", "Look: Trail Boots")]
    assert desk.tell_alerts(LETTER) == 0
    assert desk.alerts(ann) == []


class Told(Exception):
    """The process ends."""


def test_no_alert_is_mailed_twice_by_another_process_or_after_a_crash(
    shop: ShopBuilder, desk: CustomerDesk, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, boots = shop.customer(), shop.product("boots", stock=3)
    desk.watch(ann, Watch(boots))
    others = []

    def send(to: str, subject: str, text: str) -> None:
        others.append(desk.tell_alerts(LETTER))  # another process looks while this one sends
        raise Told

    monkeypatch.setattr(mailbox, "send", send)
    with pytest.raises(Told):
        desk.tell_alerts(LETTER)
    assert others == [0]
    assert desk.tell_alerts(LETTER) == 0


def test_a_price_alert_waits_for_less(shop: ShopBuilder, desk: CustomerDesk) -> None:
    ann, tent = shop.customer(), shop.product("tent", price="100.00")
    desk.watch(ann, Watch(tent, below=Decimal("100.00")))
    assert not desk.is_met(Watch(tent, below=Decimal("100.00")))
    shop.change(Variant, f"{tent}-1", price=Decimal("99.00"), list_price=Decimal("100.00"))
    assert [alert.due for alert in desk.alerts(ann)] == [True]
    assert desk.end_alerts(ann) == 1
    assert desk.alerts(ann) == []
