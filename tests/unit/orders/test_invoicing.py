"""The invoice's data: it adds up, and there is one when the policy says so."""

from __future__ import annotations

from decimal import Decimal

from actions.orders.desk import OrderDesk
from actions.orders.invoicing import Invoice
from actions.orders.types import Refusal, Why
from actions.shop.models import Address
from tests.unit.shop_builder import ShopBuilder


def test_an_invoice_adds_up(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = shop.order(ann, [(shop.product(price="19.99"), 3), (shop.product(price="5.00"), 1)])
    desk.report_problem(ann, number, "damaged", {2: 1}, "torn", "refund")
    invoice = desk.invoice(ann, number)
    assert isinstance(invoice, Invoice)
    assert (invoice.goods, invoice.delivery_cost, invoice.total) == (
        Decimal("64.97"),
        Decimal("4.95"),
        Decimal("69.92"),
    )
    assert [(paid.kind, str(paid.amount), paid.payment.label) for paid in invoice.paid] == [
        ("payment", "69.92", "Visa ending 4242"),
        ("refund", "5.00", "Visa ending 4242"),
    ]
    assert invoice.open == Decimal("5.00")
    assert invoice.buyer == "Ann Becker" and invoice.seller[0] == "Tarn Outdoor Co."
    assert (
        invoice.billed_to == invoice.sent_to == Address("1 Pearl Street", "", "Boulder", "CO", "80302", "US")
    )


def test_no_invoice_before_it_is_sent_nor_for_others(shop: ShopBuilder, desk: OrderDesk, ann: str) -> None:
    number = shop.order(ann, [(shop.product(), 1)], status="pending", delivered=None)
    refusal = desk.invoice(ann, number)
    assert isinstance(refusal, Refusal) and refusal.why is Why.NO_INVOICE
    assert refusal.status == "pending" and "delivered" in refusal.allowed
    theirs = desk.invoice(shop.customer("Bob"), number)
    assert isinstance(theirs, Refusal) and theirs.why is Why.UNKNOWN_ORDER
