"""Puts what a customer wants, knows and answers into plain sentences; the seed says in which wording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from bench.retail.customer.describing import (
    STYLES,
    Options,
    address_in_words,
    differing,
    listed,
    options_in_words,
    payment_in_words,
    product_in_words,
    thing_in_words,
)
from bench.retail.customer.instructions import Proof
from bench.retail.customer.wishes import Kind, Thing, Wish
from bench.retail.importing import Json, order_number

UNSAID = {Kind.EXCHANGE: "exchange_unsaid", Kind.CHANGE: "change_unsaid"}
"""How a wish is begun by somebody who waits to be asked what they want instead."""


@lru_cache
def wordings() -> Mapping[str, Sequence[str]]:
    """What is said → the ways to say it."""
    text = Path(__file__).with_name("wordings.yml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


@dataclass(frozen=True)
class Speech:
    """How a customer speaks. `seed` picks wordings and the style of options; `again`: how often it was said."""

    seed: int

    @property
    def style(self) -> int:
        return self.seed % STYLES

    @property
    def waits(self) -> bool:
        """Whether this is somebody who says what they want instead only when asked."""
        return self.seed % 3 == 1

    @property
    def introduces(self) -> bool:
        """Whether this is somebody who begins with who they are."""
        return self.seed % 3 == 2

    def say(self, what: str, again: int = 0, **values: str) -> str:
        """One of the wordings, filled in, beginning with a capital where it is a sentence."""
        ways = wordings()[what]
        said = ways[(self.seed + again) % len(ways)].format(**values)
        if said.startswith(values.get("email") or " "):
            return said
        return said[:1].upper() + said[1:] if said.rstrip()[-1:] in ".?!" else said

    def opening(self, proof: Proof | None) -> str:
        """A greeting, and who it is where they begin with that."""
        greeting = self.say("greeting")
        if not self.introduces or proof is None:
            return greeting
        if proof.email:
            return greeting + self.say("introduction_email", email=proof.email)
        return greeting + self.say("introduction", name=proof.name or "", postcode=proof.postcode or "")

    def wish(self, wish: Wish, again: int = 0) -> str:
        """A wish. Told again, or by somebody who does not wait, with all that belongs to it."""
        waiting = self.waits and not again
        said = self.say(
            UNSAID.get(wish.kind, str(wish.kind)) if waiting else str(wish.kind),
            again,
            order=self.order(wish, again),
            items=self.items(wish.things, wish.pieces),
            in_order=self._in_order(wish),
            swaps=self.swaps(wish, "for", again),
            changes=self.swaps(wish, "to", again),
            payment=self.payment(wish.payment) if wish.payment else "",
            address=self.place(wish, again),
            text=wish.text,
        )
        if wish.reason and not waiting and self.style == 0:
            return f"{said} {self.say(wish.reason.replace(' ', '_'))}"
        if wish.payment and wish.preferred and self.introduces:
            return f"{said} {self.say('paying', payment=self.payment(wish.payment))}"
        return said

    def order(self, wish: Wish, again: int = 0) -> str:
        """The order as they call it: by its number if they have it at hand, else by what is in it."""
        if wish.together:
            return self.say("orders_together")
        if not wish.orders:
            return ""
        if wish.numbered or again > 1:
            return self.say("order_by_number", number=order_number(wish.orders[0]["order_id"]))
        if wish.kind in (Kind.CANCEL, Kind.ADDRESS, Kind.PAYMENT):
            things = [Thing(item) for item in wish.marks]
            return self.say("order_by_items", items=self.items(things))
        return self.say("order_of_mine")

    def number(self, wish: Wish, again: int = 0) -> str:
        """The order where its number is asked for."""
        numbers = [order_number(order["order_id"]) for order in wish.orders]
        if len(numbers) > 1:
            return self.say("numbers", again, numbers=listed(numbers))
        if not numbers:
            return self.say("no_number", again)
        if self.introduces and wish.marks and not again and not wish.numbered:
            return self.say("number_by_items", items=self.items([Thing(item) for item in wish.marks[:1]]))
        return self.say("number", again, number=numbers[0])

    def items(self, things: Sequence[Thing], beside: Sequence[Json] = ()) -> str:
        """`the desk lamp and the water bottle`; several alike as `both tea kettles`."""
        names = [self.item(thing, beside) for thing in things]
        counts = {name: names.count(name) for name in names}
        return listed([_counted(name, count) for name, count in counts.items()])

    def item(self, thing: Thing, beside: Sequence[Json] = ()) -> str:
        """`the desk lamp`; beside others of its product with what sets it apart: `the black desk lamp`."""
        options: Options = thing.item["options"]
        others = [other["options"] for other in beside if other["product_id"] == thing.item["product_id"]]
        apart = differing(options, others)
        alike = others.count(options)
        telling = [name for name in apart if sum(other.get(name) == apart[name] for other in others) == alike]
        apart = {name: apart[name] for name in telling[:1] or apart}
        return f"the {thing_in_words(product_in_words(thing.item['name']), apart)}"

    def swaps(self, wish: Wish, to: str, again: int = 0) -> str:
        """`the desk lamp for a black one`; of two alike `one kettle for …, the other kettle for …`."""
        names = self.names(wish.things, wish.pieces)
        parts = zip(names, wish.things, strict=True)
        return listed([f"{name} {to} {self.new(thing, again)}" for name, thing in parts])

    def names(self, things: Sequence[Thing], beside: Sequence[Json]) -> list[str]:
        """Each thing's name; of two alike `one kettle` and `the other kettle`."""
        names = [self.item(thing, beside) for thing in things]
        return [
            ("the other " if name in names[:place] else "one ") + name.removeprefix("the ")
            if names.count(name) > 1
            else name
            for place, name in enumerate(names)
        ]

    def new(self, thing: Thing, again: int = 0) -> str:
        """What a thing is to become; asked again with all its options."""
        if thing.new is None:
            return ""
        if thing.pick and not again:
            return self.say("new_picked", pick=thing.pick)
        apart = differing(thing.new["options"], [thing.item["options"]])
        if not apart:
            return self.say("new_same", again)
        whole = bool(again) or len(apart) == len(thing.new["options"])
        options = thing.new["options"] if whole else apart
        style = (self.style + again) % STYLES
        if style == 0:
            return _with_article(thing_in_words("one", options))
        return self.say("new_whole" if whole else "new", again, options=options_in_words(options, style))

    def place(self, wish: Wish, again: int = 0) -> str:
        """An address; by what it is first if they rather not say it."""
        if wish.place and not again:
            return self.say("same_address", place=wish.place)
        return address_in_words(wish.address, self.style) if wish.address else ""

    def payment(self, method: Json) -> str:
        return payment_in_words(method, self.style)

    def _in_order(self, wish: Wish) -> str:
        if not wish.orders:
            return ""
        where = "in" if wish.kind is Kind.CHANGE else "from"
        if wish.numbered:
            return f" {where} {self.order(wish)}"
        if wish.kind is Kind.CHANGE:
            return " in my pending order"
        return ("", " from my order", " that I received")[self.style] if wish.kind is Kind.RETURN else ""


def _with_article(words: str) -> str:
    if words.startswith("one"):
        return words
    return f"{'an' if words[:1] in 'aeiou' or words.startswith('8') else 'a'} {words}"


def _counted(name: str, count: int) -> str:
    if count == 1:
        return name
    return f"{'both' if count == 2 else f'all {count}'} {name.removeprefix('the ')}s"
