"""`OrderDesk`: what a customer can see of their orders and do with them, as the shop's policy allows."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from actions.orders import exchanging, problems, problems_made
from actions.orders.book import unknown_order
from actions.orders.cancelling import Cancel, CancelQuote
from actions.orders.changing import ChangeMade, changed_since
from actions.orders.delivering import DeliveryOffer, offers
from actions.orders.exchanging import ExchangeableItem, ExchangeMade, ExchangeQuote
from actions.orders.invoicing import Invoice, invoice
from actions.orders.ledger import Ledger, ledger
from actions.orders.money import methods_for, payments
from actions.orders.problem_types import ProblemMade, ProblemQuote
from actions.orders.readdressing import AddressQuote, NewAddress
from actions.orders.reading import load_order, order_view, orders_of, payment_view
from actions.orders.refunds import refunds_of
from actions.orders.repaying import NewPayment, PaymentQuote
from actions.orders.return_types import Each, RefundStatus, ReturnableItem, ReturnMade, ReturnQuote
from actions.orders.returning import in_one, quote, returnable
from actions.orders.returns_made import made_before, made_view, make_return
from actions.orders.swapping import ItemsQuote, NewItems, Wanted, choices
from actions.orders.tracking import track
from actions.orders.types import OrderView, Payment, Refusal, Tracking, VariantChoice, Why
from actions.orders.undo_desk import UndoDesk
from actions.shop.models import Address, Order, PaymentMethod, Variant


class OrderDesk(UndoDesk):
    """Every method takes the customer whose identity was proved; other people's orders do not exist for it.

    Everything that changes something has a `quote_…` beside it, which says exactly what would change and what it
    would cost, and changes nothing. The doing is one transaction, with a line in the book of changes; the same
    `idempotency_key` again, or the same wish again, answers with what was done (`already`). Who passes as `told` the
    `actions.orders.changing.terms` of the quote that was agreed to gets just that done, or `CHANGED_SINCE`.

    Raises `actions.shop.session.ShopUnavailable` from any method when the database is locked or gone;
    nothing has been changed then.
    """

    def find(self, customer_id: str, limit: int = 10) -> list[OrderView]:
        """The customer's orders, the latest first."""
        with self._sessions.reading() as session:
            latest = orders_of(customer_id).order_by(Order.placed.desc(), Order.order_number).limit(limit)
            return [order_view(order, self._policy) for order in session.scalars(latest).unique()]

    def order(self, customer_id: str, order_number: str) -> OrderView | None:
        """One order, or None if the customer has no such order."""
        with self._open(customer_id, order_number) as (_, order):
            return order_view(order, self._policy) if order else None

    def payment_methods(self, customer_id: str) -> tuple[Payment, ...]:
        """How the customer can pay, with what each gift card holds."""
        with self._sessions.reading() as session:
            mine = select(PaymentMethod).where(PaymentMethod.customer_id == customer_id)
            return tuple(map(payment_view, session.scalars(mine.order_by(PaymentMethod.payment_id))))

    def ways_to_pay(self, customer_id: str, order_number: str, task: str) -> tuple[Payment, ...]:
        """The methods of which one may be named for a task that moves money (`change_payment`, `change_order`,
        `exchange_item`, `return_item`); none for any other, or where there is no such order."""
        changes = self._policy.changes
        choices = {
            "change_payment": changes.change_payment.to if changes.change_payment else (),
            "change_order": changes.change_order.difference_by if changes.change_order else (),
            "exchange_item": self._policy.exchanges.difference_by,
            "return_item": self._policy.returns.refund_to,
        }.get(task, ())
        with self._open(customer_id, order_number) as (_, order):
            return payments(methods_for(order, choices)) if order else ()

    def track(self, customer_id: str, order_number: str) -> Tracking | Refusal:
        """Where the order is; refuses `UNKNOWN_ORDER` only."""
        with self._open(customer_id, order_number) as (_, order):
            if order is None:
                return unknown_order(order_number)
            return track(order, self._policy.delivery, self._clock.now())

    def invoice(self, customer_id: str, order_number: str) -> Invoice | Refusal:
        """What stands on the order's invoice."""
        with self._open(customer_id, order_number) as (_, order):
            return invoice(order, self._policy) if order else unknown_order(order_number)

    def ledger(self, customer_id: str, order_number: str) -> Ledger | Refusal:
        """What was paid for the order and paid back, and since when it is cancelled."""
        with self._open(customer_id, order_number) as (_, order):
            return ledger(order) if order else unknown_order(order_number)

    def delivery_options(
        self, to: Address | str, basket: Mapping[str, int] | None = None
    ) -> tuple[DeliveryOffer, ...] | Refusal:
        """How a basket (variant → pieces) could be delivered to an address, or to a country by its code, if it
        were paid now. Nobody has to prove anything to ask; variants that there are not, and no pieces, are left
        out."""
        where = Address("", "", "", "", "", to) if isinstance(to, str) else to
        pieces = {sku: number for sku, number in (basket or {}).items() if number > 0}
        with self._sessions.reading() as session:
            rows = select(Variant).where(Variant.sku.in_(pieces)).options(joinedload(Variant.product))
            variants = list(session.scalars(rows))
            goods = sum((variant.price * pieces[variant.sku] for variant in variants), Decimal(0))
            products = [variant.product for variant in variants]
            policy = self._policy
            return offers(where, goods, products, policy.delivery, policy.currency, self._clock.now())

    # Changing what is not sent yet

    def quote_cancel(
        self, customer_id: str, order_number: str, reason: str | None = None
    ) -> CancelQuote | Refusal:
        """What cancelling the order would do. `cancel_reasons` says which reasons there are."""
        return self._quote(customer_id, order_number, Cancel(reason))

    def cancel(
        self, customer_id: str, order_number: str, reason: str | None = None, **once: str | None
    ) -> ChangeMade[CancelQuote] | Refusal:
        """Cancel the order; `once` is `conversation`, `idempotency_key` and `told`, as everywhere."""
        return self._change(customer_id, order_number, Cancel(reason), CancelQuote, **once)

    def cancel_reasons(self) -> tuple[str, ...]:
        """The reasons of which one has to be given; none where the shop does not ask."""
        rule = self._policy.changes.cancel_order
        return rule.reasons if rule else ()

    def quote_change_address(
        self, customer_id: str, order_number: str, address: Address, delivery: str | None = None
    ) -> AddressQuote | Refusal:
        """What sending the order elsewhere, or by another delivery option, would do."""
        return self._quote(customer_id, order_number, NewAddress(address, delivery))

    def change_address(
        self,
        customer_id: str,
        order_number: str,
        address: Address,
        delivery: str | None = None,
        **once: str | None,
    ) -> ChangeMade[AddressQuote] | Refusal:
        """Have the order sent elsewhere; the customer's own address stays as it is."""
        return self._change(customer_id, order_number, NewAddress(address, delivery), AddressQuote, **once)

    def quote_change_payment(
        self, customer_id: str, order_number: str, payment_id: str
    ) -> PaymentQuote | Refusal:
        """What paying the order by another method would do."""
        return self._quote(customer_id, order_number, NewPayment(payment_id))

    def change_payment(
        self, customer_id: str, order_number: str, payment_id: str, **once: str | None
    ) -> ChangeMade[PaymentQuote] | Refusal:
        """Pay the order by another of the customer's methods."""
        return self._change(customer_id, order_number, NewPayment(payment_id), PaymentQuote, **once)

    def variants(self, customer_id: str, order_number: str, line: int) -> tuple[VariantChoice, ...] | Refusal:
        """What a line could be changed to or exchanged for: other variants that can be had."""
        with self._open(customer_id, order_number) as (_, order):
            if order is None:
                return unknown_order(order_number)
            for item in order.items:
                if item.line == line:
                    return choices(item)
            known = tuple(str(item.line) for item in order.items)
            return Refusal(Why.UNKNOWN_LINE, order.order_number, line, allowed=known)

    def quote_change_items(
        self,
        customer_id: str,
        order_number: str,
        lines: Mapping[int, Wanted],
        payment_id: str | None = None,
    ) -> ItemsQuote | Refusal:
        """What changing lines (line → what it should become) would do: all of them, or a refusal."""
        return self._quote(customer_id, order_number, NewItems(dict(lines), payment_id))

    def change_items(
        self,
        customer_id: str,
        order_number: str,
        lines: Mapping[int, Wanted],
        payment_id: str | None = None,
        **once: str | None,
    ) -> ChangeMade[ItemsQuote] | Refusal:
        """Change lines for other variants of their products, or take pieces out."""
        wish = NewItems(dict(lines), payment_id)
        return self._change(customer_id, order_number, wish, ItemsQuote, **once)

    # Returns and exchanges

    def return_reasons(self) -> tuple[str, ...]:
        """The reasons that the policy knows for a return, in its order, such as `too_small`."""
        return tuple(self._policy.returns.reasons)

    def returnable(
        self, customer_id: str, order_number: str
    ) -> tuple[ReturnableItem | Refusal, ...] | Refusal:
        """Each line of the order as what can go back or why it can't; one refusal where no line can be
        looked at (`UNKNOWN_ORDER`, `WRONG_STATUS`)."""
        with self._open(customer_id, order_number) as (_, order):
            return (
                returnable(order, self._policy, self._clock.now()) if order else unknown_order(order_number)
            )

    def quote_return(
        self,
        customer_id: str,
        order_number: str,
        lines: Mapping[int, int],
        reason: Each,
        payment_id: str | None = None,
    ) -> ReturnQuote | Refusal:
        """What returning these lines (line → quantity) would do; `reason` is one for all, or each line's own. Lines
        that can't go back stand in `refused`; only where none can is the answer a refusal."""
        with self._open(customer_id, order_number) as (_, order):
            if order is None:
                return unknown_order(order_number)
            return quote(order, lines, reason, self._policy, self._clock.now(), payment_id)

    def return_items(
        self,
        customer_id: str,
        order_number: str,
        lines: Mapping[int, int],
        reason: Each,
        payment_id: str | None = None,
        *,
        conversation: str | None = None,
        idempotency_key: str | None = None,
        told: str | None = None,
    ) -> ReturnMade | Refusal:
        """Make the return: all of the lines, or none and a refusal. The same key again, or the same lines
        again where no further pieces are left or no other key is given, answers with the return that exists
        (`already`)."""
        now = self._clock.now()
        with self._open(customer_id, order_number, write=True) as (session, order):
            if order is None:
                return unknown_order(order_number)
            if made := made_before(order, lines, idempotency_key):
                return made_view(made, order, self._policy, already=True)
            quoted = quote(order, lines, reason, self._policy, now, payment_id)
            if isinstance(quoted, Refusal):
                return quoted
            if quoted.refused:
                return in_one(quoted.refused)
            if refusal := changed_since(quoted, told, order):
                return refusal
            before = {"returns": [earlier.return_number for earlier in order.returns]}
            made = make_return(session, order, quoted, idempotency_key, now)
            after = {
                "return": made.return_number,
                "lines": {str(item.line): item.quantity for item in quoted.items},
                "reason": {str(item.line): item.why for item in quoted.items},
                "refund": str(made.refund),
                "payment": made.payment_id,
            }
            self._record(session, now, "return_items", order, conversation, before, after)
            return made_view(made, order, self._policy, already=False)

    def refund_status(
        self, customer_id: str, order_number: str | None = None
    ) -> tuple[RefundStatus, ...] | Refusal:
        """The refunds of one order, or of all the customer's, the latest first; `NO_RETURN` where there is none."""
        with self._sessions.reading() as session:
            if order_number is None:
                found = list(session.scalars(orders_of(customer_id)).unique())
            else:
                order = load_order(session, customer_id, order_number)
                if order is None:
                    return unknown_order(order_number)
                found = [order]
            now = self._clock.now()
            refunds = [refund for order in found for refund in refunds_of(order, self._policy, now)]
            refunds.sort(key=lambda refund: refund.created, reverse=True)
            return tuple(refunds) or Refusal(Why.NO_RETURN, order_number, instead=("person",))

    def exchangeable(
        self, customer_id: str, order_number: str
    ) -> tuple[ExchangeableItem | Refusal, ...] | Refusal:
        """Each line of the order as what can be exchanged and for what, or why it can't."""
        with self._open(customer_id, order_number) as (_, order):
            if order is None:
                return unknown_order(order_number)
            return exchanging.exchangeable(order, self._policy, self._clock.now())

    def quote_exchange(
        self,
        customer_id: str,
        order_number: str,
        lines: Mapping[int, Wanted],
        payment_id: str | None = None,
    ) -> ExchangeQuote | Refusal:
        """What exchanging lines (line → the variant wanted) would do: all of them, or a refusal."""
        with self._open(customer_id, order_number) as (_, order):
            if order is None:
                return unknown_order(order_number)
            return exchanging.quote_exchange(order, lines, payment_id, self._policy, self._clock.now())

    def exchange_items(
        self,
        customer_id: str,
        order_number: str,
        lines: Mapping[int, Wanted],
        payment_id: str | None = None,
        *,
        conversation: str | None = None,
        idempotency_key: str | None = None,
        told: str | None = None,
    ) -> ExchangeMade | Refusal:
        """Make the exchange; the new pieces are put aside at once."""
        now = self._clock.now()
        with self._open(customer_id, order_number, write=True) as (session, order):
            if order is None:
                return unknown_order(order_number)
            quoted = exchanging.quote_exchange(order, lines, payment_id, self._policy, now)
            new = {line: wanted.sku or "" for line, wanted in lines.items()}
            pieces = {item.line: item.quantity for item in order.items}
            asked = {
                line: pieces.get(line, 0) if w.quantity is None else w.quantity for line, w in lines.items()
            }
            if made := made_before(order, asked, idempotency_key, new):
                return exchanging.exchange_view(made, order, self._policy, already=True)
            if isinstance(quoted, Refusal):
                return quoted
            if refusal := changed_since(quoted, told, order):
                return refusal
            before = {"returns": [earlier.return_number for earlier in order.returns]}
            made = exchanging.make_exchange(session, order, quoted, idempotency_key, now)
            after = {
                "exchange": made.return_number,
                "lines": {str(item.line): [item.quantity, item.new_sku] for item in made.items},
                "difference": str(quoted.difference),
                "payment": made.payment_id,
            }
            self._record(session, now, "exchange_items", order, conversation, before, after)
            return exchanging.exchange_view(made, order, self._policy, already=False)

    # Problems

    def problem_kinds(self) -> tuple[str, ...]:
        """The kinds of problem that the policy knows, such as `damaged`."""
        return tuple(self._policy.problems)

    def quote_problem(
        self, customer_id: str, order_number: str, kind: Each, lines: Mapping[int, int], evidence: str = ""
    ) -> ProblemQuote | Refusal:
        """What the policy gives for a problem with these lines (line → pieces); `kind` is one for all, or each line's
        own."""
        with self._open(customer_id, order_number) as (_, order):
            if order is None:
                return unknown_order(order_number)
            return problems.quote_problem(order, kind, lines, evidence, self._policy, self._clock.now())

    def report_problem(
        self,
        customer_id: str,
        order_number: str,
        kind: Each,
        lines: Mapping[int, int],
        evidence: str = "",
        remedy: str | None = None,
        *,
        conversation: str | None = None,
        idempotency_key: str | None = None,
        told: str | None = None,
    ) -> ProblemMade | Refusal:
        """Note a problem and do what is chosen of what `quote_problem` offers; None leaves it to a person. Where that
        takes the place of a replacement which is not sent yet, the report that there is gets the new remedy."""
        now = self._clock.now()
        with self._open(customer_id, order_number, write=True) as (session, order):
            if order is None:
                return unknown_order(order_number)
            if made := problems_made.made_before(order, kind, lines, remedy, idempotency_key):
                return problems_made.problem_view(made, order, self._policy, already=True)
            quoted = problems.quote_problem(order, kind, lines, evidence, self._policy, now)
            if isinstance(quoted, Refusal):
                return quoted
            offered = {str(offer.remedy): offer for offer in quoted.offers}
            if remedy is not None and remedy not in offered:
                return Refusal(Why.UNKNOWN_REMEDY, order.order_number, allowed=tuple(offered))
            if refusal := changed_since(quoted, told, order):
                return refusal
            before = {made.problem_number: made.remedy for made in order.problems}
            chosen = offered[remedy] if remedy else None
            earlier = problems.unsent_report(order, lines, self._policy, now)
            if earlier and chosen:
                made = problems_made.change_remedy(session, earlier, order, chosen, now)
            else:
                made = problems_made.make_problem(
                    session, order, quoted, chosen, evidence, idempotency_key, now
                )
            after = {
                "problem": made.problem_number,
                "lines": {str(item.line): [item.quantity, item.kind] for item in made.items},
                "remedy": made.remedy,
                "refund": str(made.refund),
            }
            self._record(session, now, "report_problem", order, conversation, before, after)
            return problems_made.problem_view(made, order, self._policy, already=False)
