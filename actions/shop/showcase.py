"""What the demo page shows of the shop: its products as tiles, and customers to sign in as.

The bot never opens the shop's database: it reads `demo.json` and `pictures/` from a folder, which are
written here.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from babel.numbers import format_currency
from sqlalchemy import select

from actions.artefacts import write_text
from actions.settings import Settings
from actions.shop.catalogue import Catalogue, ProductView
from actions.shop.importer import holds_demo
from actions.shop.models import Customer, Order
from actions.shop.pictures import Pictured, draw_all, picture_name
from actions.shop.policy import Policy
from actions.shop.session import Sessions

PRODUCTS = 1_000
"""How many are shown: the first by id."""
CUSTOMERS = 12
"""How many can be signed in as: the first by id, as the demo shop's most telling ones are."""
ORDERS = 3
"""How many of a customer's latest orders are named beside them."""


def write(sessions: Sessions, config: Settings, folder: Path) -> None:
    """Write `demo.json` into `folder`, and of the demo shop pictures of all products."""
    products, currency = Catalogue(sessions).products(), Policy.load(config.policy_file).currency
    if holds_demo(sessions):
        draw_all(map(_pictured, products), folder / "pictures")
    else:
        shutil.rmtree(folder / "pictures", ignore_errors=True)
    shown = {
        "products": [_tile(product, config, currency) for product in products[:PRODUCTS]],
        "customers": _customers(sessions),
    }
    write_text(folder / "demo.json", json.dumps(shown, ensure_ascii=False, indent=1) + "\n")


def _pictured(product: ProductView) -> Pictured:
    return Pictured(product.product_id, product.type, product.title, next(iter(product.colours), ""))


def _tile(product: ProductView, config: Settings, currency: str) -> dict[str, str]:
    return {
        "product_id": product.product_id,
        "title": product.title,
        "price": format_currency(product.price_from, currency, locale=config.locale),
        "picture": f"/shop/pictures/{picture_name(product.product_id)}",
        "type": product.type,
    }


def _customers(sessions: Sessions) -> list[dict[str, str]]:
    customers = select(Customer).order_by(Customer.customer_id).limit(CUSTOMERS)
    with sessions.reading() as session:
        shown = []
        for customer in session.scalars(customers):
            latest = (
                select(Order)
                .where(Order.customer_id == customer.customer_id)
                .order_by(Order.placed.desc())
                .limit(ORDERS)
            )
            orders = [
                f"{order.order_number} {order.status.replace('_', ' ')}" for order in session.scalars(latest)
            ]
            shown.append(
                {
                    "customer_id": customer.customer_id,
                    "name": f"{customer.first_name} {customer.last_name}",
                    "note": ", ".join(orders) or "no orders yet",
                }
            )
    return shown
