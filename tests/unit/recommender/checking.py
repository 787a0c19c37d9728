"""Checks a suggestion's reason against the events themselves, by other means than the models use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from actions.recommender import Did, Event, Item, Suggestion


def check(
    suggestion: Suggestion,
    customer: str | None,
    session: Sequence[str],
    items: Sequence[Item],
    events: Sequence[Event],
    now: datetime,
) -> None:
    """AssertionError unless the data says what the reason says."""
    against = {(e.customer, e.product) for e in events if e.did in (Did.RETURN, Did.DECLINE)}
    events = [e for e in events if (e.customer, e.product) not in against]
    product, kind, evidence = suggestion.product_id, suggestion.reason.kind, suggestion.reason.evidence
    by_id = {item.product_id: item for item in items}
    own = sorted((e for e in events if e.customer == customer), key=lambda e: e.time)
    bought = {e.product for e in own if e.did is Did.BUY}
    other, count = str(evidence.get("product_id", "")), int(evidence.get("count", 0))
    match kind:
        case "because_you_bought":
            assert other in bought
            assert 2 <= count <= len(went_on(events, other, product))
        case "often_bought_together":
            assert other in {*session, *(e.product for e in own)}
            held = list(orders(events))
            assert count == together(events, other, product) >= 3
            alone = [sum(each in order for order in held) for each in (other, product)]
            assert float(evidence["lift"]) == round(count * len(held) / (alone[0] * alone[1]), 1)
            assert count * len(held) > alone[0] * alone[1], "more often than by chance"
        case "looked_at_together":
            assert other in {*session, *(e.product for e in own)}
            assert count == sum({other, product} <= seen for seen in visits(events)) >= 3
        case "types_together":
            types = {p: item.type for p, item in by_id.items()}
            held = [{types[p] for p in order if p in types} for order in orders(events)]
            assert types[product] == evidence["type"] != evidence["with_type"]
            both = sum({str(evidence["type"]), str(evidence["with_type"])} <= each for each in held)
            singly = [sum(str(evidence[key]) in each for each in held) for key in ("type", "with_type")]
            assert 3 <= count <= both
            assert float(evidence["lift"]) == round(count * len(held) / (singly[0] * singly[1]), 1) >= 1.2
        case "matches_taste" | "matches_size_and_taste" | "matches_told_size_and_taste":
            item = by_id[product]
            if kind != "matches_taste":
                assert evidence["size"] in item.sizes_in_stock
            if kind == "matches_size_and_taste":
                assert other in bought and by_id[other].type == item.type
                assert evidence["size"] in by_id[other].sizes
            if kind == "matches_told_size_and_taste":
                assert evidence["type"] == item.type
            liked = {e.product for e in own if e.did in (Did.BUY, Did.CART)} - {product}
            matching = [
                p
                for p in liked
                if p in by_id and getattr(by_id[p], str(evidence["trait"])) == evidence["value"]
            ]
            assert getattr(by_id[product], str(evidence["trait"])) == evidence["value"]
            assert evidence["value"] and len(matching) == count >= 2
            assert sorted(matching) == str(evidence["products"]).split()
        case "popular":
            since = now - timedelta(days=float(evidence["days"]))
            wanted = {
                e.customer
                for e in events
                if e.product == product and e.did in (Did.BUY, Did.CART) and e.time >= since
            }
            assert count == len(wanted) >= 3
        case "rated":
            assert count == by_id[product].rating_count >= 3
            lately = now - timedelta(days=90)
            assert not any(e.did in (Did.BUY, Did.CART) and e.time >= lately for e in events)
        case "new" | "new_of_interest" | "arrived":
            assert evidence.get("type", "") == by_id[product].type
            if kind == "new_of_interest":
                since = now - timedelta(days=float(evidence["within"]))
                looked_at = {e.product for e in own if e.did is Did.VIEW and e.time >= since} - {product}
                alike = {p for p in looked_at if p in by_id and by_id[p].type == evidence["type"]}
                assert sorted(alike) == str(evidence["products"]).split()
                assert len(alike) == count >= 3
            assert evidence["days"] == (now - by_id[product].added).days <= 45
        case "similar_to":
            assert other in {*session, *(e.product for e in own)}
            assert other != product
            assert float(evidence["similarity"]) >= 0.6
        case _:
            raise AssertionError(f"unknown kind of reason: {kind}")


def went_on(events: Sequence[Event], first: str, then: str) -> set[str]:
    """The customers who did something with `then` after they bought `first`."""
    found = set()
    for event in events:
        if event.product == first and event.did is Did.BUY:
            later = (e for e in events if e.customer == event.customer and e.time > event.time)
            found |= {e.customer for e in later if e.product == then}
    return found


def together(events: Sequence[Event], one: str, other: str) -> int:
    """How many times the same customer bought both within one order."""
    return sum({one, other} <= order for order in orders(events))


def visits(events: Sequence[Event]) -> Iterator[set[str]]:
    """What the same customer turned to without half an hour's pause between two deeds."""
    for customer in {event.customer for event in events}:
        own = sorted((e for e in events if e.customer == customer), key=lambda e: e.time)
        seen: set[str] = set()
        for earlier, event in zip([None, *own], own, strict=False):
            if earlier is not None and event.time - earlier.time > timedelta(minutes=30):
                yield seen
                seen = set()
            seen.add(event.product)
        yield seen


def orders(events: Sequence[Event]) -> Iterator[set[str]]:
    """What the same customer bought within an hour."""
    for customer in {event.customer for event in events}:
        purchases = sorted(
            (e for e in events if e.customer == customer and e.did is Did.BUY), key=lambda e: e.time
        )
        order: set[str] = set()
        last: datetime | None = None
        for event in purchases:
            if last is not None and event.time - last > timedelta(hours=1):
                yield order
                order = set()
            order.add(event.product)
            last = event.time
        if order:
            yield order
