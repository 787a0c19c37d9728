"""Finding what a message names among the things that a known customer has ordered: "my headlamp", "the mat"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from babel.dates import get_month_names

from actions.dialogue.clause import GOODS, Clause
from actions.dialogue.context import Context
from actions.dialogue.mechanism.choosing import choose
from actions.dialogue.mechanism.questions import Option
from actions.orders.types import OrderLine, OrderView
from actions.search import Filters

RECENT_ORDERS = 20
"""How many of a customer's orders are looked through."""
TRAITS = ("colour", "size", "material", "attribute")
"""Entities that tell alike things apart."""
THING = "thing"
"""What goods are called in known questions about them."""
NOUNS = 2
"""Words after "the" or "my" that may name a thing that the catalogue has no word for."""


@dataclass(frozen=True)
class Own:
    """A line of one of the customer's orders."""

    order: OrderView
    line: OrderLine


def own_lines(clause: Clause, context: Context) -> list[Own]:
    """The lines that a message names, the latest first; empty where it names none of them, or nobody is known."""
    mine = [Own(order, line) for order in _orders(context) for line in order.items]
    named = _named(clause, mine, context)
    return _of_time(clause, _as_told(clause, named), context)


def own_orders(clause: Clause, context: Context) -> list[OrderView]:
    """The orders that hold what a message names, the latest first."""
    return list({own.order.order_number: own.order for own in own_lines(clause, context)}.values())


def named_by(clauses: Iterable[Clause], orders: Sequence[OrderView], context: Context) -> list[OrderView]:
    """Those orders that hold what messages name; all where they name nothing of them."""
    numbers = {order.order_number for clause in clauses for order in own_orders(clause, context)}
    return [order for order in orders if order.order_number in numbers] or [*orders]


def as_things(clause: Clause, context: Context) -> str:
    """A message in which all that names goods is called a thing: "when will the filter get here"."""
    if any(entity.kind in GOODS for entity in clause.entities):
        return clause.calling(dict.fromkeys(GOODS, THING))
    nouns = "|".join(map(re.escape, _nouns(clause, context)))
    return (
        re.sub(rf"\b(?:{nouns})\b", THING, clause.text, count=1, flags=re.IGNORECASE)
        if nouns
        else clause.text
    )


def of_month(clause: Clause, orders: Sequence[OrderView], context: Context) -> list[OrderView]:
    """Those orders that were placed in the month that a message names; none where it names no month."""
    month = month_named(clause.text, context)
    zone = context.formats.zone
    return [order for order in orders if order.placed.astimezone(zone).month == month] if month else []


def month_named(text: str, context: Context) -> int | None:
    """The month that a text names, by its name or by a feast in it; None where it names none."""
    language, locale = context.language, context.formats.locale
    for month, feasts in language.feasts.items():
        if language.find(text, feasts) is not None:
            return month
    names = (get_month_names(width, locale=locale) for width in ("wide", "abbreviated"))
    months = {str(name).lower(): month for each in names for month, name in each.items()}
    modal = language.phrases("no_month")  # "may i"
    return next((months[word] for word in language.words(text) if word in months and word not in modal), None)


def _orders(context: Context) -> list[OrderView]:
    customer = context.customer
    return context.services.orders.find(customer, limit=RECENT_ORDERS) if customer else []


def _named(clause: Clause, mine: Sequence[Own], context: Context) -> list[Own]:
    """Those that are called so, or of such a kind or brand."""
    goods = [e for e in clause.entities if e.kind in GOODS and e.role != "not"]
    products = {entity.id for entity in goods if entity.kind == "product"}
    if products:
        called = [own for own in mine if own.line.product_id in products]
        return called or _by_words([clause.text[e.start : e.end] for e in goods], mine, context)
    brands = [str(value).lower() for value in clause.values("brand")]
    fits: list[Callable[[Own], bool]] = []
    if kinds := tuple(str(value) for value in clause.values("product_type")):
        those = _of_kinds(kinds, mine, context)
        fits.append(lambda own: own.line.product_id in those)
    if brands:
        fits.append(lambda own: any(own.line.title.lower().startswith(brand) for brand in brands))
    if fits:
        of_kind = [own for own in mine if all(fit(own) for fit in fits)]
        return _by_words([clause.text[e.start : e.end] for e in goods], of_kind, context) or of_kind
    return _by_words(_nouns(clause, context), mine, context)


def _of_kinds(kinds: tuple[str, ...], mine: Iterable[Own], context: Context) -> set[str]:
    """The products among those ordered that are of these kinds."""
    products = tuple(sorted({own.line.product_id for own in mine}))
    like = Filters(types=kinds, products=products, in_stock=False)
    search = context.services.search.search
    key = ("of kinds", kinds, products)
    return context.once(key, lambda: {hit.product_id for hit in search("", like, len(products))})


def _by_words(words: Sequence[str], mine: Sequence[Own], context: Context) -> list[Own]:
    """Those whose names or kinds hold these words."""
    options = [
        Option(str(at), (f"{own.line.title} {own.line.colour}",), (own.line.type,))
        for at, own in enumerate(mine)
    ]
    said = Clause(" ".join(words), "inform", 1.0)
    chosen = choose(said, options, context.language, shown=False) if words else None
    return [own for at, own in enumerate(mine) if chosen and str(at) in chosen.keys]


def _nouns(clause: Clause, context: Context) -> list[str]:
    """The words right after such as "the" and "my", which may name a thing."""
    language = context.language
    words, definite = language.words(clause.text), language.phrases("definite")
    idle = {
        word for kind in ("own_things", "order_deeds", "names_nothing") for word in language.phrases(kind)
    }
    after = [words[at + 1 : at + 1 + NOUNS] for at, word in enumerate(words) if word in definite]
    return [word for each in after for word in each if word not in idle]


def _as_told(clause: Clause, named: list[Own]) -> list[Own]:
    """Of several those alone that are as the message tells: in that colour, of that size, for children."""
    for kind in TRAITS:
        values = [str(value).lower() for value in clause.values(kind)]
        fitting = [own for own in named if any(_has(own.line, value) for value in values)]
        named = fitting or named
    return named


def _has(line: OrderLine, value: str) -> bool:
    traits = " ".join([line.title, *line.traits.values()]).lower().replace("’", "'")
    return value in traits


def _of_time(clause: Clause, named: list[Own], context: Context) -> list[Own]:
    """Of several those alone that were ordered when the message says."""
    orders = of_month(clause, [own.order for own in named], context)
    return [own for own in named if own.order in orders] or named
