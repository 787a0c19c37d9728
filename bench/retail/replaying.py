"""A task's own actions, done at Aisle's desks instead of with tau2's tools: can they do all that is asked of them?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from actions.customers.addresses import AddressChanged
from actions.customers.desk import CustomerDesk
from actions.customers.types import Identified, Proof
from actions.orders.desk import OrderDesk
from actions.orders.swapping import Wanted
from actions.orders.types import OrderView, Refusal
from actions.shop.models import Address
from bench.retail.importing import Json, address_columns, order_number


class Refused(Exception):
    """A desk did not do what the task asks for; says what it answered."""


@dataclass(frozen=True)
class Replay:
    """One task at the desks; the customer proves who they are first, as the task's own actions do."""

    orders: OrderDesk
    customers: CustomerDesk
    conversation: str

    def play(self, task: Json, changes: list[Json], db: Json) -> None:
        """Do the changes. Raises `Refused` at the first one that a desk refuses."""
        if changes:
            customer = self._customer(task, changes[0], db)
            for action in changes:
                self._do(customer, action)

    def _customer(self, task: Json, first: Json, db: Json) -> str:
        """Who it is, as proved by what the task looks the customer up by; by their e-mail where it does not."""
        proof = None
        for action in task["evaluation_criteria"]["actions"]:
            match action["name"], action["arguments"]:
                case "find_user_id_by_email", {"email": email}:
                    proof = Proof(email=email)
                case "find_user_id_by_name_zip", {"first_name": first_name, "last_name": last, "zip": zip}:
                    proof = Proof(person_name=f"{first_name} {last}", postcode=zip)
        if proof is None:
            arguments = first["arguments"]
            user = arguments.get("user_id") or db["orders"][arguments["order_id"]]["user_id"]
            proof = Proof(email=db["users"][user]["email"])
        answer = self.customers.identify(self.conversation, proof)
        if not isinstance(answer, Identified):
            raise Refused(f"identify: {answer}")
        return answer.customer_id

    def _do(self, customer: str, action: Json) -> None:
        doing: Callable[[str, Json], Any] = getattr(self, f"_{action['name']}")
        answer = doing(customer, action["arguments"])
        if isinstance(answer, Refusal) or (action["name"] == "modify_user_address" and not _changed(answer)):
            raise Refused(f"{action['name']}: {answer}")

    def _cancel_pending_order(self, customer: str, asked: Json) -> Any:
        reason = asked["reason"].replace(" ", "_")
        return self.orders.cancel(customer, asked["order_id"], reason, conversation=self.conversation)

    def _modify_pending_order_address(self, customer: str, asked: Json) -> Any:
        address = Address(**address_columns(asked))
        return self.orders.change_address(
            customer, asked["order_id"], address, conversation=self.conversation
        )

    def _modify_user_address(self, customer: str, asked: Json) -> Any:
        address = Address(**address_columns(asked))
        return self.customers.change_address(customer, address, self.conversation)

    def _modify_pending_order_payment(self, customer: str, asked: Json) -> Any:
        return self.orders.change_payment(
            customer, asked["order_id"], asked["payment_method_id"], conversation=self.conversation
        )

    def _modify_pending_order_items(self, customer: str, asked: Json) -> Any:
        return self.orders.change_items(
            customer,
            asked["order_id"],
            self._wanted(customer, asked),
            asked["payment_method_id"],
            conversation=self.conversation,
        )

    def _exchange_delivered_order_items(self, customer: str, asked: Json) -> Any:
        return self.orders.exchange_items(
            customer,
            asked["order_id"],
            self._wanted(customer, asked),
            asked["payment_method_id"],
            conversation=self.conversation,
        )

    def _return_delivered_order_items(self, customer: str, asked: Json) -> Any:
        lines = self._lines(customer, asked)
        return self.orders.return_items(
            customer,
            asked["order_id"],
            dict.fromkeys(lines, 1),
            self.orders.return_reasons()[0],
            asked["payment_method_id"],
            conversation=self.conversation,
        )

    def _wanted(self, customer: str, asked: Json) -> dict[int, Wanted]:
        new = map(Wanted, asked["new_item_ids"])
        return dict(zip(self._lines(customer, asked), new, strict=True))

    def _lines(self, customer: str, asked: Json) -> list[int]:
        """The order's lines that are meant; the same item twice is two lines."""
        order = self.orders.order(customer, asked["order_id"])
        if order is None:
            raise Refused(f"no order {order_number(asked['order_id'])}")
        lines: list[int] = []
        for item_id in asked["item_ids"]:
            lines.append(_line(order, item_id, lines))
        return lines


def _line(order: OrderView, item_id: str, taken: list[int]) -> int:
    for item in order.items:
        if item.sku == item_id and item.line not in taken:
            return item.line
    raise Refused(f"order {order.order_number} has no item {item_id}")


def _changed(answer: object) -> bool:
    return isinstance(answer, AddressChanged)
