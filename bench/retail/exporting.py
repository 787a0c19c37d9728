"""From Aisle's tables back to tau2's retail JSON, with the marks that its tools leave on a changed order."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from actions.shop.models import (
    Address,
    Customer,
    Order,
    OrderItem,
    OrderStatus,
    PaymentMethod,
    Product,
    Return,
    ReturnStatus,
    Variant,
)
from actions.shop.session import Sessions
from bench.retail.importing import COUNTRIES, OPTIONS, STATUSES, Json

THEIR_STATUS = {ours: theirs for theirs, ours in STATUSES.items()}
THEIR_COUNTRY = {ours: theirs for theirs, ours in COUNTRIES.items()}


def export_shop(sessions: Sessions) -> Json:
    """The whole shop as one value of that JSON."""
    with sessions.reading() as session:
        products = session.scalars(select(Product).options(selectinload(Product.variants)))
        customers = session.scalars(select(Customer).options(selectinload(Customer.payment_methods)))
        everything = (
            selectinload(Order.items).joinedload(OrderItem.variant).joinedload(Variant.product),
            selectinload(Order.shipments),
            selectinload(Order.transactions),
            selectinload(Order.changes),
            selectinload(Order.returns).selectinload(Return.items),
        )
        orders = list(session.scalars(select(Order).options(*everything).order_by(Order.placed)))
        numbers = defaultdict[str, list[str]](list)
        for order in orders:
            numbers[order.customer_id].append(f"#{order.order_number}")
        return {
            "products": {product.product_id: _product(product) for product in products},
            "users": {
                customer.customer_id: _user(customer, numbers[customer.customer_id]) for customer in customers
            },
            "orders": {f"#{order.order_number}": _order(order) for order in orders},
        }


def _product(product: Product) -> Json:
    return {
        "name": product.title,
        "product_id": product.product_id,
        "variants": {
            variant.sku: {
                "item_id": variant.sku,
                "options": _options(variant),
                "available": variant.stock > 0,
                "price": float(variant.price),
            }
            for variant in product.variants
        },
    }


def _options(variant: Variant) -> Json:
    own = {theirs: getattr(variant, ours) for theirs, ours in OPTIONS.items()}
    return {name: value for name, value in own.items() if value} | variant.options


def _user(customer: Customer, orders: list[str]) -> Json:
    return {
        "user_id": customer.customer_id,
        "name": {"first_name": customer.first_name, "last_name": customer.last_name},
        "address": _address(customer.address),
        "email": customer.email,
        "payment_methods": {m.payment_id: _payment_method(m) for m in customer.payment_methods},
        "orders": orders,
    }


def _address(address: Address) -> Json:
    return {
        "address1": address.street,
        "address2": address.street_2,
        "city": address.city,
        "state": address.state,
        "zip": address.postcode,
        "country": THEIR_COUNTRY[address.country],
    }


def _payment_method(method: PaymentMethod) -> Json:
    if method.kind == "card":
        brand, last_four = method.label.split(" ending ")
        own: Json = {"source": "credit_card", "brand": brand.lower(), "last_four": last_four}
    elif method.balance is not None:
        own = {"source": "gift_card", "balance": float(method.balance)}
    else:
        own = {"source": method.kind}
    return {"id": method.payment_id, **own}


def _order(order: Order) -> Json:
    pieces = [item for item in order.items for _ in range(item.quantity)]
    exported: Json = {
        "order_id": f"#{order.order_number}",
        "user_id": order.customer_id,
        "address": _address(order.address),
        "items": [_item(item) for item in pieces],
        "status": THEIR_STATUS[OrderStatus(order.status)],
        "fulfillments": [
            {
                "tracking_id": shipment.tracking_number.split(),
                "item_ids": [item.sku for item in pieces if item.shipment_id == shipment.shipment_id],
            }
            for shipment in order.shipments
        ],
        "payment_history": [
            _payment(entry.kind, entry.amount, entry.payment_id) for entry in order.transactions
        ],
    }
    for change in order.changes:
        if change.kind == "cancel_order":
            exported["cancel_reason"] = change.wish["reason"].replace("_", " ")
        if change.kind == "change_order":
            exported["status"] = "pending (item modified)"
            if not change.quote["movements"]:  # a difference of nothing is noted there, too
                payment_id = change.quote["payment"]["payment_id"]
                exported["payment_history"].append(_payment("refund", Decimal(0), payment_id))
    for made in order.returns:
        if made.status != ReturnStatus.CANCELLED:
            exported |= _returned(made)
    return exported


def _item(item: OrderItem) -> Json:
    return {
        "name": item.variant.product.title,
        "product_id": item.variant.product_id,
        "item_id": item.sku,
        "price": float(item.unit_price),
        "options": _options(item.variant),
    }


def _payment(kind: str, amount: Decimal, payment_id: str) -> Json:
    return {"transaction_type": kind, "amount": float(amount), "payment_method_id": payment_id}


def _returned(made: Return) -> Json:
    lines = {item.line: item.sku for item in made.order.items}
    old = sorted(lines[item.line] for item in made.items for _ in range(item.quantity))
    if made.kind == "return":
        return {
            "status": "return requested",
            "return_items": old,
            "return_payment_method_id": made.payment_id,
        }
    return {
        "status": "exchange requested",
        "exchange_items": old,
        "exchange_new_items": sorted(item.new_sku or "" for item in made.items for _ in range(item.quantity)),
        "exchange_payment_method_id": made.payment_id,
        "exchange_price_difference": float(made.charge - made.refund),
    }
