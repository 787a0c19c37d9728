"""An address that is pointed at instead of spelt out: "where you sent the laptop", "the one in Denver", "my home"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from actions.dialogue.clause import Clause
from actions.dialogue.language import Language
from actions.dialogue.mechanism.choosing import choose
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.orders.tasks import options_of, orders_of
from actions.orders.types import OrderView
from actions.shop.models import Address


@dataclass(frozen=True)
class Pointer:
    """Where a text points at an order's address, and the words that say which order."""

    start: int
    end: int
    order: str


def pointer(text: str, language: Language, asked: bool = False) -> Pointer | None:
    """`to the address of my order with the lamp`; where an address was `asked` for, no word need lead to it."""
    leads, names, noun = (_any(language.phrases(kind)) for kind in ("to_address", "address_of", "an_address"))
    ends, such, goes = (_any(language.phrases(kind)) for kind in ("ends_address", "one_where", "goes_there"))
    lead = rf"(?:\b(?:{leads})\s+)" + ("?" if asked else "")
    word = r"[\w'’-]+"
    ways = (
        # "to the address of my order with the lamp"
        rf"{lead}(?:\b(?:{names}))\s+(?P<order>[^.,;!?]+?)(?=\s+(?:{ends})\b|[.,;!?]|$)",
        # "to my Denver address, the one my order with the lamp went to"
        rf"{lead}(?:(?:{word}\s+){{1,4}}?(?:{noun})[\s,]+)?\b(?:{such})\s+(?P<order>[^.,;!?]+?)\s+(?:{goes})\b(?:\s+to\b)?",
    )
    found = next(filter(None, (re.search(way, text, re.IGNORECASE) for way in ways)), None)
    return Pointer(found.start(), found.end(), found["order"]) if found else None


def own_address(text: str, language: Language) -> str | None:
    """What of a text calls an address somebody's own by a word of it: "to my Denver address"."""
    leads, mine, noun = (_any(language.phrases(kind)) for kind in ("to_address", "mine", "an_address"))
    found = re.search(
        rf"\b(?:{leads})\s+((?:{mine})\s+(?:[\w'’-]+\s+){{1,3}}?(?:{noun}))\b", text, re.IGNORECASE
    )
    return found[1] if found else None


def pointed_address(
    clause: Clause, known: Sequence[Address], state: TaskState, asked: bool
) -> Address | None:
    """The address that a message points at, if it is but one: of an order, or of those `known` by a word of it."""
    if state.customer is None:
        return None
    language = state.context.language
    if found := pointer(clause.text, language, asked):
        there = [e for e in clause.entities if found.start <= e.start < found.end]
        part = clause.part(found.order, tuple(there))
        orders = _orders(part, orders_of(state.customer, state.context), state)
        went = list(dict.fromkeys(order.address for order in orders))
        return _only(went) or _only(_named(clause.text[found.start : found.end], went, language))
    if asked and (not clause.is_wish or state.task.speaks_to(clause)):
        return _only(_named(clause.text, known, language))
    own = own_address(clause.text, language)
    return _only(_named(own, known, language)) if own else None


def _orders(clause: Clause, orders: Sequence[OrderView], state: TaskState) -> list[OrderView]:
    """The orders that are named, by number or by what is in them."""
    number = clause.first("order_number")
    if number is not None:
        return [order for order in orders if order.order_number == str(number)]
    options = options_of(orders, state.context)
    chosen = choose(clause, options, state.context.language, shown=False)
    return [order for order in orders if chosen and order.order_number in chosen.keys]


def _named(text: str, known: Iterable[Address], language: Language) -> list[Address]:
    """The addresses of which a word stands in the text: its city, state, street or postcode."""
    states = language.places["states"]
    cities = language.places["cities"]

    def names(address: Address) -> list[str]:
        state = states.get(address.country, {}).get(address.state)
        street = re.sub(r"^\d+\w?\s+", "", address.street)
        short = [name for name, city in cities.items() if city == address.city.lower()]
        return [name for name in (address.city, state, street, address.postcode, *short) if name]

    return [address for address in known if language.find(text, names(address)) is not None]


def _only(addresses: Iterable[Address]) -> Address | None:
    """The one address, where all are the same."""
    several = set(addresses)
    return several.pop() if len(several) == 1 else None


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
