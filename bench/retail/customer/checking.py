"""Whether what the assistant is about to do is what the customer wants."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bench.retail.customer.describing import address_in_words, differing, mentions, mentions_payment
from bench.retail.customer.hearing import ORDER_NUMBER
from bench.retail.customer.speaking import Speech
from bench.retail.customer.variants import says
from bench.retail.customer.wishes import Kind, Thing, Wish
from bench.retail.importing import Json

AS_PAID = re.compile(
    r"original|(way|how|method|card) (that )?you paid|same (way|method|payment)|you paid with", re.I
)
ANY_PAYMENT = re.compile(r"pay\s?pal|gift\s?card|\b(card|visa|master\s?card|amex)\b", re.I)
REGRET = re.compile(r"regret|want to keep|not sure yet|don't process", re.IGNORECASE)


@dataclass(frozen=True)
class Wrong:
    """What is wrong: its name among the wordings, the things it is about; `final`: not to be corrected."""

    what: str
    things: tuple[Thing, ...] = ()
    final: bool = False

    def values(self, wish: Wish, speech: Speech) -> dict[str, str]:
        """What the correction says."""
        first = self.things[0] if self.things else None
        return {
            "order": speech.order(wish, again=2) if wish.orders else "",
            "items": speech.items(self.things, wish.pieces),
            "item": speech.item(first, wish.pieces) if first else "",
            "new": speech.new(first, again=1) if first else "",
            "payment": speech.payment(wish.payment) if wish.payment else "",
            "address": address_in_words(wish.address, speech.style) if wish.address else "",
        }


def wrong(wish: Wish, text: str, said: str, agreed: bool) -> Wrong | None:
    """The first thing that is not as they want it, in what they are asked to confirm; None where all is.

    Args:
        text: what the assistant said.
        said: the task's instructions.
        agreed: whether the wish was agreed to before; nothing is agreed to twice that does not list it again.
    """
    if wish.kind is Kind.ASK:
        return Wrong("leave_it", final=True)
    if wish.kind is Kind.FORBIDDEN:
        return _forbidden(wish, text, said)
    numbers = {number[-7:] for number in ORDER_NUMBER.findall(text)}
    wanted = {order["order_id"][-7:] for order in wish.orders}
    if (numbers and wanted and not wanted <= numbers) or (agreed and not numbers):
        return Wrong("wrong_order", final=agreed)
    return (
        _missing(wish, text)
        or _variants(wish.things, text)
        or _extra(wish, text)
        or _payment(wish, text)
        or _address(wish, text)
    )


def _missing(wish: Wish, text: str) -> Wrong | None:
    missing = tuple(thing for thing in wish.things if not mentions(text, thing.item["name"]))
    return Wrong("missing_items", missing) if missing else None


def _extra(wish: Wish, text: str) -> Wrong | None:
    if wish.kind not in (Kind.RETURN, Kind.EXCHANGE, Kind.CHANGE):
        return None
    names = {thing.item["name"] for thing in wish.things}
    extra = [item for item in wish.others if item["name"] not in names and mentions(text, item["name"])]
    extra += [item for item in wish.others if item["name"] in names and _told(item, wish, text)]
    extra += [thing.item for thing in wish.things if _listed(thing, text) > _wanted(thing, wish)]
    return Wrong("extra_items", wish.things) if extra else None


def _listed(thing: Thing, text: str) -> int:
    """How many lines of a list begin with a product."""
    name = re.escape(thing.item["name"])
    return len(re.findall(rf"^\W*(?:\d+ ?[x×.)] ?)?{name}\b", text, re.IGNORECASE | re.MULTILINE))


def _wanted(thing: Thing, wish: Wish) -> int:
    return sum(other.item["product_id"] == thing.item["product_id"] for other in wish.things)


def _told(item: Json, wish: Wish, text: str) -> bool:
    """Whether another piece of a product is meant too: all that only this piece has is said."""
    alike = [thing for thing in wish.things if thing.item["product_id"] == item["product_id"]]
    options = [each["options"] for thing in alike for each in (thing.item, thing.new) if each]
    own = {
        name: value
        for name, value in item["options"].items()
        if all(value != other.get(name) for other in options)
    }
    return bool(own) and all(says(text, name, value) for name, value in own.items())


def _variants(things: Sequence[Thing], text: str) -> Wrong | None:
    for thing in things:
        if thing.new is None:
            continue
        apart = differing(thing.new["options"], [thing.item["options"]])
        lines = [line for line in text.splitlines() if mentions(line, thing.item["name"])]
        if not all(says("\n".join(lines), name, value) for name, value in apart.items()):
            return Wrong("wrong_variant", (thing,))
    return None


def _payment(wish: Wish, text: str) -> Wrong | None:
    """A payment method named must be theirs; where none is, they say theirs, but do not insist."""
    if wish.payment is None or not wish.orders:
        return None
    paid = wish.orders[0]["payment_history"][0]["payment_method_id"]
    if mentions_payment(text, wish.payment) or (AS_PAID.search(text) and paid == wish.payment["id"]):
        return None
    return Wrong("wrong_payment" if ANY_PAYMENT.search(text) else "unsaid_payment")


def _address(wish: Wish, text: str) -> Wrong | None:
    if wish.address is None:
        return None
    whole = all(
        mentions(text, wish.address[part]) for part in ("address1", "address2", "zip") if wish.address[part]
    )
    return None if whole else Wrong("wrong_address")


def _forbidden(wish: Wish, text: str, said: str) -> Wrong | None:
    """Nothing is to be changed in the end: they agree to nothing but exactly what they asked for."""
    asked = re.search(r"\b(amex|gift\s?card|paypal)\b", said, re.IGNORECASE)
    as_asked = (
        asked is not None
        and mentions(text, asked[0])
        and all(mentions(text, thing.item["name"]) for thing in wish.things)
    )
    return None if as_asked and not REGRET.search(said) else Wrong("leave_it", final=True)
