"""Sizes as other countries have them, in the shop's own: "UK 9", and "43" of boots."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.messages import Choice, payload
from actions.search import Filters
from actions.search.size_tables import Table

NAMED = re.compile(r"(?:(?P<system>[A-Z]{2,3})\s?)?(?P<size>\d{1,2}(?:[.,]5)?)", re.IGNORECASE)
FOUND = 3
"""Products by which it is seen of which category a kind is."""


@dataclass(frozen=True)
class Foreign:
    """A size of another system: as it is said ("EU 43"), and for whom → what it is in the shop's own."""

    said: str
    own: Mapping[str, tuple[str, ...]]


def foreign(size: str, filters: Filters, context: Context) -> Foreign | None:
    """The size as one of another system of the products that meet the filters; None where it is the shop's own, or the
    tables know nothing of it."""
    match, table = NAMED.fullmatch(size.strip()), _table_for(filters, context)
    if match is None or table is None or (match["system"] or "").upper() == context.services.sizes.own:
        return None
    number, named = match["size"].replace(",", "."), (match["system"] or "").upper().replace("EUR", "EU")
    if not named and (
        float(number) <= _largest(table) or context.services.search.count("", _in_size(filters, number))
    ):
        return None
    systems = [named] if named else _systems(table)
    for system in systems:
        own = {
            who: known[system].get(number, ()) for who, known in table.by_audience.items() if system in known
        }
        if known := {who: sizes for who, sizes in own.items() if sizes}:
            return Foreign(f"{system} {number}", known)
    return None


def in_own(filters: Filters, context: Context) -> Filters | None:
    """The filters with sizes of other systems in the shop's own, which is said; None where it first has to be known for
    whom they are, which is asked."""
    audience = set(filters.attributes) & set(context.services.search.synonyms.titles.audience)
    sizes = list[str]()
    for size in filters.sizes:
        other = foreign(size, filters, context)
        known = other.own if other else {}
        known = {who: own for who, own in known.items() if who in audience or not audience}
        if other is None or not known:
            sizes.append(own_number(size, context))
            continue
        if len(set(known.values())) > 1:
            choices = [
                Choice(who[:1].upper() + who[1:], payload("refine_search", attribute=who)) for who in known
            ]
            context.say("utter_ask_size_for", size=other.said, choices=choices)
            return None
        who, own = next(iter(known.items()))
        mine = f"{context.services.sizes.own} {context.formats.choice(own)}"
        context.say("utter_size_in_own", size=other.said, who=who, own=mine)
        sizes += own
    return replace(filters, sizes=tuple(dict.fromkeys(sizes)))


def of_product(size: str, product_id: str, context: Context) -> tuple[str, ...] | None:
    """What a size of another system is in those of a product; nothing where that is not certain, None where the size is
    of no other system."""
    filters = Filters(products=(product_id,), in_stock=False)
    if (other := foreign(size, filters, context)) is None:
        return None
    count = context.services.search.count
    suited = {who: own for who, own in other.own.items() if count("", replace(filters, attributes=(who,)))}
    return next(iter(suited.values())) if len(set(suited.values())) == 1 else ()


def with_own_sizes(clause: Clause, product_id: str, context: Context) -> Clause:
    """A message with sizes of the product in place of those of another system, which might be read as such: "uk 5"."""
    entities = sorted(clause.entities, key=lambda entity: -entity.start)
    for entity in entities:
        own = of_product(str(entity.value), product_id, context) if entity.kind == "size" else None
        if own is None:
            continue
        said = " / ".join(own)
        moved = len(said) - (entity.end - entity.start)
        kept = (e for e in clause.entities if not entity.start <= e.start < entity.end)
        shifted = (
            replace(e, start=e.start + moved, end=e.end + moved) if e.start >= entity.end else e for e in kept
        )
        text = clause.text[: entity.start] + said + clause.text[entity.end :]
        clause = clause.part(text, tuple(shifted))
    return clause


def own_number(size: str, context: Context) -> str:
    """A size without the name of the shop's own system, where it is said with that: "US 9"."""
    system, _, number = size.partition(" ")
    return number if number and system.upper() == context.services.sizes.own else size


def _table_for(filters: Filters, context: Context) -> Table | None:
    if not (filters.types or filters.products):
        return None
    like = Filters(types=filters.types, products=filters.products, in_stock=False)
    hits = context.services.search.search("", like, FOUND)
    products = context.services.catalogue.products([hit.product_id for hit in hits])
    return context.services.sizes.of({kind for p in products for kind in (p.type, p.category)})


def _in_size(filters: Filters, size: str) -> Filters:
    return Filters(types=filters.types, products=filters.products, sizes=(size,), in_stock=False)


def _largest(table: Table) -> float:
    """The largest of the shop's own sizes in a table: up to that, a number without a system is one of them."""
    every = (sizes for systems in table.by_audience.values() for sizes in systems.values())
    return max(float(own) for sizes in every for each in sizes.values() for own in each)


def _systems(table: Table) -> list[str]:
    """The systems of a table, as a number without a name may be of any."""
    return list(dict.fromkeys(system for known in table.by_audience.values() for system in known))
