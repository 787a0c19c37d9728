"""The part of the order desk that takes back what was done."""

from __future__ import annotations

from actions.orders import undoing
from actions.orders.book import OrderBook, unknown_order
from actions.orders.changing import changed_since
from actions.orders.types import Refusal
from actions.orders.undoing import UndoMade, UndoQuote, find_deed, number_of
from actions.shop.models import OrderChange, Return


class UndoDesk(OrderBook):
    """A deed is named by its number, or is the order's latest. Its number is the key under which it is undone once."""

    def quote_undo(self, customer_id: str, order_number: str, deed: str | None = None) -> UndoQuote | Refusal:
        """What undoing a deed would do; `NOTHING_DONE` where there is no such deed, `NOT_UNDONE` where it stays done,
        or the refusal of the change that would change it back."""
        with self._open(customer_id, order_number) as (_, order):
            if order is None:
                return unknown_order(order_number)
            found = find_deed(order, deed)
            if isinstance(found, Refusal):
                return found
            return undoing.quote_undo(found, order, self._policy, self._clock.now())

    def undo(
        self,
        customer_id: str,
        order_number: str,
        deed: str | None = None,
        *,
        conversation: str | None = None,
        told: str | None = None,
    ) -> UndoMade | Refusal:
        """Undo a deed; one that was undone before answers with what that did (`already`)."""
        now, policy = self._clock.now(), self._policy
        with self._open(customer_id, order_number, write=True) as (session, order):
            if order is None:
                return unknown_order(order_number)
            found = find_deed(order, deed)
            if isinstance(found, Refusal):
                return found
            if before := undoing.undone_before(found, order, policy):
                return UndoMade(before, already=True)
            quoted = undoing.quote_undo(found, order, policy, now)
            if isinstance(quoted, Refusal):
                return quoted
            if refusal := changed_since(quoted, told, order):
                return refusal
            match found:
                case Return():
                    status = {found.return_number: found.status}
                    undoing.call_off(session, found, order, quoted, policy, now)
                    after = {found.return_number: found.status}
                    self._record(session, now, f"undo_{quoted.kind}", order, conversation, status, after)
                case OrderChange() if (back := undoing.way_back(found, order)) and quoted.back:
                    undoes = number_of(found)
                    self._carry_out(session, order, back, quoted.back, None, conversation, now, undoes=undoes)
            return UndoMade(quoted, already=False)
