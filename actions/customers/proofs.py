"""Judging a proof of identity: whom it fits, by the sets of facts that the policy accepts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from actions.customers.mailboxes import by_email
from actions.customers.names import same_person_name
from actions.customers.types import Proof
from actions.shop.models import Customer, Order
from actions.shop.order_numbers import plain_order_number

Accepted = Sequence[Sequence[str]]
"""The policy's sets of facts, each of which is enough if all of it is true of one customer."""


@dataclass(frozen=True, slots=True)
class Match:
    """The customer whom a proof fits, and what proved it."""

    customer_id: str
    order_number: str | None
    how: str


def missing_facts(proof: Proof, accepted: Accepted) -> tuple[str, ...]:
    """What must still be said: the least that completes one of the sets; nothing if one is complete."""
    given = proof.given()
    gaps = [tuple(fact for fact in facts if fact not in given) for facts in accepted]
    return min(gaps, key=len)


def match(session: Session, proof: Proof, accepted: Accepted) -> Match | None:
    """The one customer of whom a complete set is true, or None.

    Whatever was given and whatever is found, it asks the database the same three questions and compares
    everything with every candidate, so that the time it takes says nothing.
    """
    owner = _owner(session, proof)
    candidates = {
        customer.customer_id: customer
        for customer in (*owner, *by_email(session, proof.email or ""), *_by_postcode(session, proof))
    }
    fits: dict[str, Match] = {}
    for customer in candidates.values():
        true = _true_facts(proof, customer, is_owner=customer in owner)
        for facts in accepted:
            if true.issuperset(facts):
                order = plain_order_number(proof.order_number or "") if "order_number" in facts else None
                fits.setdefault(customer.customer_id, Match(customer.customer_id, order, "+".join(facts)))
    return next(iter(fits.values())) if len(fits) == 1 else None


def _true_facts(proof: Proof, customer: Customer, is_owner: bool) -> set[str]:
    truth = {
        "email": _email(proof.email or "") == _email(customer.email),
        "person_name": same_person_name(proof.person_name or "", customer.first_name, customer.last_name),
        "postcode": _postcode(proof.postcode or "") == _postcode(customer.postcode),
        "order_number": is_owner,
    }
    return {fact for fact, is_true in truth.items() if is_true and fact in proof.given()}


def _owner(session: Session, proof: Proof) -> list[Customer]:
    number = plain_order_number(proof.order_number or "") or None
    owner = select(Customer).join(Order, Order.customer_id == Customer.customer_id)
    return list(session.scalars(owner.where(Order.order_number == number)))


def _by_postcode(session: Session, proof: Proof) -> list[Customer]:
    key = _postcode(proof.postcode or "") or None
    return list(session.scalars(select(Customer).where(Customer.postcode_key == key)))


def _email(text: str) -> str:
    return text.strip().casefold()


def _postcode(text: str) -> str:
    return "".join(text.replace("-", "").split()).upper()
