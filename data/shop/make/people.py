"""The shop's customers: who they are, what they pay with, and the hidden tastes that they shop by."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from .chance import days, pick, stream
from .demo import DEMO
from .names import LAST, MEN, STREETS, WOMEN
from .rows import Customer, PaymentMethod
from .tastes import Taste, draw_taste
from .towns import TOWNS, Town

COUNT = 300
MAIL_HOSTS = ("example.com", "example.org", "example.net")
CARDS = ("Visa", "Mastercard", "Amex")


@dataclass(frozen=True)
class Person:
    customer: Customer
    payments: tuple[PaymentMethod, ...]
    taste: Taste


def people() -> list[Person]:
    """All customers, the demo's own first. No two share a name, an e-mail address or a payment number."""
    found: list[Person] = []
    taken: set[str] = set()
    for number in range(1, COUNT + 1):
        customer_id = f"C{number:04}"
        rng = stream("person", customer_id)
        taste = DEMO[customer_id].taste if customer_id in DEMO else draw_taste(rng)
        customer = _customer(rng, customer_id, taste, taken)
        taken |= {customer.email, f"{customer.first_name} {customer.last_name}"}
        found.append(
            Person(customer, _payments(rng, customer, 1 + sum(len(p.payments) for p in found)), taste)
        )
    return found


def _customer(rng: Random, customer_id: str, taste: Taste, taken: set[str]) -> Customer:
    town: Town = rng.choice(TOWNS)
    phone = f"+1 {town.area} 555 01{rng.randrange(100):02}"
    street = f"{rng.randrange(1, 240) * 10 + rng.randrange(10)} {rng.choice(STREETS)}"
    if rng.random() < 0.22:
        street += f", Apt {rng.randrange(1, 30)}{rng.choice(('', '', 'A', 'B', 'C'))}"
    joined = -rng.uniform(560, 1900)
    if customer_id in DEMO:
        who = DEMO[customer_id]
        first, last, mail, town, street, joined = (
            who.first_name, who.last_name, who.email, who.town, who.street, who.joined or joined
        )  # fmt: skip
        phone = f"+1 {town.area} 555 01{rng.randrange(100):02}"
    else:
        first, last, mail = _name(rng, taste, taken)
    return Customer(
        customer_id,
        first,
        last,
        mail,
        phone,
        street,
        town.city,
        town.state,
        town.postcode,
        "US",
        days(joined),
        "en_US",
    )


def _name(rng: Random, taste: Taste, taken: set[str]) -> tuple[str, str, str]:
    while True:
        first, last = rng.choice(WOMEN if taste.cut == "Women's" else MEN), rng.choice(LAST)
        mail = f"{first}.{last}@{rng.choice(MAIL_HOSTS)}".lower().replace("'", "")
        if f"{first} {last}" not in taken and mail not in taken:
            return first, last, mail


def _payments(rng: Random, customer: Customer, first_number: int) -> tuple[PaymentMethod, ...]:
    kinds: list[tuple[str, str, float | None]] = []
    if customer.customer_id in DEMO:
        kinds.extend(DEMO[customer.customer_id].payments)
    else:
        if rng.random() < 0.85:
            kinds.append(("card", f"{pick(rng, CARDS, (6, 4, 1))} ending {rng.randrange(1000, 9999)}", None))
        if rng.random() < 0.35 or not kinds:
            kinds.append(("paypal", "PayPal", None))
        if rng.random() < 0.12:
            kinds.append(
                ("gift_card", f"Gift card ending {rng.randrange(1000, 9999)}", rng.choice((10, 25, 40, 62.5)))
            )
    return tuple(
        PaymentMethod(f"P{number:04}", customer.customer_id, kind, label, balance and float(balance))
        for number, (kind, label, balance) in enumerate(kinds, first_number)
    )
