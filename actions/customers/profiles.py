"""What the shop knows about a customer, gathered from their orders and from what they looked at."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from actions.customers.buying import price_band
from actions.customers.types import Profile
from actions.shop.models import (
    Behaviour,
    Consent,
    Customer,
    Interaction,
    Order,
    OrderItem,
    OrderStatus,
    Product,
    Purpose,
    Return,
    ReturnItem,
    ReturnStatus,
    SuggestionShown,
    Variant,
)

FAVOURITES = 3
"""How many types, brands and colours count as favourites."""
LOOKED_AT = (Behaviour.BROWSE, Behaviour.ADD_TO_CART)
LIKING = {
    Behaviour.BROWSE: 1,
    Behaviour.ADD_TO_CART: 3,
    Behaviour.RATE: 3,
    Behaviour.BUY: 5,
    Behaviour.OWN: 3,
    Behaviour.DECLINE: -3,
}
"""How much each kind of interaction says about what somebody likes."""


def profile_of(session: Session, customer: Customer) -> Profile:
    """The customer's profile; favourites are the most liked first."""
    types, brands = _liked(session, customer.customer_id)
    colours, sizes = _bought(session, customer.customer_id)
    orders = select(func.count()).select_from(Order).where(Order.customer_id == customer.customer_id)
    returns = select(func.count()).select_from(Return).join(Return.order)
    return Profile(
        customer_id=customer.customer_id,
        first_name=customer.first_name,
        last_name=customer.last_name,
        email=customer.email,
        phone=customer.phone,
        address=customer.address,
        payment_labels=tuple(payment.label for payment in customer.payment_methods),
        joined=customer.joined,
        locale=customer.locale,
        order_count=session.scalars(orders).one(),
        return_count=session.scalars(returns.where(Order.customer_id == customer.customer_id)).one(),
        favourite_types=_most(types),
        favourite_brands=_most(brands),
        favourite_colours=_most(colours),
        sizes=sizes,
        price_band=price_band(session, customer.customer_id),
        looked_at=_products(session, Interaction, customer, *LOOKED_AT),
        turned_down=_products(session, Interaction, customer, Behaviour.DECLINE),
        suggested=_products(session, SuggestionShown, customer),
        personal_suggestions=suggestions_allowed(session, customer.customer_id),
        newsletter=_subscribed(session, customer.customer_id),
    )


def suggestions_allowed(session: Session, customer_id: str) -> bool:
    """Whether suggestions may use the customer's history: until they say no."""
    consent = session.get(Consent, (customer_id, Purpose.SUGGESTIONS))
    return consent is None or consent.given


def _products(
    session: Session, table: type[Interaction | SuggestionShown], customer: Customer, *behaviours: Behaviour
) -> int:
    """Of how many products there is a row of the customer's, of these behaviours if any."""
    products = select(func.count(table.product_id.distinct())).where(
        table.customer_id == customer.customer_id
    )
    if behaviours:
        products = products.where(Interaction.behaviour.in_(behaviours))
    return session.scalars(products).one()


def _subscribed(session: Session, customer_id: str) -> bool:
    consent = session.get(Consent, (customer_id, Purpose.NEWSLETTER))
    return consent is not None and consent.given


def _liked(session: Session, customer_id: str) -> tuple[Counter[str], Counter[str]]:
    types, brands = Counter[str](), Counter[str]()
    seen = (
        select(Product.type, Product.brand, Interaction.behaviour)
        .join(Product, Product.product_id == Interaction.product_id)
        .where(Interaction.customer_id == customer_id)
    )
    for type, brand, behaviour in session.execute(seen):
        types[type] += LIKING[Behaviour(behaviour)]
        brands[brand] += LIKING[Behaviour(behaviour)]
    return types, brands


def _bought(session: Session, customer_id: str) -> tuple[Counter[str], dict[str, str]]:
    """How often each colour was bought, and the size last bought of each type, of what was not given back."""
    kept = (
        select(Product.type, Variant.colour, Variant.size)
        .select_from(OrderItem)
        .join(OrderItem.order)
        .join(OrderItem.variant)
        .join(Variant.product)
        .where(
            Order.customer_id == customer_id,
            Order.status.not_in([OrderStatus.CANCELLED, OrderStatus.RETURNED]),
            ~select(ReturnItem.line)
            .join(Return, Return.id == ReturnItem.return_id)
            .where(
                ReturnItem.order_number == OrderItem.order_number,
                ReturnItem.line == OrderItem.line,
                Return.status != ReturnStatus.CANCELLED,
            )
            .exists(),
        )
        .order_by(Order.placed, OrderItem.line)
    )
    colours, sizes = Counter[str](), {}
    for type, colour, size in session.execute(kept):
        if colour:
            colours[colour] += 1
        if type and size:
            sizes[type] = size
    return colours, sizes


def _most(liked: Counter[str]) -> tuple[str, ...]:
    """The most liked first, ties by name, so that the order is always the same."""
    best = sorted((name for name in liked if name and liked[name] > 0), key=lambda name: (-liked[name], name))
    return tuple(best[:FAVOURITES])
