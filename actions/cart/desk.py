"""`CartDesk`: keeps what shoppers mean to buy, with today's prices and stock."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy import ColumnElement, Select, delete, select
from sqlalchemy.orm import Session

from actions.cart.checkout import Checkout
from actions.cart.types import Added, Cart, CartLine, NotAdded, Owner
from actions.shop.clock import Clock
from actions.shop.models import CartItem, Customer, Product, Variant
from actions.shop.policy import Policy
from actions.shop.session import Sessions, take_turns


class CartDesk:
    """A cart reserves nothing, and what nobody touched for as long as the policy says is gone.

    What somebody unknown put in becomes the customer's own as soon as they are signed in. Raises
    `actions.shop.session.ShopUnavailable` when the database is locked or gone.
    """

    def __init__(
        self, sessions: Sessions, policy: Policy, clock: Clock, country: str, checkout: Checkout
    ) -> None:
        """`country` is where somebody unknown has things sent to (ISO 3166, two letters)."""
        self._sessions = sessions
        self._policy = policy
        self._clock = clock
        self._country = country
        self._checkout = checkout

    def view(self, owner: Owner) -> Cart:
        """What is in the cart now."""
        with self._sessions.reading() as session:
            strays = owner.customer_id is not None and session.scalars(_of_conversation(owner)).first()
            if not strays:
                return self._cart(session, owner)
        with self._sessions.writing() as session:
            self._open(session, owner)
            return self._cart(session, owner)

    def add(self, owner: Owner, sku: str, quantity: int = 1) -> Added | NotAdded:
        """Put pieces of a variant in, beside those that are there."""
        return self._put(owner, sku, quantity, beside=True)

    def change(self, owner: Owner, sku: str, quantity: int) -> Added | NotAdded:
        """Let there be so many pieces of a variant (at least one), however many there were."""
        return self._put(owner, sku, quantity, beside=False)

    def remove(self, owner: Owner, skus: Collection[str]) -> Cart:
        """Take these out, and tell what is left."""
        with self._sessions.writing() as session:
            self._open(session, owner)
            session.execute(delete(CartItem).where(_whose(owner), CartItem.sku.in_(skus)))
            return self._cart(session, owner)

    def sweep(self) -> None:
        """Drop from all carts what nobody touched for too long."""
        with self._sessions.writing() as session:
            session.execute(delete(CartItem).where(CartItem.added <= self._kept_since))

    def checkout_link(self, cart: Cart) -> str | None:
        """Where the cart can be paid; None where nothing in it can be bought, or the shop has no such address."""
        return self._checkout.link(cart.lines)

    def _put(self, owner: Owner, sku: str, quantity: int, beside: bool) -> Added | NotAdded:
        with self._sessions.writing() as session:
            items = self._open(session, owner)
            item, variant = items.get(sku), session.get(Variant, sku)
            there = item.quantity if item else 0
            wanted = there + quantity if beside else quantity
            stock = variant.stock if variant else 0
            if wanted > stock or wanted < 1:
                return NotAdded(stock, there)
            if item is None:
                item = CartItem(sku=sku, **_columns(owner))
                session.add(item)
            item.quantity, item.added = wanted, self._clock.now()
            session.flush()
            cart = self._cart(session, owner)
        line = cart.line(sku)
        assert line is not None, "what was just put in is there"
        return Added(line, cart)

    def _open(self, session: Session, owner: Owner) -> dict[str, CartItem]:
        """The owner's items for writing, by SKU: what is too old is dropped, a conversation's go to its customer."""
        take_turns(session, f"cart {owner.customer_id or owner.conversation}")
        session.execute(delete(CartItem).where(_whose(owner), CartItem.added <= self._kept_since))
        items = {item.sku: item for item in session.scalars(select(CartItem).where(_whose(owner)))}
        if owner.customer_id is None:
            return items
        for stray in session.scalars(_of_conversation(owner)).all():
            if mine := items.get(stray.sku):
                mine.quantity += stray.quantity
                session.delete(stray)
            else:
                stray.customer_id, stray.conversation = owner.customer_id, None
                items[stray.sku] = stray
        session.flush()
        return items

    def _cart(self, session: Session, owner: Owner) -> Cart:
        columns = (
            Variant.sku,
            Variant.product_id,
            Product.title,
            Product.type,
            Variant.colour,
            Variant.size,
            CartItem.quantity,
            Variant.price,
            Variant.stock,
            Variant.options,
        )
        rows = (
            select(*columns)
            .select_from(CartItem)
            .join(Variant, Variant.sku == CartItem.sku)
            .join(Product, Product.product_id == Variant.product_id)
            .where(_whose(owner), CartItem.added > self._kept_since)
            .order_by(CartItem.id)
        )
        lines = tuple(CartLine(*row) for row in session.execute(rows))
        customer = session.get(Customer, owner.customer_id) if owner.customer_id else None
        delivery = self._policy.delivery
        reaching = delivery.reaching(customer.country if customer else self._country)
        cart = Cart(lines, None, None)
        if not reaching or not lines:
            return cart
        rate = delivery.rate(reaching[0], customer.country if customer else self._country)
        assert rate is not None, "an option that reaches a country has a rate there"
        free = rate.free_over is not None and cart.goods >= rate.free_over
        missing = None if free or rate.free_over is None else rate.free_over - cart.goods
        return Cart(lines, Decimal(0) if free else rate.cost, missing)

    @property
    def _kept_since(self) -> datetime:
        return self._clock.now() - timedelta(days=self._policy.cart.kept_days)


def _columns(owner: Owner) -> dict[str, str]:
    if owner.customer_id is not None:
        return {"customer_id": owner.customer_id}
    return {"conversation": owner.conversation}


def _whose(owner: Owner) -> ColumnElement[bool]:
    if owner.customer_id is not None:
        return CartItem.customer_id == owner.customer_id
    return CartItem.conversation == owner.conversation


def _of_conversation(owner: Owner) -> Select[CartItem]:
    """What was put in before it was known who speaks."""
    return select(CartItem).where(CartItem.conversation == owner.conversation)
